package requirement

import (
	"fmt"
	"slices"
	"strings"
)

// This file compares the licences, registrations and certificates of a file with what is asked.

// categoriesCovered are the categories that a driving licence entitles to beside its own: Directive 2006/126/EC,
// article 6. A licence for C1, C, D1 or D is issued only to whoever may drive B, one for CE only to whoever may drive C,
// and so on (paragraph 1); C1E, CE, D1E and DE hold for BE, CE for C1E, DE for D1E, A2 for A1, and A, B, C and D for A2,
// B1, C1 and D1 (paragraph 2). CE holds for DE only together with D, and AM only as a state grants it: both are left out.
var categoriesCovered = map[string]string{
	"A": "A2 A1", "A2": "A1",
	"B": "B1", "BE": "B B1",
	"C1": "B B1", "C1E": "C1 BE B B1",
	"C": "C1 B B1", "CE": "C C1E C1 BE B B1",
	"D1": "B B1", "D1E": "D1 BE B B1",
	"D": "D1 B B1", "DE": "D D1E D1 BE B B1",
}

func categoryCovers(have, need string) bool {
	return have == need || slices.Contains(strings.Fields(categoriesCovered[have]), need)
}

// checkLicence compares every paper of the file with what is asked; the best one decides. A file that does not speak of
// it leaves the question open.
func checkLicence(r Requirement, f Facts, c Context) Finding {
	asked := r.Credential
	if licenceVague(r) {
		return Finding{Verdict: statedOr(len(f.CredentialsOf(KindLicence))), Why: "The criterion names no licence, registration or certificate to compare with"}
	}
	papers := f.CredentialsOf(KindLicence)
	best, at := Finding{}, -1
	for i := range papers {
		if !slices.ContainsFunc(asked.Names, func(n string) bool { return licenceFits(papers[i].Name, n) }) {
			continue
		}
		if one := compareLicence(asked, &papers[i], c); at < 0 || isBetter(one.Verdict, best.Verdict) {
			best, at = one, i
		}
	}
	if at < 0 {
		return licenceUnnamed(asked, papers)
	}
	p := &papers[at]
	best.CredentialsUsed = []int{at}
	best.Figures.Credential = &CredentialFigures{Name: p.Name, Category: p.Category, ValidUntil: p.ValidUntil.String()}
	if best.Verdict == NotMet && asked.EquivalentAccepted {
		best.Verdict = ToJudge
		best.Why += "; an equivalent is accepted, which is a person's judgement"
	}
	return best
}

// licenceUnnamed is the finding on a file that does not name what is asked.
func licenceUnnamed(asked *CredentialAsked, papers []Credential) Finding {
	what := licenceAskedWords(asked)
	if len(papers) == 0 {
		return Finding{Verdict: NotStated, Why: fmt.Sprintf("The file lists no licence, registration or certificate; asked is: %s", what)}
	}
	names := make([]string, len(papers))
	for i := range papers {
		names[i] = orUnknown(papers[i].Name)
	}
	return Finding{Verdict: NotStated, Why: fmt.Sprintf("The file lists %s and does not speak of what is asked: %s", strings.Join(names, ", "), what)}
}

// compareLicence compares one paper of the right name.
func compareLicence(asked *CredentialAsked, p *Credential, c Context) Finding {
	name := licenceName(p.Name)
	if p.None {
		return Finding{Verdict: NotMet, Why: fmt.Sprintf("The file says that there is no %s", name)}
	}
	if p.Category != "" {
		name = fmt.Sprintf("%s (category %s)", name, p.Category)
	}
	name = upperFirst(name)
	out := compareCategory(asked, p, name)
	if out.Verdict == NotMet {
		return out
	}
	switch until, closing := p.ValidUntil, c.ClosingDate; {
	case until.IsZero():
		out.Assumptions = []string{"The file gives no day of expiry: read as valid on the closing date"}
	case !until.Valid() || closing.IsZero():
		out.Verdict = bothVerdict(out.Verdict, ToJudge)
		out.Why = fmt.Sprintf("%s; it is valid until %s, and the vacancy states no closing date yet", out.Why, until.Words())
	case until.Last().Number() < closing.Last().Number():
		return Finding{Verdict: NotMet, Why: fmt.Sprintf("%s is valid until %s, before the closing date %s", name, until.Words(), closing.Words())}
	default:
		if until.First().Number() < closing.Last().Number() { // in the month of the closing date, and the day is not known
			out.Verdict = bothVerdict(out.Verdict, Borderline)
		}
		out.Why = fmt.Sprintf("%s; it is valid until %s, and the closing date is %s", out.Why, until.Words(), closing.Words())
	}
	return out
}

// compareCategory compares the categories; those in one cell are held together.
func compareCategory(asked *CredentialAsked, p *Credential, name string) Finding {
	want := strings.Join(asked.Categories, " or ")
	have := strings.FieldsFunc(strings.ToUpper(p.Category), func(r rune) bool { return strings.ContainsRune(" ,;/+&", r) })
	switch {
	case want == "":
		return Finding{Verdict: Met, Why: fmt.Sprintf("%s is held", name)}
	case len(have) == 0:
		return Finding{Verdict: NotStated, Why: fmt.Sprintf("%s is held, without its category; category %s is asked", name, want)}
	}
	known := true
	for _, h := range have {
		for _, need := range asked.Categories {
			if categoryCovers(h, strings.ToUpper(need)) {
				return Finding{Verdict: Met, Why: fmt.Sprintf("%s covers category %s", name, want)}
			}
		}
		known = known && categoryWord().MatchString(h)
	}
	if !known {
		return Finding{Verdict: ToJudge, Why: fmt.Sprintf("%s cannot be compared with category %s", name, want)}
	}
	return Finding{Verdict: NotMet, Why: fmt.Sprintf("%s does not cover category %s", name, want)}
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
