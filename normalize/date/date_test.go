package date

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var monthNames = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
var weekdayNames = [...]string{"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"}

// TestEveryDay reads every date of 1950 to 2050 back from eight spellings. The
// calendar is package time's, not ours.
func TestEveryDay(t *testing.T) {
	for d := time.Date(1950, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() <= 2050; d = d.AddDate(0, 0, 1) {
		want := d.Format("2006-01-02")
		y, mo, dd := d.Date()
		wd := weekdayNames[(int(d.Weekday())+6)%7]
		name := monthNames[mo-1]
		spellings := [...]string{
			fmt.Sprintf("%d. %s %d", dd, name, y),
			fmt.Sprintf("%02d. %s %d", dd, name, y),
			fmt.Sprintf("%d.%d.%d", dd, mo, y),
			fmt.Sprintf("%02d.%02d.%d", dd, mo, y),
			fmt.Sprintf("%d. %d. %d", dd, mo, y),
			want,
			fmt.Sprintf("%s, %d. %s %d", wd, dd, name, y),
			fmt.Sprintf("%s, den %02d.%02d.%d", wd, dd, mo, y),
		}
		for _, s := range spellings {
			text := "Am " + s + " geschah es."
			e, ok := Scan(text, 3)
			if !ok || text[e.Start:e.End] != s {
				t.Fatalf("Scan(%q) got %q, %v; want %q", text, text[e.Start:e.End], ok, s)
			}
			if got := NewResolver("").Resolve(e, Hint{}).Value; got != want {
				t.Fatalf("%q got %q; want %q", s, got, want)
			}
			if iso, ok := ParsePublished(s); !ok || iso != want {
				t.Fatalf("ParsePublished(%q) got %q, %v; want %q", s, iso, ok, want)
			}
		}
	}
}

// TestCalendar compares the calendar with package time's.
func TestCalendar(t *testing.T) {
	for d := time.Date(1582, 10, 15, 0, 0, 0, 0, time.UTC); d.Year() < 2200; d = d.AddDate(0, 0, 13) {
		n := day(d.Unix() / 86400)
		if d.Unix() < 0 && d.Unix()%86400 != 0 {
			n--
		}
		y, m, dd := n.civil()
		if y != d.Year() || m != int(d.Month()) || dd != d.Day() || dayOf(y, m, dd) != n {
			t.Fatalf("day %d got %d-%d-%d; want %s", n, y, m, dd, d.Format("2006-01-02"))
		}
		wy, w := n.week()
		ty, tw := d.ISOWeek()
		if wy != ty || w != tw || n.weekday() != (int(d.Weekday())+6)%7+1 {
			t.Fatalf("%s got week %d-%d day %d; want %d-%d", n, wy, w, n.weekday(), ty, tw)
		}
		if weekStart(wy, w) != n.monday() {
			t.Fatalf("%s: week start got %s; want %s", n, weekStart(wy, w), n.monday())
		}
	}
}

// Easter Sundays from the tables of the church calendar.
func TestEaster(t *testing.T) {
	for _, want := range []string{"1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2024-03-31", "2025-04-20", "2038-04-25", "2049-04-18"} {
		var y int
		fmt.Sscanf(want, "%d", &y)
		if got := easter(y).String(); got != want {
			t.Errorf("easter(%d) got %q; want %q", y, got, want)
		}
	}
}

func TestParsePublished(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2024-11-05", "2024-11-05"}, {"20241105", "2024-11-05"}, {"2024-11", "2024-11"}, {"2024", "2024"},
		{"05.11.2024, 14:30 Uhr", "2024-11-05"}, {"05.11.2024", "2024-11-05"}, {"5. November 2024", "2024-11-05"},
		{"12. November 2024, 10:15", "2024-11-12"}, {"Dienstag, 5. November 2024", "2024-11-05"},
		{"Di., 05.11.2024 | 14:30 Uhr", "2024-11-05"}, {"5.11.24", "2024-11-05"}, {"November 2024", "2024-11"},
		{"2024-11-05T14:30:05Z", "2024-11-05"}, {"2024-11-05T14:30:05+01:00", "2024-11-05"}, {"2024-11-05 14:30", "2024-11-05"},
		{" 5. November 2024 um 10.15 Uhr ", "2024-11-05"}, {"5. Nov. 2024 - 16:04 Uhr (MEZ)", "2024-11-05"},
		{"Montag, 5. November 2024", ""}, {"5. November", ""}, {"31.02.2024", ""}, {"20241399", ""}, {"12345678", ""},
		{"Am 5. November 2024", ""}, {"5. November 2024 in Wien", ""}, {"2024-11-05 bis 2024-11-06", ""}, {"", ""}, {"heute", ""},
		{"2024-13", ""}, {"0045", ""}, {"5.11.2024, 3", ""}, {"1.2.3", ""},
	} {
		got, ok := ParsePublished(c.in)
		if !ok {
			got = ""
		}
		if got != c.want {
			t.Errorf("ParsePublished(%q) got %q; want %q", c.in, got, c.want)
		}
	}
}

