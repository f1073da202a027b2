package screens

// This file walks every screen while candidates are anonymous.

import (
	"fmt"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/tuitest"
)

// openPeople are people whose files tell who they are in every place a file has.
func openPeople() []model.Person {
	out := tuitest.Crowd(6)
	for i := range out {
		p := &out[i]
		p.Email, p.BirthYear, p.Gender = fmt.Sprintf("%s%d@example.org", part.FoldName(strings.ReplaceAll(p.Name, " ", ".")), i), 1961, "female"
		f := &p.Facts
		f.Clearances = []requirement.ClearanceRecord{{Level: "NS", Issuer: "HUN", Status: requirement.ClearanceHeld}}
		f.Statements = []requirement.Statement{{
			Heading: "Letter of " + p.Name, Text: strings.ToUpper(p.Name) + " writes.\nNationality: Hungarian\nBorn in 1961, tel. +36 1 555 1234, " + p.Email,
		}}
		f.Documents = []requirement.Document{{Name: p.Reference + " " + p.Name + " cv.pdf", Text: "Curriculum of " + p.Name}}
	}
	out[0].Reference = out[0].Email // where the address served as the reference
	return out
}

// whoTheyAre are words that tell who somebody of openPeople is.
var whoTheyAre = []string{
	"Élodie", "ÉLODIE", "elodie", "Marchand", "MARCHAND", "Zoltan", "Petö", "PETÖ", "Yıldız", "Novak", "NOVAK", "BEL", "FRA", "HUN", "Belgium", "France", "Hungar",
	"1961", "example.org", "555 1234",
}

// anonymousDesk has worked through its declarations; everybody wrote names into what is free text.
func anonymousDesk(t *testing.T) *tuitest.Desk {
	d := newDesk(t, openPeople()...)
	d.Must(tuitest.Anna, model.EditRules{Rules: model.Rules{MinAssessors: 2, Declarations: true, Anonymous: true}})
	everywhere(d.Seal())
	for _, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Carla} {
		d.Must(m, model.DeclareRest{})
	}
	why := d.File.People[0].Name + " did it."
	edu := d.File.People[0].Facts.Education[0].Qualification()
	for _, m := range []model.MemberID{tuitest.Anna, tuitest.Bruno} {
		d.Rate(m, 1, model.Met, "3")
		d.Must(m, model.SetReason{Candidate: 1, Criterion: 1, Text: d.File.People[0].Name + " shows it."})
		d.Must(m, model.AddEvidence{Candidate: 1, Criterion: 1, Quote: d.File.People[0].Name, Source: "document " + d.File.People[0].Facts.Documents[0].Name})
		d.Must(m, model.RecordEquivalence{Candidate: 1, Criterion: 1, Qualification: edu, Equivalent: true, Reason: why})
	}
	d.Must(tuitest.Bruno, model.SubmitAssessment{Candidate: 1})
	d.Must(tuitest.Anna, model.ReturnAssessment{Candidate: 1, Member: tuitest.Bruno, Reason: d.File.People[0].Name + ": look again."})
	d.Must(tuitest.Anna, model.MakeDecision{Candidate: 5, Outcome: model.Withdrawn, Reason: d.File.People[4].Name + " wrote a letter."})
	return d
}

// No screen tells who a candidate is until the reveal: not in a column, a note, a question, a file, an order or a filter.
func TestAnonymousScreensNameNobody(t *testing.T) {
	t.Parallel()
	d := anonymousDesk(t)
	for _, me := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Carla, tuitest.Dirk, edda, ""} {
		for _, s := range List() {
			if s.Name == kit.Interests && me != tuitest.Dirk && me != edda && me != "" {
				continue // names alone: see the test after this one
			}
			walk(d, me, s.Name, func(keys []string, page string) {
				for _, w := range whoTheyAre {
					if strings.Contains(page, w) {
						t.Fatalf("%q reads %q on %s after %v:\n%s", me, w, s.Name, keys, page)
					}
				}
			})
		}
	}
	for _, word := range []string{"Marchand", "elodie", "Hungary", "HUN", "example"} {
		d.Open(tuitest.Bruno, 200, 57, kit.Route{Screen: kit.Candidates}).Keys("/")
		for _, r := range word {
			d.Keys(string(r))
		}
		if v := d.View(); !strings.Contains(v, "0 found") {
			t.Errorf("the filter finds %q:\n%s", word, v)
		}
	}
	if v := d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 2}).Keys("down", "down", "down").View(); !strings.Contains(v, "best effort") {
		t.Errorf("the limit is not said where free text is read:\n%s", v)
	}
	d.Reveal()
	if v := d.Open(tuitest.Bruno, 200, 57, kit.Route{Screen: kit.Candidates}).View(); !strings.Contains(v, "Marchand") {
		t.Errorf("hidden after the reveal:\n%s", v)
	}
}

