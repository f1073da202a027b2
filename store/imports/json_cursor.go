package imports

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file reads one JSON value that is in memory as a whole. It always knows the line, the column and the path of
// what it reads. A value of the wrong type is a problem and is skipped; after a mistake in the JSON itself the rest of
// the value is skipped, because it cannot be understood.

// jsonCursor is a position in a value.
type jsonCursor struct {
	values *values
	data   string
	at     int
	start  int // the start of the value that was read last
	broken bool
	path   []jsonStep
	// line and column are those of the first byte; base is the path of the value itself.
	line, column int
	base         string
	// unknownFields holds the unknown fields of the file that were found so far; there is one warning for each.
	unknownFields map[string]bool
	// legacy is true if a text was not UTF-8.
	legacy bool
}

// jsonStep is a step of a path: a field, or an entry of a list.
type jsonStep struct {
	field string
	entry int
}

// place is the place of the value that was read last.
func (c *jsonCursor) place() model.Problem {
	before := c.data[:min(c.start, len(c.data))]
	p := model.Problem{Line: c.line + strings.Count(before, "\n"), Field: c.base}
	if last := strings.LastIndexByte(before, '\n'); last >= 0 {
		p.Column = len(before) - last
	} else {
		p.Column = c.column + len(before)
	}
	for _, s := range c.path {
		if s.field == "" {
			p.Field += fmt.Sprintf("[%d]", s.entry)
			continue
		}
		name, _ := text.CleanLine(s.field) // the name of an unknown field can hold anything
		p.Field += "." + text.Shortened(name)
	}
	p.Field = strings.TrimPrefix(p.Field, ".")
	return p
}

// fail adds the problem of a mistake in the JSON and skips the rest of the value.
func (c *jsonCursor) fail(format string, args ...any) {
	if !c.broken {
		c.start = c.at
		c.values.wrong("This is not JSON: "+format+".", args...)
	}
	c.broken = true
	c.at = len(c.data)
}

// peek is the next byte that is not white space; 0 at the end.
func (c *jsonCursor) peek() byte {
	for c.at < len(c.data) {
		if b := c.data[c.at]; b != ' ' && b != '\n' && b != '\t' && b != '\r' {
			return b
		}
		c.at++
	}
	return 0
}

// take skips the next byte if it is b.
func (c *jsonCursor) take(b byte) bool {
	if c.peek() != b {
		return false
	}
	c.at++
	return true
}

// null skips a null.
func (c *jsonCursor) null() bool {
	if c.peek() == 'n' && strings.HasPrefix(c.data[c.at:], "null") {
		c.start = c.at
		c.at += 4
		return true
	}
	return false
}

// kind says in words what comes next.
func (c *jsonCursor) kind() string {
	switch b := c.peek(); {
	case b == '{':
		return "an object"
	case b == '[':
		return "a list"
	case b == '"':
		return "text"
	case b == 't' || b == 'f':
		return "true or false"
	case b == '-' || b >= '0' && b <= '9':
		return "a number"
	case b == 'n':
		return "null"
	}
	return ""
}

// mismatch adds the problem of a wrong type and skips the value.
func (c *jsonCursor) mismatch(expected string) {
	kind := c.kind()
	c.start = c.at
	if kind != "" {
		c.values.wrong("This is %s; %s was expected.", kind, expected)
	}
	c.skip(0)
}

// skip skips a value of any kind.
func (c *jsonCursor) skip(depth int) {
	switch kind := c.kind(); {
	case depth > deepest:
		c.fail("lists and objects stand too deep inside each other")
	case kind == "an object":
		for more := c.open('{'); more && !c.broken; more = c.next('}') {
			c.key()
			c.skip(depth + 1)
		}
	case kind == "a list":
		for more := c.open('['); more && !c.broken; more = c.next(']') {
			c.skip(depth + 1)
		}
	case kind == "text":
		c.quoted()
	default:
		c.literal()
	}
}

// open enters a list or object; false if it is empty.
func (c *jsonCursor) open(b byte) bool {
	if !c.take(b) {
		c.fail("\"%c\" was expected", b)
		return false
	}
	return !c.take(b + 2) // the codes of ']' and '}' are two more than those of '[' and '{'
}

// next goes to the next entry; false at the end of the list or object.
func (c *jsonCursor) next(end byte) bool {
	switch {
	case c.broken:
		return false
	case c.take(','):
		return true
	case c.take(end):
		return false
	}
	c.fail("\",\" or \"%c\" was expected", end)
	return false
}

