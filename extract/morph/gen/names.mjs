// Writes names.tsv from @faker-js/faker 9.9.0 (MIT), unpacked by
//   npm pack @faker-js/faker@9.9.0 && tar xzf faker-js-faker-9.9.0.tgz
// usage: node names.mjs package/dist/index.js > names.tsv
import { pathToFileURL } from 'node:url';
const { allLocales } = await import(pathToFileURL(process.argv[2]));
const first = 'de de_AT de_CH en es fr it pl pt_PT tr nl sv da fi hr cs_CZ hu ro'.split(' ');
const last = 'de de_CH en es fr it pl tr'.split(' ');
const town = 'de de_AT de_CH'.split(' ');
const word = /^\p{Lu}\p{Ll}+$/u, latin = /^[\p{Script=Latin}-]+$/u, out = new Set();
const put = (kind, list) => { for (const n of list ?? []) if (latin.test(n) && n.split('-').every(p => word.test(p)) && n.length > 2) out.add(`${n.normalize('NFC')}\t${kind}`); };
for (const l of first) {
  const p = allLocales[l].person.first_name;
  put('F', p.female); put('M', p.male);
}
for (const l of last) { const p = allLocales[l].person.last_name; put('L', p.generic); }
for (const l of town) put('T', allLocales[l].location.city_name);
console.log('# Names from @faker-js/faker 9.9.0 (MIT), see names.mjs: F M first names, L last names, T towns.');
console.log([...out].sort().join('\n'));
