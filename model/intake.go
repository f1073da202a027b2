package model

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"strings"
)

// This file holds what is passed between a file that somebody gave us, the store and the screen.

// Posting is the published text, kept whole.
type Posting struct {
	Name   string // file name, without folder
	SHA256 string // of the bytes as they were given, in hexadecimal
	Format string // text, html, pdf or docx
	Text   string // decoded, one line a line of the numbering used everywhere
}

// Ref is how the vacancy refers to the posting.
func (p Posting) Ref() PostingRef {
	lines := 0
	if p.Text != "" {
		lines = 1
	}
	for _, c := range []byte(p.Text) {
		if c == '\n' {
			lines++
		}
	}
	sum := sha256.Sum256([]byte(p.Text))
	return PostingRef{Name: p.Name, SHA256: p.SHA256, Format: p.Format, Lines: lines, TextSHA256: fmt.Sprintf("%x", sum)}
}

// Intake is a file of candidates while it is read. The candidates come one after the other, so that memory stays
// bounded.
type Intake struct {
	Source string // file name, without folder
	// Rows gives the candidates in the order of the file, once. A problem that belongs to no candidate comes in a row
	// with an empty Person.
	Rows iter.Seq[IntakeRow]
	// SHA256 returns the hash of the file in hexadecimal, after Rows was read to the end.
	SHA256 func() string
	// Update is true if candidates who are known already are to be corrected from the file.
	Update bool
	// Know, if it is set, is called before Rows. reference returns the reference of a candidate in the vacancy with
	// which the name of a file begins, or "".
	Know func(reference func(name string) string)
}

// IntakeRow is one candidate of a file, with its problems. A row with a problem that is no warning cannot be taken in.
type IntakeRow struct {
	Person   Person
	Line     int // counted from 1; 0 if the format has no lines
	Problems []Problem
}

// Bad returns true if the row cannot be taken in.
func (r IntakeRow) Bad() bool {
	for _, p := range r.Problems {
		if !p.Warning {
			return true
		}
	}
	return false
}

// IntakeReport is the result of an import. Nothing was taken in if Bad is not 0.
type IntakeReport struct {
	Read, New, Known int // candidates in the file; new ones; ones whose reference is in the vacancy already
	Bad              int // problems that stop the import
	Problems         []Problem
	// Changed counts the known candidates whose data differ now; Differences describes the first of them.
	Changed     int
	Differences []Changed
	// Revision corrects the changed candidates, if the import was to update them.
	Revision Revision
}

// Changed is a known candidate whose data in the file differ now.
type Changed struct {
	Candidate   CandidateID
	Reference   string
	Differences []Difference
}

// String is the change in one line: "C007 A-0007: e-mail: “x” instead of “y”".
func (c Changed) String() string {
	words := make([]string, len(c.Differences))
	for i, d := range c.Differences {
		words[i] = d.String()
	}
	return fmt.Sprintf("%s %s: %s", c.Candidate, c.Reference, strings.Join(words, "; "))
}

// Summary is what the list of vacancies shows of one file.
type Summary struct {
	Path       string
	Title      string
	Phase      Phase
	Candidates int
	Criteria   int
	Submitted  int // assessments handed in that count, of Expected
	Expected   int
	// Trouble says in a sentence why the file cannot be read; then the other fields are empty.
	Trouble string
}

// Format is an export format: its name on the command line, what it is for, and the ending of its files without the dot.
type Format struct{ Name, Description, Ext string }

// FileKinds are the kinds of files that are taken in somewhere: their names in words ("CSV or JSON"), and the endings of
// their names, each with its dot.
type FileKinds struct {
	Words   string
	Endings []string
}

// FolderEntry is a file or folder that can be chosen.
type FolderEntry struct {
	Name, Path string
	Folder     bool
	Size       int64
}