// The order of names is none of the orders while names are hidden.
func TestAnonymousCandidatesAreNotOrderedByName(t *testing.T) {
	t.Parallel()
	d := anonymousDesk(t).Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Candidates})
	for range 6 { // as many as there are orders
		d.Keys("o")
		if strings.Contains(d.Note(), "name") {
			t.Errorf("listed in the %s", d.Note())
		}
	}
}

// R9, R10: members declare on names, in the order of the alphabet, and nothing on that page leads from a name to a file.
func TestAnonymousMembersDeclareOnNamesAloneR10(t *testing.T) {
	t.Parallel()
	d := newDesk(t, openPeople()...)
	d.Must(tuitest.Anna, model.EditRules{Rules: model.Rules{MinAssessors: 2, Declarations: true, Anonymous: true}})
	everywhere(d.Seal())
	walk(d, tuitest.Bruno, kit.Interests, func(keys []string, page string) {
		for _, w := range []string{"C00", "A-00", "HUN", "BEL", "Hungar", "Sample Stores", "Depot"} {
			if strings.Contains(page, w) {
				t.Fatalf("%q beside the names after %v:\n%s", w, keys, page)
			}
		}
	})
	d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Interests, Candidate: 3})
	v := d.View()
	if a, n := strings.Index(v, "Ana Novak"), strings.Index(v, "Zoltan Petö"); a < 0 || n < a || !strings.Contains(v, "▸ Ana Novak") {
		t.Errorf("the names do not stand in the order of the alphabet, the first selected:\n%s", v)
	}
	d.Keys("n") // Ana Novak, C004
	if strings.Contains(d.Note(), "C00") {
		t.Errorf("the note says %q", d.Note())
	}
	if s := (model.DeclareConflict{Candidate: 4}).Label(d.Board); strings.Contains(s, "C004") {
		t.Errorf("undo would say that the %s cannot be taken back", s)
	}
	for c := model.CandidateID(1); c <= 6; c++ { // no file opens alone: it would tell whose it is
		if !d.Board.As(tuitest.Bruno).MustDeclare(c) {
			t.Errorf("%s opened after one declaration", c)
		}
	}
	if v := d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Assessment, Candidate: 4}).View(); strings.Contains(v, "Novak") || !strings.Contains(v, "files open once you have declared") {
		t.Errorf("the assessment shows\n%s", v)
	}
	if v := d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.History}).View(); strings.Contains(v, "C004") {
		t.Errorf("the history tells which number was declared on:\n%s", v)
	}
	d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: kit.Interests}).Keys("X").Answer("Recuse myself")
	d.Keys("N").Answer("None for all the rest")
	open, recused := 0, model.CandidateID(0)
	for c := model.CandidateID(1); c <= 6; c++ {
		if !d.Board.As(tuitest.Bruno).MustDeclare(c) {
			open++
		}
		if d.Board.As(tuitest.Bruno).Recused(c) {
			recused = c
		}
	}
	if open != 6 || recused == 0 {
		t.Fatalf("%d files open, recused from %s", open, recused)
	}
	if err := d.Do(tuitest.Bruno, model.DeclareConflict{Candidate: recused, Interest: model.NoConflict}); err == nil || !strings.Contains(err.Error(), "stands until the reveal") {
		t.Errorf("a recusal that told a name is taken back: %v", err)
	}
}
