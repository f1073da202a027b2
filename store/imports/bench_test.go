package imports

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkCSV reads candidates of the size that real ones have: eight jobs and a page of text.
func BenchmarkCSV(b *testing.B) {
	const n = 10000
	path := filepath.Join(b.TempDir(), "c.csv")
	size := writeLargeCSV(b, path, n)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		in, err := Use{}.OpenCandidates(path)
		if err != nil {
			b.Fatal(err)
		}
		good := 0
		for r := range in.Rows {
			if !r.Bad() {
				good++
			}
		}
		if good != n {
			b.Fatalf("%d good rows", good)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func writeLargeCSV(tb testing.TB, path string, n int) int64 {
	tb.Helper()
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriter(f)
	random := rand.New(rand.NewPCG(1, 2))
	head := strings.Split(flatHeader, ",job1_from")[0]
	for j := 1; j <= 8; j++ {
		head += fmt.Sprintf(",job%d_from,job%d_to,job%d_percent,job%d_title,job%d_employer", j, j, j, j, j)
	}
	fmt.Fprintln(w, head+",statement")
	for i := range n {
		fmt.Fprintf(w, "C%06d,Zoë Müller %d,%s,master,Law,20%02d-06,V,III,nato,NS,BEL,2030-01-31", i, i, []string{"BEL", "FRA", "DEU"}[i%3], i%20)
		for j := range 8 {
			fmt.Fprintf(w, ",20%02d-03,20%02d-02,100,Senior Budget Officer,\"Fjord, \"\"Ltd\"\"\"", 18-2*j, 20-2*j)
		}
		text := strings.Repeat("The project, the budget and the résumé of the team.\n", 20+random.IntN(20))
		fmt.Fprintf(w, ",\"%s\"\n", text)
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
	return info.Size()
}
