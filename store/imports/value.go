package imports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/vocab"
	"shortlist/store/imports/text"
)

// This file reads the values of a candidate and collects the problems in them. It is the same for every format; a
// format only says at which place a value is. Dates, levels and nations have files of their own (value_*.go).

const (
	// longestLine is the longest value of one line, in bytes; longer ones are texts in the wrong place.
	longestLine = 2000
	// longestReference is the longest applicant number, in bytes.
	longestReference = 200
	// mostProblems is how many problems of one candidate are listed.
	mostProblems = 25
	// mostEntries is the largest number of entries in a list of a candidate (jobs, degrees…).
	mostEntries = 1000
	// mostInCell is the largest number of values in one cell.
	mostInCell = 100
)

// values reads the values of one candidate after the other.
type values struct {
	// place gives the place of the value that is being read.
	place func() model.Problem
	// dates is the order of day and month in a mapping: "dmy", "mdy" or empty.
	dates string
	// serials is true if a number may be the date of a spreadsheet.
	serials bool
	// column gives the facts of the column that is being read; nil if the format has no columns.
	column func() *columnFacts

	problems []model.Problem
	more     int
	hidden   bool
}

// finish gives the problems of a candidate in the order of the file, and prepares for the next one. At is the place of
// the candidate.
func (v *values) finish(at model.Problem) []model.Problem {
	slices.SortStableFunc(v.problems, func(a, b model.Problem) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	if v.hidden {
		at.Message, at.Warning = "Hidden characters were removed from this candidate's texts.", true
		v.problems = append(v.problems, at)
	}
	if v.more > 0 {
		at.Message, at.Warning = fmt.Sprintf("%d more problems of this candidate are not listed.", v.more), false
		v.problems = append(v.problems, at)
	}
	problems := v.problems
	v.problems, v.more, v.hidden = nil, 0, false
	return problems
}

// wrong adds a problem that stops the import.
func (v *values) wrong(format string, args ...any) { v.note(false, format, args) }

// warn adds a warning.
func (v *values) warn(format string, args ...any) { v.note(true, format, args) }

func (v *values) note(warning bool, format string, args []any) {
	if len(v.problems) >= mostProblems {
		if !warning {
			v.more++
		}
		return
	}
	p := v.place()
	p.Message, p.Warning = fmt.Sprintf(format, args...), warning
	v.problems = append(v.problems, p)
}

// line is a clean value of one line.
func (v *values) line(s string) string {
	s, hidden := text.CleanLine(s)
	v.hidden = v.hidden || hidden
	if len(s) > longestLine {
		v.wrong("The value is %d characters long; at most %d were expected here. Long texts belong in a statement.", utf8.RuneCountInString(s), longestLine)
		return ""
	}
	return s
}

// text is a clean value of any length.
func (v *values) text(s string) string {
	s, hidden := text.Clean(s)
	v.hidden = v.hidden || hidden
	return s
}

// reference is the applicant number, which every candidate needs.
func (v *values) reference(s string) string {
	s = v.line(s)
	switch {
	case s == "":
		v.wrong("The reference is empty: every candidate needs one, the applicant number for instance.")
	case len(s) > longestReference:
		v.wrong("%s is too long for a reference: at most %d characters were expected.", text.Quoted(s), longestReference)
		return ""
	}
	return s
}

// choice is one of a few words. Other lists more spellings in pairs: spelling, word.
func choice[T ~string](v *values, s, what string, words []T, other ...string) T {
	for _, w := range words {
		if s == vocab.Wire(w) {
			return w
		}
	}
	if s = v.line(s); s == "" {
		return ""
	}
	for _, w := range words {
		if strings.EqualFold(s, vocab.Wire(w)) {
			return w
		}
	}
	for i := 0; i+1 < len(other); i += 2 {
		if strings.EqualFold(s, other[i]) {
			return T(other[i+1])
		}
	}
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = vocab.Wire(w)
	}
	v.wrong("%s is not a known %s: %s expected.", text.Quoted(s), what, orList(names))
	return ""
}

// whole is a whole number between two bounds; 0 if the text is empty.
func (v *values) whole(s, what string, low, high int) int {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > high {
			n = -1
			break
		}
		n = n*10 + int(c-'0')
	}
	if n < low || n > high {
		if s = v.line(s); s != "" {
			v.wrong("%s is not %s: a whole number from %d to %d expected.", text.Quoted(s), what, low, high)
		}
		return 0
	}
	return n
}

func (v *values) birthYear(s string) int { return v.whole(s, "a year of birth", 1900, 2100) }

// birthYearOf is the year of a date of birth; the day is not kept.
func (v *values) birthYearOf(s string) int {
	if s = strings.TrimSpace(s); len(s) == 4 {
		return v.birthYear(s)
	}
	if d, trouble := readDate(s, "dmy"); trouble == "" { // whichever is first, the year is the same
		return d.Year
	}
	return v.date(s).Year
}

// yesNo is true or false; nil if unknown.
func (v *values) yesNo(s string) *bool {
	yes := choice(v, s, "answer", []string{"yes", "no"}, "true", "yes", "false", "no", "y", "yes", "n", "no", "1", "yes", "0", "no", "oui", "yes", "non", "no")
	if yes == "" {
		return nil
	}
	answer := yes == "yes"
	return &answer
}

// orList is "a, b or c".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
