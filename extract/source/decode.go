package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode makes UTF-8 without a byte order mark of raw.
func decode(raw []byte) (string, error) {
	if b, ok := bytes.CutPrefix(raw, []byte("\xef\xbb\xbf")); ok {
		return checked(b, 3)
	}
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return decodeUTF16(raw)
	}
	return checked(raw, 0)
}

// checked makes sure that b is text. off is where b begins in the file.
func checked(b []byte, off int) (string, error) {
	for _, f := range otherFormats {
		if off == 0 && bytes.HasPrefix(b, []byte(f.magic)) {
			return "", fmt.Errorf("not text but %s: %s", f.name, f.advice)
		}
	}
	nul := bytes.IndexByte(b, 0)
	bad := invalidUTF8(b)
	switch {
	case nul >= 0 && (bad < 0 || nul < bad):
		if enc := utf16Guess(b); enc != "" {
			return "", fmt.Errorf("not UTF-8 but %s without a byte order mark: convert it with iconv -f %s -t UTF-8", enc, enc)
		}
		return "", fmt.Errorf("not text: NUL byte at byte %d", off+nul)
	case bad >= 0 && !utf8.FullRune(b[bad:]):
		return "", fmt.Errorf("not valid UTF-8 at byte %d: the file ends within a character, it may be cut off", off+bad)
	case bad >= 0:
		return "", fmt.Errorf("not valid UTF-8 at byte %d: convert it with iconv -f WINDOWS-1252 -t UTF-8", off+bad)
	}
	return string(b), nil
}

// otherFormats are files that users take for text, by their first bytes.
var otherFormats = [...]struct{ magic, name, advice string }{
	{"%PDF-", "a PDF file", "convert it with pdftotext"},
	{"PK\x03\x04", "a ZIP or office file", "save the article as plain text"},
	{"\x1f\x8b", "a gzip file", "unpack it with gunzip"},
	{`{\rtf`, "an RTF file", "save the article as plain text"},
}

// invalidUTF8 is the offset of the first byte of b that is not UTF-8, -1 for none.
func invalidUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	i := 0
	for {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}

// utf16Guess names the UTF-16 form that b looks like: text that is mostly ASCII
// has a NUL in every other byte. "" when it does not look so.
func utf16Guess(b []byte) string {
	if len(b) < 4 || len(b)%2 != 0 {
		return ""
	}
	b = b[:min(len(b), 512)]
	var nul [2]int
	for i, c := range b {
		if c == 0 {
			nul[i%2]++
		}
	}
	switch most := len(b) / 2 * 3 / 4; {
	case nul[1] >= most && nul[0] == 0:
		return "UTF-16LE"
	case nul[0] >= most && nul[1] == 0:
		return "UTF-16BE"
	}
	return ""
}

// errUTF16 is damage in UTF-16 text: an odd byte or half of a surrogate pair.
var errUTF16 = errors.New("damaged UTF-16: a character is cut in half; save the file again as UTF-8")

func decodeUTF16(raw []byte) (string, error) {
	if len(raw)%2 != 0 {
		return "", errUTF16
	}
	dec := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
	out, _, err := transform.Bytes(dec, raw)
	if err != nil {
		return "", fmt.Errorf("decode UTF-16: %w", err)
	}
	s := string(out)
	if strings.IndexByte(s, 0) >= 0 {
		return "", errors.New("not text: NUL character in UTF-16")
	}
	// The decoder writes U+FFFD for damage; the same character in the text itself
	// is damage of an earlier conversion and stays.
	if strings.Count(s, "\ufffd") > replacements(raw) {
		return "", errUTF16
	}
	return s, nil
}

// replacements counts U+FFFD in UTF-16 text that begins with a byte order mark.
func replacements(raw []byte) (n int) {
	lo, hi := 0, 1
	if raw[0] == 0xfe {
		lo, hi = 1, 0
	}
	for i := 0; i+1 < len(raw); i += 2 {
		if raw[i+hi] == 0xff && raw[i+lo] == 0xfd {
			n++
		}
	}
	return n
}
