package part

// This file writes the facts of a candidate's file, one paragraph for each.

import (
	"fmt"
	"strings"

	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// allFacts is everything but what the candidate wrote.
func (w *fileText) allFacts(f *requirement.Facts) {
	for _, x := range requirement.FactSorts() {
		if x.OnlyIfAny && x.Count(f) == 0 {
			continue
		}
		w.heading(x.Heading)
		w.sort(x, f, nil, false)
	}
}

// sort is all facts of one sort; short leaves out what a job says beyond its line.
func (w *fileText) sort(x requirement.FactSort, f *requirement.Facts, used []int, short bool) {
	for i := range x.Count(f) {
		if x.Key == requirement.FactJobs {
			w.job(i, &f.Jobs[i], short)
			continue
		}
		w.fact(x.Say(f, i), x.Source(i), Among(used, i))
	}
	w.none(x.Count(f), x.None)
}

func (w *fileText) statements(f *requirement.Facts) {
	if len(f.Statements) == 0 {
		w.heading("Statements")
		w.none(0, "nothing in words")
	}
	for i, s := range f.Statements {
		name := kit.Clean(s.Heading)
		if name == "" {
			name = fmt.Sprintf("statement %d", i+1)
		}
		w.heading(name)
		w.prose(s.Text, name, -1)
	}
}

// job is one line with room for the tick, and below it the rest unless short.
func (w *fileText) job(i int, j *requirement.Job, short bool) {
	w.paras++
	s := fmt.Sprintf("%s  %s  %s", jobDates(j), jobPercent(j), kit.Clean(j.Title))
	if j.Employer != "" {
		s += ", " + kit.Clean(j.Employer)
	}
	if kind := jobKind(j); kind != "" {
		s += " (" + kind + ")"
	}
	source := fmt.Sprintf("job %d, %s", i+1, jobDates(j))
	lines := w.wrap(s, w.width-4)
	if short {
		lines = Shorten(w.text, lines, 2, w.width-4)
	}
	for n, l := range lines {
		w.lines = append(w.lines, FileLine{Text: l, Job: i, Tick: n == 0, para: w.paras, Source: source, rest: n > 0})
	}
	if !short && strings.TrimSpace(j.Text) != "" {
		w.prose(j.Text, source, i)
	}
}

func jobDates(j *requirement.Job) string {
	from, to := j.From.String(), j.To.String()
	if from == "" {
		from = "?"
	}
	switch {
	case j.Ongoing:
		to = "present"
	case to == "":
		to = "?"
	}
	return from + "–" + to
}

func jobPercent(j *requirement.Job) string {
	if j.Percent == 0 {
		return "full time assumed"
	}
	return fmt.Sprintf("%d %%", j.Percent)
}

func jobKind(j *requirement.Job) string {
	var parts []string
	if j.Kind != "" && j.Kind != requirement.JobEmployment {
		parts = append(parts, kit.Clean(j.Kind.Words()))
	}
	if j.Paid != nil && !*j.Paid {
		parts = append(parts, "unpaid")
	}
	return strings.Join(parts, ", ")
}
