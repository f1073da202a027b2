package store_test

// This file tests importing candidates.

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/storetest"
)

func rows(list ...model.IntakeRow) model.Intake {
	return storetest.Rows("people.csv", func(yield func(model.IntakeRow) bool) {
		for _, r := range list {
			if !yield(r) {
				return
			}
		}
	})
}

func row(line int, ref string, problems ...model.Problem) model.IntakeRow {
	return model.IntakeRow{Person: model.Person{Reference: ref, Name: "Somebody " + ref}, Line: line, Problems: problems}
}

// peopleOnDisk counts the keys in the bucket of people.
func peopleOnDisk(t *testing.T, d *storetest.Desk) (n int) {
	t.Helper()
	must(t, d.File.View(func(tx *bolt.Tx) error {
		n = tx.Bucket([]byte("people")).Stats().KeyN - 1 // and the end
		return nil
	}))
	return n
}

func TestStagedPeopleAreUnseenUntilTheirArrivalIsCommitted(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	a, report, err := d.File.Stage(context.Background(), 1, storetest.Intake(1, 600), false, nil)
	must(t, err)
	if report.New != 600 || a.Count != 600 || a.First != 1 || a.People == "" || a.SHA256 == "" || a.Source != "invented-1.csv" {
		t.Fatalf("%+v %+v", a, report)
	}
	if _, err := d.File.Dossier(1); model.CodeOf(err) != model.NotFound {
		t.Errorf("a staged person is seen: %v", err)
	}
	if briefs, err := d.File.CandidateSummaries(1, 10); err != nil || len(briefs) != 0 {
		t.Errorf("staged lines are seen: %v, %v", briefs, err)
	}
	d.Do("", model.ImportCandidates{Batch: a})
	if _, err := d.File.Dossier(600); err != nil {
		t.Error(err)
	}
	d.Import(2, 600) // across a chunk that was half full
	for c := 1; c <= 1200; c += 37 {
		briefs, err := d.File.CandidateSummaries(model.CandidateID(c), 48)
		must(t, err)
		for i, b := range briefs {
			n := model.CandidateID(c + i)
			dossier, err := d.File.Dossier(n)
			must(t, err)
			if diff := cmp.Diff(model.SummaryOf(n, dossier.Person), b, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("line of %s (-person +line):\n%s", n, diff)
			}
		}
	}
}

func TestTheSamePeopleHaveTheSameHashWhateverTheNumbers(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	first, _, err := d.File.Stage(context.Background(), 1, storetest.Intake(1, 50), true, nil)
	must(t, err)
	second, _, err := d.File.Stage(context.Background(), 1, storetest.Intake(1, 50), false, nil)
	must(t, err)
	other, _, err := d.File.Stage(context.Background(), 1, storetest.Intake(2, 50), true, nil)
	must(t, err)
	if first.People != second.People || first.People == other.People {
		t.Error("the hash of the people does not tell them apart")
	}
}

func TestDuplicatesAreRecognised(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	a, _, err := d.File.Stage(context.Background(), 1, rows(row(2, "A-1"), row(3, "A-2")), false, nil)
	must(t, err)
	d.Do("", model.ImportCandidates{Batch: a})

	a, report, err := d.File.Stage(context.Background(), 3, rows(row(2, "A-2"), row(3, "A-3")), false, nil)
	must(t, err)
	if report.Read != 2 || report.New != 1 || report.Known != 1 || report.Bad != 0 || a.Count != 1 || a.First != 3 {
		t.Errorf("known reference: %+v %+v", a, report)
	}
	if len(report.Problems) != 0 || report.Changed != 0 {
		t.Errorf("known reference: %v %v", report.Problems, report.Differences)
	}
	_, report, err = d.File.Stage(context.Background(), 3, rows(row(2, "A-7"), row(3, "A-8"), row(4, "A-7")), false, nil)
	must(t, err)
	if report.Bad != 1 || !strings.Contains(report.Problems[0].String(), `row 4 (reference): "A-7" stands in row 2 already`) {
		t.Errorf("twice in the file: %+v", report)
	}
	if n := peopleOnDisk(t, d); n != 2 {
		t.Errorf("%d people on disk, 2 are committed", n)
	}
	_, report, err = d.File.Stage(context.Background(), 3, rows(row(2, "A-1"), row(3, "A-2")), false, nil)
	if err != nil || report.New != 0 || report.Known != 2 {
		t.Errorf("only known ones: %+v %v", report, err)
	}
}

func TestOneBadRowLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	d.Import(3, 10)
	bad := model.Problem{File: "people.csv", Line: 25001, Field: "clearance", Message: "not a level"}
	many := func(yield func(model.IntakeRow) bool) {
		for r := range storetest.People(4, 25000) {
			if !yield(r) {
				return
			}
		}
		yield(row(25001, "Z-1", bad))
	}
	a, report, err := d.File.Stage(context.Background(), 11, storetest.Rows("people.csv", many), false, nil)
	must(t, err)
	if report.Bad != 1 || report.Read != 25001 || len(report.Problems) != 1 || report.Problems[0].Message != bad.Message {
		t.Errorf("%+v %+v", a, report)
	}
	if n := peopleOnDisk(t, d); n != 10 {
		t.Errorf("%d people on disk, 10 are committed", n)
	}
	d.Import(4, 5)
}

func TestAStoppedOrKilledImportLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	l, d := storetest.New(t)
	ctx, cancel := context.WithCancel(context.Background())
	stopping := func(n int) iter.Seq[model.IntakeRow] {
		return func(yield func(model.IntakeRow) bool) {
			for r := range storetest.People(5, 30000) {
				if n--; n == 0 {
					cancel()
				}
				if !yield(r) {
					return
				}
			}
		}
	}
	if _, _, err := d.File.Stage(ctx, 1, storetest.Rows("people.csv", stopping(15000)), false, nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if n := peopleOnDisk(t, d); n != 0 {
		t.Errorf("stopped: %d people on disk", n)
	}
	_, _, err := d.File.Stage(context.Background(), 1, storetest.Intake(6, 12000), false, nil)
	must(t, err)
	must(t, d.File.Abandon())
	f, err := l.Open(d.File.Path(), false)
	must(t, err)
	again := storetest.Sit(t, f)
	if n := peopleOnDisk(t, again); n != 0 {
		t.Errorf("killed: %d people on disk", n)
	}
	again.Import(6, 3)
}

func TestAnArrivalThatWasNotStagedIsRefused(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	a := model.ImportBatch{First: 1, Count: 3, Source: "x.csv", People: "00"}
	if err := d.File.Commit(d.Decide("", model.ImportCandidates{Batch: a})); model.CodeOf(err) != model.Conflict {
		t.Errorf("never staged: %v", err)
	}
	a, _, err := d.File.Stage(context.Background(), 1, storetest.Intake(1, 5), false, nil)
	must(t, err)
	_, _, err = d.File.Stage(context.Background(), 1, storetest.Intake(2, 5), false, nil)
	must(t, err)
	if err := d.File.Commit(d.Decide("", model.ImportCandidates{Batch: a})); model.CodeOf(err) != model.Conflict {
		t.Errorf("others were staged since: %v", err)
	}
	if _, _, err := d.File.Stage(context.Background(), 7, storetest.Intake(2, 5), false, nil); model.CodeOf(err) != model.Conflict {
		t.Errorf("wrong number: %v", err)
	}
}

func TestADryRunWritesNothing(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	heard := 0
	_, report, err := d.File.Stage(context.Background(), 1, storetest.Intake(1, 1200), true, func(n int) { heard = n })
	must(t, err)
	if report.New != 1200 || heard != 1200 || peopleOnDisk(t, d) != 0 {
		t.Errorf("%+v, heard %d", report, heard)
	}
}

func TestManyProblemsAreCountedNotKept(t *testing.T) {
	t.Parallel()
	_, d := storetest.New(t)
	list := make([]model.IntakeRow, 3000)
	for i := range list {
		list[i] = row(i+2, "same")
	}
	_, report, err := d.File.Stage(context.Background(), 1, rows(list...), false, nil)
	must(t, err)
	last := report.Problems[len(report.Problems)-1]
	if report.Bad != 2999 || len(report.Problems) != 1001 || last.Message != "1999 more are not listed" {
		t.Errorf("%d bad, %d listed, %v", report.Bad, len(report.Problems), last)
	}
}

func TestARatingIsSavedWhileAnImportIsUnderWay(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 4)
	saved := false
	during := func(yield func(model.IntakeRow) bool) {
		for r := range storetest.People(7, 20000) {
			if r.Line == 15000 {
				d.Do("M1", rating(1, 1, model.Met))
				saved = true
				if _, _, err := d.File.Stage(context.Background(), 5, storetest.Intake(8, 1), false, nil); model.CodeOf(err) != model.Conflict {
					t.Errorf("a second import at once: %v", err)
				}
			}
			if !yield(r) {
				return
			}
		}
	}
	a, _, err := d.File.Stage(context.Background(), 5, storetest.Rows("people.csv", during), false, nil)
	must(t, err)
	d.Do("M1", model.ImportCandidates{Batch: a})
	if d.Reload(); !saved || d.Board.Candidates != 20004 || d.Board.RatingCount() != 1 {
		t.Errorf("%d candidates, %d ratings", d.Board.Candidates, d.Board.RatingCount())
	}
}
