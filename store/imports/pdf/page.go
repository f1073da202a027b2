package pdf

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"

	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file follows the drawing operators of a page and keeps every piece of text with its position.

// piece is text that was drawn by one operator, or a small shape that may be a bullet.
type piece struct {
	text     string
	x, y     float64 // the start of its base line
	right    float64
	size     float64
	bold     bool
	artifact bool // marked as furniture of the page
	dot      bool // a small filled shape that may be a bullet
	turns    int  // quarter turns; negative if it is drawn at another angle
	endX     float64
	endY     float64
}

// matrix is a transformation: x' = a*x + c*y + e, y' = b*x + d*y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// apply transforms a point.
func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// graphics is the state that "q" saves and "Q" restores.
type graphics struct {
	ctm                                      matrix
	font                                     *font
	size, chars, words, scale, leading, rise float64
}

// mark is an open section of marked content.
type mark struct {
	artifact bool
	actual   *string // what the marked letters stand for
	used     bool
}

// canvas draws one page.
type canvas struct {
	clock  *text.Clock
	fonts  map[string]*font // of the whole file, by their own text in it
	pieces []piece
	state  graphics
	saved  []graphics
	tm     matrix
	line   matrix
	marks  []mark
	path   box
	forms  int // forms in forms
	drawn  int // forms drawn so far
}

// leastSpace is the width, as part of the size, below which a space only moves the next letter.
const leastSpace = 0.12

// Bounds on what one page may draw.
const (
	maxContent = 8 << 20
	maxPieces  = 200_000
	maxForms   = 200
)

// draw follows the content of a page or form.
func (p *canvas) draw(data []byte, resources pdf.Value) {
	interpret(data, p.clock, func(op string, args []token) { p.operator(op, args, resources) })
}

// operand is the i-th operand as a number; 0 if there is none.
func operand(args []token, i int) float64 {
	if i < len(args) {
		return args[i].number
	}
	return 0
}

