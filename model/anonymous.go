package model

import (
	"fmt"

	"shortlist/model/requirement"
	"shortlist/model/scrub"
)

// This file holds anonymous screening: what could identify a candidate is hidden until the reveal. Findings are
// computed from the whole file; only what is shown of them is cut here. Every screen and every paper calls this file.
// How words are found in free text is in package scrub.

// Hidden returns true if the candidates must stay anonymous now.
func (b *Common) Hidden() bool { return b.Rules.Anonymous && !b.Revealed() }

// hiddenHere replaces a whole field that is hidden.
const hiddenHere = "hidden until the reveal"

// HiddenWords explains to people what anonymous screening does, and its limit.
const HiddenWords = "Name, nationality, gender, year of birth and contact are hidden until the reveal. In free text they are replaced as far as they " +
	"are found, which is a best effort: places, languages, pronouns and work may still tell who somebody is."

// ScrubbedWords says the limit in one line, beside free text.
const ScrubbedWords = "Names and contacts are replaced as far as they are found: a best effort."

// Shown returns a candidate's file as it may be shown now. While candidates are anonymous, everything that could
// identify them is left out or replaced. Compute findings from the whole file, not from this one.
func (b *Common) Shown(d Dossier) Dossier {
	if !b.Hidden() {
		return d
	}
	s := scrubberFor(d.Person)
	out := Dossier{Candidate: d.Candidate, Person: scrubbed(s, d.Person), Texts: make(map[string]string, len(d.Texts))}
	for id, t := range d.Texts {
		out.Texts[id] = s.Text(t)
	}
	return out
}

// ShownText returns a text about a candidate as it may be shown now.
func (b *Common) ShownText(t string, p Person) string {
	if !b.Hidden() {
		return t
	}
	return Scrub(t, p)
}

// Scrub replaces in a text what is known to identify a candidate. Board.ShownText says when.
func Scrub(t string, p Person) string { return scrubberFor(p).Text(t) }

// Masked returns the line of a list without what could identify the candidate. While candidates are anonymous, lists
// are shown, filtered and ordered by it.
func (x CandidateSummary) Masked() CandidateSummary {
	x.Reference = shownReference(scrubberFor(Person{Name: x.Name}), x.Reference)
	x.Name, x.Nationalities = "", nil
	return x
}

// ShownFinding returns a finding on a candidate as it may be shown now: the verdict stays, words that could tell the
// nationality go.
func (b *Common) ShownFinding(f Finding, p Person) Finding {
	if !b.Hidden() {
		return f
	}
	f.Finding = b.shownFinding(f.Finding, f.Criterion, f.Label, p)
	return f
}

// ShownFindings applies ShownFinding to a list.
func (b *Common) ShownFindings(list []Finding, p Person) []Finding {
	if !b.Hidden() {
		return list
	}
	out := make([]Finding, len(list))
	for i, f := range list {
		out[i] = b.ShownFinding(f, p)
	}
	return out
}

func (b *Common) shownFinding(f requirement.Finding, id CriterionID, label string, p Person) requirement.Finding {
	if b.asksNationality(id, label) {
		f.Why, f.Assumptions = "Worked out from the file; the nationality is hidden until the reveal.", nil
		return f
	}
	s := scrubberFor(p)
	addNations(s, p.Facts)
	f.Why = s.Text(f.Why)
	all := make([]string, len(f.Assumptions))
	for i, x := range f.Assumptions {
		all[i] = s.Text(x)
	}
	f.Assumptions = all
	if x := f.Figures.Clearance; x != nil && !natoLevel(x.Level) {
		f.Figures.Clearance = nil
	}
	if x := f.Figures.Credential; x != nil {
		f.Figures.Credential = &requirement.CredentialFigures{Name: s.Text(x.Name), Category: s.Text(x.Category), ValidUntil: x.ValidUntil}
	}
	return f
}

func (b *Common) asksNationality(id CriterionID, label string) bool {
	if k := b.Criterion(id); k != nil {
		return k.Requirement.Kind.TellsWho()
	}
	for _, g := range b.Vacancy.Eligibility {
		if g.ID == label {
			return g.Kind == EligibilityNationality
		}
	}
	return false
}

// scrubberFor makes the scrubber for one candidate.
func scrubberFor(p Person) scrub.Scrubber {
	return scrub.For(scrub.Who{Name: p.Name, Email: p.Email, BirthYear: p.BirthYear})
}

// shownReference hides an applicant number that is a name or an address in itself.
func shownReference(s scrub.Scrubber, ref string) string {
	if s.Tells(ref) {
		return fmt.Sprintf("(%s)", hiddenHere)
	}
	return ref
}

// addNations lets a scrubber replace the candidate's nationalities, the issuers and national words of their clearances,
// and where they studied. Use it for the sentences of findings only.
func addNations(s scrub.Scrubber, f requirement.Facts) {
	nation := func(code string) { s.AddNations(code, requirement.NationName(code)) }
	for _, n := range f.Nationalities {
		nation(n)
	}
	for _, c := range f.Clearances {
		if c.Issuer != "NATO" && c.Issuer != "EU" { // those tell no nation, and stand in sentences about everybody
			nation(c.Issuer)
		}
		if !natoLevel(c.Level) {
			s.AddNations(c.Level.Words())
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

// scrubbed returns a person without what could identify them.
func scrubbed(s scrub.Scrubber, p Person) Person {
	out := Person{Reference: shownReference(s, p.Reference), Facts: p.Facts}
	f := &out.Facts
	if len(f.Nationalities) > 0 {
		f.Nationalities = []string{hiddenHere}
	}
	f.Education = append([]requirement.Education{}, f.Education...)
	for i := range f.Education {
		e := &f.Education[i]
		e.Field, e.Institution, e.Country = s.Text(e.Field), s.Text(e.Institution), "" // mostly the candidate's own state
	}
	f.Jobs = append([]requirement.Job{}, f.Jobs...)
	for i := range f.Jobs {
		j := &f.Jobs[i]
		j.Title, j.Employer, j.Text = s.Text(j.Title), s.Text(j.Employer), s.Text(j.Text)
	}
	f.Clearances = append([]requirement.ClearanceRecord{}, f.Clearances...)
	for i := range f.Clearances {
		c := &f.Clearances[i]
		if c.Issuer = ""; !natoLevel(c.Level) {
			c.Level = "national level"
		}
	}
	f.Credentials = append([]requirement.Credential{}, f.Credentials...)
	for i := range f.Credentials {
		c := &f.Credentials[i]
		c.Name, c.Category, c.Issuer = s.Text(c.Name), s.Text(c.Category), "" // mostly the candidate's own state
	}
	f.Statements = append([]requirement.Statement{}, f.Statements...)
	for i := range f.Statements {
		f.Statements[i] = requirement.Statement{Heading: s.Text(f.Statements[i].Heading), Text: s.Text(f.Statements[i].Text)}
	}
	f.Documents = append([]requirement.Document{}, f.Documents...)
	for i := range f.Documents {
		f.Documents[i] = requirement.Document{Name: s.FileName(f.Documents[i].Name), Text: s.Text(f.Documents[i].Text)}
	}
	return out
}

// natoLevel returns true if a level is one of NATO's. The word of a national level would tell the nation.
func natoLevel(l requirement.ClearanceLevel) bool {
	switch l {
	case requirement.ClearanceNR, requirement.ClearanceNC, requirement.ClearanceNS, requirement.ClearanceCTS, requirement.ClearanceCTSA, requirement.ClearanceCTSB:
		return true
	}
	return l == ""
}
