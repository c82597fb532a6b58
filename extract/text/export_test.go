package text

// Size is the number of words and chunks v remembers.
func (v *Vocab) Size() (words, chunks int) {
	return v.words.young.n + v.words.old.n, v.chunks.young.n + v.chunks.old.n + v.long.young.n + v.long.old.n
}
