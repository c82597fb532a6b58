package rule

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestPack holds that a packed source loads as its files do, and that files
// changed since win over it.
func TestPack(t *testing.T) {
	src := source(testLexicons, strings.Replace(rulesWith(`
{any: [[{word: [a, b], case: exact}, {lemma: sagen}], {lex: [say, prep]}], as: x, repeat: {min: 1, max: 3}}
{gap: {min: 1, max: 4, within: clause, not: {word: stop}}}
{quantity: {kind: [count, money], bound: exact, unit: EUR, compound: false, one: false, year: true}}
{date: [DATE, TIME], opt: true}
{np: {full: true, name: true, case: [Nom, Acc], head: {pos: NOUN, feats: {Number: Plur}}}, not: {shape: allcaps}}
{at: clause-end}
{behind: {not: {like: Xx+}}}
{ahead: {suffix: weg, can: {pos: [NOUN, PROPN], feats: {Case: Nom}}}}
{zone: true, clause: [main, rel], quoted: false}`), testLexicons, "", 1))
	src.Label = "rules/"
	packed, err := Pack(src)
	if err != nil {
		t.Fatal(err)
	}
	fromYAML, err := Load(nil, src)
	if err != nil {
		t.Fatal(err)
	}
	src.Packed = packed
	if !src.Fresh() {
		t.Error("just packed and not fresh")
	}
	fromPack, err := Load(nil, src)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(fromYAML), dump(fromPack)); diff != "" {
		t.Errorf("packed differs (-yaml +packed):\n%s", diff)
	}
	again, err := Pack(src)
	if err != nil || again != packed {
		t.Errorf("packing again gives other bytes (%v)", err)
	}
	if _, err := fromPack.Show("t"); err != nil {
		t.Errorf("Show from a packed source: %v", err)
	}

	files := src.FS.(fstest.MapFS)
	files["b.yaml"].Data = append(files["b.yaml"].Data, "\n# changed"...)
	if src.Fresh() {
		t.Error("fresh after a change")
	}
	files["c.yaml"] = &fstest.MapFile{Data: []byte(ruleFiles2)}
	s, err := Load(nil, src)
	if err != nil || s.Rule("new") == nil {
		t.Errorf("the changed file is passed over: %v", err)
	}
}

const ruleFiles2 = "rules: [{id: new, proposes: test, pattern: [{word: x}], match: [a], nomatch: [b]}]"

func TestUnpackDamaged(t *testing.T) {
	packed, err := Pack(source(ruleFiles))
	if err != nil {
		t.Fatal(err)
	}
	for i := range len(packed) {
		if _, err := unpack(packed[:i]); err == nil {
			t.Fatalf("cut at %d: got no error", i)
		}
	}
	for i := range len(packed) {
		unpack(packed[:i] + "\xff" + packed[i+1:]) // must not panic
	}
}

// dump renders what a set holds, for comparison.
func dump(s *Set) []string {
	var out []string
	for _, l := range s.lists {
		out = append(out, sprint(l.ID, l.num, l.by, l.exact, l.compounds, l.pos))
		for _, e := range l.Entries {
			out = append(out, sprint("  ", e.Key, e.attrs, l.base))
		}
	}
	for _, r := range s.rules {
		out = append(out, sprint(r.ID, r.Proposes, r.Priority, r.set, r.captures, r.File, r.Line))
		for _, p := range r.patterns {
			out = append(out, dumpProgram(p, "  ")...)
		}
	}
	return out
}

func dumpProgram(p *program, indent string) []string {
	out := []string{indent + sprint(p.first, p.need)}
	for _, in := range p.insts {
		out = append(out, indent+sprint(in.op, in.x))
		if in.item != nil {
			out = append(out, dumpItem(in.item, indent)...)
		}
		if in.sub != nil {
			out = append(out, dumpProgram(in.sub, indent+"  sub ")...)
		}
	}
	return out
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(ruleFiles))
	f.Add([]byte(testLexicons))
	f.Add([]byte(rulesWith("{word: a}\n{gap: {max: 3}}\n{any: [{lex: say}, [{np: {full: true}}]], as: x}")))
	dir := os.DirFS("../../testdata/rules/broken")
	names, _ := Source{FS: dir}.files()
	for _, n := range names {
		if data, err := os.ReadFile("../../testdata/rules/broken/" + n); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		src := Source{FS: fstest.MapFS{"f.yaml": {Data: data}}}
		s, err := Load(nil, src)
		if err != nil {
			if strings.TrimSpace(err.Error()) == "" {
				t.Fatal("an error without text")
			}
			return
		}
		packed, err := Pack(src)
		if err != nil {
			t.Fatalf("loads but doesn't pack: %v", err)
		}
		src.Packed = packed
		if !src.Fresh() {
			t.Fatal("just packed and not fresh")
		}
		again, err := Load(nil, src)
		if err != nil {
			t.Fatalf("packed form doesn't load: %v", err)
		}
		if diff := cmp.Diff(dump(s), dump(again)); diff != "" {
			t.Fatalf("packed differs:\n%s", diff)
		}
		for _, r := range s.List() {
			if text, err := s.Show(r.ID); err != nil || text == "" {
				t.Fatalf("Show(%q): got %q, %v", r.ID, text, err)
			}
		}
		d := docOf(t, again, "a b/VERB/sagen [ der/DET Zug/NOUN ] 5 (d DATE Mai ) || „ x “ sagen/VERB/mitteilen")
		for _, st := range []string{"test", "claim"} {
			for _, m := range again.Match(d, st, nil) {
				if m.Tokens.Empty() || m.Tokens.From < 0 || m.Tokens.To > len(d.Tokens) ||
					d.Tokens[m.Tokens.From].Sent != d.Tokens[m.Tokens.To-1].Sent {
					t.Fatalf("match outside its sentence: %v", m.Tokens)
				}
				for _, c := range m.Rule.Captures() {
					if r, ok := m.Capture(c); ok && !m.Tokens.Contains(r) {
						t.Fatalf("capture %s %v outside %v", c, r, m.Tokens)
					}
				}
			}
		}
	})
}

func dumpItem(it *item, indent string) (out []string) {
	for _, n := range it.not {
		out = append(out, dumpProgram(n, indent+"  not ")...)
	}
	if it.head != nil {
		out = append(out, dumpItem(it.head, indent+"  head ")...)
	}
	n := *it.node
	if n.can != nil {
		out = append(out, indent+"  can "+sprint(n.can.pos, n.can.feats))
	}
	n.place, n.lists, n.not, n.head, n.seqs, n.can = place{}, nil, nil, nil, nil, nil
	return append(out, indent+sprint(n, it.lists))
}
