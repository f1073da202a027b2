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
	{"part-among-demands", "REQUIREMENTS\nLanguages:\n- fluent French;", func(x *place) bool {
		if x.now.zone != zoneDemands {
			return false
		}
		return x.p.bullet == noBullet || x.setAsHeading() || x.p.bullet != dotBullet && len(x.p.text) < 60
	}, true},
	{"part-is-an-entry", "REQUIREMENTS\n- a degree in law;\n- Languages\n- a licence;", func(x *place) bool {
		return x.now.zone == zoneDemands || x.p.bullet == dotBullet
	}, false},
	{"part-after-competencies", "REQUIREMENTS\n- a degree in law;\nCOMPETENCIES\nTeamwork: Shares the bridge\nSecurity clearance\nNATO SECRET", func(x *place) bool {
		return x.now.zone == zoneCompetency && (!x.demands || x.p.bullet == noBullet && x.hardFollows())
	}, true},
	{"part-is-a-competency", "REQUIREMENTS\n- a degree in law;\nCOMPETENCIES\nLeadership: Guides the crew\nExperience\nListening: Hears the crew", func(x *place) bool {
		return x.now.zone == zoneCompetency
	}, false},
	{"part-general", "DUTIES\n- guide ships;\nGeneral\nWe guide ships.", func(x *place) bool {
		return requirement.Fold(strings.Trim(x.p.text, " :.")) == "general"
	}, false},
	{"part-opens-demands", "DUTIES\n- guide ships;\nEducation\n- a degree in law;\n- a licence;", func(x *place) bool {
		return !x.demands && x.now.zone != zoneHeader && x.now.zone != zoneSummary
	}, true},
	{"part-in-bold", "We guide ships.\n\n**Education**\n- a degree in law;", func(x *place) bool { return x.p.emphasis != plain }, true},
	{"part-with-a-colon", "We guide ships.\n\nEducation:\n- a degree in law;", func(x *place) bool {
		return strings.HasSuffix(x.p.text, ":") && !x.demands
	}, true},
	{"part-elsewhere", "We guide ships.\n\nEducation\n\nThe port has a school.", func(*place) bool { return true }, false},
}

// entryFits says whether a heading that is set as an entry of a list is one all the same.
var entryFits = []rule[*place, bool]{
	{"entry-opens-a-list", "REQUIREMENTS\n- Essential:\n- a degree in law;\n- Desirable:\n- fluent French;", func(x *place) bool {
		opens := x.h.zone == zoneDemands && x.h.class != ""
		return opens && (x.setAsHeading() || x.p.text == strings.ToUpper(x.p.text))
	}, true},
	{"entry-named-like-a-heading", "REQUIREMENTS\n- a degree in law;\n- Mission\n- fluent French;", func(*place) bool { return true }, false},
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
	{"lead-in-is-an-entry", "DUTIES\n- the incumbent must:\n- guide ships;", func(x *place) bool {
		switch {
		case x.p.bullet == noBullet:
			return false
		case x.l.zone == zoneDemands && x.p.emphasis != plain: // "1. **The incumbent must:**"
			return false
		}
		return !x.p.bullet.counted() || !x.otherListFollows() // "2. The incumbent must:" over dots
	}, false},
	{"wishes-before-a-list", "CONTRACT\nThree years.\nThe following would be an asset:\n- fluent French;", func(x *place) bool {
		return x.l.class == Desirable && x.now.zone != zoneDuties && x.listFollows() && wishOpens().MatchString(foldOf(x.p))
	}, true},
	{"lead-in-said-in-full", "DUTIES\n- guide ships;\nThe incumbent must:\n- have a degree in law;", func(x *place) bool {
		return x.outsideDemands() && (leadInText().MatchString(x.p.text) || classInBrackets(foldOf(x.p)) != "")
	}, true},
	{"lead-in-elsewhere", "DUTIES\n- guide ships;\nFor this work you must:\n- keep watch;", (*place).outsideDemands, false},
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
	{"number-after-dots", "REQUIREMENTS\n- a degree in law;\n6. Declaration of interest\nNone is asked.", func(x *place) bool {
		n := len(x.now.body)
		return n > 0 && x.now.body[n-1].bullet == dotBullet && x.p.bullet == numberBullet && x.next.bullet != numberBullet &&
			len(x.p.text) < 70 && headline(x.p.text)
	}, true},
	{"short-line-between-lists", "REQUIREMENTS\n- a degree in law;\n- fluent French;\nShift work and travel\n- by night;", func(x *place) bool {
		n := len(x.now.body)
		between := n > 1 && x.now.body[n-1].bullet == dotBullet && x.now.body[n-2].bullet == dotBullet && x.next.bullet == dotBullet
		return between && x.p.bullet == noBullet && len(strings.Fields(x.p.text)) <= 5 && headline(x.p.text)
	}, true},
	{"not-like-a-heading", "REQUIREMENTS\nWe ask for little and give much to those who come.\n- a degree in law;", func(x *place) bool {
		return !looksLikeHeading(x.p)
	}, false},
	{"value-of-a-part", "REQUIREMENTS\nSecurity clearance\nNATO SECRET\nNationality", func(x *place) bool {
		return x.now.topic != "" && hardUnder(x.now.topic, x.p.text)
	}, false},
	{"nothing-under-it", "REQUIREMENTS\nThe Harbour School\nDUTIES\n- guide ships;", func(x *place) bool {
		return !x.setAsHeading() && headingIn(x.next.text) != nil
	}, false},
	{"heading-over-lead-in", "REQUIREMENTS\n- a degree in law;\n- a licence.\nThe Harbour Pilot at Sea\nThe incumbent must:\n- guide ships;", func(x *place) bool {
		return leadOf(x.next.text) != nil
	}, true},
	{"unknown-set-as-heading", "REQUIREMENTS\n- a degree in law.\n**The Harbour School**\nIt stands at the sea.", (*place).setAsHeading, true},
	{"unknown-in-capitals", "REQUIREMENTS\n- a degree in law.\nHARBOUR SCHOOL\nIt stands at the sea.", func(x *place) bool {
		return len(x.p.text) > 6 && x.p.text == strings.ToUpper(x.p.text) && x.p.text != strings.ToLower(x.p.text)
	}, true},
	{"short-line-among-others", "REQUIREMENTS\n\nBook Keeping\n\nfit for the sea", func(x *place) bool {
		return x.next.bullet == noBullet && len(x.next.text) < 2*len(x.p.text)+40 && !looksLikeHeading(x.next)
	}, false},
	{"line-like-a-heading", "REQUIREMENTS\nThe Harbour School\n- stands at the sea;", func(x *place) bool {
		return x.p.bullet == noBullet || x.p.bullet == numberBullet
	}, true},
}

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
		if startsDemand(p.text) && k != requirement.KindOther && k != requirement.KindAvailability {
			starts++
		}
	}
	return starts > 1 && starts*3 >= list*2
}

// announces returns true if a paragraph among the demands, no entry itself, ends by announcing entries.
func announces(p *paragraph) bool {
	if p.bullet != noBullet || !strings.HasSuffix(p.text, ":") || len(p.text) <= 25 || len(p.text) >= 400 {
		return false
	}
	return leadOf(p.text) == nil && !looksLikeHeading(p)
}
