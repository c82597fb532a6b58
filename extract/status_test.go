package extract

import "testing"

func TestStatusOf(t *testing.T) {
	who := &Speaker{Name: "Brandt"}
	hedges := func(classes ...HedgeClass) (list []Hedge) {
		for _, c := range classes {
			list = append(list, Hedge{Class: c})
		}
		return list
	}
	for _, tt := range []struct {
		who    *Speaker
		speech Speech
		hedges []Hedge
		want   Status
	}{
		{nil, NoSpeech, nil, StatusAsserted},
		{who, IndirectSpeech, nil, StatusAttributed},
		{nil, IndirectSpeech, nil, StatusAttributed},
		{nil, DirectSpeech, nil, StatusAttributed},
		{who, NoSpeech, nil, StatusAttributed},
		{nil, NoSpeech, hedges(Hearsay), StatusHedged},
		{who, IndirectSpeech, hedges(Epistemic), StatusHedged},
		{nil, NoSpeech, hedges(Provisional), StatusHedged},
		{nil, NoSpeech, hedges(Conditional), StatusHedged},
		{who, IndirectSpeech, hedges(Unverified, Epistemic), StatusUnverified},
		{who, IndirectSpeech, hedges(Denied, Unverified, Epistemic), StatusDenied},
		{nil, NoSpeech, hedges(Hearsay, Denied), StatusDenied},
	} {
		if got := StatusOf(tt.who, tt.speech, tt.hedges); got != tt.want {
			t.Errorf("%v, %s, %v: got %q; want %q", tt.who, tt.speech, tt.hedges, got, tt.want)
		}
	}
}
