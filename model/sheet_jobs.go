package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file compares the table of jobs of a filled sheet with what the member counts on the board.

// jobs compares the ticks of one criterion, row by row.
func (c *rowComparison) jobs(take *SheetRating, label string, rows []FilledRow) {
	was, now := c.was.at[label], c.now.at[label]
	want, said, changed := map[int]bool{}, map[int]bool{}, false
	for _, j := range now.jobs {
		want[j] = true
	}
	for _, r := range rows {
		for _, cell := range r.Cells {
			if cell.Kind != SheetCounts || cell.Label != label {
				continue
			}
			ticked, ok := c.tick(r, cell, was, said)
			if !ok {
				continue
			}
			said[r.Job] = true
			untouched := c.was.known && was.ticked && ticked == slices.Contains(was.jobs, r.Job-1)
			if !untouched && (!now.ticked || ticked != want[r.Job-1]) {
				changed = true
				want[r.Job-1] = ticked
			}
		}
	}
	if !changed {
		return
	}
	var list []int
	for j, yes := range want {
		if yes {
			list = append(list, j)
		}
	}
	slices.Sort(list)
	newer := was.ticked != now.ticked || !slices.Equal(was.jobs, now.jobs)
	if !c.was.known {
		newer = now.ticked
	}
	if c.differs(label, SheetCounts, jobList(now), jobList(baseCell{ticked: true, jobs: list}), newer) {
		take.Ticked, take.Jobs = true, list
	}
}

// tick reads the cell of a job; ok is false if it says nothing or cannot be taken.
func (c *rowComparison) tick(r FilledRow, cell FilledCell, was baseCell, said map[int]bool) (ticked, ok bool) {
	field := cell.Kind.Head(cell.Label)
	switch strings.ToLower(unquoted(cell.Text)) {
	case "":
		if slices.Contains(was.jobs, r.Job-1) {
			c.warn(r, cell.Column, field, "The cell was emptied, which leaves the job counted: write %q to take it out.", SheetJobNot)
		}
		return false, false
	case SheetJobCounts, "yes", "y", "1", "true", "✓", "✔":
		ticked = true
	case SheetJobNot, "n", "0", "false", "-":
	default:
		c.wrong(r, cell.Column, field, "%s does not say whether the job counts: %q, %q or an empty cell was expected.", quote(cell.Text), SheetJobCounts, SheetJobNot)
		return false, false
	}
	have := c.d.Person.Facts.Jobs
	switch {
	case r.Job > len(have):
		c.wrong(r, 0, SheetJob, "%s has no job %d: the numbers must stay as they were written.", r.Candidate, r.Job)
	case sameText(sheetJob(have[r.Job-1])) != sameText(r.JobWords):
		c.wrong(r, 0, SheetJobWords, "Job %d of %s is another one now: the file was corrected since. Write a new sheet and tick the jobs there.", r.Job, r.Candidate)
	case said[r.Job]:
		c.wrong(r, 0, SheetJob, "Job %d of %s stands here twice: each job comes once.", r.Job, r.Candidate)
	default:
		return ticked, true
	}
	return false, false
}

// jobList names the jobs that count, by number.
func jobList(x baseCell) string {
	switch {
	case !x.ticked:
		return ""
	case len(x.jobs) == 0:
		return "no job"
	}
	words := make([]string, len(x.jobs))
	for i, j := range x.jobs {
		words[i] = fmt.Sprint(j + 1)
	}
	return "jobs " + strings.Join(words, ", ")
}
