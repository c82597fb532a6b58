package morph

import "github.com/belegt/extract/extract/text"

// groups gathers the verbs of the sentence's clauses, from clause first on.
func (s *scratch) groups(d *Dict, doc *text.Doc, first int) {
	old := s.groupList[:cap(s.groupList)]
	s.groupList = s.groupList[:0]
	for id := first; id < len(doc.Clauses); id++ {
		c := &doc.Clauses[id]
		n := len(s.groupList)
		var parts []int
		if n < len(old) {
			parts = old[n].parts[:0]
		}
		g := group{clause: id, head: -1, parts: parts}
		if c.Finite >= 0 {
			g.parts = append(g.parts, c.Finite)
		}
		particle := -1
		for k := c.Tokens.From; k < c.Tokens.To; k++ {
			if doc.Tokens[k].Clause != id || k == c.Finite {
				continue
			}
			switch cl := s.classes[k]; {
			case cl == cPTKVZ:
				if particle < 0 && c.Finite >= 0 && k > c.Finite {
					particle = k
					g.parts = append(g.parts, k)
				}
			case cl == cPTKZU:
				if k+1 < c.Tokens.To && s.classes[k+1].isVerb() {
					g.parts = append(g.parts, k)
				}
			case cl.isVerb() && !cl.isFinite():
				g.parts = append(g.parts, k)
			}
		}
		if len(g.parts) == 0 {
			continue
		}
		s.mainVerb(d, doc, c, &g, particle)
		s.groupList = append(s.groupList, g)
	}
}

// mainVerb finds the verb that carries the meaning, tells auxiliaries from full
// verbs, joins the separated particle and reads passive and mood.
func (s *scratch) mainVerb(d *Dict, doc *text.Doc, c *text.Clause, g *group, particle int) {
	var sein, werden, worden, pp bool
	full := -1
	for _, k := range g.parts {
		t := &doc.Tokens[k]
		switch cl := s.classes[k]; cl {
		case cVVPP, cVVINF, cVVIZU:
			if full < 0 || k != c.Finite && s.classes[full].isFinite() {
				full = k
				pp = cl == cVVPP
			} else if cl == cVVPP && s.classes[full] == cVVINF {
				pp = true
			}
		case cVVFIN, cVVIMP:
			if full < 0 {
				full = k
			}
		case cVAFIN, cVAINF, cVAPP:
			switch t.Lemma {
			case "sein":
				sein = true
			case "werden":
				werden = true
				worden = worden || t.Word.Lower == "worden"
			}
		}
	}
	g.passive = full >= 0 && pp && (werden || sein && worden)
	if full < 0 {
		// No full verb: haben and werden are one unless they help another
		// auxiliary, sein is the copula.
		for _, k := range g.parts {
			t := &doc.Tokens[k]
			switch s.classes[k] {
			case cVAFIN, cVAINF, cVAPP:
				if full < 0 || t.Lemma == "sein" || full == c.Finite {
					full = k
				}
				if t.Lemma != "sein" && !s.helps(g, k) {
					t.POS = text.VERB
					full = k
				}
			}
		}
		if full < 0 {
			full = g.parts[0]
		}
	}
	g.head = full
	if particle >= 0 {
		s.joinParticle(d, doc, g, c.Finite, particle)
	}
}

// helps reports whether haben or werden at k helps another verb of its group:
// "wird sein", "hat werden können".
func (s *scratch) helps(g *group, k int) bool {
	if !s.classes[k].isFinite() {
		return false
	}
	for _, o := range g.parts {
		switch s.classes[o] {
		case cVAINF, cVAPP, cVMINF, cVMPP:
			return true
		}
	}
	return false
}

// joinParticle makes the lemma of a separable verb: "teilte … mit" → mitteilen.
func (s *scratch) joinParticle(d *Dict, doc *text.Doc, g *group, finite, particle int) {
	v := finite
	if v < 0 {
		return
	}
	t := &doc.Tokens[v]
	switch s.classes[v] {
	case cVVFIN, cVVIMP:
	case cVAFIN:
		if t.Lemma == "sein" || t.Lemma == "werden" {
			return // "ist klar"
		}
	default:
		return
	}
	form := doc.Tokens[particle].Word.Lower
	if d != nil {
		n := s.notes[v]
		for i := range n.ways {
			w := &n.ways[i]
			if w.class != s.classes[v] {
				continue
			}
			if l, ok := d.Separable(form, n.lemma(w)); ok {
				f := w.feats
				if n.lemma(w) == t.Lemma {
					f = t.Feats
				}
				t.Reading = text.Reading{Lemma: l, POS: text.VERB, Feats: f}
				t.Particle = particle
				return
			}
		}
	}
	if p := s.notes[particle]; p.has(cAPPR) || p.has(cART) || p.has(cADJD) || p.has(cKON) || len(form) < 5 || form[:2] == "da" {
		// "wisse nichts davon": no such verb, so no particle; longer ones
		// ("hinüber") join any verb
		for _, c := range p.cand() {
			if c == cADV || c == cADJV {
				s.read(doc, particle, c)
				break
			}
		}
		g.drop(particle)
		return
	}
	t.Particle = particle
	t.Lemma = form + t.Lemma
	t.POS = text.VERB
}

// drop takes token k out of the group.
func (g *group) drop(k int) {
	for i, p := range g.parts {
		if p == k {
			g.parts = append(g.parts[:i], g.parts[i+1:]...)
			return
		}
	}
}
