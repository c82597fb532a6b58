package source

import (
	"strconv"
	"time"
)

// day is a date as far as it is known: y, y-m or y-m-d; the zero day is none.
type day struct{ y, m, d int }

func (d day) String() string {
	switch {
	case d.y == 0:
		return ""
	case d.m == 0:
		return pad(d.y, 4)
	case d.d == 0:
		return pad(d.y, 4) + "-" + pad(d.m, 2)
	}
	return pad(d.y, 4) + "-" + pad(d.m, 2) + "-" + pad(d.d, 2)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// fits reports whether e, which is at least as precise, lies inside d.
func (d day) fits(e day) bool {
	return d.y == e.y && (d.m == 0 || d.m == e.m && (d.d == 0 || d.d == e.d))
}

// valid reports whether the calendar holds the date and a news article may bear it.
func (d day) valid() bool {
	if d.y < 1600 || d.y > 2199 {
		return false
	}
	if d.d == 0 {
		return d.m >= 0 && d.m <= 12
	}
	t := d.time()
	return int(t.Month()) == d.m && t.Day() == d.d
}

func (d day) time() time.Time {
	return time.Date(d.y, time.Month(d.m), d.d, 12, 0, 0, 0, time.UTC)
}

// weekday counts from Monday = 1 to Sunday = 7.
func (d day) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

// parseISO reads YYYY, YYYY-MM or YYYY-MM-DD.
func parseISO(s string) (day, bool) {
	d, end := readISO(s, 0)
	return d, end > 0 && end == len(s)
}

func isISO(s string) bool { _, ok := parseISO(s); return ok }

// readISO reads YYYY-MM-DD, YYYY-MM or YYYY at offset at of s. end is at when
// there is none.
func readISO(s string, at int) (d day, end int) {
	y, i, ok := digits(s, at, 4, 4)
	if !ok {
		return day{}, at
	}
	d, end = day{y: y}, i
	for k := range 2 {
		if i >= len(s) || s[i] != '-' {
			break
		}
		v, j, ok := digits(s, i+1, 2, 2)
		if !ok {
			break
		}
		if k == 0 {
			d.m = v
		} else {
			d.d = v
		}
		i, end = j, j
	}
	if !d.valid() || d.m == 0 && end-at > 4 || d.d == 0 && end-at > 7 {
		return day{}, at
	}
	return d, end
}

// readDay reads a date with its year at offset at of s: 05.11.2024, 5. 11. 24,
// 5. November 2024, November 2024, 2024-11-05, 2024-11, 2024/11/05. end is at
// when there is none.
func readDay(s string, at int) (d day, end int) {
	if d, end := readISO(s, at); d.m != 0 {
		return d, end
	}
	if m, i := monthAt(s, at); m != 0 {
		if y, end, ok := digits(s, skipBlanks(s, i), 4, 4); ok && (day{y: y}).valid() {
			return day{y: y, m: m}, end
		}
		return day{}, at
	}
	d, i := readDayMonth(s, at)
	if i == at {
		return day{}, at
	}
	y, end, ok := digits(s, skipBlanks(s, i), 4, 4)
	if !ok {
		if y, end, ok = digits(s, i, 2, 2); !ok || s[i-1] != '.' {
			return day{}, at
		}
		y += 2000
		if y >= 2070 {
			y -= 100
		}
	}
	d.y = y
	if !d.valid() {
		return day{}, at
	}
	return d, end
}

// readDayMonth reads day and month at offset at of s: 5. November, 5.11., 05. 11.;
// the year of what it returns is 0. end is at when there is none.
func readDayMonth(s string, at int) (d day, end int) {
	v, i, ok := digits(s, at, 1, 2)
	if !ok || v < 1 || v > 31 {
		return day{}, at
	}
	d.d = v
	if i < len(s) && s[i] == '.' {
		i++
	}
	j := skipBlanks(s, i)
	if m, end := monthAt(s, j); m != 0 {
		d.m = m
		return d, end
	}
	m, k, ok := digits(s, j, 1, 2)
	if !ok || m < 1 || m > 12 || s[i-1] != '.' || k >= len(s) || s[k] != '.' {
		return day{}, at
	}
	d.m = m
	return d, k + 1
}

// monthAt reads a month's name at offset at of s, 0 for none.
func monthAt(s string, at int) (m, end int) {
	end, m = rules().month.lookup(s, at)
	if end < 0 {
		return 0, at
	}
	if end < len(s) && s[end] == '.' {
		end++
	}
	return m, end
}

// weekdayAt reads a weekday's name at offset at of s, 0 for none.
func weekdayAt(s string, at int) (w, end int) {
	end, w = rules().weekday.lookup(s, at)
	if end < 0 {
		return 0, at
	}
	if end < len(s) && s[end] == '.' {
		end++
	}
	return w, end
}