// key reads the name of a field and the colon.
func (c *jsonCursor) key() string {
	if c.peek() != '"' {
		c.fail("the name of a field in quotes was expected")
		return ""
	}
	c.start = c.at
	name := c.quoted()
	if !c.broken && !c.take(':') {
		c.fail("\":\" was expected")
	}
	return name
}

// literal reads a number or one of the words null, true and false.
func (c *jsonCursor) literal() string {
	c.peek()
	c.start = c.at
	for c.at < len(c.data) && !strings.ContainsRune(",]}: \n\t\r\"[{", rune(c.data[c.at])) {
		c.at++
	}
	word := c.data[c.start:c.at]
	switch word {
	case "null", "true", "false":
		return word
	}
	if !isJSONNumber(word) {
		c.at = c.start
		c.fail("a value was expected")
		return ""
	}
	return word
}

func isJSONNumber(s string) bool {
	if len(s) > 64 {
		return false
	}
	digits := strings.TrimPrefix(s, "-")
	if len(digits) == 0 || digits[0] < '0' || digits[0] > '9' || len(digits) > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9' {
		return false
	}
	for _, b := range []byte(digits) {
		if !strings.ContainsRune("0123456789.eE+-", rune(b)) {
			return false
		}
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

// text reads a text; empty for null.
func (c *jsonCursor) text() string {
	if c.null() {
		return ""
	}
	if c.peek() != '"' {
		c.mismatch("text between quotes")
		return ""
	}
	c.start = c.at
	s := c.quoted()
	if !utf8.ValidString(s) {
		s, c.legacy = plaintext.FromWindows(s), true
	}
	return s
}

// number reads a whole number as its digits; empty for null.
func (c *jsonCursor) number() string {
	if c.null() {
		return ""
	}
	if c.kind() != "a number" {
		c.mismatch("a number")
		return ""
	}
	s := c.literal()
	if dot := strings.IndexByte(s, '.'); dot > 0 && strings.Trim(s[dot+1:], "0") == "" {
		s = s[:dot]
	}
	return s
}

// truth reads true or false; nil for null.
func (c *jsonCursor) truth() *bool {
	if c.null() {
		return nil
	}
	if c.kind() != "true or false" {
		c.mismatch("true or false")
		return nil
	}
	yes := c.literal() == "true"
	return &yes
}

// quoted reads a text between quotation marks.
func (c *jsonCursor) quoted() string {
	c.at++ // the quote
	from := c.at
	for c.at < len(c.data) {
		switch c.data[c.at] {
		case '"':
			s := c.data[from:c.at]
			c.at++
			return s
		case '\\':
			return c.escaped(from)
		}
		c.at++
	}
	c.fail("a text is not closed")
	return ""
}

// escaped reads the rest of a text that holds escapes; the text begins at from.
func (c *jsonCursor) escaped(from int) string {
	var b strings.Builder
	b.WriteString(c.data[from:c.at])
	for c.at < len(c.data) {
		switch ch := c.data[c.at]; ch {
		case '"':
			c.at++
			return b.String()
		case '\\':
			r, ok := c.escape()
			if !ok {
				c.fail("%s is no escape", text.Quoted(c.data[c.at:min(c.at+6, len(c.data))]))
				return ""
			}
			b.WriteRune(r)
		default:
			b.WriteByte(ch)
			c.at++
		}
	}
	c.fail("a text is not closed")
	return ""
}

// escape reads one escape; half of a surrogate pair is U+FFFD.
func (c *jsonCursor) escape() (rune, bool) {
	if c.at+1 >= len(c.data) {
		return 0, false
	}
	const names, means = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if i := strings.IndexByte(names, c.data[c.at+1]); i >= 0 {
		c.at += 2
		return rune(means[i]), true
	}
	r, ok := hexEscape(c.data[c.at:])
	if !ok {
		return 0, false
	}
	c.at += 6
	if utf16.IsSurrogate(r) {
		low, ok := hexEscape(c.data[c.at:])
		if r = utf16.DecodeRune(r, low); ok && r != utf8.RuneError {
			c.at += 6
		} else {
			r = utf8.RuneError
		}
	}
	return r, true
}

func hexEscape(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 32)
	return rune(n), err == nil
}