func TestYearFor(t *testing.T) {
	for _, c := range []struct {
		wd, d, m int
		near     []int
		want     int
	}{
		{3, 16, 10, []int{2024}, 2024}, {3, 16, 10, []int{2023}, 2024}, {3, 16, 10, []int{2021}, 2019},
		{2, 5, 11, []int{2024}, 2024}, {2, 5, 11, []int{2026}, 2024}, {1, 29, 2, []int{2021}, 0}, {4, 29, 2, []int{2024}, 2024},
		{1, 31, 4, []int{2024}, 0}, {2, 5, 11, nil, 0},
	} {
		got, ok := YearFor(c.wd, c.d, c.m, c.near)
		if !ok {
			got = 0
		}
		if got != c.want {
			t.Errorf("YearFor(%d, %d, %d, %v) got %d; want %d", c.wd, c.d, c.m, c.near, got, c.want)
		}
	}
	if wd, ok := Weekday("2024-11-05"); !ok || wd != 2 {
		t.Errorf("Weekday got %d, %v; want 2", wd, ok)
	}
	if _, ok := Weekday("2024-11"); ok {
		t.Error("Weekday of a month got ok; want none")
	}
}

func TestTense(t *testing.T) {
	for _, c := range []struct {
		text  string
		tense Tense
		want  string
	}{
		{"Freitag", Past, "2024-11-01"}, {"Freitag", Future, "2024-11-08"}, {"Freitag", Present, "2024-11-08"}, {"Freitag", TenseUnknown, "2024-11-01"},
		{"Dienstag", Future, "2024-11-05"}, {"Februar 2024", Future, "2024-02"}, {"kommenden Februar", Past, "2025-02"},
		{"21. August", Past, "2024-08-21"}, {"21. August", Future, "2025-08-21"}, {"21. Dezember", Past, "2023-12-21"}, {"21. Dezember", Future, "2024-12-21"},
		{"heute", Past, "2024-11-05"}, {"heute", Present, "PRESENT_REF"},
	} {
		e, ok := Scan(c.text, 0)
		if !ok {
			t.Fatalf("Scan(%q) got nothing", c.text)
		}
		if got := NewResolver("2024-11-05").Resolve(e, Hint{Tense: c.tense}).Value; got != c.want {
			t.Errorf("%q in tense %d got %q; want %q", c.text, c.tense, got, c.want)
		}
	}
}

