package posting_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"shortlist/model/posting"
)

// This file damages a clean posting the way that copies are damaged and demands that the same criteria are read.

type mangling struct {
	name string
	do   func(string) string
}

var (
	bulletLine  = regexp.MustCompile(`(?m)^- `)
	codeBefore  = regexp.MustCompile(`^Q\d+ `) // a code is part of the posting's own words
	headingLine = regexp.MustCompile(`(?m)^\d\. ([A-Z &]+)$`)
)

// manglings of the layout; each is tried alone.
var manglings = []mangling{
	{"no bullets", func(s string) string { return bulletLine.ReplaceAllString(s, "") }},
	{"round bullets", func(s string) string { return bulletLine.ReplaceAllString(s, "• ") }},
	{"bullets of a symbol font", func(s string) string { return bulletLine.ReplaceAllString(s, "\uf0b7 ") }},
	{"bullets without a space", func(s string) string { return bulletLine.ReplaceAllString(s, "•") }},
	{"bullets alone on their line", func(s string) string { return bulletLine.ReplaceAllString(s, "-\n") }},
	{"deep indent", func(s string) string { return bulletLine.ReplaceAllString(s, "        o ") }},
	{"numbers", numbered("%d. ")},
	{"letters", func(s string) string {
		return numberedBy(s, func(n int) string { return string(rune('a'+n%26)) + ") " })
	}},
	{"codes", func(s string) string { return numberedBy(s, func(n int) string { return fmt.Sprintf("Q%d ", n+1) }) }},
	{"blank lines between entries", func(s string) string { return bulletLine.ReplaceAllString(s, "\n- ") }},
	{"wrapped at 80", wrapped(80, "- ", "")},
	{"wrapped at 66 with a hanging indent", wrapped(66, "• ", "  ")},
	{"wrapped at 90 without bullets", wrapped(90, "", "")},
	{"wrapped with page furniture", paged},
	{"headings glued", func(s string) string {
		return headingLine.ReplaceAllStringFunc(s, func(h string) string { return strings.ReplaceAll(h, " ", "") })
	}},
	{"headings without numbers", func(s string) string { return headingLine.ReplaceAllString(s, "$1") }},
	{"headings in small letters with a colon", func(s string) string {
		s = headingLine.ReplaceAllStringFunc(s, func(h string) string { return h[:4] + strings.ToLower(h[4:]) + ":" })
		return strings.NewReplacer("\nESSENTIAL\n", "\nEssential:\n", "\nDESIRABLE\n", "\nDesirable:\n").Replace(s)
	}},
	{"headings in bold", func(s string) string {
		s = headingLine.ReplaceAllString(s, "**$1**")
		return strings.NewReplacer("\nESSENTIAL\n", "\n**ESSENTIAL**\n\n", "\nDESIRABLE\n", "\n**DESIRABLE**\n\n").Replace(s)
	}},
	{"Markdown headings", func(s string) string {
		s = headingLine.ReplaceAllString(s, "\n## $1\n")
		return strings.NewReplacer("\nESSENTIAL\n", "\n### Essential\n\n", "\nDESIRABLE\n", "\n### Desirable\n\n").Replace(s)
	}},
	{"lead-ins lost", func(s string) string {
		return strings.NewReplacer("The incumbent must:\n", "", "The following would be considered an advantage:\n", "").Replace(s)
	}},
	{"class headings lost", func(s string) string { return strings.NewReplacer("ESSENTIAL\n", "", "DESIRABLE\n", "").Replace(s) }},
	{"heading and lead-in on one line", func(s string) string {
		return strings.NewReplacer("ESSENTIAL\nThe", "ESSENTIAL , The", "DESIRABLE\nThe", "DESIRABLE The").Replace(s)
	}},
	{"heading after the lists lost", func(s string) string { return strings.Replace(s, "3. MAIN ACCOUNTABILITIES\n", "", 1) }},
	{"headings run on", func(s string) string {
		s = strings.NewReplacer("\nESSENTIAL\nThe incumbent must:\n", "   ESSENTIAL   The incumbent must:\n", "\nDESIRABLE\nThe", "   DESIRABLE   The").Replace(s)
		return strings.Replace(s, "\n3. MAIN ACCOUNTABILITIES\n", "   3.         MAIN ACCOUNTABILITIES ", 1)
	}},
	{"headings glued to the text", func(s string) string {
		s = strings.NewReplacer("\nESSENTIAL\n", "ESSENTIAL", "\nDESIRABLE\n", "DESIRABLE").Replace(s)
		return strings.Replace(s, "\n3. MAIN ACCOUNTABILITIES\n", "3.MAIN ACCOUNTABILITIES", 1)
	}},
	{"lists run on", func(s string) string {
		lines := strings.Split(s, "\n")
		for i := 1; i < len(lines); i++ {
			if strings.HasPrefix(lines[i], "- ") && strings.HasSuffix(strings.TrimSuffix(lines[i-1], " and"), ";") {
				lines[i-1], lines[i] = "", lines[i-1]+" "+lines[i][2:]
			}
		}
		return strings.Join(lines, "\n")
	}},
}

