package output

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppendFloat(t *testing.T) {
	for _, tt := range []struct {
		in   float64
		want string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{18, "18"},
		{-3.5, "-3.5"},
		{240000000, "240000000"},
		{1e15, "1000000000000000"},
		{1e21, "1000000000000000000000"},
		{1.0 / 3, "0.333333"},
		{2.0 / 3, "0.666667"},
		{0.1 + 0.2, "0.3"},
		{1149999999.9999998, "1150000000"},
		{2.3e9 / 7, "328571428.571429"},
		{0.00012, "0.00012"},
		{0.000123456789, "0.000123457"},
		{0.0009999999, "0.001"},
		{1.5e-9, "0.0000000015"},
		{math.NaN(), "null"},
		{math.Inf(1), "null"},
	} {
		if got := string(appendFloatOrNull(nil, &tt.in)); got != tt.want {
			t.Errorf("%v: got %q; want %q", tt.in, got, tt.want)
		}
	}
	if got := string(appendFloatOrNull(nil, nil)); got != "null" {
		t.Errorf("nil: got %q; want %q", got, "null")
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "über 3000", `"a" \ <b> & c`, "a\nb\r\tc\x00\x1f\x7f", "x\xffy", "\u2028\u2029\u202f", "😀"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := appendString(nil, s)
		if !utf8.Valid(b) || bytes.ContainsAny(b, "\n\r") {
			t.Fatalf("%q: got %q; want one line of UTF-8", s, b)
		}
		var got string
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%q: got %q: %v", s, b, err)
		}
		if want := strings.ToValidUTF8(each(s), "\ufffd"); got != want {
			t.Fatalf("%q: got %q; want %q", s, got, want)
		}
	})
}

// each replaces every byte that is not UTF-8, not every run of them.
func each(s string) string { return string([]rune(s)) }

func FuzzOffsets(f *testing.F) {
	f.Add("", 0)
	f.Add("für 3 € 😀", 5)
	f.Add(strings.Repeat("ä", 100), 130)
	f.Add(strings.Repeat("x", 64), 64)
	f.Fuzz(func(t *testing.T, s string, at int) {
		if !utf8.ValidString(s) || at < 0 || at > len(s) || at < len(s) && !utf8.RuneStart(s[at]) {
			t.Skip()
		}
		var o offsets
		o.reset("other text before")
		o.reset(s)
		if got, want := o.of(at), utf8.RuneCountInString(s[:at]); got != want {
			t.Fatalf("code points before byte %d of %q: got %d; want %d", at, s, got, want)
		}
	})
}
