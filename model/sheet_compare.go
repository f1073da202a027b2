package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file compares a filled sheet with the board: what would change, what is not taken and why, and what is wrong
// with the sheet. It changes nothing.

// FilledSheet is a sheet as it was read. Only its columns are understood yet.
type FilledSheet struct {
	File string
	Head SheetHead // what the lines by which a sheet is recognised say
	Rows []FilledRow
	// Problems are those met in the reading.
	Problems []Problem
}

// FilledRow is a row of ratings, or of jobs if Job is set.
type FilledRow struct {
	Sheet     string
	Line      int
	Candidate CandidateID
	Was       string // of a row of ratings
	Job       int    // number of the job, from 1
	JobWords  string
	Cells     []FilledCell // those that hold something or belong to a criterion
}

// FilledCell is a cell that belongs to a criterion.
type FilledCell struct {
	Column int // counted from 1
	Label  string
	Kind   SheetColumn
	Text   string
}

// SheetDifference is one thing in which a sheet differs from the board.
type SheetDifference struct {
	Candidate CandidateID
	Label     string
	What      SheetColumn
	Was, Now  string // on the board, in the sheet
	// Why says why the difference is not taken; empty if it is.
	Why string
	// Newer is true if it is not taken only because the board has changed since the sheet was written.
	Newer bool
}

// String is the difference in a line.
func (d SheetDifference) String() string {
	s := fmt.Sprintf("%s %s", d.Candidate, d.What.Head(d.Label))
	s += ": " + either(d.Was) + " → " + either(d.Now)
	if d.Why != "" {
		s += " (" + d.Why + ")"
	}
	return s
}

