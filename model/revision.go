package model

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/model/requirement"
)

// This file holds how a later file of the same candidates corrects what is known of them. It never changes a rating.

// Revision is one correction: whose data changed, and from which file.
type Revision struct {
	Candidates []CandidateID `json:"candidates"`
	// Jobs are those candidates whose list of jobs changed: the jobs that members ticked there are not the same any
	// more.
	Jobs   []CandidateID `json:"jobs,omitempty"`
	Source string        `json:"source"` // name of the file
	// SHA256 of the file, and of the people as they were stored, in hexadecimal.
	SHA256 string `json:"sha256"`
	People string `json:"people"`
	// After is the SHA-256 of the files of the first Known candidates, that is of all who were there, after the
	// correction; empty in histories begun without it.
	After string `json:"after,omitempty"`
	Known int    `json:"known,omitempty"`
}

// CandidatesRevised says that data of candidates were corrected.
type CandidatesRevised struct {
	Revision Revision `json:"revision"`
}

// check refuses a correction that cannot be made now.
func (r Revision) check(b *Board) error {
	if b.Revealed() {
		return refuse(Forbidden, "", "The ratings are revealed: the files stay as the members judged them.")
	}
	for _, x := range r.Candidates {
		if err := b.mustKnow(x); err != nil {
			return err
		}
	}
	return nil
}

// mostRevised is how many candidates one event may name.
const mostRevised = 8192

// payloads are the events of a revision: one, unless it names very many candidates.
func (r Revision) payloads() (out []Payload) {
	jobs := r.Jobs
	for list := range slices.Chunk(r.Candidates, mostRevised) {
		part := r
		part.Candidates, part.Jobs = list, nil
		last := list[len(list)-1]
		for len(jobs) > 0 && jobs[0] <= last {
			part.Jobs, jobs = append(part.Jobs, jobs[0]), jobs[1:]
		}
		out = append(out, CandidatesRevised{part})
	}
	return out
}

// Wire is the name on disk.
func (CandidatesRevised) Wire() string { return "candidates.revised" }

// Own returns true if it is the author's own work alone, see Payload.
func (CandidatesRevised) Own(MemberID) bool { return false }

// Texts are the texts about candidates that it points at.
func (CandidatesRevised) Texts() []TextRef { return nil }

// ChangesRules returns true if it changes what is sealed.
func (CandidatesRevised) ChangesRules() bool { return false }

// Judges is the candidate whom it judges on a criterion.
func (CandidatesRevised) Judges() (CandidateID, bool) { return 0, false }

func (CandidatesRevised) beforeReveal(*Board, MemberID) string { return "" }

// apply removes the ticks of members in lists of jobs that have changed; their ratings stay.
func (p CandidatesRevised) apply(b *Board, _ Event) {
	b.Revisions = append(b.Revisions, p.Revision)
	for i := range b.work.Assessments {
		if !slices.Contains(p.Revision.Jobs, b.work.Assessments[i].Candidate) {
			continue
		}
		for j := range b.work.Assessments[i].Ratings {
			r := &b.work.Assessments[i].Ratings[j]
			r.Jobs, r.Ticked = nil, false
		}
	}
}

func (p CandidatesRevised) sentence(b *Board) string {
	n, from := p.Revision.Candidates, " from "+quote(p.Revision.Source)
	if b.Hidden() { // the file may be named after them
		from = ""
	}
	if len(n) <= 5 {
		names := make([]string, len(n))
		for i, c := range n {
			names[i] = c.String()
		}
		return fmt.Sprintf("corrected the files of %s%s", strings.Join(names, ", "), from)
	}
	return fmt.Sprintf("corrected the files of %d candidates%s", len(n), from)
}

// Difference is one thing that a later file says differently: the field, and the content before and after.
type Difference struct{ Field, Was, Is string }

// String is the difference in words.
func (d Difference) String() string {
	switch {
	case d.Was == "" && d.Is == "":
		return d.Field + " differs"
	case d.Was == "":
		return fmt.Sprintf("%s: now %s", d.Field, quote(d.Is))
	case d.Is == "":
		return fmt.Sprintf("%s: no longer %s", d.Field, quote(d.Was))
	}
	return fmt.Sprintf("%s: %s instead of %s", d.Field, quote(d.Is), quote(d.Was))
}

