package requirement

import "fmt"

// This file compares years of experience asked with the jobs of a file. The arithmetic is in experience_span.go, the
// reading of jobs in experience_jobs.go.

// measure is one of the ways to measure a stretch. The stated ones leave out jobs whose full time is assumed.
type measure int

const (
	asDated measure = iota
	atLeast
	atMost
	asStated
	atLeastStated
)

// checkExperience compares the months asked with the jobs.
func checkExperience(months int, f Facts, c Context) Finding {
	figures := &ExperienceFigures{NeededYears: float64(months) / 12}
	out := Finding{Verdict: NotStated, Figures: Figures{Experience: figures}}
	if len(f.Jobs) == 0 {
		out.Why = "The file lists no dated jobs"
		return out
	}
	var buf [12]stretch
	j := countedJobs{stretches: buf[:0]}
	j.read(f, c)
	ticked := c.Ticked != nil
	all, credited := j.sum(asDated, false, c.Policy)
	figures.IfAllCount = spanOf(all)
	units := all
	if ticked {
		units, credited = j.sum(asDated, true, c.Policy)
		span := spanOf(units)
		figures.Ticked = &span
	}
	out.Assumptions = j.assumptions(c)
	least, creditedLeast := units, credited
	monthOnly := j.monthOnly(ticked)
	if monthOnly {
		least, creditedLeast = j.sum(atLeast, ticked, c.Policy)
		figures.ImpreciseDays = max(0, credited-creditedLeast+dayUnits-1) / dayUnits
	}
	stated, assumed := units, j.assumedCount(ticked)
	if assumed > 0 {
		stated, _ = j.sum(asStated, ticked, c.Policy)
		stated = min(stated, units)
		if least = stated; monthOnly {
			least, _ = j.sum(atLeastStated, ticked, c.Policy)
		}
	}
	most := units
	if j.open(ticked) > 0 {
		most, _ = j.sum(atMost, ticked, c.Policy)
		most = max(most, units)
	}
	out.JobsUsed = j.used(ticked)
	r := experienceResult{
		need: months * monthUnits, units: units, stated: stated, least: least, assumed: assumed, most: most, open: j.open(ticked),
		endless: j.endless && !ticked || j.endlessTicked, ticked: ticked, closing: c.ClosingDate,
		undated: j.undated(ticked), within: c.within,
		imprecise: figures.ImpreciseDays,
	}
	out.Verdict, out.Why = r.verdict()
	return out
}

// sum measures the stretches, all or the ticked ones. Doctorates, and military service if it has a statutory
// length, add at most their cap to what the sum is without them.
func (j *countedJobs) sum(how measure, tickedOnly bool, p Policy) (units, credited int) {
	doctorate, military := false, false
	for i := range j.stretches {
		doctorate = doctorate || j.stretches[i].kind == JobDoctorate
		military = military || j.stretches[i].kind == JobMilitary
	}
	military = military && p.Military == CountStatutory && p.MilitaryMonths > 0
	units, credited = j.sweep(how, tickedOnly, false, false)
	j.cappedDoctorate, j.cappedMilitary = false, false
	limit := func(noDoctorate, noMilitary bool, months int) {
		u, d := j.sweep(how, tickedOnly, noDoctorate, noMilitary)
		if u+months*monthUnits < units {
			j.cappedDoctorate, j.cappedMilitary = j.cappedDoctorate || noDoctorate, j.cappedMilitary || noMilitary
			units, credited = u+months*monthUnits, min(credited, d+months*monthUnits)
		}
	}
	if doctorate {
		limit(true, false, DoctorateMaxMonths)
	}
	if military {
		limit(false, true, p.MilitaryMonths)
	}
	if doctorate && military {
		limit(true, true, DoctorateMaxMonths+p.MilitaryMonths)
	}
	return units, credited
}

func (j *countedJobs) sweep(how measure, tickedOnly, noDoctorate, noMilitary bool) (units, credited int) {
	var buf [24]spanEdge
	edges := buf[:0]
	for i := range j.stretches {
		s := &j.stretches[i]
		if tickedOnly && !s.ticked || noDoctorate && s.kind == JobDoctorate || noMilitary && s.kind == JobMilitary {
			continue
		}
		from, end, percent := s.from, s.end, s.percent
		switch {
		case how == atMost:
			from, end, percent = s.mostFrom, s.mostEnd, s.mostPercent
		case s.question, s.assumed && (how == asStated || how == atLeastStated):
			continue
		case how == atLeast || how == atLeastStated:
			from, end = s.leastFrom, s.leastEnd
		}
		if from < end {
			edges = append(edges, spanEdge{from, percent}, spanEdge{end, -percent})
		}
	}
	return spanSum(edges)
}

