package posting

import (
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file belongs to the fourth stage: it finds the demands of a posting that announces no list, in a list that is known
// by its entries, or in sentences that say what candidates must have. A warning says so.

// unannounced looks for demands if no heading and no lead-in announces any. lost are the sections whose announced
// lists did not come.
func (r *reading) unannounced(lost []int) {
	wishes := r.draft.Criteria
	for i := range wishes {
		if wishes[i].Class == Essential {
			return
		}
	}
	end := len(r.sections)
	for i := range r.sections {
		s := &r.sections[i]
		if s.zone == zoneDemands && s.class == Desirable && len(wishes) > 0 {
			end = min(end, i) // the demands stand before the wishes
		} else if s.announced > 0 {
			return
		}
	}
	if len(lost) > 0 {
		return
	}
	r.draft.Criteria = nil
	r.knownByEntries(r.sections[:end])
	if len(r.draft.Criteria) == 0 && len(wishes) == 0 {
		for i := range r.sections {
			if s := &r.sections[i]; s.zone == zoneHeader || s.zone == zoneSummary {
				r.candidateSentences(s)
			}
		}
		if len(r.draft.Criteria) > 0 {
			r.warn(r.draft.Criteria[0].Lines.From, model.WarnUnannouncedWords)
		}
	}
	r.guessed = len(r.draft.Criteria) > 0
	r.draft.Criteria = append(r.draft.Criteria, wishes...)
}

// ruleKnownByEntries is the rule of a list that nothing announces.
const ruleKnownByEntries = "list-known-by-its-entries"

// knownByEntries takes the longest list of entries that begin as demands do.
func (r *reading) knownByEntries(sections []section) {
	var best []paragraph
	for i := range sections {
		s := &sections[i]
		if s.zone == zoneDuties || s.zone == zoneCompetency {
			continue
		}
		for from := 0; from < len(s.body); from++ {
			to := from
			for to < len(s.body) && (s.body[to].bullet != noBullet || entryAlone(&s.body[to]) || to > from && afterSemicolon(s.body[to-1:to+1])) {
				to++
			}
			if to-from > len(best) && demandsListed(s.body[from:to]) {
				best = s.body[from:to]
			}
			from = max(from, to)
		}
	}
	if best == nil {
		return
	}
	r.warn(best[0].marks[0].no, model.WarnUnannouncedList)
	for _, it := range nest(best) {
		r.addItem(item{paragraph: it, class: Essential, rule: ruleKnownByEntries})
	}
}

// entryAlone returns true if a paragraph without a bullet can be an entry by its length and its first words.
func entryAlone(p *paragraph) bool {
	if len(p.text) <= 12 || len(p.text) >= 400 || strings.HasSuffix(p.text, ":") {
		return false
	}
	return len(sentences(p)) == 1 && startsDemand(p.text)
}

// afterSemicolon returns true if the second of two paragraphs goes on with a list whose entries end with semicolons.
func afterSemicolon(two []paragraph) bool {
	return two[0].bullet == noBullet && strings.HasSuffix(two[0].text, ";") && len(two[1].text) < 400 && !strings.HasSuffix(two[1].text, ":")
}

// demandsListed returns true if the entries of a list are demands: most begin so, and one at least can be compared with
// facts.
func demandsListed(list []paragraph) bool {
	if len(list) < 3 {
		return false
	}
	starts, hard := 0, 0
	for i := range list {
		q := requirement.Parse(list[i].text)
		if startsDemand(list[i].text) || q.Kind != requirement.KindOther {
			starts++
		}
		years := q.Kind == requirement.KindExperience && q.Months > 0
		if years || q.Kind == requirement.KindDegree || q.Kind == requirement.KindLanguage {
			hard++
		}
	}
	most := starts*10 >= len(list)*7
	enough := starts > 3 && hard > 1 && starts*2 > len(list)
	return hard > 0 && (most || enough)
}

// candidateHints are words without which a paragraph says nothing of candidates: a cheap search before the dear ones.
var candidateHints = []string{
	"applicant",
	"candidat",
	"essential",
	"exig",
	"required",
	"requis",
	"vous ",
	"you ",
}

// candidateSentences takes the sentences that say what candidates must be or have.
func (r *reading) candidateSentences(s *section) {
	for i := range s.body {
		p := &s.body[i]
		if p.bullet != noBullet || len(p.text) < 40 || !containsAny(strings.ToLower(p.text), candidateHints...) {
			continue
		}
		taken := false
		about := false // the sentences before speak of candidates
		for _, q := range sentences(p) {
			low := foldOf(&q)
			if noDemand().MatchString(low) || len(q.text) > 500 || notBinding().MatchString(low) {
				continue
			}
			about = ofCandidates().MatchString(low) || about && followsOn().MatchString(low)
			class, name := decide(candidateRules, &ofCandidate{low, about, taken})
			if name == "" || requirement.Parse(q.text).Kind == requirement.KindOther || !strings.ContainsRune(".;!", lastRune(q.text)) {
				continue
			}
			r.addItem(item{paragraph: q, class: class, prose: true, rule: name})
			taken = true
		}
	}
}

// ofCandidate is a sentence, as the rules see it.
type ofCandidate struct {
	low   string
	about bool // it speaks of candidates
	after bool // a sentence before it in the paragraph was taken
}

// candidateRules says which sentences demand or wish something of candidates.
var candidateRules = []rule[*ofCandidate, Class]{
	{
		name:    "wish-of-candidates",
		example: "Fluency in French would be an asset to candidates for the harbour.",
		when: func(x *ofCandidate) bool {
			return (x.about || x.after) && wishes(x.low)
		},
		gives: Desirable,
	},
	{
		name:    "demand-of-candidates",
		example: "Candidates for the harbour must have a university degree in law.",
		when: func(x *ofCandidate) bool {
			return x.about && (demands().MatchString(x.low) || wantsOf().MatchString(x.low))
		},
		gives: Essential,
	},
	{
		name:    "critical-to-the-work",
		example: "We guide ships. For them knowledge of the law of the sea is essential.",
		when: func(x *ofCandidate) bool {
			return criticalTo().MatchString(x.low)
		},
		gives: Essential,
	},
}
