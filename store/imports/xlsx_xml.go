package imports

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"shortlist/store/imports/text"
)

// This file reads the XML inside an office archive, one mark after the other, in bounded memory. It knows elements,
// attributes and text and nothing else: a document type, which could define entities, ends the reading.

const (
	// longestTag bounds an element with its attributes, longestText the text of a cell.
	longestTag  = 64 << 10
	longestText = 1 << 20
)

var errHostileXML = errors.New("defines a document type, which no spreadsheet program writes")

// xmlMark is what comes next in a text of XML.
type xmlMark int8

const (
	xmlOpen  xmlMark = iota // an element begins
	xmlClose                // it ends
	xmlText
	xmlEnd
)

// xmlScan is a place in a text of XML.
type xmlScan struct {
	src      io.Reader
	buf      []byte
	from, to int
	eof      bool
	err      error

	name  string // of the element, without prefix
	attrs []byte
	text  []byte
	alone bool // the element has no content: its end follows without standing there
	names map[string]string
}

func newXMLScan(src io.Reader) *xmlScan {
	return &xmlScan{src: src, buf: make([]byte, 64<<10), names: map[string]string{}}
}

// fill reads more; false at the end.
func (x *xmlScan) fill() bool {
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

// find is the place of a byte behind from, counted from from; -1 where the text ends before it.
func (x *xmlScan) find(c byte, behind int) int {
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

// next goes to the next mark. At xmlEnd err tells whether the text ended early.
func (x *xmlScan) next() xmlMark {
	if x.alone {
		x.alone = false
		return xmlClose
	}
	for {
		if x.from == x.to && !x.fill() {
			return xmlEnd
		}
		if x.buf[x.from] != '<' {
			end := x.find('<', 0)
			if end < 0 {
				x.from = x.to
				return xmlEnd
			}
			x.text = x.buf[x.from : x.from+end]
			x.from += end
			return xmlText
		}
		if mark, ok := x.tag(); ok {
			return mark
		}
		if x.err != nil {
			return xmlEnd
		}
	}
}

// tag reads what begins with "<"; ok is false for what says nothing: a comment, an instruction.
func (x *xmlScan) tag() (mark xmlMark, ok bool) {
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
		return xmlClose, true
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
	return xmlOpen, true
}

// special reads what begins with "<!".
func (x *xmlScan) special(tag []byte) (mark xmlMark, ok bool) {
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
				return xmlText, true
			}
			at++
		}
	default:
		x.fail(errHostileXML)
	}
	return 0, false
}

func (x *xmlScan) skipTo(end string) {
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

func (x *xmlScan) fail(err error) {
	if x.err == nil {
		x.err = err
	}
	x.from = x.to
	x.eof = true
}

// bare is a name without its prefix. Names repeat, so each is made once.
func (x *xmlScan) bare(name []byte) string {
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

// attr is the value of an attribute of the element just begun, without its prefix; "" where it has none.
func (x *xmlScan) attr(name string) []byte {
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

// appendXML appends a text with its entities resolved; an unknown entity stays as it stands.
func appendXML(out, text []byte) []byte {
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
