package docx

import (
	"encoding/xml"
	"strings"
)

// This file writes paragraphs and tables in lines.

// line is one paragraph; its text may hold line breaks.
type line struct {
	mark   string // "## ", "- ", "3. "
	text   string // a line without text only makes a gap
	indent int
	spaced bool // a blank line before and after
}

// output holds the lines of a document, a text box or a cell.
type output struct {
	lines []line
	held  *paragraph // a paragraph whose end was deleted: the next one continues it
}

func (d *output) add(l line) { d.lines = append(d.lines, l) }

func (d *output) String() string {
	var b strings.Builder
	apart := false // a blank line comes before the next line
	for _, l := range d.lines {
		if l.text == "" {
			apart = apart || l.spaced
			continue
		}
		if b.Len() > 0 && (apart || l.spaced) {
			b.WriteByte('\n')
		}
		apart = l.spaced
		margin := strings.Repeat("  ", l.indent)
		for j, s := range strings.Split(l.text, "\n") {
			s = strings.Trim(s, " ")
			switch {
			case s == "":
				continue
			case j == 0:
				b.WriteString(margin + l.mark)
			case l.mark != "":
				b.WriteString(margin + "  ")
			}
			b.WriteString(s + "\n")
		}
	}
	return b.String()
}

// table reads a table. A row of short cells becomes one line with "|" between them. A cell with a list or several
// paragraphs is there for the layout only: its lines are written as they would be outside of the table.
func (w *reader) table() error {
	outer, par := w.out, w.par
	w.par = nil
	var rows []line
	err := w.inside(func(e xml.StartElement) error {
		return w.row(e, &rows)
	})
	w.out, w.par = outer, par
	// A gap before and after the table, none between its rows.
	w.out.add(line{spaced: true})
	w.out.lines = append(w.out.lines, rows...)
	w.out.add(line{spaced: true})
	return err
}

// row reads a row, or an element around rows.
func (w *reader) row(e xml.StartElement, rows *[]line) error {
	if !isWord(e.Name) || e.Name.Local != "tr" {
		switch e.Name.Local {
		case "del", "moveFrom", "tblPr", "tblGrid", "sdtPr":
			return w.dec.Skip()
		}
		return w.inside(func(e xml.StartElement) error { return w.row(e, rows) })
	}
	var cells [][]line
	deleted := false
	err := w.inside(func(e xml.StartElement) error { return w.cell(e, &cells, &deleted) })
	if err != nil || deleted {
		return err
	}
	var short []string
	for _, c := range cells {
		if len(c) > 1 || len(c) == 1 && (c[0].mark != "" || strings.Contains(c[0].text, "\n")) {
			for _, c := range cells {
				*rows = append(*rows, c...)
			}
			return nil
		}
		if len(c) == 1 && c[0].text != "" {
			short = append(short, c[0].text)
		}
	}
	if len(short) > 0 {
		*rows = append(*rows, line{text: strings.Join(short, " | ")})
	}
	return nil
}

// cell reads a cell, or an element around cells.
func (w *reader) cell(e xml.StartElement, cells *[][]line, deleted *bool) error {
	switch {
	case !isWord(e.Name):
		return w.inside(func(e xml.StartElement) error { return w.cell(e, cells, deleted) })
	case e.Name.Local == "trPr":
		var x struct {
			Deleted *struct{} `xml:"del"`
		}
		err := w.decodeInto(&x, e)
		*deleted = *deleted || x.Deleted != nil
		return err
	case e.Name.Local == "tc":
		w.out = output{}
		err := w.inside(w.element)
		w.release()
		var lines []line
		for _, l := range w.out.lines {
			if l.text != "" {
				lines = append(lines, l)
			}
		}
		*cells = append(*cells, lines)
		return err
	case e.Name.Local == "sdt" || e.Name.Local == "sdtContent" || e.Name.Local == "ins" || e.Name.Local == "customXml":
		return w.inside(func(e xml.StartElement) error { return w.cell(e, cells, deleted) })
	}
	return w.dec.Skip()
}
