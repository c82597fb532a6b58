package morph

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"github.com/belegt/extract/extract/text"
)

// Gold is a treebank sentence: a document of one sentence and the right class of
// each token by its STTS name, "" where it is not known.
type Gold struct {
	Doc     *text.Doc
	Classes []string
}

// Train learns the tagger's model from sentences and returns it as the file
// the tagger reads. It is deterministic: the same sentences give the same bytes.
func Train(gold []Gold, epochs int) ([]byte, error) {
	var s scratch
	want := make([][]class, len(gold))
	for i, g := range gold {
		want[i] = make([]class, len(g.Classes))
		for j, name := range g.Classes {
			if name == "" {
				continue
			}
			c, ok := parseClass(name)
			if !ok {
				return nil, fmt.Errorf("sentence %d: unknown class %q", i, name)
			}
			want[i][j] = c
		}
	}
	order := make([]int, len(gold))
	for i := range order {
		order[i] = i
	}
	m := &model{}
	for h, t := range [...]*half{&m.forward, &m.backward} {
		total := make([]float64, tableSize)
		for run := range runs {
			t := newTrainer()
			rnd := rand.New(rand.NewPCG(uint64(h+1), uint64(run)))
			for range epochs {
				rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
				for _, i := range order {
					s.load(gold[i].Doc)
					t.sentence(&s, want[i], h == 1)
				}
			}
			t.addTo(total)
		}
		*t = pack(total)
	}
	return m.append(nil), nil
}

// runs is how many models, each trained on the sentences in another order, are
// averaged.
const runs = 5

// trainer is an averaged perceptron over hashed features.
type trainer struct {
	w       []float32
	sum     []float64 // of w over all steps so far, up to last
	last    []int32
	now     int32
	classes []class
}

func newTrainer() *trainer {
	const n = tableSize
	return &trainer{w: make([]float32, n), sum: make([]float64, n), last: make([]int32, n)}
}

func (t *trainer) update(f uint32, c class, by float32) {
	i := cell(f, classKey(c))
	t.sum[i] += float64(t.w[i]) * float64(t.now-t.last[i])
	t.last[i] = t.now
	t.w[i] += by
}

func (t *trainer) score(fs []uint32, c class) float32 {
	k := classKey(c)
	var s float32
	for _, f := range fs {
		s += t.w[cell(f, k)]
	}
	return s
}

// sentence learns from the sentence in s, read from right to left if backward.
func (t *trainer) sentence(s *scratch, want []class, backward bool) {
	first := 0
	if backward {
		slices.Reverse(s.notes)
		slices.Reverse(s.fore)
		want = slices.Clone(want)
		slices.Reverse(want)
		first = len(want) - 1
	}
	lookAhead(s.fore, s.ahead)
	st := state{det: agrAll}
	for i, n := range s.notes {
		c := n.cand()[0]
		if len(n.cand()) > 1 {
			t.now++
			k := features(&s.feats, s.notes, s.ahead, i, first, &st)
			fs := s.feats[:k]
			best := float32(-1e30)
			var second class
			bestS := float32(-1e30)
			for _, x := range n.cand() {
				v := t.score(fs, x)
				if v > best {
					second, bestS = c, best
					best, c = v, x
				} else if v > bestS {
					second, bestS = x, v
				}
			}
			if g := want[i]; g != noClass && n.has(g) {
				switch {
				case g != c:
					for _, f := range fs {
						t.update(f, g, 1)
						t.update(f, c, -1)
					}
				case best-bestS < margin && second != c:
					for _, f := range fs {
						t.update(f, g, 0.5)
						t.update(f, second, -0.5)
					}
				}
			}
		}
		st.step(c, n)
	}
}

// margin is how far the right class must lead.
const margin = 15

// addTo adds the weights, averaged over all steps, to total.
func (t *trainer) addTo(total []float64) {
	for i := range total {
		sum := t.sum[i] + float64(t.w[i])*float64(t.now-t.last[i])
		total[i] += sum / float64(max(t.now, 1))
	}
}

// pack rounds weights to bytes.
func pack(w []float64) half {
	m := half{new([tableSize]int8)}
	var sizes []float64
	for _, v := range w {
		if v != 0 {
			sizes = append(sizes, math.Abs(v))
		}
	}
	if len(sizes) == 0 {
		return m
	}
	sort.Float64s(sizes)
	scale := 127 / sizes[len(sizes)*995/1000]
	for i, v := range w {
		x := v * scale
		switch {
		case x > 127:
			x = 127
		case x < -127:
			x = -127
		case x < 0:
			x -= 0.5
		default:
			x += 0.5
		}
		m.weights[i] = int8(x)
	}
	return m
}

// CandidateClasses names the classes w can be read as.
func CandidateClasses(w *text.Word) []string {
	n := noteOf(w)
	names := make([]string, len(n.cand()))
	for i, c := range n.cand() {
		names[i] = c.String()
	}
	return names
}

// ReadWith is Tag and Chunk with the model packed by Train, for judging it.
func (d *Dict) ReadWith(model []byte, doc *text.Doc) error {
	m, err := readModel(model)
	if err != nil {
		return err
	}
	d.tag(m, doc)
	d.Chunk(doc)
	return nil
}
