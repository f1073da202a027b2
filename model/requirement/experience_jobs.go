package requirement

import "fmt"

// This file turns claimed jobs into stretches of days under the counting policy. A job about which the file leaves
// something open becomes a question: it is never counted as zero and never as full.

// stretch is one job as days that may count. It is measured three ways: as dated (month-only dates widened),
// at least (month-only dates narrowed), and at most (every question answered in favour). Day ranges are half open.
type stretch struct {
	job                  int
	from, end            int
	leastFrom, leastEnd  int
	mostFrom, mostEnd    int
	percent, mostPercent int
	kind                 JobKind
	question             bool
	ticked               bool
	undated              bool // the file does not give the first or the last day
	assumed              bool // the file gives no percentage: counted as full time
}

// countedJobs is what the jobs of a file come to.
type countedJobs struct {
	stretches []stretch
	notes     []string
	counted   []int // the jobs ticked; nil while none was
	// endless is set when a job in question has no bound at all; endlessTicked when such a job is ticked.
	endless, endlessTicked     bool
	questions, tickedQuestions int
	// cappedDoctorate and cappedMilitary are set if a cap reduced the last sum.
	cappedDoctorate, cappedMilitary bool
	cutoff                          int
	from                            degreeStart
	window                          int // the first day that counts; 0 if every day does
}

// degreeStart is the first day that counts under "after the degree only": 0 if the policy does not ask for it.
type degreeStart struct {
	day, leastDay int
	unknown       bool
}

const noCutoff = 1 << 30

func (j *countedJobs) read(f Facts, c Context) {
	j.cutoff, j.counted = noCutoff, c.Ticked
	if !c.ClosingDate.IsZero() {
		j.cutoff = c.ClosingDate.Last().Number() + 1
	}
	if c.Policy.AfterDegreeOnly {
		j.from = afterDegree(f, c)
		if j.from.unknown {
			j.notes = append(j.notes, "Only experience after the degree counts, and the file does not say when the degree was conferred")
		}
	}
	j.window = windowStart(c)
	for i := range f.Jobs {
		j.add(i, &f.Jobs[i], f, c)
	}
}

func (j *countedJobs) add(i int, job *Job, f Facts, c Context) {
	out, open := jobCounts(job, f, c)
	if out != "" {
		j.note(i, out)
		return
	}
	s := stretch{job: i, kind: job.Kind, percent: job.Percent, mostPercent: job.Percent, ticked: isTicked(c.Ticked, i)}
	if job.Percent < 1 || job.Percent > 100 {
		s.percent, s.mostPercent, s.assumed = 100, 100, true
	}
	endless := false
	if reason, unbounded := j.dates(&s, job, c); reason != "" {
		open, endless = reason, unbounded
	}
	if open == "" && j.from.unknown && job.Kind != JobMilitary {
		open = "cannot be placed before or after the degree"
	}
	if open != "" {
		s.question = true
		j.questions++
		j.endless = j.endless || endless
		if s.ticked {
			j.tickedQuestions++
			j.endlessTicked = j.endlessTicked || endless
		}
		j.note(i, open)
	}
	if s.assumed && !s.question && s.from < s.end {
		j.note(i, "states no percentage of full time: counted as full time, assumed")
	}
	if job.Percent > 0 && job.Percent < 100 && !s.question && s.from < s.end {
		j.note(i, fmt.Sprintf("is part-time and counts at %d %%", job.Percent))
	}
	j.stretches = append(j.stretches, s)
}

