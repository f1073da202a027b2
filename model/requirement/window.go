package requirement

import (
	"fmt"
	"strconv"
	"strings"
)

// This file holds the window before the closing date in which experience counts: "within the last five years". A clause
// that only says "recent" states none, and a person is asked for it.

var (
	windowStated = lazy(`\b(?:within|in|during|over|throughout|of|dans|au cours des|durant|pendant)?\s*(?:the|les)?\s*(?:last|past|preceding|previous|dernieres?|derniers?)\s+(?:\(?)(\d{1,2}|` + numberWords + `)\b\)?(?:\s*\(\s*(?:\d{1,2}|` + numberWords + `)\s*\))?\s*(years?|ans?|annees?|months?|mois)\b`)
	windowFrench = lazy(`\b(?:dans|au cours|durant|pendant)\s+(?:des|les)\s+(\d{1,2}|` + numberWords + `)\s+(?:dernieres?|derniers?)\s+(ans?|annees?|mois)\b`)
	saysRecent   = lazy(`\brecent(?:ly|e|es|s)?\b|\brecemment\b|\bup[- ]to[- ]date experience\b`)
)

// windowOf is the window that a folded clause states in months, or 0.
func windowOf(low string) int {
	m := windowStated().FindStringSubmatch(low)
	if m == nil {
		m = windowFrench().FindStringSubmatch(low)
	}
	if m == nil {
		return 0
	}
	n, known := numberOf[m[1]]
	if !known {
		n, _ = strconv.Atoi(m[1])
	}
	if m[2][0] != 'm' {
		n *= 12
	}
	return n
}

// RecentOpen returns true if words ask for recent experience and state no window, and r has none either.
func RecentOpen(words string, r Requirement) bool {
	low := Fold(words[:min(len(words), maxClause)])
	return (r.Kind == KindExperience || r.Months > 0) && r.Within == 0 && saysRecent().MatchString(low) && windowOf(low) == 0
}

func sealWindow(w *strings.Builder, r *Requirement) {
	if r.Within > 0 {
		fmt.Fprintf(w, " within=%d", r.Within)
	}
}

// windowWords goes on after a length of time; empty without a window.
func windowWords(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" within the last %s", monthsInWords(n))
}

// windowField asks for the window in years. A window that is not in whole years is kept as long as it is not changed.
func windowField(n int) Field {
	value := ""
	if n > 0 {
		value = strconv.Itoa((n + 11) / 12)
	}
	return Field{
		Name: "within", Label: "In the last", Value: value, Whole: true, Most: 60, Optional: true,
		Description: "Years, before the closing date, in which the experience counts; empty for any time.",
	}
}

// windowAnswered is the window that the answer to windowField gives.
func windowAnswered(answer func(string) string, was int) int {
	if answer("within") == windowField(was).Value {
		return was
	}
	n, err := strconv.Atoi(answer("within"))
	if err != nil {
		return 0
	}
	return 12 * n
}

// windowStart is the first day of the window that ends on the closing date; 0 without a window or a closing date.
func windowStart(c Context) int {
	if c.within <= 0 || c.ClosingDate.IsZero() {
		return 0
	}
	d := FromNumber(c.ClosingDate.Last().Number() + 1)
	months := d.Year*12 + d.Month - 1 - c.within
	d.Year, d.Month = months/12, months%12+1
	d.Day = min(d.Day, DaysIn(d.Year, d.Month))
	return d.Number()
}
