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

// plainFolders are the folders whose comments were gone through. A folder does not include those below it.
var plainFolders = []string{
	"model",
	"model/modeltest",
	"model/plaintext",
	"model/posting",
	"model/requirement",
	"model/scrub",
	"store",
	"store/bundle",
	"store/codec",
	"store/exports",
	"store/imports",
	"store/imports/docx",
	"store/imports/opc",
	"store/imports/pdf",
	"store/imports/text",
	"store/imports/xlsx",
	"store/identity",
	"store/safefile",
	"store/sample",
	"store/storetest",
	"tui",
	"tui/cli",
	"tui/kit",
	"tui/widget",
}

func TestCommentsArePlainEnglish(t *testing.T) {
	t.Parallel()
	read := map[string]int{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		read[s.pkg]++
		for _, folder := range plainFolders {
			if s.pkg == folder {
				s.plainComments(t)
			}
		}
	}
	for _, folder := range plainFolders {
		if read[folder] == 0 {
			t.Errorf("plainFolders names %s, in which there is no Go file", folder)
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
