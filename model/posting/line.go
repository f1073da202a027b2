package posting

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file is the first stage: text into lines, freed from the marks of Markdown and left-over HTML.

// emphasis is how strongly a line stands out.
type emphasis int

const (
	plain emphasis = iota
	bold
	titled // a Markdown heading
)

// line is one line of the text as the later stages see it.
type line struct {
	no        int
	text      string
	indent    int
	bullet    bullet
	emphasis  emphasis
	furniture bool // page numbers, repeated footers, rules: no words of the posting
	blank     bool
}

// The most that is read. A posting has some hundred lines; more is another kind of document.
const (
	maxLines = 20000
	maxText  = 1 << 20
)

// splitLines is the first stage. truncated tells that the end was left out.
func splitLines(text string) (lines []line, truncated bool) {
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
	markCodes(lines)
	markFurniture(lines)
	return lines, truncated
}

func readLine(no int, s string) line {
	l := line{no: no}
	s = tidy(s)
	trimmed := strings.TrimLeft(s, " ")
	l.indent = len(s) - len(trimmed)
	s = strings.TrimRight(trimmed, " ")
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(s, "|"), "|"))
	if strings.Trim(s, "|-_=*—–. ") == "" && s != "-" && s != "–" && s != "*" {
		l.furniture = s != ""
		l.blank = s == ""
		return l
	}
	if t := strings.TrimLeft(s, "#"); len(s) > len(t) && len(s)-len(t) <= 6 && (t == "" || t[0] == ' ') {
		l.emphasis, s = titled, strings.TrimSpace(t)
	}
	l.bullet, s = takeBullet(s)
	if inner := strings.TrimRight(s, ": "); len(inner) > 4 && strings.HasPrefix(inner, "**") && strings.HasSuffix(inner, "**") &&
		!strings.Contains(inner[2:len(inner)-2], "**") || len(inner) > 4 && strings.HasPrefix(inner, "__") && strings.HasSuffix(inner, "__") {
		l.emphasis = max(l.emphasis, bold)
	}
	l.text = strings.TrimSpace(unmark(s))
	if l.bullet == "" && l.text != s {
		l.bullet, l.text = takeBullet(l.text)
	}
	if h := strings.TrimSuffix(l.text, "."); l.bullet.counted() && h != l.text && len(h) <= maxHeading {
		if found := headingIn(h); found != nil && !found.sub {
			l.text = h // "4. Essential Qualifications."
		}
	}
	l.blank = l.text == "" && l.bullet == ""
	return l
}

// tidy gives a raw line one kind of space, drops what cannot be seen, and turns a tab and an HTML line break into the
// wide gap that the later stages take for a break.
func tidy(s string) string {
	if strings.Contains(s, "<") {
		s = htmlComment().ReplaceAllString(s, "")
		s = htmlBreak().ReplaceAllString(s, wideGap)
		s = htmlTag().ReplaceAllString(s, "")
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
		switch {
		case r == '\t':
			b.WriteString(wideGap)
		case r == 0xa0 || r == 0x202f || r >= 0x2000 && r <= 0x200a || r == 0x3000:
			b.WriteByte(' ')
		case invisible(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wideGap is three spaces: within a line it stands where a copy has lost a line break.
const wideGap = "   "

// invisible tells whether a rune takes no room or would play with the screen: controls, bidi overrides, zero width
// characters, variation selectors.
func invisible(r rune) bool {
	return r == utf8.RuneError || r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xad || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e ||
		r >= 0x2060 && r <= 0x206f || r == 0xfeff || r >= 0xfe00 && r <= 0xfe0f
}

// unmark takes the marks of Markdown out of a line and keeps its words: **bold**, [text](address), \*.
func unmark(s string) string {
	if strings.Contains(s, "](") {
		s = markdownLink().ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "\\") {
		s = markdownEscape().ReplaceAllString(s, "$1")
	}
	if !strings.Contains(s, "**") && !strings.Contains(s, "__") && !strings.HasPrefix(s, "*") && !strings.HasPrefix(s, "_") && !strings.Contains(s, " *") && !strings.Contains(s, "`") {
		return s
	}
	var b strings.Builder
	prev := ' '
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '*' || r == '`' || r == '_' && (strings.HasPrefix(s[i:], "__") || i == 0 || i+n == len(s)) {
			run := len(s[i:]) - len(strings.TrimLeft(s[i:], string(r)))
			next, _ := utf8.DecodeRuneInString(s[i+run:])
			if (unicode.IsLetter(prev) || unicode.IsDigit(prev)) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
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

var (
	htmlComment    = lazy(`<!--[^>]*-->`)
	htmlBreak      = lazy(`(?i)<(?:br|/?p|/?div|/?li|/?tr)\b[^<>]*>`)
	htmlTag        = lazy(`</?[A-Za-z][^<>]*>`)
	markdownLink   = lazy(`!?\[([^\]\[]*)\]\([^()\s]*(?:\s+"[^"]*")?\)`)
	markdownEscape = lazy(`\\([*_#\[\]()\\.\-+!|])`)
)