// monthOnly returns true if a stretch that counts is longer when its month-only dates are widened than when they are
// narrowed.
func (j *countedJobs) monthOnly(tickedOnly bool) bool {
	for i := range j.stretches {
		s := &j.stretches[i]
		if !s.question && (s.from != s.leastFrom || s.end != s.leastEnd) && (s.ticked || !tickedOnly) {
			return true
		}
	}
	return false
}

// assumedCount is how many stretches that count are taken for full time because the file gives no percentage.
func (j *countedJobs) assumedCount(tickedOnly bool) int {
	n := 0
	for i := range j.stretches {
		if s := &j.stretches[i]; s.assumed && !s.question && s.from < s.end && (s.ticked || !tickedOnly) {
			n++
		}
	}
	return n
}

// undated returns true if a job in question lacks a day that only the file could give.
func (j *countedJobs) undated(tickedOnly bool) bool {
	for i := range j.stretches {
		if s := &j.stretches[i]; s.undated && (s.ticked || !tickedOnly) {
			return true
		}
	}
	return false
}

func (j *countedJobs) open(tickedOnly bool) int {
	if tickedOnly {
		return j.tickedQuestions
	}
	return j.questions
}

func (j *countedJobs) used(tickedOnly bool) []int {
	var out []int
	for i := range j.stretches {
		if s := &j.stretches[i]; s.ticked || !tickedOnly {
			if out == nil {
				out = make([]int, 0, len(j.stretches))
			}
			out = append(out, s.job)
		}
	}
	return out
}

func (j *countedJobs) assumptions(c Context) []string {
	out := make([]string, 0, len(j.notes)+3)
	policy := c.Policy.Name
	if policy == "" {
		policy = "all relevant experience"
	}
	out = append(out, fmt.Sprintf("Counting policy: %s", policy))
	if c.Policy.ProfessionalLevel {
		out = append(out, "Only work at the professional level of the post is to be ticked")
	}
	if c.ClosingDate.IsZero() {
		out = append(out, "The vacancy has no closing date, so nothing is cut off")
	}
	out = append(out, j.notes...)
	if j.cappedDoctorate {
		out = append(out, fmt.Sprintf("Work on a doctorate adds at most %s", spanWords(spanOf(DoctorateMaxMonths*monthUnits))))
	}
	if j.cappedMilitary {
		out = append(out, fmt.Sprintf("Military service adds at most %s", spanWords(spanOf(c.Policy.MilitaryMonths*monthUnits))))
	}
	return out
}

// experienceResult is what the verdict on experience is made from, in units.
type experienceResult struct {
	need, units, least, most int
	within                   int // months before the closing date; 0 is any time
	stated                   int // without jobs whose full time is assumed
	assumed                  int // how many those are
	open, imprecise          int
	endless, ticked          bool
	undated                  bool // a job in question has no first or no last day
	closing                  Date
}

func (t experienceResult) verdict() (Verdict, string) {
	tail := ", overlap counted once"
	if !t.closing.IsZero() {
		tail = fmt.Sprintf(", counted to %s%s", t.closing.Words(), tail)
	}
	have := spanWords(spanOf(t.units))
	of := fmt.Sprintf(" of the %s asked%s", spanWords(spanOf(t.need)), windowWords(t.within))
	jobs := "All jobs together give "
	if t.ticked {
		jobs = ""
	}
	switch {
	case t.need <= 0:
		return ToJudge, fmt.Sprintf("The criterion states no number of years; %s", t.numberless(have+windowWords(t.within), tail))
	case t.most < t.need && !t.endless:
		return NotMet, t.falls(jobs+have+of+tail) + t.noClosing(", which could only shorten it")
	case !t.ticked:
		return t.openVerdict(), t.upTo(have, of, tail) + t.noClosing(" to count to")
	case t.units < t.need && t.units == 0:
		return t.openVerdict(), fmt.Sprintf("None%s is certain: %s%s", of, t.mayAdd(), t.noClosing(" to count to"))
	case t.units < t.need:
		return t.openVerdict(), fmt.Sprintf("%s%s is certain%s; %s%s", have, of, tail, t.mayAdd(), t.noClosing(" to count to"))
	case t.closing.IsZero():
		return ToJudge, have + of + tail + t.noClosing(" to count to")
	case t.least >= t.need:
		return Met, have + of + tail + t.without()
	case t.stated < t.need:
		return ToJudge, fmt.Sprintf("%s%s%s; it rests on %s, which the file does not state", have, of, tail, assumedJobsWords(t.assumed))
	}
	return Borderline, fmt.Sprintf("%s%s%s; it depends on %d d that rest on dates known to the month only", have, of, tail, t.imprecise)
}

