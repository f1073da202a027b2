package requirement

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func degreeOf(level DegreeLevel, conferred, field string) Education {
	return Education{Level: level, Conferred: day(conferred), Field: field}
}

func TestDegree(t *testing.T) {
	t.Parallel()
	university := Degree{Level: DegreeBachelor}
	for name, tc := range map[string]struct {
		need  Degree
		study []Education
		want  Verdict
		why   string
	}{
		"level (EHEA cycles): the level itself":      {need: university, study: []Education{degreeOf(DegreeBachelor, "2018-06-30", "")}, want: Met, why: "A bachelor's degree (EQF 6), conferred 30 June 2018, for the bachelor level (EQF 6) asked."},
		"level: a higher level covers":               {need: university, study: []Education{degreeOf(DegreeMaster, "2018-06", "")}, want: Met},
		"level: a lower level does not":              {need: Degree{Level: DegreeMaster}, study: []Education{degreeOf(DegreeBachelor, "2018-06-30", "")}, want: NotMet},
		"level: the best of several decides":         {need: university, study: []Education{degreeOf(DegreeSecondary, "2010-06-30", ""), degreeOf(DegreeBachelor, "2018-06-30", "")}, want: Met},
		"level: unknown":                             {need: university, study: []Education{degreeOf("", "2018-06-30", "")}, want: ToJudge},
		"a file without education is unknown":        {need: university, want: NotStated},
		"conferral (EPSO, by the closing date)":      {need: university, study: []Education{degreeOf(DegreeBachelor, "2025-01-07", "")}, want: Met},
		"conferral a day after closing":              {need: university, study: []Education{degreeOf(DegreeBachelor, "2025-01-08", "")}, want: NotMet},
		"conferral in the month of closing":          {need: university, study: []Education{degreeOf(DegreeBachelor, "2025-01", "")}, want: Borderline},
		"conferral unknown (a degree in progress)":   {need: university, study: []Education{degreeOf(DegreeBachelor, "", "")}, want: NotStated},
		"field of study is a person's judgement":     {need: Degree{Level: DegreeBachelor, Fields: []string{"law"}}, study: []Education{degreeOf(DegreeBachelor, "2018-06-30", "Law")}, want: ToJudge, why: "(Law)"},
		"field cannot save a missing level":          {need: Degree{Level: DegreeMaster, Fields: []string{"law"}}, study: []Education{degreeOf(DegreeBachelor, "2018-06-30", "Law")}, want: NotMet},
		"an equivalent is a person's judgement":      {need: Degree{Level: DegreeMaster, EquivalentAccepted: true}, study: []Education{degreeOf(DegreeBachelor, "2018-06-30", "")}, want: ToJudge, why: "equivalent"},
		"an equivalent is not needed by who has one": {need: Degree{Level: DegreeMaster, EquivalentAccepted: true}, study: []Education{degreeOf(DegreeMaster, "2018-06-30", "")}, want: Met},
		"none is a fact":                             {need: university, study: []Education{{Level: DegreeNone}}, want: NotMet, why: "no qualification"},
		"none, and an equivalent is accepted":        {need: Degree{Level: DegreeMaster, EquivalentAccepted: true}, study: []Education{{Level: DegreeNone}}, want: ToJudge, why: "equivalent"},
		"no level named":                             {need: Degree{}, study: []Education{degreeOf(DegreeMaster, "2018-06-30", "")}, want: ToJudge},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Check(Requirement{Kind: KindDegree, Degree: &tc.need}, Facts{Education: tc.study}, Context{ClosingDate: day("2025-01-07")})
			if got.Verdict != tc.want || !strings.Contains(got.Why, tc.why) {
				t.Errorf("got %q: %s\nwant %q: …%s…", got.Verdict, got.Why, tc.want, tc.why)
			}
		})
	}
}

