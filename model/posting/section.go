package posting

import (
	"slices"
	"strings"

	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file is the third stage, sections: which paragraphs stand under which heading. Its rules are in
// section_rules.go; how a heading is recognised is in heading.go, a lead-in in leadin.go.

// section is a stretch of paragraphs under one heading or lead-in.
type section struct {
	zone  zone
	class Class // for demands: essential unless a heading or lead-in says desirable
	// announced is the line of the heading or lead-in that promises a list, 0 if none does.
	announced int
	// explicit is true if the class was said and not assumed.
	explicit bool
	// lead is true if a lead-in announced a list: what follows at once are its entries.
	lead bool
	// topic is the heading of a part of the demands: "Languages".
	topic string
	// counted is true if the heading of the part carries a letter or number: "b. Education/Training".
	counted bool
	// guessed is true if an unknown heading among the demands opened it. If another part of the demands follows, its
	// entries are demands as well, of the class of the list before it.
	guessed bool
	before  Class
	body    []paragraph
}

// marker is a heading or lead-in with its lines, for the screen.
type marker struct {
	lines Lines
	kind  SpanKind
}

// divide is the third stage.
func divide(paragraphs []paragraph, t *trace) (sections []section, markers []marker) {
	d := divider{trace: t, sections: []section{{zone: zoneHeader}}}
	for i := range paragraphs {
		x := place{divider: &d, p: &paragraphs[i], now: d.now(), rest: paragraphs[i+1:]}
		if len(x.rest) > 0 {
			x.next = &x.rest[0]
		}
		d.take(&x)
	}
	return d.sections, d.markers
}

// divider is the state of the third stage.
type divider struct {
	trace    *trace
	sections []section
	markers  []marker
	demands  bool // a heading or lead-in of demands has been seen
	// nested is set while the lists stand below a part ("a. Experience", then "Essential").
	nested bool
	// tops are the parts ("Education", "Languages") that the essential list was divided into.
	tops []string
}

// place is a paragraph where it stands, as the rules of this stage see it. The rules are in section_rules.go.
type place struct {
	*divider
	p, next *paragraph // next is nil at the end
	rest    []paragraph
	now     *section // the section that is open
	h       *heading // the heading of the catalogue that p is, nil if none
	l       *lead    // what p announces, nil if nothing
	// not is the rule by which p is no heading or lead-in here although it looks like one.
	not string
}

func (d *divider) now() *section { return &d.sections[len(d.sections)-1] }

func (d *divider) open(s section) { d.sections = append(d.sections, s) }

// take reads one paragraph: as a heading or lead-in if it is one, else into the section that is open.
func (d *divider) take(x *place) {
	switch {
	case d.knownHeading(x), d.headingWithLead(x), d.listGoesOn(x), d.knownLead(x), d.unknownHeading(x):
	default:
		x.now.body = append(x.now.body, *x.p)
		d.trace.words(x.p, StageSections, AsBody, x.now.about(), x.not)
	}
}

// about says what a section is about: the class of its list if it was said, else its zone.
func (s *section) about() string {
	if s.zone == zoneDemands && (s.explicit || s.class == Desirable) {
		return vocab.Wire(s.class)
	}
	return vocab.Wire(s.zone)
}

// mark records a paragraph as a heading or lead-in, for the screen and the trace.
func (d *divider) mark(p *paragraph, kind SpanKind, about, name string) {
	d.markers = append(d.markers, marker{p.lines(), kind})
	as := AsHeading
	if kind == SpanLeadIn {
		as = AsLeadIn
	}
	d.trace.words(p, StageSections, as, about, name)
}

// knownHeading takes a heading of the catalogue.
func (d *divider) knownHeading(x *place) bool {
	var name string
	if x.h, name = findHeading(x.p.text); x.h == nil {
		return false
	}
	fits, why := d.fits(x)
	if !fits {
		x.not = why
		return false
	}
	d.heading(x.h, x.p, x.now)
	d.mark(x.p, SpanHeading, d.now().about(), name)
	if why != "" {
		d.trace.words(x.p, StageSections, AsHeading, d.now().about(), why)
	}
	return true
}

// headingWithLead takes a heading and its lead-in on one line: "ESSENTIAL , The incumbent must:".
func (d *divider) headingWithLead(x *place) bool {
	h := headingThenLead(x.p)
	if h == nil {
		return false
	}
	d.open(section{zone: h.zone, class: h.class, announced: x.p.marks[0].no, explicit: true, lead: true})
	d.demands = true
	d.mark(x.p, SpanHeading, d.now().about(), ruleHeadingThenLead)
	return true
}

// The rules of this stage that stand in no table.
const (
	ruleHeadingThenLead = "heading-then-lead-in"
	ruleListGoesOn      = "list-goes-on"
	ruleEntriesFollow   = "entries-announced"
	ruleWishHeading     = "unknown-heading-of-wishes"
	ruleDemandHeading   = "unknown-heading-of-demands"
	ruleDemandsFollow   = "unknown-heading-over-demands"
	ruleOtherHeading    = "unknown-heading-of-something-else"
	ruleNoBehaviour     = "unknown-heading-below-competencies"
)

// listGoesOn takes what announces more entries among the demands.
func (d *divider) listGoesOn(x *place) bool {
	if x.now.zone != zoneDemands {
		return false
	}
	name := ruleEntriesFollow
	if !announces(x.p) {
		name = ruleListGoesOn
		if !goesOn().MatchString(foldOf(x.p)) {
			return false
		}
	}
	d.lead(&lead{zoneDemands, classOfLead(x.p, x.now)}, x.p, x.now)
	d.mark(x.p, SpanLeadIn, d.now().about(), name)
	return true
}

// knownLead takes a lead-in.
func (d *divider) knownLead(x *place) bool {
	var name string
	if x.l, name = findLead(x.p.text); x.l == nil {
		return false
	}
	counts, why := d.leads(x)
	if !counts {
		x.not = why
		return false
	}
	d.lead(x.l, x.p, x.now)
	d.mark(x.p, SpanLeadIn, d.now().about(), name)
	if why != "" {
		d.trace.words(x.p, StageSections, AsLeadIn, d.now().about(), why)
	}
	return true
}

// unknownHeading takes what is set like a heading although the catalogue does not know it.
func (d *divider) unknownHeading(x *place) bool {
	if x.next == nil || x.now.zone != zoneDemands && x.now.zone != zoneCompetency {
		return false
	}
	heads, name := decide(unknownHeadings, x)
	if !heads {
		if x.not == "" {
			x.not = name
		}
		return false
	}
	low := foldOf(x.p)
	if x.now.zone == zoneCompetency {
		if behaviourWords().MatchString(low) {
			return false
		}
		d.open(section{zone: zoneOther})
		d.trace.words(x.p, StageSections, AsHeading, vocab.Wire(zoneOther), ruleNoBehaviour)
		return true
	}
	what := ruleDemandHeading
	switch {
	case wishHeading().MatchString(low):
		d.open(section{zone: zoneDemands, class: Desirable, explicit: true, lead: true})
		what = ruleWishHeading
	case demandWords().MatchString(low):
	case x.demandsFollow():
		what = ruleDemandsFollow
	default:
		d.open(section{zone: zoneOther, before: x.now.class, guessed: true})
		what = ruleOtherHeading
	}
	d.mark(x.p, SpanHeading, d.now().about(), name)
	d.trace.words(x.p, StageSections, AsHeading, d.now().about(), what)
	return true
}

// classOfLead returns the class of what a paragraph among the demands announces: a wish if it says so, else the class of
// the list before it.
func classOfLead(p *paragraph, now *section) Class {
	low := requirement.Fold(p.text)
	switch {
	case wishLead().MatchString(strings.TrimRight(low, " :")):
		return Desirable
	case now.class == "":
		return Essential
	}
	return now.class
}

// classBelow returns the class of a part of the demands below a heading such as "Languages". After a list of wishes it is
// a wish too if the essential list had the same parts; else it stands beside both lists and demands.
func (d *divider) classBelow(p *paragraph, now *section) Class {
	if d.nested && p.bullet.counted() {
		d.nested = false
		return Essential // "a. Experience" held both lists, and "b. Knowledge" is the next of its kind
	}
	if now.class != Desirable || p.bullet != noBullet || slices.Contains(d.tops, letters(p.text)) {
		return now.class
	}
	if len(now.body) == 0 && now.topic == "" {
		return Desirable // "Desirable" and at once "Experience": the first part of the wishes
	}
	if len(d.tops) > 0 {
		return Desirable
	}
	return Essential
}

// heading opens the section below a heading.
func (d *divider) heading(h *heading, p *paragraph, now *section) {
	if h.zone != zoneDemands {
		d.open(section{zone: h.zone})
		return
	}
	d.demands = true
	s := section{zone: zoneDemands, class: h.class, explicit: h.class != ""}
	switch {
	case h.class != "": // "Essential"
		s.announced = p.marks[0].no
		partHoldsLists := now.counted && len(now.body) == 0 && !p.bullet.counted() // "a. Experience" above "Essential"
		d.nested = d.nested && now.topic == "" || partHoldsLists
	case h.sub: // "Languages"
		s.lead, s.topic = true, p.text
		if now.guessed && now.listed() {
			now.zone, now.class, now.lead = zoneDemands, now.before, true
		}
		if now.zone == zoneDemands {
			s.class, s.counted = d.classBelow(p, now), p.bullet.counted()
		}
		d.tops = append(d.tops, letters(p.text))
	default: // "Requirements"
		s.announced = p.marks[0].no
	}
	if h.class == Essential {
		d.tops = d.tops[:0]
	}
	if s.class == "" {
		s.class = Essential
	}
	d.open(s)
}

// listed returns true if the section holds entries with marks and nothing else.
func (s *section) listed() bool {
	for i := range s.body {
		if s.body[i].bullet == noBullet {
			return false
		}
	}
	return len(s.body) > 0
}

// lead opens the section below a lead-in, or goes on with the one that its heading opened.
func (d *divider) lead(l *lead, p *paragraph, now *section) {
	no := p.marks[0].no
	if l.zone != zoneDemands {
		d.open(section{zone: l.zone})
		return
	}
	d.demands = true
	wish := l.class == Desirable
	belowHeading := now.zone == zoneDemands && len(now.body) == 0
	if belowHeading && (now.class == l.class || now.explicit && !wish) { // "Essential" and "The incumbent must:"
		now.lead = true
		if now.announced == 0 {
			now.announced = no
		}
		return
	}
	if wish && now.zone == zoneDemands && now.class == Essential && now.counted {
		d.nested = true // "a. Experience" holds the demands and now the wishes
	}
	d.open(section{zone: zoneDemands, class: l.class, announced: no, explicit: true, lead: true})
}

// headingThenLead returns the heading of a class with which a line begins that goes on with a lead-in: "ESSENTIAL , The
// incumbent must:". Nil if there is none.
func headingThenLead(p *paragraph) *heading {
	if p.bullet == dotBullet || len(p.text) > 160 {
		return nil
	}
	for _, sep := range []string{" , ", ": ", " - ", " – ", ", ", ". ", " "} {
		head, rest, ok := strings.Cut(p.text, sep)
		if !ok || rest == "" {
			continue
		}
		if h := headingIn(head); h != nil && h.zone == zoneDemands && h.class != "" && leadOf(rest) != nil {
			return h
		}
	}
	return nil
}
