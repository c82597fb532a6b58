package text

// Size is the number of words and chunks v remembers.
func (v *Vocab) Size() (words, chunks int) {
	return len(v.words.young) + len(v.words.old), len(v.chunks.young) + len(v.chunks.old)
}
