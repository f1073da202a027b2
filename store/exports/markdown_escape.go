package exports

import (
	"strings"
	"unicode"
)

// This file makes text of people safe inside Markdown: it must come out as the same words, whatever is written in it.

// plain is text as it stands in a line of Markdown or a cell of a table; line ends become spaces.
func plain(s string) string { return escape(strings.Join(strings.Fields(s), " ")) }

// indented is text of several lines inside a list entry; its lines stay lines.
func indented(s, indent string) string {
	var lines []string
	for _, l := range strings.Split(strings.TrimSpace(s), "\n") {
		if l = plain(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\\\n"+indent)
}

// escape escapes one line. Words and sentences stay readable: a sign is escaped only where it could mean something.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '&' && entity(s[i+1:]):
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case strings.ContainsRune("\\`*_[]|~$^", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case i == 0 && strings.ContainsRune("#+-=:", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case (r == '.' || r == ')') && i > 0 && strings.Trim(s[:i], "0123456789") == "" && (i+1 == len(s) || s[i+1] == ' '):
			b.WriteByte('\\') // "1." opens a list
			b.WriteRune(r)
		case r == ':' && strings.HasPrefix(s[i:], "://"), r == '!' && strings.HasPrefix(s[i:], "!["):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"), r == '@':
			b.WriteByte('\\') // no link that the panel did not make
			b.WriteRune(r)
		case unicode.IsControl(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// entity tells whether an ampersand before s would be read together with it.
func entity(s string) bool {
	return s != "" && (s[0] == '#' || s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z')
}

// fence is a line of backticks longer than any in the text.
func fence(text string) string {
	longest, run := 0, 0
	for _, r := range text {
		if r != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return strings.Repeat("`", max(3, longest+1))
}
