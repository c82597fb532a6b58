package text

// Size is the number of words and chunks v remembers.
func (v *Vocab) Size() (words, chunks int) {
	return len(v.words.young) + len(v.words.old), v.chunks.young.n + v.chunks.old.n + len(v.chunks.long.young) + len(v.chunks.long.old)
}
