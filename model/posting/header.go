package posting

import (
	"strconv"
	"strings"
	"unicode"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file belongs to the third stage: it reads the head of a posting, title, requisition number, location, grade and
// closing date. Facts without a label are read in header_loose.go, several on one line in header_inline.go, the title and
// the place in title.go.

// headLines is how far down the labelled facts of the head are looked for.
const headLines = 400

// headUntil is where the head ends if no section does.
const headUntil = 60

// The facts of the head, in a trace.
const (
	factTitle        = "title"
	factOrganisation = "organisation"
	factRequisition  = "requisition"
	factLocation     = "location"
	factGrade        = "grade"
	factClosing      = "closing-date"
	factClearance    = "clearance"
	factReports      = "direct-reports"
)

// The rules by which a labelled fact is read.
const (
	ruleLabelsInline = "labels-on-one-line" // "Grade: G15 Location: Ostmark"
	ruleLabel        = "label"              // "Grade: G15"
	ruleLabelInRow   = "label-in-a-row"     // "Grade | G15"
	ruleLabelAlone   = "label-above-value"  // "Grade", and "G15" below
	ruleTitleInLabel = "title-behind-label" // "Vacancy notice: Harbour Pilot"
	ruleGradeInText  = "grade-in-the-text"  // "The post is classified as G15."
)

// readHeader reads the head from the lines of the text.
func (r *reading) readHeader(lines []line) {
	front := frontMatter(lines)
	headEnd := r.headEnd()
	lines = ungluedLabels(lines, headEnd)
	for i := range lines {
		l := &lines[i]
		if l.no > headLines && l.no > headEnd {
			break
		}
		if l.furniture == "" && !l.blank {
			r.headLine(lines, i, headEnd, i < front)
		}
	}
	r.findTitle(lines, front, headEnd)
	r.findPlace(lines, headEnd)
	if r.draft.Grade == "" {
		r.gradeInText(lines)
	}
}

// headLine reads line i. front is true inside a block of keys at the top.
func (r *reading) headLine(lines []line, i, headEnd int, front bool) {
	l := &lines[i]
	if pieces := inlineFacts(strings.TrimLeft(l.text, ": ")); pieces != nil && l.no <= max(headEnd, 12) {
		for _, p := range pieces {
			r.fact(labelledFact{p.field, p.value, l, front, ruleLabelsInline})
		}
		return
	}
	name := ruleLabel
	f, v := label(l.text)
	if f == noField {
		name = ruleLabelInRow
		f, v = tableLabel(l.text)
	}
	if f == noField && l.no <= headEnd {
		f = bareLabel(l.text)
	}
	if f != noField && f != fieldIgnored && v == "" {
		name = ruleLabelAlone
		v = valueBelow(lines, i)
	}
	if l.no <= headEnd || f.anywhere() {
		r.fact(labelledFact{f, value(v), l, front, name})
	}
	if l.no <= headEnd {
		r.looseFacts(l)
	}
}

// anywhere returns true if the fact is also read below the head.
func (f field) anywhere() bool {
	return f == fieldClosing || f == fieldReports || f == fieldGrade || f == fieldRequisition
}

// headEnd returns the line before the first section that is not the head.
func (r *reading) headEnd() int {
	for _, s := range r.sections[1:] {
		switch {
		case len(s.body) == 0 || s.zone == zoneHeader || s.zone == zoneOther:
		case s.zone == zoneSummary && len(s.body[0].text) <= 120: // "Description" over a short fact
		default:
			return s.body[0].marks[0].no
		}
	}
	return headUntil
}

// labelledFact is a fact of the head with the line it stands on.
type labelledFact struct {
	field field
	value string
	l     *line
	front bool   // it stands in a block of keys at the top
	rule  string // by which it was found
}

// fact takes a labelled fact into the draft, if the draft has none of its kind.
func (r *reading) fact(x labelledFact) {
	if emptyValue(x.value) {
		if x.field == fieldReports && x.value != "" {
			r.draft.DirectReports = new(int) // "Direct reports: none"
		}
		return
	}
	d := &r.draft
	switch x.field {
	case fieldTitle:
		r.titleFact(x)
	case fieldOrganisation:
		r.set(&d.Organisation, x.value, x, factOrganisation)
	case fieldRequisition:
		r.requisitionFact(x)
	case fieldLocation:
		if len(x.value) <= 80 {
			r.set(&d.Location, x.value, x, factLocation)
		}
	case fieldGrade:
		r.set(&d.Grade, gradeIn(x.value), x, factGrade)
	case fieldClosing:
		r.closingFact(x)
	case fieldClearance:
		r.clearanceFact(x)
	case fieldReports:
		if n, err := strconv.Atoi(leadingDigits(x.value)); err == nil && d.DirectReports == nil {
			d.DirectReports = &n
			r.found(x.l, factReports, x.rule)
		}
	}
}

// set fills a field of the draft that is empty.
func (r *reading) set(p *string, v string, x labelledFact, fact string) {
	if *p == "" && v != "" {
		*p = v
		r.found(x.l, fact, x.rule)
	}
}

// found records that a line was read as a fact of the head.
func (r *reading) found(l *line, fact, name string) {
	r.span(Lines{l.no, l.no}, SpanHeader, "")
	r.trace.line(l.no, StageSections, AsFact, fact, name)
}

func (r *reading) titleFact(x labelledFact) {
	if len(x.value) > 120 || strings.HasSuffix(x.value, ".") || !x.front && !unicode.IsUpper(firstRune(x.value)) {
		return // "Post: you will guide ships."
	}
	title, number := titleAndNumber(x.value)
	r.set(&r.draft.Title, title, x, factTitle)
	if number != "" {
		r.set(&r.draft.Requisition, number, x, factRequisition)
	}
}

func (r *reading) requisitionFact(x labelledFact) {
	r.set(&r.draft.Requisition, requisitionIn(x.value), x, factRequisition)
	words := strings.Contains(x.value, "|") || strings.HasSuffix(x.value, ".") // a row, a sentence
	if words || len(x.value) > 90 || !unicode.IsUpper(firstRune(x.value)) {
		return
	}
	if postWord().MatchString(requirement.Fold(x.value)) {
		title, _ := titleAndNumber(x.value)
		x.rule = ruleTitleInLabel
		r.set(&r.draft.Title, title, x, factTitle)
	}
}

func (r *reading) closingFact(x labelledFact) {
	if r.draft.ClosingWords != "" {
		return
	}
	if date, ok := DateIn(x.value); ok {
		r.draft.ClosingDate = date
	} else {
		r.warn(x.l.no, model.WarnClosingDate, clip(x.value))
	}
	r.set(&r.draft.ClosingWords, x.value, x, factClosing)
}

func (r *reading) clearanceFact(x labelledFact) {
	level := requirement.ClearanceNamed(x.value)
	if level == "" || r.draft.Clearance.Level != "" || len(x.value) >= 80 {
		return
	}
	r.draft.Clearance = Clearance{Level: level, Mode: requirement.ClearanceHeaderOnly, Lines: Lines{x.l.no, x.l.no}}
	r.found(x.l, factClearance, x.rule)
}

func leadingDigits(s string) string {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return s[:i]
}

// bareLabel recognises a label that stands on a line of its own without a colon, its value below: only labels that
// are not also ordinary headings.
func bareLabel(text string) field {
	if len(text) > 40 || strings.ContainsAny(text, ".,;|") {
		return noField
	}
	switch f := labelFields()[labelKey(text)]; f {
	case fieldLocation, fieldGrade, fieldRequisition, fieldClosing, fieldOrganisation, fieldClearance:
		return f
	}
	return noField
}

// tableLabel reads a labelled fact from a row of a table: "Duty station | Brussels".
func tableLabel(text string) (field, string) {
	if len(text) > 200 {
		return noField, ""
	}
	name, v, ok := strings.Cut(text, "|")
	if !ok {
		if name, v, ok = strings.Cut(text, wideGap); !ok {
			return noField, ""
		}
	}
	return labelFields()[labelKey(name)], strings.TrimSpace(strings.Trim(v, " |:"))
}

// valueBelow returns the value of a label that stands alone on its line.
func valueBelow(lines []line, i int) string {
	for j := i + 1; j < len(lines) && j < i+3; j++ {
		if lines[j].blank || lines[j].furniture != "" {
			continue
		}
		if labelled(lines[j].text) || headingIn(lines[j].text) != nil || len(lines[j].text) > 100 {
			return ""
		}
		return lines[j].text
	}
	return ""
}

// frontMatter returns the number of lines of a block of keys (YAML) at the top, 0 if there is none. The later stages do
// not look at them.
func frontMatter(lines []line) int {
	if len(lines) == 0 || lines[0].furniture == "" {
		return 0
	}
	keys := 0
	for i := 1; i < len(lines) && i < 60; i++ {
		if lines[i].furniture != "" && keys > 1 {
			return i
		}
		if yamlKey().MatchString(lines[i].text) {
			keys++
		}
	}
	return 0
}

var yamlKey = lazy(`^[A-Za-z_]{2,30}:(?: |$)`)

// requisitionIn returns the number in the value of a label such as "Vacancy Number".
func requisitionIn(v string) string {
	if _, ok := DateIn(v); ok && len(v) < 24 {
		return ""
	}
	if m := requisitionPattern().FindString(v); m != "" {
		return strings.Trim(m, " .-/")
	}
	return ""
}

var requisitionPattern = lazy(`(?:[A-Za-z]{1,10}[/ .-]?)*(?:[A-Za-z0-9]+[/._-])*[A-Za-z]*\d{2,}[A-Za-z0-9]*(?:[/._-][A-Za-z0-9]+)*`)

func clip(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}
