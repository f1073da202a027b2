package scrub

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model/requirement"
)

// This file finds a candidate's names in free text and replaces them. Contacts and lines of personal details are in
// details.go. It finds words, whatever their accents and capitals; who is described without being named stays.

// What replaces the words that were found.
const (
	Name    = "[name]"
	Contact = "[contact]"
	Nation  = "[nationality]"
	Detail  = "[hidden]"
)

// Who is somebody whose traces are replaced. Unknown fields are empty.
type Who struct {
	Name, Email string
	BirthYear   int
}

// Scrubber replaces words that tell who somebody is.
type Scrubber struct {
	words map[string]string // folded
	long  []string          // words of the name that are looked for inside of other words, where a text is a mere label
	year  string            // of birth
}

// For makes the scrubber of one person.
func For(p Who) Scrubber {
	s := Scrubber{words: map[string]string{}}
	add := func(w string) {
		for _, v := range spellings(w) {
			s.words[v] = Name
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
		s.year = strconv.Itoa(p.BirthYear)
	}
	return s
}

// AddNations lets the scrubber replace the words of names of nations too. It is for sentences about the person alone: a
// country in somebody's own words is mostly a place of work.
func (s Scrubber) AddNations(names ...string) {
	for _, name := range names {
		for _, w := range lettersOf(name) {
			if utf8.RuneCountInString(w) >= 2 {
				s.words[requirement.Fold(w)] = Nation
			}
		}
	}
}

// lettersOf splits a text into its words.
func lettersOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !inWord(r) })
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || noRoom(r) }

// noRoom returns true for characters without width that occur inside of words.
func noRoom(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xfeff
}

func firstLetter(w string) string {
	_, n := utf8.DecodeRuneInString(w)
	return w[:n]
}

// twoLetters are letters that are written as two if the keyboard does not have them.
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

// Text replaces what tells who somebody is, and leaves everything else as it stands.
func (s Scrubber) Text(t string) string {
	if t == "" {
		return t
	}
	return s.birthYear(s.names(Contacts(nationality(details(t)))))
}

// wordAt is the place of a word in a text.
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

// names replaces the known words, also if the end of a line breaks one.
func (s Scrubber) names(t string) string {
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

// hit returns the replacement of a word, and true if it is to be replaced. A word of two or three letters, and a word
// that also has an everyday meaning, is replaced only if it is capitalised.
func (s Scrubber) hit(w string) (with string, ok bool) {
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

// commonWords are names that are everyday words as well: in lower case they stay.
var commonWords = strings.Fields(`will mark grace long young rose hope bill jack page price rich summer dean chance bond king cook baker brown
	green white black gray grey stone wood woods field fields hill hall bell west north south east best good banks bridge bush case cross early
	fair frank glass grant love major marsh mason merit miles moss noble park parks power powers pope reed rivers sharp short small smart speed
	steel street strong swift temple wall walls ward water waters wells winter wise world worth press point post cash faith victor christian
	petit grand blanc noir martin dance drew nick pierce rush sterling taylor turner weaver wright carpenter mason potter fisher hunter`)

// broken returns true if the end of a line breaks a word: a hyphen and the end.
func broken(between string) bool {
	rest := strings.TrimLeft(between, "-\u2010\u2011 \t")
	return strings.ContainsAny(between, "-\u2010\u2011") && strings.ContainsAny(rest, "\r\n") && strings.TrimSpace(rest) == ""
}

// birthYear replaces the year of birth: nobody worked or studied in it.
func (s Scrubber) birthYear(t string) string {
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
			out.WriteString(Detail)
		} else {
			out.WriteString(s.year)
		}
		rest = rest[end:]
	}
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// Tells returns true if a label such as an applicant number is a name or an address in itself.
func (s Scrubber) Tells(label string) bool {
	return strings.ContainsRune(label, '@') || s.inside(label)
}

// FileName is the name of a document without what tells whose it is; "document" if a name is written into another word.
func (s Scrubber) FileName(name string) string {
	out := s.Text(name)
	if s.inside(strings.ReplaceAll(strings.ReplaceAll(out, Name, ""), Contact, "")) {
		return "document"
	}
	return out
}

// inside returns true if a label has a word of the name in it, however it is joined with others.
func (s Scrubber) inside(label string) bool {
	label = requirement.Fold(strings.Join(lettersOf(label), ""))
	return slices.ContainsFunc(s.long, func(w string) bool { return utf8.RuneCountInString(w) >= 4 && strings.Contains(label, w) }) ||
		slices.Contains(s.long, label)
}