// surfaces are damages that leave the layout; any of them may come together with any of manglings.
var surfaces = []mangling{
	{"nothing", func(s string) string { return s }},
	{"no-break spaces", func(s string) string { return strings.ReplaceAll(s, "\nhave ", "\nhave\u00a0") }},
	{"all spaces no-break", func(s string) string { return strings.ReplaceAll(s, " a ", "\u00a0a\u00a0") }},
	{"straight quotes", strings.NewReplacer("“", `"`, "”", `"`, "’", "'").Replace},
	{"French quotes", strings.NewReplacer("“", "«\u00a0", "”", "\u00a0»").Replace},
	{"no quotes", strings.NewReplacer("“", "", "”", "", "’", "").Replace},
	{"no commas", func(s string) string { return strings.ReplaceAll(s, ",", "") }},
	{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"CR", func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }},
	{"CR CR LF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\r\n") }},
	{"a blank line after every line", func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") }},
	{"trailing spaces", func(s string) string { return strings.ReplaceAll(s, "\n", "  \n") }},
	{"zero width spaces", func(s string) string { return strings.ReplaceAll(s, "degree", "deg\u200bree") }},
	{"text before", func(s string) string { return "Home\nJobs\nSign in\n" + s }},
	{"text after", func(s string) string {
		return s + "\nShare\nSimilar jobs\nOfficer, Roads\nAssistant, Rails\nCookie policy\n"
	}},
}

func numbered(format string) func(string) string {
	return func(s string) string { return numberedBy(s, func(n int) string { return fmt.Sprintf(format, n+1) }) }
}

func numberedBy(s string, mark func(n int) string) string {
	lines, n := strings.Split(s, "\n"), 0
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(l, "- "); ok {
			lines[i] = mark(n) + rest
			n++
		} else {
			n = 0
		}
	}
	return strings.Join(lines, "\n")
}

func wrapped(width int, bullet, indent string) func(string) string {
	return func(s string) string {
		var out []string
		for _, l := range strings.Split(s, "\n") {
			hang := ""
			if rest, ok := strings.CutPrefix(l, "- "); ok {
				l, hang = bullet+rest, indent
			}
			line := ""
			for _, w := range strings.Fields(l) {
				if line != "" && len([]rune(line))+1+len([]rune(w)) > width {
					out = append(out, line)
					line = hang + w
					continue
				}
				line = strings.TrimPrefix(line+" "+w, " ")
			}
			out = append(out, line)
		}
		return strings.Join(out, "\n")
	}
}

func paged(s string) string {
	var out []string
	for i, l := range strings.Split(wrapped(84, "\uf0b7 ", "")(s), "\n") {
		out = append(out, l)
		if i%12 == 11 {
			out = append(out, "NATO UNCLASSIFIED", fmt.Sprintf("-%d-", i/12+1), "NATO UNCLASSIFIED")
		}
	}
	return strings.Join(out, "\n")
}

// essence is what every copy must agree on: the criteria, by their letters.
func essence(d posting.Draft) []string {
	var out []string
	for _, c := range d.Criteria {
		r := c.Requirement
		level := ""
		if r.Degree != nil {
			level = fmt.Sprint(r.Degree.Level, r.Degree.EquivalentAccepted)
		}
		out = append(out, fmt.Sprintf("%s %s %d %s %v %s", c.ID, r.Kind, r.Months, level, r.Languages, onlyLetters(codeBefore.ReplaceAllString(c.Text, ""))))
	}
	return out
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func clean(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/postings/officer.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestADamagedCopyGivesTheSameCriteria: each kind of damage alone gives the same criteria.
func TestADamagedCopyGivesTheSameCriteria(t *testing.T) {
	t.Parallel()
	text := clean(t)
	want := essence(posting.Read(text))
	if len(want) != 12 {
		t.Fatalf("the clean posting has %d criteria", len(want))
	}
	for _, m := range append(append([]mangling(nil), manglings...), surfaces...) {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			damaged := m.do(text)
			if diff := cmp.Diff(want, essence(posting.Read(damaged))); diff != "" {
				t.Errorf("other criteria (-want +got):\n%s\nin:\n%s", diff, damaged)
			}
		})
	}
}

// TestDamagesTogetherGiveTheSameCriteria: a damage of the layout and two of the surface give the same criteria.
func TestDamagesTogetherGiveTheSameCriteria(t *testing.T) {
	t.Parallel()
	text := clean(t)
	want := essence(posting.Read(text))
	rapid.Check(t, func(t *rapid.T) {
		damaged := text
		for _, from := range [][]mangling{manglings, surfaces, surfaces} {
			m := from[rapid.IntRange(0, len(from)-1).Draw(t, "mangling")]
			t.Log(m.name)
			damaged = m.do(damaged)
		}
		got := essence(posting.Read(damaged))
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b string) bool { return a == b })); diff != "" {
			t.Fatalf("other criteria (-want +got):\n%s\nin:\n%s", diff, damaged)
		}
	})
}

// TestDamagedPublishedPostingsGiveTheSameCriteria damages published postings in the same ways, where a folder of them lies beside the
// repository; the invented one above stands for them everywhere else.
func TestDamagedPublishedPostingsGiveTheSameCriteria(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../../shared/postings/00[0234]*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(data), "\n• ", "\n- ")
		want := posting.Read(text)
		for _, m := range append(append([]mangling(nil), manglings...), surfaces...) {
			t.Run(filepath.Base(file)[:3]+" "+m.name, func(t *testing.T) {
				t.Parallel()
				got := posting.Read(m.do(text))
				if diff := cmp.Diff(essence(want), essence(got)); diff != "" {
					t.Errorf("other criteria (-want +got):\n%s", diff)
				}
				if len(got.Competencies) != len(want.Competencies) {
					t.Errorf("%d competencies, want %d", len(got.Competencies), len(want.Competencies))
				}
			})
		}
	}
}
