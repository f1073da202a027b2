package tui_test

// This file helps the scripts about sheets: a panel to write them for, and a person who is asked before one is taken in.

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/identity"
)

// seatPanel FILE makes Vera chair and Otto a member, seals the rules, and lets both declare.
func seatPanel(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(applySteps(ts.MkAbs(args[0]), []step{
		{"", model.AddMember{Name: "Vera", Role: model.Chair}},
		{"M1", model.AddMember{Name: "Otto", Role: model.RoleMember}},
		{"M1", model.SealRules{}},
	}, "M1", "M2"))
}

// step is a command and its author.
type step struct {
	author  model.MemberID
	command model.Command
}

// applySteps carries out commands on a vacancy file. Then the declaring members declare no conflict of interest with any
// candidate.
func applySteps(file string, steps []step, declaring ...model.MemberID) (err error) {
	keys := identity.At(filepath.Join(filepath.Dir(file), ".config", "shortlist")) // as if it was done on that computer
	f, err := store.NewLibrary("").WithKeys(keys).Open(file, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b, err := f.Load()
	if err != nil {
		return err
	}
	for _, m := range declaring {
		for c := 1; c <= b.Candidates; c++ {
			steps = append(steps, step{m, model.DeclareConflict{Candidate: model.CandidateID(c), Interest: model.NoConflict}})
		}
	}
	for i, s := range steps {
		change, err := model.Decide(b, s.command, b.Stamp(f.Device(), s.author, time.Unix(1_750_000_000, 0), [32]byte{byte(i), byte(i >> 8), 1}))
		if err == nil {
			err = f.Commit(change)
		}
		if err != nil {
			return err
		}
		b.ApplyAll(change.Events)
	}
	return nil
}

// TestASheetIsTakenInAfterYes reads a filled sheet back in a terminal: the command shows what would change and then asks.
func TestASheetIsTakenInAfterYes(t *testing.T) {
	t.Parallel()
	home, file := sealedVacancy(t)
	sheet := filepath.Join(home, "own.csv")
	if err := applySteps(file, nil, "M1"); err != nil {
		t.Fatal(err)
	}
	s := start(t, home, 120, 24, "sheet", file, "--as", "M1", "-o", sheet)
	s.wait("written for Anna Novak, 40 candidates")
	s.end()
	text, err := os.ReadFile(sheet)
	if err != nil {
		t.Fatal(err)
	}
	filled := string(text)
	at := strings.Index(filled, "\nC007,")
	end := at + 1 + strings.Index(filled[at+1:], "\n")
	cells := strings.Split(filled[at+1:end], ",")
	cells[len(cells)-3] = "3" // the last criterion's value; its reason and what the row remembers follow
	filled = filled[:at+1] + strings.Join(cells, ",") + filled[end:]
	if err := os.WriteFile(sheet, []byte(filled), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, answer := range []struct {
		keys string
		code int
		says string
		want string
	}{
		{"n\r", 1, "Nothing was taken in", ""},
		{"y\r", 0, "1 difference taken in", "3"},
	} {
		s := start(t, home, 120, 24, "sheet", file, "--as", "M1", "-i", sheet)
		s.wait("C007 D2: nothing → 3")
		s.wait("Take in 1 difference? [y/N]")
		s.keys(answer.keys)
		s.wait(answer.says)
		if code := s.end(); code != answer.code {
			t.Errorf("%q: exit code %d", answer.keys, code)
		}
		if got := exportedRatings(t, file, "M1")["C007"]["D2"]; got != answer.want {
			t.Errorf("%q: D2 is %q, want %q", answer.keys, got, answer.want)
		}
	}
}

// fillSheet NAME CANDIDATE COLUMN=TEXT... fills cells of a CSV sheet.
func fillSheet(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	text, err := os.ReadFile(path)
	ts.Check(err)
	r := csv.NewReader(strings.NewReader(string(text)))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	ts.Check(err)
	var names []string
	for _, row := range rows {
		if row[0] == "candidate" {
			names = row
		}
		if row[0] != args[1] {
			continue
		}
		for _, cell := range args[2:] {
			column, to, _ := strings.Cut(cell, "=")
			at := slices.Index(names, column)
			if at < 0 {
				ts.Fatalf("no column %q", column)
			}
			row[at] = to
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	ts.Check(w.WriteAll(rows))
	ts.Check(os.WriteFile(path, b.Bytes(), 0o600))
}

// fillCSV writes a text into a cell of a CSV sheet. The cell is counted from the end of the row of the candidate.
func fillCSV(t *testing.T, path, candidate string, fromEnd int, to string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	for i, l := range lines {
		if cells := strings.Split(l, ","); cells[0] == candidate {
			cells[len(cells)-fromEnd] = to
			lines[i] = strings.Join(cells, ",")
		}
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestASheetByKeys writes a form on the screen, fills it in, rates one on the screen meanwhile, reads the form back by
// keys, and takes it back.
func TestASheetByKeys(t *testing.T) {
	t.Parallel()
	home, file := sealedVacancy(t)
	form := filepath.Join(home, "harbours form of Anna Novak.csv")
	s := start(t, home, 120, 40, file)
	s.wait("Anna Novak (chair)")
	s.keys("\t")
	s.wait("40 candidates")
	s.keys("W")
	s.wait("Read a filled form back")
	s.keys("j", "\r")
	s.wait("✓ Written for 40 candidates")
	for range 2 { // what is there is not replaced unasked
		s.keys("\r")
		s.wait("Replace the file?")
		s.waitUntilArmed()
		s.keys("\x1b")
		s.gone("Replace the file?")
	}
	fillCSV(t, form, "C007", 3, "3")
	fillCSV(t, form, "C008", 3, "much")
	s.keys("m")
	s.wait("Choose your filled form")
	s.wait("harbours form of")
	s.keys("form of", "\r")
	s.wait("✗ 1 problem.")
	s.wait("row ")
	s.keys("\r")
	s.wait("Nothing is taken in while there are problems")
	fillCSV(t, form, "C008", 3, "2")
	s.keys("m")
	s.wait("Choose your filled form")
	s.wait("harbours form of")
	s.keys("form of", "\r")
	s.wait("2 differences to take in, 0 kept")
	s.wait("C007 D2")
	if r := exportedRatings(t, file, "M1"); len(r) != 0 {
		t.Errorf("taken in before it was confirmed: %v", r)
	}
	s.keys("\r")
	s.wait("2 differences of harbours form of Anna Novak.csv taken in")
	s.wait("· saved")
	if r := exportedRatings(t, file, "M1"); r["C007"]["D2"] != "3" || r["C008"]["D2"] != "2" {
		t.Errorf("on disk: %v", r)
	}
	s.keys("\x1a")
	s.wait("Taken back: 2 ratings from a sheet.")
	s.wait("· saved")
	if r := exportedRatings(t, file, "M1"); len(r) != 0 {
		t.Errorf("taken back, and still there: %v", r)
	}
	s.leave()
}
