package output

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/source"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

var nan = math.NaN()

// article is an article whose text stands in the file with ü and ä as letter and
// mark of their own, and everything found in it.
func article(t testing.TB) *extract.Article {
	t.Helper()
	raw := "Laut Müller („ARD“) geht sie offenbar von über 3000 Verlusten aus, am 5. Mai <2024>."
	raw = strings.NewReplacer("ü", "u\u0308").Replace(raw)
	src, err := source.Read("a/b.txt", []byte(raw), source.Options{Date: "2024-05"})
	if err != nil {
		t.Fatal(err)
	}
	d := &text.Doc{}
	src.Fill(d)
	span := func(s string) text.Span {
		i := strings.Index(d.Text, s)
		if i < 0 {
			t.Fatalf("%q is not in %q", s, d.Text)
		}
		return text.Span{Start: i, End: i + len(s)}
	}
	who := extract.Speaker{Name: "Müller", Span: span("Müller"), Role: "Sprecherin", Type: "person", Cue: span("Laut")}
	medium := extract.Speaker{Name: "ARD", Span: span("ARD"), Type: "media"}
	number := unit.Quantity{Kind: unit.Count, Value: 3000, Min: 3000, Max: nan, Bound: unit.Over}
	d.Quantities = []text.Quantity{{Span: span("über 3000"), Quantity: number}}
	d.Dates = []text.Date{{Span: span("5. Mai"), Timex: date.Timex{Type: date.Date, Value: "2024-05-05"}}}
	d.Tokens = []text.Token{{
		Span: span("Verlusten"), Word: &text.Word{}, Sent: 0, Clause: 0, Chunk: -1,
		Reading: text.Reading{Lemma: "Verlust", POS: text.NOUN, Feats: text.Masc | text.Plur | text.Dat},
	}, {Span: span("aus"), Word: &text.Word{}, Clause: -1, Chunk: 2, Guess: true}}
	return &extract.Article{
		Doc: d, Source: src,
		Claims: []extract.Claim{{
			Span: span("über 3000"), Kind: unit.Count, Value: 3000, Min: 3000, Max: nan, Bound: unit.Over, Unit: "Verlusten",
			Speaker: &who, Via: []extract.Speaker{medium}, Speech: extract.IndirectSpeech,
			Hedges: []extract.Hedge{
				{Span: span("geht sie offenbar von über 3000 Verlusten aus"), Class: extract.Epistemic, Scope: extract.ClauseScope, Parts: []text.Span{span("geht"), span("aus")}, By: &medium},
				{Span: span("offenbar"), Class: extract.Epistemic, Scope: extract.ClauseScope},
			},
			Status: extract.StatusHedged, Times: []extract.Time{{Span: span("5. Mai"), Type: date.Date, Value: "2024-05-05"}},
			Sentence: text.Span{End: len(d.Text)}, Rule: "claim.count",
		}, {
			Span: span("2024"), Kind: unit.Count, Value: nan, Min: nan, Max: nan, Bound: unit.Vague, Speech: extract.NoSpeech,
			Status: extract.StatusAsserted, Sentence: text.Span{End: len(d.Text)}, Rule: "claim.count",
		}},
		Quotes:  []extract.Quote{{Span: span("offenbar"), Type: extract.Indirect, Speaker: &who, Via: []extract.Speaker{medium}, Cue: span("Laut"), Frame: span("Laut Müller")}},
		Explain: []extract.Step{{Claim: 0, Stage: "speech", Rule: "speech.prep.laut", Span: span("Laut Müller"), Note: "credits Müller"}, {Claim: -1, Stage: "block", Rule: "block.year", Span: span("2024")}},
	}
}

// every holds each record of article, by its name in the schema, as the encoder
// and as encoding/json writes it.
func every(t *testing.T) map[string][][2][]byte {
	t.Helper()
	var w Writer
	w.Reset(article(t))
	out := map[string][][2][]byte{}
	add := func(name string, r interface{ AppendJSON([]byte) []byte }) {
		var want bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
		out[name] = append(out[name], [2][]byte{r.AppendJSON(nil), bytes.TrimSuffix(want.Bytes(), []byte("\n"))})
	}
	add("claim", w.Claim(0, true))
	add("claim", w.Claim(0, false))
	add("claim", w.Claim(1, true))
	add("number", w.Number(0))
	add("date", w.Date(0))
	add("token", w.Token(0))
	add("token", w.Token(1))
	add("quote", w.Quote(0))
	return out
}

