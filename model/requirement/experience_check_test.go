package requirement

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func day(s string) Date {
	d, ok := ParseDate(s)
	if !ok && s != "" {
		panic("no such date: " + s)
	}
	return d
}

// job reads "2018-01-01..2019-12-31 60"; an open end is "present", nothing after the dates is an unknown percentage.
func job(text string) Job {
	dates, percent, _ := strings.Cut(text, " ")
	from, to, _ := strings.Cut(dates, "..")
	j := Job{From: day(from)}
	if to == "present" {
		j.Ongoing = true
	} else {
		j.To = day(to)
	}
	for _, c := range percent {
		j.Percent = j.Percent*10 + int(c-'0')
	}
	return j
}

func jobs(texts ...string) []Job {
	var out []Job
	for _, t := range texts {
		out = append(out, job(t))
	}
	return out
}

func allOf(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func TestExperienceSum(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		jobs []Job
		want Span
	}{
		"overlap once (experience rules, overlap-once): 2018-2019 and 2019-2020 full time are 3 years": {
			jobs("2018-01-01..2019-12-31 100", "2019-01-01..2020-12-31 100"), Span{Years: 3},
		},
		"a day credits at most full time (overlap-once): two 60 % jobs in 2021 are 1 year": {
			jobs("2021-01-01..2021-12-31 60", "2021-01-01..2021-12-31 60"), Span{Years: 1},
		},
		"part-time pro rata (EPSO faq 7433): 50 % for six months are 3 months": {
			jobs("2020-01-01..2020-06-30 50"), Span{Months: 3},
		},
		"part-time coefficient (LUT University): 80 % of 10 months are 8": {
			jobs("2021-01-01..2021-10-31 80"), Span{Months: 8},
		},
		"leap years (experience rules, edge cases): 2016-02-29 to 2021-02-28 are 5 years": {
			jobs("2016-02-29..2021-02-28 100"), Span{Years: 5},
		},
		"both ends inclusive (edge cases): a calendar year is 1 year": {
			jobs("2020-01-01..2020-12-31 100"), Span{Years: 1},
		},
		"both ends inclusive (edge cases): adjoining halves are 1 year": {
			jobs("2020-01-01..2020-06-30 100", "2020-07-01..2020-12-31 100"), Span{Years: 1},
		},
		"a single day is a day": {jobs("2020-01-01..2020-01-01 100"), Span{Days: 1}},
		"spans apart carry 30 days to a month": {
			jobs("2020-01-01..2020-01-20 100", "2020-03-01..2020-03-20 100"), Span{Months: 1, Days: 10},
		},
		"a span from the 31st: one month ends on the last of February": {
			jobs("2021-01-31..2021-02-28 100"), Span{Months: 1},
		},
		"cut-off at the closing date (EPSO AD/293/14)":  {jobs("2024-01-01..2026-12-31 100"), Span{Years: 1, Days: 7}},
		"present ends at the closing date (edge cases)": {jobs("2024-01-08..present 100"), Span{Years: 1}},
		"a job after the closing date gives nothing":    {jobs("2025-02-01..2026-12-31 100", "2020-01-01..2020-01-01 100"), Span{Days: 1}},
		"month-only dates are widened (edge cases)":     {jobs("2019-03..2021-05 100"), Span{Years: 2, Months: 3}},
		"a fraction of a day is dropped from the words": {jobs("2020-01-01..2020-01-01 100", "2020-02-01..2020-02-01 50"), Span{Days: 1}},
		"three part-time jobs beyond full time":         {jobs("2020-01-01..2020-12-31 40", "2020-01-01..2020-12-31 40", "2020-01-01..2020-12-31 40"), Span{Years: 1}},
		"part-time job inside another adds where there is room": {
			jobs("2020-01-01..2020-12-31 50", "2020-07-01..2020-12-31 50"), Span{Months: 9},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := Facts{Jobs: tc.jobs}
			got := Check(Requirement{Kind: KindExperience, Months: 24}, f, Context{ClosingDate: day("2025-01-07"), Ticked: allOf(len(tc.jobs))})
			if diff := cmp.Diff(&tc.want, got.Figures.Experience.Ticked); diff != "" {
				t.Errorf("ticked (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tc.want, got.Figures.Experience.IfAllCount); diff != "" {
				t.Errorf("if all count (-want +got):\n%s", diff)
			}
		})
	}
}

