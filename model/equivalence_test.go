package model_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// abroad is an education whose equivalence a person has to judge; day is when it was conferred.
func abroad(field string, year int) requirement.Education {
	return requirement.Education{
		Level: requirement.DegreeVocational, Field: field, Institution: "École des Phares", Country: "fra",
		Conferred: requirement.Date{Year: year, Month: 6, Day: 30},
	}
}

func record(c model.CandidateID, equivalent bool, reason string) model.RecordEquivalence {
	return model.RecordEquivalence{
		Candidate: c, Criterion: e1, Qualification: abroad("Lamp  keeping", 2010).Qualification(), Equivalent: equivalent, Reason: reason,
	}
}

// degreeWhy is what the finding on the degree says to a viewer, and its verdict.
func degreeWhy(b *model.Board, viewer model.MemberID, c model.CandidateID, es ...requirement.Education) (requirement.Verdict, string) {
	f := b.As(viewer).Findings(c, requirement.Facts{Education: es})[0]
	return f.Verdict, f.Why
}

func equivalentAccepted(t modeltest.T) *model.Board {
	b := modeltest.Preparing(t, 3)
	k := b.Criterion(e1)
	r := k.Requirement
	d := *r.Degree
	d.EquivalentAccepted = true
	r.Degree = &d
	modeltest.Do(t, b, chair, model.EditCriterion{Criterion: e1, Text: k.Text, Requirement: r}, model.SealRules{})
	return b
}

func TestAnEquivalentQualificationIsOfferedAndNeverApplied(t *testing.T) {
	t.Parallel()
	b := equivalentAccepted(t)
	before, plain := degreeWhy(b, ann, 1, abroad("LAMP keeping ", 1999))
	ratings := b.RatingCount()
	modeltest.Do(t, b, ann, record(3, true, " Three years at\nuniversity level. "))
	verdict, why := degreeWhy(b, ann, 1, abroad("LAMP keeping ", 1999))
	day := requirement.Date{Year: modeltest.Day.Year(), Month: int(modeltest.Day.Month()), Day: modeltest.Day.Day()}.Words()
	want := plain + " You found this qualification equivalent for C003 on " + day + ": “Three years at university level”. It is offered, not applied."
	if why != want || verdict != before || verdict != requirement.ToJudge {
		t.Errorf("%s: %s\nwant %s", verdict, why, want)
	}
	if b.RatingCount() != ratings || b.As(ann).Own(1).Started() {
		t.Error("a rating was given")
	}
	if _, why := degreeWhy(b, ann, 3, abroad("lamp keeping", 2010)); !strings.HasSuffix(why, "You found this qualification equivalent on "+day+": “Three years at university level”.") {
		t.Errorf("of the file itself: %s", why)
	}
	if _, why := degreeWhy(b, ann, 1, abroad("lamp making", 2010)); strings.Contains(why, "found") {
		t.Errorf("another qualification: %s", why)
	}
	met := abroad("lamp keeping", 2010)
	met.Level = requirement.DegreeMaster
	if v, why := degreeWhy(b, ann, 1, abroad("lamp keeping", 2010), met); v != requirement.Met || strings.Contains(why, "found") {
		t.Errorf("a degree that is there: %s", why)
	}
	modeltest.Do(t, b, ann, record(2, false, "Too short."))
	if _, why := degreeWhy(b, ann, 1, abroad("lamp keeping", 2010), abroad("rope", 2001)); strings.Contains(why, "C003") ||
		!strings.Contains(why, "You found the qualification “vocational, lamp keeping, ecole des phares, FRA” not equivalent for C002") {
		t.Errorf("judged anew: %s", why)
	}
}

