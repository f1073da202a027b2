package requirement

import (
	"strconv"
	"strings"
)

// This file reads durations ("at least ten years", "18 mois") out of a clause.

const numberWords = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|` +
	`un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quinze|vingt`

var numberOf = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
	"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
	"onze": 11, "douze": 12, "quinze": 15, "vingt": 20,
}

// A number in digits or words, perhaps repeated in brackets, perhaps the lower end of a range, then its unit.
var durationPattern = lazy(`(?:\b|least|minimum|of)(\d{1,2}|` + numberWords + `)\s*(?:\(\s*(?:\d{1,2}|` + numberWords + `)\s*\)\s*)?` +
	`(?:\+|plus|or more|ou plus)?\s*(?:(?:to|-|/|a|and|or|et|ou)\s*(?:\d{1,2}|` + numberWords + `)\s*(?:\(\d{1,2}\)\s*)?)?` +
	`(?:full|consecutive|calendar|solid|complete|additional|further|more)?\s*-?\s*(years?|yrs?|months?|annees?|ans?|mois)(?:of)?\b`)

// What stands just before a number that bounds when, not how long: "within the last five years".
var notLongBefore = lazy(`(?:\b(?:last|past|previous|preceding|within|next|coming|every|aged|derniers?|dernieres?|moins de|under|less than|` +
	`dans les|au cours des|contract of|period of|(?:stud(?:y|ies)|education|etudes|course) (?:of|lasting|d'|de)(?: ?(?:at least|a minimum of|au moins))?|term of|up to|maximum of|maximum|duration of)\s*(?:the\s+)?)$`)

// What stands just after a number of years that is not experience: an age, or the length of a course.
var notLongAfter = lazy(`^['\s]*(?:old\b|of age\b|d'age\b|(?:-|\s)*(?:university|degree|diploma|program|programme|course|` +
	`bachelor|contract|term|period)\b|(?:of )?(?:university |higher |tertiary |academic |post-secondary |full-time )*(?:stud(?:y|ies)|education|schooling)\b|d'etudes)`)

// duration is one stretch of time named in a clause.
type duration struct {
	months     int
	at         int // where in the folded clause
	additional bool
}

// durations finds the stretches of time in a folded clause that can be a demand for experience, in order.
func durations(low string) []duration {
	var out []duration
	for _, m := range durationPattern().FindAllStringSubmatchIndex(low, 20) {
		number, unit := low[m[2]:m[3]], low[m[4]:m[5]]
		n, ok := numberOf[number]
		if !ok {
			n, _ = strconv.Atoi(number)
		}
		before := low[max(0, m[0]-30):m[2]]
		before = strings.TrimSuffix(strings.TrimRight(before, " "), "no less than")
		before = strings.TrimSuffix(before, "not less than")
		before = shortestOf().ReplaceAllString(before, "")
		if n == 0 || notLongBefore().MatchString(before) || notLongAfter().MatchString(low[m[1]:min(len(low), m[1]+60)]) {
			continue
		}
		if unit[0] != 'm' {
			n *= 12
		}
		tail := low[m[3]:m[5]]
		out = append(out, duration{months: n, at: m[2], additional: additionalPattern().MatchString(tail)})
	}
	return out
}

// shortestOf stands before the least time of something, which is asked: "of a minimum duration of two years".
var shortestOf = lazy(`(?:minimum duration of|minimum period of|duree minimale (?:de|d')|duree minimum de)\s*$`)

var additionalPattern = lazy(`additional|further|more\b`)
