package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file belongs to the first stage: it recognises the bullets that a scan has turned into letters and signs.

// scannedDots are what the reading of a scan makes of a bullet. One alone may be meant: a price, a quotation, the name of
// a right. Among several lines that begin so it is a bullet.
const scannedDots = "¢©®«¤°e"

// leastScanned is how many lines must begin with such a sign.
const leastScanned = 3

// markScanned gives lines that begin with such a sign and a space the bullet that it was.
func markScanned(lines []line) {
	count := 0
	for i := range lines {
		if _, ok := scannedDot(&lines[i]); ok {
			count++
		}
	}
	if count < leastScanned {
		return
	}
	for i := range lines {
		if words, ok := scannedDot(&lines[i]); ok {
			lines[i].bullet, lines[i].text = dotBullet, words
		}
	}
}

// scannedDot returns the words behind such a sign.
func scannedDot(l *line) (words string, ok bool) {
	if l.bullet != noBullet || l.blank {
		return "", false
	}
	r, n := utf8.DecodeRuneInString(l.text)
	rest := l.text[n:]
	if !strings.ContainsRune(scannedDots, r) || !strings.HasPrefix(rest, " ") || strings.ContainsRune(rest, '»') {
		return "", false
	}
	words = strings.TrimSpace(rest)
	return words, unicode.IsLetter(firstRune(words)) || unicode.IsDigit(firstRune(words))
}
