package morph

import (
	"strings"

	"github.com/belegt/extract/extract/text"
)

// numeral reads spelled-out numbers.
func (a *analysis) numeral() bool { return false }

// beyond reads compounds and derivations.
func (a *analysis) beyond(capital bool) {}

// guessed reads by the look of the word.
func (a *analysis) guessed(capital bool) {
	a.guess = true
	if capital {
		a.add(a.form, text.PROPN, text.Sing)
		a.add(a.form, text.NOUN, text.Sing)
		return
	}
	switch {
	case strings.HasSuffix(a.lower, "te"), strings.HasSuffix(a.lower, "ten"):
		a.add(a.lower, text.VERB, text.Fin|text.Ind|text.Past)
	}
	a.add(a.lower, text.ADJ, 0)
	a.add(a.lower, text.ADV, 0)
}