func TestRoutes(t *testing.T) {
	t.Parallel()
	routes := []Route{
		{Degree: &Degree{Level: DegreeMaster}, Months: 24},
		{Degree: &Degree{Level: DegreeBachelor}, Months: 48},
	}
	bachelor, master := degreeOf(DegreeBachelor, "2015-06-30", ""), degreeOf(DegreeMaster, "2017-06-30", "")
	three, five := jobs("2018-01-01..2020-12-31 100"), jobs("2018-01-01..2022-12-31 100")
	for name, tc := range map[string]struct {
		study  []Education
		jobs   []Job
		ticked []int
		want   Verdict
	}{
		"master and 3 years: the first route":           {[]Education{bachelor, master}, three, []int{0}, Met},
		"bachelor and 5 years: the second route":        {[]Education{bachelor}, five, []int{0}, Met},
		"bachelor and 3 years: neither":                 {[]Education{bachelor}, three, []int{0}, NotMet},
		"before ticking, a route that may hold is open": {[]Education{bachelor}, five, nil, ToJudge},
		"before ticking, no route can hold":             {[]Education{bachelor}, three, nil, NotMet},
		"nothing in the file is unknown":                {nil, nil, nil, NotStated},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := Context{ClosingDate: day("2025-01-07"), Ticked: tc.ticked}
			got := Check(Requirement{Kind: KindDegree, Routes: routes}, Facts{Education: tc.study, Jobs: tc.jobs}, c)
			if got.Verdict != tc.want || !strings.HasPrefix(got.Why, "Route A: ") || !strings.Contains(got.Why, "; or Route B: ") {
				t.Errorf("got %q: %s, want %q", got.Verdict, got.Why, tc.want)
			}
			if len(tc.jobs) > 0 && got.Figures.Experience == nil {
				t.Error("no figures of experience")
			}
		})
	}
}

func TestRoutesShareFieldAndEquivalent(t *testing.T) {
	t.Parallel()
	r := Requirement{Kind: KindDegree, Degree: &Degree{Level: DegreeBachelor, EquivalentAccepted: true, Fields: []string{"law"}}, Routes: []Route{
		{Degree: &Degree{Level: DegreeMaster}, Months: 24}, {Degree: &Degree{Level: DegreeBachelor}, Months: 48},
	}}
	c := Context{ClosingDate: day("2025-01-07"), Ticked: []int{0}}
	long := jobs("2010-01-01..2020-12-31 100")
	for _, level := range []DegreeLevel{DegreeMaster, DegreeSecondary} {
		f := Facts{Education: []Education{degreeOf(level, "2005-06-30", "History")}, Jobs: long}
		if got := Check(r, f, c); got.Verdict != ToJudge {
			t.Errorf("%s: %q: %s", level, got.Verdict, got.Why)
		}
	}
	if r.Routes[0].Degree.EquivalentAccepted {
		t.Error("the requirement was changed")
	}
}

func TestVerdictsJoin(t *testing.T) {
	t.Parallel()
	all := Verdicts()
	for _, a := range all {
		for _, b := range all {
			if eitherVerdict(a, b) != eitherVerdict(b, a) || bothVerdict(a, b) != bothVerdict(b, a) {
				t.Errorf("%s and %s join differently in another order", a, b)
			}
		}
		if eitherVerdict(a, Met) != Met || bothVerdict(a, NotMet) != NotMet || eitherVerdict(a, a) != a || bothVerdict(a, a) != a {
			t.Errorf("%s joins wrongly", a)
		}
	}
}

