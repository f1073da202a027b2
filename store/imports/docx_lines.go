package imports

import (
	"encoding/xml"
	"strings"
)

// This file writes the paragraphs and tables of a document in lines.

// documentLine is one paragraph; a line break of its own may stand in its text.
type documentLine struct {
	mark   string // "## ", "- ", "3. "
	text   string // a line without any only stands apart
	indent int
	spaced bool // stands apart from what is before and after
}

// documentLines are the lines of a document or of a cell.
type documentLines struct {
	lines []documentLine
	held  *wordParagraph // a paragraph whose end was deleted: the next one goes on with it
}

func (d *documentLines) add(l documentLine) { d.lines = append(d.lines, l) }

func (d *documentLines) String() string {
	var b strings.Builder
	apart := false // what comes next stands apart
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

// table reads a table. A row of short cells is one line with "|" between them; a cell with a list or several
// paragraphs is laid out for its looks, and its lines stand as they would outside of the table.
func (w *wordReader) table() error {
	outer, par := w.out, w.par
	w.par = nil
	var rows []documentLine
	err := w.inside(func(e xml.StartElement) error {
		return w.row(e, &rows)
	})
	w.out, w.par = outer, par
	// The table stands apart as a whole; its rows do not.
	w.out.add(documentLine{spaced: true})
	w.out.lines = append(w.out.lines, rows...)
	w.out.add(documentLine{spaced: true})
	return err
}

// row reads a row, or whatever stands around rows.
func (w *wordReader) row(e xml.StartElement, rows *[]documentLine) error {
	if !wordSpace(e.Name) || e.Name.Local != "tr" {
		switch e.Name.Local {
		case "del", "moveFrom", "tblPr", "tblGrid", "sdtPr":
			return w.dec.Skip()
		}
		return w.inside(func(e xml.StartElement) error { return w.row(e, rows) })
	}
	var cells [][]documentLine
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
		*rows = append(*rows, documentLine{text: strings.Join(short, " | ")})
	}
	return nil
}

// cell reads a cell, or whatever stands around cells.
func (w *wordReader) cell(e xml.StartElement, cells *[][]documentLine, deleted *bool) error {
	switch {
	case !wordSpace(e.Name):
		return w.inside(func(e xml.StartElement) error { return w.cell(e, cells, deleted) })
	case e.Name.Local == "trPr":
		var x struct {
			Deleted *struct{} `xml:"del"`
		}
		err := w.decodeInto(&x, e)
		*deleted = *deleted || x.Deleted != nil
		return err
	case e.Name.Local == "tc":
		w.out = documentLines{}
		err := w.inside(w.element)
		w.release()
		var lines []documentLine
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