// The encoder by hand writes what the tags of the record types say.
func TestAppendJSONIsEncodingJSON(t *testing.T) {
	for name, records := range every(t) {
		for _, r := range records {
			want := string(r[1])
			for _, list := range []string{"via", "hedges", "rivals", "times", "parts"} { // encoding/json has null for an empty list of Go
				want = strings.ReplaceAll(want, `"`+list+`":null`, `"`+list+`":[]`)
			}
			if got := string(r[0]); got != want {
				t.Errorf("%s:\n got %s\nwant %s", name, got, want)
			}
		}
	}
}

func TestRecords(t *testing.T) {
	var w Writer
	w.Reset(article(t))
	got := string(w.Claims(nil, nil, true))
	// The text is that of the file, where ü is two code points, and so are the offsets.
	want := "{\"id\":\"ID\",\"doc\":\"a/b.txt\",\"published\":\"2024-05\",\"published_from\":\"flag\",\"start\":43,\"end\":53,\"text\":\"u\u0308ber 3000\"," +
		`"kind":"count","value":3000,"min":3000,"max":null,"bound":"over","unit":"Verlusten","per":null,"subject":null,` +
		"\"speaker\":{\"name\":\"Müller\",\"text\":\"Mu\u0308ller\",\"start\":5,\"end\":12,\"role\":\"Sprecherin\",\"type\":\"person\",\"cue\":{\"text\":\"Laut\",\"start\":0,\"end\":4}}," +
		`"via":[{"name":"ARD","text":"ARD","start":15,"end":18,"role":null,"type":"media","cue":null}],"speech":"indirect",`
	got = strings.Replace(got, w.Claim(0, false).ID, "ID", 1)
	if !strings.HasPrefix(got, want) {
		t.Errorf("\n got %s\nwant %s…", got, want)
	}
	if lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n"); len(lines) != 2 {
		t.Errorf("got %d lines; want 2", len(lines))
	}
	keep := func(c *extract.Claim) bool { return c.Status == extract.StatusAsserted }
	if got := string(w.Claims(nil, keep, false)); strings.Count(got, "\n") != 1 || !strings.Contains(got, `"text":"2024"`) {
		t.Errorf("asserted claims: got %s; want that of 2024 alone", got)
	}
	if got, want := string(w.Tokens(nil, true)), `"lemma":"Verlust","upos":"NOUN","feats":{"Case":"Dat","Gender":"Masc","Number":"Plur"},"sent":0,"clause":0,"chunk":null,"guess":false}`; !strings.Contains(got, want) {
		t.Errorf("got %s; want …%s", got, want)
	}
}

// An article or a year is a number only where it is a claim.
func TestNumbersLeaveOutArticlesAndYears(t *testing.T) {
	a := article(t)
	year := a.Claims[1].Span
	for _, q := range []unit.Quantity{{One: true}, {Year: true}} {
		q.Kind, q.Value, q.Bound = unit.Count, 1, unit.Exact
		a.Doc.Quantities = append(a.Doc.Quantities[:1], text.Quantity{Span: year, Quantity: q})
		var w Writer
		w.Reset(a)
		if got := strings.Count(string(w.Numbers(nil, nil)), "\n"); got != 2 {
			t.Errorf("%+v as a claim: got %d numbers; want 2", q, got)
		}
		claims := a.Claims
		a.Claims = claims[:1]
		if got := strings.Count(string(w.Numbers(nil, nil)), "\n"); got != 1 {
			t.Errorf("%+v as no claim: got %d numbers; want 1", q, got)
		}
		a.Claims = claims
	}
}

