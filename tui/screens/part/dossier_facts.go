package part

import (
	"fmt"
	"strings"

	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file writes the facts of a candidate's file, one paragraph for each.

// allFacts is everything but what the candidate wrote.
func (w *fileText) allFacts(f *requirement.Facts) {
	w.heading("Education")
	w.education(f, nil)
	w.heading("Experience")
	for i := range f.Jobs {
		w.job(i, &f.Jobs[i], false)
	}
	w.none(len(f.Jobs), "no dated job")
	w.heading("Languages")
	w.languages(f, nil)
	w.heading("Clearances")
	w.clearances(f, nil)
	w.heading("Nationality")
	w.nationalities(f)
}

func (w *fileText) shortJobs(f *requirement.Facts) {
	for i := range f.Jobs {
		w.job(i, &f.Jobs[i], true)
	}
	w.none(len(f.Jobs), "no dated job")
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
		return "? %"
	}
	return fmt.Sprintf("%d %%", j.Percent)
}

func jobKind(j *requirement.Job) string {
	var parts []string
	if j.Kind != "" && j.Kind != requirement.JobEmployment {
		parts = append(parts, kit.Clean(string(j.Kind)))
	}
	if j.Paid != nil && !*j.Paid {
		parts = append(parts, "unpaid")
	}
	return strings.Join(parts, ", ")
}

func (w *fileText) education(f *requirement.Facts, used []int) {
	for i, e := range f.Education {
		s := orUnknown(string(e.Level))
		if e.Field != "" {
			s += " in " + e.Field
		}
		for _, x := range []string{e.Institution, e.Country} {
			if x != "" {
				s += ", " + x
			}
		}
		if e.Conferred.IsZero() {
			s += ", date of conferral not stated"
		} else {
			s += ", conferred " + e.Conferred.String()
		}
		w.fact(s, fmt.Sprintf("education %d", i+1), Among(used, i))
	}
	w.none(len(f.Education), "no education")
}

func (w *fileText) languages(f *requirement.Facts, used []int) {
	for i, l := range f.Languages {
		s := fmt.Sprintf("%s  %s", languageName(l.Language), l.Level)
		if l.Scale != "" {
			s += "  (" + scaleName(l.Scale) + ")"
		} else {
			s += "  (scale not stated)"
		}
		w.fact(s, fmt.Sprintf("language %d", i+1), Among(used, i))
	}
	w.none(len(f.Languages), "no language")
}

func languageName(code string) string {
	switch strings.ToLower(code) {
	case "en":
		return "English"
	case "fr":
		return "French"
	}
	return code
}

func scaleName(s requirement.Scale) string {
	switch s {
	case requirement.ScaleNATO:
		return "NATO scale"
	case requirement.ScaleCEFR:
		return "CEFR"
	case requirement.ScaleSLP:
		return "STANAG 6001"
	}
	return "in words"
}

func (w *fileText) clearances(f *requirement.Facts, used []int) {
	for i, c := range f.Clearances {
		s := string(c.Level)
		if c.Issuer != "" {
			s += " issued by " + c.Issuer
		}
		s += ", " + orUnknown(string(c.Status))
		if c.ValidUntil.IsZero() {
			s += ", end of validity not stated"
		} else {
			s += ", valid until " + c.ValidUntil.String()
		}
		w.fact(s, fmt.Sprintf("clearance %d", i+1), Among(used, i))
	}
	w.none(len(f.Clearances), "no clearance")
}

func (w *fileText) nationalities(f *requirement.Facts) {
	for _, n := range f.Nationalities {
		s := requirement.NationName(n)
		if s != n {
			s += " (" + n + ")"
		}
		w.fact(s, "nationality", false)
	}
	w.none(len(f.Nationalities), "no nationality")
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}
