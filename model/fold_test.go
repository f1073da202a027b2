package model_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

func state(t modeltest.T, what string, got, want *model.Board) {
	t.Helper()
	if d := cmp.Diff(want.Snapshot(), got.Snapshot(), cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("%s: the boards differ (-want +got):\n%s", what, d)
	}
}

func shuffle(t *rapid.T, events []model.Event) []model.Event {
	return rapid.Permutation(events).Draw(t, "order")
}

func TestAnyOrderOfEventsGivesTheSameBoard(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := modeltest.DrawStory(t, 60)
		folded := model.Fold(shuffle(t, s.Events))
		state(t, "folded in any order", folded, s.Board)
		state(t, "each entry twice", model.Fold(append(shuffle(t, s.Events), s.Events...)), s.Board)
		if got, want := folded.RatingCount(), s.Board.RatingCount(); got != want {
			t.Fatalf("%d ratings counted, %d before", got, want)
		}
	})
}

func TestAnyOrderOfSenselessEventsGivesTheSameBoard(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		events := modeltest.DrawEvents(t, 30)
		state(t, "senseless", model.Fold(shuffle(t, events)), model.Fold(events))
	})
}

func TestARestoredBoardGoesOnLikeTheOldOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := modeltest.DrawStory(t, 40)
		at := rapid.IntRange(0, len(s.Events)).Draw(t, "at")
		b := model.Restore(model.Fold(s.Events[:at]).Snapshot())
		b.ApplyAll(s.Events[at:])
		state(t, "restored", b, s.Board)
		if b.RatingCount() != s.Board.RatingCount() {
			t.Fatalf("%d ratings counted, want %d", b.RatingCount(), s.Board.RatingCount())
		}
		for _, m := range b.Members {
			if d := cmp.Diff(s.Board.As(m.ID).Ranking(), b.As(m.ID).Ranking(), cmpopts.IgnoreUnexported(model.Row{})); d != "" {
				t.Fatalf("ranking of %s: %s", m.ID, d)
			}
			if !slices.Equal(s.Board.As(m.ID).Order(), b.As(m.ID).Order()) {
				t.Fatalf("order of %s differs", m.ID)
			}
		}
	})
}

func TestALateEventIsToldAsLate(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := modeltest.DrawStory(t, 20)
		at := rapid.IntRange(1, len(s.Events)-1).Draw(t, "at")
		b := model.Fold(s.Events[:at])
		for _, e := range s.Events[at:] {
			if b.Late(e) {
				t.Fatalf("%s is not late", e.ID)
			}
		}
		for _, e := range s.Events[:at-1] {
			if !b.Late(e) {
				t.Fatalf("%s is late", e.ID)
			}
		}
	})
	if model.NewBoard().Late(model.Event{}) {
		t.Fatal("nothing is late for an empty board")
	}
}

func TestEventsOfANewerProgramAreKeptWithoutEffect(t *testing.T) {
	t.Parallel()
	b := modeltest.Moderating(t, 2)
	before := model.Fold(nil)
	*before = *b
	seq, lamport := b.Next("laptop-9")
	b.Apply(model.Event{ID: model.EventID{Chain: "laptop-9", Seq: seq}, Lamport: lamport, Author: "M1", Payload: model.Unknown{Name: "interview.held", Raw: []byte("x")}})
	if b.Unknown != 1 || b.Events != before.Events+1 {
		t.Fatalf("unknown %d, events %d", b.Unknown, b.Events)
	}
	ignore := cmpopts.IgnoreFields(model.State{}, "Unknown", "Events", "Heads", "Lamport", "Last")
	if d := cmp.Diff(before.Snapshot(), b.Snapshot(), ignore); d != "" {
		t.Fatal(d)
	}
}

// read asks a board everything that can be asked.
func read(b *model.Board) {
	for _, m := range append(b.Members, model.Member{ID: "M99"}, model.Member{}) {
		rows := b.As(m.ID).Ranking()
		for _, r := range rows[:min(len(rows), 4)] {
			_, _ = r.Score(), r.Place()
			b.As(m.ID).ExplainPlace(r.Candidate)
			b.As(m.ID).Status(r.Candidate)
			b.As(m.ID).Progress(r.Candidate)
			b.As(m.ID).Findings(r.Candidate, requirement.Facts{Jobs: []requirement.Job{{Ongoing: true}}})
		}
		b.As(m.ID).Order()
	}
	b.Missing()
	b.SealHolds()
	if b.Candidates < 20 {
		_, _ = b.As("M1").Report(func(c model.CandidateID) (model.Dossier, error) { return model.Dossier{Candidate: c}, nil })
	}
}

func TestApplyingIsTotal(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := model.NewBoard()
		if rapid.Bool().Draw(t, "on a real board") {
			b = modeltest.DrawStory(t, 15).Board
		}
		for _, e := range modeltest.DrawEvents(t, 12) {
			e.Lamport += b.Lamport
			b.Apply(e)
			b.As("M1").Narrate(e)
			b.As(e.Author).Narrate(e)
		}
		if b.Candidates < 0 || b.DecidedCount < 0 || b.DecidedCount > b.Candidates || b.Missing() < 0 || b.RatingCount() < 0 {
			t.Fatalf("candidates %d, decided %d, missing %d, ratings %d", b.Candidates, b.DecidedCount, b.Missing(), b.RatingCount())
		}
		read(b)
	})
}

func TestEveryPayloadIsListedWithANameASentenceAndTags(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	b := modeltest.Screening(t, 2)
	for _, p := range model.Payloads() {
		name := p.Wire()
		if names[name] || strings.Count(name, ".") != 1 || name != strings.ToLower(name) {
			t.Errorf("%T: the name %q is taken or not of the form noun.verbed", p, name)
		}
		names[name] = true
		n := b.As("M1").Narrate(model.Event{Author: "M1", Payload: p})
		if strings.TrimSpace(n.What) == "" && name != "criteria.replaced" {
			t.Errorf("%s has no sentence", name)
		}
		for f := range reflect.TypeOf(p).NumField() {
			tagged(t, name, reflect.TypeOf(p).Field(f))
		}
	}
	if b.As("M1").Narrate(model.Event{Author: "M1"}).What == "" {
		t.Error("an event without content has no sentence")
	}
}

func tagged(t *testing.T, name string, f reflect.StructField) {
	t.Helper()
	if !f.IsExported() || f.Tag.Get("json") == "" {
		t.Errorf("%s: the field %s would be lost on disk or named by chance", name, f.Name)
	}
	typ := f.Type
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() == reflect.Struct && strings.HasPrefix(typ.PkgPath(), "shortlist/") {
		for i := range typ.NumField() {
			tagged(t, name+"."+f.Name, typ.Field(i))
		}
	}
}

func TestSealedRulesChangeByNoEvent(t *testing.T) {
	t.Parallel()
	for _, p := range model.Payloads() {
		t.Run(p.Wire(), func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				b := modeltest.Screening(t, 3)
				payload := modeltest.FillPayload(t, p)
				seq, lamport := b.Next("other")
				b.Apply(model.Event{ID: model.EventID{Chain: "other", Seq: seq}, Lamport: lamport, Author: "M1", Payload: payload})
				if b.Phase != model.Preparing && !b.SealHolds() {
					t.Fatalf("%#v changed the sealed rules", payload)
				}
			})
		})
	}
}
