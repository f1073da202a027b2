package tui_test

import (
	"strings"
	"testing"
)

// This file keeps comments in plain English: a comment is read once, by an engineer whose first language may be another.

// privatePhrases must not be in comments, each with what to write instead. The list is short on purpose: it holds what was
// once all over the program, and is no substitute for reading.
var privatePhrases = [][2]string{
	{"tells whether", "returns true if"},
	{"where there is none", "if there is none"},
	{"\"\" where", "empty if"},
	{"nobody's", "say who, or say that there is none"},
}

func TestCommentsArePlainEnglish(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if !s.test {
			s.plainComments(t)
		}
	}
}

func (s source) plainComments(t *testing.T) {
	t.Helper()
	for _, c := range s.file.Comments {
		text := strings.ToLower(strings.Join(strings.Fields(c.Text()), " ")) // a phrase may go over the end of a line
		for _, p := range privatePhrases {
			if strings.Contains(text, p[0]) {
				t.Errorf("%s: %q in a comment: write %q", s.fset.Position(c.Pos()), p[0], p[1])
			}
		}
	}
}