func TestExperienceVerdict(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	eu := Presets()[1]
	eu.AfterDegreeOnly = false
	kind := func(k JobKind, paid *bool, text string) Job { j := job(text); j.Kind, j.Paid = k, paid; return j }
	degree := func(l DegreeLevel, conferred string) []Education {
		return []Education{{Level: l, Conferred: day(conferred)}}
	}
	three := "2018-01-01..2020-12-31 100"
	for name, tc := range map[string]struct {
		months  int
		jobs    []Job
		study   []Education
		ticked  []int
		policy  Policy
		noClose bool
		want    Verdict
		why     string
	}{
		"exactly the required years are met":            {months: 36, jobs: jobs(three), ticked: []int{0}, want: Met, why: "3 y of the 3 y asked, counted to 7 January 2025, overlap counted once"},
		"one day less is not met, in one span of two":   {months: 36, jobs: jobs("2018-01-01..2019-12-31 100", "2021-01-01..2021-12-30 100"), ticked: []int{0, 1}, want: NotMet, why: "2 y 11 m 30 d of the 3 y asked"},
		"one day less is not met, part-time":            {months: 18, jobs: jobs("2018-01-01..2020-12-30 50"), ticked: []int{0}, want: NotMet, why: "1 y 5 m 30 d of the 1 y 6 m asked"},
		"one day less is not met":                       {months: 36, jobs: jobs("2018-01-01..2020-12-30 100"), ticked: []int{0}, want: NotMet, why: "2 y 11 m 30 d of the 3 y asked"},
		"the sentence carries the arithmetic":           {months: 24, jobs: jobs("2021-08-27..present 100"), ticked: []int{0}, want: Met, why: "3 y 4 m 12 d of the 2 y asked, counted to 7 January 2025, overlap counted once"},
		"before ticking, enough in all cannot tell":     {months: 24, jobs: jobs(three), want: ToJudge, why: "Up to 3 y of the 2 y asked if every job counts"},
		"before ticking, all together short is not met": {months: 60, jobs: jobs(three), want: NotMet, why: "All jobs together give 3 y of the 5 y asked"},
		"no job ticked by the member is not met":        {months: 24, jobs: jobs(three), ticked: []int{}, want: NotMet, why: "None of the jobs counts towards the 2 y asked"},
		"only ticked jobs count":                        {months: 36, jobs: jobs(three, "2021-01-01..2023-12-31 100"), ticked: []int{1}, want: Met, why: "3 y of"},
		"a file without jobs is unknown, not zero":      {months: 24, want: NotStated, why: "no dated jobs"},
		"no number stated is never passed (edge cases)": {jobs: jobs(three), ticked: []int{0}, want: ToJudge, why: "states no number of years"},
		"no closing date cannot tell":                   {months: 24, jobs: jobs(three), ticked: []int{0}, noClose: true, want: ToJudge, why: "no closing date"},

		"no percentage is full time, assumed (UNDP)":          {months: 24, jobs: jobs("2018-01-01..2020-12-31"), ticked: []int{0}, want: ToJudge, why: "3 y of the 2 y asked, counted to 7 January 2025, overlap counted once; it rests on one job counted as full time, which the file does not state"},
		"no percentage that cannot matter is met":             {months: 36, jobs: jobs(three, "2010-01-01..2010-12-31"), ticked: []int{0, 1}, want: Met, why: "4 y of the 3 y asked, counted to 7 January 2025, overlap counted once; without one job counted as full time it is 3 y"},
		"no percentage that cannot be enough is not met":      {months: 60, jobs: jobs("2018-01-01..2020-12-31"), ticked: []int{0}, want: NotMet, why: "3 y of the 5 y asked, counted to 7 January 2025, overlap counted once"},
		"no last day is a question":                           {months: 24, jobs: jobs("2020-01-01.. 100"), ticked: []int{0}, want: NotStated, why: "in full it is 5 y 7 d"},
		"no first day is a question without bound":            {months: 24, jobs: jobs("..2020-01-01 100"), ticked: []int{0}, want: NotStated, why: "may add to it"},
		"an end before the start is asked about (edge cases)": {months: 24, jobs: jobs("2020-01-01..2019-01-01 100"), want: ToJudge, why: "may add to it"},
		"a result decided by month-only dates is borderline":  {months: 27, jobs: jobs("2019-03..2021-05 100"), ticked: []int{0}, want: Borderline, why: "it depends on 60 d"},
		"month-only dates that decide nothing are met":        {months: 24, jobs: jobs("2019-03..2021-05 100"), ticked: []int{0}, want: Met, why: "2 y 3 m of"},
		"month-only dates too short even widened are not met": {months: 28, jobs: jobs("2019-03..2021-05 100"), ticked: []int{0}, want: NotMet},

		"internship unpaid does not count (EPSO internship)":       {months: 12, jobs: []Job{kind(JobInternship, &no, three)}, ticked: []int{0}, policy: eu, want: NotMet},
		"internship paid counts (EPSO internship)":                 {months: 12, jobs: []Job{kind(JobInternship, &yes, three)}, ticked: []int{0}, policy: eu, want: Met},
		"internship without word on pay is a question":             {months: 12, jobs: []Job{kind(JobInternship, nil, three)}, ticked: []int{0}, policy: eu, want: ToJudge},
		"internship counts where all experience does":              {months: 12, jobs: []Job{kind(JobInternship, &no, three)}, ticked: []int{0}, want: Met},
		"voluntary work unpaid does not count (EPSO volunteering)": {months: 12, jobs: []Job{kind(JobVolunteering, &no, three)}, ticked: []int{0}, policy: eu, want: NotMet},
		"employment is taken as paid (EPSO paid-only)":             {months: 12, jobs: []Job{kind(JobEmployment, nil, three)}, ticked: []int{0}, policy: eu, want: Met},
		"employment said to be unpaid does not count (EPSO)":       {months: 12, jobs: []Job{kind("", &no, three)}, ticked: []int{0}, policy: eu, want: NotMet},
		"leave never counts by itself (EPSO parental)":             {months: 12, jobs: []Job{kind(JobLeave, nil, three)}, ticked: []int{0}, policy: eu, want: NotMet},

		"military service adds its statutory length (EPSO military)":   {months: 13, jobs: []Job{kind(JobMilitary, nil, three)}, ticked: []int{0}, policy: Policy{Military: CountStatutory, MilitaryMonths: 12}, want: NotMet, why: "1 y of"},
		"military service up to its length is met (EPSO military)":     {months: 12, jobs: []Job{kind(JobMilitary, nil, three)}, ticked: []int{0}, policy: Policy{Military: CountStatutory, MilitaryMonths: 12}, want: Met, why: "1 y of"},
		"military service of unknown length is a question":             {months: 12, jobs: []Job{kind(JobMilitary, nil, three)}, ticked: []int{0}, policy: Policy{Military: CountStatutory}, want: ToJudge},
		"a doctorate adds at most 3 years (EPSO phd)":                  {months: 37, jobs: []Job{kind(JobDoctorate, nil, "2010-01-01..2015-12-31 100")}, study: degree(DegreeDoctorate, "2016-01-01"), ticked: []int{0}, policy: eu, want: NotMet, why: "3 y of"},
		"a doctorate beside a job adds what the job leaves (EPSO phd)": {months: 60, jobs: []Job{kind(JobDoctorate, nil, "2010-01-01..2015-12-31 100"), job("2010-01-01..2011-12-31 100")}, ticked: []int{0, 1}, want: Met, why: "5 y of"},
		"a doctorate not completed is a question (EPSO phd)":           {months: 12, jobs: []Job{kind(JobDoctorate, nil, three)}, study: degree(DegreeMaster, "2010-01-01"), ticked: []int{0}, policy: eu, want: ToJudge},
		"a doctorate completed too late does not count (EPSO phd)":     {months: 12, jobs: []Job{kind(JobDoctorate, nil, three)}, study: degree(DegreeDoctorate, "2025-06-01"), ticked: []int{0}, policy: eu, want: NotMet},

		"after the degree only (EPSO after-degree)":            {months: 24, jobs: jobs(three), study: degree(DegreeBachelor, "2018-12-31"), ticked: []int{0}, policy: Policy{AfterDegreeOnly: true}, want: Met, why: "2 y of"},
		"after the degree only, a day short":                   {months: 24, jobs: jobs(three), study: degree(DegreeBachelor, "2019-01-01"), ticked: []int{0}, policy: Policy{AfterDegreeOnly: true}, want: NotMet},
		"before the degree counts (UN Secretariat, annex I)":   {months: 36, jobs: jobs(three), study: degree(DegreeBachelor, "2019-01-01"), ticked: []int{0}, policy: Presets()[2], want: Met},
		"after the degree only, conferral unknown":             {months: 24, jobs: jobs(three), study: degree(DegreeBachelor, ""), ticked: []int{0}, policy: Policy{AfterDegreeOnly: true}, want: ToJudge},
		"after the degree only, conferral to the month":        {months: 24, jobs: jobs(three), study: degree(DegreeBachelor, "2018-12"), ticked: []int{0}, policy: Policy{AfterDegreeOnly: true}, want: Met},
		"after the degree only, conferral month decides":       {months: 24, jobs: jobs(three), study: degree(DegreeBachelor, "2019-01"), ticked: []int{0}, policy: Policy{AfterDegreeOnly: true}, want: NotMet},
		"after the degree only, conferral month is borderline": {months: 23, jobs: jobs("2018-01-01..2020-12-15 100"), study: degree(DegreeBachelor, "2019-01"), ticked: []int{0}, policy: Policy{AfterDegreeOnly: true}, want: Borderline},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := Context{ClosingDate: day("2025-01-07"), Policy: tc.policy, Ticked: tc.ticked}
			if tc.noClose {
				c.ClosingDate = Date{}
			}
			got := Check(Requirement{Kind: KindExperience, Months: tc.months}, Facts{Jobs: tc.jobs, Education: tc.study}, c)
			if got.Verdict != tc.want || !strings.Contains(got.Why, tc.why) {
				t.Errorf("got %q: %s\nwant %q: …%s…\n%q", got.Verdict, got.Why, tc.want, tc.why, got.Assumptions)
			}
		})
	}
}

