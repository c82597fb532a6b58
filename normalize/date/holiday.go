package date

// holidayIn is the day of a holiday in a year by its rule in holidays.tsv.
func holidayIn(rule string, y int) day {
	if m, d, ok := fixedHoliday(rule); ok {
		return dayOf(y, m, d)
	}
	switch {
	case rule[0] == 'W':
		return holidayIn(rule[1:], y).monday()
	case rule[0] == 'E':
		return easter(y) + day(signed(rule[1:]))
	case rule[0] == 'A':
		return lastAdvent(y) + day(signed(rule[1:]))
	case rule == "NOV-WED":
		n := dayOf(y, 11, 22)
		return n - day((n.weekday()-3+7)%7)
	}
	// "MM-nW": the n-th weekday W of month MM
	m := int(rule[0]-'0')*10 + int(rule[1]-'0')
	nth, wd := int(rule[3]-'0'), int(rule[4]-'0')
	first := dayOf(y, m, 1)
	return first + day((wd-first.weekday()+7)%7+7*(nth-1))
}

// fixedHoliday reads the rule of a holiday that falls on the same date every year.
func fixedHoliday(rule string) (m, d int, ok bool) {
	if len(rule) != 5 || rule[2] != '-' || rule[0]-'0' > 1 {
		return 0, 0, false
	}
	for _, i := range [...]int{1, 3, 4} {
		if !isDigit(rule[i]) {
			return 0, 0, false
		}
	}
	return int(rule[0]-'0')*10 + int(rule[1]-'0'), int(rule[3]-'0')*10 + int(rule[4]-'0'), true
}

func signed(s string) int {
	n := 0
	for i := 1; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	if s[0] == '-' {
		return -n
	}
	return n
}
