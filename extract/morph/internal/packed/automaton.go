package packed

import (
	"encoding/binary"
	"fmt"
)

// An Automaton maps words to numbers: the smallest acyclic automaton over their
// bytes whose end states carry the number. Words that end alike share states as
// far as their numbers do.
//
// A state is one byte with the count of its transitions, 0x80 set when a word
// ends in it; then the word's number in three bytes, if so; the bytes of the
// transitions; and for each the address of the next state in three bytes. The
// last four bytes of the automaton are the address of the first state.
type Automaton string

// State is the address of a state.
type State uint32

const stateEnd = 0x80

// BuildAutomaton makes the automaton of keys, which must be sorted and distinct,
// and the numbers below 1<<24 beside them.
func BuildAutomaton(keys []string, values []uint32) (Automaton, error) {
	b := automatonBuilder{states: map[string]State{}}
	first, err := b.build(keys, values, 0)
	if err != nil {
		return "", err
	}
	return Automaton(binary.LittleEndian.AppendUint32(b.out, uint32(first))), nil
}

type automatonBuilder struct {
	out    []byte
	states map[string]State
}

func (b *automatonBuilder) build(keys []string, values []uint32, depth int) (State, error) {
	s := []byte{0}
	if len(keys) > 0 && len(keys[0]) == depth {
		v := values[0]
		if v >= 1<<24 {
			return 0, fmt.Errorf("automaton: number %d of %q is too large", v, keys[0])
		}
		s[0] = stateEnd
		s = append(s, byte(v), byte(v>>8), byte(v>>16))
		keys, values = keys[1:], values[1:]
	}
	var labels, targets []byte
	for len(keys) > 0 {
		c, n := keys[0][depth], 1
		for n < len(keys) && keys[n][depth] == c {
			n++
		}
		t, err := b.build(keys[:n], values[:n], depth+1)
		if err != nil {
			return 0, err
		}
		labels = append(labels, c)
		targets = append(targets, byte(t), byte(t>>8), byte(t>>16))
		keys, values = keys[n:], values[n:]
	}
	if len(labels) >= stateEnd {
		return 0, fmt.Errorf("automaton: %d transitions in one state", len(labels))
	}
	s[0] |= byte(len(labels))
	s = append(append(s, labels...), targets...)
	if at, ok := b.states[string(s)]; ok {
		return at, nil
	}
	at := State(len(b.out))
	if at >= 1<<24 {
		return 0, fmt.Errorf("automaton: over %d bytes", 1<<24)
	}
	b.states[string(s)] = at
	b.out = append(b.out, s...)
	return at, nil
}

// Start is the first state.
func (a Automaton) Start() State {
	e := a[len(a)-4:]
	return State(e[0]) | State(e[1])<<8 | State(e[2])<<16
}

// Step goes from s by the byte c.
func (a Automaton) Step(s State, c byte) (State, bool) {
	n := int(a[s] &^ stateEnd)
	labels := int(s) + 1
	if a[s]&stateEnd != 0 {
		labels += 3
	}
	// Most states have one or two transitions: a loop beats IndexByte.
	for i := range n {
		if a[labels+i] == c {
			t := a[labels+n+3*i:]
			return State(t[0]) | State(t[1])<<8 | State(t[2])<<16, true
		}
	}
	return 0, false
}

// labels are the bytes that lead on from s.
func (a Automaton) labels(s State) string {
	from := int(s) + 1
	if a[s]&stateEnd != 0 {
		from += 3
	}
	return string(a[from : from+int(a[s]&^stateEnd)])
}

// Value is the number of the word that ends in s.
func (a Automaton) Value(s State) (uint32, bool) {
	if a[s]&stateEnd == 0 {
		return 0, false
	}
	v := a[s+1:]
	return uint32(v[0]) | uint32(v[1])<<8 | uint32(v[2])<<16, true
}

// Get is the number of a word.
func (a Automaton) Get(key string) (uint32, bool) {
	s := a.Start()
	for i := range len(key) {
		var ok bool
		if s, ok = a.Step(s, key[i]); !ok {
			return 0, false
		}
	}
	return a.Value(s)
}
