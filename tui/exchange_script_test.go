package tui_test

// This file holds commands for the scripts about bundles: they do on a file what users do by keys, or damage files.

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"shortlist/model"
	"shortlist/store"
)

// sealFile FILE seals the rules, as M1.
func sealFile(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(applySteps(ts.MkAbs(args[0]), []step{{"M1", model.SealRules{}}}))
}

// revealFile FILE reveals the ratings, as M1.
func revealFile(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(applySteps(ts.MkAbs(args[0]), []step{{"M1", model.RevealRatings{Reason: "The meeting is today."}}}))
}

// rateAll FILE MEMBER VALUE declares, rates every candidate and hands in; REASON goes with the first criterion.
func rateAll(ts *testscript.TestScript, _ bool, args []string) {
	file, me, value := ts.MkAbs(args[0]), model.MemberID(args[1]), model.Value(args[2])
	f, err := store.NewLibrary("").Open(file, true)
	ts.Check(err)
	b, err := f.Load()
	ts.Check(err)
	ts.Check(f.Close())
	var steps []step
	for c := model.CandidateID(1); int(c) <= b.Candidates; c++ {
		steps = append(steps, step{me, model.DeclareConflict{Candidate: c, Interest: model.NoConflict}})
		for _, k := range b.Criteria {
			v := value
			if !k.Scale.Allows(v) {
				v = k.Scale.Values()[1]
			}
			steps = append(steps, step{me, model.SetRating{Candidate: c, Criterion: k.ID, Value: v}})
		}
		steps = append(steps, step{me, model.SetReason{Candidate: c, Criterion: 1, Text: args[3]}}, step{me, model.SubmitAssessment{Candidate: c}})
	}
	ts.Check(applySteps(file, steps))
}

// flipFile FILE changes the middle byte of a file.
func flipFile(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	b[len(b)/2] ^= 1
	ts.Check(os.WriteFile(path, b, 0o600))
}

// spoilFolder FOLDER adds two files that are no bundles but are named like some, one of them with an escape sequence.
func spoilFolder(ts *testscript.TestScript, _ bool, args []string) {
	folder := ts.MkAbs(args[0])
	entries, err := os.ReadDir(folder)
	ts.Check(err)
	vacancy, _, _ := strings.Cut(entries[0].Name(), ".")
	for _, laptop := range []string{"aaaa", "\x1b[31mred"} {
		ts.Check(os.WriteFile(filepath.Join(folder, vacancy+"."+laptop+".home.bundle"), []byte("nothing"), 0o600))
	}
}

// headOf FILE puts the hash of the last shared entry that a report names into HEAD.
func headOf(ts *testscript.TestScript, _ bool, args []string) {
	var report struct {
		History struct{ Heads map[string]string }
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &report))
	for chain, hash := range report.History.Heads {
		if !strings.Contains(chain, ".") {
			ts.Setenv("HEAD", hash)
		}
	}
}
