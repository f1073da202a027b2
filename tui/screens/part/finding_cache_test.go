package part

// This file times the working out of findings.

import (
	"context"
	"testing"

	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// The rate at which the findings of all candidates are worked out, and what they keep.
func BenchmarkFindingsOfAll(b *testing.B) {
	const n = 100_000
	d := newDesk(b, tuitest.Crowd(n)...).WithConditions(tuitest.NationalityCondition("BEL", "FRA")).Seal()
	var v FindingCache
	b.ReportAllocs()
	for b.Loop() {
		v = FindingCache{}
		v.Refresh(d.Board.As(tuitest.Anna))
		for !v.Complete() {
			v.Awaited = true
			for _, e := range v.Prefetch(d.File, d.Board.As(tuitest.Anna)) {
				r := e.(kit.Run)
				value, err := r.Work(context.Background(), nil)
				v.Take(kit.Done{Key: r.Key, Value: value, Err: err})
			}
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "candidates/s")
	b.ReportMetric(float64(len(v.signs)+2*len(v.Months))/n, "bytes-kept/candidate")
}
