package posting

import (
	"slices"
	"strings"

	"shortlist/model/vocab"
)

// This file belongs to the second stage: it reads tables that a copy has kept as rows parted by "|", with columns headed
// essential and desirable, or rows that begin with their own heading.

// The rules by which rows are taken apart.
const (
	ruleTableColumns = "table-columns"
	ruleTableTicks   = "table-ticks"
	ruleTableRow     = "table-row"
	ruleTableGoesOn  = "table-row-goes-on"
)

// spreadTables turns the rows of tables into headings and entries, so that the later stages need not know of them.
func spreadTables(in []paragraph, t *trace) []paragraph {
	var out []paragraph
	open := false // the row before was one with its own heading
	for i := 0; i < len(in); i++ {
		if !strings.Contains(in[i].text, "|") {
			out = append(out, in[i])
			open = false
			continue
		}
		end := i + 1
		for end < len(in) && strings.Contains(in[end].text, "|") {
			end++
		}
		if classes := columnClasses(&in[i]); classes != nil {
			out = append(out, spreadColumns(in[i:end], classes, t)...)
			i = end - 1
			continue
		}
		row, name := spreadRow(&in[i]), ruleTableRow
		if len(row) == 1 && open {
			row, name = spreadRest(&in[i]), ruleTableGoesOn
		}
		if len(row) > 1 || len(row) == 1 && row[0].bullet == dotBullet && in[i].bullet != dotBullet {
			t.words(&in[i], StageLines, AsParted, "", name)
		}
		open = len(row) > 1 || open && len(row) == 1 && row[0].bullet == dotBullet
		out = append(out, row...)
	}
	return out
}

// spreadRest takes a row apart that goes on with what the row before began: headings and entries in its cells.
func spreadRest(p *paragraph) []paragraph {
	var out []paragraph
	for _, c := range cells(p) {
		switch {
		case len(c.text) < 3:
			continue
		case headingIn(c.text) != nil:
			c.emphasis = titled
		default:
			c.bullet = dotBullet
		}
		out = append(out, c)
	}
	if len(out) == 0 || out[0].emphasis == titled && len(out) == 1 {
		return []paragraph{*p}
	}
	return out
}

// columnClasses are the classes that a table's first row gives to its columns, nil if it names none.
func columnClasses(p *paragraph) []Class {
	var classes []Class
	named := 0
	for _, c := range cells(p) {
		h := headingIn(c.text)
		if h == nil || h.zone != zoneDemands || h.class == "" {
			entry := len(c.text) > 60 || len(c.text) > 20 && startsDemand(c.text)
			if entry {
				return nil // so the row is no head of columns
			}
			classes = append(classes, "")
			continue
		}
		classes = append(classes, h.class)
		named++
	}
	if named == 0 || len(classes) < 2 || named == 1 && classes[0] != "" {
		return nil
	}
	return classes
}

// spreadColumns writes a table column by column: first what is essential, then what is desirable.
func spreadColumns(rows []paragraph, classes []Class, t *trace) []paragraph {
	name := ruleTableColumns
	if ticked(rows[1:], classes) {
		name = ruleTableTicks
	}
	for i := range rows {
		t.words(&rows[i], StageLines, AsParted, "", name)
	}
	var out []paragraph
	for _, class := range []Class{Essential, Desirable} {
		var entries []paragraph
		for i := range rows[1:] {
			row := cells(&rows[1+i])
			if name == ruleTableTicks {
				entries = append(entries, tickedEntry(row, classes, class)...)
			} else {
				entries = append(entries, columnEntries(row, classes, class)...)
			}
		}
		if len(entries) > 0 {
			head := rows[0]
			head.text, head.bullet, head.emphasis, head.marks = strings.ToUpper(vocab.Wire(class)), noBullet, titled, head.marks[:1]
			out = append(append(out, head), entries...)
		}
	}
	return out
}

// columnEntries returns the cells of a row that stand in the columns of a class.
func columnEntries(row []paragraph, classes []Class, class Class) []paragraph {
	var out []paragraph
	for j, c := range row {
		if j < len(classes) && classes[j] == class && len(c.text) > 2 {
			for _, q := range cellEntries(&c) {
				q.bullet = dotBullet
				out = append(out, q)
			}
		}
	}
	return out
}

