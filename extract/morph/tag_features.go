package morph

// maxFeatures bounds the features of one token.
const maxFeatures = 40

// state is what the tagger carries along a sentence.
type state struct {
	t1, t2 class // the classes chosen before
	finite bool  // the clause has its finite verb
	intro  uint8 // how the clause opens
	verb   class // the last verb seen in the clause
	zu     bool  // zu + infinitive still open
	det    agr   // what the open noun phrase can still be, agrAll when none is open
}

const (
	introNone uint8 = iota
	introSub
	introRel
	introWh
)

// step moves the state over a token read as class c.
func (s *state) step(c class, n *note) {
	s.t2, s.t1 = s.t1, c
	switch {
	case c == cCOMMA || c == cSTOP || c == cPUNCT:
		s.finite, s.intro, s.verb, s.zu = false, introNone, noClass, false
	case c == cKOUS || c == cKOUI:
		s.intro, s.finite = introSub, false
	case c == cPRELS || c == cPRELAT:
		s.intro, s.finite = introRel, false
	case c == cPWAV || c == cPWS || c == cPWAT:
		s.intro = introWh
	case c.isFinite():
		s.finite, s.verb = true, c
	case c.isVerb():
		s.verb = c
	}
	switch {
	case c.isDeterminer():
		s.det = n.agrAs(c)
	case c == cADJA || c == cCARD:
		s.det &= n.agrAs(c)
		if s.det == 0 {
			s.det = agrAll
		}
	case c == cADV || c == cADJD || c == cADJV || c == cKON || c == cPTKNEG:
	default:
		s.det = agrAll
	}
}

// ahead marks what may follow up to the clause's end.
const (
	aheadFin uint8 = 1 << iota
	aheadOnlyFin
	aheadInf
	aheadPP
	aheadLast // the last word before the end can be the finite verb
	aheadSure // and can be nothing else
	aheadEnd  // of a note alone: the clause may end with it
)

func aheadOf(n *note) uint8 {
	const fin = 1<<cVVFIN | 1<<cVAFIN | 1<<cVMFIN
	if n.set&(1<<cCOMMA|1<<cSTOP|1<<cPUNCT) != 0 {
		return aheadEnd
	}
	var a uint8
	if n.set&fin != 0 && n.set&(1<<cNN|1<<cNE|1<<cADJA|1<<cPPOSAT) == 0 {
		a |= aheadFin
		if n.set&^uint64(fin) == 0 {
			a |= aheadOnlyFin
		}
	}
	if n.set&(1<<cVVINF|1<<cVAINF|1<<cVMINF) != 0 && n.set&(1<<cNN) == 0 {
		a |= aheadInf
	}
	if n.set&(1<<cVVPP|1<<cVAPP) != 0 && n.set&(1<<cNN) == 0 {
		a |= aheadPP
	}
	return a
}

var noNote = &note{amb: 1, mark: 1, end: 1, look: 1, agr: agrAll}

// features fills buf with the hashed features of token i of the sentence whose
// notes are ns and returns how many. The notes may stand in reverse order; first
// is the place of the sentence's first word.
func features(buf *[maxFeatures]uint32, ns []*note, ahead []uint8, i, first int, s *state) int {
	n := ns[i]
	p1, p2, x1, x2 := noNote, noNote, noNote, noNote
	if i > 0 {
		p1 = ns[i-1]
	}
	if i > 1 {
		p2 = ns[i-2]
	}
	if i+1 < len(ns) {
		x1 = ns[i+1]
	}
	if i+2 < len(ns) {
		x2 = ns[i+2]
	}
	t1, t2 := uint32(s.t1)+100, uint32(s.t2)+200
	clause := uint32(s.intro)<<8 | uint32(s.verb)<<10
	if s.finite {
		clause |= 1
	}
	last := uint32(0)
	if x1.set&(1<<cCOMMA|1<<cSTOP|1<<cPUNCT|1<<cKON) != 0 || x1 == noNote {
		last = 1
	}
	after := uint32(ahead[i])
	fit := uint32(0) // agreement with what stands around
	if s.det != agrAll && s.det&n.agr == 0 {
		fit |= 1
	}
	if n.agr&x1.agr == 0 && x1.agr != 0 {
		fit |= 2
	}
	if x1.agr == 0 {
		fit |= 4
		if n.agr&x2.agr == 0 && x2.agr != 0 {
			fit |= 8
		}
	}
	look := n.look
	if i == first {
		look = mix(look, 5)
	}
	k := 0
	put := func(id, a, b uint32) {
		buf[k] = mix(mix(a, id*0x27D4EB2F), b)
		k++
	}
	put(1, n.amb, 0)
	put(2, n.amb, t1)
	put(4, n.amb, x1.amb)
	put(5, mix(n.amb, x1.amb), x2.amb)
	put(6, mix(n.amb, x1.amb), t1)
	put(7, n.mark, 0)
	put(8, n.mark, t1)
	put(9, n.mark, x1.mark)
	put(10, n.mark, x1.amb)
	put(11, n.amb, p1.mark)
	put(13, n.end, 0)
	put(15, n.amb, look)
	put(16, look, x1.amb)
	put(17, n.amb, clause)
	put(18, mix(n.amb, clause), last)
	put(19, mix(n.amb, clause), after)
	put(20, mix(n.mark, last), clause)
	put(21, mix(n.mark, t2), t1)
	put(22, n.mark, fit)
	put(23, mix(n.mark, fit), t1)
	put(25, t1, look)
	put(26, mix(n.amb, after), t1)
	put(27, n.mark, mix(p1.mark, p2.mark))
	put(28, mix(n.amb, x1.look), look)
	put(29, look, t1)
	put(30, mix(look, t1), x1.look)
	put(31, n.mark, after)
	put(32, mix(n.mark, after), t1)
	put(33, n.mark, x1.sum)
	put(34, n.amb, x1.sum)
	put(35, mix(n.sum, x1.sum), t1)
	put(36, mix(n.amb, after), clause)
	return k
}