// operator does one operator.
func (p *canvas) operator(op string, args []token, resources pdf.Value) {
	s := &p.state
	switch op {
	case "q":
		if len(p.saved) < 1000 {
			p.saved = append(p.saved, *s)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			*s, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		s.ctm = matrixOf(args).then(s.ctm)
	case "BMC", "BDC":
		p.mark(args, resources)
	case "EMC":
		if n := len(p.marks); n > 0 {
			p.marks = p.marks[:n-1]
		}
	case "Do":
		if len(args) > 0 {
			p.form(resources.Key("XObject").Key(args[0].text), resources)
		}
	case "Tf":
		if len(args) > 1 {
			s.font, s.size = p.font(resources.Key("Font"), args[0].text), operand(args, 1)
		}
	default:
		if !p.textOperator(op, args) {
			p.pathOperator(op, args)
		}
	}
}

// textOperator does the operators that place and show text; false if op is none of them.
func (p *canvas) textOperator(op string, args []token) bool {
	s := &p.state
	switch op {
	case "BT":
		p.tm, p.line = identity, identity
	case "Tc":
		s.chars = operand(args, 0)
	case "Tw":
		s.words = operand(args, 0)
	case "Tz":
		s.scale = operand(args, 0) / 100
	case "TL":
		s.leading = operand(args, 0)
	case "Ts":
		s.rise = operand(args, 0)
	case "Td":
		p.move(operand(args, 0), operand(args, 1))
	case "TD":
		s.leading = -operand(args, 1)
		p.move(operand(args, 0), operand(args, 1))
	case "Tm":
		p.line = matrixOf(args)
		p.tm = p.line
	case "T*":
		p.move(0, -s.leading)
	case "Tj":
		p.show(args)
	case "TJ":
		if len(args) > 0 {
			p.show(args[0].list)
		}
	case "'":
		p.move(0, -s.leading)
		p.show(args)
	case "\"":
		s.words, s.chars = operand(args, 0), operand(args, 1)
		p.move(0, -s.leading)
		if len(args) > 2 {
			p.show(args[2:])
		}
	default:
		return false
	}
	return true
}

func matrixOf(args []token) matrix {
	return matrix{operand(args, 0), operand(args, 1), operand(args, 2), operand(args, 3), operand(args, 4), operand(args, 5)}
}

// move begins another line at a distance from the start of this one.
func (p *canvas) move(x, y float64) {
	p.line = matrix{a: 1, d: 1, e: x, f: y}.then(p.line)
	p.tm = p.line
}

// font is a font of the page's resources, read once for the whole file.
func (p *canvas) font(fonts pdf.Value, name string) *font {
	v := fonts.Key(name)
	key := v.String() // equal for equal fonts: the dictionary refers to its parts by number
	if f, ok := p.fonts[key]; ok {
		return f
	}
	f := readFont(v, p.clock)
	p.fonts[key] = f
	return f
}

// form draws a form: a part of a page that is stored apart.
func (p *canvas) form(v, resources pdf.Value) {
	if v.Key("Subtype").Name() != "Form" || p.forms > 8 || p.drawn > maxForms {
		return
	}
	p.drawn++
	p.forms++
	saved, stack, marks := p.state, p.saved, p.marks
	p.saved = nil
	if m := v.Key("Matrix"); m.Len() == 6 {
		f := func(i int) float64 { return m.Index(i).Float64() }
		p.state.ctm = matrix{f(0), f(1), f(2), f(3), f(4), f(5)}.then(p.state.ctm)
	}
	if own := v.Key("Resources"); own.Kind() == pdf.Dict {
		resources = own
	}
	p.draw(unpack(v, maxContent), resources)
	p.state, p.saved, p.marks = saved, stack, marks
	p.forms--
}

// mark opens a section of marked content.
func (p *canvas) mark(args []token, resources pdf.Value) {
	m := mark{}
	if n := len(p.marks); n > 0 {
		m.artifact = p.marks[n-1].artifact
	}
	if len(args) > 0 && args[0].text == "Artifact" {
		m.artifact = true
	}
	if len(args) > 1 {
		if t, ok := args[1].get("ActualText"); ok {
			m.actual = actualText(t.text)
		} else if args[1].kind == kindName {
			if t := resources.Key("Properties").Key(args[1].text).Key("ActualText"); t.Kind() == pdf.String {
				m.actual = actualText(t.RawString())
			}
		}
	}
	if len(p.marks) < 1000 {
		p.marks = append(p.marks, m)
	}
}

// actualText decodes the text that a section of marked content stands for.
func actualText(s string) *string {
	if wide, ok := strings.CutPrefix(s, "\xfe\xff"); ok {
		s = decodeBigEndian(wide)
	} else {
		s = plaintext.Decode([]byte(s))
	}
	return &s
}

// show draws strings; the numbers between them move the position.
func (p *canvas) show(list []token) {
	s := &p.state
	if s.font == nil || len(p.pieces) > maxPieces {
		return
	}
	for _, t := range list {
		if t.kind == kindNumber {
			p.advance(-t.number / 1000 * s.size * s.scale)
			continue
		}
		if t.kind == kindString {
			p.showString(t.text)
		}
	}
}

// advance moves the position to the right.
func (p *canvas) advance(x float64) { p.tm = matrix{a: 1, d: 1, e: x}.then(p.tm) }

// showString draws one string. Two letters set apart by letter spacing become two pieces: some programs write a space
// in this way.
func (p *canvas) showString(raw string) {
	s := &p.state
	glyphs := s.font.glyphs(raw)
	if len(glyphs) == 2 && s.chars > wordGap*s.size {
		p.showGlyphs(glyphs[:1])
		glyphs = glyphs[1:]
	}
	p.showGlyphs(glyphs)
}

// showGlyphs keeps letters as one piece and moves the position behind them.
func (p *canvas) showGlyphs(glyphs []glyph) {
	s := &p.state
	place := matrix{a: s.size * s.scale, d: s.size, f: s.rise}.then(p.tm).then(s.ctm)
	piece := piece{x: place.e, y: place.f, size: math.Hypot(place.c, place.d), bold: s.font.bold}
	piece.turns = quarters(place.a, place.b)
	var text strings.Builder
	for i, g := range glyphs {
		w := g.width * s.size
		if g.blank {
			w += s.words
		}
		if g.text != " " || w+s.chars > leastSpace*s.size {
			text.WriteString(g.text)
		}
		p.advance(w * s.scale)
		if i == len(glyphs)-1 {
			piece.endX, piece.endY = p.tm.then(s.ctm).apply(0, 0)
		}
		p.advance(s.chars * s.scale)
	}
	piece.text, piece.right = text.String(), piece.endX
	if n := len(p.marks); n > 0 {
		m := &p.marks[n-1]
		piece.artifact = m.artifact
		if m.actual != nil {
			if piece.text = ""; !m.used {
				piece.text, m.used = *m.actual, true
			}
		}
	}
	if piece.text != "" && piece.size > 0 {
		p.pieces = append(p.pieces, piece)
	}
}

// quarters is the direction (a, b) in quarter turns; -1 if it is at another angle.
func quarters(a, b float64) int {
	switch {
	case math.Abs(b) < math.Abs(a)/8 && a > 0:
		return 0
	case math.Abs(a) < math.Abs(b)/8 && b > 0:
		return 1
	case math.Abs(b) < math.Abs(a)/8:
		return 2
	case math.Abs(a) < math.Abs(b)/8:
		return 3
	}
	return -1
}
