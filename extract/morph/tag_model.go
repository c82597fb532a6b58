package morph

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"sync"
)

// model is a linear tagger of two halves: one reads a sentence from left to
// right, one from right to left, and their scores add up. Each has one signed
// byte for each hashed pair of feature and class.
type model struct {
	forward, backward half
}

// half holds the weights of one direction.
type half struct{ weights *[tableSize]int8 }

// tableSize is the number of weights of a half.
const (
	tableBits = 17
	tableSize = 1 << tableBits
)

//go:embed data/tagger.bin
var taggerBin []byte

// tagger is the embedded model. It is made by package train from UD German GSD.
var tagger = sync.OnceValue(func() *model {
	m, err := readModel(taggerBin)
	if err != nil {
		panic("morph: data/tagger.bin: " + err.Error())
	}
	return m
})

const modelMagic = 0x314d4745 // "EGM1"

func readModel(b []byte) (*model, error) {
	if len(b) < 8 || binary.LittleEndian.Uint32(b) != modelMagic {
		return nil, errors.New("no tagger model; make it with go run ./extract/morph/train")
	}
	const n = tableSize
	if binary.LittleEndian.Uint32(b[4:]) != n || len(b) != 8+2*n {
		return nil, errors.New("tagger model has the wrong length; make it with go run ./extract/morph/train")
	}
	return &model{readHalf(b[8 : 8+n]), readHalf(b[8+n:])}, nil
}

func readHalf(b []byte) half {
	t := half{new([tableSize]int8)}
	for i, v := range b {
		t.weights[i] = int8(v)
	}
	return t
}

func (m *model) append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, modelMagic)
	b = binary.LittleEndian.AppendUint32(b, tableSize)
	for _, t := range [...]half{m.forward, m.backward} {
		for _, v := range t.weights {
			b = append(b, byte(v))
		}
	}
	return b
}

// classKey spreads the weights of the classes.
func classKey(c class) uint32 { return uint32(c) * 0x9E3779B1 }

// cell is the place of the weight of feature f for the class with key k.
func cell(f, k uint32) uint32 { return (f ^ k) * 0xC2B2AE35 >> (32 - tableBits) }

// pair is score for two classes at a time: what is common is done once.
func (m half) pair(fs []uint32, c, d class) (int32, int32) {
	k, l, w := classKey(c), classKey(d), m.weights
	var s, t int32
	for _, f := range fs {
		s += int32(w[cell(f, k)])
		t += int32(w[cell(f, l)])
	}
	return s, t
}

// all appends the scores of the features for the classes.
func (m half) all(dst []int32, fs []uint32, cs []class) []int32 {
	for ; len(cs) > 1; cs = cs[2:] {
		s, t := m.pair(fs, cs[0], cs[1])
		dst = append(dst, s, t)
	}
	if len(cs) == 1 {
		dst = append(dst, m.score(fs, cs[0]))
	}
	return dst
}

// score adds up the weights of the features for class c.
func (m half) score(fs []uint32, c class) int32 {
	k, w := classKey(c), m.weights
	var s int32
	for _, f := range fs {
		s += int32(w[cell(f, k)])
	}
	return s
}
