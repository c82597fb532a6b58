package main

import (
	"github.com/belegt/extract/extract/output"
	"github.com/belegt/extract/extract/text"
)

// records are the subcommands that print something else than claims.
var records = []record{
	{
		use:   "numbers [flags] FILE...",
		short: "Print every quantity expression, claim or not",
		long: `Print every quantity expression of the articles, claim or not, one JSON object a line;
ordinal numbers have the kind ordinal. 'extract schema number' describes the fields.`,
		example: `  extract numbers article.txt
  extract numbers --kind money articles/ | jq -c '[.text, .value, .unit]'`,
		kinds: output.Kinds(),
		write: func(w *output.Writer, b []byte, o *options) []byte {
			if o.kinds == nil {
				return w.Numbers(b, nil)
			}
			return w.Numbers(b, func(q *text.Quantity) bool { return has(o.kinds, q.Kind) })
		},
	},
	{
		use:   "dates [flags] FILE...",
		short: "Print every time expression as TIMEX3",
		long: `Print every time expression of the articles with TIMEX3 type, value and modifier, one
JSON object a line. 'extract schema date' describes the fields.`,
		example: `  extract dates --date 2024-11-05 article.txt
  extract dates articles/ | jq -c 'select(.type == "DATE") | [.text, .value]'`,
		write: func(w *output.Writer, b []byte, _ *options) []byte { return w.Dates(b) },
	},
	{
		use:   "tokens [flags] FILE...",
		short: "Print every token with its reading: what a rule sees",
		long: `Print every token of the articles with lemma, part of speech, features, sentence, clause
and chunk, one JSON object a line. 'extract schema token' describes the fields.

Compounds with hyphens come in the words that Universal Dependencies makes of them ("US", "-",
"Präsident"); with --whole in one piece, as rules see them.`,
		example: `  extract tokens article.txt
  extract tokens article.txt | jq -r '[.text, .lemma, .upos] | @tsv'`,
		tokens: true,
		write:  func(w *output.Writer, b []byte, o *options) []byte { return w.Tokens(b, o.whole) },
	},
	{
		use:   "quotes [flags] FILE...",
		short: "Print every quotation, direct or reported, with its speaker",
		long: `Print every quotation of the articles, direct, indirect or reported, with its speaker,
one JSON object a line. 'extract schema quote' describes the fields.`,
		example: `  extract quotes article.txt
  extract quotes articles/ | jq -r '[.speaker.name, .text] | @tsv'`,
		write: func(w *output.Writer, b []byte, _ *options) []byte { return w.Quotes(b) },
	},
}
