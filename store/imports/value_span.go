package imports

import (
	"strings"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads both ends of a job from one cell: "03/2019 – présent", "2016-01 to 2019-03", "since May 2020".

// span is a start and an end as they are written.
type span struct {
	from, to string
	// ongoing is true if the job still runs; to is empty then.
	ongoing bool
}

// spanWords stand between the two ends of a span, folded, with the spaces around them.
var spanWords = [...]string{"-", ">", "/", " to ", " until ", " till ", " bis ", " au ", " a ", " al ", " tot ", " jusqu'a ", " jusqu'au ", " ate ", " hasta "}

// spanStarts stand before a start; those of the second list say that the job still runs.
var (
	spanStarts   = [...]string{"from ", "du ", "de ", "von ", "del ", "van "}
	spanStillRun = [...]string{"since ", "depuis le ", "depuis ", "seit dem ", "seit ", "desde ", "sinds ", "dal "}
)

// spanOf parts a value into both ends of a span; ok is false if it is no span or could be parted in two ways.
func spanOf(s string) (out span, ok bool) {
	if len(s) > 100 || !hasYear(s) || strings.Count(s, "-")+strings.Count(s, "/") > 8 {
		return span{}, false
	}
	low := strings.Trim(strings.ReplaceAll(requirement.Fold(s), "→", ">"), " .")
	low = strings.ReplaceAll(low, "->", ">")
	for _, w := range spanStillRun {
		if rest, found := strings.CutPrefix(low, w); found && isSpanDate(rest) {
			return span{from: rest, ongoing: true}, true
		}
	}
	if isSpanDate(low) && !isYearAlone(low) || len(low) < 6 {
		return span{}, false
	}
	for _, w := range spanStarts {
		low = strings.TrimPrefix(low, w)
	}
	for _, sep := range spanWords {
		for at := 0; ; {
			i := strings.Index(low[at:], sep)
			if i < 0 {
				break
			}
			from, to := strings.TrimSpace(low[:at+i]), strings.TrimSpace(low[at+i+len(sep):])
			at += i + 1
			if !isSpanDate(from) || !isSpanDate(to) && !isStillRunning(to) && to != "date" {
				continue
			}
			next := span{from, to, false}
			if isStillRunning(to) || to == "date" {
				next = span{from, "", true}
			}
			if ok && next != out {
				return span{}, false
			}
			out, ok = next, true
		}
	}
	return out, ok
}

// isSpanDate returns true if an end of a span is a date or a year.
func isSpanDate(s string) bool {
	_, trouble := readDate(s, "")
	return trouble == "" && len(s) >= 6 || trouble == twoOrders || isYearAlone(s)
}

func isYearAlone(s string) bool { return isYear(s) }

// takeSpan reads a cell with both ends of a job into the job; false if it is not one. A year alone is no date: it leaves
// that end open and stays in the text of the job as it is written.
func (v *values) takeSpan(s string, j *requirement.Job) bool {
	s, _ = text.CleanLine(s)
	p, ok := spanOf(s)
	if !ok {
		return false
	}
	j.Ongoing = p.ongoing
	if isYearAlone(p.from) || isYearAlone(p.to) {
		v.warn("%s names a year without a month: that end of the job was left open.", text.Quoted(s))
		j.Text = strings.TrimSpace(s + "\n" + j.Text)
	}
	if !isYearAlone(p.from) {
		j.From = v.date(p.from)
	}
	if !isYearAlone(p.to) {
		j.To = v.date(p.to)
	}
	return true
}

// takeDates reads the two ends of a job from their cells, of which the first may hold both. Ends is true if the file has
// a place for the end: a start without an end is a job that still runs then. At is called before a cell is read.
func (v *values) takeDates(j *requirement.Job, from, to string, ends bool, at func(end bool)) {
	at(false)
	if _, plain := requirement.ParseDate(from); !plain && from != "" && v.takeSpan(from, j) {
		if to != "" {
			at(true)
			v.warn("The end of the job stands in the cell of its start as well: %s was left out.", text.Quoted(v.line(to)))
		}
		return
	}
	j.From = v.date(from)
	at(true)
	switch {
	case to == "":
		j.Ongoing = from != "" && ends
	case isStillRunning(to):
		j.Ongoing = true
	default:
		j.To = v.date(to)
	}
}
