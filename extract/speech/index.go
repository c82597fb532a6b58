package speech

import (
	"sort"

	"github.com/belegt/extract/extract/text"
)

// index finds the clauses and utterances of a sentence, so that no step walks
// over the whole article again.
type index struct {
	clauses []text.Range // by sentence: its clauses, as indices into Doc.Clauses
	first   []int32      // by sentence: its newest link, -1 for none
	links   []link
}

// link is an utterance that says something in a sentence or is credited there.
type link struct{ utterance, next int32 }

func (x *index) reset(d *text.Doc) {
	x.clauses = x.clauses[:0]
	x.first = x.first[:0]
	for range d.Sentences {
		x.clauses = append(x.clauses, text.Range{})
		x.first = append(x.first, -1)
	}
	for c := range d.Clauses {
		r := &x.clauses[d.Clauses[c].Sent]
		if r.Empty() {
			r.From = c
		}
		r.To = c + 1
	}
	x.links = x.links[:0]
}

// unlink forgets the utterances.
func (x *index) unlink() {
	for s := range x.first {
		x.first[s] = -1
	}
	x.links = x.links[:0]
}

// put enters utterance k into the sentences its ranges and its credit lie in.
func (x *index) put(d *text.Doc, u *Utterance, k int) {
	at, last := d.Tokens[u.at].Sent, -1
	if at < d.Tokens[u.start()].Sent || at > d.Tokens[u.end()-1].Sent {
		x.enter(at, k)
	}
	for _, r := range u.Said {
		for s := max(last+1, d.Tokens[r.From].Sent); s <= d.Tokens[r.To-1].Sent; s++ {
			x.enter(s, k)
			last = s
		}
	}
}

// enter puts utterance k into sentence s.
func (x *index) enter(s, k int) {
	x.links = append(x.links, link{utterance: int32(k), next: x.first[s]})
	x.first[s] = int32(len(x.links) - 1)
}

// in calls yield for each utterance of sentence s, newest first, until it says
// no.
func (x *index) in(s int, yield func(k int) bool) {
	if s < 0 || s >= len(x.first) {
		return
	}
	for l := x.first[s]; l >= 0; l = x.links[l].next {
		if !yield(int(x.links[l].utterance)) {
			return
		}
	}
}

// chunkAt is the index of the first chunk that begins at token i or behind it.
func (f *Finder) chunkAt(i int) int {
	return sort.Search(len(f.ch), func(k int) bool { return f.ch[k].Tokens.From >= i })
}

// zoneAt is the index of the first zone whose words begin at token i or behind
// it.
func (f *Finder) zoneAt(i int) int {
	return sort.Search(len(f.d.Zones), func(z int) bool { return f.d.Zones[z].Tokens.From >= i })
}
