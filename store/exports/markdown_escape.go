package exports

// This file makes text of people safe inside Markdown: whatever is written in it, it is shown as the same words.

import (
	"strings"
	"unicode"
)

// plain returns text for a line of Markdown or a cell of a table. Line ends become spaces.
func plain(s string) string { return escape(strings.Join(strings.Fields(s), " ")) }

// indented returns text of several lines for an entry of a list. Its lines are kept.
func indented(s, indent string) string {
	var lines []string
	for _, l := range strings.Split(strings.TrimSpace(s), "\n") {
		if l = plain(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\\\n"+indent)
}

// escape escapes one line. A sign is escaped only where it could mean something, so that sentences stay readable.
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

// entity returns true if an ampersand before s would be read together with it.
func entity(s string) bool {
	return s != "" && (s[0] == '#' || s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z')
}

// fence returns a line of backticks longer than any run of them in the text.
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