func TestNationality(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		have, nations []string
		closing       string
		want          Verdict
	}{
		"a member of NATO":                       {have: []string{"BEL"}, want: Met},
		"one of several is enough":               {have: []string{"CHE", "FRA"}, want: Met},
		"small letters":                          {have: []string{"fra"}, want: Met},
		"not a member":                           {have: []string{"CHE"}, want: NotMet},
		"none stated is unknown":                 {want: NotStated},
		"not a code is unknown":                  {have: []string{"Belgique"}, want: ToJudge},
		"a narrower list (NAEW&C Force): on it":  {have: []string{"POL"}, nations: []string{"BEL", "POL"}, want: Met},
		"a narrower list (NAEW&C Force): not it": {have: []string{"FRA"}, nations: []string{"BEL", "POL"}, want: NotMet},
		"a wider list":                           {have: []string{"CHE"}, nations: []string{"BEL", "CHE"}, want: Met},
		"Sweden is a member in 2025":             {have: []string{"SWE"}, want: Met},
		"Sweden was not yet in January 2024":     {have: []string{"SWE"}, closing: "2024-01-07", want: NotMet},
		"Sweden on the day of accession":         {have: []string{"SWE"}, closing: "2024-03-07", want: Met},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			closing := day("2025-01-07")
			if tc.closing != "" {
				closing = day(tc.closing)
			}
			got := Check(Requirement{Kind: KindNationality, Nations: tc.nations}, Facts{Nationalities: tc.have}, Context{ClosingDate: closing})
			if got.Verdict != tc.want {
				t.Errorf("got %q: %s, want %q", got.Verdict, got.Why, tc.want)
			}
		})
	}
}

func TestNatoMembersAreThirtyTwo(t *testing.T) {
	t.Parallel()
	members, seen := natoMembers, map[string]bool{}
	for _, n := range members {
		if !isNationCode(n.Code) || n.Name == "" || !n.Since.Valid() || seen[n.Code] || NatoMembersAsOf.Before(n.Since) {
			t.Errorf("bad entry %v", n)
		}
		seen[n.Code] = true
	}
	if len(members) != 32 || NationName("TUR") != "Türkiye" || NationName("CHE") != "Switzerland" {
		t.Errorf("%d members", len(members))
	}
}

func TestNationsThatAreNotMembersAreNamed(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"ARG": "Argentina (ARG) is not among", "arg,CHE": "(Argentina (ARG), Switzerland (CHE)) is among", "ZZZ": "The nationality ZZZ is not among",
	} {
		got := Check(Requirement{Kind: KindNationality}, Facts{Nationalities: strings.Split(have, ",")}, Context{})
		if got.Verdict != NotMet || !strings.Contains(got.Why, want) {
			t.Errorf("%s: %s", have, got.Why)
		}
	}
	if got := Check(Requirement{Kind: KindNationality, Nations: []string{"ARG"}}, Facts{Nationalities: []string{"ARG"}}, Context{}); got.Verdict != Met ||
		!strings.HasPrefix(got.Why, "Argentina (ARG) is on") {
		t.Errorf("on the list: %s", got.Why)
	}
	codes := map[string]bool{}
	for n := range EachNation {
		if !isNationCode(n.Alpha3) || len(n.Alpha2) != 2 || n.English == "" || codes[n.Alpha3] || codes[n.Alpha2] {
			t.Errorf("bad entry %v", n)
		}
		codes[n.Alpha3], codes[n.Alpha2] = true, true
	}
	for _, n := range natoMembers {
		if !codes[n.Code] {
			t.Errorf("%s is not in the table", n.Code)
		}
	}
}

func TestJudgementKinds(t *testing.T) {
	t.Parallel()
	for _, k := range []Kind{KindAvailability, KindKnowledge, KindSkill, KindOther, ""} {
		got := Check(Requirement{Kind: k}, Facts{Jobs: jobs("2018-01-01..2020-12-31 100")}, Context{})
		if got.Verdict != NoFinding || !strings.Contains(got.Why, "judgement") {
			t.Errorf("%s: %q: %s", k, got.Verdict, got.Why)
		}
	}
}

