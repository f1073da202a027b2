package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file belongs to the first stage: it recognises what stands in front of a list entry, bullets of any kind,
// letters, numbers and codes.

// bullet is the kind of mark before a list entry: "" for none, "•" for any dot or dash, "1" for a number, "a" for a
// letter, "I" for a roman number, "E" for a code such as "ES 1".
type bullet string

const (
	noBullet     bullet = ""
	dotBullet    bullet = "•"
	numberBullet bullet = "1"
	letterBullet bullet = "a"
	codeBullet   bullet = "E"
)

// counted returns true if the mark is also used before headings.
func (b bullet) counted() bool { return b == numberBullet || b == letterBullet }

// dots are the signs that are bullets wherever a line begins with them. A new one is one more rune here.
const dots = "•·●○◦▪▫■□◼◆◇‣⁃∙►▶➢➤➔→✓✔✅❖♦★☐*"

// letterDots are letters that stand for a bullet of a symbol font whose name the copy has lost, if a space follows.
const letterDots = "o§Øü"

// takeBullet parts the mark before a list entry from its words.
func takeBullet(s string) (bullet, string) {
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	spaced := rest == "" || rest[0] == ' '
	switch {
	case s == "":
		return noBullet, s
	case r >= 0xe000 && r <= 0xf8ff: // symbol fonts put their bullets into the private use area
		return dotBullet, strings.TrimSpace(rest)
	case r == '*' && !spaced: // "*Only for nationals" has a footnote
		return noBullet, s
	case r == '·' && !spaced && unicode.IsDigit(firstRune(rest)): // "·5" is a number
		return noBullet, s
	case strings.ContainsRune(dots, r):
		return dotBullet, strings.TrimSpace(rest)
	case strings.ContainsRune("-–—", r) && (spaced || unicode.IsLetter(firstRune(rest))): // "-have a degree", not "-5"
		return dotBullet, strings.TrimSpace(strings.TrimLeft(rest, "-–— "))
	case strings.ContainsRune("+>", r) && spaced:
		return dotBullet, strings.TrimSpace(strings.TrimLeft(rest, "-–— "))
	case strings.ContainsRune(letterDots, r) && strings.HasPrefix(rest, " "):
		return dotBullet, strings.TrimSpace(rest)
	}
	return takeCount(s)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// takeCount parts "1.", "(2)", "a)", "iv." from the words that follow.
func takeCount(s string) (bullet, string) {
	m := countPattern().FindStringSubmatchIndex(s[:min(len(s), 16)])
	if m == nil {
		if m = partNumber().FindStringIndex(s[:min(len(s), 16)]); m == nil || amountAfter().MatchString(s[m[1]:]) {
			return noBullet, s
		}
		return numberBullet, strings.TrimSpace(s[m[1]:])
	}
	mark, rest := s[m[2]:m[3]], s[m[1]:]
	if unicode.IsDigit(rune(mark[0])) {
		// "5.5 years" and "2.QUALIFICATIONS": a number glued to a word is a count, glued to a digit it is not.
		if rest != "" && unicode.IsDigit(rune(rest[0])) {
			return noBullet, s
		}
		return numberBullet, strings.TrimSpace(rest)
	}
	if rest != "" && rest[0] != ' ' && s[m[3]] != ')' {
		return noBullet, s // "e.g."
	}
	if strings.ToUpper(mark) == mark && s[m[3]] == '.' && len(mark) == 1 && !strings.HasPrefix(rest, " ") {
		return noBullet, s // "U.S."
	}
	return letterBullet, strings.TrimSpace(rest)
}

var (
	// partNumber is a number in parts without a mark behind it: "4.1.1 a degree".
	partNumber = lazy(`^\d{1,2}(?:\.\d{1,2}){1,2} +`)
	// amountAfter makes an amount of it: "2.5 years".
	amountAfter = lazy(`(?i)^(?:years?|yrs?|months?|ans?|ann[ée]es?|mois|million|milliard|billion|eur|euros?|usd|chf|per ?cent|pour ?cent|hours?|heures?|m\b|km\b|kg\b|%)`)
)

var countPattern = lazy(`^\(?(\d{1,2}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivx]{2,4})[.)]`)

// markCodes recognises entries that carry a code of their own ("ES 1", "D2.") if the same letters come twice.
func markCodes(lines []line) {
	count := map[string]int{}
	for pass := range 2 {
		for i := range lines {
			l := &lines[i]
			if l.bullet != noBullet || len(l.text) < 8 {
				continue
			}
			m := codePattern().FindStringSubmatchIndex(l.text[:min(len(l.text), 16)])
			if m == nil {
				continue
			}
			code := l.text[m[2]:m[3]]
			if pass == 0 {
				count[code]++
			} else if count[code] > 1 {
				l.bullet = codeBullet
			}
		}
	}
}

var codePattern = lazy(`^([A-Z]{1,3})[ -]?\d{1,2}(?:\.\d)?[.:)]?\s+`)
