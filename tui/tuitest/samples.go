package tuitest

// This file holds what tests are made of: invented people, criteria, a posting, and files of candidates.

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
)

// Summaries are three vacancies of a library, one of them broken.
func Summaries() []model.Summary {
	return []model.Summary{
		{Path: "/home/panel/shortlist/pilot.shortlist", Title: "Harbour Pilot", Phase: model.Screening, Candidates: 14, Criteria: 6, Submitted: 12, Expected: 42},
		{Path: "/home/panel/shortlist/cook.shortlist", Title: "Cook \x1b[31mred", Phase: model.Preparing, Criteria: 9},
		{Path: "/home/panel/shortlist/broken.shortlist", Trouble: "This file is damaged. The newest good backup is broken.3.shortlist: open that one."},
		{Path: "/home/panel/shortlist/clerk.shortlist", Title: "Clerk " + strings.Repeat("of the many stores ", 9), Phase: model.Decided, Candidates: 120_000, Submitted: 99, Expected: 99},
	}
}

// Criteria are four essential and two desirable ones.
func Criteria() []model.Criterion {
	essential := func(text string) model.Criterion {
		return model.Criterion{Class: model.Essential, Text: text, Requirement: requirement.Parse(text)}
	}
	out := []model.Criterion{
		essential("Hold a university degree in supply, transport or a related field"),
		essential("Have at least 3 years of experience in planning the work of a depot"),
		essential("Language level: V (Advanced) in one of the two official languages; I (Beginner) in the other"),
		essential("Good knowledge of stock counts and of moving goods by rail and sea"),
	}
	for _, text := range []string{"Skill in writing short papers for a board", "Hold a valid NATO SECRET clearance"} {
		k := essential(text)
		k.Class = model.Desirable
		out = append(out, k)
	}
	return out
}

// People are invented: one plain, one with overlaps and a hostile name, one nearly empty.
func People() []model.Person {
	date := func(y, m, d int) requirement.Date { return requirement.Date{Year: y, Month: m, Day: d} }
	return []model.Person{
		{Reference: "A-0001", Name: "Élodie Marchand", Facts: requirement.Facts{
			Nationalities: []string{"BEL", "FRA"},
			Education:     []requirement.Education{{Level: requirement.DegreeMaster, Field: "transport", Institution: "Invented University", Country: "BEL", Conferred: date(2015, 6, 30)}},
			Jobs: []requirement.Job{
				{From: date(2016, 1, 1), To: date(2018, 12, 31), Title: "Depot planner", Employer: "Sample Stores", Percent: 100, Text: "Planned the shifts of forty people.\nCut the waiting time of lorries by a third."},
				{From: date(2018, 7, 1), To: date(2021, 6, 30), Title: "Rail desk", Employer: "Example Freight", Percent: 60},
				{From: date(2021, 9, 0), Ongoing: true, Title: "Trainee", Employer: "Harbour Office", Percent: 50, Kind: requirement.JobInternship},
			},
			Languages:  []requirement.LanguageSkill{{Language: "en", Scale: requirement.ScaleNATO, Level: "III"}, {Language: "fr", Scale: requirement.ScaleNATO, Level: "V"}},
			Clearances: []requirement.ClearanceRecord{{Level: "NS", Issuer: "BEL", ValidUntil: date(2026, 3, 31), Status: requirement.ClearanceHeld}},
			Statements: []requirement.Statement{{Heading: "Why I apply", Text: "I have counted stock in three depots and I know what goes wrong when the count is late, because I had to put it right twice.\n\nI moved goods by rail for three years."}},
			Documents:  []requirement.Document{{Name: "cv.txt", Text: "Curriculum vitae\nLine two of the invented paper."}},
		}},
		{Reference: "A-0002", Name: "Zoltan \x1b[31mRed\u202e", Facts: requirement.Facts{
			Nationalities: []string{"HUN"},
			Jobs:          []requirement.Job{{From: date(2023, 1, 1), To: date(2024, 6, 30), Title: "Clerk", Employer: "Sample Stores"}},
			Languages:     []requirement.LanguageSkill{{Language: "en", Scale: requirement.ScaleCEFR, Level: "C1"}},
		}},
		{Reference: "A-0003"},
	}
}

// Crowd makes many candidates.
func Crowd(n int) []model.Person {
	sample := People()
	out := make([]model.Person, n)
	for i := range out {
		out[i] = sample[i%len(sample)]
		out[i].Reference = fmt.Sprintf("A-%04d", i+1)
		out[i].Name = fmt.Sprintf("%s %d", []string{"Élodie Marchand", "Zoltan Petö", "Şule Yıldız", "Ana Novak"}[i%4], i+1)
	}
	return out
}

