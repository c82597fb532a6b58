package output

// The wire format. Each AppendJSON appends one record as a JSON object without
// line break, its keys in the order of the struct.

// AppendJSON appends r as a JSON object.
func (r *ClaimRecord) AppendJSON(b []byte) []byte {
	b = appendString(append(b, `{"id":`...), r.ID)
	b = appendString(append(b, `,"doc":`...), r.Doc)
	b = appendStringOrNull(append(b, `,"published":`...), r.Published)
	b = appendString(append(b, `,"published_from":`...), r.PublishedFrom)
	b = appendInt(append(b, `,"start":`...), r.Start)
	b = appendInt(append(b, `,"end":`...), r.End)
	b = appendString(append(b, `,"text":`...), r.Text)
	b = appendString(append(b, `,"kind":`...), string(r.Kind))
	b = appendFloatOrNull(append(b, `,"value":`...), r.Value)
	b = appendFloatOrNull(append(b, `,"min":`...), r.Min)
	b = appendFloatOrNull(append(b, `,"max":`...), r.Max)
	b = appendString(append(b, `,"bound":`...), string(r.Bound))
	b = appendStringOrNull(append(b, `,"unit":`...), r.Unit)
	b = appendStringOrNull(append(b, `,"per":`...), r.Per)
	b = appendStringOrNull(append(b, `,"subject":`...), r.Subject)
	b = r.Speaker.AppendJSON(append(b, `,"speaker":`...))
	b = appendList(append(b, `,"via":`...), r.Via)
	b = appendString(append(b, `,"speech":`...), string(r.Speech))
	b = appendList(append(b, `,"hedges":`...), r.Hedges)
	b = appendString(append(b, `,"status":`...), string(r.Status))
	b = appendList(append(b, `,"rivals":`...), r.Rivals)
	b = appendList(append(b, `,"times":`...), r.Times)
	b = r.Sentence.AppendJSON(append(b, `,"sentence":`...))
	b = appendString(append(b, `,"rule":`...), r.Rule)
	if len(r.Explain) > 0 {
		b = appendList(append(b, `,"explain":`...), r.Explain)
	}
	return append(b, '}')
}

// AppendJSON appends r as a JSON object, null when r is nil.
func (r *SpeakerRecord) AppendJSON(b []byte) []byte {
	if r == nil {
		return append(b, "null"...)
	}
	b = appendString(append(b, `{"name":`...), r.Name)
	b = appendStretch(append(b, ','), r.Text, r.Start, r.End)
	b = appendStringOrNull(append(b, `,"role":`...), r.Role)
	b = appendString(append(b, `,"type":`...), r.Type)
	b = r.Cue.AppendJSON(append(b, `,"cue":`...))
	return append(b, '}')
}

