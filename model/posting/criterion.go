package posting

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file is the fifth stage, criteria: entries become criteria with their class. Whether words are a wish is told in
// class.go, what they require in meaning.go.

// maxCriteria is more than any posting lists; beyond it the text is something else.
const maxCriteria = 200

// longCriterion is the length from which a criterion may be several that the copy has run together.
const longCriterion = 600

func foldOf(p *paragraph) string { return requirement.Fold(p.text) }

// The rules of this stage that stand in no table.
const (
	ruleClassOfList = "class-of-the-list"
	ruleWishAtEnd   = "wish-in-the-last-sentence"
	ruleNoWords     = "no-words"
	ruleTooMany     = "more-than-any-posting-lists"
)

// addItem turns one entry into a criterion, or into two if its last sentence is a wish.
func (r *reading) addItem(it item) {
	p := it.paragraph
	if it.class == Essential && !it.prose {
		if demand, wish := wishPart(&p); wish != nil {
			r.addItem(item{paragraph: demand, class: Essential, prose: true, rule: it.rule})
			r.addItem(item{paragraph: *wish, class: Desirable, prose: true, rule: ruleWishAtEnd})
			return
		}
	}
	as := AsEntry
	if it.prose {
		as = AsSentence
	}
	r.trace.words(&p, StageLists, as, vocab.Wire(it.class), it.rule)
	low := foldOf(&p)
	if leave, name := decide(leaveRules, low); leave {
		r.trace.words(&p, StageCriteria, AsLeftOut, "", name)
		return
	}
	text := ownWords(p.text, it.prose)
	if len([]rune(text)) < 4 || !strings.ContainsFunc(text, unicode.IsLetter) {
		r.trace.words(&p, StageCriteria, AsLeftOut, "", ruleNoWords)
		return
	}
	if len(r.draft.Criteria) >= maxCriteria {
		r.trace.words(&p, StageCriteria, AsLeftOut, "", ruleTooMany)
		if !r.overfull {
			r.overfull = true
			r.warn(p.marks[0].no, model.WarnTooManyCriteria, strconv.Itoa(maxCriteria))
		}
		return
	}
	class, why := classOf(it.class, low)
	meaning, from := meaningUnder(it.topic, withoutMark(text))
	c := Criterion{Class: class, Text: text, Lines: p.lines(), Requirement: meaning}
	r.draft.Criteria = append(r.draft.Criteria, c)
	r.trace.criterion(&p, c, why, from)
	if len(text) > longCriterion || severalInside(text) {
		r.warn(p.marks[0].no, model.WarnLongCriterion)
	}
	r.ask(c)
}

// leastInside is how many parts a criterion must have to be taken for several.
const leastInside = 3

// severalInside returns true if a criterion looks like several: its parts are counted, or parted by semicolons.
func severalInside(text string) bool {
	return len(partCount().FindAllString(text, leastInside)) == leastInside || strings.Count(text, ";") >= leastInside-1
}

var partCount = lazy(`(?:^|[ ;,])(?:\(\d\)|\d°|\d\))`)

// ask asks whoever prepares the vacancy what the words of a criterion leave open, instead of choosing in silence.
func (r *reading) ask(c Criterion) {
	words := withoutMark(c.Text)
	if requirement.RecentOpen(words, c.Requirement) {
		r.warn(c.Lines.From, model.WarnRecent, clip(words))
	}
	if c.Requirement.Kind == requirement.KindDegree && requirement.Readings(words) != nil {
		r.warn(c.Lines.From, model.WarnTwoReadings, clip(words))
	}
}

// ruleSaysDemand is the rule of an entry of the wishes that says it is a demand: "French is required".
const ruleSaysDemand = "says-it-is-a-demand"

// classOf returns the class of an entry and the rule that decided: the class of its list unless its words say otherwise.
func classOf(list Class, low string) (Class, string) {
	if list == Essential {
		wish, name := wishRule(low)
		switch {
		case wish:
			return Desirable, name
		case name != "":
			return list, name
		}
		return list, ruleClassOfList
	}
	if demandSaid().MatchString(withoutRemarks(low)) && !wishSaid().MatchString(firstClause(low)) {
		return Essential, ruleSaysDemand
	}
	return list, ruleClassOfList
}

