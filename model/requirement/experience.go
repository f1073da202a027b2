package requirement

import (
	"fmt"
	"strconv"
	"strings"
)

// This file reads clauses that ask for experience, with or without a number of years.

var (
	experienceHead = lazy(`experien\w*|\bexperts? in\b|\bhave (?:\w+ )?(?:worked|served|helped|used|managed|led|run|held)\b|\bhaving (?:worked|served|managed|led)\b|\bbackground\b|\btrack record\b|\bpractice\b|\bexposure to\b|` +
		`\bserving in\b|\bserved\b|\b(?:earlier|previous|past|prior|relevant) work\b|\bcareer\b|\bavoir (?:travaille|exerce|occupe)\b|\bemployment in\b|\b(?:prior|previous|active|military|operational) service\b|\b(?:relevant|professional|full-time) (?:work|practice)\b`)
	leadsPeople = lazy(`\byears?\b|\bans?\b|\bannees?\b|\bmonths?\b|\bmois\b`)
)

// KindExperience asks for work done, with or without a number of years.
const KindExperience Kind = "experience"

var experienceKind = kindRow{
	kind: KindExperience, words: "experience", place: 20, read: readExperience,
	factual: true, dated: true, countsJobs: true, check: checkRoutes,
	matters: func(Requirement) []string { return []string{FactJobs} },
	sentence: func(r Requirement) string {
		if r.Months == 0 {
			return fmt.Sprintf("no number of years stated%s", windowWords(r.Within))
		}
		return monthsInWords(r.Months) + windowWords(r.Within)
	},
	vague:  func(r Requirement) bool { return r.Months == 0 },
	sealed: []sealedPart{{1, sealMonths}, {8, sealWindow}},
	fields: func(r Requirement) []Field { return append(monthsFields(r.Months), windowField(r.Within)) },
	answered: func(answer func(string) string, was Requirement) Requirement {
		return Requirement{Months: monthsAnswered(answer), Within: windowAnswered(answer, was.Within)}
	},
}

func sealMonths(w *strings.Builder, r *Requirement) {
	if r.Months > 0 {
		fmt.Fprintf(w, " months=%d", r.Months)
	}
}

// monthsFields ask for a length of time in years and months.
func monthsFields(n int) []Field {
	years, months := "", ""
	if n > 0 {
		years, months = strconv.Itoa(n/12), strconv.Itoa(n%12)
	}
	return []Field{
		{Name: "years", Label: "Years", Value: years, Whole: true, Most: 60, Optional: true, Description: "Asked of everybody; empty where no number is stated."},
		{Name: "months", Label: "and months", Value: months, Whole: true, Most: 11, Optional: true},
	}
}

// monthsAnswered is the number of months that the answers to monthsFields give; what is no number counts as none.
func monthsAnswered(answer func(string) string) int {
	number := func(name string) int {
		n, err := strconv.Atoi(answer(name))
		if err != nil {
			return 0
		}
		return n
	}
	return 12*number("years") + number("months")
}

func monthsInWords(n int) string {
	unit, count := "month", n
	if n%12 == 0 {
		unit, count = "year", n/12
	}
	if count != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", count, unit)
}

func readExperience(c clause) (Requirement, bool) {
	spans := durations(c.low)
	at := first(experienceHead(), c.low)
	switch {
	case len(spans) > 0 && (at >= 0 || aboutWork().MatchString(c.low) || leadsPeople().MatchString(c.low)):
		return Requirement{Months: spans[0].months}, true
	case at >= 0 && !judgedBefore(c.low, at):
		return Requirement{}, true
	}
	return Requirement{}, false
}
