package part

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"shortlist/tui/kit"
)

func TestTermsOfACriterion(t *testing.T) {
	t.Parallel()
	for words, tc := range map[string]struct {
		line string
		want []string
	}{
		"have at least 3 years of experience in planning or running exercises": {"I planned six exercises; the planner of the exercise ran them for years.", []string{"planned", "exercises", "planner", "exercise"}},
		"have excellent drafting skills":                                       {"Drafted reports and has skills.", []string{"Drafted"}},
		"knowledge of crisis management":                                       {"Managed a crisis, manager of crises in MANAGEMENT.", []string{"Managed", "crisis", "manager", "MANAGEMENT"}},
		"expérience de la rédaction":                                           {"Rédactions, rédigées", []string{"Rédactions"}},
		"have the following":                                                   {"nothing of the following", nil},
		"":                                                                     {"anything", nil},
	} {
		got := TermsOf(words).Words(tc.line)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s in %q (-want +got):\n%s", words, tc.line, diff)
		}
	}
}

// Marking terms changes nothing of the words and nothing of their width.
func FuzzTermsKeepTheLine(f *testing.F) {
	f.Add("planning exercises", "I planned an exercise")
	f.Add("İstanbul ßtraße", "istanbul STRASSE ﬁne\xff")
	theme := kit.NewTheme(true)
	f.Fuzz(func(t *testing.T, words, line string) {
		line = kit.Clean(line)
		if got := ansi.Strip(TermsOf(words).mark(theme, line)); got != ansi.Strip(line) {
			t.Errorf("%q became %q", line, got)
		}
	})
}