// Facts may hold anything; a check answers all the same, and never changes them.
func TestCheckAnswersWhateverTheFile(t *testing.T) {
	t.Parallel()
	date := rapid.Custom(func(t *rapid.T) Date {
		return Date{rapid.SampledFrom([]int{0, 2019, 2025, -4, 9999}).Draw(t, "y"), rapid.IntRange(-1, 14).Draw(t, "m"), rapid.IntRange(-1, 32).Draw(t, "d")}
	})
	text := rapid.SampledFrom([]string{"", "V", "NS", "en", "fr", "nato", "slp", "master", "3333", "NATO", "ESP", "SECRETO", "held", "doctorate", "\x1b[2J"})
	rapid.Check(t, func(t *rapid.T) {
		str := func() string { return text.Draw(t, "text") }
		f := Facts{
			Nationalities: []string{str(), str()},
			Education:     []Education{{Level: DegreeLevel(str()), Conferred: date.Draw(t, "conferred")}},
			Languages:     []LanguageSkill{{Language: str(), Scale: Scale(str()), Level: str()}, {Language: str(), Level: str()}},
			Clearances:    []ClearanceRecord{{Level: ClearanceLevel(str()), Issuer: str(), ValidUntil: date.Draw(t, "until"), Status: ClearanceStatus(str())}},
		}
		for range rapid.IntRange(0, 3).Draw(t, "jobs") {
			f.Jobs = append(f.Jobs, Job{
				From: date.Draw(t, "from"), To: date.Draw(t, "to"), Ongoing: rapid.Bool().Draw(t, "ongoing"),
				Percent: rapid.IntRange(-10, 200).Draw(t, "percent"), Kind: rapid.SampledFrom(JobKinds()).Draw(t, "kind"),
			})
		}
		r := Requirement{
			Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"), Months: rapid.IntRange(-5, 50).Draw(t, "months"),
			Degree:    &Degree{Level: DegreeLevel(str())},
			Languages: []LanguageLevel{{Language: str(), Scale: Scale(str()), Level: str(), Role: Role(rapid.SampledFrom([]string{"", "one", "other"}).Draw(t, "role"))}},
			Clearance: ClearanceLevel(str()),
		}
		c := Context{
			Policy: rapid.SampledFrom(Presets()).Draw(t, "policy"), ClosingDate: rapid.SampledFrom([]Date{{}, {2025, 1, 7}, {2025, 1, 0}}).Draw(t, "closing"),
			Ticked: rapid.SampledFrom([][]int{nil, {}, {0}, {2, 0, 0, 99, -1}}).Draw(t, "ticked"),
		}
		a, b := Check(r, f, c), Check(r, f, c)
		if diff := cmp.Diff(a, b); diff != "" || a.Why == "" || (a.Verdict == NoFinding) == r.Kind.HasFinding() {
			t.Fatalf("%+v\n%s", a, diff)
		}
	})
}

// No kind finds anything stated in an empty file: nothing absent is read as zero, none or full time.
func TestAnEmptyFileIsUnknown(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		r := Requirement{
			Kind: k, Months: 24, Degree: &Degree{Level: DegreeBachelor}, Languages: pairOf(ScaleNATO, "V", "I"), Clearance: ClearanceNS,
		}
		got := Check(r, Facts{}, Context{ClosingDate: day("2025-01-07")})
		if got.Verdict != emptyVerdict(k) || got.Why == "" {
			t.Errorf("%s: %q: %s", k, got.Verdict, got.Why)
		}
	}
}

// emptyVerdict is what a kind finds in an empty file.
func emptyVerdict(k Kind) Verdict {
	if k.HasFinding() {
		return NotStated
	}
	return NoFinding
}

func TestDegreeFigures(t *testing.T) {
	t.Parallel()
	got := Check(Requirement{Kind: KindDegree, Degree: &Degree{Level: DegreeBachelor}},
		Facts{Education: []Education{degreeOf(DegreeSecondary, "2010-06", ""), degreeOf(DegreeMaster, "2018-06", "")}}, Context{ClosingDate: day("2025-01-07")})
	if diff := cmp.Diff(&DegreeFigures{Level: DegreeMaster, EQF: 7, Conferred: "2018-06"}, got.Figures.Degree); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}
