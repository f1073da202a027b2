package screens

import (
	"slices"

	"shortlist/model"
	"shortlist/tui/widget"
)

// This file holds a table with a line a candidate, in which the selected candidate stays selected however the list
// changes.

// roster is such a table.
type roster struct {
	table *widget.Table
	list  []model.CandidateID // what is listed
	at    model.CandidateID   // selected
}

// show puts the list into the table, and selects who was selected before, or the first.
func (r *roster) show(row func(int, []widget.Cell)) {
	r.table.SetRows(len(r.list), row)
	r.table.Select(max(0, slices.Index(r.list, r.at)))
	r.keep()
}

// keep remembers which candidate is selected.
func (r *roster) keep() {
	if i := r.table.Selected(); i >= 0 && i < len(r.list) {
		r.at = r.list[i]
	}
}