func TestSteps(t *testing.T) {
	var w Writer
	w.Reset(article(t))
	got := string(w.Steps(nil, nil))
	want := "a/b.txt: 43-53 \"u\u0308ber 3000\" by claim.count\n" +
		"  speech speech.prep.laut 0-12 \"Laut Mu\u0308ller\": credits Müller\n" +
		"a/b.txt: 80-84 \"2024\" by claim.count\n" +
		"a/b.txt: passed over\n" +
		"  block block.year 80-84 \"2024\"\n"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// The id depends on the name without folders, the place and the text alone.
func TestID(t *testing.T) {
	a := article(t)
	id := func(name string, i int) string {
		a.Source.Name = name
		var w Writer
		w.Reset(a)
		return w.Claim(i, false).ID
	}
	first := id("b.txt", 0)
	for _, same := range []string{"a/b.txt", "/x/y/b.txt", `C:\news\b.txt`} {
		if got := id(same, 0); got != first {
			t.Errorf("%s: got %q; want %q", same, got, first)
		}
	}
	if got := id("c.txt", 0); got == first {
		t.Errorf("another name: got %q; want another id", got)
	}
	if got := id("b.txt", 1); got == first {
		t.Errorf("another claim: got %q; want another id", got)
	}
}

func TestSchemaHoldsRecords(t *testing.T) {
	records := every(t)
	for _, name := range Records() {
		own, all := compiled(t, name), compiled(t, "")
		if len(records[name]) == 0 {
			t.Errorf("no %s to test", name)
		}
		for _, r := range records[name] {
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(r[0]))
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range []*jsonschema.Schema{own, all} {
				if err := s.Validate(v); err != nil {
					t.Errorf("%s: %s: %v", name, r[0], err)
				}
			}
			// Neither a missing field nor a new one passes.
			m := v.(map[string]any)
			for k, old := range m {
				if k == "explain" {
					continue
				}
				delete(m, k)
				if own.Validate(m) == nil {
					t.Errorf("%s without %s: passes; want an error", name, k)
				}
				m[k] = old
			}
			m["more"] = nil
			if own.Validate(m) == nil {
				t.Errorf("%s with another field: passes; want an error", name)
			}
		}
	}
	if _, err := Schema("nonsense"); err == nil {
		t.Errorf("schema of nonsense: got no error")
	}
}

func compiled(t *testing.T, record string) *jsonschema.Schema {
	t.Helper()
	b, err := Schema(record)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Each enum tag names a list, and a list belongs to a field that is a string.
func TestEnums(t *testing.T) {
	used := map[string]bool{}
	var walk func(reflect.Type)
	walk = func(rt reflect.Type) {
		for _, f := range fieldsOf(rt) {
			if f.doc == "" {
				t.Errorf("%s.%s: no doc", rt.Name(), f.name)
			}
			if f.enum != "" {
				if used[f.enum] = true; enums[f.enum] == nil || jsonType(f.typ) != "string" {
					t.Errorf("%s.%s: no list %q of strings", rt.Name(), f.name, f.enum)
				}
			}
			e := f.typ
			if e.Kind() == reflect.Slice {
				e = e.Elem()
			}
			if e.Kind() == reflect.Struct {
				walk(e)
			}
		}
	}
	for _, r := range recordTypes {
		walk(r.typ)
	}
	for name := range enums {
		if !used[name] {
			t.Errorf("list %q is used by no field", name)
		}
	}
}

func TestFeats(t *testing.T) {
	for i := range features {
		var all text.Feats
		for _, v := range features[i].values {
			if v.feat&^features[i].mask != 0 {
				t.Errorf("%s=%s: outside its mask", features[i].name, v.name)
			}
			all |= v.feat
			if v.feat == text.InfZu {
				continue // reads back as Inf
			}
			b, err := json.Marshal(Feats(v.feat))
			if err != nil {
				t.Fatal(err)
			}
			var got Feats
			if err := json.Unmarshal(b, &got); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(Feats(v.feat), got); d != "" {
				t.Errorf("%s: %s", b, d)
			}
		}
		if all != features[i].mask {
			t.Errorf("%s: got values %b; want all of %b", features[i].name, all, features[i].mask)
		}
	}
	if err := new(Feats).UnmarshalJSON([]byte(`{"Case":"Voc"}`)); err == nil {
		t.Errorf("unknown value: got no error")
	}
}

func BenchmarkClaim(b *testing.B) {
	a := article(b)
	var w Writer
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		w.Reset(a)
		buf = w.Claims(buf[:0], nil, false)
	}
	b.SetBytes(int64(len(buf)))
}
