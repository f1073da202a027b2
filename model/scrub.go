package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model/requirement"
)

// This file finds a candidate's names in free text and replaces them. Contacts and lines of personal details are in
// scrub_detail.go. It finds words, whatever their accents and capitals; who is described without being named stays.

// scrubber replaces words that tell who somebody is.
type scrubber struct {
	words map[string]string // folded
	long  []string          // words of the name that are looked for inside of other words, where a text is a mere label
	year  string            // of birth
}

func scrubberFor(p Person) scrubber {
	s := scrubber{words: map[string]string{}}
	add := func(w string) {
		for _, v := range spellings(w) {
			s.words[v] = hiddenName
		}
	}
	name := lettersOf(p.Name)
	for i, w := range name {
		if utf8.RuneCountInString(w) >= 2 {
			add(w)
		}
		if utf8.RuneCountInString(w) >= 3 {
			s.long = append(s.long, spellings(w)...)
		}
		joined := ""
		for n, next := range name[i:] { // "vanaalst", and "pvanaalst"
			if joined += next; n > 0 {
				add(joined)
			}
			if i > 0 && utf8.RuneCountInString(joined) >= 4 {
				add(firstLetter(name[0]) + joined)
			}
		}
	}
	before, _, _ := strings.Cut(p.Email, "@")
	for _, w := range lettersOf(before) {
		if utf8.RuneCountInString(w) >= 4 {
			add(w)
			s.long = append(s.long, spellings(w)...)
		}
	}
	if p.BirthYear > 0 {
		s.year = number(p.BirthYear)
	}
	return s
}

// nations adds the candidate's nationalities, who issued their clearances under which national words, and where they
// studied: only in the sentences of findings, for a country in somebody's own words is mostly a place of work.
func (s scrubber) nations(f requirement.Facts) {
	add := func(text string) {
		for _, w := range lettersOf(text) {
			if utf8.RuneCountInString(w) >= 2 {
				s.words[requirement.Fold(w)] = hiddenNation
			}
		}
	}
	nation := func(code string) { add(code); add(requirement.NationName(code)) }
	for _, n := range f.Nationalities {
		nation(n)
	}
	for _, c := range f.Clearances {
		if c.Issuer != "NATO" && c.Issuer != "EU" { // those tell no nation, and stand in sentences about everybody
			nation(c.Issuer)
		}
		if !natoLevel(c.Level) {
			add(string(c.Level))
		}
	}
	for _, e := range f.Education {
		nation(e.Country)
	}
	for _, c := range f.Credentials {
		if requirement.NationName(c.Issuer) != c.Issuer { // not the name of a body, whose words stand everywhere
			nation(c.Issuer)
		}
	}
}

// lettersOf are the words of a text as they stand there.
func lettersOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !inWord(r) })
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || noRoom(r) }

// noRoom tells of signs that take no room and stand inside of words.
func noRoom(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xfeff
}

func firstLetter(w string) string {
	_, n := utf8.DecodeRuneInString(w)
	return w[:n]
}

// twoLetters are letters that are written as two where the keyboard has none of them.
var twoLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "Ä", "ae", "Ö", "oe", "Ü", "ue", "Å", "aa", "Ø", "oe")

// likeLetters are letters that have no accent to drop and are still written as another one.
var likeLetters = strings.NewReplacer("ı", "i", "đ", "d", "ð", "d", "ħ", "h", "þ", "th")

