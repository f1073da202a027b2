package model

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shortlist/model/vocab"
)

// This file holds what a row of a sheet remembers of the board from when the sheet was written. It tells an untouched
// cell from a changed one, and protects newer ratings from being overwritten.

// sheetBase is the state of one candidate when the sheet was written, by the label of the criterion.
type sheetBase struct {
	candidate CandidateID
	known     bool
	at        map[string]baseCell
}

// baseCell is the state of one criterion.
type baseCell struct {
	value  Value
	reason string // short hash of the words, "" without any
	ticked bool
	jobs   []int
}

func shortHash(s string) string {
	if s == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(s))
	return fmt.Sprintf("%x", sum[:5])
}

// sheetBase returns the present state of a candidate in a member's own assessment.
func (b *Board) sheetBase(a Assessment, d Dossier) sheetBase {
	base := sheetBase{a.Candidate, true, map[string]baseCell{}}
	for _, r := range a.Ratings {
		if b.Criterion(r.Criterion) != nil {
			base.at[b.Label(r.Criterion)] = baseCell{r.Value, shortHash(sameText(d.Text(r.Reason))), r.Ticked, r.Jobs}
		}
	}
	return base
}

// String writes the state: "C003|E1:met:12ab34cd56:|E2:::0+2|#checksum". Empty cells are left out.
func (s sheetBase) String() string {
	labels := make([]string, 0, len(s.at))
	for label := range s.at {
		labels = append(labels, label)
	}
	slices.Sort(labels)
	var b strings.Builder
	b.WriteString(s.candidate.String() + "|")
	for _, label := range labels {
		x := s.at[label]
		if x.value == NotRated && x.reason == "" && !x.ticked {
			continue
		}
		fmt.Fprintf(&b, "%s:%s:%s:%s|", label, vocab.Wire(x.value), x.reason, x.jobWords())
	}
	return b.String() + "#" + shortHash(b.String())
}

func (x baseCell) jobWords() string {
	if !x.ticked {
		return ""
	}
	words := []string{}
	for _, j := range x.jobs {
		words = append(words, strconv.Itoa(j))
	}
	return "=" + strings.Join(words, "+")
}

// readSheetBase reads what String wrote. Known is false if it was changed.
func readSheetBase(s string) sheetBase {
	body, sum, found := strings.Cut(s, "#")
	if !found || shortHash(body) != sum {
		return sheetBase{}
	}
	fields := strings.Split(body, "|")
	c, ok := ReadCandidateID(fields[0])
	base := sheetBase{c, ok, map[string]baseCell{}}
	for _, f := range fields[1:] {
		parts := strings.Split(f, ":")
		if f == "" {
			continue
		}
		if len(parts) != 4 {
			return sheetBase{}
		}
		x := baseCell{value: Value(parts[1]), reason: parts[2]}
		if list, ticked := strings.CutPrefix(parts[3], "="); ticked {
			x.ticked = true
			for _, w := range strings.Split(list, "+") {
				if n, err := strconv.Atoi(w); err == nil {
					x.jobs = append(x.jobs, n)
				}
			}
		}
		base.at[parts[0]] = x
	}
	return base
}

// ReadCandidateID reads a candidate's number as people see it: C003, c3.
func ReadCandidateID(s string) (CandidateID, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	digits, found := strings.CutPrefix(s, "C")
	n, err := strconv.ParseUint(digits, 10, 32)
	return CandidateID(n), found && err == nil && n > 0
}
