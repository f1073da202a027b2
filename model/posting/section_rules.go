package posting

import (
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file holds the rules of the third stage: whether what looks like a heading or a lead-in is one where it stands.

// fits returns true if a heading of the catalogue is one here, and the rule that decided: headings of a part
// ("Languages") only count among demands, and what is set as an entry of a list is an entry unless it cannot be.
func (d *divider) fits(x *place) (bool, string) {
	switch {
	case x.h.sub:
		return decide(partFits, x)
	case x.p.bullet == dotBullet || x.p.bullet == codeBullet:
		return decide(entryFits, x)
	}
	return true, ""
}

// partFits says whether a heading such as "Languages" opens a part of the demands.
var partFits = []rule[*place, bool]{
	{
		name:    "part-among-demands",
		example: "REQUIREMENTS\nLanguages:\n- fluent French;",
		when: func(x *place) bool {
			if x.now.zone != zoneDemands {
				return false
			}
			return x.p.bullet == noBullet || x.setAsHeading() || x.p.bullet != dotBullet && len(x.p.text) < 60
		},
		gives: true,
	},
	{
		name:    "part-is-an-entry",
		example: "REQUIREMENTS\n- a degree in law;\n- Languages\n- a licence;",
		when: func(x *place) bool {
			return x.now.zone == zoneDemands || x.p.bullet == dotBullet
		},
		gives: false,
	},
	{
		name:    "part-after-competencies",
		example: "REQUIREMENTS\n- a degree in law;\nCOMPETENCIES\nTeamwork: Shares the bridge\nSecurity clearance\nNATO SECRET",
		when: func(x *place) bool {
			return x.now.zone == zoneCompetency && (!x.demands || x.p.bullet == noBullet && x.hardFollows())
		},
		gives: true,
	},
	{
		name:    "part-is-a-competency",
		example: "REQUIREMENTS\n- a degree in law;\nCOMPETENCIES\nLeadership: Guides the crew\nExperience\nListening: Hears the crew",
		when: func(x *place) bool {
			return x.now.zone == zoneCompetency
		},
		gives: false,
	},
	{
		name:    "part-general",
		example: "DUTIES\n- guide ships;\nGeneral\nWe guide ships.",
		when: func(x *place) bool {
			return requirement.Fold(strings.Trim(x.p.text, " :.")) == "general"
		},
		gives: false,
	},
	{
		name:    "part-opens-demands",
		example: "DUTIES\n- guide ships;\nEducation\n- a degree in law;\n- a licence;",
		when: func(x *place) bool {
			return !x.demands && x.now.zone != zoneHeader && x.now.zone != zoneSummary
		},
		gives: true,
	},
	{
		name:    "part-in-bold",
		example: "We guide ships.\n\n**Education**\n- a degree in law;",
		when:    func(x *place) bool { return x.p.emphasis != plain },
		gives:   true,
	},
	{
		name:    "part-after-a-note",
		example: "QUALIFICATIONS REQUIRED\n\nNOTE: Answer each item in your form.\n\n1. Education:\na degree in law\n\n2. Languages:\nfluent French",
		when: func(x *place) bool {
			return x.now.zone == zoneOther && x.demandsOpen() && (x.setAsHeading() || x.p.bullet.counted())
		},
		gives: true,
	},
	{
		name:    "part-after-an-unknown-one",
		example: "ESSENTIAL\n- a degree in law;\n- good French;\nPort matters\n- a chart of the sea.\nLanguages\n- fluent Dutch.",
		when: func(x *place) bool {
			return x.now.guessed && x.next != nil && (x.next.bullet != noBullet || x.setAsHeading())
		},
		gives: true,
	},
	{
		name:    "part-with-a-colon",
		example: "We guide ships.\n\nEducation:\n- a degree in law;",
		when: func(x *place) bool {
			return strings.HasSuffix(x.p.text, ":") && !x.demands
		},
		gives: true,
	},
	{
		name:    "part-elsewhere",
		example: "We guide ships.\n\nEducation\n\nThe port has a school.",
		when:    func(*place) bool { return true },
		gives:   false,
	},
}

// entryFits says whether a heading that is set as an entry of a list is one all the same.
var entryFits = []rule[*place, bool]{
	{
		name:    "entry-opens-a-list",
		example: "REQUIREMENTS\n- Essential:\n- a degree in law;\n- Desirable:\n- fluent French;",
		when: func(x *place) bool {
			opens := x.h.zone == zoneDemands && x.h.class != ""
			return opens && (x.setAsHeading() || x.p.text == strings.ToUpper(x.p.text))
		},
		gives: true,
	},
	{
		name:    "entry-named-like-a-heading",
		example: "REQUIREMENTS\n- a degree in law;\n- Mission\n- fluent French;",
		when:    func(*place) bool { return true },
		gives:   false,
	},
}

// demandsOpen returns true if demands were announced just before the section that is open, and none has come yet.
func (x *place) demandsOpen() bool {
	n := len(x.sections)
	return n > 1 && x.sections[n-2].zone == zoneDemands && len(x.sections[n-2].body) == 0
}

// setAsHeading returns true if the paragraph is bold, a Markdown heading or ends with a colon.
func (x *place) setAsHeading() bool { return x.p.emphasis != plain || strings.HasSuffix(x.p.text, ":") }

// hardFollows returns true if what stands under a heading after the competencies can be compared with facts: "Security
// clearance" and its level.
func (x *place) hardFollows() bool {
	if len(x.rest) == 0 || len(x.rest[0].text) >= 200 || namesCompetency(x.rest[0].text) {
		return false
	}
	return hardUnder(strings.TrimRight(x.p.text, " :"), x.rest[0].text)
}

// leads returns true if a lead-in counts here, and the rule if one decided.
func (d *divider) leads(x *place) (bool, string) {
	if counts, name := decide(leadFits, x); name != "" {
		return counts, name
	}
	return true, ""
}

// leadFits says whether a lead-in counts where it stands. If no row decides it does.
var leadFits = []rule[*place, bool]{
	{
		name:    "lead-in-is-an-entry",
		example: "DUTIES\n- the incumbent must:\n- guide ships;",
		when: func(x *place) bool {
			switch {
			case x.p.bullet == noBullet:
				return false
			case x.l.zone == zoneDemands && x.p.emphasis != plain: // "1. **The incumbent must:**"
				return false
			}
			return !x.p.bullet.counted() || !x.otherListFollows() // "2. The incumbent must:" over dots
		},
		gives: false,
	},
	{
		name:    "wishes-before-a-list",
		example: "CONTRACT\nThree years.\nThe following would be an asset:\n- fluent French;",
		when: func(x *place) bool {
			return x.l.class == Desirable && x.now.zone != zoneDuties && x.listFollows() && wishOpens().MatchString(foldOf(x.p))
		},
		gives: true,
	},
	{
		name:    "lead-in-said-in-full",
		example: "DUTIES\n- guide ships;\nThe incumbent must:\n- have a degree in law;",
		when: func(x *place) bool {
			return x.outsideDemands() && (leadInText().MatchString(x.p.text) || classInBrackets(foldOf(x.p)) != "")
		},
		gives: true,
	},
	{
		name:    "lead-in-elsewhere",
		example: "DUTIES\n- guide ships;\nFor this work you must:\n- keep watch;",
		when:    (*place).outsideDemands,
		gives:   false,
	},
}

// listFollows returns true if the next paragraph is an entry or begins like one.
func (x *place) listFollows() bool {
	return x.next != nil && (x.next.bullet != noBullet || startsDemand(x.next.text))
}

// otherListFollows returns true if the next paragraph is an entry of another list, so that p is none of its entries.
func (x *place) otherListFollows() bool {
	return x.next != nil && x.next.bullet != x.p.bullet && x.listFollows()
}

// outsideDemands returns true if a lead-in of demands stands where it may speak of something else: among the duties, or
// after the demands.
func (x *place) outsideDemands() bool {
	if x.l.zone != zoneDemands {
		return false
	}
	after := x.now.zone == zoneOther || x.now.zone == zoneCompetency
	return after && x.demands || x.now.zone == zoneDuties
}

// unknownHeadings says whether a paragraph among the demands or competencies is a heading that the catalogue does not
// know. If no row decides it is none.
var unknownHeadings = []rule[*place, bool]{
	{
		name:    "number-after-dots",
		example: "REQUIREMENTS\n- a degree in law;\n6. Declaration of interest\nNone is asked.",
		when: func(x *place) bool {
			n := len(x.now.body)
			return n > 0 && x.now.body[n-1].bullet == dotBullet && x.p.bullet == numberBullet && x.next.bullet != numberBullet &&
				len(x.p.text) < 70 && headline(x.p.text)
		},
		gives: true,
	},
	{
		name:    "short-line-between-lists",
		example: "REQUIREMENTS\n- a degree in law;\n- fluent French;\nShift work and travel\n- by night;",
		when: func(x *place) bool {
			n := len(x.now.body)
			between := n > 1 && x.now.body[n-1].bullet == dotBullet && x.now.body[n-2].bullet == dotBullet && x.next.bullet == dotBullet
			return between && x.p.bullet == noBullet && len(strings.Fields(x.p.text)) <= 5 && headline(x.p.text)
		},
		gives: true,
	},
	{
		name:    "name-among-competencies",
		example: "COMPETENCIES\nClear Thinking\nSteady Hand\nOpen Ear\nTERMS\nA year.",
		when: func(x *place) bool {
			return x.now.zone == zoneCompetency && nameLine(x.p) && (nameLine(x.next) || x.now.endsWithName())
		},
		gives: false,
	},
	{
		name:    "not-like-a-heading",
		example: "REQUIREMENTS\nWe ask for little and give much to those who come.\n- a degree in law;",
		when: func(x *place) bool {
			return !looksLikeHeading(x.p)
		},
		gives: false,
	},
	{
		name:    "value-of-a-part",
		example: "REQUIREMENTS\nSecurity clearance\nNATO SECRET\nNationality",
		when: func(x *place) bool {
			return x.now.topic != "" && hardUnder(x.now.topic, x.p.text)
		},
		gives: false,
	},
	{
		name:    "nothing-under-it",
		example: "REQUIREMENTS\nThe Harbour School\nDUTIES\n- guide ships;",
		when: func(x *place) bool {
			return !x.setAsHeading() && headingIn(x.next.text) != nil
		},
		gives: false,
	},
	{
		name:    "entry-over-deeper-entries",
		example: "REQUIREMENTS\n  a) two years in a court;\n  b) work in one of these:\n     - the law of the sea\n     - the law of trade",
		when: func(x *place) bool {
			return x.p.bullet == letterBullet && x.next.bullet == dotBullet && x.next.indent > x.p.indent
		},
		gives: false,
	},
	{
		name:    "heading-over-lead-in",
		example: "REQUIREMENTS\n- a degree in law;\n- a licence.\nThe Harbour Pilot at Sea\nThe incumbent must:\n- guide ships;",
		when: func(x *place) bool {
			return leadOf(x.next.text) != nil
		},
		gives: true,
	},
	{
		name:    "unknown-set-as-heading",
		example: "REQUIREMENTS\n- a degree in law.\n**The Harbour School**\nIt stands at the sea.",
		when:    (*place).setAsHeading,
		gives:   true,
	},
	{
		name:    "unknown-in-capitals",
		example: "REQUIREMENTS\n- a degree in law.\nHARBOUR SCHOOL\nIt stands at the sea.",
		when: func(x *place) bool {
			return len(x.p.text) > 6 && x.p.text == strings.ToUpper(x.p.text) && x.p.text != strings.ToLower(x.p.text)
		},
		gives: true,
	},
	{
		name:    "short-line-among-others",
		example: "REQUIREMENTS\n\nBook Keeping\n\nfit for the sea",
		when: func(x *place) bool {
			return x.next.bullet == noBullet && len(x.next.text) < 2*len(x.p.text)+40 && !looksLikeHeading(x.next)
		},
		gives: false,
	},
	{
		name:    "line-like-a-heading",
		example: "REQUIREMENTS\nThe Harbour School\n- stands at the sea;",
		when: func(x *place) bool {
			return x.p.bullet == noBullet || x.p.bullet == numberBullet
		},
		gives: true,
	},
}

// nameLine returns true if a paragraph without a mark can be the bare name of a competency, in a list of such names.
func nameLine(p *paragraph) bool {
	return p.bullet == noBullet && p.emphasis == plain && len(strings.Fields(p.text)) <= 4 && isName(p.text) &&
		!strings.HasSuffix(p.text, ":") && p.text != strings.ToUpper(p.text) && headingIn(p.text) == nil
}

// endsWithName returns true if the last paragraph of the section can be the bare name of a competency.
func (s *section) endsWithName() bool { return len(s.body) > 0 && nameLine(&s.body[len(s.body)-1]) }

// headline returns true if words begin with a capital, end without a mark and begin no demand, as only a heading does.
func headline(s string) bool {
	return unicode.IsUpper(firstRune(s)) && unicode.IsLetter(lastRune(s)) && !startsDemand(s)
}

// demandsFollow returns true if the list below a heading goes on with demands: "Analytical thinking" over "Ability to …".
func (x *place) demandsFollow() bool {
	list, starts := 0, 0
	for i := range x.rest {
		p := &x.rest[i]
		if i == 6 || p.bullet == noBullet || p.bullet != x.rest[0].bullet {
			break
		}
		list++
		k := requirement.Parse(p.text).Kind
		if k != requirement.KindOther && (startsDemand(p.text) || k.Factual() && k != requirement.KindExperience) {
			starts++
		}
	}
	return starts > 0 && starts*2 >= list
}

// announces returns true if a paragraph among the demands, no entry itself, ends by announcing entries.
func announces(p *paragraph) bool {
	if p.bullet != noBullet || !strings.HasSuffix(p.text, ":") || len(p.text) <= 25 || len(p.text) >= 400 {
		return false
	}
	return leadOf(p.text) == nil && !looksLikeHeading(p)
}
