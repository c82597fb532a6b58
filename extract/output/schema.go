package output

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// recordTypes lists the records a command prints, by name.
var recordTypes = []struct {
	name, doc string
	typ       reflect.Type
}{
	{"claim", "a numeric claim, printed by extract FILE...", reflect.TypeFor[ClaimRecord]()},
	{"number", "a quantity expression, claim or not, printed by extract numbers FILE...", reflect.TypeFor[NumberRecord]()},
	{"date", "a time expression, printed by extract dates FILE...", reflect.TypeFor[DateRecord]()},
	{"token", "a token, printed by extract tokens FILE...", reflect.TypeFor[TokenRecord]()},
	{"quote", "a quotation, printed by extract quotes FILE...", reflect.TypeFor[QuoteRecord]()},
}

// Records lists the names of the records that Schema and Fields know.
func Records() []string {
	var out []string
	for _, r := range recordTypes {
		out = append(out, r.name)
	}
	return out
}

// Field describes one field of a record.
type Field struct {
	Name   string
	Type   string   // JSON type, for objects with their fields; "or null" is added when it may be null
	Doc    string   // what it holds
	Values []string // all values it may have, nil when the list is open
}

// Fields describes the fields of a record in their order.
func Fields(record string) ([]Field, error) {
	t, _, err := recordType(record)
	if err != nil {
		return nil, err
	}
	var out []Field
	for _, f := range fieldsOf(t) {
		out = append(out, Field{Name: f.name, Type: f.kind(), Doc: f.doc, Values: enums[f.enum]})
	}
	return out, nil
}

// Schema is the JSON Schema (2020-12) of a record, of all of them for "".
func Schema(record string) ([]byte, error) {
	defs := &members{}
	var s *schema
	if record == "" {
		s = &schema{Title: "extract", Description: "a line printed by extract"}
		for _, r := range recordTypes {
			defs.add(r.name, objectOf(r.typ, defs, r.doc))
			s.AnyOf = append(s.AnyOf, &schema{Ref: "#/$defs/" + r.name})
		}
	} else {
		t, doc, err := recordType(record)
		if err != nil {
			return nil, err
		}
		s = objectOf(t, defs, doc)
		s.Title = record
	}
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	if len(*defs) > 0 {
		s.Defs = defs
	}
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("schema of %s: %w", record, err)
	}
	return append(b, '\n'), nil
}

func recordType(record string) (reflect.Type, string, error) {
	for _, r := range recordTypes {
		if r.name == record {
			return r.typ, r.doc, nil
		}
	}
	return nil, "", fmt.Errorf("unknown record %q; want %s", record, strings.Join(Records(), ", "))
}

// schema is the part of JSON Schema that records need, in the order it is read.
type schema struct {
	Schema               string    `json:"$schema,omitempty"`
	Ref                  string    `json:"$ref,omitempty"`
	Title                string    `json:"title,omitempty"`
	Description          string    `json:"description,omitempty"`
	Type                 any       `json:"type,omitempty"` // a name or a list of names
	Enum                 []any     `json:"enum,omitempty"`
	Minimum              *int      `json:"minimum,omitempty"`
	AnyOf                []*schema `json:"anyOf,omitempty"`
	Items                *schema   `json:"items,omitempty"`
	Properties           *members  `json:"properties,omitempty"`
	Required             []string  `json:"required,omitempty"`
	AdditionalProperties *bool     `json:"additionalProperties,omitempty"`
	Defs                 *members  `json:"$defs,omitempty"`
}

// members is an object whose keys keep their order.
type members []member

type member struct {
	name   string
	schema *schema
}

func (m *members) add(name string, s *schema) { *m = append(*m, member{name, s}) }

func (m *members) has(name string) bool {
	for _, e := range *m {
		if e.name == name {
			return true
		}
	}
	return false
}

// MarshalJSON keeps the order.
func (m *members) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, e := range *m {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, e.name)
		b = append(b, ':')
		v, err := json.Marshal(e.schema)
		if err != nil {
			return nil, err
		}
		b = append(b, v...)
	}
	return append(b, '}'), nil
}

