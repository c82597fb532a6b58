package date

// class is what a word does in a time expression; words.tsv names them.
type class uint8

const (
	cNone class = iota
	cDet
	cEin
	cWeekday
	cWeekAbbr
	cWeekly
	cWeekdayPart // compound of weekday and part of the day, made here
	cMonth
	cMonthAbbr
	cSeason
	cSeasonMonths // "Sommermonate", made here
	cPart
	cPartAdv
	cDaily
	cUnit
	cPosUnit
	cPos
	cDay
	cDayAdj
	cPeriod
	cPeriodAdj
	cShift
	cDir
	cThis
	cThat
	cSame
	cFollow
	cOrd
	cEdge
	cLong
	cHalf
	cQuant
	cNum
	cDecade
	cApprox
	cMore
	cAls
	cLater
	cLasting
	cOften
	cEach
	cPro
	cIm
	cTimes
	cRef
	cRefNoun
	cRefAdj
	cSpan
	cUhr
	cQuarterHour
	cHalfHour
	cEvent
	cLongYears
	cEx
	cAbbr   // "Q3", "H1"
	cWeekNo // "KW 45"
	cLastingAdj
	cLastingWord // "dreitägig", made here
	cLink
	cYears
	cPhrase
	cHoliday
	cDigits
	cPunct
)

var classNames = map[string]class{
	"det": cDet, "ein": cEin, "weekday": cWeekday, "weekabbr": cWeekAbbr, "weekly": cWeekly, "month": cMonth,
	"monthabbr": cMonthAbbr, "season": cSeason, "part": cPart, "partadv": cPartAdv, "daily": cDaily, "unit": cUnit,
	"posunit": cPosUnit, "pos": cPos, "day": cDay, "dayadj": cDayAdj, "period": cPeriod, "periodadj": cPeriodAdj,
	"shift": cShift, "dir": cDir, "this": cThis, "that": cThat, "same": cSame, "follow": cFollow, "ord": cOrd,
	"edge": cEdge, "long": cLong, "half": cHalf, "quant": cQuant, "num": cNum, "decade": cDecade, "approx": cApprox,
	"more": cMore, "als": cAls, "later": cLater, "lasting": cLasting, "often": cOften, "each": cEach, "pro": cPro,
	"im": cIm, "times": cTimes, "ref": cRef, "refnoun": cRefNoun, "refadj": cRefAdj, "span": cSpan, "uhr": cUhr,
	"quarter": cQuarterHour, "halfhour": cHalfHour, "event": cEvent, "longyears": cLongYears, "ex": cEx, "abbr": cAbbr, "weekno": cWeekNo, "lastingadj": cLastingAdj, "link": cLink, "years": cYears, "none": cNone,
}

// noStart marks the classes that only go on with an expression.
var noStart = [cPunct + 1]bool{cNone: true, cAls: true, cUhr: true, cLink: true, cYears: true, cLater: true, cLong: true, cSpan: true, cPartAdv: true, cEvent: true, cLastingAdj: true}

// What entry.n holds of a unit word.
const (
	unitFem int16 = 1 << iota
	unitSing
	unitPlur
)
