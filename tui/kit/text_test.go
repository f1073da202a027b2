package kit

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever is wrapped, no line is too long and no letter is lost.
func TestWrapKeepsToTheWidth(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		text := &Text{Graphemes: rapid.Bool().Draw(r, "graphemes")}
		s := rapid.StringOfN(rapid.SampledFrom([]rune("ab c/-山é")), 0, 60, -1).Draw(r, "text")
		n := rapid.IntRange(2, 20).Draw(r, "width")
		lines := text.Wrap(s, n)
		for _, l := range lines {
			if text.Width(l) > n {
				r.Fatalf("%q takes %d of %d cells", l, text.Width(l), n)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := bare(strings.Join(lines, "")); got != bare(s) {
			r.Fatalf("%q became %q", bare(s), got)
		}
	})
}
