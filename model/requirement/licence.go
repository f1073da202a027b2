package requirement

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// This file holds the kind of licences, registrations and certificates: a driving licence with its category, a
// profession that is entered in a register, a certificate with a name of its own. It reads the clause and declares how a
// file claims such papers; licence_check.go compares the two.

// KindLicence asks for a licence, a professional registration or a certificate.
const KindLicence Kind = "licence"

var licenceKind = kindRow{
	kind: KindLicence, words: "licence or registration", place: 45, read: readLicence,
	factual: true, dated: true, check: checkLicence, credentials: &licenceFacts,
	matters: func(Requirement) []string { return []string{licenceFacts.Key} },
	sentence: func(r Requirement) string {
		if licenceVague(r) {
			return "none named"
		}
		return licenceAskedWords(r.Credential)
	},
	vague:   licenceVague,
	exact:   true,
	covers:  licenceCovers,
	fields:  licenceFields,
	inspect: KindOther, // the list of kinds in the inspect document is closed
	answered: func(answer func(string) string, _ Requirement) Requirement {
		return Requirement{Credential: &CredentialAsked{
			Names: parts(answer("licence")), Categories: parts(answer("licence category")), EquivalentAccepted: answer("licence equivalent") == AnswerYes,
		}}
	},
}

func licenceVague(r Requirement) bool { return r.Credential == nil || len(r.Credential.Names) == 0 }

// licenceFacts is how files claim licences.
var licenceFacts = CredentialSort{
	Key: "licences", Heading: "Licences and certificates", None: "no licence, registration or certificate", One: "licence",
	Fields: []CredentialField{
		{
			Part: CredentialName, Key: "name", Column: "licence", Example: "driving licence",
			Names: "license,licences,licenses,licence name,certificate,certificates,certification,certifications,registration,professional registration," +
				"licence or certificate,certificat,certificats,inscription professionnelle,licences and certificates",
			SheetNames: "name,title,nom,intitule",
		},
		{
			Part: CredentialCategory, Key: "category", Column: "licence_category", Example: "B",
			Names: "license category,licence class,license class,driving licence,driving license,driver s licence,driver s license,drivers license," +
				"driving licence category,permis,permis de conduire,categorie de permis,categorie du permis",
			SheetNames: "category,class,categorie,classe",
		},
		{
			Part: CredentialIssuer, Key: "issuer", Column: "licence_issuer", Example: "BEL",
			Names:      "license issuer,licence issued by,certificate issuer,registered with,registration body,permis delivre par,certificat delivre par",
			SheetNames: "issuer,issued by,body,register,delivre par,organisme",
		},
		{
			Part: CredentialValidUntil, Key: "valid_until", Column: "licence_valid_until", Example: "2031-01-31",
			Names: "license valid until,licence expiry,licence expiry date,licence expires,certificate valid until,certificate expiry," +
				"registration valid until,permis valable jusqu au,validite du permis",
			SheetNames: "valid until,expiry,expiry date,expires,valable jusqu au,validite,date d expiration",
		},
	},
	Complete: func(c Credential) Credential {
		if c.Name == "" && (c.Category != "" || c.None || c.Issuer != "" || !c.ValidUntil.IsZero()) {
			c.Name = drivingLicence // a category stands in a column of driving licences
		}
		return c
	},
}

// drivingLicence is the usual name, whatever a text calls it.
const drivingLicence = "driving licence"

