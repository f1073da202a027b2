package posting

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file is the last stage: entries become criteria with their class and their typed requirement.

// maxCriteria is more than any posting lists; beyond it the text is something else.
const maxCriteria = 200

func foldOf(p *paragraph) string { return requirement.Fold(p.text) }

// addItem turns one entry into a criterion, or into two where its last sentence is a wish.
func (r *reading) addItem(it item) {
	p := it.paragraph
	if it.class == Essential && !it.prose {
		demand, wish := wishPart(&p)
		if wish != nil {
			r.addItem(item{paragraph: demand, class: Essential, prose: true})
			r.addItem(item{paragraph: *wish, class: Desirable, prose: true})
			return
		}
	}
	class := it.class
	low := foldOf(&p)
	switch {
	case class == Essential && wishes(low):
		class = Desirable
	case class == Desirable && demandSaid().MatchString(bracketed().ReplaceAllString(low, " ")) && !wishSaid().MatchString(firstClause(low)):
		class = Essential
	}
	if boilerplate().MatchString(low) || houseLanguages().MatchString(low) && !demands().MatchString(low) && !wishes(low) && !languageAsked().MatchString(low) {
		return
	}
	text := ownWords(p.text, it.prose)
	if len([]rune(text)) < 4 || !strings.ContainsFunc(text, unicode.IsLetter) {
		return
	}
	if len(r.draft.Criteria) >= maxCriteria {
		if !r.overfull {
			r.overfull = true
			r.warn(p.marks[0].no, model.WarnTooManyCriteria, strconv.Itoa(maxCriteria))
		}
		return
	}
	c := Criterion{Class: class, Text: text, Lines: p.lines(), Requirement: meaningUnder(it.topic, meaning(text))}
	r.draft.Criteria = append(r.draft.Criteria, c)
	if n := len(text); n > 600 {
		r.warn(p.marks[0].no, model.WarnLongCriterion)
	}
}

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
		if m := subordinate().FindString(text); m != "" && len(text)-len(m) > 20 && len(letters(m)) > 24 {
			text = strings.TrimSpace(text[len(m):])
		}
	}
	for {
		t := strings.TrimRight(text, " ;,")
		t = strings.TrimSuffix(strings.TrimSuffix(t, "; and"), "; et")
		t = strings.TrimSuffix(strings.TrimSuffix(t, ", and"), ", et")
		t = strings.TrimSuffix(strings.TrimSuffix(t, ";and"), "; or")
		if t == text {
			return text
		}
		text = t
	}
}

// subordinate is an opening reason that is not part of the demand: "As this is our working language, …".
var subordinate = lazy(`^(?:As|Since|Because|Given that|Comme|Puisque|For (?:the|this) (?:post|position)|Pour (?:le|ce) poste) ?[^,.]{0,80}, `)

// meaning is what of an entry's words states the requirement: not the mark "Asset:" nor the code before it.
func meaning(text string) string {
	if m := codePattern().FindString(text); m != "" && len(m) < len(text) {
		text = text[len(m):]
	}
	if m := markedStart().FindString(text); m != "" && len(m) < len(text) {
		return text[len(m):]
	}
	return text
}

var markedStart = lazy(`^(?i:assets?|desirable|essential|preferred|atout|souhaitable|required|mandatory)\s*[:–-]\s*`)

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
	}
}