// AppendJSON appends r as a JSON object, null when r is nil.
func (r *TextRecord) AppendJSON(b []byte) []byte {
	if r == nil {
		return append(b, "null"...)
	}
	b = appendStretch(append(b, '{'), r.Text, r.Start, r.End)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *SentenceRecord) AppendJSON(b []byte) []byte {
	b = appendInt(append(b, `{"start":`...), r.Start)
	b = appendInt(append(b, `,"end":`...), r.End)
	b = appendString(append(b, `,"text":`...), r.Text)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *HedgeRecord) AppendJSON(b []byte) []byte {
	b = appendStretch(append(b, '{'), r.Text, r.Start, r.End)
	b = appendString(append(b, `,"class":`...), string(r.Class))
	b = appendString(append(b, `,"scope":`...), string(r.Scope))
	b = appendList(append(b, `,"parts":`...), r.Parts)
	b = r.By.AppendJSON(append(b, `,"by":`...))
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *RivalRecord) AppendJSON(b []byte) []byte {
	b = appendString(append(b, `{"id":`...), r.ID)
	b = appendStretch(append(b, ','), r.Text, r.Start, r.End)
	b = appendStringOrNull(append(b, `,"speaker":`...), r.Speaker)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *PartRecord) AppendJSON(b []byte) []byte {
	b = appendInt(append(b, `{"start":`...), r.Start)
	b = appendInt(append(b, `,"end":`...), r.End)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *TimeRecord) AppendJSON(b []byte) []byte {
	b = appendStretch(append(b, '{'), r.Text, r.Start, r.End)
	b = appendString(append(b, `,"type":`...), string(r.Type))
	b = appendStringOrNull(append(b, `,"value":`...), r.Value)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *StepRecord) AppendJSON(b []byte) []byte {
	b = appendString(append(b, `{"stage":`...), r.Stage)
	b = appendString(append(b, `,"rule":`...), r.Rule)
	b = appendStretch(append(b, ','), r.Text, r.Start, r.End)
	b = appendString(append(b, `,"note":`...), r.Note)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *NumberRecord) AppendJSON(b []byte) []byte {
	b = appendHead(b, r.Doc, r.Start, r.End, r.Text)
	b = appendString(append(b, `,"kind":`...), string(r.Kind))
	b = appendFloatOrNull(append(b, `,"value":`...), r.Value)
	b = appendFloatOrNull(append(b, `,"min":`...), r.Min)
	b = appendFloatOrNull(append(b, `,"max":`...), r.Max)
	b = appendString(append(b, `,"bound":`...), string(r.Bound))
	b = appendStringOrNull(append(b, `,"unit":`...), r.Unit)
	b = appendStringOrNull(append(b, `,"per":`...), r.Per)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *DateRecord) AppendJSON(b []byte) []byte {
	b = appendHead(b, r.Doc, r.Start, r.End, r.Text)
	b = appendString(append(b, `,"type":`...), string(r.Type))
	b = appendStringOrNull(append(b, `,"value":`...), r.Value)
	b = appendStringOrNull(append(b, `,"mod":`...), r.Mod)
	return append(b, '}')
}

// AppendJSON appends r as a JSON object.
func (r *TokenRecord) AppendJSON(b []byte) []byte {
	b = appendHead(b, r.Doc, r.Start, r.End, r.Text)
	b = appendStringOrNull(append(b, `,"lemma":`...), r.Lemma)
	b = appendStringOrNull(append(b, `,"upos":`...), r.UPOS)
	b = r.Feats.AppendJSON(append(b, `,"feats":`...))
	b = appendInt(append(b, `,"sent":`...), r.Sent)
	b = appendIntOrNull(append(b, `,"clause":`...), r.Clause)
	b = appendIntOrNull(append(b, `,"chunk":`...), r.Chunk)
	if r.Guess {
		return append(b, `,"guess":true}`...)
	}
	return append(b, `,"guess":false}`...)
}

// AppendJSON appends r as a JSON object.
func (r *QuoteRecord) AppendJSON(b []byte) []byte {
	b = appendHead(b, r.Doc, r.Start, r.End, r.Text)
	b = appendString(append(b, `,"type":`...), string(r.Type))
	b = r.Speaker.AppendJSON(append(b, `,"speaker":`...))
	b = appendList(append(b, `,"via":`...), r.Via)
	b = r.Cue.AppendJSON(append(b, `,"cue":`...))
	b = r.Frame.AppendJSON(append(b, `,"frame":`...))
	return append(b, '}')
}

// appendHead opens a record with its article and place.
func appendHead(b []byte, doc string, start, end int, text string) []byte {
	b = appendString(append(b, `{"doc":`...), doc)
	b = appendInt(append(b, `,"start":`...), start)
	b = appendInt(append(b, `,"end":`...), end)
	return appendString(append(b, `,"text":`...), text)
}

// appendStretch appends the words and place of a part of a record.
func appendStretch(b []byte, text string, start, end int) []byte {
	b = appendString(append(b, `"text":`...), text)
	b = appendInt(append(b, `,"start":`...), start)
	return appendInt(append(b, `,"end":`...), end)
}

// appendList appends a list of records, [] for none.
func appendList[T any, P interface {
	*T
	AppendJSON([]byte) []byte
}](b []byte, list []T) []byte {
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = P(&list[i]).AppendJSON(b)
	}
	return append(b, ']')
}
