package imports

import (
	"math"
	"strconv"
	"strings"

	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file reads the share of full time of a job: a percentage, a fraction from 0 to 1, or words. Which of them a bare 1
// is, the name and the other cells of its column say.

// fullTimeWords and partTimeWords are words for a share, folded.
var (
	fullTimeWords = [...]string{"full time", "full-time", "fulltime", "ft", "temps plein", "temps complet", "plein temps", "a temps plein", "vollzeit", "voltijds", "voltijd", "tiempo completo", "tempo pieno", "tempo integral"}
	partTimeWords = [...]string{"part time", "part-time", "parttime", "pt", "temps partiel", "a temps partiel", "mi-temps", "teilzeit", "deeltijds", "deeltijd", "tiempo parcial", "tempo parziale", "tempo parcial"}
)

// percent is a share of full time in whole per cent; 0 if unknown.
func (v *values) percent(s string) int {
	if len(s) == 2 && s[0] >= '1' && s[0] <= '9' && isDigit(s[1]) || s == "100" { // most cells are
		n, _ := strconv.Atoi(s)
		return n
	}
	if v.column == nil { // a document names the field, and its share is a percentage
		return v.whole(strings.TrimRight(s, "% \u00a0"), "a percentage of full time", 1, 100)
	}
	if s = v.line(s); s == "" {
		return 0
	}
	n, signed, ok := shareOf(s)
	switch {
	case !ok && v.shareInWords(s) >= 0:
		return v.shareInWords(s)
	case !ok && isOneOfWords(partTimeWords[:], s):
		v.warn("%s does not say how much of full time: the share was left open.", text.Quoted(s))
		return 0
	case !ok, n <= 0, n > 100, !signed && n > 1 && n < 2:
		v.wrong("%s is not a percentage of full time: a whole number from 1 to 100 expected.", text.Quoted(s))
		return 0
	case signed, n >= 2:
		return v.rounded(s, n)
	case n == 1:
		return v.one(v.facts(), s)
	}
	return max(1, int(math.Round(n*100)))
}

// one is the share that a bare 1 means.
func (v *values) one(facts *columnFacts, s string) int {
	switch {
	case facts.shares.percentages > 0 && facts.shares.fractions == 0:
		v.warn("%s may be 1 %% or the whole of full time, because the file holds percentages as well: the share was left open.", text.Quoted(s))
		return 0
	case !facts.saysFraction():
		v.warn("%s was read as 100 %%.", text.Quoted(s))
	}
	return 100
}

// rounded is a percentage as a whole number.
func (v *values) rounded(s string, n float64) int {
	out := max(1, int(math.Round(n)))
	if float64(out) != n {
		v.warn("%s was read as %d %%.", text.Quoted(s), out)
	}
	return out
}

// shareOf is the number in a share: "80 %", "0,8", "80.00". Signed is true if it says that it is a percentage.
func shareOf(s string) (n float64, signed, ok bool) {
	bare := requirement.Fold(s)
	for _, end := range [...]string{"%", "percent", "per cent", "pct", "pour cent", "prozent"} {
		if rest, found := strings.CutSuffix(bare, end); found {
			bare, signed = strings.TrimSpace(rest), true
			break
		}
	}
	for _, r := range bare {
		if r != '.' && r != ',' && (r < '0' || r > '9') {
			return 0, false, false
		}
	}
	n, err := strconv.ParseFloat(strings.Replace(bare, ",", ".", 1), 64)
	return n, signed, err == nil
}

// shareInWords is the share of words for full time, or of a percentage beside words: "Teilzeit 80 %". It is -1 if there is
// none.
func (v *values) shareInWords(s string) int {
	if isOneOfWords(fullTimeWords[:], s) {
		return 100
	}
	low := requirement.Fold(s)
	for _, words := range [...][]string{fullTimeWords[:], partTimeWords[:]} {
		for _, w := range words {
			rest, found := strings.CutPrefix(low, w)
			if !found {
				rest, found = strings.CutSuffix(low, w)
			}
			if !found {
				continue
			}
			n, signed, ok := shareOf(strings.Trim(rest, " ()-:,"))
			if ok && signed && n >= 1 && n <= 100 && (n == 100) == (&words[0] == &fullTimeWords[0]) {
				return int(math.Round(n))
			}
		}
	}
	return -1
}

func isOneOfWords(words []string, s string) bool {
	low := requirement.Fold(s)
	for _, w := range words {
		if w == low {
			return true
		}
	}
	return false
}

// saysFraction returns true if the name of a column says that it holds fractions, in which 1 is the whole of full time.
func (f *columnFacts) saysFraction() bool {
	if strings.Contains(f.name, "%") {
		return false
	}
	key := " " + nameKey(f.name) + " "
	if strings.Contains(key, "percent") || strings.Contains(key, "pourcent") {
		return false
	}
	for _, w := range [...]string{" fte ", " etp ", " full time equivalent ", " equivalent temps plein ", " fraction ", " quotite ", " vza ", " vzae "} {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
}