// BadReport is the report of a file of candidates with problems.
func BadReport() model.IntakeReport {
	r := model.IntakeReport{Read: 14, New: 12, Known: 2}
	for i := range 40 {
		r.Problems = append(r.Problems, model.Problem{
			File: "people.csv", Line: i + 2, Column: 3, Field: "job1_from", Warning: i%4 == 3,
			Message: fmt.Sprintf("“%d.13.2020” is no date: write 2020-01-31 or 2020-01. The day and the month may stand the other way round in this file.", i+1),
		})
		if i%4 != 3 {
			r.Bad++
		}
	}
	return r
}

// NationalityCondition is the condition to be a national of one of the nations.
func NationalityCondition(nations ...string) model.Eligibility {
	return model.Eligibility{
		ID: "G1", Kind: model.EligibilityNationality, Text: "Nationals of the nations named only.",
		Requirement: requirement.Requirement{Kind: requirement.KindNationality, Nations: nations},
	}
}

// OddHeader is that of a file whose columns are not all known.
func OddHeader() *model.Header {
	column := func(place int, name, field string, percent int, reason string, samples ...string) model.ColumnGuess {
		return model.ColumnGuess{Place: place, Name: name, Field: field, Percent: percent, Reason: reason, Samples: samples}
	}
	h := &model.Header{Source: "people.csv", Columns: []model.ColumnGuess{
		column(1, "Dossard", "", 0, "Nothing in the name or the values tells what it is.", "700", "701", "702"),
		column(2, "Qui", "name", 70, "The values look like names of people.", "Ann Example", "Bob Invented", "Cyd Madeup"),
		column(3, "Courriel", "email", 95, "The name is a usual one for it.", "ann@example.org", "bob@example.org"),
		column(4, "", "", 0, "The column is empty."),
	}}
	for _, c := range h.Columns {
		h.Mapping.Columns = append(h.Mapping.Columns, model.MappedColumn{Place: c.Place, Column: c.Name, Field: c.Field})
	}
	return h
}

// PilotPosting is an invented posting; PilotVacancy is what it says.
const PilotPosting = `Harbour Pilot, Ostmark Port Office
Requisition 4711, grade G12, Ostmark

The tide does not wait, and neither do the ships.

The incumbent must:
- hold a university degree in navigation or a related field;
- have at least 5 years of experience in piloting large vessels;
- know the rules of the road at sea;
- Language level: V (Advanced) in one of the two official languages; I (Beginner) in the other.

It would be an advantage to:
- have skill in training apprentices;
- hold a valid NATO SECRET clearance.

Competencies:
Clear Thinking: Sees what the tide hides
Teamwork: Shares the bridge

Candidates must be nationals of a member of NATO.
`

// PilotVacancy is what the invented posting says.
func PilotVacancy() model.CreateVacancy {
	at := func(class model.Class, line int, text string) model.Criterion {
		return model.Criterion{Class: class, Text: text, Lines: model.Lines{From: line, To: line}, Requirement: requirement.Parse(text)}
	}
	two := 2
	return model.CreateVacancy{
		Vacancy: model.Vacancy{
			Title: "Harbour Pilot", Organisation: "Ostmark Port Office", Requisition: "4711", Grade: "G12", Location: "Ostmark",
			ClosingDate: requirement.Date{Year: 2025, Month: 1, Day: 7}, DirectReports: &two,
			Clearance:    model.Clearance{Level: requirement.ClearanceNS, Mode: requirement.ClearanceSubjectToReceipt},
			Eligibility:  []model.Eligibility{{ID: "G1", Kind: "nationality", Text: "Candidates must be nationals of a member of NATO.", Lines: model.Lines{From: 20, To: 20}}},
			Competencies: []model.Competency{{Name: "Clear Thinking", Phrase: "Sees what the tide hides"}, {Name: "Teamwork", Phrase: "Shares the bridge"}},
			Warnings:     []model.Warning{{Line: 4, Code: "tide"}}, // of no program that there is yet,
			Posting:      model.PostingRef{Name: "pilot.txt", Format: "text", Lines: 20},
		},
		Criteria: []model.Criterion{
			at(model.Essential, 7, "hold a university degree in navigation or a related field"),
			at(model.Essential, 8, "have at least 5 years of experience in piloting large vessels"),
			at(model.Essential, 9, "know the rules of the road at sea"),
			at(model.Essential, 10, "Language level: V (Advanced) in one of the two official languages; I (Beginner) in the other"),
			at(model.Desirable, 13, "have skill in training apprentices"),
			at(model.Desirable, 14, "hold a valid NATO SECRET clearance"),
		},
	}
}
