package model

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"strings"
	"time"

	"shortlist/model/requirement"
)

// This file holds the sheet: a member's own rating form, which is filled in elsewhere and read back. Comparing it with
// the board is in sheet_compare.go, taking it in is in sheet_take.go.

// SheetHead says whose form a sheet is, and under which rules it was written.
type SheetHead struct {
	// Vacancy identifies the vacancy, see Board.Fingerprint.
	Vacancy string
	Title   string
	Member  MemberID
	Name    string
	Version int
	Hash    string
	Written time.Time // for display
	// Criteria are the columns, in the order of the vacancy.
	Criteria        []SheetCriterion
	ReasonsRequired bool
	// Evidence adds a column for a quote beside each reason.
	Evidence bool
	// LeftOut is how many candidates the member may not assess.
	LeftOut int
}

// SheetWish says how a sheet is to be written.
type SheetWish struct {
	Evidence bool // with columns for quotes
	// Replace allows to overwrite a file: it may be filled in, so a person has to allow it.
	Replace bool
	At      time.Time // for display; zero is now
}

// SheetCriterion is a criterion as a sheet asks for it.
type SheetCriterion struct {
	ID    CriterionID
	Label string
	Text  string
	Scale Scale
	// Finding is true if the program computes what the file shows; Jobs is true if jobs are ticked.
	Finding, Jobs bool
}

// SheetRow is a candidate in a sheet, with the member's own ratings as they are.
type SheetRow struct {
	Candidate       CandidateID
	Reference, Name string
	State           string
	Cells           []SheetCell // one a criterion
	Jobs            []string    // the candidate's jobs in words
	// Was keeps what the board had when the sheet was written, see sheetBase.
	Was string
}

// SheetCell is the content for one criterion of one candidate.
type SheetCell struct {
	Finding string
	Value   Value
	Reason  string
	Ticked  bool
	Jobs    []int
}

// SheetColumn says what a column of a sheet holds.
type SheetColumn int

// The columns that belong to a criterion.
const (
	SheetValue SheetColumn = iota
	SheetReason
	SheetEvidence
	SheetFinding
	SheetCounts // in the table of jobs
)

// The names of the other columns. A row whose first cell is SheetAsks says what the criteria ask and is no candidate.
const (
	SheetCandidate = "candidate"
	SheetReference = "reference"
	SheetName      = "name"
	SheetState     = "state"
	SheetJob       = "job"
	SheetJobWords  = "what it was"
	SheetWas       = "as written"
	SheetAsks      = "what it asks"
)

// The lines by which a sheet is recognised. Each name is followed by its value. SheetMark is the first of them.
const (
	SheetMark    = "shortlist sheet"
	SheetVacancy = "vacancy id"
	SheetMember  = "member id"
	SheetVersion = "rules version"
	SheetHash    = "rules hash"
)

// SheetClear is the word that removes a value or a reason. An empty cell changes nothing.
const SheetClear = "clear"

// The words in the table of jobs.
const (
	SheetJobCounts = "x"
	SheetJobNot    = "no"
)

var sheetColumnWords = []string{SheetValue: "", SheetReason: "reason", SheetEvidence: "evidence", SheetFinding: "finding", SheetCounts: "counts"}

// Head is the name of the column for a criterion: "E1", "E1 reason".
func (c SheetColumn) Head(label string) string {
	return strings.TrimSpace(label + " " + sheetColumnWords[c])
}

// ReadSheetColumn reads the name of a column of a criterion: its label and what it holds.
func ReadSheetColumn(head string) (label string, c SheetColumn, ok bool) {
	words := strings.Fields(strings.ToLower(head))
	if len(words) == 0 || len(words) > 2 {
		return "", 0, false
	}
	label = strings.ToUpper(words[0])
	if len(label) < 2 || label[0] != 'E' && label[0] != 'D' || strings.Trim(label[1:], "0123456789") != "" {
		return "", 0, false
	}
	if len(words) == 1 {
		return label, SheetValue, true
	}
	for i, w := range sheetColumnWords {
		if w != "" && words[1] == w {
			return label, SheetColumn(i), true
		}
	}
	return "", 0, false
}

// Fingerprint identifies this vacancy. It is the same in every copy.
func (b *Board) Fingerprint() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "shortlist vacancy\n%016x\n%s", b.work.Seed, b.Vacancy.Posting.SHA256))
	return fmt.Sprintf("%x", sum[:8])
}

