package posting

import (
	"strings"
	"unicode"
)

// This file belongs to the third stage: it reads the labelled facts of a head that a copy has run together on one line,
// "Grade: A-2 Title: Officer Country: Germany".

// maxInline is the longest line that is looked at for labels.
const maxInline = 2000

// labelledPiece is a labelled fact inside a line.
type labelledPiece struct {
	field field
	value string
}

// inlineFacts returns the labelled facts of a line that holds two or more, nil if it holds fewer.
func inlineFacts(text string) []labelledPiece {
	if len(text) > maxInline || strings.Count(text, ":") < 2 {
		return nil
	}
	var out []labelledPiece
	end := 0 // the value before ends here at the earliest
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

// labelBefore finds the longest known label that ends before the colon at byte i, and the place where it begins.
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

// ungluedLabels sets a label on a line of its own if a copy has run it into the value before: "BrusselsNATO Body",
// "MonthlyGrade NATO Grade G10Description".
func ungluedLabels(lines []line, headEnd int) []line {
	var out []line
	for i := range lines {
		l := lines[i]
		if l.no <= min(headEnd, 40) && len(l.text) < 120 && l.bullet == noBullet {
			for rest := l.text; ; {
				at, end := gluedLabel(rest)
				if at < 0 {
					l.text = rest
					break
				}
				before, name := l, l
				before.text, name.text = strings.TrimSpace(rest[:at]), rest[at:end]
				if before.text != "" {
					out = append(out, before)
				}
				if rest = strings.TrimSpace(rest[end:]); rest == "" {
					l = name
					break
				}
				out = append(out, name)
			}
		}
		out = append(out, l)
	}
	return out
}

// gluedLabel finds the first label that begins right after a small letter or digit, and its end; -1 if there is none.
func gluedLabel(s string) (from, to int) {
	for i := 1; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' || !valueEnds(s[:i]) {
			continue
		}
		for _, name := range gluedNames {
			end := i + len(name)
			if strings.HasPrefix(s[i:], name) && (end == len(s) || !small(s[end])) {
				return i, end
			}
		}
	}
	return -1, -1
}

// valueEnds returns true if a value may end with s, so that a label follows without a space: "Brussels", "11:59 PM".
func valueEnds(s string) bool {
	return small(s[len(s)-1]) || strings.HasSuffix(s, " PM") || strings.HasSuffix(s, " AM")
}

// small returns true for what stands at the end of a word: a small letter, a digit or a bracket.
func small(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ')' }

// gluedNames are the labels of the recruitment system whose pages are most often copied without their breaks.
var gluedNames = []string{
	"NATO Body",
	"Schedule",
	"Application Deadline",
	"Salary (Pay Basis)",
	"Grade",
	"Clearance Level",
	"Description",
	"Primary Location",
	"Other Locations",
}
