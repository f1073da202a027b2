package imports

import (
	"strconv"
	"strings"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
	"shortlist/store/imports/xlsx"
)

// This file reads dates. The expected forms are 2021-06-30 and 2021-06; others are only accepted if they can mean one
// day alone: no career may depend on whether 03/04 was March or April.
//
// No library is used because a library guesses, and guessing is the one thing that must not happen here. go-dateparser
// also makes the program 6.3 MB larger and every start 201 ms slower.

// date is a day or a month; zero if the text is empty or wrong.
func (v *values) date(s string) requirement.Date {
	if s == "" {
		return requirement.Date{}
	}
	if d, ok := requirement.ParseDate(s); ok {
		return d
	}
	if s = v.line(s); s == "" {
		return requirement.Date{}
	}
	if d, ok := serialDate(s); ok && v.serials {
		return d
	}
	d, trouble := readDate(s, v.dates)
	if trouble != "" {
		v.wrong("%s %s: YYYY-MM-DD or YYYY-MM expected.", text.Quoted(s), trouble)
	}
	return d
}

// twoOrders is the trouble of a date that could be two days.
const twoOrders = "could have the day or the month first"

// readDate reads the other forms. Trouble says what is wrong; empty if nothing is. Order is the order of day and month
// if it is known.
func readDate(s, order string) (d requirement.Date, trouble string) {
	const noDate = "is not a date"
	for _, midnight := range [...]string{"T00:00:00Z", "T00:00:00", " 00:00:00", "T00:00:00.000Z", " 00:00"} {
		s = strings.TrimSuffix(s, midnight)
	}
	if d, ok := requirement.ParseDate(s); ok {
		return d, ""
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '/' || r == '-' || r == ' ' })
	n := make([]int, len(parts))
	for i, p := range parts {
		for _, c := range []byte(p) {
			if c < '0' || c > '9' || len(p) > 4 {
				return requirement.Date{}, noDate
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	year := func(i int) bool { return len(parts[i]) == 4 }
	switch {
	case len(n) == 1 && year(0):
		return requirement.Date{}, "is a year without a month"
	case len(n) == 2 && year(0) && !year(1):
		d = requirement.Date{Year: n[0], Month: n[1]}
	case len(n) == 2 && year(1) && !year(0):
		d = requirement.Date{Year: n[1], Month: n[0]}
	case len(n) == 3 && year(0):
		d = requirement.Date{Year: n[0], Month: n[1], Day: n[2]}
	case len(n) == 3 && year(2) && order == "dmy":
		d = requirement.Date{Year: n[2], Month: n[1], Day: n[0]}
	case len(n) == 3 && year(2) && order == "mdy":
		d = requirement.Date{Year: n[2], Month: n[0], Day: n[1]}
	case len(n) == 3 && year(2) && n[0] <= 12 && n[1] <= 12 && n[0] != n[1]:
		return requirement.Date{}, twoOrders
	case len(n) == 3 && year(2) && n[0] > 12:
		d = requirement.Date{Year: n[2], Month: n[1], Day: n[0]}
	case len(n) == 3 && year(2):
		d = requirement.Date{Year: n[2], Month: n[0], Day: n[1]}
	default:
		return requirement.Date{}, noDate
	}
	if !d.Valid() || len(n) == 3 && d.Day == 0 {
		return requirement.Date{}, "is not a day of the calendar"
	}
	return d, ""
}

// serialDate reads the number of a day in a spreadsheet, if it is a day on which somebody alive may have worked.
func serialDate(s string) (requirement.Date, bool) {
	whole, _, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 3000 || n > 80_000 {
		return requirement.Date{}, false
	}
	day := xlsx.DayOfSerial(n, false)
	return requirement.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}, true
}

// stillRunning are the words for a job that has not ended.
var stillRunning = [...]string{"present", "ongoing", "current", "now", "today", "to date", "till now", "présent", "en cours", "à ce jour", "actuel", "aujourd'hui"}

// isStillRunning returns true if the end of a job is a word such as "present".
func isStillRunning(s string) bool {
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		return false
	}
	s, _ = text.CleanLine(s)
	for _, w := range stillRunning {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// jobDates checks the two ends of a job against each other. Started is true if the file states a start, right or wrong.
func (v *values) jobDates(j requirement.Job, started bool) {
	switch {
	case !j.From.IsZero() && !j.To.IsZero() && j.To.Last().Number() < j.From.First().Number():
		v.wrong("The job ends (%s) before it starts (%s).", j.To, j.From)
	case !started:
		v.warn("The job has no start, so its length is unknown.")
	}
}
