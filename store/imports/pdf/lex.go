package pdf

import (
	"bytes"
	"strconv"
	"strings"

	"shortlist/store/imports/text"
)

// This file splits the content of a page, or a table of a font, into operators with their operands. The interpreter of
// the library is not used: it takes the bytes of a picture inside a page for words and may lose the text after it.

// kind is the kind of a token.
type kind int8

const (
	kindNumber kind = iota
	kindString
	kindName
	kindArray
	kindDict // list holds keys and values in turn
	kindOperator
	kindOther // null, true, false
)

// token is one operand or operator.
type token struct {
	kind   kind
	number float64
	text   string
	list   []token
}

// Bounds on what one operator may carry.
const (
	maxOperands = 64
	maxList     = 100_000
	maxNesting  = 12
)

// get is the value of a key in a dictionary; false if it has none.
func (t token) get(key string) (token, bool) {
	for i := 0; t.kind == kindDict && i+1 < len(t.list); i += 2 {
		if t.list[i].text == key {
			return t.list[i+1], true
		}
	}
	return token{}, false
}

// lexer reads tokens.
type lexer struct {
	data []byte
	at   int
}

// interpret calls do for every operator with the operands before it.
func interpret(data []byte, c *text.Clock, do func(op string, args []token)) {
	l := &lexer{data: data}
	var args []token
	for n := 0; ; n++ {
		if n%512 == 0 {
			c.Check()
		}
		t, ok := l.next(0)
		switch {
		case !ok:
			return
		case t.kind != kindOperator:
			if len(args) == maxOperands {
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

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

// next is the next token; false at the end of the data and, if depth is not 0, at the end of a list.
func (l *lexer) next(depth int) (token, bool) {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case isBlank(c) || c == '{' || c == '}' || c == ')':
			l.at++
		case c == '%':
			if i := bytes.IndexAny(l.data[l.at:], "\r\n"); i >= 0 {
				l.at += i
			} else {
				l.at = len(l.data)
			}
		case c == '(':
			l.at++
			return token{kind: kindString, text: l.literal()}, true
		case c == '/':
			l.at++
			return token{kind: kindName, text: unescape(l.word())}, true
		case c == '<' && l.at+1 < len(l.data) && l.data[l.at+1] == '<':
			l.at += 2
			return token{kind: kindDict, list: l.list(depth)}, true
		case c == '<':
			l.at++
			return token{kind: kindString, text: l.hex()}, true
		case c == '[':
			l.at++
			return token{kind: kindArray, list: l.list(depth)}, true
		case c == ']' || c == '>':
			l.at++
			if c == '>' && l.at < len(l.data) && l.data[l.at] == '>' {
				l.at++
			}
			if depth > 0 {
				return token{}, false
			}
		default:
			return plainToken(l.word()), true
		}
	}
	return token{}, false
}

// word reads up to a blank or delimiter: at least one byte, unless it is an empty name.
func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.data) && !isBlank(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

// plainToken is a word as a number, a constant or an operator.
func plainToken(word string) token {
	if c := word[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		n, err := strconv.ParseFloat(word, 64)
		if err != nil || n != n || n > 1e9 || n < -1e9 {
			n = 0
		}
		return token{kind: kindNumber, number: n}
	}
	switch word {
	case "null", "true", "false":
		return token{kind: kindOther, text: word}
	}
	return token{kind: kindOperator, text: word}
}

// list reads up to the end of an array or dictionary.
func (l *lexer) list(depth int) []token {
	var out []token
	for depth < maxNesting {
		t, ok := l.next(depth + 1)
		if !ok {
			return out
		}
		if t.kind != kindOperator && len(out) < maxList {
			out = append(out, t)
		}
	}
	return out
}

// literal reads a string in parentheses, after the opening one.
func (l *lexer) literal() string {
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

// escape reads what follows a backslash.
func (l *lexer) escape(b *strings.Builder) {
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
func (l *lexer) hex() string {
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

// skipPicture skips the bytes of a picture inside the page, up to EI between blanks. What follows must look like text,
// because the bytes of a picture may contain EI too.
func (l *lexer) skipPicture() {
	for from := l.at; ; {
		i := bytes.Index(l.data[from:], []byte("EI"))
		if i < 0 {
			l.at = len(l.data)
			return
		}
		at := from + i
		from = at + 2
		if at > 0 && !isBlank(l.data[at-1]) || from < len(l.data) && !isBlank(l.data[from]) {
			continue
		}
		plain := true
		for _, c := range l.data[from:min(len(l.data), from+16)] {
			plain = plain && (c >= ' ' && c < 0x7f || isBlank(c) && c != 0)
		}
		if plain {
			l.at = from
			return
		}
	}
}

// unescape resolves the escapes of a name: #41 is A.
func unescape(s string) string {
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
