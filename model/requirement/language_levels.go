package requirement

import "strings"

// This file reads language levels as they are written on each scale. A level is never read without its scale, except
// where its spelling exists on one scale only.

// checkLevel is a level that can be compared with another of the same scale. NATO and CEFR levels and the four
// skills of a profile are counted in half steps, so that a plus lies between two levels.
type checkLevel struct {
	scale Scale
	half  [4]int8 // listening, speaking, reading, writing of a profile; otherwise only the first is used
	word  string  // a level in words
}

var checkRoman = [...]string{"0", "I", "II", "III", "IV", "V", "VI"}

var checkNatoNames = [...]string{
	"NONE", "BEGINNER", "ELEMENTARY", "INTERMEDIATE", "UPPER-INTERMEDIATE", "ADVANCED", "PROFICIENCY",
}

var checkCEFR = [...]string{"0", "A1", "A2", "B1", "B2", "C1", "C2"}

var checkSkills = [...]string{"listening", "speaking", "reading", "writing"}

// checkReadLevel reads a level on its scale. An empty scale is accepted where the spelling leaves no doubt.
func checkReadLevel(scale Scale, text string) (checkLevel, bool) {
	switch scale {
	case ScaleNATO:
		return checkReadNATO(text)
	case ScaleCEFR:
		return checkReadCEFR(text)
	case ScaleSLP:
		return checkReadSLP(text)
	case ScaleWords:
		w := checkWord(text)
		return checkLevel{scale: ScaleWords, word: w}, w != ""
	case "":
		for n := 1; n < len(checkRoman); n++ {
			if strings.EqualFold(strings.TrimSpace(text), checkRoman[n]) {
				return checkReadNATO(text)
			}
		}
		if l, ok := checkReadCEFR(text); ok && l.half[0] > 0 {
			return l, true
		}
		return checkReadSLP(text)
	}
	return checkLevel{}, false
}

// checkWord folds a level in words: "Fluent " and "fluent" are the same.
func checkWord(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// checkToken upper-cases a level, drops the words around it ("Level V (Advanced)") and gives the bare level.
func checkToken(text string, prefixes ...string) string {
	for i := 1; i < len(checkRoman); i++ { // the usual case: nothing to clean
		if text == checkRoman[i] || text == checkCEFR[i] {
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

func checkReadNATO(text string) (checkLevel, bool) {
	t := checkToken(text, "NATO", "LEVEL", "NIVEAU")
	if t == "UPPER INTERMEDIATE" {
		t = checkNatoNames[4]
	}
	if r := []rune(t); len(r) == 1 && r[0] >= 'Ⅰ' && r[0] <= 'Ⅵ' {
		t = checkRoman[r[0]-'Ⅰ'+1]
	}
	for n := range checkRoman {
		if t == checkRoman[n] || t == checkNatoNames[n] || len(t) == 1 && t[0] == byte('0'+n) {
			return checkLevel{scale: ScaleNATO, half: [4]int8{int8(2 * n)}}, true
		}
	}
	return checkLevel{scale: ScaleNATO}, strings.HasPrefix(t, "NO KNOWLEDGE")
}

func checkReadCEFR(text string) (checkLevel, bool) {
	t := checkToken(text, "CEFR", "CECR", "LEVEL", "NIVEAU")
	plus := strings.HasSuffix(t, "+")
	t = strings.TrimSuffix(t, "+")
	if t == "NONE" || strings.HasPrefix(t, "NO KNOWLEDGE") {
		t = "0"
	}
	for n, name := range checkCEFR {
		if t != name {
			continue
		}
		half := int8(2 * n)
		if plus {
			if n == 0 || n == 6 {
				return checkLevel{}, false
			}
			half++
		}
		return checkLevel{scale: ScaleCEFR, half: [4]int8{half}}, true
	}
	return checkLevel{}, false
}

// checkReadSLP reads a STANAG 6001 profile: 3333, 3-3-3-3, SLP 32+22, L3 S3 R2 W2. It takes exactly four digits,
// each with an optional plus; 5+ does not exist.
func checkReadSLP(text string) (checkLevel, bool) {
	t := strings.ToUpper(strings.TrimSpace(text))
	for _, p := range [...]string{"STANAG 6001", "STANAG6001", "STANAG", "SLP", "PLS", "LEVEL"} {
		t = strings.TrimSpace(strings.TrimPrefix(t, p))
	}
	l := checkLevel{scale: ScaleSLP}
	n, after := 0, false // after a digit a plus may come
	for _, r := range t {
		switch {
		case r >= '0' && r <= '5':
			if n == 4 {
				return checkLevel{}, false
			}
			l.half[n] = int8(2 * (r - '0'))
			n, after = n+1, true
			continue
		case r == '+' && after && l.half[n-1] < 10:
			l.half[n-1]++
		case strings.ContainsRune(" -/.,:–‐‑−\u00a0", r):
		case n < 4 && r == rune("LSRW"[n]):
		default:
			return checkLevel{}, false
		}
		after = false
	}
	return l, n == 4
}

// String is the level in the usual spelling of its scale.
func (l checkLevel) String() string {
	switch l.scale {
	case ScaleNATO:
		return checkRoman[l.half[0]/2]
	case ScaleCEFR:
		return checkCEFR[l.half[0]/2] + checkPlus(l.half[0])
	case ScaleSLP:
		var b [8]byte
		out := b[:0]
		for _, h := range l.half {
			out = append(out, byte('0'+h/2))
			out = append(out, checkPlus(h)...)
		}
		return string(out)
	}
	return l.word
}

func checkPlus(half int8) string {
	if half%2 == 1 {
		return "+"
	}
	return ""
}
