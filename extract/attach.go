package extract

import (
	"sort"

	"github.com/belegt/extract/extract/hedge"
	"github.com/belegt/extract/extract/speech"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/unit"
)

// credit finds the utterances of the article and gives each claim the innermost
// one that holds it.
func (w *Worker) credit() {
	w.said = w.speech.Find(&w.doc)
	for i := range w.said {
		u := &w.said[i]
		if u.Quiet {
			continue
		}
		w.art.Quotes = append(w.art.Quotes, Quote{
			Span: w.span(text.Range{From: u.Said[0].From, To: u.Said[len(u.Said)-1].To}),
			Type: QuoteType(u.Type), Speaker: u.Speaker, Via: u.Via, Cue: u.Cue, Frame: w.span(u.Frame),
		})
	}
	for i := range w.art.Claims {
		c := &w.art.Claims[i]
		at := w.tokenAt(c.Start)
		best := w.speech.Innermost(at)
		if best == nil {
			continue
		}
		c.Speech = IndirectSpeech
		if best.Type == speech.Direct || w.doc.Tokens[at].Zone >= 0 {
			c.Speech = DirectSpeech
		}
		c.Speaker, c.Via = best.Speaker, best.Via
		if c.Speaker != nil && c.Speaker.Vague {
			c.Speaker = nil
		}
		w.explain(Step{Claim: i, Stage: "speech", Rule: best.Rule, Span: best.Cue})
	}
}

// tokenAt is the token that begins at byte b.
func (w *Worker) tokenAt(b int) int {
	t := w.doc.Tokens
	return sort.Search(len(t), func(i int) bool { return t[i].End > b })
}

// hedged gives each claim the hedges that reach it, and its status.
func (w *Worker) hedged() {
	if len(w.art.Claims) == 0 && !w.x.opt.Explain {
		return
	}
	found := w.hedge.Find(&w.doc, w.said)
	w.targets = w.targets[:0]
	for i := range w.art.Claims {
		c := &w.art.Claims[i]
		at := w.tokenAt(c.Start)
		t := hedge.Target{Tokens: text.Range{From: at, To: w.tokenAt(c.End-1) + 1}, Kind: c.Kind, Credited: c.Speech != NoSpeech}
		if c.Speaker != nil {
			t.Speaker, t.Who = c.Speaker.Name, c.Speaker.Span
		}
		w.targets = append(w.targets, t)
	}
	// What is hedged is not the article's own word: the passages look for it.
	for _, passages := range [...]bool{false, true} {
		for k := range found {
			if h := &found[k]; h.Far() == passages {
				w.spread(h)
			}
		}
	}
	for i := range w.art.Claims {
		c := &w.art.Claims[i]
		sort.SliceStable(c.Hedges, func(a, b int) bool { return c.Hedges[a].Start < c.Hedges[b].Start })
		c.Status = StatusOf(c.Speaker, c.Speech, c.Hedges)
	}
}

// spread gives hedge h to the claims it reaches.
func (w *Worker) spread(h *Hedge) {
	if !h.Class.Known() {
		w.explain(Step{Claim: -1, Stage: "hedge", Rule: h.Rule, Span: h.Span, Note: "passed over: " + h.Why})
		return
	}
	var way string
	w.reached, way = w.hedge.Reach(h, w.targets, w.reached[:0])
	taken := false
	for _, i := range w.reached {
		c := &w.art.Claims[i]
		if c.Span.Overlaps(h.Span) && h.Parts == nil {
			continue
		}
		taken = true
		c.Hedges = append(c.Hedges, *h)
		w.targets[i].Credited = true
		if h.Class == Hearsay && c.Speech == NoSpeech {
			c.Speech = IndirectSpeech
		}
		if w.x.opt.Explain {
			w.explain(Step{Claim: i, Stage: "hedge", Rule: h.Rule, Span: h.Span, Note: string(h.Class) + ", " + string(h.Scope) + ": " + way})
		}
	}
	if h.Class == Hearsay {
		w.besides(h)
	}
	if !taken && w.x.opt.Explain {
		w.explain(Step{Claim: -1, Stage: "hedge", Rule: h.Rule, Span: h.Span, Note: string(h.Class) + ", reaches no claim: " + way})
	}
}

// besides makes indirect what stands beside in the clause of the verb of hearsay h:
// "ein 30-Jähriger soll drei Leute verletzt haben".
func (w *Worker) besides(h *Hedge) {
	d := &w.doc
	at := w.tokenAt(h.Start)
	c := d.Tokens[at].Clause
	if d.Tokens[at].POS != text.AUX || c < 0 {
		return
	}
	s := d.Clauses[c].Span
	for i := w.firstClaim(s.Start); i < len(w.art.Claims) && w.art.Claims[i].Start < s.End; i++ {
		x := &w.art.Claims[i]
		t := &d.Tokens[w.tokenAt(x.Start)]
		if x.Speech != NoSpeech || t.Clause != c || t.Quantity < 0 {
			continue
		}
		if q := &d.Quantities[t.Quantity]; q.One || q.Compound > 0 && q.Kind != unit.Age {
			continue // "ein achtseitiger Bericht"
		}
		x.Speech = IndirectSpeech
	}
}

// firstClaim is the first claim that begins at byte b or behind it.
func (w *Worker) firstClaim(b int) int {
	return sort.Search(len(w.art.Claims), func(i int) bool { return w.art.Claims[i].Start >= b })
}
