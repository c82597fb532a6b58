package output

import (
	"github.com/belegt/extract/extract"
	"github.com/belegt/extract/extract/text"
	"github.com/belegt/extract/normalize/date"
	"github.com/belegt/extract/normalize/unit"
)

// ClaimKinds lists the kinds a claim may have.
func ClaimKinds() []unit.Kind {
	return []unit.Kind{
		unit.Count, unit.Money, unit.Percent, unit.Share, unit.Duration, unit.Length, unit.Area, unit.Volume, unit.Mass, unit.Speed,
		unit.Temperature, unit.Energy, unit.Power, unit.Pressure, unit.Data, unit.Age, unit.Score, unit.Factor, unit.Rate, unit.Other,
	}
}

// Kinds lists the kinds a quantity may have: those of a claim and ordinal.
func Kinds() []unit.Kind { return append(ClaimKinds(), unit.Ordinal) }

// Statuses lists the statuses a claim may have, the least cautious first.
func Statuses() []extract.Status {
	return []extract.Status{
		extract.StatusAsserted, extract.StatusAttributed, extract.StatusHedged, extract.StatusUnverified, extract.StatusDenied,
	}
}

// enums lists the values of the fields with a closed list, by the tag enum.
var enums = map[string][]string{
	"published_from": {"flag", "name", "head", "weekday", "record", "none"},
	"claim_kind":     plain(ClaimKinds()),
	"kind":           plain(Kinds()),
	"bound": plain([]unit.Bound{
		unit.Exact, unit.About, unit.Over, unit.AtLeast, unit.Under, unit.AtMost, unit.JustUnder, unit.JustOver, unit.Range, unit.Vague,
	}),
	"speech":       plain([]extract.Speech{extract.DirectSpeech, extract.IndirectSpeech, extract.NoSpeech}),
	"status":       plain(Statuses()),
	"speaker_type": {"person", "organization", "media", "state", "group", "document", "unnamed"},
	"hedge_class": plain([]extract.HedgeClass{
		extract.Hearsay, extract.Epistemic, extract.Unverified, extract.Provisional, extract.Denied, extract.Conditional,
	}),
	"hedge_scope": plain([]extract.HedgeScope{extract.ClauseScope, extract.SentenceScope, extract.PassageScope}),
	"timex_type":  plain([]date.Type{date.Date, date.Time, date.Duration, date.Set}),
	"upos":        upos(),
	"quote_type": plain([]extract.QuoteType{
		extract.Direct, extract.Indirect, extract.FreeIndirect, extract.IndirectFreeIndirect, extract.Reported,
	}),
}

func plain[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

func upos() []string {
	var out []string
	for p := text.ADJ; p <= text.X; p++ {
		out = append(out, p.String())
	}
	return out
}
