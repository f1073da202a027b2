package requirement

import "testing"

// BenchmarkCheck is one candidate against ten requirements; a large campaign is 100,000 of these.
func BenchmarkCheck(b *testing.B) {
	f := Facts{
		Nationalities: []string{"NLD"},
		Education:     []Education{degreeOf(DegreeBachelor, "2010-06-30", "Law"), degreeOf(DegreeMaster, "2012-06", "Law")},
		Jobs: jobs("2010-07-01..2012-12-31 50", "2013-01-15..2016-05-31 100", "2016-03..2019-08 80", "2019-09-01..present 100",
			"2020-01-01..2021-06-30 20"),
		Languages:  skills("en nato V, fr nato II, nl nato VI"),
		Clearances: []ClearanceRecord{held("NS", "NLD", "2027-03-31")},
	}
	requirements := []Requirement{
		{Kind: KindDegree, Degree: &Degree{Level: DegreeMaster}},
		{Kind: KindExperience, Months: 60},
		{Kind: KindExperience, Months: 24},
		{Kind: KindExperience, Months: 120},
		{Kind: KindLanguage, Languages: pairOf(ScaleNATO, "V", "I")},
		{Kind: KindClearance, Clearance: ClearanceNS},
		{Kind: KindNationality},
		{Kind: KindKnowledge},
		{Kind: KindSkill},
		{Kind: KindOther},
	}
	c := Context{ClosingDate: day("2025-01-07"), Policy: Presets()[0]}
	b.ReportAllocs()
	for b.Loop() {
		for i := range requirements {
			Check(requirements[i], f, c)
		}
	}
}
