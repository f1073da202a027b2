package kit

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shortlist/model/modeltest"
)

func TestNothingHostileReachesTheScreen(t *testing.T) {
	t.Parallel()
	for _, h := range modeltest.Hostile {
		if got := Clean(h.Text); got != h.Want {
			t.Errorf("%s: %q, want %q", h.Class, got, h.Want)
		}
		if got := CleanLines(h.Text + "\r\n\t" + h.Text); got != h.Want+"\n "+h.Want {
			t.Errorf("%s on two lines: %q, want %q", h.Class, got, h.Want)
		}
	}
	for in, want := range map[string]string{"Zoë\u00a0山田 e\u0301 👩🏽": "Zoë\u00a0山田 e\u0301 👩🏽", "a\tb\nc": "a b c", "a\n\nb": "a  b"} {
		if got := Clean(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

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
