package imports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads several jobs from one cell: "03/2019 – présent, Analyst, NATO; 2015-01 – 2019-02, Clerk, Port". A job
// begins where a line, or a part between semicolons, has both ends of one. What is not understood stays in the text of
// the job.

// jobsIn reads the jobs of a cell.
func (v *values) jobsIn(s string) []requirement.Job {
	var out []requirement.Job
	started := false // the last job has both ends or one of them
	for _, line := range strings.Split(v.text(s), "\n") {
		for i, part := range strings.Split(line, ";") {
			if part = withoutBullet(part); part == "" {
				continue
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

// periodIn finds both ends of a job at the beginning or at the end of a line, and gives the rest of the line. Period is
// empty if there are none.
func periodIn(s string) (period, rest string) {
	cut := func(r rune) bool { return strings.ContainsRune(" ,:|()[]\t", r) }
	const edges = " ,:|()[]\t-–—"
	for i := min(len(s), 100); i > 0; i-- { // the longest one counts: a date may hold a comma
		if i < len(s) && (!utf8.RuneStart(s[i]) || !cut(rune(s[i]))) {
			continue
		}
		if p := strings.Trim(s[:i], " ,:|()[]\t"); isSpan(p) {
			return p, strings.Trim(s[i:], edges)
		}
	}
	for i := max(0, len(s)-100); i < len(s); i++ {
		if !utf8.RuneStart(s[i]) || !cut(rune(s[i])) {
			continue
		}
		if p := strings.Trim(s[i:], " ,:|()[]\t"); isSpan(p) {
			return p, strings.Trim(s[:i], edges)
		}
	}
	return "", s
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

// addToJob adds what stands behind a job to it. SameLine is true if only a semicolon parts the two.
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
