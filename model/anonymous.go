package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model/requirement"
)

// This file holds anonymous screening: what tells who a candidate is stays hidden until the reveal. Findings are worked
// out from the whole file all the same; what is shown of them is cut here. In free text only the known names and contacts
// are found: it is a best effort, and is said to be one.

// Hidden tells whether the candidates are to stay anonymous now.
func (b *Board) Hidden() bool { return b.Rules.Anonymous && !b.Revealed() }

// What stands in place of what is hidden.
const (
	hiddenName    = "[name]"
	hiddenContact = "[contact]"
	hiddenNation  = "[nationality]"
)

// HiddenWords is what anonymous screening does, with its limit, for screens and papers.
const HiddenWords = "Name, nationality, gender, year of birth and contact are hidden until the reveal. In free text the known name, mail addresses " +
	"and telephone numbers are replaced as far as they are found; other words may still tell who wrote them."

// Shown is a candidate's file as it may be shown now: while candidates are anonymous, without what tells who they are.
// Findings are worked out from the whole file, not from this one.
func (b *Board) Shown(d Dossier) Dossier {
	if !b.Hidden() {
		return d
	}
	s := scrubberFor(d.Person)
	out := Dossier{Candidate: d.Candidate, Person: s.person(d.Person), Texts: make(map[string]string, len(d.Texts))}
	for id, t := range d.Texts {
		out.Texts[id] = s.text(t)
	}
	return out
}

// ShownFinding is a finding on a candidate as it may be shown now: the verdict stays, what would tell the nationality
// goes.
func (b *Board) ShownFinding(f Finding, p Person) Finding {
	if !b.Hidden() {
		return f
	}
	f.Finding = b.shownFinding(f.Finding, f.Criterion, f.Label, p)
	return f
}

// ShownFindings is ShownFinding for several.
func (b *Board) ShownFindings(list []Finding, p Person) []Finding {
	if !b.Hidden() {
		return list
	}
	out := make([]Finding, len(list))
	for i, f := range list {
		out[i] = b.ShownFinding(f, p)
	}
	return out
}

func (b *Board) shownFinding(f requirement.Finding, id CriterionID, label string, p Person) requirement.Finding {
	if b.asksNationality(id, label) {
		f.Why, f.Assumptions = "Worked out from the file; the nationality is hidden until the reveal.", nil
		return f
	}
	s := scrubberFor(p)
	s.nations(p.Facts)
	f.Why = s.text(f.Why)
	all := make([]string, len(f.Assumptions))
	for i, x := range f.Assumptions {
		all[i] = s.text(x)
	}
	f.Assumptions = all
	return f
}

func (b *Board) asksNationality(id CriterionID, label string) bool {
	if k := b.Criterion(id); k != nil {
		return k.Requirement.Kind == requirement.KindNationality
	}
	for _, g := range b.Vacancy.Eligibility {
		if g.ID == label {
			return g.Kind == EligibilityNationality
		}
	}
	return false
}

// scrubber replaces words that tell who somebody is.
type scrubber struct{ words map[string]string }

func scrubberFor(p Person) scrubber {
	s := scrubber{map[string]string{}}
	for _, w := range wordsOf(p.Name) {
		s.words[w] = hiddenName
	}
	before, _, _ := strings.Cut(p.Email, "@")
	for _, w := range wordsOf(before) {
		if utf8.RuneCountInString(w) >= 4 {
			s.words[w] = hiddenName
		}
	}
	return s
}

// nations adds the candidate's nationalities and who issued their clearances: only in the sentences of findings, for a
// country in somebody's own words is mostly a place of work.
func (s scrubber) nations(f requirement.Facts) {
	add := func(code string) {
		for _, w := range append(wordsOf(code), wordsOf(requirement.NationName(code))...) {
			s.words[w] = hiddenNation
		}
	}
	for _, n := range f.Nationalities {
		add(n)
	}
	for _, c := range f.Clearances {
		add(c.Issuer)
	}
}

