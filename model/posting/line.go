package posting

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model/plaintext"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file is the first stage, decode: text into lines, freed from the marks of Markdown and left-over HTML. Marks
// before entries are in bullet.go, page furniture in furniture.go.

// emphasis is how strongly a line stands out.
type emphasis int

const (
	plain emphasis = iota
	bold
	titled // a Markdown heading
)

// line is one line of the text as the later stages see it.
type line struct {
	no       int
	text     string
	indent   int
	bullet   bullet
	emphasis emphasis
	// furniture is the rule by which the line belongs to the page and not to the posting, empty if it holds words.
	furniture string
	blank     bool
}

// The most that is read. A posting has some hundred lines; more is another kind of document.
const (
	maxLines = 20000
	maxText  = 1 << 20
)

// splitLines is the first stage. truncated is true if the end was left out.
func splitLines(text string, t *trace) (lines []line, truncated bool) {
	if len(text) > maxText {
		text, truncated = strings.ToValidUTF8(text[:maxText], ""), true
	}
	text = strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n", "\f", " ").Replace(text)
	raw := strings.Split(text, "\n")
	if len(raw) > maxLines {
		raw, truncated = raw[:maxLines], true
	}
	lines = make([]line, len(raw))
	for i, s := range raw {
		lines[i] = readLine(i+1, s)
	}
	markScanned(lines)
	markCodes(lines)
	markColumns(lines)
	markFurniture(lines)
	if t != nil {
		for i := range lines {
			t.decoded(&lines[i])
		}
	}
	return lines, truncated
}

// decoded records what the first stage made of a line.
func (t *trace) decoded(l *line) {
	switch {
	case l.blank:
		t.line(l.no, StageDecode, AsBlank, "", "")
	case l.furniture != "":
		t.line(l.no, StageDecode, AsFurniture, "", l.furniture)
	case l.bullet != noBullet:
		t.line(l.no, StageDecode, AsEntryMark, vocab.Wire(l.bullet), "")
	case l.emphasis != plain:
		t.line(l.no, StageDecode, AsEmphasis, "", "")
	default:
		t.line(l.no, StageDecode, AsWords, "", "")
	}
}

// dotLeader are the dots between a label and its value.
var dotLeader = lazy(`^(\s*[^.:]{2,40}?)[ :]*\.{4,}[ :]*`)

// ruleFootnote is the rule of a line that begins with a raised number.
const ruleFootnote = "footnote"

// ruleLoneOr is the rule of a line that only says that one of its neighbours is enough.
const ruleLoneOr = "or-alone-on-a-line"

var loneOr = lazy(`^[-–(*_ ]*(?:or|ou|and/or|et/ou|either|soit)[-–)*_:, ]*$`)

// ruleDrawnLine is the rule of a line that is drawn and not written.
const ruleDrawnLine = "drawn-line"

func readLine(no int, s string) line {
	l := line{no: no}
	s = tidy(s)
	trimmed := strings.TrimLeft(s, " ")
	l.indent = len(s) - len(trimmed)
	s = strings.TrimRight(trimmed, " ")
	if strings.HasPrefix(s, "|") || strings.Count(s, "|") != 1 { // else the stroke parts the words from an empty cell
		s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(s, "|"), "|"))
	}
	if s == "" {
		l.blank = true
		return l
	}
	if drawn(s) {
		l.furniture = ruleDrawnLine
		return l
	}
	if strings.ContainsRune("¹²³⁴⁵", firstRune(s)) {
		l.furniture = ruleFootnote
		return l
	}
	if loneOr().MatchString(requirement.Fold(s)) {
		l.furniture = ruleLoneOr
		return l
	}
	if words, ok := markdownHeading(s); ok {
		l.emphasis, s = titled, words
	}
	l.bullet, s = takeBullet(s)
	if boldThroughout(s) {
		l.emphasis = max(l.emphasis, bold)
	}
	l.text = strings.TrimSpace(unmark(s))
	if l.bullet == noBullet && l.text != s {
		l.bullet, l.text = takeBullet(l.text)
	}
	if l.bullet.counted() {
		l.text = withoutStop(l.text)
	}
	l.blank = l.text == "" && l.bullet == noBullet
	return l
}

// drawn returns true if a line consists of strokes, as under a heading or around a table: "-----". A stroke alone may be
// the bullet of the line below.
func drawn(s string) bool {
	return strings.Trim(s, "|-_=*—–. ") == "" && s != "-" && s != "–" && s != "*"
}

