// Package extract reads German news articles and finds their numeric claims:
// value, bound and unit, what is counted, who says it, how surely, and when.
//
// An article passes through the stages listed in stages, each a function on the
// text.Doc that fills its own layer.
package extract

import (
	"fmt"
	"os"

	"github.com/belegt/extract/extract/hedge"
	"github.com/belegt/extract/extract/morph"
	"github.com/belegt/extract/extract/rule"
	"github.com/belegt/extract/extract/rules"
	"github.com/belegt/extract/extract/source"
	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// Options steer an Extractor.
type Options struct {
	Date     string   // the date of all articles, ISO 8601; "" to look for it in each
	RuleDirs []string // folders of rules that add to or replace the built-in ones
	Explain  bool     // keep the decisions behind each claim
}

// Article is one article with everything found in it.
type Article struct {
	Doc     *text.Doc
	Source  *source.Article
	Claims  []Claim // by place
	Quotes  []Quote // by place
	Explain []Step  // with Options.Explain: by claim, in the order decided

	worker *Worker
}

// Extractor holds rules and dictionary. It is read only and may be shared.
type Extractor struct {
	opt  Options
	set  *rule.Set
	dict *morph.Dict
}

// ruleStages are the consumers of rules.
var ruleStages = []rule.Stage{
	{Name: "block"},
	{Name: "claim", Captures: []string{"q", "unit", "subject"}},
	{Name: "per", Captures: []string{"word", "noun"}},
	{Name: "attribution", Captures: []string{"speaker", "cue", "via"}},
	{Name: "source", Captures: []string{"speaker", "cue"}},
	hedge.Stage(),
}

// New loads the rules and the dictionary. Faults in the rules of Options come
// back as rule.Errors.
func New(opt Options) (*Extractor, error) {
	sources := []rule.Source{rules.Builtin()}
	for _, dir := range opt.RuleDirs {
		if _, err := os.ReadDir(dir); err != nil {
			return nil, fmt.Errorf("rules: %w", err)
		}
		sources = append(sources, rule.Source{Label: dir + "/", FS: os.DirFS(dir)})
	}
	set, err := rule.Load(ruleStages, sources...)
	if err != nil {
		return nil, err
	}
	dict, err := morph.Load()
	if err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	return &Extractor{opt: opt, set: set, dict: dict}, nil
}

// Rules is the loaded set of rules.
func (x *Extractor) Rules() *rule.Set { return x.set }

// Worker reads articles one by one; it belongs to one goroutine.
type Worker struct {
	x       *Extractor
	vocab   *text.Vocab
	doc     text.Doc
	art     Article
	blocks  *rule.Matcher
	propose *rule.Matcher
	pers    *rule.Matcher
	matches []rule.Match
	speech  *speech.Finder
	hedge   *hedge.Finder
	said    []speech.Utterance
	counted counter
	targets []hedge.Target
	reached []int  // claims that a hedge reaches
	bare    []bool // by date: only a year
	near    []int  // dates of the claim being dated

	rivalWords rivalWords
}

// NewWorker returns a Worker with caches and buffers of its own.
func (x *Extractor) NewWorker() (*Worker, error) {
	w := &Worker{x: x, blocks: x.set.Matcher("block"), propose: x.set.Matcher("claim"), pers: x.set.Matcher("per"), hedge: hedge.NewFinder(x.set), rivalWords: newRivalWords(x.set)}
	w.vocab = text.NewVocab(w.know)
	var err error
	if w.speech, err = speech.NewFinder(x.set); err != nil {
		return nil, err
	}
	if w.counted, err = newCounter(x.set); err != nil {
		return nil, err
	}
	return w, nil
}

// know fills in what the dictionary, the rules and the normalisers know of a
// new word.
func (w *Worker) know(word *text.Word) {
	w.x.dict.Analyze(word)
	w.x.set.Classify(word)
	if unit.CanStart(word.Form) {
		word.Shape |= text.StartsQuantity
	}
	word.Lead = date.LeadOf(word.Form)
}

// stages is the way of an article, in order.
var stages = [...]struct {
	name string
	run  func(*Worker)
}{
	{"tokens", func(w *Worker) { w.vocab.Tokenize(&w.doc) }},
	{"sentences", func(w *Worker) { text.Split(&w.doc); text.Zones(&w.doc) }},
	{"morph", func(w *Worker) { w.x.dict.Tag(&w.doc); w.x.dict.Chunk(&w.doc) }},
	{"normalize", (*Worker).normalize},
	{"claims", (*Worker).claims},
	{"speech", (*Worker).credit},
	{"hedge", (*Worker).hedged},
	{"times", (*Worker).dated},
	{"rivals", (*Worker).rivals},
}

// Read reads one article: raw is its bytes. The result is good until the next
// call.
func (w *Worker) Read(name string, raw []byte) (*Article, error) {
	src, err := source.Read(name, raw, source.Options{Date: w.x.opt.Date})
	if err != nil {
		return nil, err
	}
	src.Fill(&w.doc)
	w.art = Article{worker: w, Doc: &w.doc, Source: src, Claims: w.art.Claims[:0], Quotes: w.art.Quotes[:0], Explain: w.art.Explain[:0]}
	for _, s := range stages {
		s.run(w)
	}
	return &w.art, nil
}

// explain keeps a decision when it is asked for.
func (w *Worker) explain(s Step) {
	if w.x.opt.Explain {
		w.art.Explain = append(w.art.Explain, s)
	}
}