// leaveRules says which entries are none, by their folded words.
var leaveRules = []rule[string, bool]{
	{
		name:    "procedure-in-the-list",
		example: "ESSENTIAL\n- have a degree in law;\n- click here to apply;",
		when: func(low string) bool {
			return boilerplate().MatchString(low)
		},
		gives: true,
	},
	{
		name:    "languages-of-the-house",
		example: "ESSENTIAL\n- have a degree in law;\n- The official languages of the port are French and Dutch;",
		when: func(low string) bool {
			return houseLanguages().MatchString(low) && !demands().MatchString(low) && !wishes(low) && !languageAsked().MatchString(low)
		},
		gives: true,
	},
}

// firstClause returns the words before the first comma.
func firstClause(low string) string {
	head, _, _ := strings.Cut(low, ",")
	return head
}

// boilerplate are entries about the procedure that a careless copy puts into the list.
var boilerplate = lazy(oneOf{
	seq{`^`, oneOf{
		`please `,
		`note ?:`,
		`nota ?:`,
		`n\.?b\.? ?:`,
		`not (?:available|applicable)`,
		`n/a\b`,
		`none\b`,
		`click `,
		`apply `,
		`for more information`,
		`read more`,
		`see (?:the )?full`,
		`share\b`,
		`for nato civilian`,
		`for all other applications`,
		`candidates (?:can|should|are requested to) apply`,
		`only cvs?\b`,
		`appointment will be`,
		`we are an equal`,
	}},
	`\bclick here\b`,
	`\bwill be (?:\w+ )?(?:evaluated|tested|verified)\b`,
	`\b(?:is|are) defined as\b`,
})

// houseLanguages says which languages an organisation has, which asks nothing of anybody.
var (
	houseLanguages = lazy(oneOf{
		`\b(?:official|working) languages (?:of [^.;]{1,80} )?are\b`,
		`\bare the (?:official|working|two official) languages\b`,
		`\blangues (?:officielles|de travail) (?:de [^.;]{1,60} )?sont\b`,
	})
	languageAsked = lazy(`\bfluen\w+|\bknowledge\b|\bcommand\b|\bproficien\w+|\blevel\b|\bconnaissance|\bmaitrise`)
)

// ownWords strips the mark before an entry, a lead-in repeated in it, and what closes it.
func ownWords(text string, prose bool) string {
	text = strings.TrimSpace(text)
	if prose {
		m := subordinate().FindString(text)
		if m != "" && len(text)-len(m) > 20 && len(letters(m)) > 24 {
			text = strings.TrimSpace(text[len(m):])
		}
	}
	for {
		t := strings.TrimRight(text, " ;,")
		for _, pair := range closings {
			t = strings.TrimSuffix(strings.TrimSuffix(t, pair[0]), pair[1])
		}
		if t == text {
			return text
		}
		text = t
	}
}

// closings are the words that close an entry before the next.
var closings = [][2]string{
	{"; and", "; et"},
	{", and", ", et"},
	{";and", "; or"},
}

// subordinate is an opening reason that is not part of the demand: "As this is our working language, …".
var subordinate = lazy(`^`, oneOf{
	`As`,
	`Since`,
	`Because`,
	`Given that`,
	`Comme`,
	`Puisque`,
	`For (?:the|this) (?:post|position)`,
	`Pour (?:le|ce) poste`,
}, ` ?[^,.]{0,80}, `)

// number gives the criteria their ids in the order of the posting: E1…, D1….
func (r *reading) number() {
	e, d := 0, 0
	for i := range r.draft.Criteria {
		c := &r.draft.Criteria[i]
		kind := SpanEssential
		if c.Class == Essential {
			e++
			c.ID = fmt.Sprintf("E%d", e)
		} else {
			d++
			c.ID = fmt.Sprintf("D%d", d)
			kind = SpanDesirable
		}
		r.span(c.Lines, kind, c.ID)
		r.trace.named(*c)
	}
}
