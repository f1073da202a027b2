package store_test

// This file corrects files of candidates who are in the vacancy already.

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store"
	"shortlist/store/codec"
	"shortlist/store/storetest"
)

// later returns the file of invented candidates as a later export: every third has moved, every sixth also has another
// job, and some are new.
func later(n, more int, update bool) model.Intake {
	in := storetest.Rows("later.csv", func(yield func(model.IntakeRow) bool) {
		for i := range n + more {
			p := storetest.Person(1, i+1)
			if i%3 == 0 && i < n {
				p.Email = fmt.Sprintf("new%d@example.org", i)
			}
			if i%6 == 0 && i < n {
				p.Facts.Jobs = append(slices.Clone(p.Facts.Jobs), requirement.Job{From: requirement.Date{Year: 2020, Month: 1}, Ongoing: true, Title: "Pilot"})
			}
			if !yield(model.IntakeRow{Person: p, Line: i + 2}) {
				return
			}
		}
	})
	in.Update = update
	return in
}

func TestALaterFileIsComparedFirst(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	d.Import(1, 30)
	for _, update := range []bool{false, true} {
		_, r, err := d.File.Stage(context.Background(), 31, later(30, 2, update), true, nil)
		must(t, err)
		if r.New != 2 || r.Known != 30 || r.Changed != 10 || len(r.Differences) != 10 || len(r.Revision.Candidates) != map[bool]int{false: 0, true: 10}[update] {
			t.Fatalf("update %v: %+v", update, r)
		}
		want := `C001 T1-000001: e-mail: “new0@example.org” instead of “c1@example.org”; job: now “2020-01 to now Pilot”`
		if got := r.Differences[0].String(); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
	if n := peopleOnDisk(t, d); n != 30 {
		t.Errorf("a look left %d keys", n)
	}
}

func TestCorrectionsAreUnseenUntilTheyAreCommitted(t *testing.T) {
	t.Parallel()
	l, d := storetest.New(t)
	d.Import(1, 700)
	a, r, err := d.File.Stage(context.Background(), 701, later(700, 5, true), false, nil)
	must(t, err)
	before, err := d.File.Dossier(601)
	must(t, err)
	if before.Person.Email != "c601@example.org" {
		t.Errorf("a correction is seen too early: %s", before.Person.Email)
	}
	_, err = d.File.CandidateSummaries(1, 700)
	must(t, err)
	d.Do("", model.ImportCandidates{Batch: a, Revision: r.Revision})
	if d.Board.Candidates != 705 || len(d.Board.Revisions) != 1 {
		t.Errorf("%d candidates, %d corrections", d.Board.Candidates, len(d.Board.Revisions))
	}
	for c := 1; c <= 705; c++ {
		got, err := d.File.Dossier(model.CandidateID(c))
		must(t, err)
		want := storetest.Person(1, c)
		if i := c - 1; i < 700 && i%3 == 0 {
			want.Email = fmt.Sprintf("new%d@example.org", i)
			if i%6 == 0 {
				want.Facts.Jobs = append(want.Facts.Jobs, requirement.Job{From: requirement.Date{Year: 2020, Month: 1}, Ongoing: true, Title: "Pilot"})
			}
		}
		if diff := cmp.Diff(want, got.Person); diff != "" {
			t.Fatalf("C%03d (-want +got):\n%s", c, diff)
		}
	}
	if n := peopleOnDisk(t, d); n != 705 {
		t.Errorf("%d keys for 705 people", n)
	}
	must(t, d.File.Close())
	f, err := l.Open(d.File.Path(), false)
	must(t, err)
	again := storetest.Sit(t, f)
	if len(again.Board.Revisions) != 1 || len(again.Board.Revisions[0].Jobs) != 117 {
		t.Errorf("after opening again: %d", len(again.Board.Revisions))
	}
	_, r, err = again.File.Stage(context.Background(), 706, later(700, 5, true), true, nil)
	if err != nil || r.Changed != 0 || r.Known != 705 {
		t.Errorf("the same file again: %+v %v", r, err)
	}
}

// TestFilesStayProvedThroughCorrections covers R28: a file is what came in, or what it was last corrected to.
func TestFilesStayProvedThroughCorrections(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	d.Import(1, 12)
	a, r, err := d.File.Stage(context.Background(), 13, later(12, 3, true), false, nil)
	must(t, err)
	d.Do("", model.ImportCandidates{Batch: a, Revision: r.Revision})
	must(t, d.File.Close())
	v, err := store.Verify(d.File.Path(), "")
	if err != nil || !v.Intact() || v.Files != 15 {
		t.Fatalf("%v %s", err, v)
	}
	for _, c := range []model.CandidateID{1, 2, 12, 13, 15} { // corrected, as it came in, and come in with the corrections
		to := touched(t, d.File.Path(), func(tx *bolt.Tx) error {
			v, err := codec.MarshalPerson(storetest.Person(9, int(c)))
			if err != nil {
				return err
			}
			return store.Put(tx, []byte("people"), []byte{0, 0, 0, byte(c)}, v)
		})
		if v, err := store.Verify(to, ""); err != nil || v.Intact() || !strings.Contains(v.String(), "are not those that came in") {
			t.Errorf("the file of %s was rewritten: %v %s", c, err, v)
		}
	}
}

func TestCorrectionsThatAreNotCommittedAreSweptAway(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	d.Import(1, 20)
	_, r, err := d.File.Stage(context.Background(), 21, later(20, 0, true), false, nil)
	must(t, err)
	if n := peopleOnDisk(t, d); n != 27 {
		t.Fatalf("%d keys while 7 corrections wait", n)
	}
	stale := model.ImportCandidates{Revision: r.Revision}
	a, _, err := d.File.Stage(context.Background(), 21, storetest.Intake(2, 3), false, nil)
	must(t, err)
	if n := peopleOnDisk(t, d); n != 23 {
		t.Errorf("%d keys: the corrections are still there", n)
	}
	change := d.Decide("", stale)
	if err := d.File.Commit(change); model.CodeOf(err) != model.Conflict {
		t.Errorf("corrections that are not there any more: %v", err)
	}
	d.Do("", model.ImportCandidates{Batch: a})
	if d.Board.Candidates != 23 {
		t.Errorf("%d candidates", d.Board.Candidates)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := d.File.Stage(ctx, 24, later(20, 0, true), false, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	bad := later(20, 0, true)
	rows := bad.Rows
	bad.Rows = func(yield func(model.IntakeRow) bool) {
		rows(yield)
		yield(model.IntakeRow{Problems: []model.Problem{{Message: "bad"}}})
	}
	if _, r, err := d.File.Stage(context.Background(), 24, bad, false, nil); err != nil || r.Bad != 1 || len(r.Revision.Candidates) != 0 {
		t.Errorf("%+v %v", r, err)
	}
	if n := peopleOnDisk(t, d); n != 23 {
		t.Errorf("%d keys for 23 people", n)
	}
	must(t, d.File.View(func(tx *bolt.Tx) error {
		if v := tx.Bucket([]byte("meta")).Get([]byte("revising")); v != nil {
			t.Error("the header still speaks of corrections")
		}
		return nil
	}))
}
