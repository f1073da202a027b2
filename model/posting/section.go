package posting

import (
	"slices"
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file is the third stage: which paragraphs stand under which heading.

// section is a stretch of paragraphs under one heading or lead-in.
type section struct {
	zone  zone
	class Class // for demands: essential unless a heading or lead-in says desirable
	// announced is the line of the heading or lead-in that promises a list, 0 where none does.
	announced int
	// explicit is set where the class was said and not assumed.
	explicit bool
	// lead is set where a lead-in announced a list: what follows at once are its entries.
	lead bool
	// topic is the heading of a part of the demands: "Languages".
	topic string
	// counted is set where the heading of the part carries a letter or number: "b. Education/Training".
	counted bool
	body    []paragraph
}

// marker is a heading or lead-in with its lines, for the screen.
type marker struct {
	lines Lines
	kind  SpanKind
}

// divide is the third stage.
func divide(paragraphs []paragraph) (sections []section, markers []marker) {
	d := divider{sections: []section{{zone: zoneHeader}}}
	for i := range paragraphs {
		var next *paragraph
		if i+1 < len(paragraphs) {
			next = &paragraphs[i+1]
		}
		d.rest = paragraphs[i+1:]
		d.take(&paragraphs[i], next)
	}
	return d.sections, d.markers
}

type divider struct {
	sections []section
	markers  []marker
	rest     []paragraph // what follows the paragraph that is taken
	demands  bool        // a heading or lead-in of demands has been seen
	// nested is set where the lists stand below a part ("a. Experience", then "Essential").
	nested bool
	// tops are the parts ("Education", "Languages") that the essential list was divided into.
	tops []string
}

func (d *divider) now() *section { return &d.sections[len(d.sections)-1] }

func (d *divider) open(s section) { d.sections = append(d.sections, s) }

func (d *divider) take(p, next *paragraph) {
	now := d.now()
	if h := headingIn(p.text); h != nil && d.fits(h, p, now) {
		d.markers = append(d.markers, marker{p.lines(), SpanHeading})
		d.heading(h, p, now)
		return
	}
	if h, rest := headingThenLead(p); h != nil {
		d.markers = append(d.markers, marker{p.lines(), SpanHeading})
		d.open(section{zone: h.zone, class: h.class, announced: p.marks[0].no, explicit: true, lead: rest})
		d.demands = d.demands || h.zone == zoneDemands
		return
	}
	if now.zone == zoneDemands && (announces(p) || goesOn().MatchString(requirement.Fold(p.text))) {
		d.markers = append(d.markers, marker{p.lines(), SpanLeadIn})
		d.lead(&lead{zoneDemands, classOfLead(p, now)}, p, now)
		return
	}
	if l := leadOf(p.text); l != nil && d.leads(l, p, next, now) {
		d.markers = append(d.markers, marker{p.lines(), SpanLeadIn})
		d.lead(l, p, now)
		return
	}
	if now.zone == zoneDemands && next != nil && d.unknownHeading(p, next, now) {
		d.markers = append(d.markers, marker{p.lines(), SpanHeading})
		switch {
		case wishHeading().MatchString(requirement.Fold(p.text)):
			d.open(section{zone: zoneDemands, class: Desirable, explicit: true, lead: true})
		case !demandWords().MatchString(requirement.Fold(p.text)) && !d.demandsFollow():
			d.open(section{zone: zoneOther})
		}
		return
	}
	if now.zone == zoneCompetency && next != nil && d.unknownHeading(p, next, now) && !behaviourWords().MatchString(requirement.Fold(p.text)) {
		d.open(section{zone: zoneOther})
		return
	}
	now.body = append(now.body, *p)
}

// hardFollows tells whether what stands under a heading after the competencies can be compared with facts: "Security
// clearance" and its level.
func (d *divider) hardFollows(p *paragraph) bool {
	return len(d.rest) > 0 && len(d.rest[0].text) < 200 && nameless(d.rest[0].text) && hardUnder(strings.TrimRight(p.text, " :"), d.rest[0].text)
}

// nameless tells whether words are no competency with its phrase.
func nameless(s string) bool {
	name, _ := nameAndPhrase(s)
	return name == ""
}

// demandsFollow tells whether the list below a heading goes on with demands: "Analytical thinking" over "Ability to …".
func (d *divider) demandsFollow() bool {
	list, starts := 0, 0
	for i := range d.rest {
		p := &d.rest[i]
		if i == 6 || p.bullet == noBullet || p.bullet != d.rest[0].bullet {
			break
		}
		list++
		if k := requirement.Parse(p.text).Kind; startsDemand(p.text) && k != requirement.KindOther && k != requirement.KindAvailability {
			starts++
		}
	}
	return starts > 1 && starts*3 >= list*2
}

// announces tells whether a paragraph among the demands, no entry itself, ends by announcing entries.
func announces(p *paragraph) bool {
	return p.bullet == noBullet && strings.HasSuffix(p.text, ":") && len(p.text) > 25 && len(p.text) < 400 && leadOf(p.text) == nil && !looksLikeHeading(p)
}

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

// classBelow is the class of a part of the demands below a heading such as "Languages". After a list of wishes it is
// a wish too where the essential list had the same parts; else it stands beside both lists and demands.
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

// fits tells whether a heading of the catalogue is one here: weak headings only count among demands, and what is set
// as an entry of a list is an entry unless it cannot be.
func (d *divider) fits(h *heading, p *paragraph, now *section) bool {
	if h.sub {
		switch {
		case now.zone == zoneDemands:
			return p.bullet == noBullet || p.emphasis != plain || strings.HasSuffix(p.text, ":") || len(p.text) < 60 && p.bullet != dotBullet
		case p.bullet == dotBullet:
			return false
		case now.zone == zoneCompetency:
			return !d.demands || p.bullet == noBullet && d.hardFollows(p)
		}
		if requirement.Fold(strings.Trim(p.text, " :.")) == "general" {
			return false
		}
		// "Experience" on a line of its own opens demands where nothing else has, or when set as a heading.
		return !d.demands && now.zone != zoneHeader && now.zone != zoneSummary || p.emphasis != plain || strings.HasSuffix(p.text, ":") && !d.demands
	}
	if p.bullet == dotBullet || p.bullet == codeBullet {
		return h.zone == zoneDemands && h.class != "" && (p.emphasis != plain || strings.HasSuffix(p.text, ":") || p.text == strings.ToUpper(p.text))
	}
	if h.zone == zoneCompetency && now.zone == zoneDemands && requirement.Fold(p.text) == "competences" {
		return true
	}
	return true
}

func (d *divider) heading(h *heading, p *paragraph, now *section) {
	if h.zone != zoneDemands {
		d.open(section{zone: h.zone})
		return
	}
	d.demands = true
	s := section{zone: zoneDemands, class: h.class, explicit: h.class != ""}
	switch {
	case h.class != "":
		s.announced = p.marks[0].no
		d.nested = d.nested && now.topic == "" || now.counted && len(now.body) == 0 && !p.bullet.counted()
	case h.sub && now.zone == zoneDemands:
		s.class, s.lead, s.topic, s.counted = d.classBelow(p, now), true, p.text, p.bullet.counted()
		d.tops = append(d.tops, letters(p.text))
	default:
		s.lead = h.sub
		if h.sub {
			s.topic = p.text
			d.tops = append(d.tops, letters(p.text))
		}
	}
	if h.class == Essential {
		d.tops = d.tops[:0]
	}
	if !h.sub && h.class == "" {
		s.announced = p.marks[0].no
	}
	if s.class == "" {
		s.class = Essential
	}
	d.open(s)
}

// leads tells whether a lead-in counts here. Outside the demands it must be followed by a list.
func (d *divider) leads(l *lead, p, next *paragraph, now *section) bool {
	if p.bullet != noBullet && !(l.zone == zoneDemands && p.emphasis != plain) && !(p.bullet.counted() && next != nil && next.bullet != p.bullet && (next.bullet != noBullet || startsDemand(next.text))) {
		return false
	}
	if l.class == Desirable && now.zone != zoneDuties && next != nil && (next.bullet != noBullet || startsDemand(next.text)) && wishOpens().MatchString(requirement.Fold(p.text)) {
		return true
	}
	if l.zone == zoneDemands && ((now.zone == zoneOther || now.zone == zoneCompetency) && d.demands || now.zone == zoneDuties) {
		return leadInText().MatchString(p.text) || bracketLead(p.text) != nil
	}
	return true
}

func (d *divider) lead(l *lead, p *paragraph, now *section) {
	no := p.marks[0].no
	if l.zone != zoneDemands {
		d.open(section{zone: l.zone})
		return
	}
	d.demands = true
	if now.zone == zoneDemands && len(now.body) == 0 && (now.class == l.class || !wishful(l) && now.explicit) {
		now.lead = true // the lead-in below its own heading
		if now.announced == 0 {
			now.announced = no
		}
		return
	}
	if wishful(l) && now.zone == zoneDemands && now.class == Essential && now.counted {
		d.nested = true
	}
	d.open(section{zone: zoneDemands, class: l.class, announced: no, explicit: true, lead: true})
}

func wishful(l *lead) bool { return l.class == Desirable }

// shortBetweenLists tells whether a short line without end stands between two lists, as only a heading does.
func shortBetweenLists(p, next *paragraph, now *section) bool {
	n := len(now.body)
	if p.bullet == numberBullet && n > 0 && now.body[n-1].bullet == dotBullet && next.bullet != numberBullet && len(p.text) < 70 &&
		unicode.IsUpper(firstRune(p.text)) && unicode.IsLetter(lastRune(p.text)) && !startsDemand(p.text) {
		return true // "6. Declaration of interest" after a list with dots
	}
	return n > 1 && now.body[n-1].bullet == dotBullet && now.body[n-2].bullet == dotBullet && next.bullet == dotBullet && p.bullet == noBullet &&
		len(strings.Fields(p.text)) <= 5 && unicode.IsUpper(firstRune(p.text)) && unicode.IsLetter(lastRune(p.text)) && !startsDemand(p.text)
}

// unknownHeading tells whether a paragraph among the demands is the heading of something else, although the
// catalogue does not know it.
func (d *divider) unknownHeading(p, next *paragraph, now *section) bool {
	if shortBetweenLists(p, next, now) {
		return true
	}
	if !looksLikeHeading(p) || now.topic != "" && hardUnder(now.topic, p.text) {
		return false
	}
	if headingIn(next.text) != nil && p.emphasis == plain && !strings.HasSuffix(p.text, ":") {
		return false // nothing would stand under it
	}
	if leadOf(next.text) != nil {
		return true
	}
	if p.emphasis != plain || strings.HasSuffix(p.text, ":") || len(p.text) > 6 && p.text == strings.ToUpper(p.text) && p.text != strings.ToLower(p.text) {
		return true
	}
	if next.bullet == noBullet && len(next.text) < 2*len(p.text)+40 && !looksLikeHeading(next) {
		return false // one short line among others
	}
	return p.bullet == noBullet || p.bullet == numberBullet
}

// headingThenLead recognises a heading and its lead-in on one line: "ESSENTIAL , The incumbent must:".
func headingThenLead(p *paragraph) (*heading, bool) {
	if p.bullet == dotBullet || len(p.text) > 160 {
		return nil, false
	}
	for _, sep := range []string{" , ", ": ", " - ", " – ", ", ", ". ", " "} {
		head, rest, ok := strings.Cut(p.text, sep)
		if !ok || rest == "" {
			continue
		}
		h := headingIn(head)
		if h == nil || h.zone != zoneDemands || h.class == "" {
			continue
		}
		if leadOf(rest) != nil {
			return h, true
		}
	}
	return nil, false
}