func genJobs() *rapid.Generator[[]Job] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Job {
		from := rapid.IntRange(0, 900).Draw(t, "from") + day("2019-11-20").Number()
		long := rapid.IntRange(0, 500).Draw(t, "long")
		percent := rapid.SampledFrom([]int{100, 100, 50, 60, 33, 1}).Draw(t, "percent")
		return Job{From: FromNumber(from), To: FromNumber(from + long), Percent: percent}
	}), 0, 6)
}

func sums(list []Job) (units, credited int) {
	var j countedJobs
	j.read(Facts{Jobs: list}, Context{ClosingDate: day("2025-01-07"), Ticked: allOf(len(list))})
	return j.sum(asDated, true, Policy{})
}

// oracle counts day by day and month by month, as the rule is worded.
func oracle(list []Job) (units, credited int) {
	first, last := day("2019-11-01").Number(), day("2025-01-07").Number()
	credit := func(n int) (c int) {
		for _, j := range list {
			if j.From.Number() <= n && n <= j.To.Number() {
				c += j.Percent
			}
		}
		return min(c, 100)
	}
	uneven, short := 0, 0
	for n := first; n <= last; {
		c, end := credit(n), n
		for end <= last && credit(end) == c {
			end++
		}
		if c > 0 {
			at, months := n, 0
			for {
				d := FromNumber(n)
				d.Month += months + 1
				for d.Month > 12 {
					d.Month, d.Year = d.Month-12, d.Year+1
				}
				if d.Day > DaysIn(d.Year, d.Month) {
					d.Day, d.Month = 1, d.Month+1 // never December: it has 31 days
				}
				if d.Number() > end {
					break
				}
				at, months = d.Number(), months+1
			}
			units += c * (30*months + end - at)
			if end > at {
				uneven++
			}
			if end-at == 30 {
				short++
			}
			credited += c * (end - n)
		}
		n = end
	}
	if uneven == 1 && short == 1 {
		units-- // 30 of 31 days are not a month
	}
	return units, credited
}