// wordsOf are the folded words of a text, of two letters and more.
func wordsOf(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if w = requirement.Fold(w); utf8.RuneCountInString(w) >= 2 {
			out = append(out, w)
		}
	}
	return out
}

func (s scrubber) person(p Person) Person {
	out := Person{Reference: p.Reference, Facts: p.Facts}
	f := &out.Facts
	if len(f.Nationalities) > 0 {
		f.Nationalities = []string{"hidden until the reveal"}
	}
	f.Education = append([]requirement.Education{}, f.Education...)
	for i := range f.Education {
		e := &f.Education[i]
		e.Field, e.Institution, e.Country = s.text(e.Field), s.text(e.Institution), "" // mostly the candidate's own state
	}
	f.Jobs = append([]requirement.Job{}, f.Jobs...)
	for i := range f.Jobs {
		j := &f.Jobs[i]
		j.Title, j.Employer, j.Text = s.text(j.Title), s.text(j.Employer), s.text(j.Text)
	}
	f.Clearances = append([]requirement.ClearanceRecord{}, f.Clearances...)
	for i := range f.Clearances {
		f.Clearances[i].Issuer = ""
	}
	f.Statements = append([]requirement.Statement{}, f.Statements...)
	for i := range f.Statements {
		f.Statements[i] = requirement.Statement{Heading: s.text(f.Statements[i].Heading), Text: s.text(f.Statements[i].Text)}
	}
	f.Documents = append([]requirement.Document{}, f.Documents...)
	for i := range f.Documents {
		f.Documents[i] = requirement.Document{Name: s.text(f.Documents[i].Name), Text: s.text(f.Documents[i].Text)}
	}
	return out
}

// text replaces names, mail addresses and telephone numbers, and leaves everything else as it stands.
func (s scrubber) text(t string) string {
	if t == "" {
		return t
	}
	return s.names(contacts(t))
}

// names replaces the known words, however they are accented or capitalised. A word of two or three letters is replaced
// only where it is capitalised: it may be a word of the language.
func (s scrubber) names(t string) string {
	if len(s.words) == 0 {
		return t
	}
	var out strings.Builder
	from := -1
	flush := func(to int) {
		if from < 0 {
			return
		}
		w := t[from:to]
		with, hit := s.words[requirement.Fold(w)]
		if first, _ := utf8.DecodeRuneInString(w); hit && utf8.RuneCountInString(w) < 4 && !unicode.IsUpper(first) {
			hit = false
		}
		if hit {
			w = with
		}
		out.WriteString(w)
		from = -1
	}
	for i, r := range t {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			if from < 0 {
				from = i
			}
			continue
		}
		flush(i)
		out.WriteString(string(r))
	}
	flush(len(t))
	return out.String()
}

// contacts replaces mail addresses and telephone numbers with a country code.
func contacts(t string) string {
	if !strings.ContainsAny(t, "@+") {
		return t
	}
	var out strings.Builder
	rest := t
	for rest != "" {
		i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsSpace(r) })
		if i < 0 {
			break
		}
		out.WriteString(rest[:i])
		rest = rest[i:]
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			end = len(rest)
		}
		word := rest[:end]
		if n := telephone(rest); n > 0 {
			out.WriteString(hiddenContact)
			rest = rest[n:]
			continue
		}
		if at := strings.IndexByte(word, '@'); at > 0 && at < len(word)-1 {
			word = hiddenContact
		}
		out.WriteString(word)
		rest = rest[end:]
	}
	return out.String() + rest
}

// telephone is the length of a telephone number at the beginning: a plus and at least seven digits, with spaces, dots,
// hyphens and brackets between them; 0 where there is none.
func telephone(s string) int {
	if !strings.HasPrefix(strings.TrimPrefix(s, "("), "+") {
		return 0
	}
	digits, end := 0, 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
			end = i + 1
		case strings.ContainsRune("+ .-()/", r):
		default:
			if digits >= 7 {
				return end
			}
			return 0
		}
	}
	if digits >= 7 {
		return end
	}
	return 0
}
