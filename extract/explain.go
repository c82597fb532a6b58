package extract

import "github.com/belegt/extract/extract/text"

// Step is one decision on the way to a claim, kept when Options.Explain is set.
type Step struct {
	Claim     int    // index into Article.Claims; -1 for what was read and passed over
	Stage     string // the stage that decided: "rule", "speech", "hedge" …
	Rule      string // id of the rule or construction
	text.Span        // what it read
	Note      string // what it decided, in a few words; "" when the rule's id says it all
}
