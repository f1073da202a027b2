package prepare

// This file makes criteria, conditions and competencies of lines of the posting.

import (
	"fmt"
	"regexp"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// pick begins or ends marking lines.
func (s *posting) pick() []kit.Effect {
	if s.text.Selecting() {
		s.text.End()
	} else {
		s.text.Begin()
	}
	return nil
}

// passage is a part of the posting to be made something of.
type passage struct {
	text  string
	lines model.Lines
}

// passages are the lines marked, or the line of the cursor. A bullet begins a passage, and so does what follows an empty
// line or a semicolon; other lines go on with the passage before.
func (s *posting) passages() []passage {
	from, _, text := s.text.Selection()
	var out []passage
	begins := false // a new passage
	for i, l := range strings.Split(text, "\n") {
		words, bullet := unbullet(l)
		begins = begins || bullet
		if words == "" {
			begins = true
			continue
		}
		fresh := begins
		begins = strings.HasSuffix(words, ";")
		if n := len(out); n > 0 && !fresh {
			out[n-1].text += " " + words
			out[n-1].lines.To = from + i
			continue
		}
		out = append(out, passage{words, model.Lines{From: from + i, To: from + i}})
	}
	for i := range out {
		out[i].text = strings.TrimRight(out[i].text, " ;,")
	}
	return out
}

var bulletMark = regexp.MustCompile(`^(?:[-–—•*·▪‣○●■□➢✓\x{F0B7}\x{F0A7}]+\s*|o\s+|\(?(?:[a-zA-Z]|\d{1,2}|[ivx]{1,4})[.)]\s+)`)

// unbullet is a line without its bullet, number or letter, and reports whether it had one.
func unbullet(line string) (string, bool) {
	line = strings.Join(strings.Fields(line), " ")
	bare := strings.TrimSpace(bulletMark.ReplaceAllString(line, ""))
	return bare, bare != line
}

// make asks what to make of the lines marked. on is the criterion they may be added to, 0 for none.
func (s *posting) make(on model.CriterionID) []kit.Effect {
	parts := s.passages()
	if len(parts) == 0 {
		return []kit.Effect{kit.Note{Text: "There are no words on this line: go to one with words, or mark several with space."}}
	}
	all := model.Lines{From: parts[0].lines.From, To: parts[len(parts)-1].lines.To}
	answers := []kit.Answer{
		{Words: "Nothing", Key: "n"},
		{Words: oneOrMany(len(parts), "Essential criterion", "Essential criteria, one each"), Key: "e", Effects: s.criteria(parts, model.Essential)},
		{Words: oneOrMany(len(parts), "Desirable criterion", "Desirable criteria, one each"), Key: "d", Effects: s.criteria(parts, model.Desirable)},
	}
	if k := s.board.Criterion(on); k != nil {
		answers = append(answers, kit.Answer{Words: "Add to " + s.board.Label(on), Key: "a", Effects: s.extend(*k, parts, all)})
	}
	answers = append(answers,
		kit.Answer{Words: oneOrMany(len(parts), "Eligibility condition", "Eligibility conditions"), Key: "g", Effects: s.conditions(parts)},
		kit.Answer{Words: oneOrMany(len(parts), "Competency", "Competencies"), Key: "c", Effects: s.competencies(parts)},
	)
	s.text.End()
	return []kit.Effect{kit.Ask{Title: "Make of " + linesWords(all), Text: s.proposal(parts, all), Answers: answers}}
}

// proposal shows what would be made, as it is read.
func (s *posting) proposal(parts []passage, all model.Lines) string {
	var w strings.Builder
	for i, p := range parts {
		if i == 4 && len(parts) > 5 {
			fmt.Fprintf(&w, "… and %d more", len(parts)-i)
			break
		}
		if i > 0 {
			w.WriteString("\n")
		}
		fmt.Fprintf(&w, "%s\n  → reads as %s", kit.Clean(p.text), kit.Clean(requirement.Sentence(requirement.Parse(p.text))))
	}
	var has []string
	for _, u := range s.parts {
		if u.lines.From <= all.To && all.From <= u.lines.To && labelled.MatchString(u.label) {
			has = append(has, u.label)
		}
	}
	if len(has) > 0 {
		fmt.Fprintf(&w, "\nThese lines belong to %s already.", strings.Join(has, ", "))
	}
	return w.String()
}

var labelled = regexp.MustCompile(`^[EDGC]\d+$`)

func oneOrMany(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// criteria adds a criterion for each passage, in the order of the posting.
func (s *posting) criteria(parts []passage, class model.Class) []kit.Effect {
	var out []kit.Effect
	for i, p := range parts {
		place := 1 + i
		for _, k := range s.board.Class(class) {
			if k.Lines.From == 0 || k.Lines.From <= p.lines.From {
				place++
			}
		}
		k := model.Criterion{Class: class, Text: p.text, Lines: p.lines, Requirement: requirement.Parse(p.text)}
		note := ""
		if i == len(parts)-1 {
			note = model.Count(len(parts), "criterion", "criteria") + " taken from the posting. ctrl+z takes back."
		}
		out = append(out, kit.Submit{Command: model.AddCriterion{Criterion: k, Position: place}, Note: note})
	}
	return out
}

// extend adds the passages to a criterion. Where its meaning was read from its words, it is read anew.
func (s *posting) extend(k model.Criterion, parts []passage, all model.Lines) []kit.Effect {
	texts := []string{strings.TrimRight(k.Text, " ;,")}
	for _, p := range parts {
		texts = append(texts, p.text)
	}
	if k.Lines.From > all.To {
		texts = append(texts[1:], texts[0])
	}
	text := strings.Join(texts, " ")
	return part.Submit(model.EditCriterion{Criterion: k.ID, Text: text, Requirement: readAnew(k, text), Lines: k.Lines.Union(all)},
		s.board.Label(k.ID)+" has the words of "+linesWords(all)+" too. ctrl+z takes them out.")
}

// readAnew is the requirement of a criterion with other words: one that was read from the words follows them, one that a
// person chose stays.
func readAnew(k model.Criterion, text string) requirement.Requirement {
	if k.Requirement.Canonical() == requirement.Parse(k.Text).Canonical() {
		return requirement.Parse(text)
	}
	return k.Requirement
}

// conditions adds a condition of eligibility for each passage.
func (s *posting) conditions(parts []passage) []kit.Effect {
	v := s.board.Vacancy
	for _, p := range parts {
		v.Eligibility = append(v.Eligibility[:len(v.Eligibility):len(v.Eligibility)], conditionFrom(v, p))
	}
	return part.Submit(model.EditVacancy{Vacancy: v, Step: model.VacancyStep{Kind: model.StepConditionsTaken, Count: len(parts)}}, "Taken as eligibility.")
}

// conditionFrom reads a condition of eligibility from words.
func conditionFrom(v model.Vacancy, p passage) model.Eligibility {
	g := model.Eligibility{ID: nextCondition(v), Kind: conditionDocument, Text: p.text, Lines: p.lines, Requirement: requirement.Parse(p.text)}
	switch g.Requirement.Kind {
	case requirement.KindNationality:
		g.Kind = conditionNationality
	case requirement.KindClearance:
		g.Kind = conditionClearance
	default:
		g.Requirement = requirement.Requirement{Kind: requirement.KindOther}
	}
	return g
}

// competencies adds a competency for each passage: the name stands before a colon.
func (s *posting) competencies(parts []passage) []kit.Effect {
	v := s.board.Vacancy
	for _, p := range parts {
		name, phrase, _ := strings.Cut(p.text, ":")
		c := model.Competency{Name: strings.TrimSpace(name), Phrase: strings.TrimSpace(phrase), Lines: p.lines}
		v.Competencies = append(v.Competencies[:len(v.Competencies):len(v.Competencies)], c)
	}
	return part.Submit(model.EditVacancy{Vacancy: v, Step: model.VacancyStep{Kind: model.StepCompetenciesTaken, Count: len(parts)}}, "Taken as assessed at interview.")
}
