package posting

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file finds what stands outside the criteria: who may apply, what must be handed in, which clearance must be
// held already.

// readConditions walks every paragraph that is no criterion. Sentences are only looked at closely where a cheap
// search finds a word that can matter.
func (r *reading) readConditions(paragraphs []paragraph) {
	taken := map[int]bool{}
	for _, c := range r.draft.Criteria {
		for n := c.Lines.From; n <= c.Lines.To; n++ {
			taken[n] = true
		}
	}
	for i := range paragraphs {
		p := &paragraphs[i]
		if len(r.draft.Eligibility) >= 20 {
			break
		}
		if taken[p.marks[0].no] && len(p.marks) == 1 && p.bullet != noBullet {
			continue
		}
		if low := strings.ToLower(p.text); !containsAny(low, "national", "citizen", "clearance", "habilit", "ressortiss", "fast", "submit", "letter", "accelere", "accélérée", "enclose", "attach", "joindre", "lettre") {
			continue
		}
		for _, s := range sentences(p) {
			if !taken[s.marks[0].no] || !r.isCriterion(s.text) {
				r.condition(&s)
			}
		}
	}
	r.settleClearance()
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func (r *reading) isCriterion(text string) bool {
	for _, c := range r.draft.Criteria {
		if strings.Contains(text, c.Text) {
			return true
		}
	}
	return false
}

func (r *reading) condition(p *paragraph) {
	if len(p.text) > 1500 {
		return
	}
	low := foldOf(p)
	d := &r.draft
	lines := p.lines()
	switch {
	case fastTrackSaid().MatchString(low) && containsAny(low, "competition", "clearance", "candidate", "procedure", "habilitation", "recruitment", "open to"):
		d.FastTrack = true
		r.mustHold(p, low)
		r.addCondition(ConditionClearance, p.text, lines)
	case alreadyHold().MatchString(low):
		r.mustHold(p, low)
		r.addCondition(ConditionClearance, p.text, lines)
	case onReceipt().MatchString(low):
		if d.Clearance.Mode == requirement.ClearanceNone || d.Clearance.Mode == requirement.ClearanceHeaderOnly {
			d.Clearance.Mode = requirement.ClearanceSubjectToReceipt
			d.Clearance.Lines = lines
		}
		if level := requirement.ClearanceNamed(p.text); level != "" && d.Clearance.Level == "" && strings.Contains(low, "clearance") {
			d.Clearance.Level = level
		}
	case postRequires().MatchString(low):
		if level := requirement.ClearanceNamed(p.text); level != "" {
			d.Clearance.Level, d.Clearance.Lines = level, lines
		}
		if d.Clearance.Mode == requirement.ClearanceNone || d.Clearance.Mode == requirement.ClearanceHeaderOnly {
			d.Clearance.Mode = requirement.ClearanceHoldAtLevel
		}
		r.addCondition(ConditionClearance, p.text, lines)
	case nationalsOnly().MatchString(low):
		r.addCondition(ConditionNationality, p.text, lines)
	case handIn().MatchString(low):
		r.addCondition(ConditionDocument, p.text, lines)
	}
}

func (r *reading) mustHold(p *paragraph, low string) {
	c := &r.draft.Clearance
	c.Mode, c.MustAlreadyHold = requirement.ClearanceMustAlreadyHold, true
	c.Lines = p.lines()
	if level := requirement.ClearanceNamed(p.text); level != "" && c.Level == "" && containsAny(low, "clearance", "habilitation") {
		c.Level = level
	}
}

func (r *reading) addCondition(kind ConditionKind, text string, lines Lines) {
	for _, c := range r.draft.Eligibility {
		if c.Kind == kind && c.Text == text {
			return
		}
	}
	id := fmt.Sprintf("G%d", len(r.draft.Eligibility)+1)
	r.draft.Eligibility = append(r.draft.Eligibility, Condition{ID: id, Kind: kind, Text: text, Lines: lines})
	r.span(lines, SpanCondition, id)
}

// settleClearance takes the level from a criterion where the posting names it nowhere else, and warns of a fast
// track without a level.
func (r *reading) settleClearance() {
	c := &r.draft.Clearance
	for _, x := range r.draft.Criteria {
		if c.Level == "" && x.Requirement.Kind == requirement.KindClearance && x.Requirement.Clearance != "" {
			c.Level, c.Lines = x.Requirement.Clearance, x.Lines
			if c.Mode == requirement.ClearanceNone || c.Mode == requirement.ClearanceSubjectToReceipt {
				c.Mode = requirement.ClearanceHoldAtLevel
			}
		}
	}
	if c.MustAlreadyHold && c.Level == "" {
		r.warn(c.Lines.From, model.WarnClearanceLevel)
	}
}
