package part

// This file holds a table with a line for each candidate. The selected candidate stays selected when the list changes.

import (
	"slices"

	"shortlist/model"
	"shortlist/tui/widget"
)

// CandidateTable is a table of candidates with its selection.
type CandidateTable struct {
	Table *widget.Table
	List  []model.CandidateID // what is listed
	At    model.CandidateID   // selected
}

// Show puts the list into the table, and selects who was selected before, or the first.
func (r *CandidateTable) Show(row func(int, []widget.Cell)) {
	r.Table.SetRows(len(r.List), row)
	r.Table.Select(max(0, slices.Index(r.List, r.At)))
	r.Keep()
}

// Keep remembers which candidate is selected.
func (r *CandidateTable) Keep() {
	if i := r.Table.Selected(); i >= 0 && i < len(r.List) {
		r.At = r.List[i]
	}
}
