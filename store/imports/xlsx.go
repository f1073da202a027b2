package imports

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/store/imports/grid"
	"shortlist/store/imports/ods"
	"shortlist/store/imports/text"
	"shortlist/store/imports/xlsx"
)

// This file reads candidates from a workbook: one sheet with a row a candidate, and perhaps other sheets whose rows
// name the candidate's reference. The reader of workbooks is in package xlsx.

// xlsxReader turns a workbook into candidates.
type xlsxReader struct {
	flatReader
	src    *intakeSource
	book   workbook
	people grid.Sheet
	from   int // the last row of the names
	line   int // the row that was read last
	tables []linkedTable
	linked linkedRows
	// skipped are the names of sheets of no known kind, above the lines above the names of the columns.
	skipped, above []string
}

// linkedTable is a sheet whose rows belong to people of another one.
type linkedTable struct {
	*table
	sheet   grid.Sheet
	names   []string
	columns []int
	from    int
	facts   []columnFacts // by place in columns
}

// start finds the sheets and gives the names of the columns of the people.
func (s *intakeSource) start(open openBook) (r *xlsxReader, names []string, err error) {
	b, err := open(s.at, s.size)
	if err != nil {
		return nil, nil, s.refuseFor(err)
	}
	r = &xlsxReader{src: s, book: b, linked: linkedRows{heads: map[string]int32{}}}
	r.values.serials = true
	if names, err = r.choose(); err != nil {
		return nil, nil, errors.Join(s.refuseFor(err), b.Close())
	}
	if names == nil {
		return nil, nil, errors.Join(s.refuse(nil, "%s holds no sheet of candidates: a sheet whose first row names the columns was expected; "+
			"\"shortlist template candidates.xlsx\" writes an example.", s.name), b.Close())
	}
	return r, names, nil
}

// columnsXLSX gives the names of the columns of the people, and some rows after them.
func columnsXLSX(src *intakeSource) ([]string, [][]string, error) { return src.sheetColumns(openXLSX) }

// sheetColumns gives the names of the columns of the people, and some rows after them.
func (s *intakeSource) sheetColumns(open openBook) (names []string, rows [][]string, err error) {
	r, names, err := s.start(open)
	if err != nil {
		return nil, nil, err
	}
	err = r.book.Rows(r.people, func(row *grid.Row) error {
		if row.Line > r.from && !blankRow(row.Cells) {
			rows = append(rows, slices.Clone(row.Cells))
		}
		if len(rows) == guessRows {
			return grid.ErrEnough
		}
		return nil
	})
	if err != nil {
		err = s.refuseFor(err)
	}
	return names, rows, errors.Join(err, r.book.Close())
}

// readXLSX prepares the rows of candidates.
func readXLSX(src *intakeSource) (iter.Seq[model.IntakeRow], error) { return src.readBook(openXLSX) }

// readBook prepares the rows of candidates of a workbook.
func (s *intakeSource) readBook(open openBook) (iter.Seq[model.IntakeRow], error) {
	r, names, err := s.start(open)
	if err != nil {
		return nil, err
	}
	r.values.place = func() model.Problem {
		return model.Problem{File: s.name, Sheet: r.people.Name, Line: r.line, Column: r.column + 1, Field: r.columns.name(r.column)}
	}
	remarks := r.prepare(names, s.use.mappingFor(names), r.from)
	r.again = r.eachPerson
	return func(yield func(model.IntakeRow) bool) { r.all(remarks, yield) }, nil
}

// refuseFor is the refusal of a workbook because of an error inside it.
func (s *intakeSource) refuseFor(err error) error {
	switch {
	case errors.Is(err, xlsx.ErrNoWorkbook):
		return s.refuse(err, "%s is an archive or an office document, but no workbook that can be read: save the candidates as .xlsx, CSV or JSON.", s.name)
	case errors.Is(err, ods.ErrEncrypted):
		return s.refuse(err, "%s is protected by a password: open it in its program, save it without one, and import that.", s.name)
	case errors.Is(err, text.ErrBomb):
		return s.refuse(err, "%s unpacks to far more than it is, as no honest workbook does: export the candidates again.", s.name)
	case errors.Is(err, xlsx.ErrHostile):
		return s.refuse(err, "%s %s: export the candidates again.", s.name, xlsx.ErrHostile)
	case errors.Is(err, xlsx.ErrUnclosed), errors.Is(err, ods.ErrUnclosed):
		return s.refuse(err, "%s %s. Take a fresh copy, or open it in its program, save it again, and import that.", s.name, xlsx.ErrUnclosed)
	}
	return s.refuse(err, "%s is damaged: open it in its program, save it again, and import that.", s.name)
}

