package xlsx

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"shortlist/store/imports/text"
)

// This file reads XML mark by mark in bounded memory. It knows elements, attributes and text only: a document type,
// which could define entities, ends the reading.

const (
	// longestTag is the longest element with its attributes, longestText the longest text of a cell, in bytes.
	longestTag  = 64 << 10
	longestText = 1 << 20
	// deepest is how many elements may be open inside each other.
	deepest = 1000
)

// ErrHostile is returned for XML that defines a document type. Its text ends a sentence about the file.
var ErrHostile = errors.New("defines a document type, which no spreadsheet program writes")

// ErrUnclosed is returned for XML in which an element is opened and never closed, or closed and never opened: the file
// was cut, and what is in the open element cannot be told from what follows it. Its text ends a sentence about the file.
var ErrUnclosed = errors.New("is cut or damaged inside: a row or a cell in it begins and never ends")

// mark is what comes next.
type mark int8

const (
	opens  mark = iota // an element begins
	closes             // it ends
	isText
	ends
)

// scan is a position in a text of XML.
type scan struct {
	src      io.Reader
	buf      []byte
	from, to int
	eof      bool
	err      error

	name  string // of the element, without prefix
	attrs []byte
	text  []byte
	alone bool // the element is <a/>: closes follows
	names map[string]string
	open  []string // the elements that are open, from the outermost on
}

func newScan(src io.Reader) *scan {
	return &scan{src: src, buf: make([]byte, 64<<10), names: map[string]string{}}
}