func TestAnchor(t *testing.T) {
	for _, c := range []struct{ text, expr, want string }{
		{"2014 kam der Umzug. Damals war alles neu.", "Damals", "2014"},
		{"Damals war alles neu.", "Damals", ""},
		{"Vor drei Jahren war alles neu.", "drei Jahren", "2021"},
		{"Vor drei Tagen war alles neu.", "drei Tagen", "2024-11-02"},
		{"Seit zwei Monaten ist alles neu.", "zwei Monaten", "2024-09"},
		{"In zwei Wochen ist alles neu.", "zwei Wochen", "2024-W47"},
		{"Zwei Wochen lang war alles neu.", "Zwei Wochen", ""},
	} {
		found := false
		for _, f := range FindAll(c.text, "2024-11-05") {
			if c.text[f.Start:f.End] == c.expr {
				found = true
				if f.Anchor != c.want {
					t.Errorf("%q got anchor %q; want %q", c.text, f.Anchor, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: %q not found", c.text, c.expr)
		}
	}
}

func TestRange(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Von 1996 bis 2001 lehrte er.", "1996 bis 2001=1996/2001"},
		{"Vom 5. bis zum 22. November wird gespielt.", "5. bis zum 22. November=2024-11-05/2024-11-22"},
		{"Zwischen 1943 und 1945 floh er.", "1943 und 1945=1943/1945"},
		{"Von Montag bis Mittwoch wurde gestreikt.", "Montag bis Mittwoch=2024-11-04/2024-11-06"},
		{"Im Juli und August wurde gebaut.", ""},
		{"1996, dann 2001 lehrte er.", ""},
	} {
		got := ""
		if f := FindAll(c.text, "2024-11-05"); len(f) == 2 {
			if r, ok := Range(c.text, f[0], f[1]); ok {
				got = c.text[r.Start:r.End] + "=" + r.Value
			}
		}
		if got != c.want {
			t.Errorf("%q got %q; want %q", c.text, got, c.want)
		}
	}
}

func TestCanStart(t *testing.T) {
	for w, want := range map[string]bool{
		"Montag": true, "montags": true, "heute": true, "2024": true, "20.30": true, "14-Tage": true, "Oktober": true, "DEZEMBER": true,
		"12345": false, "Haus": false, "": false, "Übung": false, "danach": false, "Москва": false,
	} {
		if got := CanStart(w); got != want {
			t.Errorf("CanStart(%q) got %v; want %v", w, got, want)
		}
	}
	if n := testing.AllocsPerRun(100, func() { CanStart("Wasserkraftwerk"); Scan("Der Mann ging die Straße entlang", 0) }); n != 0 {
		t.Errorf("a miss got %v allocations; want 0", n)
	}
}

// laws checks what holds for any text.
func laws(t *testing.T, s, ref string) {
	t.Helper()
	found := FindAll(s, ref)
	at := 0
	for _, f := range found {
		if f.Start < at || f.End <= f.Start || f.End > len(s) {
			t.Fatalf("%q: span %d-%d behind %d", s, f.Start, f.End, at)
		}
		at = f.End
		if utf8.ValidString(s) && !utf8.ValidString(s[f.Start:f.End]) {
			t.Fatalf("%q: span %d-%d cuts a letter", s, f.Start, f.End)
		}
		if x := s[f.Start:f.End]; strings.TrimSpace(x) != x {
			t.Fatalf("%q: span %q begins or ends with space", s, x)
		}
		switch f.Type {
		case Date, Time, Duration, Set:
		default:
			t.Fatalf("%q: type %q", s, f.Type)
		}
		if strings.ContainsAny(f.Value, " \n,") {
			t.Fatalf("%q: value %q", s, f.Value)
		}
		if p := parsePoint(f.Value); p.prec == none && len(f.Value) == 10 && isDigit(f.Value[0]) && f.Value[5] != 'W' && !strings.ContainsAny(f.Value, "XTE/QHSFW") {
			t.Fatalf("%q: no such day %q", s, f.Value)
		}
	}
	again := FindAll(s, ref)
	if len(again) != len(found) {
		t.Fatalf("%q: got %d, then %d", s, len(found), len(again))
	}
	for i := range found {
		if found[i] != again[i] {
			t.Fatalf("%q: got %v, then %v", s, found[i], again[i])
		}
	}
}

func FuzzFindAll(f *testing.F) {
	for _, s := range []string{"Am Montag, dem 5. November 2024, um 14.30-18 Uhr", "zwei Jahre und drei Monate später", "Ende der 1990er Jahre", "99. 99. 9999", "31.2.2024", "jeden zweiten Tag", "vor 9999999 Jahren", "999 Jahrtausende später", "in der Nacht auf den 29. Februar", strings.Repeat("der frühe späte ", 20), strings.Repeat("8 und ", 20), strings.Repeat("Ende des ", 20), strings.Repeat("5. und ", 20), "a\x001987 b", "0001-01-01 gestern", "2024\xff-11-05"} {
		f.Add(s, "2024-11-05")
	}
	f.Add("vor drei Tagen, am Vortag, im Vorjahr, tags zuvor", "0001-01-01")
	f.Fuzz(laws)
}

func FuzzParsePublished(f *testing.F) {
	for _, s := range []string{"2024-11-05", "05.11.2024, 14:30 Uhr", "Di., 5. November 2024", "20241105"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		iso, ok := ParsePublished(s)
		if !ok {
			return
		}
		if p := parsePoint(iso); p.prec == none || p.String() != iso {
			t.Fatalf("%q got %q; want a date", s, iso)
		}
		if again, ok := ParsePublished(iso); !ok || again != iso {
			t.Fatalf("%q got %q, then %q", s, iso, again)
		}
	})
}

const sample = `Wien – Am Montagabend haben rund 2000 Menschen gegen die geplante Schließung des Werks demonstriert. Die Polizei sprach
von 1.800 Teilnehmern. Bereits am 2. November waren nach Angaben der Veranstalter 3500 Menschen auf die Straße gegangen, zwei Tage
später folgte eine Mahnwache. Das Unternehmen hatte Anfang Oktober angekündigt, bis Ende 2025 rund 450 der 1200 Stellen zu
streichen. Im ersten Halbjahr 2024 war der Umsatz um acht Prozent auf 240 Millionen Euro gesunken. In den vergangenen drei Jahren
verlor der Konzern damit ein Fünftel seiner Aufträge. Um 20.30 Uhr löste sich die Kundgebung auf. Die Gespräche sollen in der
kommenden Woche fortgesetzt werden, sagte ein Sprecher. `

func BenchmarkFindAll(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		FindAll(sample, "2024-11-05")
	}
}

