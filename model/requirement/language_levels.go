package requirement

import "strings"

// This file reads language levels as they are written on each scale. A level is never read without its scale, unless
// its spelling exists on one scale only.

// comparableLevel is a level that can be compared with another of the same scale. NATO and CEFR levels and the four
// skills of a profile are counted in half steps, so that a plus lies between two levels.
type comparableLevel struct {
	scale Scale
	half  [4]int8 // listening, speaking, reading, writing of a profile; otherwise only the first is used
	word  string  // a level in words
}

var romanLevels = [...]string{"0", "I", "II", "III", "IV", "V", "VI"}

var natoLevelNames = [...]string{
	"NONE", "BEGINNER", "ELEMENTARY", "INTERMEDIATE", "UPPER-INTERMEDIATE", "ADVANCED", "PROFICIENCY",
}

var cefrLevels = [...]string{"0", "A1", "A2", "B1", "B2", "C1", "C2"}

var slpSkills = [...]string{"listening", "speaking", "reading", "writing"}

// readLanguageLevel reads a level on its scale. An empty scale is accepted if the spelling leaves no doubt.
func readLanguageLevel(scale Scale, text string) (comparableLevel, bool) {
	switch scale {
	case ScaleNATO:
		return readNATOLevel(text)
	case ScaleCEFR:
		return readCEFRLevel(text)
	case ScaleSLP:
		return readSLPLevel(text)
	case ScaleWords:
		w := foldWord(text)
		return comparableLevel{scale: ScaleWords, word: w}, w != ""
	case "":
		for n := 1; n < len(romanLevels); n++ {
			if strings.EqualFold(strings.TrimSpace(text), romanLevels[n]) {
				return readNATOLevel(text)
			}
		}
		if l, ok := readCEFRLevel(text); ok && l.half[0] > 0 {
			return l, true
		}
		return readSLPLevel(text)
	}
	return comparableLevel{}, false
}

// foldWord folds a level in words: "Fluent " and "fluent" are the same.
func foldWord(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// bareLevel upper-cases a level, drops the words around it ("Level V (Advanced)") and gives the bare level.
func bareLevel(text string, prefixes ...string) string {
	for i := 1; i < len(romanLevels); i++ { // the usual case: nothing to clean
		if text == romanLevels[i] || text == cefrLevels[i] {
			return text
		}
	}
	t := strings.ToUpper(strings.TrimSpace(text))
	for again := true; again; {
		again = false
		for _, p := range prefixes {
			if rest, found := strings.CutPrefix(t, p); found {
				t, again = strings.TrimLeft(rest, " :-–"), true
			}
		}
	}
	if i := strings.IndexAny(t, " (,;/"); i > 0 && !strings.HasPrefix(t, "UPPER") && !strings.HasPrefix(t, "NO ") {
		t = t[:i]
	}
	return strings.Trim(t, " ().\"'“”‘’")
}

func readNATOLevel(text string) (comparableLevel, bool) {
	t := bareLevel(text, "NATO", "LEVEL", "NIVEAU")
	if t == "UPPER INTERMEDIATE" {
		t = natoLevelNames[4]
	}
	if r := []rune(t); len(r) == 1 && r[0] >= 'Ⅰ' && r[0] <= 'Ⅵ' {
		t = romanLevels[r[0]-'Ⅰ'+1]
	}
	for n := range romanLevels {
		if t == romanLevels[n] || t == natoLevelNames[n] || len(t) == 1 && t[0] == byte('0'+n) {
			return comparableLevel{scale: ScaleNATO, half: [4]int8{int8(2 * n)}}, true
		}
	}
	return comparableLevel{scale: ScaleNATO}, strings.HasPrefix(t, "NO KNOWLEDGE")
}

func readCEFRLevel(text string) (comparableLevel, bool) {
	t := bareLevel(text, "CEFR", "CECR", "LEVEL", "NIVEAU")
	plus := strings.HasSuffix(t, "+")
	t = strings.TrimSuffix(t, "+")
	if t == "NONE" || strings.HasPrefix(t, "NO KNOWLEDGE") {
		t = "0"
	}
	for n, name := range cefrLevels {
		if t != name {
			continue
		}
		half := int8(2 * n)
		if plus {
			if n == 0 || n == 6 {
				return comparableLevel{}, false
			}
			half++
		}
		return comparableLevel{scale: ScaleCEFR, half: [4]int8{half}}, true
	}
	return comparableLevel{}, false
}

// readSLPLevel reads a STANAG 6001 profile: 3333, 3-3-3-3, SLP 32+22, L3 S3 R2 W2. It takes exactly four digits,
// each with an optional plus; 5+ does not exist.
func readSLPLevel(text string) (comparableLevel, bool) {
	t := strings.ToUpper(strings.TrimSpace(text))
	for _, p := range [...]string{"STANAG 6001", "STANAG6001", "STANAG", "SLP", "PLS", "LEVEL"} {
		t = strings.TrimSpace(strings.TrimPrefix(t, p))
	}
	l := comparableLevel{scale: ScaleSLP}
	n, after := 0, false // after a digit a plus may come
	for _, r := range t {
		switch {
		case r >= '0' && r <= '5':
			if n == 4 {
				return comparableLevel{}, false
			}
			l.half[n] = int8(2 * (r - '0'))
			n, after = n+1, true
			continue
		case r == '+' && after && l.half[n-1] < 10:
			l.half[n-1]++
		case strings.ContainsRune(" -/.,:–‐‑−\u00a0", r):
		case n < 4 && r == rune("LSRW"[n]):
		default:
			return comparableLevel{}, false
		}
		after = false
	}
	return l, n == 4
}

// String is the level in the usual spelling of its scale.
func (l comparableLevel) String() string {
	switch l.scale {
	case ScaleNATO:
		return romanLevels[l.half[0]/2]
	case ScaleCEFR:
		return cefrLevels[l.half[0]/2] + plusSign(l.half[0])
	case ScaleSLP:
		var b [8]byte
		out := b[:0]
		for _, h := range l.half {
			out = append(out, byte('0'+h/2))
			out = append(out, plusSign(h)...)
		}
		return string(out)
	}
	return l.word
}

func plusSign(half int8) string {
	if half%2 == 1 {
		return "+"
	}
	return ""
}
