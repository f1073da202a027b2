package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
	mt "shortlist/model/modeltest"
)

// This file holds the words of a sheet to what they mean, and sheets to the sight of their member.

func TestValuesAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	facts, graded := model.FactsScale(), model.GradedScale()
	for _, x := range []struct {
		scale model.Scale
		text  string
		want  model.Value
	}{
		{facts, "Met", "met"},
		{facts, "MET", "met"},
		{facts, " not  met ", "not met"},
		{facts, "Not-met", "not met"},
		{facts, "NOT_MET", "not met"},
		{facts, "y", "met"},
		{facts, "N", "not met"},
		{facts, "u", "unclear"},
		{facts, "?", "unclear"},
		{facts, "-", "cannot assess"},
		{facts, "'-", "cannot assess"},
		{facts, "–", "cannot assess"},
		{facts, "Cannot Assess", "cannot assess"},
		{facts, "3", ""},
		{facts, "mostly met", ""},
		{facts, "", ""},
		{graded, "3", "3"},
		{graded, "3.0", "3"},
		{graded, "3,00", "3"},
		{graded, "03", "3"},
		{graded, "0", "0"},
		{graded, "-", "cannot assess"},
		{graded, "5", ""},
		{graded, "-1", ""},
		{graded, "2.5", ""},
		{graded, "met", ""},
		{graded, "", ""},
		{graded, "99999999999999999999", ""},
	} {
		got, ok := x.scale.ReadValue(x.text)
		if ok != (x.want != "") || ok && got != x.want {
			t.Errorf("%s %q is read as %q, %t; want %q", x.scale.Kind, x.text, got, ok, x.want)
		}
	}
}

func TestColumnsOfASheetAreReadBack(t *testing.T) {
	t.Parallel()
	for c := model.SheetValue; c < model.SheetCounts; c++ {
		label, kind, ok := model.ReadSheetColumn(" " + strings.ToUpper(c.Head("D12")))
		if !ok || label != "D12" || kind != c {
			t.Errorf("%q is read as %q %d %t", c.Head("D12"), label, kind, ok)
		}
	}
	for _, other := range []string{"", "E", "candidate", "E1x", "F1", "E1 reason why", "name", "1E"} {
		if _, _, ok := model.ReadSheetColumn(other); ok {
			t.Errorf("%q is taken for a criterion", other)
		}
	}
}

// TestASheetHoldsOwnRatingsAlone plays any history and asks that a sheet holds its member's own ratings and is the same
// whatever others did.
func TestASheetHoldsOwnRatingsAlone(t *testing.T) {
	t.Parallel()
	written := 0
	rapid.Check(t, func(t *rapid.T) {
		s := mt.DrawStory(t, 40)
		me := model.MemberID("M2")
		rows := rowsOf(t, s, s.Board, me)
		if rows == nil {
			return
		}
		written++
		for _, r := range rows {
			a := s.Board.As(me).Own(r.Candidate)
			for i, k := range s.Board.Criteria {
				if x := a.Rating(k.ID); r.Cells[i].Value != x.Value || r.Cells[i].Ticked != x.Ticked {
					t.Fatalf("%s %s: %+v, want %+v", r.Candidate, s.Board.Label(k.ID), r.Cells[i], x)
				}
			}
		}
		own := model.NewBoard()
		for _, e := range s.Events {
			switch e.Payload.(type) {
			case model.RatingSet, model.JobsTicked, model.AssessmentSubmitted, model.ConflictDeclared:
				if e.Author != me {
					continue
				}
			}
			own.ApplyAll([]model.Event{e})
		}
		if got, want := fmt.Sprint(rowsOf(t, s, own, me)), fmt.Sprint(rows); got != want {
			t.Fatalf("what others did shows:\n%s\n%s", got, want)
		}
	})
	if written == 0 {
		t.Error("no history led to a sheet: the test proves nothing")
	}
}

// rowsOf are the rows of a member's sheet; nil where there is none.
func rowsOf(t *rapid.T, s *mt.Story, b *model.Board, me model.MemberID) (out []model.SheetRow) {
	texts := map[string]string{}
	for _, x := range s.Texts {
		texts[x.ID] = x.Body
	}
	_, rows, err := b.As(me).Sheet(time.Unix(0, 0), func(c model.CandidateID) (model.Dossier, error) {
		return model.Dossier{Candidate: c, Texts: texts}, nil
	})
	if err != nil {
		if model.CodeOf(err) == "" {
			t.Fatal(err)
		}
		return nil
	}
	for r, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func TestOneRefusedRatingRefusesTheSheet(t *testing.T) {
	t.Parallel()
	b := mt.Screening(t, 2)
	for c := model.CandidateID(1); c <= 2; c++ {
		mt.Do(t, b, mt.Ann, model.DeclareConflict{Candidate: c, Interest: model.NoConflict})
	}
	met, four := model.Met, model.Value("4")
	k := b.Criteria[0].ID
	mt.Refuse(t, b, mt.Ann, model.TakeSheet{}, model.Invalid)
	mt.Refuse(t, b, mt.Ann, model.TakeSheet{Ratings: []model.SheetRating{{Candidate: 1, Criterion: k, Value: &met}, {Candidate: 2, Criterion: k, Value: &four}}}, model.Invalid)
	mt.Refuse(t, b, mt.Ann, model.TakeSheet{Ratings: []model.SheetRating{{Candidate: 1, Criterion: k, Value: &met}, {Candidate: 9, Criterion: k, Value: &met}}}, model.NotFound)
	mt.Refuse(t, b, mt.Observer, model.TakeSheet{Ratings: []model.SheetRating{{Candidate: 1, Criterion: k, Value: &met}}}, model.Forbidden)
	reason := "page 2"
	before := look(b)
	take := model.TakeSheet{Ratings: []model.SheetRating{
		{Candidate: 1, Criterion: k, Value: &met, Reason: &reason, Quotes: []string{"one", "two"}, Ticked: true, Jobs: []int{1}},
		{Candidate: 2, Criterion: k, Value: &met},
	}}
	back := take.Inverse(b, mt.Ann)
	ch := mt.Do(t, b, mt.Ann, take)
	after := look(b)
	if r := b.As(mt.Ann).Own(1).Rating(k); r.Value != met || r.Reason.IsZero() || len(r.Evidence) != 2 || !r.Ticked || len(ch.Events) != 3 || len(ch.Texts) != 3 {
		t.Errorf("%+v, %d events, %d texts", r, len(ch.Events), len(ch.Texts))
	}
	seen := map[string]bool{}
	for _, x := range ch.Texts {
		if seen[x.ID] {
			t.Errorf("two texts have the number %s", x.ID)
		}
		seen[x.ID] = true
	}
	again := back.Inverse(b, mt.Ann)
	mt.Do(t, b, mt.Ann, back)
	if diff := cmp.Diff(before, look(b), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("taken back (-want +got):\n%s", diff)
	}
	mt.Do(t, b, mt.Ann, again)
	if diff := cmp.Diff(after, look(b), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("done again (-want +got):\n%s", diff)
	}
}
