package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shortlist/model/requirement"
)

func TestSignsInASCIIKeepTheirWidthAndStayApart(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, v := range requirement.Verdicts() {
		sign := asciiSigns.Replace(v.Mark())
		if strings.Trim(sign, "+x~o") != "" || ansi.StringWidth(sign) != ansi.StringWidth(v.Mark()) || seen[sign] != "" {
			t.Errorf("%s is %q, which is %q as well", v.Words(), sign, seen[sign])
		}
		seen[sign] = v.Words()
	}
	for _, frame := range []string{"╭─ Who? ─╮", "│ “Élodie” … │", "▸ C001 ▰▱ ◆▒ ≠ · –"} {
		got := asciiSigns.Replace(frame)
		if ansi.StringWidth(got) != ansi.StringWidth(frame) {
			t.Errorf("%q becomes %q, of another width", frame, got)
		}
		if rest := strings.ReplaceAll(got, "É", ""); strings.ContainsFunc(rest, func(r rune) bool { return r > 126 }) {
			t.Errorf("%q is not all in ASCII", got)
		}
	}
}

func TestASCIIIsAskedForByTheEnvironment(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		environ []string
		want    bool
	}{
		{[]string{}, false},
		{[]string{"SHORTLIST_ASCII=1"}, true},
		{[]string{"SHORTLIST_ASCII=0"}, false},
		{[]string{"SHORTLIST_ASCII=1", "SHORTLIST_ASCII="}, false},
	} {
		if got := New(Options{Environ: c.environ}).ascii; got != c.want {
			t.Errorf("%v gives %v", c.environ, got)
		}
	}
}
