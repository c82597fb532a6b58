package text

// Reset makes d ready for the article called name with the given text, which
// must be valid UTF-8. All layers are emptied; their memory is kept.
func (d *Doc) Reset(name, text string) {
	d.Name, d.Text = name, text
	d.Published, d.Anchor, d.Title = Published{}, "", Span{}
	d.Furniture = d.Furniture[:0]
	d.Tokens = d.Tokens[:0]
	d.Sentences = d.Sentences[:0]
	d.Paragraphs = d.Paragraphs[:0]
	d.Zones = d.Zones[:0]
	d.Lexicons = d.Lexicons[:0]
	d.Clauses = d.Clauses[:0]
	d.Chunks = d.Chunks[:0]
	d.Quantities = d.Quantities[:0]
	d.Dates = d.Dates[:0]
}
