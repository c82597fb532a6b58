package morph

import "github.com/belegt/extract/extract/text"

// class is a word class of the Stuttgart-Tübingen tag set (STTS), finer than
// UPOS: it tells the finite verb from the infinitive and the relative pronoun
// from the article, which the tagger and the chunker ask for. A class of zero
// is not read yet.
type class uint8

const (
	noClass class = iota
	cADJA         // attributive adjective
	cADJD         // adjective without an ending, predicative
	cADJV         // adjective without an ending, adverbial
	cADV
	cAPPR    // preposition
	cAPPRART // preposition with article ("im")
	cAPPO    // postposition ("zufolge")
	cAPZR    // right half of a circumposition ("von … an")
	cART     // article
	cCARD    // cardinal number
	cFM      // foreign word
	cITJ     // interjection
	cKON     // coordinating conjunction
	cKOKOM   // comparing conjunction ("als", "wie")
	cKOUS    // subjunction
	cKOUI    // um, ohne, statt before zu + infinitive
	cNE      // proper name
	cNN      // noun
	cPDAT    // demonstrative before a noun
	cPDS     // demonstrative alone
	cPIAT    // indefinite before a noun
	cPIS     // indefinite alone
	cPPER    // personal pronoun
	cPPOSAT  // possessive before a noun
	cPPOSS   // possessive alone
	cPRELS   // relative pronoun
	cPRELAT  // relative before a noun ("dessen")
	cPRF     // reflexive
	cPTKA    // particle before adjective ("zu", "am")
	cPTKANT  // answer particle
	cPTKNEG  // nicht
	cPTKVZ   // separated verb particle
	cPTKZU   // zu before an infinitive
	cPWAT    // interrogative before a noun
	cPWAV    // interrogative adverb
	cPWS     // interrogative alone
	cTRUNC   // first half of a compound ("Parkett-")
	cVA      // a form of sein, haben, werden; split by verb form below
	cVM      // a modal; split by verb form below
	cVVFIN   // full verb: finite
	cVVIMP   // imperative
	cVVINF   // infinitive
	cVVIZU   // infinitive with zu inside
	cVVPP    // participle II
	cVAFIN
	cVAINF
	cVAPP
	cVMFIN
	cVMINF
	cVMPP
	cPUNCT  // any punctuation
	cCOMMA  // comma
	cSTOP   // end of sentence, colon, semicolon
	cXY     // symbols and what is no word
	classes // how many
)

var classNames = [classes]string{"", "ADJA", "ADJD", "ADJV", "ADV", "APPR", "APPRART", "APPO", "APZR", "ART", "CARD", "FM", "ITJ",
	"KON", "KOKOM", "KOUS", "KOUI", "NE", "NN", "PDAT", "PDS", "PIAT", "PIS", "PPER", "PPOSAT", "PPOSS", "PRELS", "PRELAT",
	"PRF", "PTKA", "PTKANT", "PTKNEG", "PTKVZ", "PTKZU", "PWAT", "PWAV", "PWS", "TRUNC", "VA", "VM", "VVFIN", "VVIMP",
	"VVINF", "VVIZU", "VVPP", "VAFIN", "VAINF", "VAPP", "VMFIN", "VMINF", "VMPP", "$(", "$,", "$.", "XY"}

func (c class) String() string { return classNames[c] }

func parseClass(s string) (class, bool) {
	for i, n := range classNames {
		if i > 0 && n == s {
			return class(i), true
		}
	}
	return noClass, false
}

// ofVerbForm turns VA and VM into the class of the verb form f names.
func (c class) ofVerbForm(f text.Feats) class {
	var fin, inf, pp class
	switch c {
	case cVA:
		fin, inf, pp = cVAFIN, cVAINF, cVAPP
	case cVM:
		fin, inf, pp = cVMFIN, cVMINF, cVMPP
	default:
		return c
	}
	switch f.Get(text.VerbForm) {
	case text.Inf, text.InfZu:
		return inf
	case text.Part:
		return pp
	}
	return fin
}

// isFinite reports whether c is a finite verb.
func (c class) isFinite() bool {
	return c == cVVFIN || c == cVAFIN || c == cVMFIN || c == cVVIMP
}

// isVerb reports whether c is any verb form.
func (c class) isVerb() bool { return c >= cVVFIN && c <= cVMPP }

// isDeterminer reports whether c opens a noun phrase before a noun.
func (c class) isDeterminer() bool {
	switch c {
	case cART, cPDAT, cPIAT, cPPOSAT, cPWAT, cPRELAT:
		return true
	}
	return false
}
