package store_test

import (
	"runtime"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/storetest"
)

// The findings of everybody, from the disk to the verdict: the rate, the bytes that a list keeps of each, and the heap in
// use at the end.
func BenchmarkFindingsOfAll(b *testing.B) {
	const n, chunk = 100_000, 1000
	l, path := large(b, n)
	f, err := l.Open(path, false)
	must(b, err)
	d := storetest.Sit(b, f)
	kept := make([]requirement.Verdict, 0, n)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		kept = kept[:0]
		for first := 1; first <= n; first += chunk {
			must(b, f.EachPerson(model.CandidateID(first), chunk, func(c model.CandidateID, p model.Person) bool {
				kept = append(kept, d.Board.As("").Findings(c, p.Facts)[0].Verdict)
				return true
			}))
		}
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "candidates/s")
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(int64(after.HeapInuse)-int64(before.HeapInuse))/(1<<20), "MiB-more-in-use")
	b.ReportMetric(float64(after.Sys)/(1<<20), "MiB-from-the-system")
	must(b, f.Close())
}
