package screens

import (
	"fmt"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// The cost of a key and the frame after it must not grow with the number of candidates.
func BenchmarkKeyAndFrame(b *testing.B) {
	for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
		for _, n := range []int{300, 10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				d := newDesk(b, crowd(n)...).seal()
				d.rate(anna, 1, model.Met, "3")
				d.open(anna, 160, 50, kit.Route{Screen: name, Candidate: 1})
				keys := []string{"down", "down", "down", "up", "pgdown", "down", "pgup", "up", "up", "up"}
				b.ReportAllocs()
				b.ResetTimer()
				for i := 0; b.Loop(); i++ {
					d.keys(keys[i%len(keys)])
					_ = d.screen.View()
				}
			})
		}
	}
}

// A rating in one criterion across the candidates: key, commit, refresh, frame.
func BenchmarkRatingInAPass(b *testing.B) {
	for _, n := range []int{300, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := newDesk(b, crowd(n)...).seal().open(anna, 160, 50, kit.Route{Screen: kit.Assessment, Candidate: 1}).keys("c")
			keys := []string{"y", "n", "u", "-"}
			b.ReportAllocs()
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				d.keys(keys[i%len(keys)])
				_ = d.screen.View()
			}
		})
	}
}

// Names among a hundred thousand: each letter typed, with the frame after it.
func BenchmarkFilter(b *testing.B) {
	d := newDesk(b, crowd(100_000)...).seal().open(anna, 160, 50, kit.Route{Screen: kit.Candidates}).keys("/")
	keys := []string{"n", "o", "v", "a", "backspace", "backspace", "backspace", "backspace"}
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		d.keys(keys[i%len(keys)])
		_ = d.screen.View()
	}
}

// A long paper in a file is laid out when the file is opened.
func BenchmarkLongDocument(b *testing.B) {
	p := deskPeople()[0]
	text := ""
	for len(text) < 100_000 {
		text += "Planned the work of forty people in three halls, with counts twice a year and a report for the board.\n"
	}
	p.Facts.Documents = []requirement.Document{{Name: "cv.txt", Text: text}}
	t := &kit.Text{}
	b.Run("opened", func(b *testing.B) {
		for b.Loop() {
			layFile(t, 100, p)
		}
	})
	b.Run("another criterion", func(b *testing.B) {
		s := layFile(t, 100, p)
		for b.Loop() {
			s.linesFor(deskCriteria()[0], "E1", requirement.Finding{}, nil)
		}
	})
}