// field is a struct field as its tags describe it.
type field struct {
	name, doc, enum string
	typ             reflect.Type // without pointer
	null, optional  bool
}

func fieldsOf(t reflect.Type) []field {
	var out []field
	for i := range t.NumField() {
		sf := t.Field(i)
		name, opts, _ := strings.Cut(sf.Tag.Get("json"), ",")
		f := field{name: name, doc: sf.Tag.Get("doc"), enum: sf.Tag.Get("enum"), typ: sf.Type, optional: opts == "omitempty"}
		if f.typ.Kind() == reflect.Pointer {
			f.typ, f.null = f.typ.Elem(), true
		}
		out = append(out, f)
	}
	return out
}

// kind is the JSON type in words.
func (f field) kind() string {
	k := jsonType(f.typ)
	switch {
	case f.typ.Kind() == reflect.Struct:
		k = braces(f.typ)
	case f.typ.Kind() == reflect.Slice:
		k += " of " + braces(f.typ.Elem())
	}
	if f.null {
		k += " or null"
	}
	return k
}

// braces is the type of a record by the names of its fields.
func braces(t reflect.Type) string {
	var names []string
	for _, f := range fieldsOf(t) {
		names = append(names, f.name)
	}
	return "{" + strings.Join(names, ", ") + "}"
}

func jsonType(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[Feats]() || t.Kind() == reflect.Struct:
		return "object"
	case t.Kind() == reflect.Slice:
		return "array"
	case t.Kind() == reflect.Int:
		return "integer"
	case t.Kind() == reflect.Float64:
		return "number"
	case t.Kind() == reflect.Bool:
		return "boolean"
	}
	return "string"
}

// objectOf is the schema of a record; the records inside it go into defs.
func objectOf(t reflect.Type, defs *members, doc string) *schema {
	closed := false
	s := &schema{Description: doc, Type: "object", Properties: &members{}, AdditionalProperties: &closed}
	for _, f := range fieldsOf(t) {
		s.Properties.add(f.name, f.schema(defs))
		if !f.optional {
			s.Required = append(s.Required, f.name)
		}
	}
	return s
}

func (f field) schema(defs *members) *schema {
	s := valueOf(f.typ, defs)
	if f.enum != "" {
		for _, v := range enums[f.enum] {
			s.Enum = append(s.Enum, v)
		}
		if f.null {
			s.Enum = append(s.Enum, nil)
		}
	}
	if f.null {
		if s.Ref != "" {
			s = &schema{AnyOf: []*schema{s, {Type: "null"}}}
		} else {
			s.Type = []string{s.Type.(string), "null"}
		}
	}
	s.Description = f.doc
	return s
}

func valueOf(t reflect.Type, defs *members) *schema {
	s := &schema{Type: jsonType(t)}
	switch {
	case t == reflect.TypeFor[Feats]():
		closed := false
		s.Properties, s.AdditionalProperties = featsSchema(), &closed
	case t.Kind() == reflect.Int:
		s.Minimum = new(int)
	case t.Kind() == reflect.Slice:
		s.Items = valueOf(t.Elem(), defs)
	case t.Kind() == reflect.Struct:
		name := strings.ToLower(strings.TrimSuffix(t.Name(), "Record"))
		if !defs.has(name) {
			defs.add(name, nil) // its place, should it hold itself
			at := len(*defs) - 1
			(*defs)[at].schema = objectOf(t, defs, "")
		}
		return &schema{Ref: "#/$defs/" + name}
	}
	return s
}

func featsSchema() *members {
	m := &members{}
	for _, f := range features {
		s := &schema{Type: "string"}
		for _, v := range f.values {
			if !contains(s.Enum, v.name) {
				s.Enum = append(s.Enum, v.name)
			}
		}
		m.add(f.name, s)
	}
	return m
}

func contains(list []any, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}