// spellings are the folded ways in which a word is written: with its accents or without, or "ue" for "ü".
func spellings(w string) []string {
	out := []string{requirement.Fold(w)}
	for _, v := range []string{likeLetters.Replace(out[0]), requirement.Fold(twoLetters.Replace(w))} {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// text replaces what tells who somebody is, and leaves everything else as it stands.
func (s scrubber) text(t string) string {
	if t == "" {
		return t
	}
	return s.birthYear(s.names(contacts(nationality(details(t)))))
}

// wordAt is where a word stands.
type wordAt struct{ from, to int }

func wordsAt(t string) []wordAt {
	var out []wordAt
	from := -1
	for i, r := range t {
		switch {
		case !inWord(r):
			if from >= 0 {
				out = append(out, wordAt{from, i})
			}
			from = -1
		case from < 0:
			from = i
		}
	}
	if from >= 0 {
		out = append(out, wordAt{from, len(t)})
	}
	return out
}

// names replaces the known words, also where the end of a line breaks one.
func (s scrubber) names(t string) string {
	if len(s.words) == 0 {
		return t
	}
	var out strings.Builder
	done := 0
	list := wordsAt(t)
	for i := 0; i < len(list); i++ {
		from, to := list[i].from, list[i].to
		w := t[from:to]
		with, hit := s.hit(w)
		if !hit && i+1 < len(list) && broken(t[to:list[i+1].from]) {
			if with, hit = s.hit(w + t[list[i+1].from:list[i+1].to]); hit {
				i++
				to = list[i].to
			}
		}
		if hit {
			out.WriteString(t[done:from])
			out.WriteString(with)
			done = to
		}
	}
	return out.String() + t[done:]
}

// hit tells whether a word is to be replaced, and by what. A word of two or three letters, and one that is a word of the
// language too, is replaced only where it is capitalised.
func (s scrubber) hit(w string) (with string, ok bool) {
	folded := requirement.Fold(w)
	if with, ok = s.words[folded]; !ok {
		if with, ok = s.words[likeLetters.Replace(folded)]; !ok {
			return "", false
		}
	}
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) && !unicode.IsTitle(first) && unicode.IsLower(first) {
		return with, utf8.RuneCountInString(w) >= 4 && !slices.Contains(commonWords, folded)
	}
	return with, true
}

// commonWords are names that are words as well: in lower case they are left.
var commonWords = strings.Fields(`will mark grace long young rose hope bill jack page price rich summer dean chance bond king cook baker brown
	green white black gray grey stone wood woods field fields hill hall bell west north south east best good banks bridge bush case cross early
	fair frank glass grant love major marsh mason merit miles moss noble park parks power powers pope reed rivers sharp short small smart speed
	steel street strong swift temple wall walls ward water waters wells winter wise world worth press point post cash faith victor christian
	petit grand blanc noir martin dance drew nick pierce rush sterling taylor turner weaver wright carpenter mason potter fisher hunter`)

// broken tells whether the end of a line breaks a word: a hyphen and the end.
func broken(between string) bool {
	rest := strings.TrimLeft(between, "-\u2010\u2011 \t")
	return strings.ContainsAny(between, "-\u2010\u2011") && strings.ContainsAny(rest, "\r\n") && strings.TrimSpace(rest) == ""
}

// birthYear replaces the year of birth: nobody worked or studied in it.
func (s scrubber) birthYear(t string) string {
	if s.year == "" || !strings.Contains(t, s.year) {
		return t
	}
	var out strings.Builder
	for rest := t; ; {
		i := strings.Index(rest, s.year)
		if i < 0 {
			return out.String() + rest
		}
		end := i + len(s.year)
		whole := (i == 0 || !digit(rest[i-1])) && (end == len(rest) || !digit(rest[end]))
		out.WriteString(rest[:i])
		if whole {
			out.WriteString(hiddenDetail)
		} else {
			out.WriteString(s.year)
		}
		rest = rest[end:]
	}
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// reference is an applicant number, hidden where it is a name or an address in itself.
func (s scrubber) reference(ref string) string {
	if strings.ContainsRune(ref, '@') || s.inside(ref) {
		return "(" + hiddenHere + ")"
	}
	return ref
}

// fileName is the name of a document, or "document" where a name is written into another word.
func (s scrubber) fileName(name string) string {
	out := s.text(name)
	if s.inside(strings.ReplaceAll(strings.ReplaceAll(out, hiddenName, ""), hiddenContact, "")) {
		return "document"
	}
	return out
}

// inside tells whether a label has a word of the name in it, however it is joined with others.
func (s scrubber) inside(label string) bool {
	label = requirement.Fold(strings.Join(lettersOf(label), ""))
	return slices.ContainsFunc(s.long, func(w string) bool { return utf8.RuneCountInString(w) >= 4 && strings.Contains(label, w) }) ||
		slices.Contains(s.long, label)
}
