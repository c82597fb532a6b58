package morph

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed chunk_words.tsv
var chunkWordsTSV string

// kinds is a set of the lists of chunk_words.tsv.
type kinds uint16

const (
	isApprox kinds = 1 << iota
	isCount
	isTime
	isParticle
	isCopula
	isDative
	isJoin
	isTitled
	isAgent
	isPairFirst
	isPairSecond
	isAlsoFirst
	isAlsoSecond
	isContrast
	isSole
	isPersonTitle
)

var kindNames = map[string]kinds{"approx": isApprox, "count": isCount, "time": isTime, "particle": isParticle, "copula": isCopula, "dative": isDative, "join": isJoin, "titled": isTitled, "agent": isAgent, "pair1": isPairFirst, "pair2": isPairSecond, "also1": isAlsoFirst, "also2": isAlsoSecond, "contrast": isContrast, "sole": isSole, "person": isPersonTitle}

var chunkWords = sync.OnceValue(func() *wordMap[kinds] {
	m, err := parseChunkWords(chunkWordsTSV)
	if err != nil {
		panic("morph: chunk_words.tsv: " + err.Error())
	}
	return newWordMap(m)
})

func parseChunkWords(src string) (map[string]kinds, error) {
	m := make(map[string]kinds, 256)
	line := 0
	for l := range strings.SplitSeq(src, "\n") {
		line++
		if l == "" || l[0] == '#' {
			continue
		}
		name, words, ok := strings.Cut(l, "\t")
		k := kindNames[name]
		if !ok || k == 0 {
			return nil, fmt.Errorf("line %d: unknown list %q", line, name)
		}
		for w := range strings.FieldsSeq(words) {
			m[w] |= k
		}
	}
	return m, nil
}
