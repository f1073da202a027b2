package posting

import (
	"strconv"
	"strings"
	"unicode"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file reads the head of a posting: title, requisition number, location, grade, closing date.

// headLines is how far down the labelled facts of the head are looked for.
const headLines = 400

func (r *reading) readHeader(lines []line) {
	front := frontMatter(lines)
	headEnd := r.headEnd()
	lines = ungluedLabels(lines, headEnd)
	for i := range lines {
		l := &lines[i]
		if l.no > headLines && l.no > headEnd {
			break
		}
		if l.furniture || l.blank {
			continue
		}
		if pieces := inlineFacts(strings.TrimLeft(l.text, ": ")); pieces != nil && l.no <= max(headEnd, 12) {
			for _, p := range pieces {
				r.fact(p.field, p.value, l, i < front)
			}
			continue
		}
		f, v := label(l.text)
		if f == noField {
			f, v = tableLabel(l.text)
		}
		if f == noField && l.no <= headEnd {
			f = bareLabel(l.text)
		}
		if f != noField && f != fieldIgnored && v == "" {
			v = valueBelow(lines, i)
		}
		if l.no <= headEnd || f == fieldClosing || f == fieldReports || f == fieldGrade || f == fieldRequisition {
			r.fact(f, value(v), l, i < front)
		}
		if l.no <= headEnd {
			r.looseFact(l)
		}
	}
	r.findTitle(lines, front, headEnd)
	r.findPlace(lines, headEnd)
	if r.draft.Grade == "" {
		r.gradeInText(lines)
	}
}

// headEnd is the line before the first section that is not the head.
func (r *reading) headEnd() int {
	for _, s := range r.sections[1:] {
		if len(s.body) > 0 && s.zone != zoneHeader && (s.zone != zoneSummary || len(s.body[0].text) > 120) && s.zone != zoneOther {
			return s.body[0].marks[0].no
		}
	}
	return 60
}

func (r *reading) fact(f field, v string, l *line, front bool) {
	if emptyValue(v) {
		if f == fieldReports && v != "" {
			r.draft.DirectReports = new(int)
		}
		return
	}
	d := &r.draft
	set := func(p *string, v string) {
		if *p == "" && v != "" {
			*p = v
			r.span(Lines{l.no, l.no}, SpanHeader, "")
		}
	}
	switch f {
	case fieldTitle:
		if len(v) <= 120 && !strings.HasSuffix(v, ".") && (front || unicode.IsUpper(firstRune(v))) {
			t, number := titleAndNumber(v)
			set(&d.Title, t)
			if number != "" {
				set(&d.Requisition, number)
			}
		}
	case fieldOrganisation:
		set(&d.Organisation, v)
	case fieldRequisition:
		set(&d.Requisition, requisitionIn(v))
		if len(v) <= 90 && !strings.Contains(v, "|") && unicode.IsUpper(firstRune(v)) && postWord().MatchString(requirement.Fold(v)) && !strings.HasSuffix(v, ".") {
			t, _ := titleAndNumber(v) // "Vacancy notice: Conference Assistant"
			set(&d.Title, t)
		}
	case fieldLocation:
		if len(v) <= 80 {
			set(&d.Location, v)
		}
	case fieldGrade:
		set(&d.Grade, gradeIn(v))
	case fieldClosing:
		if d.ClosingWords == "" {
			if date, ok := DateIn(v); ok {
				d.ClosingDate = date
			} else {
				r.warn(l.no, model.WarnClosingDate, clip(v))
			}
			set(&d.ClosingWords, v)
		}
	case fieldClearance:
		if level := requirement.ClearanceNamed(v); level != "" && d.Clearance.Level == "" && len(v) < 80 {
			d.Clearance = Clearance{Level: level, Mode: requirement.ClearanceHeaderOnly, Lines: Lines{l.no, l.no}}
			r.span(Lines{l.no, l.no}, SpanHeader, "")
		}
	case fieldReports:
		if n, err := strconv.Atoi(leadingDigits(v)); err == nil && d.DirectReports == nil {
			d.DirectReports = &n
			r.span(Lines{l.no, l.no}, SpanHeader, "")
		}
	}
}

func leadingDigits(s string) string {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return s[:i]
}

// looseFact reads facts of the head that carry no label before them.
func (r *reading) looseFact(l *line) {
	d := &r.draft
	if d.Requisition == "" {
		if m := numberAlone().FindStringSubmatch(l.text); m != nil {
			d.Requisition = m[1]
			r.span(Lines{l.no, l.no}, SpanHeader, "")
		} else if codeAlone().MatchString(l.text) && strings.ContainsAny(l.text, "0123456789") {
			d.Requisition = l.text
			r.span(Lines{l.no, l.no}, SpanHeader, "")
		} else if m := numberThenLabel().FindStringSubmatch(l.text); m != nil {
			d.Requisition = m[1] + m[2]
			r.span(Lines{l.no, l.no}, SpanHeader, "")
		}
	}
	if d.Location == "" {
		for _, sign := range []string{"🔍", "📍", "🌍", "📌"} {
			if v, ok := strings.CutPrefix(l.text, sign); ok && len(v) < 60 {
				d.Location = value(v)
				r.span(Lines{l.no, l.no}, SpanHeader, "")
			}
		}
	}
	if d.Grade == "" && len(l.text) < 60 {
		if m := gradeLine().FindStringSubmatch(l.text); m != nil {
			d.Grade = gradeIn(m[1])
			r.span(Lines{l.no, l.no}, SpanHeader, "")
		}
	}
	if m := gradeAlone().FindStringSubmatch(l.text); m != nil && d.Grade == "" {
		d.Grade = m[1]
		r.span(Lines{l.no, l.no}, SpanHeader, "")
	}
	if m := labelThenValue().FindStringSubmatch(l.text); m != nil {
		r.fact(fieldLocation, m[1], l, false)
	}
	if d.Clearance.Level == "" && len(l.text) < 60 {
		if m := clearanceLine().FindStringSubmatch(l.text); m != nil {
			r.fact(fieldClearance, m[1], l, false)
		}
	}
}

var (
	numberThenLabel = lazy(oneOf{
		`(?i)^\W*(\d{4,8})\s+requisition\b`,
		seq{`(?i)\b`, oneOf{
			`vacancy`,
			`requisition`,
			`reference`,
			`ref\.`,
			`job`,
			`job id`,
			`r[ée]f[ée]rence`,
			`concours`,
			`avis de vacance`,
			`vacancy notice`,
		}, `\s*(?:n[°ºo]|no\.?|number|num[ée]ro|id|#)?\s*[:#°]?\s*([A-Z]{0,6}[-/ ]?(?:\d{3,8}(?:[-/_]\w{1,6})?|\d{1,4}/\d{2,4}))\b`},
	})
	numberAlone    = lazy(`^\((\d{5,8})\)$`)
	codeAlone      = lazy(`^[A-Z][A-Za-z]{1,9}(?:/[A-Z0-9][A-Za-z0-9-]{0,8}){2,6}$`)
	gradeAlone     = lazy(`^([A-Z]{1,3}-\d{1,2})$`)
	labelThenValue = lazy(`^(?:Duty Station|Location|Primary Location|Place of work) ([A-Z][\p{L}' ,()-]{2,40})$`)
	gradeLine      = lazy(`(?i:(?:^|monthly|\s)(?:nato )?grade)\s*[:\-]?\s*`,
		`((?:NATO Grade )?[A-Z]{1,2}[ .-]*\d{1,2}[^a-z]{0,4}(?:NATO Grade G-?\d{1,2})?.{0,8})$`)
	clearanceLine = lazy(`(?i:^(?:security )?clearance(?: level)?)\s*[:\-]?\s*([A-Z]{2,}.{0,30})$`)
)

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

// valueBelow is the value of a label that stands alone on its line.
func valueBelow(lines []line, i int) string {
	for j := i + 1; j < len(lines) && j < i+3; j++ {
		if lines[j].blank || lines[j].furniture {
			continue
		}
		if labelled(lines[j].text) || headingIn(lines[j].text) != nil || len(lines[j].text) > 100 {
			return ""
		}
		return lines[j].text
	}
	return ""
}

// frontMatter is the number of lines of a YAML block at the top, 0 where there is none; its lines are page furniture
// for the later stages.
func frontMatter(lines []line) int {
	if len(lines) == 0 || !lines[0].furniture {
		return 0
	}
	keys := 0
	for i := 1; i < len(lines) && i < 60; i++ {
		if lines[i].furniture && keys > 1 {
			return i
		}
		if yamlKey().MatchString(lines[i].text) {
			keys++
		}
	}
	return 0
}

var yamlKey = lazy(`^[A-Za-z_]{2,30}:(?: |$)`)

// requisitionIn is the number in the value of a label such as "Vacancy Number".
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

// gradeIn is the grade in the value of a label: "NATO Grade G23" is G23, "C. 3" is C.3.
func gradeIn(v string) string {
	if m := officerGrade().FindString(v); m != "" {
		return m
	}
	if m := bothGrades().FindStringSubmatch(v); m != nil {
		return m[1]
	}
	if m := gradePattern().FindStringSubmatch(v); m != nil {
		g := m[1] + m[2] + m[3]
		if strings.TrimSpace(m[2]) != m[2] || m[2] == " " {
			g = m[1] + strings.TrimSpace(m[2]) + m[3]
		}
		return g + strings.ReplaceAll(m[4], " ", "")
	}
	if m := bareGrade().FindStringSubmatch(v); m != nil {
		return m[1]
	}
	if len(v) <= 30 {
		return v
	}
	return ""
}

// gradeGroups are the letters before the number of a grade. The first that fits is taken, so a shorter one stands after
// the longer ones that begin with it.
var gradeGroups = oneOf{
	`FG`,
	`NP`,
	`AD`,
	`AST`,
	`SC`,
	`GS`,
	`FS`,
	`IT`,
	`EC`,
	`PM`,
	`AS`,
	`CR`,
	`EX`,
	`CS`,
	`NO`,
	`ICS`,
	`NOA`,
	`NOB`,
	`NOC`,
	`NOD`,
	`SB`,
	`OF`,
	`OR`,
	`HL`,
	`L`,
	`P`,
	`D`,
	`G`,
	`A`,
	`B`,
	`C`,
	`S`,
}

var (
	gradePattern = lazy(`\b(`, gradeGroups, `(?:[-/]?(?:FG|SC))?)([ .-]{0,2})([IVX]{1,4}\b|\d{1,2})(\s?[-/]\s?(?:[A-Z]{1,3}[.-]?)?\d{1,2})?`)
	officerGrade = lazy(`\bNO-?[A-D]\b`)
	bothGrades   = lazy(`\b([A-C,L][.-]?\d ?/ ?(?:NATO Grade )?G-?\d{1,2}(?: ?- ?G-?\d{1,2})?)\b`)
	bareGrade    = lazy(`^(?:NATO )?(?i:grade)?[ :]*(\d{1,2})$`)
	classified   = lazy(`\b(?i:`, oneOf{
		`classified as`,
		`designated as`,
		`classified at`,
		`class(?:ifi)?[ée]e?(?: au niveau| comme| [àa]| au groupe et niveau)?`,
		`grade`,
		`at the level of`,
		`de niveau`,
		`du groupe et niveau`,
		`group and level`,
	}, `)\s+(?:an? |the |level |NATO |grade )*((?:[A-Z]{1,3})[ .-]{0,2}\d{1,2})\b`)
)

func (r *reading) gradeInText(lines []line) {
	for i := range lines {
		if i >= headLines {
			return
		}
		if len(lines[i].text) < 4 {
			continue
		}
		if m := classified().FindStringSubmatch(lines[i].text); m != nil {
			r.draft.Grade = gradeIn(m[1])
			r.span(Lines{lines[i].no, lines[i].no}, SpanHeader, "")
			return
		}
	}
}

func clip(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}
