package widget

// This file tests the arithmetic of scrolling.

import "testing"

func TestRevealMovesTheWindowNoFurtherThanItMust(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ top, from, to, height, total, want int }{
		"lines in view leave the window alone":      {3, 4, 6, 5, 20, 3},
		"lines below come in at the lower edge":     {0, 8, 10, 5, 20, 5},
		"lines above come in at the upper edge":     {9, 4, 6, 5, 20, 4},
		"lines too many show their beginning":       {0, 6, 14, 5, 20, 6},
		"the window does not go past the last line": {19, 19, 20, 5, 20, 15},
		"a list shorter than the window begins it":  {2, 1, 2, 5, 3, 0},
		"an empty list": {4, 0, 0, 5, 0, 0},
	} {
		if got := Reveal(tc.top, tc.from, tc.to, tc.height, tc.total); got != tc.want {
			t.Errorf("%s: first line %d, want %d", name, got, tc.want)
		}
	}
}