func TestExperienceAgreesWithCountingDayByDay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := genJobs().Draw(t, "jobs")
		units, credited := sums(list)
		wantUnits, wantCredited := oracle(list)
		if units != wantUnits || credited != wantCredited {
			t.Fatalf("got %d units, %d credited, want %d and %d", units, credited, wantUnits, wantCredited)
		}
	})
}

func TestExperienceIsTheSameHoweverJobsAreCut(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := append(genJobs().Draw(t, "jobs"), job("2020-03-10..2021-07-04 100"))
		want, _ := sums(list)
		i := rapid.IntRange(0, len(list)-1).Draw(t, "which")
		if from, to := list[i].From.Number(), list[i].To.Number(); from < to {
			cut := rapid.IntRange(from, to-1).Draw(t, "cut")
			a, b := list[i], list[i]
			a.To, b.From = FromNumber(cut), FromNumber(cut+1)
			split := append(append([]Job{}, list[:i]...), list[i+1:]...)
			if got, _ := sums(append(split, a, b)); got != want {
				t.Fatalf("split into two adjoining jobs: %d, want %d", got, want)
			}
		}
		if got, _ := sums(rapid.Permutation(list).Draw(t, "order")); got != want {
			t.Fatalf("reordered: %d, want %d", got, want)
		}
		from := rapid.IntRange(day("2020-03-10").Number(), day("2021-07-04").Number()).Draw(t, "from")
		to := rapid.IntRange(from, day("2021-07-04").Number()).Draw(t, "to")
		covered := Job{From: FromNumber(from), To: FromNumber(to), Percent: rapid.IntRange(1, 100).Draw(t, "percent")}
		if got, _ := sums(append(list, covered)); got != want {
			t.Fatalf("with a covered job: %d, want %d", got, want)
		}
	})
}