// Revise corrects a person from a later file. What the later file does not mention stays. A list that it mentions
// (education, jobs, languages, clearances, credentials of a kind, statements) replaces the list as a whole; documents
// are added, or replaced by name.
func (p Person) Revise(later Person) (Person, []Difference) {
	out, f := p, p.Facts
	var diff []Difference
	text := func(field string, old *string, now string) {
		if now != "" && now != *old {
			diff = append(diff, Difference{field, *old, now})
			*old = now
		}
	}
	text("name", &out.Name, later.Name)
	text("e-mail", &out.Email, later.Email)
	text("gender", &out.Gender, later.Gender)
	if later.BirthYear != 0 && later.BirthYear != p.BirthYear {
		diff = append(diff, Difference{"birth year", number(p.BirthYear), number(later.BirthYear)})
		out.BirthYear = later.BirthYear
	}
	n := later.Facts
	revise(&diff, "nationalities", &f.Nationalities, n.Nationalities, func(s string) string { return s })
	revise(&diff, "education", &f.Education, n.Education, educationWords)
	revise(&diff, "job", &f.Jobs, n.Jobs, jobWords)
	revise(&diff, "language", &f.Languages, n.Languages, func(l requirement.LanguageSkill) string {
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", l.Language, l.Level, l.Scale.Words()))
	})
	revise(&diff, "clearance", &f.Clearances, n.Clearances, func(c requirement.ClearanceRecord) string {
		return strings.TrimSpace(fmt.Sprintf("%s %s %s %s", c.Level.Words(), c.Issuer, c.ValidUntil, c.Status.Words()))
	})
	for _, s := range requirement.CredentialSorts() {
		list, before := f.CredentialsOf(s.Kind), len(diff)
		revise(&diff, s.One, &list, n.CredentialsOf(s.Kind), requirement.Credential.Words)
		if len(diff) > before {
			f.SetCredentials(s.Kind, list)
		}
	}
	revise(&diff, "statement", &f.Statements, n.Statements, func(s requirement.Statement) string { return s.Heading + " " + s.Text })
	f.Documents = slices.Clone(f.Documents)
	for _, d := range n.Documents {
		at := slices.IndexFunc(f.Documents, func(x requirement.Document) bool { return x.Name == d.Name })
		switch {
		case at < 0:
			f.Documents = append(f.Documents, d)
			diff = append(diff, Difference{"document", "", d.Name})
		case f.Documents[at].Text != d.Text:
			f.Documents[at] = d
			diff = append(diff, Difference{"document", d.Name, d.Name + " (new text)"})
		}
	}
	out.Facts = f
	return out, diff
}

// revise replaces a list if the later file mentions it, and notes what went and what came.
func revise[T any](diff *[]Difference, field string, old *[]T, now []T, words func(T) string) {
	if len(now) == 0 {
		return
	}
	in := func(list []T, w string) bool {
		return slices.ContainsFunc(list, func(x T) bool { return words(x) == w })
	}
	changed := len(now) != len(*old)
	for _, x := range *old {
		if w := words(x); !in(now, w) {
			*diff = append(*diff, Difference{field, w, ""})
			changed = true
		}
	}
	for _, x := range now {
		if w := words(x); !in(*old, w) {
			*diff = append(*diff, Difference{field, "", w})
			changed = true
		}
	}
	if changed {
		*old = slices.Clone(now)
	}
}

func educationWords(e requirement.Education) string {
	return oneLine(fmt.Sprintf("%s %s %s %s %s", e.Level.Words(), e.Field, e.Institution, e.Country, e.Conferred))
}

func jobWords(j requirement.Job) string {
	to := j.To.String()
	if j.Ongoing {
		to = "now"
	}
	paid := ""
	if j.Paid != nil && !*j.Paid {
		paid = "unpaid"
	}
	return oneLine(fmt.Sprintf("%s to %s %s %s %s %s %s %s", j.From, to, j.Title, j.Employer, number(j.Percent), j.Kind.Words(), paid, j.Text))
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
