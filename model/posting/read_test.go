package posting_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model/posting"
	"shortlist/model/requirement"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestEveryLayoutIsReadAsItsGolden reads every invented posting in testdata, one for each layout or kind of damage, and compares what was
// understood with the golden beside it.
func TestEveryLayoutIsReadAsItsGolden(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/postings/*.txt")
	if err != nil || len(files) < 15 {
		t.Fatalf("found %d postings, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := described(posting.Read(string(data)))
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("understood otherwise (-want +got):\n%s", diff)
			}
		})
	}
}

// described is a draft in lines, for goldens.
func described(d posting.Draft) string {
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	put("title", d.Title)
	put("organisation", d.Organisation)
	put("requisition", d.Requisition)
	put("location", d.Location)
	put("grade", d.Grade)
	put("closing", d.ClosingDate.String())
	if d.FastTrack {
		put("fast track", "yes")
	}
	put("clearance", strings.TrimSpace(string(d.Clearance.Level)+" "+string(d.Clearance.Mode)))
	if d.DirectReports != nil {
		put("direct reports", fmt.Sprint(*d.DirectReports))
	}
	for _, c := range d.Criteria {
		fmt.Fprintf(&b, "%s [%d-%d] %s\n   %s\n", c.ID, c.Lines.From, c.Lines.To, c.Text, requirement.Sentence(c.Requirement))
	}
	for _, g := range d.Eligibility {
		fmt.Fprintf(&b, "%s [%d-%d] %s: %s\n", g.ID, g.Lines.From, g.Lines.To, g.Kind, g.Text)
	}
	for _, c := range d.Competencies {
		fmt.Fprintf(&b, "competency: %s / %s\n", c.Name, c.Phrase)
	}
	for _, w := range d.Warnings {
		fmt.Fprintf(&b, "warning %d: %s\n", w.Line, w.Message())
	}
	return b.String()
}

func TestSpansCoverWhatWasUnderstood(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/postings/officer.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := posting.Read(string(data))
	at := map[string]posting.Lines{}
	kinds := map[posting.SpanKind]int{}
	for _, s := range d.Spans {
		kinds[s.Kind]++
		if s.ID != "" {
			at[s.ID] = s.Lines
		}
	}
	for _, c := range d.Criteria {
		if at[c.ID] != c.Lines {
			t.Errorf("%s is marked at %v, read from %v", c.ID, at[c.ID], c.Lines)
		}
	}
	for _, k := range []posting.SpanKind{posting.SpanHeading, posting.SpanHeader, posting.SpanLeadIn, posting.SpanEssential, posting.SpanDesirable, posting.SpanCondition, posting.SpanCompetency} {
		if kinds[k] == 0 {
			t.Errorf("nothing is marked as %s", k)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/postings/*.txt")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(string(data))
		}
	}
	f.Add("ESSENTIAL\n-\n-\n•have\x00 a degree;|;\n")
	f.Fuzz(func(t *testing.T, text string) {
		d := posting.Read(text)
		lines := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") + 1
		for _, c := range d.Criteria {
			if c.Lines.From < 1 || c.Lines.To < c.Lines.From || c.Lines.To > lines {
				t.Errorf("%s stands on lines %v of %d", c.ID, c.Lines, lines)
			}
			if strings.TrimSpace(c.Text) == "" || c.ID == "" || c.Requirement.Kind == "" {
				t.Errorf("criterion without words, id or kind: %+v", c)
			}
		}
		for _, s := range d.Spans {
			if s.Lines.From < 1 || s.Lines.To < s.Lines.From {
				t.Errorf("span %+v", s)
			}
		}
		last := 0
		for _, s := range posting.Why(text) {
			if s.Line > last+1 || s.Line < last || s.Line > lines {
				t.Errorf("after line %d comes %+v", last, s)
			}
			last = s.Line
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/postings/officer.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		posting.Read(text)
	}
}
