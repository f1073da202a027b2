package posting

import (
	"strings"
	"unicode"
)

// This file reads the labelled facts of a head that a copy has run together on one line: "Grade: A-2 Title: Officer
// Country: Germany".

// maxInline is the longest line that is looked at for labels.
const maxInline = 2000

// labelledPiece is a labelled fact inside a line.
type labelledPiece struct {
	field field
	value string
}

// inlineFacts are the labelled facts of a line that holds two or more, nil where it holds fewer.
func inlineFacts(text string) []labelledPiece {
	if len(text) > maxInline || strings.Count(text, ":") < 2 {
		return nil
	}
	var out []labelledPiece
	end := 0 // where the value before ends at the earliest
	open := -1
	for i := 0; i < len(text); i++ {
		if text[i] != ':' {
			continue
		}
		from, f := labelBefore(text, end, i)
		if f == noField {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].value = value(text[open:from])
		} else if from > 0 && strings.TrimSpace(text[:from]) != "" && len(text[:from]) > 60 {
			return nil // words of a sentence
		}
		out = append(out, labelledPiece{field: f})
		open, end = i+1, i+1
	}
	if len(out) < 2 {
		return nil
	}
	out[len(out)-1].value = value(text[open:])
	return out
}

// labelBefore is the longest known label that ends before the colon at byte i, and where it begins.
func labelBefore(text string, end, i int) (int, field) {
	best, found := -1, noField
	at := i
	for range 6 {
		for at > end && text[at-1] == ' ' {
			at--
		}
		for at > end && text[at-1] != ' ' {
			at--
		}
		if !unicode.IsUpper(firstRune(text[at:])) {
			if at <= end {
				break
			}
			continue
		}
		if f := labelFields()[labelKey(text[at:i])]; f != noField {
			best, found = at, f
		}
		if at <= end || i-at > 60 {
			break
		}
	}
	return best, found
}
