package widget

// This file draws progress as a bar. A bar alone cannot be read out, so its figures stand beside it.

import (
	"fmt"
	"strings"
)

// Meter draws a bar with its figures, at most width cells wide: "▰▰▰▱▱▱ 12/24". If there is no room for a bar, it draws the
// figures alone.
func Meter(done, of, width int) string {
	figures := fmt.Sprintf("%d/%d", done, of)
	bar := min(width-len(figures)-1, 10)
	if of <= 0 || bar < 3 {
		return figures
	}
	return Bar(done, of, bar) + " " + figures
}

// Bar draws a bar of a number of cells, for places that show the figures already. It is empty only if nothing is done, and
// full only if all is done.
func Bar(done, of, bar int) string {
	if of <= 0 {
		return ""
	}
	full := min(bar, max(0, done*bar/of))
	if full == 0 && done > 0 {
		full = 1
	}
	if full == bar && done < of {
		full--
	}
	return strings.Repeat("▰", full) + strings.Repeat("▱", bar-full)
}
