package source

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed rules.txt
var rulesText string

// scope says which part of which line a pattern speaks of.
type scope uint8

const (
	scopeLine     scope = iota // a whole line
	scopeHead                  // a whole line before the body, or between dek and body
	scopeFoot                  // a whole line behind the last sentence
	scopeLinks                 // a whole line behind the last sentence; the lines below it are links
	scopeStart                 // the beginning of a line; a capital, digit or quotation mark follows, or nothing
	scopeDateline              // the beginning of a report: place and agency before the first sentence
	scopeEnd                   // a mark in brackets at a line's end, behind a closed sentence
	scopeLast                  // the same, at the end of the body only
	scopeFinal                 // a mark in brackets at the end of the body, behind anything
	scopeAmid                  // a dated mark in brackets behind a closed sentence of the body's last line
	scopeCredit                // the end of a line, behind a closed sentence or a blank before ©
	scopeCaption               // a mark in brackets at the end of a picture's caption
	scopes
)

var scopeNames = [scopes]string{"line", "head", "foot", "links", "start", "dateline", "end", "last", "final", "amid", "credit", "caption"}

// ruleSet is rules.txt, read.
type ruleSet struct {
	rules                                        []rule
	month, weekday, year, ahead, noplace, nosign *set
	by                                           [scopes]index
}

type rule struct {
	id             string
	patterns       []scoped
	match, nomatch []example
}

type scoped struct {
	*pattern
	scope scope
}

type example struct {
	text string
	line int
}

// index finds the patterns of a scope that may begin with a word: by the word in
// lower case, by "0" for digits, by the character for anything else.
type index struct {
	first  map[string][]*pattern
	others []*pattern // begin with a shape of letters
}

// rules is the embedded rule file. It is part of the program and tested, so an
// error in it cannot happen.
var rules = sync.OnceValue(func() *ruleSet {
	r, err := parseRules(rulesText)
	if err != nil {
		panic(err)
	}
	return r
})

// parseRules reads a rule file; its head says how one is written.
func parseRules(src string) (*ruleSet, error) {
	r := &ruleSet{}
	sets := map[string]*set{}
	ids := map[string]bool{}
	line := 0
	for l := range strings.Lines(src) {
		line++
		l = strings.TrimSpace(l)
		if l == "" || l[0] == '#' {
			continue
		}
		fail := func(err error) (*ruleSet, error) { return nil, fmt.Errorf("rules.txt:%d: %w", line, err) }
		key, arg, _ := strings.Cut(l, " ")
		arg = strings.TrimSpace(arg)
		if key == "set" || key == "rule" {
			if ids[arg] {
				return fail(fmt.Errorf("%s %q stands above already", key, arg))
			}
			ids[arg] = true
		}
		switch key {
		case "set":
			name, words, _ := strings.Cut(arg, " ")
			if sets[name] == nil {
				sets[name] = &set{words: map[string]int{}}
			}
			if err := sets[name].add(words); err != nil {
				return fail(err)
			}
			continue
		case "rule":
			r.rules = append(r.rules, rule{id: arg})
			continue
		}
		if len(r.rules) == 0 {
			return fail(fmt.Errorf("%q before the first rule", key))
		}
		cur := &r.rules[len(r.rules)-1]
		switch sc := scopeOf(key); {
		case key == "match":
			cur.match = append(cur.match, example{arg, line})
		case key == "nomatch":
			cur.nomatch = append(cur.nomatch, example{arg, line})
		case sc < scopes:
			p, err := parsePattern(arg, sets)
			if err != nil {
				return fail(err)
			}
			p.rule = cur.id
			cur.patterns = append(cur.patterns, scoped{p, sc})
			r.by[sc].add(p)
		default:
			return fail(fmt.Errorf("unknown key %q: want set, rule, match, nomatch or one of %s", key, strings.Join(scopeNames[:], ", ")))
		}
	}
	for _, name := range []string{"month", "weekday", "year", "ahead", "noplace", "nosign"} {
		if sets[name] == nil {
			return nil, fmt.Errorf("rules.txt: no set %s", name)
		}
	}
	r.month, r.weekday, r.year = sets["month"], sets["weekday"], sets["year"]
	r.ahead, r.noplace, r.nosign = sets["ahead"], sets["noplace"], sets["nosign"]
	return r, nil
}

func scopeOf(name string) scope {
	for i, n := range scopeNames {
		if n == name {
			return scope(i)
		}
	}
	return scopes
}

// add puts words into the set: "Januar=1 Jänner=1 picture_alliance".
func (t *set) add(words string) error {
	for _, f := range strings.Fields(words) {
		w, num, has := strings.Cut(f, "=")
		v := 0
		if has {
			var err error
			if v, err = strconv.Atoi(num); err != nil {
				return fmt.Errorf("%q: no number behind =", f)
			}
		}
		// Kept as lookup puts it together: runs of letters and digits with one
		// blank between.
		parts := strings.FieldsFunc(strings.ToLower(w), func(r rune) bool { return r == '_' })
		for _, p := range parts {
			if wordEnd(p, 0) != len(p) {
				return fmt.Errorf("%q: a word of a set holds letters, digits and _ only", f)
			}
		}
		t.most = max(t.most, len(parts))
		t.words[strings.Join(parts, " ")] = v
		c := parts[0][0]
		t.starts[c] = true
		if 'a' <= c && c <= 'z' {
			t.starts[c-'a'+'A'] = true
		}
	}
	return nil
}

// add files p under every word it may begin with.
func (x *index) add(p *pattern) {
	if x.first == nil {
		x.first = map[string][]*pattern{}
	}
	file := func(key string) {
		for _, q := range x.first[key] {
			if q == p {
				return
			}
		}
		x.first[key] = append(x.first[key], p)
	}
	switch it := p.items[0]; {
	case it.words != nil:
		for _, w := range it.words {
			file(string(lineKey(nil, w, 0)))
		}
	case it.set != nil:
		for w := range it.set.words {
			file(string(lineKey(nil, w, 0)))
		}
	case it.shape == shapeNumber || it.shape == shapeTime || it.shape == shapeDay:
		file("0")
	case it.shape == shapeDate:
		file("0")
		x.others = append(x.others, p)
	default:
		x.others = append(x.others, p)
	}
}

// lineKey appends what s at offset at is filed under.
func lineKey(buf []byte, s string, at int) []byte {
	if at >= len(s) {
		return buf
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	switch {
	case unicode.IsDigit(r):
		return append(buf, '0')
	case unicode.IsLetter(r):
		end := at
		for i, r := range s[at:] {
			if !unicode.IsLetter(r) {
				break
			}
			end = at + i + utf8.RuneLen(r)
			if end-at > 40 {
				break
			}
		}
		return appendLower(buf, s[at:end])
	}
	return append(buf, s[at:at+n]...)
}

// longest is the longest match of a pattern of the scope at offset at of s.
func (x *index) longest(s string, at int, whole bool) (best match, ok bool) {
	var low [64]byte
	try := func(ps []*pattern) {
		for _, p := range ps {
			if m, hit := p.read(s, at, whole); hit && (!ok || m.end > best.end || m.end == best.end && best.date == (day{})) {
				best, ok = m, true
			}
		}
	}
	try(x.first[string(lineKey(low[:0], s, at))])
	try(x.others)
	return best, ok
}
