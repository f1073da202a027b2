package imports

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
	"shortlist/store/imports/xlsx"
)

// This file reads dates. The expected forms are 2021-06-30 and 2021-06; others are only accepted if they can mean one
// day alone: no career may depend on whether 03/04 was March or April. Both ends of a job in one cell are read in
// value_span.go, and what a column says about its days and months is in column_facts.go.
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
	if trouble == twoOrders {
		if facts := v.facts(); facts != nil {
			return v.dateByColumn(facts, s)
		}
	}
	switch {
	case trouble == "":
		if nextDay().MatchString(s) {
			v.warn("%s is the night before the next day in most of Europe: it was read as %s.", text.Quoted(s), d)
		}
	case isNoEnd(s):
		v.wrong("%s says that there is no end, which cannot be here: YYYY-MM-DD or YYYY-MM expected.", text.Quoted(s))
	default:
		v.wrong("%s %s: YYYY-MM-DD or YYYY-MM expected.", text.Quoted(s), trouble)
	}
	return d
}

// nextDay finds the hours in UTC at which a day of central Europe begins.
var nextDay = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[T ]2[23]:00(:00(\.0+)?)?Z$`) })

// until is the last day on which something is valid. A day such as 31.12.9999 is no day: the end stays open.
func (v *values) until(s string) requirement.Date {
	if isNoEnd(s) {
		v.warn("%s says that there is no end: no day was kept.", text.Quoted(v.line(s)))
		return requirement.Date{}
	}
	return v.date(s)
}

// twoOrders is the trouble of a date that could be two days.
const twoOrders = "could have the day or the month first"

const noDate = "is not a date"

// readDate reads the other forms. Trouble says what is wrong; empty if nothing is. Order is the order of day and month
// if it is known.
func readDate(s, order string) (d requirement.Date, trouble string) {
	if len(s) > 60 {
		return requirement.Date{}, noDate
	}
	s = withoutTime(s)
	if d, ok := requirement.ParseDate(s); ok {
		return d, ""
	}
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == '.' || r == '/' || r == '-' || r == ' ' || r == '\u2010' || r == '\u2011' || r == '\u00a0'
	})
	n := make([]int, len(parts))
	for i, p := range parts {
		for _, c := range []byte(p) {
			if c < '0' || c > '9' || len(p) > 4 {
				return dateInWords(s)
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

// clockTime is a time of the day behind a date.
var clockTime = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(.*\d)(?:T|,? )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$`)
})

// withoutTime is a date without the time of the day behind it.
func withoutTime(s string) string {
	if strings.IndexByte(s, ':') > 0 {
		if m := clockTime().FindStringSubmatch(s); m != nil {
			return m[1]
		}
	}
	return s
}

// monthNames are the names of the months and their usual short forms in English, French, German, Spanish, Italian, Dutch
// and Portuguese, folded. No form means two months.
var monthNames = [12]string{
	"january,jan,janvier,janv,januar,janner,enero,ene,gennaio,gen,januari,janeiro",
	"february,feb,fevrier,fev,fevr,februar,febrero,febbraio,febr,februari,fevereiro",
	"march,mar,mars,marz,maerz,mrz,marzo,maart,mrt,marco",
	"april,apr,avril,avr,abril,abr,aprile",
	"may,mai,mayo,maggio,mag,mei,maio",
	"june,jun,juin,juni,junio,giugno,giu,junho",
	"july,jul,juillet,juil,juli,julio,luglio,lug,julho",
	"august,aug,aout,agosto,ago,augustus",
	"september,sep,sept,septembre,septiembre,settembre,set,setembro",
	"october,oct,octobre,oktober,okt,octubre,ottobre,ott,outubro,out",
	"november,nov,novembre,noviembre,novembro",
	"december,dec,decembre,dezember,dez,diciembre,dic,dicembre,dezembro",
}

var monthIndex = sync.OnceValue(func() map[string]int {
	index := map[string]int{}
	for i, names := range monthNames {
		for name := range strings.SplitSeq(names, ",") {
			index[name] = i + 1
		}
	}
	return index
})

// dateInWords reads a date whose month is a word: "30 June 2012", "Jun 30, 2012", "juillet 2016". The year has four
// digits.
func dateInWords(s string) (d requirement.Date, trouble string) {
	day := 0
	for _, w := range strings.FieldsFunc(requirement.Fold(s), func(r rune) bool { return strings.ContainsRune(" ,./-", r) }) {
		month, known := monthIndex()[w]
		n, err := strconv.Atoi(w)
		if err != nil {
			n, err = ordinal(w)
		}
		switch {
		case known && d.Month == 0:
			d.Month = month
		case err == nil && len(w) == 4 && isNumber(w) && d.Year == 0:
			d.Year = n
		case err == nil && n >= 1 && n <= 31 && day == 0 && len(w) <= 4:
			day = n
		case w == "of" || w == "de" || w == "del" || w == "le" || w == "the" || w == "den":
		default:
			return requirement.Date{}, noDate
		}
	}
	switch d.Day = day; {
	case d.Month == 0 || d.Year == 0:
		return requirement.Date{}, noDate
	case !d.Valid():
		return requirement.Date{}, "is not a day of the calendar"
	}
	return d, ""
}

// ordinal reads 1st, 2nd, 3rd, 30th and 1er.
func ordinal(w string) (int, error) {
	for _, end := range [...]string{"st", "nd", "rd", "th", "er"} {
		if bare, found := strings.CutSuffix(w, end); found && len(bare) <= 2 {
			return strconv.Atoi(bare)
		}
	}
	return 0, strconv.ErrSyntax
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
var stillRunning = [...]string{
	"present", "ongoing", "current", "now", "today", "to date", "till now", "présent", "en cours", "à ce jour", "actuel", "aujourd'hui",
	"till date", "until now", "to present", "the present", "currently", "current position", "actuellement", "à présent", "aujourd’hui",
	"heute", "bis heute", "laufend", "aktuell", "jetzt", "heden", "actualidad", "actual", "presente", "oggi", "attuale", "in corso", "atual",
}

// isStillRunning returns true if the end of a job is a word such as "present", or a day such as 31.12.9999.
func isStillRunning(s string) bool {
	if s == "" {
		return false
	}
	if s[0] >= '0' && s[0] <= '9' {
		return isNoEnd(s)
	}
	s, _ = text.CleanLine(s)
	for _, w := range stillRunning {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// noEndSerial is the number that a spreadsheet gives to 31.12.9999.
const noEndSerial = "2958465"

// isNoEnd returns true if a date is the last day that a database knows, which stands for no end: a day of the year 9999.
func isNoEnd(s string) bool {
	if len(s) > 60 {
		return false
	}
	if !strings.Contains(s, "9999") {
		return s == noEndSerial || s == noEndSerial+".0"
	}
	s = withoutTime(strings.TrimSpace(s))
	rest := strings.Replace(s, "9999", "2000", 1)
	d, trouble := readDate(rest, "")
	return d.Year == 2000 && trouble == "" || rest == "2000"
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
