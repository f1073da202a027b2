package storetest

// This file makes vacancies, and works on them as the program does.

import (
	"context"
	"fmt"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store"
)

// Posting returns an invented posting.
func Posting() model.Posting {
	return model.Posting{Name: "invented.txt", SHA256: fmt.Sprintf("%064d", 7), Format: "text", Text: "Keeper of Maps (invented)\n\nESSENTIAL\n- three years of maps;\n- a steady hand.\nDESIRABLE\n- a sense of humour."}
}

// Vacancy returns an invented vacancy with two essential criteria and one desirable.
func Vacancy() model.CreateVacancy {
	return model.CreateVacancy{
		Vacancy: model.Vacancy{Title: "Keeper of Maps", Invented: true, ClosingDate: requirement.Date{Year: 2025, Month: 3, Day: 31}},
		Criteria: []model.Criterion{
			{Class: model.Essential, Text: "three years of maps", Requirement: requirement.Requirement{Kind: requirement.KindExperience, Months: 36}},
			{Class: model.Essential, Text: "a steady hand", Requirement: requirement.Requirement{Kind: requirement.KindSkill}},
			{Class: model.Desirable, Text: "a sense of humour", Requirement: requirement.Requirement{Kind: requirement.KindOther}},
		},
	}
}

// Desk works on a file as the program does: it decides, commits, and updates the board.
type Desk struct {
	T     testing.TB
	File  *store.File
	Board *model.Board
	now   time.Time
	count byte
}

// New makes a library in a temporary folder with one vacancy, which is closed and checked when the test ends.
func New(t testing.TB) (*store.Library, *Desk) {
	t.Helper()
	l := store.NewLibrary(t.TempDir())
	f, err := l.Create(Posting(), Vacancy())
	if err != nil {
		t.Fatal(err)
	}
	return l, Sit(t, f)
}

// Sit loads the board of an open file. When the test ends, the file is closed and its structure checked.
func Sit(t testing.TB, f *store.File) *Desk {
	t.Helper()
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		Structure(t, f.Path())
	})
	d := &Desk{T: t, File: f, now: time.Date(2025, 4, 1, 9, 0, 0, 0, time.UTC)}
	d.Reload()
	return d
}

// Reload makes the board again from the file.
func (d *Desk) Reload() {
	d.T.Helper()
	b, err := d.File.Load()
	if err != nil {
		d.T.Fatal(err)
	}
	d.Board = b
}

// Decide decides on a command without storing anything.
func (d *Desk) Decide(author model.MemberID, c model.Command) model.Change {
	d.T.Helper()
	d.count++
	d.now = d.now.Add(time.Second)
	s := model.Stamp{At: d.now, Author: author, Device: d.File.Device(), Random: [32]byte{d.count, 1}}
	s.Seq, s.Lamport = d.Board.Next(s.Chain())
	ch, err := model.Decide(d.Board, c, s)
	if err != nil {
		d.T.Fatalf("%T: %v", c, err)
	}
	return ch
}

// Do decides, commits and applies.
func (d *Desk) Do(author model.MemberID, c model.Command) model.Change {
	d.T.Helper()
	ch := d.Decide(author, c)
	if err := d.File.Commit(ch); err != nil {
		d.T.Fatalf("%T: %v", c, err)
	}
	d.Board.ApplyAll(ch.Events)
	return ch
}

// Import imports n invented candidates.
func (d *Desk) Import(seed uint64, n int) {
	d.T.Helper()
	first := model.CandidateID(d.Board.Candidates + 1)
	a, report, err := d.File.Stage(context.Background(), first, Intake(seed, n), false, nil)
	if err != nil || report.Bad > 0 {
		d.T.Fatalf("stage: %v, %+v", err, report)
	}
	d.Do("", model.ImportCandidates{Batch: a})
}

// Panel adds a chair and a member, and seals the rules.
func (d *Desk) Panel() {
	d.T.Helper()
	d.Do("", model.AddMember{Name: "Vera Quill (invented)", Role: model.Chair})
	d.Do("M1", model.AddMember{Name: "Otto Finch (invented)", Role: model.RoleMember})
	d.Do("M1", model.SealRules{})
}

// Structure runs the check of bbolt on a closed file.
func Structure(t testing.TB, path string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Second})
	if err != nil {
		t.Errorf("structure: %v", err)
		return
	}
	err = db.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("structure: %v", err)
		}
		return nil
	})
	if cerr := db.Close(); err != nil || cerr != nil {
		t.Errorf("structure: %v, %v", err, cerr)
	}
}

// SetClock sets the clock of the laptop.
func (d *Desk) SetClock(now time.Time) { d.now = now }
