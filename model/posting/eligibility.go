package posting

import (
	"fmt"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file belongs to the fifth stage: it finds what stands outside the criteria, who may apply, what must be handed in
// and which clearance must be held already. The words for it are in eligibility_words.go.

// The most conditions that are kept, and the longest sentence that is one.
const (
	maxConditions = 20
	maxCondition  = 1500
)

// conditionHints are words without which a paragraph states no condition: a cheap search before the dear ones.
var conditionHints = []string{
	"accelere",
	"accélérée",
	"attach",
	"citizen",
	"clearance",
	"enclose",
	"fast",
	"habilit",
	"joindre",
	"letter",
	"lettre",
	"national",
	"ressortiss",
	"submit",
}

// readConditions looks for conditions in every paragraph that is no criterion.
func (r *reading) readConditions(paragraphs []paragraph) {
	taken := map[int]bool{} // the lines of criteria
	for _, c := range r.draft.Criteria {
		for n := c.Lines.From; n <= c.Lines.To; n++ {
			taken[n] = true
		}
	}
	for i := range paragraphs {
		p := &paragraphs[i]
		if len(r.draft.Eligibility) >= maxConditions {
			break
		}
		entry := p.bullet != noBullet && len(p.marks) == 1
		if entry && taken[p.marks[0].no] || !containsAny(strings.ToLower(p.text), conditionHints...) {
			continue
		}
		for _, s := range sentences(p) {
			if !taken[s.marks[0].no] || !r.isCriterion(s.text) {
				r.condition(&s)
			}
		}
	}
	r.clearanceFromCriteria()
}

// containsAny returns true if s contains one of the words.
func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isCriterion returns true if a text holds the words of a criterion.
func (r *reading) isCriterion(text string) bool {
	for _, c := range r.draft.Criteria {
		if strings.Contains(text, c.Text) {
			return true
		}
	}
	return false
}

// conditionSentence is a sentence that may state a condition, as the rules see it.
type conditionSentence struct {
	*paragraph
	low string
}

// conditionRules says what a sentence outside the criteria states.
var conditionRules = []rule[*conditionSentence, func(*reading, *conditionSentence, string)]{
	{
		name:    "fast-track",
		example: "This is a fast-track competition for holders of a NATO SECRET clearance.",
		when: func(s *conditionSentence) bool {
			return fastTrackSaid().MatchString(s.low) && containsAny(s.low, fastTrackNames...)
		},
		gives: (*reading).fastTrack,
	},
	{
		name:    "clearance-held-already",
		example: "REQUIREMENTS\n- a degree in law;\nCONTRACT\nCandidates must already hold a NATO SECRET clearance.",
		when: func(s *conditionSentence) bool {
			return alreadyHold().MatchString(s.low)
		},
		gives: (*reading).heldAlready,
	},
	{
		name:    "clearance-on-receipt",
		example: "The appointment is subject to receipt of a NATO SECRET clearance.",
		when: func(s *conditionSentence) bool {
			return onReceipt().MatchString(s.low)
		},
		gives: (*reading).onReceipt,
	},
	{
		name:    "post-requires-clearance",
		example: "The post requires a NATO SECRET clearance.",
		when: func(s *conditionSentence) bool {
			return postRequires().MatchString(s.low)
		},
		gives: (*reading).postRequires,
	},
	{
		name:    "nationals-only",
		example: "The post is open only to nationals of the member nations.",
		when: func(s *conditionSentence) bool {
			return nationalsOnly().MatchString(s.low)
		},
		gives: (*reading).nationals,
	},
	{
		name:    "document-to-hand-in",
		example: "Candidates have to enclose a covering letter.",
		when: func(s *conditionSentence) bool {
			return handIn().MatchString(s.low)
		},
		gives: (*reading).document,
	},
}

// fastTrackNames are what can be on a fast track; a train is not.
var fastTrackNames = []string{
	"candidate",
	"clearance",
	"competition",
	"habilitation",
	"open to",
	"procedure",
	"recruitment",
}

func (r *reading) condition(p *paragraph) {
	if len(p.text) > maxCondition {
		return
	}
	s := conditionSentence{p, foldOf(p)}
	if take, name := decide(conditionRules, &s); take != nil {
		take(r, &s, name)
	}
}

func (r *reading) fastTrack(s *conditionSentence, name string) {
	r.draft.FastTrack = true
	r.heldAlready(s, name)
}

func (r *reading) heldAlready(s *conditionSentence, name string) {
	r.mustHold(s.paragraph, s.low)
	r.addCondition(ConditionClearance, s.paragraph, name)
}

func (r *reading) onReceipt(s *conditionSentence, name string) {
	c := &r.draft.Clearance
	if c.Mode == requirement.ClearanceNone || c.Mode == requirement.ClearanceHeaderOnly {
		c.Mode = requirement.ClearanceSubjectToReceipt
		c.Lines = s.lines()
	}
	if level := requirement.ClearanceNamed(s.text); level != "" && c.Level == "" && strings.Contains(s.low, "clearance") {
		c.Level = level
	}
	r.trace.words(s.paragraph, StageCriteria, AsFact, factClearance, name)
}

func (r *reading) postRequires(s *conditionSentence, name string) {
	c := &r.draft.Clearance
	if level := requirement.ClearanceNamed(s.text); level != "" {
		c.Level, c.Lines = level, s.lines()
	}
	if c.Mode == requirement.ClearanceNone || c.Mode == requirement.ClearanceHeaderOnly {
		c.Mode = requirement.ClearanceHoldAtLevel
	}
	r.addCondition(ConditionClearance, s.paragraph, name)
}

func (r *reading) nationals(s *conditionSentence, name string) {
	r.addCondition(ConditionNationality, s.paragraph, name)
}

func (r *reading) document(s *conditionSentence, name string) {
	r.addCondition(ConditionDocument, s.paragraph, name)
}

// mustHold notes that a clearance must be held already, and its level if the sentence names one.
func (r *reading) mustHold(p *paragraph, low string) {
	c := &r.draft.Clearance
	c.Mode, c.MustAlreadyHold = requirement.ClearanceMustAlreadyHold, true
	c.Lines = p.lines()
	if level := requirement.ClearanceNamed(p.text); level != "" && c.Level == "" && containsAny(low, "clearance", "habilitation") {
		c.Level = level
	}
}

// addCondition adds a condition, unless the posting has stated it before.
func (r *reading) addCondition(kind ConditionKind, p *paragraph, name string) {
	for _, c := range r.draft.Eligibility {
		if c.Kind == kind && c.Text == p.text {
			return
		}
	}
	id := fmt.Sprintf("G%d", len(r.draft.Eligibility)+1)
	r.draft.Eligibility = append(r.draft.Eligibility, Condition{ID: id, Kind: kind, Text: p.text, Lines: p.lines()})
	r.span(p.lines(), SpanCondition, id)
	r.trace.words(p, StageCriteria, AsCondition, id, name)
}

// heldNow returns true if a criterion asks for a clearance that is held when somebody applies. Whoever may still obtain
// one, or is only eligible for it, does not hold it.
func heldNow(text string) bool {
	low := requirement.Fold(text)
	return holdNow().MatchString(low) && !mayObtain().MatchString(low)
}

// clearanceFromCriteria takes the level from a criterion if the posting names it nowhere else, and warns of a clearance that
// must be held without a level.
func (r *reading) clearanceFromCriteria() {
	c := &r.draft.Clearance
	for _, x := range r.draft.Criteria {
		if x.Class == Essential && x.Requirement.Kind == requirement.KindClearance && heldNow(x.Text) {
			c.Mode, c.MustAlreadyHold = requirement.ClearanceMustAlreadyHold, true
			if c.Lines.From == 0 {
				c.Lines = x.Lines
			}
		}
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
