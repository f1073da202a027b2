package posting

import (
	"strings"

	"shortlist/model/vocab"
)

// This file reads tables that a copy has kept as rows parted by "|": columns headed essential and desirable, and rows
// that begin with their own heading.

// spreadTables turns the rows of tables into headings and entries, so that the later stages need not know of them.
func spreadTables(in []paragraph) []paragraph {
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
			out = append(out, spreadColumns(in[i:end], classes)...)
			i = end - 1
			continue
		}
		row := spreadRow(&in[i])
		if len(row) == 1 && open {
			row = spreadRest(&in[i])
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

// columnClasses are the classes that a table's first row gives to its columns, nil where it names none.
func columnClasses(p *paragraph) []Class {
	var classes []Class
	named := 0
	for _, c := range cells(p) {
		h := headingIn(c.text)
		if h == nil || h.zone != zoneDemands || h.class == "" {
			if len(c.text) > 60 || startsDemand(c.text) && len(c.text) > 20 {
				return nil // an entry, so the row is no head of columns
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
func spreadColumns(rows []paragraph, classes []Class) []paragraph {
	if ticked(rows[1:], classes) {
		return spreadTicks(rows, classes)
	}
	var out []paragraph
	for _, class := range []Class{Essential, Desirable} {
		head := rows[0]
		head.text, head.bullet, head.emphasis, head.marks = strings.ToUpper(vocab.Wire(class)), noBullet, titled, head.marks[:1]
		entries := []paragraph{head}
		for i := range rows[1:] {
			for j, c := range cells(&rows[1+i]) {
				if j < len(classes) && classes[j] == class && len(c.text) > 2 {
					c.bullet = dotBullet
					entries = append(entries, c)
				}
			}
		}
		if len(entries) > 1 {
			out = append(out, entries...)
		}
	}
	return out
}

// ticked tells whether the columns of the classes hold marks only, so that the words stand in another column.
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

func tick(s string) bool {
	switch strings.ToLower(strings.Trim(s, " ().[]")) {
	case "x", "✓", "✔", "✗", "●", "•", "yes", "y", "oui", "o", "e", "d", "1", "v", "☑", "☒", "*", "✅":
		return true
	}
	return strings.Trim(s, "✓✔●•☑☒✅*\ufe0f ") == ""
}

// spreadTicks writes a table whose rows are marked as essential or desirable, first what is essential.
func spreadTicks(rows []paragraph, classes []Class) []paragraph {
	var out []paragraph
	for _, class := range []Class{Essential, Desirable} {
		head := rows[0]
		head.text, head.bullet, head.emphasis, head.marks = strings.ToUpper(vocab.Wire(class)), noBullet, titled, head.marks[:1]
		entries := []paragraph{head}
		for i := range rows[1:] {
			var words paragraph
			marked := false
			for j, c := range cells(&rows[1+i]) {
				switch {
				case j < len(classes) && classes[j] != "":
					marked = marked || classes[j] == class && c.text != ""
				case len(c.text) > len(words.text):
					words = c
				}
			}
			if marked && len(words.text) > 2 {
				words.bullet = dotBullet
				entries = append(entries, words)
			}
		}
		if len(entries) > 1 {
			out = append(out, entries...)
		}
	}
	return out
}

// spreadRow takes a row apart that begins with a heading of the catalogue.
func spreadRow(p *paragraph) []paragraph {
	all := cells(p)
	h := headingIn(all[0].text)
	if h == nil || len(all) < 2 || h.zone == zoneSummary || labelFields()[labelKey(all[0].text)] != noField && (h.zone != zoneDemands || labelFields()[labelKey(all[0].text)] == fieldClearance) {
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
