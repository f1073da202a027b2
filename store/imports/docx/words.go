package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"shortlist/store/imports/text"
)

// This file goes through the words of a Word document: headings with "#", list entries with "-" or their number.

// maxDepth is how deep elements may be nested: tables in tables in text boxes need some dozens.
const maxDepth = 300

// reader reads one document.
type reader struct {
	clock   *text.Clock
	dec     *xml.Decoder
	styles  map[string]wordStyle
	lists   *wordLists
	out     output
	depth   int
	par     *paragraph // the open paragraph
	bold    bool       // of the open run
	hidden  bool
	running bool // inside a run
}

// paragraph is a paragraph as far as it was read.
type paragraph struct {
	text  strings.Builder
	props wordProps
	style wordStyle
	bold  int // letters in bold
	boxes []line
}

// document reads to the end.
func (w *reader) document() error {
	for {
		t, err := w.dec.Token()
		if errors.Is(err, io.EOF) {
			w.release()
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := w.element(e); err != nil {
				return err
			}
		}
	}
}

// release writes a paragraph that waited for the next one to continue it.
func (w *reader) release() {
	if p := w.out.held; p != nil {
		w.out.held = nil
		w.finish(p)
	}
}

// inside calls handle for every element in the open one; handle reads it to its end.
func (w *reader) inside(handle func(e xml.StartElement) error) error {
	if w.depth++; w.depth > maxDepth {
		return text.ErrDamaged
	}
	defer func() { w.depth-- }()
	for {
		w.clock.Check()
		t, err := w.dec.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := handle(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// isWord returns true if a name is one of Word's own, in either edition of the standard.
func isWord(n xml.Name) bool {
	return strings.HasSuffix(n.Space, "wordprocessingml/2006/main") || strings.HasSuffix(n.Space, "wordprocessingml/main")
}

// element reads one element at any place.
func (w *reader) element(e xml.StartElement) error {
	switch {
	case e.Name.Local == "AlternateContent":
		return w.alternate()
	case strings.HasSuffix(e.Name.Space, "officeDocument/2006/math") && e.Name.Local == "t":
		return w.words()
	case !isWord(e.Name):
		return w.inside(w.element)
	}
	switch e.Name.Local {
	case "p":
		return w.paragraph()
	case "tbl":
		return w.table()
	case "r":
		return w.run()
	case "txbxContent":
		return w.textBox()
	case "del", "moveFrom", "sectPr", "sdtPr", "instrText", "delText", "rt", "tblPr", "tblGrid", "trPr", "tcPr":
		return w.dec.Skip()
	}
	if w.par != nil && w.running {
		return w.sign(e)
	}
	return w.inside(w.element)
}

// alternate reads the first of several forms of the same thing.
func (w *reader) alternate() error {
	taken := false
	return w.inside(func(e xml.StartElement) error {
		if taken || e.Name.Local != "Choice" && e.Name.Local != "Fallback" {
			return w.dec.Skip()
		}
		taken = true
		return w.inside(w.element)
	})
}

// paragraph reads a paragraph and writes it.
func (w *reader) paragraph() error {
	outer := w.par
	p, joining := &paragraph{}, outer == nil && w.out.held != nil
	if joining {
		p, w.out.held = w.out.held, nil
	}
	w.par = p
	deleted := false
	err := w.inside(func(e xml.StartElement) error {
		if !isWord(e.Name) || e.Name.Local != "pPr" {
			return w.element(e)
		}
		var x xmlParagraph
		if err := w.decodeInto(&x, e); err != nil {
			return err
		}
		deleted = x.Mark != nil && x.Mark.Deleted != nil
		if !joining {
			p.props = x.props()
			p.style = resolve(w.styles, p.props.style)
		}
		return nil
	})
	w.par = outer
	if err != nil {
		return err
	}
	if deleted && outer == nil {
		w.out.held = p
		return nil
	}
	w.finish(p)
	return nil
}

// finish writes a paragraph that is complete.
func (w *reader) finish(p *paragraph) {
	if strings.HasPrefix(p.style.name, "toc ") {
		return
	}
	text := strings.TrimSpace(p.text.String())
	if p.props.list == "" {
		p.props.list, p.props.level = p.style.props.list, max(p.props.level, p.style.props.level)
	}
	outline := max(p.props.outline, p.style.props.outline)
	if p.props.outline > 0 {
		outline = p.props.outline
	}
	l := line{text: text, spaced: true}
	if text != "" {
		if p.props.list != "" && p.props.list != "0" {
			l.mark, l.spaced = w.lists.next(p.props.list, p.props.level), false
			l.indent = p.props.level
		}
		switch {
		case outline > 0:
			l.mark, l.spaced, l.indent = strings.Repeat("#", min(outline, 6))+" "+strings.TrimPrefix(l.mark, "- "), true, 0
		case l.mark == "" && len(text) < 100 && p.bold > 0 && p.bold >= len(strings.ReplaceAll(text, " ", ""))-1 && !strings.Contains(text, "*"):
			l.text = "**" + text + "**" // a paragraph all in bold is a heading to the eye
		}
		w.out.add(l)
	}
	for _, box := range p.boxes {
		w.out.add(box)
	}
}

// textBox reads a text box inside a paragraph; its lines follow the paragraph.
func (w *reader) textBox() error {
	outer, out, running, bold, hidden := w.par, w.out, w.running, w.bold, w.hidden
	w.par, w.out, w.running = nil, output{}, false
	err := w.inside(w.element)
	w.release()
	lines := w.out.lines
	w.par, w.out, w.running, w.bold, w.hidden = outer, out, running, bold, hidden
	if outer == nil {
		w.out.lines = append(w.out.lines, lines...)
	} else {
		outer.boxes = append(outer.boxes, lines...)
	}
	return err
}

// run reads letters of one look.
func (w *reader) run() error {
	if w.par == nil {
		return w.dec.Skip()
	}
	running, bold, hidden := w.running, w.bold, w.hidden
	w.running, w.bold, w.hidden = true, w.par.style.bold == on, w.par.style.hidden == on
	defer func() { w.running, w.bold, w.hidden = running, bold, hidden }()
	return w.inside(func(e xml.StartElement) error {
		if !isWord(e.Name) || e.Name.Local != "rPr" {
			return w.element(e)
		}
		var x xmlRun
		if err := w.decodeInto(&x, e); err != nil {
			return err
		}
		var style wordStyle
		if x.Style != nil {
			style = resolve(w.styles, x.Style.Val)
		}
		for _, t := range []toggle{style.bold, x.Bold.toggle()} {
			if t != unsaid {
				w.bold = t == on
			}
		}
		for _, t := range []toggle{style.hidden, x.Hidden.toggle()} {
			if t != unsaid {
				w.hidden = t == on
			}
		}
		return nil
	})
}

// sign reads one element of a run: words, a tab, a line break, a letter of a symbol font.
func (w *reader) sign(e xml.StartElement) error {
	switch e.Name.Local {
	case "t":
		return w.words()
	case "tab", "ptab":
		w.write("\t")
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("-")
	case "sym":
		for _, a := range e.Attr {
			if n, err := strconv.ParseUint(a.Value, 16, 16); a.Name.Local == "char" && err == nil {
				w.write(string(symbol(rune(n))))
			}
		}
	default:
		return w.inside(w.element)
	}
	return w.dec.Skip()
}

// words reads the letters up to the end of the element.
func (w *reader) words() error {
	for {
		t, err := w.dec.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			w.write(strings.Map(symbol, strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\u00a0", " ").Replace(string(t))))
		case xml.StartElement:
			if err := w.dec.Skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// write adds letters to the open paragraph, unless they are hidden.
func (w *reader) write(s string) {
	if w.par == nil || w.hidden {
		return
	}
	w.par.text.WriteString(s)
	if w.bold {
		w.par.bold += len(strings.Join(strings.Fields(s), ""))
	}
}

// symbol gives a bullet for a letter of a symbol font, which looks different on every computer, and drops soft hyphens.
func symbol(r rune) rune {
	switch {
	case r >= 0xe000 && r <= 0xf8ff:
		return '•'
	case r == 0xad || r == utf8.RuneError:
		return -1
	}
	return r
}
