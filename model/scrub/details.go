package scrub

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"shortlist/model/requirement"
)

// This file finds contacts and lines of personal details in free text: mail addresses, telephone numbers, profile pages,
// and what follows "Date of birth:" and the like.

// Contacts replaces mail addresses, profile pages and telephone numbers.
func Contacts(t string) string {
	var out strings.Builder
	for rest := t; rest != ""; {
		i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsSpace(r) })
		if i < 0 {
			return out.String() + rest
		}
		out.WriteString(rest[:i])
		rest = rest[i:]
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			end = len(rest)
		}
		word := rest[:end]
		if n := telephone(rest); n > 0 {
			out.WriteString(Contact)
			rest = rest[n:]
			continue
		}
		switch at := strings.IndexByte(word, '@'); {
		case at > 0 && at < len(word)-1, profile(word):
			word = Contact + trailing(word)
		}
		out.WriteString(word)
		rest = rest[end:]
	}
	return out.String()
}

// trailing is the end of a sentence after a contact.
func trailing(word string) string {
	if cut := strings.TrimRight(word, ".,;)"); cut != word {
		return word[len(cut):]
	}
	return ""
}

// profile returns true if a word is the address of a page about a person.
func profile(word string) bool {
	word = strings.ToLower(word)
	return slices.ContainsFunc([]string{"linkedin.com/", "facebook.com/", "instagram.com/", "xing.com/", "orcid.org/", "skype:"}, func(p string) bool {
		return strings.Contains(word, p)
	})
}

// telephone is the length of a telephone number at the beginning, 0 if there is none: digits with spaces, dots,
// hyphens, slashes and brackets between them. It begins with + or 00 and has at least seven digits, or it begins with a
// single 0, has nine to eleven, and is neither a date nor a span of years.
func telephone(s string) int {
	bare := strings.TrimPrefix(s, "(")
	if bare == "" || bare[0] != '+' && bare[0] != '0' {
		return 0
	}
	digits, end, last := "", 0, byte(0)
	var groups []string
	group := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if digit(c) {
			if !digit(last) {
				group = len(digits)
			}
			digits += string(c)
			end = i + 1
		} else {
			if digit(last) {
				groups = append(groups, digits[group:])
			}
			if !strings.ContainsRune("+ .-()/", rune(c)) || c == ' ' && last == ' ' || c == '+' && len(digits) > 0 {
				break
			}
		}
		last = c
	}
	if digit(last) {
		groups = append(groups, digits[group:])
	}
	if bare[0] == '+' || strings.HasPrefix(bare, "00") {
		if len(digits) >= 7 {
			return end
		}
		return 0
	}
	year := func(g string) bool { return len(g) == 4 && (g[:2] == "19" || g[:2] == "20") }
	if len(digits) < 9 || len(digits) > 11 || slices.ContainsFunc(groups, year) {
		return 0
	}
	return end
}

// ofNation finds "an Argentine national", "of Dutch nationality" and the like.
var ofNation = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b([Aa]n?|of|am|dual|my|holds?)(\s+)\p{Lu}[\p{L}-]+(?:(?:\s+and\s+|/|\s)\p{Lu}[\p{L}-]+)?(\s+(?:nationals?|citizens?|nationality|citizenship|passport)\b)`)
})

// nationality replaces what somebody says of their own nationality.
func nationality(t string) string {
	if !strings.Contains(t, "national") && !strings.Contains(t, "citizen") && !strings.Contains(t, "passport") {
		return t
	}
	return ofNation().ReplaceAllString(t, "${1}${2}"+Nation+"${3}")
}

// personalDetails are the labels of lines that identify somebody, by what they tell, folded.
var personalDetails = []struct {
	shown  string
	labels []string
}{
	{Name, []string{
		"name", "full name", "first name", "first names", "given name", "given names", "family name", "last name", "surname", "surnames", "forename",
		"forenames", "middle name", "maiden name", "nom", "prenom", "prenoms", "nom de famille", "nom et prenom", "name and surname",
	}},
	{Nation, []string{"nationality", "nationalities", "citizenship", "nationalite", "nationalites", "citoyennete", "passport", "passport number"}},
	{Contact, []string{
		"address", "home address", "postal address", "adresse", "phone", "phone number", "telephone", "telephone number", "tel", "mobile", "mobile phone", "cell", "gsm",
		"fax", "e-mail", "email", "mail", "courriel", "skype", "linkedin", "portable", "contact",
	}},
	{Detail, []string{
		"date of birth", "birth date", "birthdate", "dob", "d.o.b", "born", "place of birth", "date and place of birth", "birthplace", "birthday", "year of birth",
		"age", "date de naissance", "lieu de naissance", "ne le", "nee le", "ne(e) le", "gender", "sex", "sexe", "genre", "marital status", "civil status", "etat civil",
		"situation familiale",
	}},
}

// details replaces what follows a label of personal details on its line, or the next line if its own is empty.
func details(t string) string {
	if !strings.ContainsAny(t, ":\t") && !strings.Contains(t, "  ") {
		return t
	}
	lines := strings.Split(t, "\n")
	for i := 0; i < len(lines); i++ {
		front, rest, shown := labelled(lines[i])
		switch {
		case shown == "":
		case strings.TrimSpace(rest) != "":
			lines[i] = front + shown
		case i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "" && len(lines[i+1]) <= longestDetail:
			if _, _, also := labelled(lines[i+1]); also == "" {
				lines[i+1] = shown
			}
		}
	}
	return strings.Join(lines, "\n")
}

// longestDetail is how long a line may be that belongs to a label above it.
const longestDetail = 60

// labelled splits a line into a label of personal details with its separator, and the rest. shown is the replacement of
// the rest; empty if the line has no such label.
func labelled(line string) (front, rest, shown string) {
	at := strings.IndexAny(line, ":\t")
	if wide := strings.Index(strings.TrimLeft(line, " "), "  "); wide >= 0 {
		if wide += len(line) - len(strings.TrimLeft(line, " ")); at < 0 || wide < at {
			at = wide
		}
	}
	if at < 0 || at > longestDetail {
		return "", "", ""
	}
	label := strings.Trim(requirement.Fold(line[:at]), " .-*•·▪|")
	for _, d := range personalDetails {
		if slices.Contains(d.labels, label) {
			rest = strings.TrimLeft(line[at:], ": \t")
			return line[:len(line)-len(rest)], rest, d.shown
		}
	}
	return "", "", ""
}
