package posting

import (
	"strconv"
	"strings"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it reads a closing date in the forms that postings use.

var monthNumber = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"fev": 2, "avr": 4, "mai": 5, "juin": 6, "juil": 7, "aou": 8,
}

var (
	shortYear = lazy(`\b(\d{1,2})[ -](` + monthWords + `)[a-z]*[ -](\d{2})\b`)
	isoDate   = lazy(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`)
	dayFirst  = lazy(`\b(\d{1,2})(?:st|nd|rd|th|er)?[\s.-]*(?:of )?(` + monthWords + `)[a-z]*\.?,?[\s-]*(\d{4})\b`)
	monthName = lazy(`\b(` + monthWords + `)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`)
	numeric   = lazy(`\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b`)
)

const monthWords = `jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fev|avr|mai|juin|juil|aou`

// DateIn returns the first full date in s; false if there is none. Figures alone are read day first, as they are written
// in Europe; if the second figure cannot be a month they are read month first.
func DateIn(s string) (requirement.Date, bool) {
	low := requirement.Fold(s)
	date := func(y, m, d string, month int) (requirement.Date, bool) {
		if month == 0 {
			month, _ = strconv.Atoi(m)
		}
		year, _ := strconv.Atoi(y)
		day, _ := strconv.Atoi(d)
		x := requirement.Date{Year: year, Month: month, Day: day}
		return x, x.Valid() && day > 0
	}
	if m := isoDate().FindStringSubmatch(low); m != nil {
		return date(m[1], m[2], m[3], 0)
	}
	if m := dayFirst().FindStringSubmatch(low); m != nil {
		return date(m[3], "", m[1], monthNumber[m[2]])
	}
	if m := monthName().FindStringSubmatch(low); m != nil {
		return date(m[3], "", m[2], monthNumber[m[1]])
	}
	if m := shortYear().FindStringSubmatch(low); m != nil {
		return date("20"+m[3], "", m[1], monthNumber[m[2]])
	}
	if m := numeric().FindStringSubmatch(low); m != nil {
		if n, _ := strconv.Atoi(m[2]); n > 12 {
			return date(m[3], m[1], m[2], 0)
		}
		return date(m[3], m[2], m[1], 0)
	}
	return requirement.Date{}, false
}

var closingSaid = lazy(oneOf{
	`closing date`,
	`deadline`,
	`open until`,
	`apply until`,
	`applications? until`,
	`valid until`,
	`apply (?:by|before|no later than)`,
	`applications (?:close|must be (?:received|submitted) (?:by|before|no later than))`,
	`date limite`,
	`avant le`,
	`au plus tard le`,
	`no later than`,
}, `\b[^.;]{0,40}?((?:\d|`, monthWords, `)[^;]{4,40})`)

// ruleClosingInText is the rule of a closing date in a sentence: "Applications close on 7 May 2030."
const ruleClosingInText = "closing-date-in-a-sentence"

// closingHints are words without which a sentence names no closing date: a cheap search before the dear one.
var closingHints = []string{
	"appl",
	"avant le",
	"clos",
	"date limite",
	"dead",
	"plus tard",
	"until",
}

// closingInText looks for a closing date in a sentence if no label gives it.
func (r *reading) closingInText(lines []line) {
	if r.draft.ClosingWords != "" {
		return
	}
	for i := range lines {
		if len(lines[i].text) < 12 || i > maxLines/10 {
			continue
		}
		low := requirement.Fold(lines[i].text)
		if !containsAny(low, closingHints...) {
			continue
		}
		m := closingSaid().FindStringSubmatch(low)
		if m == nil {
			continue
		}
		if date, ok := DateIn(m[1]); ok {
			r.draft.ClosingDate, r.draft.ClosingWords = date, strings.TrimSpace(m[1])
			r.found(&lines[i], factClosing, ruleClosingInText)
			return
		}
	}
}