func TestExperienceNeverCreditsADayTwice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := genJobs().Draw(t, "jobs")
		_, credited := sums(list)
		days := map[int]bool{}
		for _, j := range list {
			for n := j.From.Number(); n <= j.To.Number(); n++ {
				days[n] = true
			}
		}
		if credited > dayUnits*len(days) {
			t.Fatalf("%d credited in %d days", credited, len(days))
		}
	})
}

// More ticked jobs never credit fewer days. The sum in months and days follows exactly where jobs begin and end with
// months; with other days, a span that grows over a short month may measure up to three days less at each of its ends.
func TestExperienceGrowsWithTheJobsTicked(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := genJobs().Draw(t, "jobs")
		units, credited := sums(list)
		more := append(list, genJobs().Draw(t, "more")...)
		moreUnits, moreCredited := sums(more)
		if moreCredited < credited {
			t.Fatalf("%d credited, with more jobs %d", credited, moreCredited)
		}
		if slack := 3 * dayUnits * 2 * len(more); moreUnits+slack < units {
			t.Fatalf("%d units, with more jobs %d", units, moreUnits)
		}
		whole := func(list []Job) []Job {
			out := make([]Job, len(list))
			for i, j := range list {
				out[i] = Job{From: Date{j.From.Year, j.From.Month, 1}, To: Date{j.To.Year, j.To.Month, 0}.Last(), Percent: j.Percent}
			}
			return out
		}
		units, _ = sums(whole(list))
		if moreUnits, _ = sums(whole(more)); moreUnits < units {
			t.Fatalf("whole months: %d units, with more jobs %d", units, moreUnits)
		}
	})
}

// A job without a percentage is never better than one of full time, never settles anything, and never comes to nothing.
func TestAnAssumedFullTimeStandsBetweenNoneAndFull(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := genJobs().Draw(t, "jobs")
		open := job("2020-01-01..2020-12-31")
		full := open
		full.Percent = 100
		c := Context{ClosingDate: day("2025-01-07"), Ticked: allOf(len(list) + 1)}
		months := rapid.IntRange(1, 60).Draw(t, "months")
		check := func(jobs ...Job) Finding {
			return Check(Requirement{Kind: KindExperience, Months: months}, Facts{Jobs: append(slices.Clone(list), jobs...)}, c)
		}
		without, assumed, best := check(), check(open), check(full)
		if assumed.Verdict.place() > best.Verdict.place() {
			t.Fatalf("%s assumed, %s stated", assumed.Said(), best.Said())
		}
		if assumed.Figures.Experience.IfAllCount == (Span{}) || *assumed.Figures.Experience.Ticked != *best.Figures.Experience.Ticked {
			t.Fatalf("assumed %+v, full time %+v", assumed.Figures.Experience, best.Figures.Experience)
		}
		if assumed.Verdict == Met && without.Verdict != Met {
			t.Fatalf("%s by an assumption", assumed.Said())
		}
	})
}
