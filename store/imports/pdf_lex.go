package imports

import (
	"bytes"
	"strconv"
	"strings"

	"shortlist/store/imports/text"
)

// This file parts what a page draws, and the tables of a font, into operators with their operands. The library's own
// interpreter takes the bytes of a picture inside a page for words and may lose the text after it.

// pdfKind is the kind of a token.
type pdfKind int8

const (
	pdfNumber pdfKind = iota
	pdfString
	pdfName
	pdfArray
	pdfDict // list holds keys and values in turn
	pdfOperator
	pdfOther // null, true, false
)

// pdfToken is one operand or operator.
type pdfToken struct {
	kind   pdfKind
	number float64
	text   string
	list   []pdfToken
}

// Bounds on what one operator may carry.
const (
	maxPDFOperands = 64
	maxPDFList     = 100_000
	maxPDFNesting  = 12
)

// get is the value of a key in a dictionary.
func (t pdfToken) get(key string) (pdfToken, bool) {
	for i := 0; t.kind == pdfDict && i+1 < len(t.list); i += 2 {
		if t.list[i].text == key {
			return t.list[i+1], true
		}
	}
	return pdfToken{}, false
}

// pdfLexer reads tokens from what a page draws.
type pdfLexer struct {
	data []byte
	at   int
}

// interpretPDF calls do for every operator with the operands before it.
func interpretPDF(data []byte, c *text.Clock, do func(op string, args []pdfToken)) {
	l := &pdfLexer{data: data}
	var args []pdfToken
	for n := 0; ; n++ {
		if n%512 == 0 {
			c.Check()
		}
		t, ok := l.next(0)
		switch {
		case !ok:
			return
		case t.kind != pdfOperator:
			if len(args) == maxPDFOperands {
				args = append(args[:0], args[1:]...)
			}
			args = append(args, t)
		case t.text == "ID":
			l.skipPicture()
			args = args[:0]
		default:
			do(t.text, args)
			args = args[:0]
		}
	}
}

func pdfBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func pdfDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

// next is the next token; not ok at the end, and at the end of a list where depth is not 0.
func (l *pdfLexer) next(depth int) (pdfToken, bool) {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case pdfBlank(c) || c == '{' || c == '}' || c == ')':
			l.at++
		case c == '%':
			if i := bytes.IndexAny(l.data[l.at:], "\r\n"); i >= 0 {
				l.at += i
			} else {
				l.at = len(l.data)
			}
		case c == '(':
			l.at++
			return pdfToken{kind: pdfString, text: l.literal()}, true
		case c == '/':
			l.at++
			return pdfToken{kind: pdfName, text: pdfUnescape(l.word())}, true
		case c == '<' && l.at+1 < len(l.data) && l.data[l.at+1] == '<':
			l.at += 2
			return pdfToken{kind: pdfDict, list: l.list(depth)}, true
		case c == '<':
			l.at++
			return pdfToken{kind: pdfString, text: l.hex()}, true
		case c == '[':
			l.at++
			return pdfToken{kind: pdfArray, list: l.list(depth)}, true
		case c == ']' || c == '>':
			l.at++
			if c == '>' && l.at < len(l.data) && l.data[l.at] == '>' {
				l.at++
			}
			if depth > 0 {
				return pdfToken{}, false
			}
		default:
			return plainToken(l.word()), true
		}
	}
	return pdfToken{}, false
}

// word reads up to a blank or delimiter, at least one byte unless a name is empty.
func (l *pdfLexer) word() string {
	from := l.at
	for l.at < len(l.data) && !pdfBlank(l.data[l.at]) && !pdfDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

func plainToken(word string) pdfToken {
	if c := word[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		n, err := strconv.ParseFloat(word, 64)
		if err != nil || n != n || n > 1e9 || n < -1e9 {
			n = 0
		}
		return pdfToken{kind: pdfNumber, number: n}
	}
	switch word {
	case "null", "true", "false":
		return pdfToken{kind: pdfOther, text: word}
	}
	return pdfToken{kind: pdfOperator, text: word}
}

// list reads up to the end of an array or dictionary.
func (l *pdfLexer) list(depth int) []pdfToken {
	var out []pdfToken
	for depth < maxPDFNesting {
		t, ok := l.next(depth + 1)
		if !ok {
			return out
		}
		if t.kind != pdfOperator && len(out) < maxPDFList {
			out = append(out, t)
		}
	}
	return out
}

// literal reads a string in brackets.
func (l *pdfLexer) literal() string {
	var b strings.Builder
	for depth := 1; l.at < len(l.data); {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return b.String()
			}
		case '\\':
			l.escape(&b)
			continue
		case '\r':
			if l.at < len(l.data) && l.data[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		}
		b.WriteByte(c)
	}
	return b.String()
}

// escape reads what stands after a backslash.
func (l *pdfLexer) escape(b *strings.Builder) {
	if l.at >= len(l.data) {
		return
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case 'n':
		b.WriteByte('\n')
	case 'r':
		b.WriteByte('\r')
	case 't':
		b.WriteByte('\t')
	case 'b', 'f':
		b.WriteByte(' ')
	case '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
	case '\n':
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := int(c - '0')
		for i := 0; i < 2 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
			n = n*8 + int(l.data[l.at]-'0')
			l.at++
		}
		b.WriteByte(byte(n))
	default:
		b.WriteByte(c)
	}
}

// hex reads a string of hexadecimal digits.
func (l *pdfLexer) hex() string {
	var b strings.Builder
	high, digits := 0, 0
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		n := strings.IndexByte("0123456789abcdef", c|0x20)
		if n < 0 || c == ' ' {
			continue
		}
		if digits++; digits%2 == 0 {
			b.WriteByte(byte(high<<4 | n))
		} else {
			high = n
		}
	}
	if digits%2 == 1 {
		b.WriteByte(byte(high << 4))
	}
	return b.String()
}

// skipPicture leaves out the bytes of a picture that stands inside the page: up to EI between blanks, after which
// words follow again and no other bytes.
func (l *pdfLexer) skipPicture() {
	for from := l.at; ; {
		i := bytes.Index(l.data[from:], []byte("EI"))
		if i < 0 {
			l.at = len(l.data)
			return
		}
		at := from + i
		from = at + 2
		if at > 0 && !pdfBlank(l.data[at-1]) || from < len(l.data) && !pdfBlank(l.data[from]) {
			continue
		}
		plain := true
		for _, c := range l.data[from:min(len(l.data), from+16)] {
			plain = plain && (c >= ' ' && c < 0x7f || pdfBlank(c) && c != 0)
		}
		if plain {
			l.at = from
			return
		}
	}
}

// pdfUnescape resolves #41 in a name.
func pdfUnescape(s string) string {
	for i := 0; i+2 < len(s); i++ {
		if s[i] != '#' {
			continue
		}
		if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
			s = s[:i] + string([]byte{byte(n)}) + s[i+3:]
		}
	}
	return s
}
