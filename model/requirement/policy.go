package requirement

import (
	"fmt"
	"strconv"
	"strings"

	"shortlist/model/vocab"
)

// This file holds the counting policy: what time counts as experience, and whether language scales may be
// converted. The arithmetic itself is in experience_span.go.

// Count says how one kind of time counts.
type Count string

// The ways to count. An empty Count is CountAll. CountPaid is for employment, internships and volunteering,
// CountStatutory for military service, CountCompleted for a doctorate.
const (
	CountAll       Count = "all"
	CountPaid      Count = "paid only"
	CountStatutory Count = "up to the statutory length"
	CountCompleted Count = "completed only"
	CountNone      Count = "none"
)

// DoctorateMaxMonths is the most that doctorates add to the sum if the policy counts them.
// Source: EPSO, "at most 3 years" (https://eu-careers.europa.eu/en/help/faq/7433).
const DoctorateMaxMonths = 36

// Policy is the counting policy of a vacancy; it is sealed with the rules and printed with the figures. The zero
// Policy counts everything a member ticks, like the preset "all relevant experience". The cut-off is always the
// closing date. Equal policies have the same canonical text.
type Policy struct {
	Name string `json:"name"`
	// AfterDegreeOnly counts from the day after the conferral of the degree the vacancy asks for.
	AfterDegreeOnly bool  `json:"after_degree_only,omitempty"`
	Employment      Count `json:"employment,omitempty"`
	Internships     Count `json:"internships,omitempty"`
	Volunteering    Count `json:"volunteering,omitempty"`
	Military        Count `json:"military,omitempty"`
	// MilitaryMonths is the statutory length of service used with CountStatutory; 0 is not set, which makes
	// military service a question.
	MilitaryMonths int   `json:"military_months,omitempty"`
	Doctorate      Count `json:"doctorate,omitempty"`
	// ProfessionalLevel reminds the member to tick only work at the level of the post.
	ProfessionalLevel bool `json:"professional_level,omitempty"`
	// LanguageConversion allows the published table between NATO levels and CEFR, and no other conversion.
	LanguageConversion bool `json:"language_conversion,omitempty"`
}

// Presets are the policies offered; the first is the default.
func Presets() []Policy {
	return []Policy{
		{
			// No published rule of NATO on counting was found (headquarters and three agencies, pages read), so
			// the default takes what the member finds relevant, and the rules record it.
			Name: "all relevant experience", Employment: CountAll, Internships: CountAll, Volunteering: CountAll,
			Military: CountAll, Doctorate: CountAll,
		},
		{
			Name: "EU style",
			// Only after the diploma that gives access: https://eu-careers.europa.eu/en/help/faq/7433 and
			// blogs.ec.europa.eu/eu-careers.info, 18 November 2014.
			AfterDegreeOnly: true,
			// Paid, genuine and effective work: same sources.
			Employment: CountPaid,
			// Traineeships only if paid: same sources.
			Internships: CountPaid,
			// Voluntary work only if compensated: same, and https://epso.europa.eu/en/help/faq/13684.
			Volunteering: CountPaid,
			// Compulsory service, before or after the diploma, up to the statutory length: same sources.
			Military: CountStatutory,
			// A completed doctorate, even unpaid, for at most 3 years: https://eu-careers.europa.eu/en/help/faq/7433.
			Doctorate: CountCompleted,
		},
		{
			Name: "UN style",
			// Work before the degree is counted: UN Secretariat, staff selection system, annex I
			// (https://www.manula.com/manuals/united-nation-dos-cdots/staff-selection-system). The percentage of
			// part-time work is asked for each job: https://undp.org/node/352951.
			// No UN rule on internships, volunteering, service or doctorates was found: the member decides.
			Employment: CountAll, Internships: CountAll, Volunteering: CountAll, Military: CountAll, Doctorate: CountAll,
			// Only experience at professional level counts for professional posts: annex I as above.
			ProfessionalLevel: true,
		},
	}
}