func either(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

// SheetReading is the result of comparing a sheet with the board.
type SheetReading struct {
	// Take is what may be taken in. It is empty if Problems hold more than warnings.
	Take        TakeSheet
	Differences []SheetDifference // what Take would change
	Kept        []SheetDifference // what is not taken, each with its reason
	Problems    []Problem
}

// Broken counts the problems that are more than a warning.
func (r SheetReading) Broken() (n int) {
	for _, p := range r.Problems {
		if !p.Warning {
			n++
		}
	}
	return n
}

// CompareSheet compares a filled sheet with the board. What was changed on the board since the sheet was written is
// kept unless overwrite returns true for it; a nil overwrite keeps all of it. A submitted assessment is never changed.
// Conflict for the sheet of another vacancy or member, Stale for a sheet written under other rules, Forbidden if the
// member may assess nobody.
func (b *Board) CompareSheet(f FilledSheet, member MemberID, overwrite func(SheetDifference) bool, dossier func(CandidateID) (Dossier, error)) (SheetReading, error) {
	if err := b.ownSheet(f, member); err != nil {
		return SheetReading{}, err
	}
	if _, err := b.assessable(member); err != nil {
		return SheetReading{}, err
	}
	x := sheetComparison{b: b, member: member, overwrite: overwrite, file: f.File, out: SheetReading{Problems: slices.Clone(f.Problems)}}
	jobs := map[CandidateID][]FilledRow{}
	for _, r := range f.Rows {
		if r.Job > 0 {
			jobs[r.Candidate] = append(jobs[r.Candidate], r)
		}
	}
	seen := map[CandidateID]int{}
	for _, r := range f.Rows {
		if r.Job > 0 {
			continue
		}
		if first, twice := seen[r.Candidate]; twice {
			x.wrong(r, 0, "", "%s also stands in row %d: each candidate comes once.", r.Candidate, first)
			continue
		}
		seen[r.Candidate] = r.Line
		if err := x.candidate(r, jobs[r.Candidate], dossier); err != nil {
			return SheetReading{}, err
		}
	}
	for _, r := range f.Rows {
		if _, has := seen[r.Candidate]; r.Job > 0 && !has {
			seen[r.Candidate] = r.Line
			if err := x.candidate(FilledRow{Sheet: r.Sheet, Line: r.Line, Candidate: r.Candidate}, jobs[r.Candidate], dossier); err != nil {
				return SheetReading{}, err
			}
		}
	}
	if x.out.Broken() > 0 {
		x.out.Take = TakeSheet{}
	}
	return x.out, nil
}

// ownSheet refuses a sheet that is not this member's for this vacancy under these rules.
func (b *Board) ownSheet(f FilledSheet, member MemberID) error {
	h := f.Head
	switch {
	case h.Vacancy != b.Fingerprint():
		return refuse(Conflict, f.File, "%s is the sheet of another vacancy: nothing was taken in. Give the one written from this vacancy.", f.File)
	case h.Member != member:
		return refuse(Conflict, f.File, "%s is the sheet of %s, not of %s: nothing was taken in. A sheet is read back by the member it was written for.",
			f.File, quote(b.MemberName(h.Member)), quote(b.MemberName(member)))
	case h.Version < b.version():
		return refuse(Stale, f.File, "%s was written under version %d of the rules, and version %d is in force: nothing was taken in. Write a new sheet and copy over what still holds.",
			f.File, h.Version, b.version())
	case h.Version != b.version() || h.Hash != b.sealedHash():
		return refuse(Stale, f.File, "%s was written under rules that this file does not know: nothing was taken in. Bring the file up to date first, or write a new sheet.", f.File)
	}
	return nil
}

// sheetComparison is the comparison of one sheet.
type sheetComparison struct {
	b         *Board
	member    MemberID
	overwrite func(SheetDifference) bool
	file      string
	out       SheetReading
}

func (x *sheetComparison) problem(r FilledRow, column int, field, format string, args ...any) Problem {
	return Problem{File: x.file, Sheet: r.Sheet, Line: r.Line, Column: column, Field: field, Message: fmt.Sprintf(format, args...)}
}

func (x *sheetComparison) wrong(r FilledRow, column int, field, format string, args ...any) {
	x.out.Problems = append(x.out.Problems, x.problem(r, column, field, format, args...))
}

func (x *sheetComparison) warn(r FilledRow, column int, field, format string, args ...any) {
	p := x.problem(r, column, field, format, args...)
	p.Warning = true
	x.out.Problems = append(x.out.Problems, p)
}

// candidate compares the rows of one candidate.
func (x *sheetComparison) candidate(r FilledRow, jobs []FilledRow, dossier func(CandidateID) (Dossier, error)) error {
	if !x.b.knows(r.Candidate) {
		x.wrong(r, 0, SheetCandidate, "There is no candidate %s in this vacancy: the number must stay as it was written.", r.Candidate)
		return nil
	}
	d, err := dossier(r.Candidate)
	if err != nil {
		return err
	}
	d = x.b.Shown(d) // as the sheet was written
	a := x.b.Assessment(r.Candidate, x.member)
	c := rowComparison{sheetComparison: x, a: a, d: d, row: r, was: readSheetBase(r.Was), now: x.b.sheetBase(a, d)}
	if c.was.known && c.was.candidate != r.Candidate {
		x.wrong(r, 0, SheetCandidate, "The row was written for %s and says %s now: sort whole rows only, or write a new sheet.", c.was.candidate, r.Candidate)
		return nil
	}
	if r.Was != "" && !c.was.known {
		x.warn(r, 0, SheetWas, "What stood here when the sheet was written cannot be read any more, so every other rating counts as newer.")
	}
	switch refused := x.b.mayAssess(x.member, r.Candidate); {
	case a.State == Submitted:
		c.kept = "submitted: take the assessment back first"
	case refused != nil:
		c.kept = strings.ToLower(refused.Error()[:1]) + strings.TrimSuffix(refused.Error()[1:], ".")
	}
	for _, k := range x.b.Criteria {
		c.criterion(k, jobs)
	}
	return nil
}

// rowComparison is the comparison of one candidate.
type rowComparison struct {
	*sheetComparison
	a    Assessment
	d    Dossier
	row  FilledRow
	was  sheetBase // when the sheet was written
	now  sheetBase // on the board
	kept string    // why nothing of the candidate is taken
}

// criterion compares all that a sheet says of a criterion, and adds what is to be taken.
func (c *rowComparison) criterion(k Criterion, jobs []FilledRow) {
	label := c.b.Label(k.ID)
	take := SheetRating{Candidate: c.row.Candidate, Criterion: k.ID}
	for _, cell := range c.row.Cells {
		if cell.Label != label {
			continue
		}
		switch cell.Kind {
		case SheetValue:
			c.value(&take, k, label, cell)
		case SheetReason:
			c.reason(&take, label, cell)
		case SheetEvidence:
			c.evidence(&take, label, cell)
		}
	}
	c.jobs(&take, label, jobs)
	if take.Value != nil || take.Reason != nil || len(take.Quotes) > 0 || take.Ticked {
		c.out.Take.Ratings = append(c.out.Take.Ratings, take)
	}
}

// differs notes a difference and returns true if it is taken. newer says that the board has changed since.
func (c *rowComparison) differs(label string, what SheetColumn, was, now string, newer bool) bool {
	d := SheetDifference{Candidate: c.row.Candidate, Label: label, What: what, Was: was, Now: now, Why: c.kept}
	if d.Why == "" && newer && (c.overwrite == nil || !c.overwrite(d)) {
		d.Why, d.Newer = "changed here since the sheet was written", true
	}
	if d.Why != "" {
		c.out.Kept = append(c.out.Kept, d)
		return false
	}
	c.out.Differences = append(c.out.Differences, d)
	return true
}

// emptied warns of a cell that held something.
func (c *rowComparison) emptied(cell FilledCell) {
	c.warn(c.row, cell.Column, cell.Kind.Head(cell.Label), "The cell was emptied, which leaves what is there: write %q to take it away.", SheetClear)
}

func (c *rowComparison) value(take *SheetRating, k Criterion, label string, cell FilledCell) {
	was, now := c.was.at[label].value, c.now.at[label].value
	if cell.Text == "" {
		if was != NotRated {
			c.emptied(cell)
		}
		return
	}
	v := NotRated
	if !strings.EqualFold(cell.Text, SheetClear) {
		var ok bool
		if v, ok = k.Scale.ReadValue(cell.Text); !ok {
			c.wrong(c.row, cell.Column, label, "%s is not a value of this criterion. Write one of: %s; or %q, or leave the cell empty.",
				quote(cell.Text), k.Scale.Expected(), SheetClear)
			return
		}
	}
	if v == now || c.was.known && v == was && v != NotRated {
		return
	}
	newer := now != was
	if !c.was.known {
		newer = now != NotRated
	}
	if c.differs(label, SheetValue, now.Words(), v.Words(), newer) {
		take.Value = &v
	}
}

func (c *rowComparison) reason(take *SheetRating, label string, cell FilledCell) {
	was, now := c.was.at[label].reason, c.now.at[label].reason
	if cell.Text == "" {
		if was != "" {
			c.emptied(cell)
		}
		return
	}
	text := unquoted(cell.Text)
	hash := shortHash(sameText(text))
	if hash == now || c.was.known && hash == was {
		return
	}
	if strings.EqualFold(text, SheetClear) {
		if text = ""; now == "" {
			return
		}
	}
	newer := now != was
	if !c.was.known {
		newer = now != ""
	}
	old := ""
	if now != "" {
		old = quote(c.d.Text(c.a.Rating(take.Criterion).Reason))
	}
	shown := ""
	if text != "" {
		shown = quote(text)
	}
	if c.differs(label, SheetReason, old, shown, newer) {
		take.Reason = &text
	}
}

// evidence adds a quote that is not there yet.
func (c *rowComparison) evidence(take *SheetRating, label string, cell FilledCell) {
	text := unquoted(cell.Text)
	if sameText(text) == "" {
		return
	}
	for _, e := range c.a.Rating(take.Criterion).Evidence {
		if sameText(c.d.Text(e)) == sameText(evidenceText(text, sheetSource)) {
			return
		}
	}
	if c.differs(label, SheetEvidence, "", quote(text), false) {
		take.Quotes = append(take.Quotes, text)
	}
}