func TestAnEquivalenceIsTheMembersOwnUntilTheReveal(t *testing.T) {
	t.Parallel()
	b := equivalentAccepted(t)
	events := modeltest.Do(t, b, ann, record(1, true, "Same length.")).Events
	others := []model.MemberID{chair, bob, secretary, observer, ""}
	look := func(m model.MemberID) (string, model.Entry) {
		_, why := degreeWhy(b, m, 2, abroad("lamp keeping", 2010))
		return why, b.As(m).Narrate(events[0])
	}
	for _, m := range others {
		if why, n := look(m); strings.Contains(why, "Same length") || !n.Hidden || strings.Contains(n.What, "lamp") || strings.Contains(n.What, "C001") {
			t.Errorf("%q sees %q and reads %q", m, why, n.What)
		}
	}
	if why, n := look(ann); !strings.Contains(why, "Same length") || n.Hidden || !strings.Contains(n.What, "equivalent for E1 of C001") {
		t.Errorf("Ann sees %q and reads %q", why, n.What)
	}
	for _, m := range []model.MemberID{chair, bob} {
		modeltest.Submit(t, b, m, 1, modeltest.Good()...)
	}
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Ann is away."})
	if why, n := look(bob); strings.Contains(why, "Same length") || !n.Hidden {
		t.Errorf("what was not handed in is seen: %q, %q", why, n.What)
	}
	b = equivalentAccepted(t)
	events = modeltest.Do(t, b, ann, record(1, true, "Same length.")).Events
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Bob is away."})
	for _, m := range others {
		if why, n := look(m); !strings.Contains(why, "Ann found this qualification equivalent for C001") || n.Hidden {
			t.Errorf("%q sees %q and reads %q", m, why, n.What)
		}
	}
}

func TestAnEquivalenceIsTakenBack(t *testing.T) {
	t.Parallel()
	b := equivalentAccepted(t)
	first, second := record(1, true, "Same length."), record(1, false, "Shorter after all.")
	none := first.Inverse(b, ann)
	modeltest.Do(t, b, ann, first)
	old := second.Inverse(b, ann)
	modeltest.Do(t, b, ann, second)
	modeltest.Do(t, b, ann, old)
	if r, ok := b.As(ann).RecordedEquivalence(e1, first.Qualification); !ok || !r.Equivalent || r.Reason != "Same length." || len(b.Snapshot().Equivalences) != 1 {
		t.Errorf("got %+v", b.Snapshot().Equivalences)
	}
	redo := none.Inverse(b, ann)
	modeltest.Do(t, b, ann, none)
	if len(b.Snapshot().Equivalences) != 0 {
		t.Errorf("got %+v", b.Snapshot().Equivalences)
	}
	modeltest.Refuse(t, b, ann, none, model.NotFound)
	modeltest.Do(t, b, ann, redo)
	if d := cmp.Diff(b.Snapshot(), model.Restore(b.Snapshot()).Snapshot(), cmpopts.EquateEmpty()); d != "" || len(b.Snapshot().Equivalences) != 1 {
		t.Error(d)
	}
}

func TestAnEquivalenceIsRefused(t *testing.T) {
	t.Parallel()
	b := equivalentAccepted(t)
	with := func(edit func(*model.RecordEquivalence)) model.RecordEquivalence {
		c := record(1, true, "Same length.")
		edit(&c)
		return c
	}
	for name, c := range map[string]model.Command{
		"no reason":            record(1, true, " "),
		"a reason too long":    record(1, true, strings.Repeat("é", 301)),
		"no degree is asked":   with(func(c *model.RecordEquivalence) { c.Criterion = e2 }),
		"too little is stated": with(func(c *model.RecordEquivalence) { c.Qualification.Field, c.Qualification.Institution = "", " " }),
	} {
		t.Run(name, func(t *testing.T) {
			modeltest.Refuse(t, b, ann, c, model.Invalid)
		})
	}
	modeltest.Refuse(t, b, secretary, record(1, true, "Same length."), model.Forbidden)
	modeltest.Submit(t, b, ann, 1, modeltest.Good()...)
	modeltest.Refuse(t, b, ann, record(1, true, "Same length."), model.Forbidden)
	modeltest.Refuse(t, modeltest.Preparing(t, 1), ann, record(1, true, "Same length."), model.Forbidden)
}

func TestAnEquivalenceIsInvalidatedWithWhatTheCriterionAsks(t *testing.T) {
	t.Parallel()
	b := equivalentAccepted(t)
	modeltest.Do(t, b, ann, record(1, true, "Same length."))
	modeltest.Do(t, b, chair, model.ReopenRules{Reason: "A slip."})
	r := b.Criterion(e1).Requirement
	d := *r.Degree
	d.Level = requirement.DegreeMaster
	r.Degree = &d
	modeltest.Do(t, b, chair, model.EditCriterion{Criterion: e1, Text: "Hold a master's degree", Requirement: r}, model.SealRules{})
	if _, why := degreeWhy(b, ann, 2, abroad("lamp keeping", 2010)); strings.Contains(why, "Same length") {
		t.Errorf("offered for another level: %s", why)
	}
}
