package screens

import (
	"fmt"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// The cost of a key and the frame after it must not grow with the number of candidates.
func BenchmarkKeyAndFrame(b *testing.B) {
	for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
		for _, n := range []int{300, 10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				d := newDesk(b, tuitest.Crowd(n)...).Seal()
				d.Rate(tuitest.Anna, 1, model.Met, "3")
				d.Open(tuitest.Anna, 160, 50, kit.Route{Screen: name, Candidate: 1})
				keys := []string{"down", "down", "down", "up", "pgdown", "down", "pgup", "up", "up", "up"}
				b.ReportAllocs()
				b.ResetTimer()
				for i := 0; b.Loop(); i++ {
					d.Keys(keys[i%len(keys)])
					_ = d.Screen.View()
				}
			})
		}
	}
}

// A rating in one criterion across the candidates: key, commit, refresh, frame.
func BenchmarkRatingInAPass(b *testing.B) {
	for _, n := range []int{300, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := newDesk(b, tuitest.Crowd(n)...).Seal().Open(tuitest.Anna, 160, 50, kit.Route{Screen: kit.Assessment, Candidate: 1}).Keys("c")
			keys := []string{"y", "n", "u", "-"}
			b.ReportAllocs()
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				d.Keys(keys[i%len(keys)])
				_ = d.Screen.View()
			}
		})
	}
}

// Names among a hundred thousand: each letter typed, with the frame after it.
func BenchmarkFilter(b *testing.B) {
	d := newDesk(b, tuitest.Crowd(100_000)...).Seal().Open(tuitest.Anna, 160, 50, kit.Route{Screen: kit.Candidates}).Keys("/")
	keys := []string{"n", "o", "v", "a", "backspace", "backspace", "backspace", "backspace"}
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		d.Keys(keys[i%len(keys)])
		_ = d.Screen.View()
	}
}
