package posting

import (
	"regexp"
	"strings"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it reads facts of the head from the pieces of a line that says several without a
// label: "Noordwijk, Netherlands | A2/A4 | closes 10 Feb 2027".

// headPieces parts a short line of the head at wide gaps, strokes, dots and dashes with spaces around them.
func headPieces(text string) []string {
	if len(text) > maxPieces {
		return nil
	}
	var out []string
	for _, s := range pieceBreak().Split(text, 12) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// maxPieces is the longest line that is taken for facts beside each other.
const maxPieces = 140

var (
	pieceBreak = lazy(`\s{2,}|\s*[|·•]\s*|\s+[–—-]\s+|\s+/\s+`)
	// codeInBrackets is a number that ends a line in brackets: "Harbour Pilot [PO-T-17]".
	codeInBrackets = lazy(`[(\[]([A-Z0-9]{1,8}(?:[-/][A-Z0-9]{1,8}){1,4})[)\]]$`)
	// numberLine is a number that stands alone on its line.
	numberLine = lazy(`^(\d{5,7})$`)
	// codeBehindName is a code behind what such numbers are called.
	codeBehindName = lazy(oneOf{
		`(?i:\b(?:competition|job (?:requisition id|identification|ref(?:erence)?|id)|vacancy(?: notice| announcement)?|position|offre|avis de vacance|mise au concours|concours|r[ée]f(?:[ée]rence)?|ref(?:erence)?|requisition))`,
	}, `[.:]?\s*(?i:n[°ºo]\.?|no\.?|nr\.?)?\s*[:#]?\s*`,
		`((?:[A-Z]{2,5} )?[A-Z0-9]{1,8}(?:[-/.][A-Z0-9]{1,9})*(?: \([A-Z]\))?)\s*$`)
	bareCode = lazy(`^(?i:n[°º])\s*([A-Z0-9]{1,8}(?:[-/][A-Z0-9]{1,8})+)$`)
	// gradePiece is a grade alone: "A2/A4", "PL-5", "Pay Band 7", "classe 14".
	gradePiece = lazy(oneOf{
		`^((?i:pay band|band|grade|level|classe|cat[ée]gorie|[ée]chelle) (?:\d{1,2}|[A-D])\b(?:/[A-Z]?\d{1,2})?)$`,
		`^((?:NO[A-D]|[A-Z]{1,3}-?\d{1,2})(?:/[A-Z]{0,3}-?\d{1,2})?)$`,
		`^(?i:grade) ([A-Z]\d{1,2}/[A-Z]\d{1,2})\b.*$`,
	})
	placePiece = lazy(`^(\p{Lu}[\p{L}'’ -]{1,30}, (?:\p{Lu}[\p{L}. ]{2,30}))$`)
)

// codeNamed is the code behind what such codes are called. One without a digit is a word.
func codeNamed(text string) (string, bool) {
	for _, piece := range append(headPieces(text), text) {
		for _, re := range []func() *regexp.Regexp{codeBehindName, bareCode} {
			if m := re().FindStringSubmatch(piece); m != nil {
				if code, _ := groupOf(m); strings.ContainsAny(code, "0123456789") {
					return code, true
				}
			}
		}
	}
	return "", false
}

// codeBracketed is the code that ends a line in brackets.
func codeBracketed(text string) (string, bool) {
	if len(text) > maxPieces {
		return "", false
	}
	code, ok := groupOf(codeInBrackets().FindStringSubmatch(text))
	return code, ok && strings.ContainsAny(code, "0123456789")
}

// gradeAmong is the grade among the pieces of a line.
func gradeAmong(text string) (string, bool) {
	for _, p := range headPieces(text) {
		if g, ok := groupOf(gradePiece().FindStringSubmatch(p)); ok {
			return g, true
		}
	}
	return "", false
}

// placeAmong returns a place with its country among the pieces of a line and the rule, empty if there is none.
func placeAmong(text string) (place, name string) {
	for _, p := range headPieces(text) {
		v, ok := groupOf(placePiece().FindStringSubmatch(p))
		if !ok {
			continue
		}
		if _, country, _ := strings.Cut(v, ", "); requirement.IsNation(country) {
			return v, rulePlaceCountry
		}
	}
	return "", ""
}