// markdownHeading returns the words of a Markdown heading: "## Requirements".
func markdownHeading(s string) (words string, ok bool) {
	words = strings.TrimLeft(s, "#")
	level := len(s) - len(words)
	if level < 1 || level > 6 || words != "" && words[0] != ' ' {
		return s, false // "#1 in shipping" is no heading
	}
	return strings.TrimSpace(words), true
}

// boldThroughout returns true if all of a line is bold in Markdown: "**Profile:**".
func boldThroughout(s string) bool {
	inner := strings.TrimRight(s, ": ")
	if len(inner) <= 4 {
		return false
	}
	if strings.HasPrefix(inner, "__") && strings.HasSuffix(inner, "__") {
		return true
	}
	return strings.HasPrefix(inner, "**") && strings.HasSuffix(inner, "**") &&
		!strings.Contains(inner[2:len(inner)-2], "**") // "**English** and **French**" is not
}

// withoutStop leaves out the full stop after a heading that carries a number: "4. Essential Qualifications.".
func withoutStop(s string) string {
	words := strings.TrimSuffix(s, ".")
	if words == s || len(words) > maxHeading {
		return s
	}
	if h := headingIn(words); h == nil || h.sub {
		return s
	}
	return words
}

// tidy gives a raw line one kind of space, drops what cannot be seen, and turns a tab and an HTML line break into the
// wide gap that the later stages take for a break.
func tidy(s string) string {
	if strings.Contains(s, "<") {
		s = htmlComment().ReplaceAllString(s, "")
		s = htmlBreak().ReplaceAllString(s, wideGap)
		s = htmlTag().ReplaceAllString(s, "")
	}
	if strings.Contains(s, "....") {
		s = dotLeader().ReplaceAllString(s, "$1: ")
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= ' ' && s[i] < 0x7f
	}
	if clean {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch kind := plaintext.KindOf(r); {
		case r == '\t':
			b.WriteString(wideGap)
		case kind == plaintext.Space, kind == plaintext.LineEnd && r > 0x85: // an entity of HTML may give a line end
			b.WriteByte(' ')
		case kind == plaintext.Visible && !undrawn(r), kind == plaintext.Private: // which some lists have for a bullet
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wideGap is three spaces: within a line it stands for a line break that a copy has lost.
const wideGap = "   "

// undrawn returns true if a rune that is no hidden one says nothing: the sign of broken text, and variation selectors.
func undrawn(r rune) bool { return r == utf8.RuneError || r >= 0xfe00 && r <= 0xfe0f }

// unmark takes the marks of Markdown out of a line and keeps its words: **bold**, [text](address), \*.
func unmark(s string) string {
	if strings.Contains(s, "](") {
		s = markdownLink().ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "\\") {
		s = markdownEscape().ReplaceAllString(s, "$1")
	}
	if !marked(s) {
		return s
	}
	var b strings.Builder
	prev := ' '
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		// One underscore inside a line belongs to a name: "staff_list".
		if r == '*' || r == '`' || r == '_' && (strings.HasPrefix(s[i:], "__") || i == 0 || i+n == len(s)) {
			run := len(s[i:]) - len(strings.TrimLeft(s[i:], string(r)))
			next, _ := utf8.DecodeRuneInString(s[i+run:])
			if wordRune(prev) && wordRune(next) {
				b.WriteByte(' ') // in**English**and
			}
			i += run
			continue
		}
		b.WriteRune(r)
		prev = r
		i += n
	}
	return b.String()
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// marked returns true if a line may hold the marks of bold, italic or code.
func marked(s string) bool {
	return strings.HasPrefix(s, "*") || strings.HasPrefix(s, "_") || containsAny(s, "**", "__", " *", "`")
}

var (
	htmlComment    = lazy(`<!--[^>]*-->`)
	htmlBreak      = lazy(`(?i)<(?:br|/?p|/?div|/?li|/?tr)\b[^<>]*>`)
	htmlTag        = lazy(`</?[A-Za-z][^<>]*>`)
	markdownLink   = lazy(`!?\[([^\]\[]*)\]\([^()\s]*(?:\s+"[^"]*")?\)`)
	markdownEscape = lazy(`\\([*_#\[\]()\\.\-+!|])`)
)
