package imports

import (
	"fmt"
	"iter"
	"slices"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file puts together the rows of a table in which a candidate has a row for each job or degree. Only rows that
// follow each other, and agree in everything that a person has once, belong together; any other second row of a reference
// is a problem, which the file candidates.go finds.

// rowsOfOne gives one row for all rows of a candidate.
func rowsOfOne(file string, rows iter.Seq[model.IntakeRow]) iter.Seq[model.IntakeRow] {
	return func(yield func(model.IntakeRow) bool) {
		var held model.IntakeRow
		holds, joined := false, false
		count, first := 0, 0
		for r := range rows {
			if holds && r.Person.Reference != "" && r.Person.Reference == held.Person.Reference && addRow(&held, r) {
				if !joined {
					joined = true
					if count++; count == 1 {
						first = held.Line
					}
				}
				continue
			}
			if holds && !yield(held) {
				return
			}
			held, holds, joined = r, true, false
		}
		if holds && !yield(held) || count == 0 {
			return
		}
		p := model.Problem{File: file, Line: first, Warning: true, Message: fmt.Sprintf("%s in several rows that follow each other; "+
			"the first of them begins here. Their jobs, degrees and other entries were put together.", model.Count(count, "candidate stands", "candidates stand"))}
		yield(model.IntakeRow{Line: first, Problems: []model.Problem{p}})
	}
}

// addRow adds what a further row says to a candidate; false if the row is not one more of the same candidate: it differs
// in what a person has once, adds nothing, or adds more than one job or degree.
func addRow(to *model.IntakeRow, r model.IntakeRow) bool {
	a, b := &to.Person, &r.Person
	f, g := &a.Facts, &b.Facts
	if !agree(a.Name, b.Name) || !agree(a.Email, b.Email) || !agree(a.BirthYear, b.BirthYear) || !agree(a.Gender, b.Gender) ||
		len(f.Nationalities) > 0 && len(g.Nationalities) > 0 && !slices.Equal(f.Nationalities, g.Nationalities) {
		return false
	}
	education := fresh(f.Education, g.Education, func(x, y requirement.Education) bool { return x == y })
	jobs := fresh(f.Jobs, g.Jobs, sameJob)
	languages := fresh(f.Languages, g.Languages, func(x, y requirement.LanguageSkill) bool { return x == y })
	clearances := fresh(f.Clearances, g.Clearances, func(x, y requirement.ClearanceRecord) bool { return x == y })
	credentials := fresh(f.Credentials, g.Credentials, func(x, y requirement.Credential) bool { return x == y })
	statements := fresh(f.Statements, g.Statements, func(x, y requirement.Statement) bool { return x == y })
	added := len(education) + len(jobs) + len(languages) + len(clearances) + len(credentials) + len(statements)
	if added == 0 || len(education) > 1 || len(jobs) > 1 || len(f.Jobs)+len(f.Education)+len(f.Languages)+len(f.Clearances)+len(f.Credentials)+len(f.Statements)+added > mostEntries {
		return false
	}
	a.Name, a.Email, a.BirthYear, a.Gender = either(a.Name, b.Name), either(a.Email, b.Email), either(a.BirthYear, b.BirthYear), either(a.Gender, b.Gender)
	if len(f.Nationalities) == 0 {
		f.Nationalities = g.Nationalities
	}
	f.Education, f.Jobs, f.Languages = append(f.Education, education...), append(f.Jobs, jobs...), append(f.Languages, languages...)
	f.Clearances, f.Credentials, f.Statements = append(f.Clearances, clearances...), append(f.Credentials, credentials...), append(f.Statements, statements...)
	to.Problems = append(to.Problems, r.Problems...)
	return true
}

// agree returns true if two values are equal or one of them is not stated.
func agree[T comparable](a, b T) bool {
	var none T
	return a == b || a == none || b == none
}

// either is the value that is stated.
func either[T comparable](a, b T) T {
	var none T
	if a == none {
		return b
	}
	return a
}

// fresh are the entries of b that a does not hold.
func fresh[T any](a, b []T, same func(x, y T) bool) (out []T) {
	for _, y := range b {
		if !slices.ContainsFunc(a, func(x T) bool { return same(x, y) }) {
			out = append(out, y)
		}
	}
	return out
}

// sameJob returns true if two jobs say the same.
func sameJob(a, b requirement.Job) bool {
	if (a.Paid == nil) != (b.Paid == nil) || a.Paid != nil && *a.Paid != *b.Paid {
		return false
	}
	a.Paid, b.Paid = nil, nil
	return a == b
}