// dates fills in the days of a stretch; it returns what the file leaves open, and whether that has no bound.
func (j *countedJobs) dates(s *stretch, job *Job, c Context) (open string, unbounded bool) {
	s.undated = job.From.IsZero() || !job.Ongoing && job.To.IsZero()
	if job.From.IsZero() {
		return "has no first day", true
	}
	last, narrowLast := job.To, job.To
	switch {
	case job.Ongoing:
		last, narrowLast = c.ClosingDate, c.ClosingDate
		if c.ClosingDate.IsZero() {
			return "still runs, and the vacancy has no closing date to count to", true
		}
	case job.To.IsZero():
		last, narrowLast = c.ClosingDate, job.From
		open = "has no last day"
		if c.ClosingDate.IsZero() {
			return open, true
		}
	}
	if !job.From.Valid() || !last.Valid() {
		return "has a date that does not exist", true
	}
	if !job.Ongoing && open == "" && last.Last().Number() < job.From.First().Number() {
		return "ends before it starts", true
	}
	s.mostFrom, s.mostEnd = job.From.First().Number(), min(j.cutoff, last.Last().Number()+1)
	s.from, s.end = s.mostFrom, s.mostEnd
	s.leastFrom, s.leastEnd = job.From.Last().Number(), min(j.cutoff, narrowLast.First().Number()+1)
	s.from, s.mostFrom, s.leastFrom = max(s.from, j.window), max(s.mostFrom, j.window), max(s.leastFrom, j.window)
	if job.Kind != JobMilitary {
		s.from = max(s.from, j.from.day)
		s.leastFrom = max(s.leastFrom, j.from.leastDay)
		if !j.from.unknown {
			s.mostFrom = s.from
		}
	}
	if job.From.MonthOnly() || job.To.MonthOnly() && !job.Ongoing {
		j.note(s.job, "is dated to the month only and widened to whole months")
	}
	if job.Ongoing && s.from < s.end {
		j.note(s.job, "still runs and is counted to the closing date")
	}
	return open, false
}

// note says something about a job. While jobs are ticked, nothing is said about the others.
func (j *countedJobs) note(i int, what string) {
	if j.counted != nil && !isTicked(j.counted, i) {
		return
	}
	j.notes = append(j.notes, fmt.Sprintf("Job %d %s", i+1, what))
}

func isTicked(ticked []int, i int) bool {
	for _, t := range ticked {
		if t == i {
			return true
		}
	}
	return false
}

// jobCounts asks the policy about the kind of a job: why it is out, or what is open about it.
func jobCounts(job *Job, f Facts, c Context) (out, open string) {
	switch job.Kind {
	case JobLeave:
		return "is a period of leave, which counts only as part of the job it falls in", ""
	case JobInternship:
		return paidRule(c.Policy.Internships, job.Paid, "internships", false)
	case JobVolunteering:
		return paidRule(c.Policy.Volunteering, job.Paid, "voluntary work", false)
	case JobMilitary:
		if c.Policy.Military == CountNone {
			return "is military service, which the policy leaves out", ""
		}
		if c.Policy.Military == CountStatutory && c.Policy.MilitaryMonths <= 0 {
			return "", "is military service, and the policy does not state its statutory length"
		}
		return "", ""
	case JobDoctorate:
		return doctorateCounts(f, c)
	}
	return paidRule(c.Policy.Employment, job.Paid, "employment", true)
}

func paidRule(rule Count, paid *bool, what string, assumed bool) (out, open string) {
	switch {
	case rule == CountNone:
		return fmt.Sprintf("is left out: the policy does not count %s", what), ""
	case rule != CountPaid || paid != nil && *paid || paid == nil && assumed:
		return "", ""
	case paid == nil:
		return "", fmt.Sprintf("does not say whether it was paid, and the policy counts %s only if paid", what)
	}
	return fmt.Sprintf("was not paid, and the policy counts %s only if paid", what), ""
}

func doctorateCounts(f Facts, c Context) (out, open string) {
	if c.Policy.Doctorate == CountNone {
		return "is work on a doctorate, which the policy leaves out", ""
	}
	if c.Policy.Doctorate != CountCompleted {
		return "", ""
	}
	later := false
	for i := range f.Education {
		e := &f.Education[i]
		if e.Level != DegreeDoctorate || !e.Conferred.Valid() {
			continue
		}
		if c.ClosingDate.IsZero() || e.Conferred.Last().Number() <= c.ClosingDate.Last().Number() {
			return "", ""
		}
		later = later || e.Conferred.First().Number() > c.ClosingDate.Last().Number()
	}
	if later {
		return "is work on a doctorate that is not completed by the closing date", ""
	}
	return "", "is work on a doctorate, and the file does not show that it is completed"
}

// afterDegree finds the day after the earliest conferral of the degree that gives access.
func afterDegree(f Facts, c Context) degreeStart {
	need := c.Degree.EQF()
	if need == 0 {
		need = DegreeBachelor.EQF()
	}
	start := degreeStart{unknown: true}
	for i := range f.Education {
		e := &f.Education[i]
		if e.Level.EQF() < need || !e.Conferred.Valid() {
			continue
		}
		first, last := e.Conferred.First().Number()+1, e.Conferred.Last().Number()+1
		if start.unknown || first < start.day {
			start.day = first
		}
		if start.unknown || last < start.leastDay {
			start.leastDay = last
		}
		start.unknown = false
	}
	return start
}
