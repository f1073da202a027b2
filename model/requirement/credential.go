package requirement

import (
	"fmt"
	"slices"
	"strings"
)

// This file holds credentials: papers with a name, perhaps a category, an issuer and a day of expiry, such as a licence
// or a certificate. A kind that asks for such papers declares in its row how a file claims them. The candidates
// document, the columns of the flat form with the names by which they are guessed, the sheets of a workbook, the
// templates, the lines on screen and the words of a correction all come from that declaration.

// Credential is one paper claimed.
type Credential struct {
	Kind     Kind   `json:"kind"` // the kind of requirement that compares it
	Name     string `json:"name,omitempty"`
	Category string `json:"category,omitempty"`
	Issuer   string `json:"issuer,omitempty"`
	// ValidUntil is zero if the paper does not expire or the day is not known.
	ValidUntil Date `json:"valid_until,omitzero"`
	// None is set if the file says that the candidate does not have it.
	None bool `json:"none,omitempty"`
}

// CredentialAsked is a paper that a criterion asks for.
type CredentialAsked struct {
	// Names are alternatives, any one of which is enough.
	Names []string `json:"names,omitempty"`
	// Categories are alternatives; none means that any category will do.
	Categories []string `json:"categories,omitempty"`
	// EquivalentAccepted is set if the posting accepts an equivalent: then a missing paper is a question for a person.
	EquivalentAccepted bool `json:"equivalent_accepted,omitempty"`
}

// CredentialPart is one part of a credential.
type CredentialPart int

// The parts.
const (
	CredentialName CredentialPart = iota
	CredentialCategory
	CredentialIssuer
	CredentialValidUntil
)

// CredentialSort declares how files claim the credentials of one kind.
type CredentialSort struct {
	Kind Kind // filled in from the row of the kind
	// Key names the list in the candidates document, and the sheet of a workbook.
	Key     string
	Heading string // above the facts on screen
	None    string // goes on after "The file states"
	One     string // "licence": one of them, for a quote and a correction
	Fields  []CredentialField
	// Complete fills in what the file leaves to be understood, such as the name of a paper of which only the category
	// is given; nil changes nothing.
	Complete func(Credential) Credential
}

// CredentialField declares one part.
type CredentialField struct {
	Part CredentialPart
	// Key names the part in an object of the candidates document.
	Key string
	// Column is the name of the column in the flat form and in the sheet of a workbook.
	Column string
	// Names are other names of the column, in small letters without accents, parted by commas; SheetNames are names
	// that mean the part only in a sheet that holds nothing else.
	Names, SheetNames string
	// Example stands in the templates.
	Example string
}

// CredentialSorts lists what is declared, in the order of the kinds.
func CredentialSorts() []CredentialSort {
	var out []CredentialSort
	for _, k := range kinds {
		if k.credentials != nil {
			s := *k.credentials
			s.Kind = k.kind
			out = append(out, s)
		}
	}
	return out
}

// Read makes a credential of its parts as a file gives them; ok is false if the file says nothing. A part that is "no"
// or "none" says that the candidate does not have it.
func (s CredentialSort) Read(text func(CredentialPart) string, until Date) (c Credential, ok bool) {
	c = Credential{Kind: s.Kind, Name: text(CredentialName), Category: text(CredentialCategory), Issuer: text(CredentialIssuer), ValidUntil: until}
	if c == (Credential{Kind: s.Kind}) {
		return c, false
	}
	for _, part := range []*string{&c.Name, &c.Category} {
		switch Fold(*part) {
		case "no", "none", "non", "aucun", "aucune", "-", "0":
			c.None, *part = true, ""
		case "yes", "oui":
			*part = ""
		}
	}
	if s.Complete != nil {
		c = s.Complete(c)
	}
	return c, true
}

// Words is a credential in a line: "driving licence, category C, issued by BEL, valid until 2028-01-31".
func (c Credential) Words() string {
	parts := []string{orUnknown(c.Name)}
	if c.Category != "" {
		parts = append(parts, fmt.Sprintf("category %s", c.Category))
	}
	if c.Issuer != "" {
		parts = append(parts, fmt.Sprintf("issued by %s", c.Issuer))
	}
	switch {
	case c.None:
		return fmt.Sprintf("none: %s", strings.Join(parts, ", "))
	case c.ValidUntil.IsZero():
		parts = append(parts, "end of validity not stated")
	default:
		parts = append(parts, fmt.Sprintf("valid until %s", c.ValidUntil.String()))
	}
	return strings.Join(parts, ", ")
}

// Short is a credential in two or three words: "driving licence C".
func (c Credential) Short() string {
	if c.None {
		return fmt.Sprintf("no %s", orUnknown(c.Name))
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s", c.Name, c.Category))
}

// CredentialsOf are the credentials of one kind.
func (f *Facts) CredentialsOf(k Kind) []Credential {
	var out []Credential
	for _, c := range f.Credentials {
		if c.Kind == k {
			out = append(out, c)
		}
	}
	return out
}

// SetCredentials puts a list of credentials of one kind in place of those that are there.
func (f *Facts) SetCredentials(k Kind, list []Credential) {
	rest := slices.DeleteFunc(slices.Clone(f.Credentials), func(c Credential) bool { return c.Kind == k })
	f.Credentials = append(rest, list...)
}

// facts is the sort of facts that a declaration makes.
func (s CredentialSort) facts() FactSort {
	return FactSort{
		Key: s.Key, Heading: s.Heading, None: s.None, OnlyIfAny: true, source: numbered(s.One),
		count: func(f *Facts) int { return len(f.CredentialsOf(s.Kind)) },
		say:   func(f *Facts, i int) string { return f.CredentialsOf(s.Kind)[i].Words() },
		used:  func(x *Finding) []int { return x.CredentialsUsed },
	}
}

func sealCredential(w *strings.Builder, r *Requirement) {
	c := r.Credential
	if c == nil {
		return
	}
	w.WriteString(" credential")
	for _, n := range c.Names {
		fmt.Fprintf(w, " name=%q", n)
	}
	for _, n := range c.Categories {
		fmt.Fprintf(w, " category=%q", n)
	}
	if c.EquivalentAccepted {
		w.WriteString(" or-equivalent")
	}
}
