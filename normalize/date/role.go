package date

import (
	_ "embed"
	"strings"
)

//go:embed roles.tsv
var rolesTSV string

// role is what a single word does at one place of an expression; roles.tsv lists
// the words and says what each role is.
type role uint32

const (
	roleHour role = 1 << iota
	roleEarlyHour
	roleClockPrep
	roleZone
	roleOnward
	roleCompared
	roleComparedFar
	roleOld
	roleAgeNoun
	roleOver
	roleFew
	roleAndHalf
	roleSomeday
	roleThatYear
	roleDayBefore
	roleBetween
	roleOf
	roleDer
	roleThing
	roleDative
	roleAfterRate
	roleAfterWeek
	roleCounted
	roleDecade
	roleDecades
	roleBefore
	roleChr
	roleChrist
	roleNearly
	roleNearlyThe
	roleTurn
)

var roleNames = [...]string{"hour", "earlyhour", "clockprep", "zone", "onward", "compared", "comparedfar", "old", "agenoun", "over", "few", "andhalf", "someday", "thatyear", "daybefore", "between", "of", "der", "thing", "dative", "afterrate", "afterweek", "counted", "decade", "decades", "before", "chr", "christ", "nearly", "nearlythe", "turn"}

func loadRoles() map[string]role {
	m := make(map[string]role, 128)
	eachLine(rolesTSV, func(f []string) {
		for i, n := range roleNames {
			if n == f[0] {
				for _, w := range strings.Fields(f[1]) {
					m[w] |= 1 << i
				}
			}
		}
	})
	return m
}

// has reports whether token i has one of the roles r.
func (p *parser) has(i int, r role) bool { return p.plays(p.word(i), r) }

// plays reports whether word w has one of the roles r.
func (p *parser) plays(w string, r role) bool { return p.lex.roles[w]&r != 0 }