var (
	drivingPattern = lazy(`\bdriv(?:ing|er'?s?) (?:\w+ )?licen[cs]es?\b|\bpermis (?:de conduire|[a-e][12]?e?\b)|\bcategory (?:[a-e][12]?e? )?driving\b`)
	// drivingCategory is what stands around the categories of a licence; they are looked for in the raw text, since a
	// small "a" is an article.
	drivingCategory = lazy(`(?i)(?:categor(?:y|ies)|cat\.|class(?:es)?|cat[ée]gories?|classes?|permis(?: de conduire)?|licen[cs]es?)\s*[:(]?\s*["'“‘]?`)
	categoryList    = lazy(`^((?:AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|T)\b(?:\s*(?:,|/|&|\+|and|or|et|ou)\s*(?:AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|T)\b)*)`)
	categoryBefore  = lazy(`\b((?:AM|A1|A2|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D)\b(?:\s*(?:,|/|&|\+|and|or|et|ou)\s*(?:AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|T)\b)*)["'”’]?[ -](?:category |class )?(?:driv|licen|permis)`)
	categoryWord    = lazy(`\b(?:AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|T)\b`)

	// registerPattern is a profession in a register. What it is follows in the posting's own words.
	registerPattern = lazy(`\b(?:registered|licensed|chartered) (?:(?:professional|clinical|general|mental health|mechanical|electrical|civil|management|public|certified) )?(?:nurses?|engineers?|architects?|accountants?|surveyors?|psychologists?|physicians?|doctors?|pharmacists?|dentists?|veterinar\w+|midwi\w+|social workers?|physiotherapists?|paramedics?|auditors?|librarians?|secretar\w+|electricians?)\b|` +
		`\bchartered status\b|\b(?:valid|current|active|full|professional) registration (?:with|as|in)\b|\bregist(?:ered|ration) with (?:the|a|an)\b|\bprofessional registration\b|` +
		`\b(?:member of|admitted to|admission to|called to) the bar\b|\bbar (?:admission|membership)\b|\badmitted to practi[cs]e\b|\blicen[cs]ed? to practi[cs]e\b|` +
		`\binscri\w+ (?:au barreau|a l'ordre|au tableau de l'ordre)\b|\bmembre (?:du barreau|de l'ordre)\b`)
	registerName = lazy(`(?i)\b(?:(?:registered|licensed|chartered) (?:[a-z]+ ){0,2}?(?:nurse|engineer|architect|accountant|surveyor|psychologist|physician|doctor|pharmacist|dentist|veterinar\w*|midwife|social worker|physiotherapist|paramedic|auditor|librarian|secretary|electrician)|chartered status)\b`)
	barPattern   = lazy(`\bthe bar\b|\bbar (?:admission|membership)\b|\bbarreau\b|\bpractise law\b|\bpractice law\b`)
	registerBody = lazy(`(?i)\b(?:registered|registration) with (?:the |an? )?([^,.;()]{3,60})`)

	certificateWord = lazy(`\bcertif\w+|\bpractitioner\b|\bfoundation\b|\baccredit\w+|\bholder\b|\bhold(?:s|ing)?\b|\bdetenteur\b|\btitulaire\b|\bqualif\w+`)
	otherLicence    = lazy(`\b(?:boat|flying|pilot'?s?|forklift|firearms?|master mariner) licen[cs]e\b`)
)

// certificates are those that postings ask for by name: how they are written, and the usual name. The more particular
// come first.
var certificates = []struct {
	name  string
	words func() *regexp.Regexp
}{
	{"PRINCE2 Practitioner", lazy(`\bprince ?2\b[^.;]{0,20}\bpractitioner\b|\bpractitioner\b[^.;]{0,20}\bprince ?2\b`)},
	{"PRINCE2 Foundation", lazy(`\bprince ?2\b[^.;]{0,20}\bfoundation\b|\bfoundation\b[^.;]{0,20}\bprince ?2\b`)},
	{"PRINCE2", lazy(`\bprince ?2\b`)},
	{"ITIL Foundation", lazy(`\bitil\b[^.;]{0,20}\bfoundation\b|\bfoundation\b[^.;]{0,20}\bitil\b`)},
	{"ITIL", lazy(`\bitil\b`)},
	{"MSP", lazy(`\bmsp\b|\bmanaging successful programmes\b`)},
	{"PMP", lazy(`\bpmp\b|\bproject management professional\b`)},
	{"CISSP", lazy(`\bcissp\b`)},
	{"CISM", lazy(`\bcism\b`)},
	{"CISA", lazy(`\bcisa\b`)},
	{"CEH", lazy(`\bceh\b|\bcertified ethical hacker\b`)},
	{"Security+", lazy(`\bsecurity ?\+`)},
	{"CCNA", lazy(`\bccna\b`)},
	{"CCNP", lazy(`\bccnp\b`)},
	{"TOGAF", lazy(`\btogaf\b`)},
	{"COBIT", lazy(`\bcobit\b`)},
	{"Six Sigma", lazy(`\bsix[ -]sigma\b`)},
	{"CIPS", lazy(`\bm?cips\b`)},
	{"ACCA", lazy(`\bacca\b`)},
	{"CIMA", lazy(`\bcima\b`)},
	{"CPA", lazy(`\bcpa\b`)},
}

// readLicence recognises a clause that asks to hold a paper. Knowledge of what it stands for, or experience with it, is
// none: "experience with ITIL".
func readLicence(c clause) (Requirement, bool) {
	at, asked := licenceNamed(c)
	if at < 0 || judgedBefore(c.low[:at], at) || excludes().MatchString(c.low) {
		return Requirement{}, false
	}
	asked.EquivalentAccepted = equivalentPattern().MatchString(c.low)
	return Requirement{Credential: &asked}, true
}

// licenceNamed is the paper a clause names and the position at which it is named first; -1 if it names none.
func licenceNamed(c clause) (at int, asked CredentialAsked) {
	if at := first(drivingPattern(), c.low); at >= 0 {
		return at, CredentialAsked{Names: []string{drivingLicence}, Categories: categoriesAsked(c.raw)}
	}
	if at := first(otherLicence(), c.low); at >= 0 {
		return at, CredentialAsked{Names: []string{otherLicence().FindString(c.low)}}
	}
	if at := first(registerPattern(), c.low); at >= 0 {
		return at, CredentialAsked{Names: registerNames(c)}
	}
	if certificateWord().MatchString(c.low) {
		at := -1
		for _, k := range certificatesNamed(c.low) {
			asked.Names = append(asked.Names, k.name)
			if at < 0 || k.at < at {
				at = k.at
			}
		}
		return at, asked
	}
	return -1, asked
}