func BenchmarkScan(b *testing.B) {
	for _, s := range []string{"der Mann ging", "2. November 2024 war", "drei Jahren und vier Monaten war", "Haus am See", "4500 Menschen"} {
		b.Run(strings.Fields(s)[0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Scan(s, 0)
			}
		})
	}
}

func BenchmarkCanStart(b *testing.B) {
	words := strings.Fields(sample)
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			CanStart(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load()
	}
}

func TestSureYear(t *testing.T) {
	for text, want := range map[string]bool{
		"zwischen 1943 und 1945 Zwangsarbeit": true, "in Graz 1996 private Waffen": true, "kamen 1996 insgesamt 5348 Menschen": true,
		"kamen 1996 Menschen": false, "kamen 2007 und 2008 viele Menschen": true, "mit 1996 Soldaten": false, "kosten 1990 bis 1999 Euro": false,
		"seit 1800 Jahren": false, "1943–1945 Zwangsarbeit": true,
	} {
		at := strings.IndexAny(text, "12")
		e, ok := Scan(text, at)
		if !ok {
			t.Fatalf("Scan(%q) got nothing", text)
		}
		if got := SureYear(text, e); got != want {
			t.Errorf("SureYear(%q) got %v; want %v", text, got, want)
		}
	}
}

func TestCore(t *testing.T) {
	for text, want := range map[string]string{
		"den 1990er Jahren war": "1990er Jahren", "der vergangenen Woche war": "vergangenen Woche", "Montag war": "Montag", "dem 5. Mai war": "5. Mai",
	} {
		e, ok := Scan(text, 0)
		if got := text[e.Core:e.End]; !ok || got != want {
			t.Errorf("%q: core got %q; want %q", text, got, want)
		}
	}
}
