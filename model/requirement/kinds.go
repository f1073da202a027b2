package requirement

import (
	"slices"
	"strings"

	"shortlist/model/vocab"
)

// This file holds the LIST of kinds and says what a kind is made of. A new kind is one new file with its row, its
// reading and its check, and one line in the list.

// Kind says what sort of thing a criterion asks for. Its value is stored and hashed and never changes; people read
// Words.
type Kind string

// kinds is the LIST of kinds. A clause is shown to them in this order and the first that recognises it decides: what
// can be compared with facts comes before what is judged, and the narrow comes before the broad.
var kinds = []*kindRow{
	&nationalityKind,
	&clearanceKind,
	&licenceKind,
	&papersOfOther,
	&degreeKind,
	&languageKind,
	&availabilityKind,
	&experienceKind,
	&knowledgeKind,
	&skillKind,
	&otherKind,
}

// kindRow is everything the program knows of one kind. Only kind, words, place and read are needed; whatever else is
// left out has the zero meaning that its comment gives.
type kindRow struct {
	kind  Kind
	words string // for people
	place int    // among the choices of a form; the gaps leave room for new kinds
	// readsOnly is set in a second row of a kind that is there only because it reads clauses earlier than the first.
	readsOnly bool
	// read gives the typed requirement of a clause; ok is false if the clause is not of the kind.
	read func(c clause) (r Requirement, ok bool)

	// factual says that "met / not met / unclear" is the natural scale. Other kinds are judged by degrees.
	factual bool
	// settled says in a form how the kind is settled; "" is the usual sentence of factual and judged kinds.
	settled string
	// check compares a requirement with facts; nil if no fact in a file can settle the kind, and then judged says why.
	check  func(r Requirement, f Facts, c Context) Finding
	judged string
	// matters are the facts that a person wants to see first for a requirement, by the keys of the list of facts.
	matters func(r Requirement) []string
	// countsJobs says that a member ticks the jobs that count.
	countsJobs bool
	// credentials declares the papers that a file claims for the kind; nil if the kind compares other facts, or none.
	credentials *CredentialSort
	// dated says that the check looks at the closing date.
	dated bool
	// tellsWho says that a finding tells something about a candidate that anonymous screening hides.
	tellsWho bool

	// sentence says in a few words what is asked; nil if the name of the kind says it all.
	sentence func(r Requirement) string
	// vague returns true if a requirement states nothing that a file could be checked by; nil is never.
	vague func(r Requirement) bool
	// exact says that two requirements of the kind with the same sealed line ask for the same thing.
	exact bool
	// covers returns true if everybody who meets have is certain to meet need; nil is never.
	covers func(have, need Requirement) bool
	// sealed are the fields of Requirement that belong to the kind, as they stand in the sealed line. A field that
	// several kinds use is written by one of them.
	sealed []sealedPart

	// fields are the fields that a form asks for; answered makes a requirement of the answers. was is the requirement
	// before, for what the form cannot show.
	fields   func(r Requirement) []Field
	answered func(answer func(name string) string, was Requirement) Requirement

	// inspect is the kind's name in the inspect document, whose list of kinds is closed; "" is the kind itself.
	inspect Kind
}

// row returns the row of a kind. A kind of a newer program is treated as one that only a person can judge.
func (k Kind) row() *kindRow {
	for _, x := range kinds {
		if x.kind == k && !x.readsOnly {
			return x
		}
	}
	return &kindRow{kind: k, words: vocab.Unknown(k), judged: otherKind.judged}
}

// Kinds lists every kind in the order of a form's choices.
func Kinds() []Kind {
	rows := slices.DeleteFunc(slices.Clone(kinds), func(x *kindRow) bool { return x.readsOnly })
	slices.SortFunc(rows, func(a, b *kindRow) int { return a.place - b.place })
	out := make([]Kind, len(rows))
	for i, x := range rows {
		out[i] = x.kind
	}
	return out
}

// Words names the kind for people.
func (k Kind) Words() string { return k.row().words }

// Factual returns true if the kind can be compared with facts in a file or confirmed by the candidate, so that
// "met / not met / unclear" is the natural scale. The others are judged by degrees.
func (k Kind) Factual() bool { return k.row().factual }

// HasFinding returns true if the program works out a finding for the kind. Availability is factual and has none.
func (k Kind) HasFinding() bool { return k.row().check != nil }

// CountsJobs returns true if a member ticks the jobs that count for a criterion of the kind.
func (k Kind) CountsJobs() bool { return k.row().countsJobs }

// Dated returns true if findings of the kind look at the closing date.
func (k Kind) Dated() bool { return k.row().dated }

// TellsWho returns true if findings of the kind tell something that anonymous screening hides.
func (k Kind) TellsWho() bool { return k.row().tellsWho }

// Settled says in a sentence how a criterion of the kind is settled.
func (k Kind) Settled() string {
	switch row := k.row(); {
	case row.settled != "":
		return row.settled
	case row.factual:
		return "Compared with the facts in the candidate's file."
	}
	return "Judged by the members."
}

// Inspect is the kind's name in the inspect document.
func (k Kind) Inspect() Kind {
	if row := k.row(); row.inspect != "" {
		return row.inspect
	}
	return k
}

// Sentence is a short label of a requirement for a screen or a report: "experience: 5 years", "language: V in one,
// I in the other (NATO)". Judged kinds are just named.
func Sentence(r Requirement) string {
	row := r.Kind.row()
	if row.sentence == nil {
		return row.words
	}
	return row.words + ": " + row.sentence(r)
}

// Vague returns true if the requirement states nothing that a file could be checked by. Knowledge and skills are for
// people to judge and are not meant.
func (r Requirement) Vague() bool {
	row := r.Kind.row()
	return r.Kind == "" || row.vague != nil && row.vague(r)
}

// Same returns true if two requirements ask for the same thing and say all there is to it.
func (r Requirement) Same(s Requirement) bool {
	return r.Kind.row().exact && !r.Vague() && r.Canonical() == s.Canonical()
}

// Covers returns true if everybody who meets r is certain to meet need. Only levels say so: years of one thing are not years
// of another.
func (r Requirement) Covers(need Requirement) bool {
	if r.Kind != need.Kind || len(r.Routes)+len(need.Routes) > 0 || need.Months > 0 {
		return false
	}
	covers := r.Kind.row().covers
	return covers != nil && covers(r, need)
}

// AsksTime returns true if the requirement states a length of time, by itself or in one of its routes.
func (r Requirement) AsksTime() bool {
	return r.Months > 0 || slices.ContainsFunc(r.Routes, func(x Route) bool { return x.Months > 0 })
}

// maxClause bounds the work on one clause; no criterion of a real posting comes near it.
const maxClause = 4000

// Parse gives a criterion's words their typed meaning. Words that fit no kind are of KindOther: never a guess.
func Parse(words string) Requirement {
	if len(words) > maxClause {
		words = strings.ToValidUTF8(words[:maxClause], "")
	}
	c := clause{raw: strings.Join(strings.Fields(words), " ")}
	c.low = unglue(genderEndings().ReplaceAllString(Fold(c.raw), ""))
	for _, k := range kinds {
		if r, ok := k.read(c); ok {
			r.Kind = k.kind
			if r.Kind == KindExperience || r.AsksTime() {
				r.Within = windowOf(c.low)
			}
			return r
		}
	}
	return Requirement{Kind: KindOther}
}
