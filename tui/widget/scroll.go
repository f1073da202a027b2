package widget

// This file holds the arithmetic that every scrolling list shares.

// Reveal returns the first line to show, so that the lines from from up to but not including to are in a window of height
// lines, of total lines in all. top is the first line shown now: it changes only as far as it must. If the lines do not fit
// the window, their beginning is shown.
func Reveal(top, from, to, height, total int) int {
	if to > top+height {
		top = to - height
	}
	if from < top {
		top = from
	}
	return ClampTop(top, height, total)
}

// ClampTop returns the first line to show nearest to top, so that the window does not go past the end of the lines.
func ClampTop(top, height, total int) int { return max(0, min(top, total-height)) }
