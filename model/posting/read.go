package posting

import (
	"slices"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file runs the stages one after the other and says what was lost on the way.

// reading is one run of the reader.
type reading struct {
	trace      *trace // nil if nobody asks why
	draft      Draft
	sections   []section
	paragraphs []paragraph
	overfull   bool // more criteria were found than any posting lists
	guessed    bool // the demands were found without a heading
	end        int  // the last line that is read if a second posting follows, else 0
}

// Read understands the text of a posting. It never fails: what is not found is empty, and what is doubtful is a
// warning with its line.
func Read(text string) Draft { return read(text, nil) }

// The rules of lines that are not looked at.
const (
	ruleFrontMatter   = "front-matter"   // a block of keys at the top, of which only the facts are read
	ruleSecondPosting = "second-posting" // only the first posting of a text is read
)

func read(text string, t *trace) Draft {
	r := &reading{trace: t}
	lines, truncated := splitLines(text, t)
	front := frontMatter(lines)
	for i := range front {
		t.line(lines[i].no, StageLines, AsFurniture, "", ruleFrontMatter)
	}
	r.draft.Truncated = truncated
	if truncated {
		r.warn(0, model.WarnCut)
	}
	r.paragraphs = breakUp(spreadTables(joinLines(lines[front:], t), t), t)
	r.paragraphs = r.oneOf(r.paragraphs)
	if r.end > 0 {
		for i := range lines[r.end:] {
			t.line(lines[r.end+i].no, StageSections, AsFurniture, "", ruleSecondPosting)
		}
		lines = lines[:r.end]
	}
	var markers []marker
	r.sections, markers = divide(r.paragraphs, t)
	for _, m := range markers {
		r.span(m.lines, m.kind, "")
	}
	r.readHeader(lines)
	r.closingInText(lines)
	r.readSections()
	r.adjacentProse()
	r.readConditions(r.paragraphs)
	r.alternatives(lines)
	r.number()
	for _, l := range lines {
		if l.furniture != "" {
			r.span(Lines{l.no, l.no}, SpanFurniture, "")
		}
	}
	slices.SortStableFunc(r.draft.Spans, func(a, b Span) int { return a.Lines.From - b.Lines.From })
	slices.SortStableFunc(r.draft.Warnings, func(a, b model.Warning) int { return a.Line - b.Line })
	return r.draft
}

// nearOr is how many lines away from an OR the entries beside it may be.
const nearOr = 3

// alternatives warns of criteria with an OR between them that stands alone on its line: only one of them is asked.
func (r *reading) alternatives(lines []line) {
	for i := range lines {
		if lines[i].furniture != ruleLoneOr {
			continue
		}
		no := lines[i].no
		var above, below *Criterion
		for j := range r.draft.Criteria {
			switch c := &r.draft.Criteria[j]; {
			case c.Lines.To < no && c.Lines.To >= no-nearOr:
				above = c
			case below == nil && c.Lines.From > no && c.Lines.From <= no+nearOr:
				below = c
			}
		}
		if above != nil && below != nil {
			r.warn(no, model.WarnAlternatives, clip(above.Text), clip(below.Text))
		}
	}
}

// maxWarnings is more than anybody reads; the last one says that there are more.
const maxWarnings = 50

func (r *reading) warn(no int, code model.WarningCode, args ...string) {
	switch n := len(r.draft.Warnings); {
	case n == maxWarnings:
		code, args = model.WarnMore, nil
	case n > maxWarnings:
		return
	}
	r.draft.Warnings = append(r.draft.Warnings, model.Warning{Line: no, Code: code, Args: args})
}

func (r *reading) span(l Lines, kind SpanKind, id string) {
	r.draft.Spans = append(r.draft.Spans, Span{l, kind, id})
}

// readSections reads the demands and the competencies, and warns of lists that were announced and did not come.
func (r *reading) readSections() {
	var lost []int
	for i := range r.sections {
		s := &r.sections[i]
		switch s.zone {
		case zoneDemands:
			if r.overfull {
				continue
			}
			before := len(r.draft.Criteria)
			items, rest := itemsOf(s, r.trace)
			for _, it := range items {
				r.addItem(it)
			}
			r.unread(rest)
			if s.announced > 0 && len(r.draft.Criteria) == before && !r.continued(i) {
				lost = append(lost, i)
			}
		case zoneCompetency:
			r.readCompetencies(s)
		}
	}
	r.unannounced(lost)
	r.sayLost(lost)
	r.unreadParts()
}

// unreadParts warns of lists that were not read although they may be part of the demands: those below an unknown heading
// among them, and those elsewhere whose entries read like demands.
func (r *reading) unreadParts() {
	if len(r.draft.Criteria) == 0 {
		return // the whole list is lost, and that is said
	}
	for i := range r.sections {
		s := &r.sections[i]
		if s.zone != zoneOther && s.zone != zoneHeader {
			continue
		}
		for _, run := range markedRuns(s.body) {
			if s.guessed || readsLikeDemands(run) {
				last := run[len(run)-1].lines().To
				r.warn(run[0].marks[0].no, model.WarnPartNotRead, strconv.Itoa(len(run)), strconv.Itoa(last))
			}
		}
	}
}

// markedRuns are the paragraphs with marks that stand together.
func markedRuns(body []paragraph) [][]paragraph {
	var out [][]paragraph
	from := -1
	for i := 0; i <= len(body); i++ {
		marked := i < len(body) && body[i].bullet != noBullet
		switch {
		case marked && from < 0:
			from = i
		case !marked && from >= 0:
			out = append(out, body[from:i])
			from = -1
		}
	}
	return out
}

// leastAlike is the share of entries, in per cent, that must read like demands in a list that is not announced as one.
const leastAlike = 60

// readsLikeDemands returns true if most entries of a list begin like demands.
func readsLikeDemands(run []paragraph) bool {
	n := 0
	for i := range run {
		if startsDemand(run[i].text) {
			n++
		}
	}
	return n > 1 && n*100 >= len(run)*leastAlike
}

// continued returns true if the next section goes on with what section i announced: "QUALIFICATIONS" above "ESSENTIAL".
func (r *reading) continued(i int) bool {
	if i+1 >= len(r.sections) {
		return false
	}
	s, next := &r.sections[i], &r.sections[i+1]
	empty := len(s.body) == 0 && next.zone == zoneDemands
	return empty && (!s.explicit || next.class == s.class)
}

// unread warns of paragraphs among the demands that were not understood as criteria although they might be some.
func (r *reading) unread(rest []paragraph) {
	for i := range rest {
		low := foldOf(&rest[i])
		r.trace.words(&rest[i], StageLists, AsUnread, "", "")
		if len(low) > 15 && demands().MatchString(low) && !noDemand().MatchString(low) {
			r.warn(rest[i].marks[0].no, model.WarnLineNotRead, clip(rest[i].text))
		}
	}
}

func (r *reading) sayLost(lost []int) {
	if len(r.draft.Criteria) == 0 {
		if len(lost) == 0 {
			r.warn(0, model.WarnNoList)
			return
		}
		r.warn(r.sections[lost[0]].announced, model.WarnListsLost)
		return
	}
	for _, i := range lost {
		s := &r.sections[i]
		if !s.explicit {
			continue
		}
		code := model.WarnEssentialListLost
		if s.class == Desirable {
			code = model.WarnDesirableListLost
		}
		r.warn(s.announced, code)
	}
}

// adjacentProse looks for demands in the sentences before the first list if the posting has no head and summary of its
// own: language, clearance and nationality are often said there.
func (r *reading) adjacentProse() {
	if len(r.draft.Criteria) == 0 || len(r.sections[0].body) == 0 || r.guessed {
		return
	}
	for _, s := range r.sections {
		if s.zone != zoneHeader {
			break
		}
		var found []Criterion
		for i := range s.body {
			found = append(found, r.demandsBefore(&s.body[i])...)
		}
		r.draft.Criteria = append(found, r.draft.Criteria...)
	}
}

// ruleBeforeTheLists is the rule of demands that are said in the sentences before the first list.
const ruleBeforeTheLists = "sentence-before-the-lists"

// demandsBefore returns the demands for a language or a nationality in a paragraph of the head.
func (r *reading) demandsBefore(p *paragraph) []Criterion {
	if p.bullet != noBullet || len(p.text) < 40 || !containsAny(strings.ToLower(p.text), demandHints...) {
		return nil
	}
	var found []Criterion
	for _, it := range proseItems(p, Essential) {
		text := ownWords(it.text, true)
		q := requirement.Parse(text)
		switch {
		case it.class != Essential:
			continue
		case q.Kind != requirement.KindLanguage && q.Kind != requirement.KindNationality:
			continue
		case nationalsOnly().MatchString(foldOf(&it.paragraph)): // a condition, read elsewhere
			continue
		}
		c := Criterion{Class: Essential, Text: text, Lines: it.lines(), Requirement: q}
		r.trace.words(&it.paragraph, StageLists, AsSentence, vocab.Wire(c.Class), ruleBeforeTheLists)
		r.trace.criterion(&it.paragraph, c, ruleClassOfList, ruleOwnWords)
		found = append(found, c)
	}
	return found
}

// demandHints are words without which a sentence demands nothing: a cheap search before the dear ones.
var demandHints = []string{
	"essential",
	"exig",
	"indispensable",
	"must",
	"requis",
	"required",
}