// Sheet makes a member's own form: the candidates whom the member may assess, in the member's own order, with the
// member's own ratings and no one else's. A row that cannot be made ends the rows with the error. Refused like
// SetRating if the member may assess nobody.
func (b *Board) Sheet(member MemberID, written time.Time, dossier func(CandidateID) (Dossier, error)) (SheetHead, iter.Seq2[SheetRow, error], error) {
	mine, err := b.assessable(member)
	if err != nil {
		return SheetHead{}, nil, err
	}
	h := SheetHead{
		Vacancy: b.Fingerprint(), Title: sheetPlain(b.Vacancy.Title), Member: member, Name: sheetPlain(b.MemberName(member)),
		Version: b.version(), Hash: b.sealedHash(), Written: written.UTC(),
		ReasonsRequired: b.Rules.ReasonsRequired, LeftOut: b.Candidates - len(mine),
	}
	for _, k := range b.Criteria {
		scale := k.Scale
		scale.Points = make([]string, len(k.Scale.Points))
		for i, p := range k.Scale.Points {
			scale.Points[i] = sheetPlain(p)
		}
		h.Criteria = append(h.Criteria, SheetCriterion{
			ID: k.ID, Label: b.Label(k.ID), Text: sheetPlain(k.Text), Scale: scale,
			Finding: k.Requirement.Kind.HasFinding(), Jobs: k.Requirement.Kind.CountsJobs(),
		})
	}
	return h, func(yield func(SheetRow, error) bool) {
		for _, c := range mine {
			d, err := dossier(c)
			if err != nil {
				yield(SheetRow{}, err)
				return
			}
			if !yield(b.sheetRow(member, c, d), nil) {
				return
			}
		}
	}, nil
}

// assessable lists the candidates whom a member may assess, in the member's own order. It returns the refusal if there
// is none.
func (b *Board) assessable(member MemberID) (out []CandidateID, err error) {
	if b.Candidates == 0 {
		return nil, refuse(NotFound, "", "There is no candidate in this vacancy yet: import them first.")
	}
	for _, c := range b.Order(member) {
		if no := b.mayAssess(member, c); no != nil {
			err = no
			continue
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, err
	}
	return out, nil
}

func (b *Common) sealedHash() string {
	if n := len(b.Seals); n > 0 {
		return b.Seals[n-1].Hash
	}
	return ""
}

func (b *Board) sheetRow(member MemberID, c CandidateID, whole Dossier) SheetRow {
	a, d := b.Assessment(c, member), b.Shown(whole)
	row := SheetRow{
		Candidate: c, Reference: sheetPlain(d.Person.Reference), Name: sheetPlain(d.Person.Name), State: a.State.Words(),
		Cells: make([]SheetCell, len(b.Criteria)), Was: b.sheetBase(a, d).String(),
	}
	for i, k := range b.Criteria {
		r := a.Rating(k.ID)
		cell := SheetCell{Value: r.Value, Reason: sheetPlain(d.Text(r.Reason)), Ticked: r.Ticked, Jobs: r.Jobs}
		if k.Requirement.Kind.HasFinding() {
			f := b.withOffers(b.Finding(k, r, whole.Person.Facts), member, c, k, whole.Person.Facts)
			f = b.ShownFinding(f, whole.Person)
			cell.Finding = cutText(sheetPlain(f.Said()), longestFinding)
		}
		row.Cells[i] = cell
	}
	for _, j := range d.Person.Facts.Jobs {
		row.Jobs = append(row.Jobs, sheetJob(j))
	}
	return row
}

// longestFinding is how much of a finding is written beside a value.
const longestFinding = 300

// sheetJob describes a job in one line.
func sheetJob(j requirement.Job) string {
	to := j.To.String()
	switch {
	case j.Ongoing:
		to = "now"
	case to == "":
		to = "?"
	}
	from := j.From.String()
	if from == "" {
		from = "?"
	}
	words := []string{fmt.Sprintf("%s to %s: %s", from, to, j.Title), j.Employer}
	if j.Percent > 0 {
		words = append(words, fmt.Sprintf("%d %%", j.Percent))
	}
	words = append(words, j.Kind.Words())
	var out []string
	for _, w := range words {
		if w = oneLine(sheetPlain(w)); w != "" {
			out = append(out, w)
		}
	}
	return cutText(strings.Join(out, ", "), longestFinding)
}
