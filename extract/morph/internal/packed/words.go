package packed

// Words is an Automaton with its first two steps in a table: near the start
// states have dozens of transitions, and every lookup passes there.
type Words struct {
	Automaton
	column [256]uint8 // of a byte in pairs, 0 when no word begins with two such bytes
	width  int
	pairs  []State // by the columns of the first two bytes, noState for none
}

const noState = ^State(0)

func newWords(a Automaton) Words {
	w := Words{Automaton: a, width: 1}
	column := func(c byte) {
		if w.column[c] == 0 {
			w.column[c] = uint8(w.width)
			w.width++
		}
	}
	first := a.labels(a.Start())
	for i := range len(first) {
		column(first[i])
		s, _ := a.Step(a.Start(), first[i])
		for _, c := range []byte(a.labels(s)) {
			column(c)
		}
	}
	w.pairs = make([]State, w.width*w.width)
	for i := range w.pairs {
		w.pairs[i] = noState
	}
	for i := range len(first) {
		s, _ := a.Step(a.Start(), first[i])
		for _, c := range []byte(a.labels(s)) {
			t, _ := a.Step(s, c)
			w.pairs[int(w.column[first[i]])*w.width+int(w.column[c])] = t
		}
	}
	return w
}

// Two goes from the start by two bytes.
func (w *Words) Two(c, d byte) (State, bool) {
	s := w.pairs[int(w.column[c])*w.width+int(w.column[d])]
	return s, s != noState
}

// Get is the number of a word.
func (w *Words) Get(key string) (uint32, bool) {
	if len(key) < 2 {
		return w.Automaton.Get(key)
	}
	s, ok := w.Two(key[0], key[1])
	if !ok {
		return 0, false
	}
	for i := 2; i < len(key); i++ {
		if s, ok = w.Step(s, key[i]); !ok {
			return 0, false
		}
	}
	return w.Value(s)
}