type certificateAt struct {
	name string
	at   int
}

// certificatesNamed finds certificates by name. "PRINCE2 Practitioner" is not "PRINCE2" as well.
func certificatesNamed(low string) []certificateAt {
	var out []certificateAt
	rest := []byte(low)
	for _, k := range certificates {
		if m := k.words().FindIndex(rest); m != nil {
			out = append(out, certificateAt{k.name, m[0]})
			for i := m[0]; i < m[1]; i++ {
				rest[i] = '#'
			}
		}
	}
	slices.SortStableFunc(out, func(a, b certificateAt) int { return a.at - b.at })
	return out
}

// registerNames is the profession or the register that a clause names; none if it names neither.
func registerNames(c clause) []string {
	switch {
	case registerName().MatchString(c.raw):
		return []string{strings.ToLower(registerName().FindString(c.raw))}
	case barPattern().MatchString(c.low):
		return []string{"bar admission"}
	case registerBody().MatchString(c.raw):
		return []string{fmt.Sprintf("registration with %s", strings.TrimSpace(registerBody().FindStringSubmatch(c.raw)[1]))}
	}
	return nil
}

// categoriesAsked are the categories of driving licence a clause names, any one of which is enough. If several are asked
// together, the one that covers the others is asked; if none does, a person must look and nothing is read.
func categoriesAsked(raw string) []string {
	list := ""
	for _, m := range drivingCategory().FindAllStringIndex(raw, 8) {
		if found := categoryList().FindString(raw[m[1]:]); found != "" {
			list = found
			break
		}
	}
	if m := categoryBefore().FindStringSubmatch(raw); list == "" && m != nil {
		list = m[1]
	}
	asked := categoryWord().FindAllString(list, -1)
	if len(asked) < 2 || strings.Contains(list, " or ") || strings.Contains(list, " ou ") || strings.Contains(list, "/") {
		return asked
	}
	for _, a := range asked {
		if !slices.ContainsFunc(asked, func(b string) bool { return !categoryCovers(a, b) }) {
			return []string{a}
		}
	}
	return nil
}

// licenceName is the usual name of a paper, so that a file and a posting need not write it alike.
func licenceName(text string) string {
	c := clause{raw: text, low: Fold(text)}
	if drivingPattern().MatchString(c.low) || c.low == "permis" {
		return drivingLicence
	}
	if k := certificatesNamed(c.low); len(k) > 0 {
		return k[0].name
	}
	if barPattern().MatchString(c.low) {
		return "bar admission"
	}
	return text
}

// licenceFits returns true if a paper is what is asked: every word of the name asked stands in the name of the paper.
func licenceFits(have, asked string) bool {
	words := strings.Fields(Fold(licenceName(have)))
	for _, w := range strings.Fields(Fold(licenceName(asked))) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return asked != ""
}

// licenceCovers returns true if one paper of one name is asked on both sides, and the category asked first covers the
// other.
func licenceCovers(have, need Requirement) bool {
	h, n := have.Credential, need.Credential
	if h == nil || n == nil || h.EquivalentAccepted || len(h.Names) != 1 || len(n.Names) != 1 || !licenceFits(h.Names[0], n.Names[0]) {
		return false
	}
	if len(n.Categories) == 0 {
		return true
	}
	return len(h.Categories) > 0 && !slices.ContainsFunc(h.Categories, func(a string) bool {
		return !slices.ContainsFunc(n.Categories, func(b string) bool { return categoryCovers(a, b) })
	})
}

func licenceAskedWords(c *CredentialAsked) string {
	s := strings.Join(c.Names, " or ")
	if len(c.Categories) > 0 {
		s += fmt.Sprintf(", category %s", strings.Join(c.Categories, " or "))
	}
	if c.EquivalentAccepted {
		s += ", or equivalent"
	}
	return s
}

func licenceFields(r Requirement) []Field {
	c := CredentialAsked{}
	if r.Credential != nil {
		c = *r.Credential
	}
	return []Field{
		{
			Name: "licence", Label: "Licence", Value: strings.Join(c.Names, "; "),
			Description: "Its name, such as driving licence, registered nurse or PRINCE2; several of which one is enough are parted by ;",
		},
		{
			Name: "licence category", Label: "Category", Value: strings.Join(c.Categories, "; "),
			Description: "Such as B or CE; several of which one is enough are parted by ; and empty takes any.",
		},
		yesNoField("licence equivalent", "Or equivalent", c.EquivalentAccepted, "Then a missing paper is a question for the panel, not a \"not met\"."),
	}
}
