package prepare

// This file holds the forms of the vacancy page that concern one criterion's rating, and the header.

import (
	"strconv"
	"strings"

	"shortlist/model"
	postings "shortlist/model/posting"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// weightForm gives a desirable a weight.
func weightForm(p *part.FormPage) {
	k, label, ok := criterionOf(p)
	if !ok {
		return
	}
	p.Ask("Weight of "+label, k.Text, func(f *widget.Form) []kit.Effect {
		weight, reason := f.Int("weight"), f.Value("reason")
		if weight != 1 && reason == "" {
			f.Wrong("reason", "A weight other than 1 needs a reason: equal weights are the rule.")
			return nil
		}
		return part.SubmitAndClose(model.WeighCriterion{Criterion: k.ID, Weight: weight, Reason: reason}, "Weight kept.")
	},
		widget.Field{
			Name: "weight", Label: "Weight", Value: strconv.Itoa(k.Weight), Whole: true, Least: 1, Most: 100,
			Description: "1 is the weight of every desirable. 2 counts twice as much.",
		},
		widget.Field{Name: "reason", Label: "Reason", Value: k.WeightReason, Description: "Every report lists it."},
	)
}

// criterionOf is the criterion that a form is about.
func criterionOf(p *part.FormPage) (k model.Criterion, label string, ok bool) {
	x := p.Board.Criterion(p.Route.Criterion)
	if x == nil {
		return model.Criterion{}, "", false
	}
	return *x, p.Board.Label(x.ID), true
}

// fullDate refuses what is no full date; nothing is allowed.
func fullDate(v string) string {
	if _, ok := postings.DateIn(v); v != "" && !ok {
		return "Type a full date such as 30 November 2026, or nothing."
	}
	return ""
}

// headerForm corrects the header.
func headerForm(p *part.FormPage) {
	v := p.Board.Vacancy
	reports := ""
	if v.DirectReports != nil {
		reports = strconv.Itoa(*v.DirectReports)
	}
	text := func(name, label, value, says string) widget.Field {
		return widget.Field{Name: name, Label: label, Value: value, Description: says}
	}
	closing := text("closing", "Closing date", v.ClosingDate.String(), "Experience, degrees and clearances are looked at as of this day. Type it like 30 November 2026 or 2026-11-30.")
	closing.Check = fullDate
	p.Ask("Header of the vacancy", "", func(f *widget.Form) []kit.Effect {
		to, note := headerOf(f, v), "Header kept."
		if to.ClosingDate != v.ClosingDate && !to.ClosingDate.IsZero() {
			note += " The vacancy closes on " + to.ClosingDate.Words() + "." // 3/4 may be meant either way
		}
		return part.SubmitAndClose(model.EditVacancy{Vacancy: to}, note)
	},
		text("title", "Title", v.Title, "The title of the post."),
		text("organisation", "Organisation", v.Organisation, ""),
		text("requisition", "Requisition", v.Requisition, "The number of the vacancy."),
		text("grade", "Grade", v.Grade, ""),
		text("location", "Location", v.Location, ""),
		closing,
		yesNo("fast", "Fast track", v.FastTrack, "Candidates must already hold a clearance."),
		text("level", "Clearance", vocab.Wire(v.Clearance.Level), "NR, NC, NS, CTS, CTS-A (ATOMAL) or CTS-B (BOHEMIA); empty where no level is stated."),
		widget.Field{Name: "mode", Label: "Clearance is", Value: vocab.Wire(v.Clearance.Mode), Options: clearanceModes()},
		widget.Field{Name: "reports", Label: "Direct reports", Value: reports, Whole: true, Most: 10000, Optional: true},
	)
	if _, field, ok := strings.Cut(p.Route.Path, " "); ok {
		p.Form.Focus(field)
	}
}

// headerOf is the vacancy with the header of the form.
func headerOf(f *widget.Form, v model.Vacancy) model.Vacancy {
	v.Title, v.Organisation, v.Requisition = f.Value("title"), f.Value("organisation"), f.Value("requisition")
	v.Grade, v.Location = f.Value("grade"), f.Value("location")
	v.ClosingDate, _ = postings.DateIn(f.Value("closing"))
	v.FastTrack = f.Value("fast") == yes
	v.Clearance.Level = requirement.ClearanceLevel(strings.ToUpper(f.Value("level")))
	v.Clearance.Mode = requirement.ClearanceMode(f.Value("mode"))
	v.Clearance.MustAlreadyHold = v.Clearance.Mode == requirement.ClearanceMustAlreadyHold
	v.DirectReports = nil
	if f.Value("reports") != "" {
		n := f.Int("reports")
		v.DirectReports = &n
	}
	return v
}

func clearanceModes() []widget.Option {
	return []widget.Option{
		{Value: vocab.Wire(requirement.ClearanceNone), Label: "not asked", Description: "The posting asks for no clearance."},
		{Value: vocab.Wire(requirement.ClearanceSubjectToReceipt), Label: requirement.ClearanceSubjectToReceipt.Words(), Description: "Granted after selection: nobody is ruled out by it."},
		{Value: vocab.Wire(requirement.ClearanceMustAlreadyHold), Label: requirement.ClearanceMustAlreadyHold.Words(), Description: "Valid on the closing date."},
		{Value: vocab.Wire(requirement.ClearanceHoldAtLevel), Label: requirement.ClearanceHoldAtLevel.Words(), Description: "Held at the level asked."},
		{Value: vocab.Wire(requirement.ClearanceHeaderOnly), Label: requirement.ClearanceHeaderOnly.Words(), Description: "For information."},
	}
}

const (
	yes = "yes"
	no  = "no"
)

func yesNo(name, label string, value bool, says string) widget.Field {
	v := no
	if value {
		v = yes
	}
	return widget.Field{Name: name, Label: label, Value: v, Description: says, Options: []widget.Option{{Value: no, Label: no}, {Value: yes, Label: yes}}}
}