// fill reads more; false at the end.
func (x *scan) fill() bool {
	if x.eof || x.err != nil {
		return false
	}
	if x.from > 0 {
		copy(x.buf, x.buf[x.from:x.to])
		x.to -= x.from
		x.from = 0
	}
	if x.to == len(x.buf) {
		if len(x.buf) >= longestText+longestTag {
			x.err = text.ErrDamaged
			return false
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	n, err := x.src.Read(x.buf[x.to:])
	x.to += n
	if err == io.EOF {
		x.eof = true
		return n > 0
	}
	x.err = err
	return err == nil
}

// find is the offset of c from x.from, searched from behind on; -1 if the text ends before it.
func (x *scan) find(c byte, behind int) int {
	for {
		if x.from+behind <= x.to {
			if i := bytes.IndexByte(x.buf[x.from+behind:x.to], c); i >= 0 {
				return behind + i
			}
			behind = x.to - x.from
		}
		if !x.fill() {
			return -1
		}
	}
}

// next goes to the next mark. At ends, x.err is set if the text ended too early: ErrUnclosed if an element is open.
func (x *scan) next() mark {
	switch m := x.step(); {
	case m == opens && len(x.open) == deepest:
		x.fail(text.ErrDamaged)
	case m == opens:
		x.open = append(x.open, x.name)
		return m
	case m == closes && (len(x.open) == 0 || x.open[len(x.open)-1] != x.name):
		x.fail(ErrUnclosed)
	case m == closes:
		x.open = x.open[:len(x.open)-1]
		return m
	case m == ends && x.err == nil && len(x.open) > 0:
		x.fail(ErrUnclosed)
	default:
		return m
	}
	return ends
}

// step goes to the next mark, whether it fits to what is open or not.
func (x *scan) step() mark {
	if x.alone {
		x.alone = false
		return closes
	}
	for {
		if x.from == x.to && !x.fill() {
			return ends
		}
		if x.buf[x.from] != '<' {
			end := x.find('<', 0)
			if end < 0 {
				x.from = x.to
				return ends
			}
			x.text = x.buf[x.from : x.from+end]
			x.from += end
			return isText
		}
		if mark, ok := x.tag(); ok {
			return mark
		}
		if x.err != nil {
			return ends
		}
	}
}

// tag reads what begins with "<"; ok is false for a comment or an instruction.
func (x *scan) tag() (mark mark, ok bool) {
	end := x.find('>', 1)
	if end < 0 || end > longestTag && !bytes.HasPrefix(x.buf[x.from:x.to], []byte("<!")) {
		x.fail(text.ErrDamaged)
		return 0, false
	}
	tag := x.buf[x.from+1 : x.from+end]
	switch {
	case len(tag) == 0:
		x.fail(text.ErrDamaged)
		return 0, false
	case tag[0] == '?':
		x.from += end + 1
		return 0, false
	case tag[0] == '!':
		return x.special(tag)
	case tag[0] == '/':
		x.name = x.bare(bytes.TrimSpace(tag[1:]))
		x.from += end + 1
		return closes, true
	}
	for bytes.Count(tag, []byte{'"'})%2 == 1 { // a ">" inside a value
		if end = x.find('>', end+1); end < 0 || end > longestTag {
			x.fail(text.ErrDamaged)
			return 0, false
		}
		tag = x.buf[x.from+1 : x.from+end]
	}
	x.from += end + 1
	if tag[len(tag)-1] == '/' {
		x.alone, tag = true, tag[:len(tag)-1]
	}
	name := tag
	x.attrs = nil
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		name, x.attrs = tag[:i], tag[i:]
	}
	x.name = x.bare(name)
	return opens, true
}

// special reads what begins with "<!".
func (x *scan) special(tag []byte) (mark mark, ok bool) {
	switch {
	case bytes.HasPrefix(tag, []byte("!--")):
		x.skipTo("-->")
	case bytes.HasPrefix(tag, []byte("![CDATA[")):
		start := len("<![CDATA[")
		for at := start; ; {
			at = x.find(']', at)
			if at < 0 || at > longestText {
				x.fail(text.ErrDamaged)
				return 0, false
			}
			for x.to-x.from < at+3 && x.fill() {
			}
			if bytes.HasPrefix(x.buf[x.from+at:x.to], []byte("]]>")) {
				x.text = bytes.ReplaceAll(x.buf[x.from+start:x.from+at], []byte("&"), []byte("&amp;"))
				x.from += at + 3
				return isText, true
			}
			at++
		}
	default:
		x.fail(ErrHostile)
	}
	return 0, false
}

// skipTo goes behind the next end.
func (x *scan) skipTo(end string) {
	for {
		if i := bytes.Index(x.buf[x.from:x.to], []byte(end)); i >= 0 {
			x.from += i + len(end)
			return
		}
		x.from = max(x.from, x.to-len(end)+1)
		if !x.fill() {
			x.fail(text.ErrDamaged)
			return
		}
	}
}

// fail ends the reading with an error.
func (x *scan) fail(err error) {
	if x.err == nil {
		x.err = err
	}
	x.from = x.to
	x.eof = true
}

// bare is a name without its prefix. Names repeat, so each string is made once.
func (x *scan) bare(name []byte) string {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	if s, ok := x.names[string(name)]; ok {
		return s
	}
	s := string(name)
	if len(x.names) < 1000 {
		x.names[s] = s
	}
	return s
}

// attr is the value of an attribute of the element that was opened last, by its name without prefix; nil if it has
// none.
func (x *scan) attr(name string) []byte {
	rest := x.attrs
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:eq])
		if i := bytes.IndexByte(key, ':'); i >= 0 {
			key = key[i+1:]
		}
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		rest = rest[end+2:]
	}
}

// appendText appends a text with its entities resolved. An unknown entity stays as it is.
func appendText(out, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(out, text...)
		}
		out = append(out, text[:i]...)
		text = text[i:]
		end := bytes.IndexByte(text, ';')
		if end < 2 || end > 12 {
			out, text = append(out, '&'), text[1:]
			continue
		}
		out = appendEntity(out, string(text[1:end]), text[:end+1])
		text = text[end+1:]
	}
}

// appendEntity appends the character of an entity, or the whole entity if it is unknown.
func appendEntity(out []byte, name string, whole []byte) []byte {
	switch name {
	case "amp":
		return append(out, '&')
	case "lt":
		return append(out, '<')
	case "gt":
		return append(out, '>')
	case "quot":
		return append(out, '"')
	case "apos":
		return append(out, '\'')
	}
	digits, isNumber := strings.CutPrefix(name, "#")
	base := 10
	if hex, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if !isNumber || err != nil {
		return append(out, whole...)
	}
	return utf8.AppendRune(out, rune(n))
}
