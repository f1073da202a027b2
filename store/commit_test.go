package store_test

// This file tests appending changes.

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

func rating(c, k int, v model.Value) model.SetRating {
	return model.SetRating{Candidate: model.CandidateID(c), Criterion: model.CriterionID(k), Value: v}
}

func desk(t testing.TB, candidates int) (*store.Library, *storetest.Desk) {
	t.Helper()
	l, d := storetest.New(t)
	d.Import(1, candidates)
	d.Panel()
	return l, d
}

func TestTheSameChangeTwiceIsStoredOnce(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 4)
	ch := d.Do("M1", model.SetReason{Candidate: 1, Criterion: 1, Text: "Because."})
	must(t, d.File.Commit(ch))
	before := d.Board.Events
	d.Reload()
	dossier, err := d.File.Dossier(1)
	if err != nil || len(dossier.Texts) != 1 || d.Board.Events != before {
		t.Errorf("%v: %d texts, %d events of %d", err, len(dossier.Texts), d.Board.Events, before)
	}
}

func TestTheSameNumberWithOtherContentIsRefused(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 4)
	ch := d.Do("M1", rating(1, 1, model.Met))
	ch.Events[0].Payload = model.RatingSet{Candidate: 1, Criterion: 1, Value: model.NotMet}
	if err := d.File.Commit(ch); model.CodeOf(err) != model.Conflict {
		t.Errorf("got %v", err)
	}
	other := d.Do("M1", model.SetReason{Candidate: 1, Criterion: 1, Text: "Because."})
	other.Texts[0].Body = "Because not."
	if err := d.File.Commit(other); model.CodeOf(err) != model.Conflict {
		t.Errorf("text: got %v", err)
	}
}

func TestAGapIsRefused(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 4)
	ch := d.Decide("M1", rating(1, 1, model.Met))
	ch.Events[0].ID.Seq++
	var gap *store.GapError
	if err := d.File.Commit(ch); !errors.As(err, &gap) || gap.Got != gap.Have+2 {
		t.Errorf("got %v", err)
	}
}

func TestARefusedChangeLeavesNothing(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 4)
	ch := d.Decide("M1", rating(1, 1, model.Met))
	late := ch.Events[0]
	late.ID.Seq += 2
	ch.Events = append(ch.Events, late)
	if err := d.File.Commit(ch); err == nil {
		t.Fatal("a change with a gap in it was stored")
	}
	ch = d.Decide("M1", rating(1, 1, model.Met))
	ch.Texts = []model.Text{{Candidate: 99, ID: "x", Body: "about nobody"}}
	if err := d.File.Commit(ch); model.CodeOf(err) != model.NotFound {
		t.Errorf("a text about nobody: %v", err)
	}
	events := d.Board.Events
	if d.Reload(); d.Board.Events != events {
		t.Errorf("%d events, %d before", d.Board.Events, events)
	}
	d.Do("M1", rating(1, 1, model.Met))
}

func TestEventsOfOtherLaptopsKeepTheirOrder(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 4)
	var long model.Change // long enough for a snapshot
	for range 2600 {
		ch := d.Decide("M1", rating(1+d.Board.Events%4, 1, model.Met))
		d.Board.ApplyAll(ch.Events)
		long.Events = append(long.Events, ch.Events...)
	}
	must(t, d.File.Commit(long))
	d.Reload()
	if tail, err := d.File.Tail(); err != nil || tail != 0 {
		t.Fatalf("no snapshot was made: tail %d, %v", tail, err)
	}
	// Events of two laptops, older than those here, arriving late and out of order.
	for _, id := range []string{"zz", "aa"} {
		for n := range uint64(3) {
			e := model.Event{
				ID: model.EventID{Chain: model.ChainID(id), Seq: n + 1}, Lamport: 20 + n, Author: "M2",
				Payload: model.RatingSet{Candidate: 2, Criterion: 1, Value: []model.Value{model.Met, model.NotMet, model.Unclear}[n]},
			}
			must(t, d.File.Commit(model.Change{Events: []model.Event{e}}))
		}
	}
	d.Reload()
	history, err := d.File.History(0, 1<<20)
	must(t, err)
	slices.Reverse(history)
	if diff := cmp.Diff(model.Fold(history).Snapshot(), d.Board.Snapshot(), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("board (-fold of all +loaded):\n%s", diff)
	}
	if heads := d.File.Heads(); len(heads) != 4 || len(heads["aa"]) != 32 {
		t.Errorf("heads %v", heads)
	}
}

func TestAReplacedFileIsNotWrittenTo(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 4)
	path := d.File.Path()
	ch := d.Decide("M1", rating(1, 1, model.Met))
	aside := filepath.Join(t.TempDir(), "aside")
	must(t, os.Rename(path, aside))
	var replaced *store.ReplacedError
	if err := d.File.Commit(ch); !errors.As(err, &replaced) {
		t.Fatalf("deleted: %v", err)
	}
	copied, err := os.ReadFile(aside)
	must(t, err)
	must(t, os.WriteFile(path, copied, 0o600))
	err = d.File.Commit(ch)
	if !errors.As(err, &replaced) || !strings.Contains(model.Explain(err), "was replaced, moved or deleted") {
		t.Fatalf("replaced: %v", err)
	}
	must(t, os.Rename(aside, path))
	must(t, d.File.Commit(ch))
}

func TestAFullDiskLosesNothingThatWasSaved(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 4)
	must(t, d.File.Close())
	info, err := os.Stat(d.File.Path())
	must(t, err)
	f, err := store.OpenSmall(d.File.Path(), int(info.Size()))
	must(t, err)
	small := storetest.Sit(t, f)
	saved := small.Board.Events
	for {
		ch := small.Decide("M1", model.SetReason{Candidate: 1, Criterion: 1, Text: strings.Repeat("long ", 2000)})
		if err = f.Commit(ch); err != nil {
			break
		}
		small.Board.ApplyAll(ch.Events)
		saved++
	}
	if s := model.Explain(err); !strings.Contains(s, "the disk is full") {
		t.Errorf("%v: %q", err, s)
	}
	if small.Reload(); small.Board.Events != saved {
		t.Errorf("%d events, %d were saved", small.Board.Events, saved)
	}
	if err := f.Close(); err != nil { // closing needs room as well, and says so
		t.Logf("close: %v", err)
	}
	again, err := l.Open(d.File.Path(), false)
	must(t, err)
	if b := storetest.Sit(t, again).Board; b.Events != saved {
		t.Errorf("%d events after reopening, %d were saved", b.Events, saved)
	}
}
