package widget

// This file draws progress. The figures stand beside the bar; the bar alone says nothing.

import (
	"fmt"
	"strings"
)

// Meter draws how much of something is done: "▰▰▰▱▱▱ 12/24". The bar takes what the figures leave of the width.
func Meter(done, of, width int) string {
	figures := fmt.Sprintf("%d/%d", done, of)
	bar := min(width-len(figures)-1, 10)
	if of <= 0 || bar < 3 {
		return figures
	}
	return Bar(done, of, bar) + " " + figures
}

// Bar is the bar alone, for where the figures stand already.
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
