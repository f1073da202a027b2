package imports

import (
	"shortlist/model"
	"shortlist/model/posting"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file turns a posting that was read into the command that makes a vacancy of it.

// Kept is the posting as the file of the vacancy keeps it.
func Kept(p Posting) model.Posting {
	return model.Posting{Name: p.Name, SHA256: p.SHA256, Format: p.Format, Text: p.Text}
}

// Draft is the command that makes a vacancy of a posting as it was read.
func Draft(p Posting) model.CreateVacancy {
	d := p.Draft
	v := model.Vacancy{
		Title: d.Title, Organisation: d.Organisation, Requisition: d.Requisition, Location: d.Location, Grade: d.Grade,
		ClosingDate: d.ClosingDate, FastTrack: d.FastTrack, DirectReports: d.DirectReports,
		Clearance: model.Clearance{
			Level: d.Clearance.Level, Mode: d.Clearance.Mode, MustAlreadyHold: d.Clearance.MustAlreadyHold, Lines: linesOf(d.Clearance.Lines),
		},
		Posting: Kept(p).Ref(),
		Spans:   spansOf(p),
	}
	for _, g := range d.Eligibility {
		v.Eligibility = append(v.Eligibility, model.Eligibility{
			ID: g.ID, Kind: vocab.Wire(g.Kind), Text: g.Text, Lines: linesOf(g.Lines), Requirement: conditionMeaning(g),
		})
	}
	for _, c := range d.Competencies {
		v.Competencies = append(v.Competencies, model.Competency{Name: c.Name, Phrase: c.Phrase, Lines: linesOf(c.Lines)})
	}
	v.Warnings = d.Warnings
	out := model.CreateVacancy{Vacancy: v, Declarations: true}
	for _, c := range d.Criteria {
		out.Criteria = append(out.Criteria, model.Criterion{
			Class: model.Class(c.Class), Text: c.Text, Lines: linesOf(c.Lines), Requirement: c.Requirement,
		})
	}
	return out
}

// conditionMeaning is the typed requirement of a condition if it can be compared with the facts of a candidate.
func conditionMeaning(g posting.Condition) requirement.Requirement {
	switch g.Kind {
	case posting.ConditionNationality:
		r := requirement.Parse(g.Text)
		if r.Kind != requirement.KindNationality {
			r = requirement.Requirement{Kind: requirement.KindNationality}
		}
		return r
	case posting.ConditionClearance:
		return requirement.Requirement{Kind: requirement.KindClearance, Clearance: requirement.ClearanceNamed(g.Text)}
	}
	return requirement.Requirement{Kind: requirement.KindOther}
}

func linesOf(l posting.Lines) model.Lines { return model.Lines{From: l.From, To: l.To} }