// choose finds the sheet of the people and those linked to it, and gives the names of the people's columns; nil if
// there is no such sheet.
func (r *xlsxReader) choose() (names []string, err error) {
	best, at := 0, -1
	heads := make([]rowOfNames, len(r.book.Sheets()))
	for i, s := range r.book.Sheets() {
		if heads[i], err = headOf(r.book, s, nameKnown); err != nil {
			return nil, err
		}
		h := &heads[i]
		if len(h.names) == 0 || i > 0 && h.known == 0 {
			continue
		}
		if score := r.score(h); score > best {
			best, at = score, i
		}
	}
	if at < 0 {
		return nil, nil
	}
	for i, s := range r.book.Sheets() {
		if i == at || len(heads[i].rows) == 0 {
			continue
		}
		h, err := headOf(r.book, s, tableName)
		if err != nil {
			return nil, err
		}
		if kind, columns := tableOf(h.names); kind != nil {
			r.tables = append(r.tables, linkedTable{kind, s, h.names, columns, h.last, kind.factsFor(h.names, columns)})
		} else {
			r.skipped = append(r.skipped, text.Quoted(s.Name))
		}
	}
	r.people, r.from, r.above = r.book.Sheets()[at], heads[at].last, heads[at].above()
	return heads[at].names, nil
}

// score is how much a sheet looks like that of the people: every known name counts, those that only a person has count
// more.
func (r *xlsxReader) score(h *rowOfNames) int {
	fields := fieldsByName(h.names)
	if m := r.src.use.mappingFor(h.names); m != nil {
		fields = fieldsByMapping(h.names, *m)
	}
	score := 1
	for _, f := range fields {
		switch f {
		case "":
		case "name", "first_name", "last_name", "email", "nationalities", "birth_year", "birth_date", "gender":
			score += 10
		default:
			score++
		}
	}
	if kind, _ := tableOf(h.names); kind != nil && score < 10 {
		score = 1
	}
	return score
}

// tableName returns true if a name is that of a column of some table.
func tableName(s string) bool {
	key := nameKey(s)
	for _, t := range tables {
		for _, f := range t.fields {
			if key == strings.ReplaceAll(f.field, "_", " ") || isOneOf(f.names, key) {
				return true
			}
		}
	}
	return false
}

// all gives the candidates and closes the workbook.
func (r *xlsxReader) all(remarks []model.Problem, yield func(model.IntakeRow) bool) {
	stopped := false
	give := func(row model.IntakeRow) bool {
		stopped = stopped || !yield(row)
		return !stopped
	}
	err := r.run(remarks, give)
	if err != nil && !errors.Is(err, grid.ErrEnough) && !stopped {
		give(r.src.fileProblem(model.Problem{Sheet: r.people.Name, Line: r.line, Message: r.src.refuseFor(err).Error()}))
	}
	if err := errors.Join(r.book.Close(), r.linked.cells.Close()); err != nil && !stopped {
		give(r.src.broken(err))
	}
}

// run gives the candidates.
func (r *xlsxReader) run(remarks []model.Problem, give func(model.IntakeRow) bool) error {
	if r.book.Macros() {
		remarks = append(remarks, model.Problem{Warning: true, Message: "The file holds macros. They were not run; only what stands in the cells was read."})
	}
	if len(r.skipped) > 0 {
		remarks = append(remarks, model.Problem{Warning: true, Message: fmt.Sprintf("Sheets that hold nothing known are left out: %s.", strings.Join(r.skipped, ", "))})
	}
	if p, ok := leftAbove(r.above); ok {
		remarks = append(remarks, p)
	}
	for _, p := range remarks {
		if p.Line = r.from; p.Column > 0 {
			p.Sheet = r.people.Name
		}
		if !give(r.src.fileProblem(p)) {
			return grid.ErrEnough
		}
	}
	if !r.columns.usable() {
		return nil
	}
	for i := range r.tables {
		if err := r.collect(i, give); err != nil {
			return err
		}
	}
	err := r.book.Rows(r.people, func(row *grid.Row) error {
		if row.Line <= r.from || blankRow(row.Cells) && len(row.Faults) == 0 {
			return nil
		}
		if len(row.Faults) == 0 && r.mayBeFoot(row.Cells) && r.hold(row.Line, row.Cells) {
			return nil
		}
		if err := r.releaseHeld(give); err != nil {
			return err
		}
		return r.give(row, heldRow{}, give)
	})
	if err != nil {
		return err
	}
	r.release(func(h heldRow) bool {
		p := h.footNote()
		p.Sheet = r.people.Name
		return give(r.src.fileProblem(p))
	})
	return r.orphans(give)
}

// give gives the candidate of a row.
func (r *xlsxReader) give(row *grid.Row, h heldRow, give func(model.IntakeRow) bool) error {
	out, err := r.candidate(row)
	if err == nil && !give(h.doubted(out, model.Problem{File: r.src.name, Sheet: r.people.Name})) {
		return grid.ErrEnough
	}
	return err
}

