package output

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf8"
)

// safe holds the bytes that stand in a JSON string as they are. Bytes from
// 0x80 are looked at as code points.
var safe = func() (t [256]bool) {
	for c := 0x20; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

const hex = "0123456789abcdef"

// appendString appends s as a JSON string. Only what JSON forbids is escaped,
// and U+2028 and U+2029, which many readers take for ends of lines; bytes that
// are not UTF-8 (in a path) become U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if safe[c] {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			b = append(b, s[from:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(b, s[from:i]...)
			b = append(b, "\ufffd"...)
			from = i + n
		case r == '\u2028' || r == '\u2029':
			b = append(b, s[from:i]...)
			b = append(b, '\\', 'u', '2', '0', '2', hex[r&15])
			from = i + n
		}
		i += n
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

func appendStringOrNull(b []byte, s *string) []byte {
	if s == nil {
		return append(b, "null"...)
	}
	return appendString(b, *s)
}

func appendInt(b []byte, i int) []byte { return strconv.AppendInt(b, int64(i), 10) }

func appendIntOrNull(b []byte, i *int) []byte {
	if i == nil {
		return append(b, "null"...)
	}
	return appendInt(b, *i)
}

// appendFloatOrNull appends f in plain digits, never with an exponent, and with
// no more than six places behind the point (0.333333); a number below 0.001
// keeps six digits behind its leading zeros. What JSON has no number for is null.
func appendFloatOrNull(b []byte, f *float64) []byte {
	if f == nil || math.IsNaN(*f) || math.IsInf(*f, 0) {
		return append(b, "null"...)
	}
	v := *f
	if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
		return strconv.AppendInt(b, int64(v), 10)
	}
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', -1, 64)
	dot := bytes.IndexByte(b[start:], '.')
	if dot < 0 {
		return b
	}
	frac := b[start+dot+1:]
	places := 6
	if math.Abs(v) < 0.001 {
		for places-6 < len(frac) && frac[places-6] == '0' {
			places++
		}
	}
	if len(frac) <= places {
		return b
	}
	b = strconv.AppendFloat(b[:start], v, 'f', places, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}
