package requirement

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTheWindowOfExperienceIsRead(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]struct {
		months, within int
		open           bool
	}{
		"have at least 3 years of experience in logistics within the last 5 years":       {36, 60, false},
		"at least two years' experience of it in the past three (3) years":               {24, 36, false},
		"experience of leading teams during the last 18 months":                          {0, 18, false},
		"avoir au moins 3 ans d'expérience au cours des 5 dernières années":              {36, 60, false},
		"have at least 5 years of recent experience in logistics":                        {60, 0, true},
		"recent experience in planning":                                                  {0, 0, true},
		"une expérience récente de trois ans dans la logistique":                         {36, 0, true},
		"recent experience (within the last four years) in planning":                     {0, 48, false},
		"at least 3 years of experience in logistics":                                    {36, 0, false},
		"knowledge of recent developments in procurement":                                {0, 0, false},
		"a Master's degree with at least 2 years of experience within the last 10 years": {24, 120, false},
	} {
		r := Parse(words)
		if r.Months != want.months || r.Within != want.within || RecentOpen(words, r) != want.open {
			t.Errorf("%s: %s, open %v", words, r.Canonical(), RecentOpen(words, r))
		}
		if r.Within = 60; RecentOpen(words, r) {
			t.Errorf("%s: still open once a window is stated", words)
		}
	}
}

func TestExperienceOutsideTheWindowDoesNotCount(t *testing.T) {
	t.Parallel()
	list := jobs("2010-01-01..2015-12-31 100", "2022-01-08..2024-01-07 100")
	for name, tc := range map[string]struct {
		months, within int
		closing        string
		want           Verdict
		why            string
	}{
		"any time":                     {72, 0, "2025-01-07", Met, "8 y of the 6 y asked, counted to 7 January 2025, overlap counted once."},
		"the last five years":          {24, 60, "2025-01-07", Met, "2 y of the 2 y asked within the last 5 years, counted to 7 January 2025, overlap counted once."},
		"the last five years, too few": {36, 60, "2025-01-07", NotMet, "2 y of the 3 y asked within the last 5 years, counted to 7 January 2025, overlap counted once."},
		"the first day of the window":  {24, 36, "2025-01-07", Met, "2 y of the 2 y asked within the last 3 years, counted to 7 January 2025, overlap counted once."},
		"a day after it":               {24, 36, "2025-01-08", NotMet, "1 y 11 m 30 d of the 2 y asked within the last 3 years, counted to 8 January 2025, overlap counted once."},
		"all too old":                  {12, 6, "2025-01-07", NotMet, "None of the jobs counts towards the 1 y asked within the last 6 months."},
		"no closing date":              {24, 60, "", ToJudge, "8 y of the 2 y asked within the last 5 years, overlap counted once; the vacancy states no closing date yet, so it is not known when the last 5 years begin."},
	} {
		got := Check(Requirement{Kind: KindExperience, Months: tc.months, Within: tc.within}, Facts{Jobs: list}, Context{ClosingDate: day(tc.closing), Ticked: []int{0, 1}})
		if got.Verdict != tc.want || got.Why != tc.why {
			t.Errorf("%s: %s\nwant %s", name, got.Said(), tc.why)
		}
	}
}

func TestAWiderWindowNeverCountsFewerDays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := genJobs().Draw(t, "jobs")
		a, b := rapid.IntRange(1, 100).Draw(t, "a"), rapid.IntRange(1, 100).Draw(t, "b")
		credited := func(within int) int {
			var j countedJobs
			j.read(Facts{Jobs: list}, Context{ClosingDate: day("2025-01-07"), Ticked: allOf(len(list)), within: within})
			_, n := j.sum(asDated, true, Policy{})
			return n
		}
		if narrow, wide, all := credited(min(a, b)), credited(max(a, b)), credited(0); narrow > wide || wide > all {
			t.Fatalf("%d, %d and %d days", narrow, wide, all)
		}
	})
}