// Sentences prints the policy in words, for reports.
func (p Policy) Sentences() []string {
	s := []string{
		"Experience is counted to the closing date, both ends of a job included; a job that still runs ends there.",
		"A day counts once: jobs that overlap together give no more than full time.",
		"Part-time work counts in proportion; a job without a percentage counts as full time, which is assumed: a person judges what rests on it.",
		"A span of equal credit is measured in whole calendar months from its first day and the days over; " +
			"where several spans are added, 30 days over make a month.",
		"A date known to the month only is widened to the whole month; a result that depends on it is borderline.",
		"A period of leave counts as part of the job it falls in, never by itself.",
	}
	if p.AfterDegreeOnly {
		s = append(s, "Experience counts from the day after the degree asked for was conferred (military service excepted).")
	} else {
		s = append(s, "Experience counts whether it was gained before or after the degree.")
	}
	s = append(s,
		policyWords("Employment", p.Employment),
		policyWords("An internship", p.Internships),
		policyWords("Voluntary work", p.Volunteering),
		p.militaryWords(), p.doctorateWords())
	if p.ProfessionalLevel {
		s = append(s, "Only work at the professional level of the post counts; the member judges it when ticking jobs.")
	}
	if p.LanguageConversion {
		return append(s, "Language levels are converted between the NATO scale and CEFR by the table of the NATO "+
			"International Staff (VI = C2, V = C1, IV = B2, III = B1, II = A2, I = A1); no other scale is converted.")
	}
	return append(s, "Language levels of different scales are not converted.")
}

func policyWords(what string, c Count) string {
	switch c {
	case CountPaid:
		return fmt.Sprintf("%s counts only if paid.", what)
	case CountNone:
		return fmt.Sprintf("%s does not count.", what)
	}
	return fmt.Sprintf("%s counts, paid or not, where the member finds it relevant.", what)
}

func (p Policy) militaryWords() string {
	switch {
	case p.Military == CountNone:
		return "Military service does not count."
	case p.Military == CountStatutory && p.MilitaryMonths > 0:
		return fmt.Sprintf("Military service adds at most its statutory length, %s.", spanWords(spanOf(p.MilitaryMonths*monthUnits)))
	case p.Military == CountStatutory:
		return "Military service adds at most its statutory length, which is not set and therefore a question."
	}
	return "Military service counts in full."
}

func (p Policy) doctorateWords() string {
	switch p.Doctorate {
	case CountNone:
		return "Work on a doctorate does not count."
	case CountCompleted:
		return "Work on a completed doctorate adds at most 3 years, paid or not."
	}
	return "Work on a doctorate adds at most 3 years, paid or not."
}

// Canonical is the policy as text that never varies for equal choices, for hashing.
func (p Policy) Canonical() string {
	or := func(c Count) string {
		if c == "" {
			c = CountAll
		}
		return strconv.Quote(vocab.Wire(c))
	}
	var b strings.Builder
	b.WriteString("counting policy 1\n")
	for _, kv := range [...][2]string{
		{"name", strconv.Quote(p.Name)},
		{"cut-off", `"closing date"`},
		{"after degree only", strconv.FormatBool(p.AfterDegreeOnly)},
		{"employment", or(p.Employment)},
		{"internships", or(p.Internships)},
		{"volunteering", or(p.Volunteering)},
		{"military", or(p.Military)},
		{"military months", strconv.Itoa(p.MilitaryMonths)},
		{"doctorate", or(p.Doctorate)},
		{"doctorate months", strconv.Itoa(DoctorateMaxMonths)},
		{"professional level", strconv.FormatBool(p.ProfessionalLevel)},
		{"language conversion", strconv.FormatBool(p.LanguageConversion)},
	} {
		b.WriteString(kv[0])
		b.WriteString(" = ")
		b.WriteString(kv[1])
		b.WriteByte('\n')
	}
	return b.String()
}

// Problems lists the choices that make no sense, each a sentence; a policy with problems must not be sealed.
func (p Policy) Problems() []string {
	var out []string
	allow := func(what string, c Count, allowed ...Count) {
		for _, a := range append(allowed, "", CountAll, CountNone) {
			if c == a {
				return
			}
		}
		out = append(out, fmt.Sprintf("%s cannot be counted as %s.", what, strconv.Quote(c.Words())))
	}
	allow("Employment", p.Employment, CountPaid)
	allow("An internship", p.Internships, CountPaid)
	allow("Voluntary work", p.Volunteering, CountPaid)
	allow("Military service", p.Military, CountStatutory)
	allow("A doctorate", p.Doctorate, CountCompleted)
	if p.MilitaryMonths < 0 || p.MilitaryMonths > 120 {
		out = append(out, "The statutory length of military service must lie between 0 and 120 months.")
	}
	return out
}
