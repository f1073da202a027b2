package part

// This file times the laying out of long files.

import (
	"testing"

	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// A long paper in a file is laid out when the file is opened.
func BenchmarkLongDocument(b *testing.B) {
	p := tuitest.People()[0]
	text := ""
	for len(text) < 100_000 {
		text += "Planned the work of forty people in three halls, with counts twice a year and a report for the board.\n"
	}
	p.Facts.Documents = []requirement.Document{{Name: "cv.txt", Text: text}}
	t := &kit.Text{}
	b.Run("opened", func(b *testing.B) {
		for b.Loop() {
			LayFile(t, 100, p)
		}
	})
	b.Run("another criterion", func(b *testing.B) {
		s := LayFile(t, 100, p)
		for b.Loop() {
			s.LinesFor(tuitest.Criteria()[0], "E1", requirement.Finding{}, nil)
		}
	})
}