// releaseHeld gives the rows that were held back, because a candidate follows them.
func (r *xlsxReader) releaseHeld(give func(model.IntakeRow) bool) (err error) {
	r.release(func(h heldRow) bool {
		err = r.give(&grid.Row{Line: h.line, Cells: h.cells}, h, give)
		return err == nil
	})
	return err
}

// eachPerson gives the cells of the people's sheet once more.
func (r *xlsxReader) eachPerson(see func(row int, cells []string)) error {
	return r.book.Rows(r.people, func(row *grid.Row) error {
		if row.Line > r.from {
			see(row.Line, row.Cells)
		}
		return nil
	})
}

// collect keeps the rows of a table until their people are read.
func (r *xlsxReader) collect(n int, give func(model.IntakeRow) bool) error {
	t := &r.tables[n]
	cells := make([]string, len(t.columns))
	return r.book.Rows(t.sheet, func(row *grid.Row) error {
		if row.Line <= t.from || blankRow(row.Cells) && len(row.Faults) == 0 {
			return nil
		}
		for i, at := range t.columns {
			cells[i] = ""
			if at >= 0 && at < len(row.Cells) {
				cells[i] = strings.TrimSpace(row.Cells[at])
				t.see(i, cells[i], row.Line)
			}
		}
		for _, f := range row.Faults {
			if slices.Contains(t.columns, f.Column-1) {
				p := model.Problem{Sheet: t.sheet.Name, Line: row.Line, Column: f.Column, Field: nameAt(t.names, f.Column-1), Message: f.Message}
				if !give(r.src.fileProblem(p)) {
					return grid.ErrEnough
				}
			}
		}
		ref, _ := text.CleanLine(cells[0])
		if ref == "" {
			p := model.Problem{Sheet: t.sheet.Name, Line: row.Line, Column: t.columns[0] + 1, Field: "reference", Message: "The row names no reference, so it belongs to nobody."}
			if !give(r.src.fileProblem(p)) {
				return grid.ErrEnough
			}
			return nil
		}
		return r.linked.add(ref, n, row.Line, cells)
	})
}

func nameAt(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return ""
	}
	name, _ := text.CleanLine(names[i])
	return text.Shortened(name)
}

// candidate reads a row of the people, and the rows of the other sheets that belong to it.
func (r *xlsxReader) candidate(row *grid.Row) (model.IntakeRow, error) {
	r.line = row.Line
	width := len(r.columns.names)
	r.cells = append(r.cells[:0], row.Cells[:min(len(row.Cells), width)]...)
	for len(r.cells) < width {
		r.cells = append(r.cells, "")
	}
	for _, f := range row.Faults {
		r.column = f.Column - 1
		r.values.wrong("%s", f.Message)
	}
	out := model.IntakeRow{Line: row.Line, Person: r.person(row.Line)}
	here, column := r.values.place, r.values.column
	err := r.linked.each(out.Person.Reference, func(sheet, line int, cells []string) error {
		t := &r.tables[sheet]
		at, field := 0, 0
		r.values.column = func() *columnFacts { return &t.facts[field] }
		r.values.place = func() model.Problem {
			return model.Problem{File: r.src.name, Sheet: t.sheet.Name, Line: line, Column: at + 1, Field: nameAt(t.names, at)}
		}
		t.take(&out.Person, &r.values, func(name string) string {
			for i, f := range t.fields {
				if f.field == name && t.columns[i] >= 0 && i < len(cells) {
					at, field = t.columns[i], i
					return cells[i]
				}
			}
			return ""
		})
		return nil
	})
	r.values.place, r.values.column = here, column
	out.Problems = r.values.finish(model.Problem{File: r.src.name, Sheet: r.people.Name, Line: row.Line})
	return out, err
}

// orphans gives the problems of rows whose reference no candidate has.
func (r *xlsxReader) orphans(give func(model.IntakeRow) bool) error {
	var lost []int32
	refs := map[int32]string{}
	for ref, n := range r.linked.heads {
		if !r.linked.used[n-1] {
			lost = append(lost, n)
			refs[n] = ref
		}
	}
	slices.Sort(lost)
	for _, n := range lost {
		err := r.linked.each(refs[n], func(sheet, line int, _ []string) error {
			t := &r.tables[sheet]
			p := model.Problem{Sheet: t.sheet.Name, Line: line, Column: t.columns[0] + 1, Field: "reference", Message: fmt.Sprintf(
				"%s has no row in the sheet %q: every row belongs to a candidate who stands there.", text.Quoted(refs[n]), r.people.Name)}
			if !give(r.src.fileProblem(p)) {
				return grid.ErrEnough
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