// cellEntries parts the entries of a cell: a copy of a table writes them with line breaks, which are wide gaps by now,
// with bullets or with semicolons between them.
func cellEntries(c *paragraph) []paragraph {
	var out []paragraph
	from := 0
	for _, m := range append(cellBreak().FindAllStringIndex(c.text, -1), []int{len(c.text), len(c.text)}) {
		if q := c.cut(from, m[0]); len(q.text) > 2 {
			out = append(out, q)
		}
		from = m[1]
	}
	return out
}

var cellBreak = lazy(` {3,}|; | • |^• `)

// tickedEntry returns the words of a row that is marked in the column of a class, nil if it is not.
func tickedEntry(row []paragraph, classes []Class, class Class) []paragraph {
	var words paragraph
	marked := false
	for j, c := range row {
		switch {
		case j < len(classes) && classes[j] != "":
			marked = marked || classes[j] == class && c.text != ""
		case len(c.text) > len(words.text):
			words = c
		}
	}
	if !marked || len(words.text) <= 2 {
		return nil
	}
	words.bullet = dotBullet
	return []paragraph{words}
}

// ticked returns true if the columns of the classes hold marks only, so that the words stand in another column.
func ticked(rows []paragraph, classes []Class) bool {
	marks := 0
	for i := range rows {
		for j, c := range cells(&rows[i]) {
			if j < len(classes) && classes[j] != "" && c.text != "" {
				if !tick(c.text) {
					return false
				}
				marks++
			}
		}
	}
	return marks > 1
}

// ticks are the marks that stand in the columns of a table.
var ticks = []string{
	"*",
	"1",
	"d",
	"e",
	"o",
	"oui",
	"v",
	"x",
	"y",
	"yes",
	"•",
	"●",
	"☑",
	"☒",
	"✅",
	"✓",
	"✔",
	"✗",
}

// tick returns true if a cell holds a mark and no words.
func tick(s string) bool {
	signs := strings.Trim(s, "✓✔●•☑☒✅*\ufe0f ") == ""
	return signs || slices.Contains(ticks, strings.ToLower(strings.Trim(s, " ().[]")))
}

// spreadRow takes a row apart that begins with a heading of the catalogue.
func spreadRow(p *paragraph) []paragraph {
	all := cells(p)
	h := headingIn(all[0].text)
	if h == nil || len(all) < 2 || !opensRow(h, all[0].text) {
		return []paragraph{*p}
	}
	all[0].emphasis = titled
	out := all[:1]
	for _, c := range all[1:] {
		if c.text == "" {
			continue
		}
		if h.zone == zoneDemands && len(c.text) < maxHeading && headingIn(c.text) != nil {
			c.emphasis = titled
		} else if n := len(out); n > 1 && out[n-1].emphasis == titled {
			c.bullet = dotBullet // "Qualifications | Essential | a degree": the entry of a list
		}
		out = append(out, c)
	}
	return out
}

// opensRow returns true if a heading in the first cell of a row makes the other cells its entries.
func opensRow(h *heading, name string) bool {
	if h.zone == zoneSummary {
		return false // "Description | Guides ships"
	}
	switch labelFields()[labelKey(name)] {
	case noField:
		return true // "Languages | French"
	case fieldClearance:
		return false // "Security clearance | NATO SECRET" is a fact of the head
	}
	return h.zone == zoneDemands // "Vacancy | Harbour Pilot" is a fact of the head too
}

// cells are the cells of a row, each with the row's lines.
func cells(p *paragraph) []paragraph {
	var out []paragraph
	from := 0
	for {
		i := strings.IndexByte(p.text[from:], '|')
		to := len(p.text)
		if i >= 0 {
			to = from + i
		}
		c := p.cut(from, to)
		if len(c.marks) == 0 {
			c.marks = p.marks[:1]
		}
		out = append(out, c)
		if i < 0 {
			return out
		}
		from = to + 1
	}
}
