package imports

import (
	"strings"
	"unicode"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads several jobs from one cell: "03/2019 – présent, Analyst, NATO; 2015-01 – 2019-02, Clerk, Port". A job
// begins where a line, or a part between semicolons, has both ends of one. What is not understood stays in the text of
// the job.

// jobsIn reads the jobs of a cell.
func (v *values) jobsIn(s string) []requirement.Job {
	var out []requirement.Job
	started, parts := false, 0 // started is true if the last job has both ends or one of them
	for _, line := range strings.Split(v.text(s), "\n") {
		for i, part := range strings.Split(line, ";") {
			if part = withoutBullet(part); part == "" {
				continue
			}
			if parts++; parts > mostEntries {
				v.wrong("The cell holds more than %d lines: at most that was expected.", mostEntries)
				return out
			}
			period, rest := periodIn(part)
			switch {
			case period == "" && len(out) > 0 && started:
				addToJob(&out[len(out)-1], part, i > 0)
				continue
			case len(out) == mostInCell:
				v.wrong("The cell holds more than %d jobs: at most that was expected.", mostInCell)
				return out
			}
			j := requirement.Job{}
			if started = period != "" && v.takeSpan(period, &j); !started {
				v.warn("%s does not say from when to when: the job was kept without dates.", text.Quoted(part))
			}
			for n, field := range jobParts(rest) {
				v.takePart(&j, field, n)
			}
			v.jobDates(j, true)
			out = append(out, j)
		}
	}
	return out
}

// withoutBullet is a line without the mark of a list before it.
func withoutBullet(s string) string {
	return strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(s), "-–—•*·▪◦ \t"))
}

// mostCuts is at how many places of a line the dates of a job may end: "du 1er mars 2019 au 30 juin 2021" has eight gaps.
const mostCuts = 12

// periodIn finds both ends of a job at the beginning or at the end of a line, and gives the rest of the line. Period is
// empty if there are none.
func periodIn(s string) (period, rest string) {
	const edges = " ,:|()[]\t-–—"
	if !hasYear(s) {
		return "", s
	}
	cuts := cutsOf(s)
	for i := min(len(cuts), mostCuts) - 1; i >= 0; i-- { // the longest one counts: a date may hold a comma
		if p := strings.Trim(s[:cuts[i]], " ,:|()[]\t"); isSpan(p) {
			return p, strings.Trim(s[cuts[i]:], edges)
		}
	}
	if isSpan(s) {
		return s, ""
	}
	for _, at := range cuts[max(0, len(cuts)-mostCuts):] {
		if p := strings.Trim(s[at:], " ,:|()[]\t"); isSpan(p) {
			return p, strings.Trim(s[:at], edges)
		}
	}
	return "", s
}

// cutsOf are the places at which a line may be parted.
func cutsOf(s string) []int {
	var out []int
	for i := range len(s) {
		if strings.IndexByte(" ,:|()[]\t", s[i]) >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// hasYear returns true if four digits stand together.
func hasYear(s string) bool {
	run := 0
	for i := range len(s) {
		if run++; !isDigit(s[i]) {
			run = 0
		}
		if run == 4 {
			return true
		}
	}
	return false
}

func isSpan(s string) bool {
	_, ok := spanOf(s)
	return ok
}

// jobParts are the parts of a line after its dates.
func jobParts(s string) []string {
	sep := ","
	if strings.Contains(s, "|") {
		sep = "|"
	} else if !strings.Contains(s, ",") {
		for _, dash := range [...]string{" – ", " — ", " - "} {
			if strings.Contains(s, dash) {
				sep = dash
				break
			}
		}
	}
	var out []string
	for part := range strings.SplitSeq(s, sep) {
		if part = strings.TrimFunc(part, func(r rune) bool { return unicode.IsSpace(r) }); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// takePart takes a part of a line into the job: its title, its employer, its share of full time, and the rest as text.
func (v *values) takePart(j *requirement.Job, part string, n int) {
	if share, signed, ok := shareOf(strings.Trim(part, "()")); ok && signed && share >= 1 && share <= 100 && j.Percent == 0 {
		j.Percent = v.rounded(part, share)
		return
	}
	if share := v.shareInWords(part); share > 0 && j.Percent == 0 {
		j.Percent = share
		return
	}
	switch {
	case n == 0 && j.Title == "":
		j.Title = v.line(part)
	case j.Employer == "" && n > 0:
		j.Employer = v.line(part)
	default:
		j.Text = strings.TrimSpace(j.Text + "\n" + part)
	}
}

// addToJob adds what stands behind a job to it; sameLine is true if only a semicolon parts the two.
func addToJob(j *requirement.Job, part string, sameLine bool) {
	switch {
	case sameLine && j.Title == "" && len(part) <= longestLine:
		j.Title = part
	case sameLine && j.Employer == "" && len(part) <= longestLine:
		j.Employer = part
	default:
		j.Text = strings.TrimSpace(j.Text + "\n" + part)
	}
}