// without says what the sum is without the jobs whose full time is assumed; empty if there is none.
func (t experienceResult) without() string {
	if t.assumed == 0 || t.stated == t.units {
		return ""
	}
	if t.stated == 0 {
		return fmt.Sprintf("; all of it rests on %s, which the file does not state", assumedJobsWords(t.assumed))
	}
	return fmt.Sprintf("; without %s it is %s", assumedJobsWords(t.assumed), spanWords(spanOf(t.stated)))
}

// openVerdict is the verdict if a person has to accept jobs; without the dates of a job that is needed nothing is stated
// to accept.
func (t experienceResult) openVerdict() Verdict {
	if t.units < t.need && t.undated {
		return NotStated
	}
	return ToJudge
}

// noClosing says in the end of a sentence that the vacancy has no closing date; empty if it has one.
func (t experienceResult) noClosing(what string) string {
	if !t.closing.IsZero() {
		return ""
	}
	if t.within > 0 {
		what = fmt.Sprintf(", so it is not known when the last %s begin", monthsInWords(t.within))
	}
	return fmt.Sprintf("; the vacancy states no closing date yet%s", what)
}

// numberless is what the jobs come to if no number of years is asked.
func (t experienceResult) numberless(have, tail string) string {
	switch {
	case t.units == 0 && t.open > 0:
		return t.mayAdd()
	case t.units == 0:
		return fmt.Sprintf("none of the jobs counts%s", windowWords(t.within))
	case t.ticked:
		return fmt.Sprintf("the ticked jobs give %s%s%s", have, tail, t.without())
	}
	return fmt.Sprintf("all jobs together give %s%s%s", have, tail, t.without())
}

// falls is the sentence if what is asked is out of reach; sum is the arithmetic.
func (t experienceResult) falls(sum string) string {
	asked := spanWords(spanOf(t.need))
	within := windowWords(t.within)
	switch {
	case t.units == 0 && t.open == 0:
		return fmt.Sprintf("None of the jobs counts towards the %s asked%s", asked, within)
	case t.units == 0:
		return fmt.Sprintf("Even with %s in full it is %s of the %s asked%s", openJobsWords(t.open), spanWords(spanOf(t.most)), asked, within)
	case t.open > 0:
		return fmt.Sprintf("%s; even with %s in full it is %s", sum, openJobsWords(t.open), spanWords(spanOf(t.most)))
	}
	return sum
}

// mayAdd says what the jobs in question may add.
func (t experienceResult) mayAdd() string {
	if t.endless {
		return fmt.Sprintf("%s may add to it", openJobsWords(t.open))
	}
	return fmt.Sprintf("with %s in full it is %s", openJobsWords(t.open), spanWords(spanOf(t.most)))
}

// upTo is the sentence while no member has ticked jobs.
func (t experienceResult) upTo(have, of, tail string) string {
	s := fmt.Sprintf("Up to %s%s if every job counts%s", have, of, tail)
	switch {
	case t.open == 0:
	case t.endless && t.units == 0:
		return fmt.Sprintf("None%s is certain: %s; the member ticks the jobs that count", of, t.mayAdd())
	case t.endless:
		s = fmt.Sprintf("%s%s if every job counts%s; %s", have, of, tail, t.mayAdd())
	default:
		without := ""
		if t.units > 0 {
			without = fmt.Sprintf(" (%s without)", have)
		}
		s = fmt.Sprintf("Up to %s%s if every job counts, %s in full%s%s", spanWords(spanOf(t.most)), of, openJobsWords(t.open), without, tail)
	}
	return fmt.Sprintf("%s%s; the member ticks the jobs that count", s, t.without())
}

func assumedJobsWords(n int) string {
	if n == 1 {
		return "one job counted as full time"
	}
	return fmt.Sprintf("%d jobs counted as full time", n)
}

func openJobsWords(n int) string {
	if n == 1 {
		return "the job in question"
	}
	return fmt.Sprintf("the %d jobs in question", n)
}
