package sample

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"shortlist/model"
)

// This file holds the documents and the script of the invented panel.

// Posting is the text of the invented posting.
//
//go:embed posting.txt
var Posting []byte

// Candidates is the candidates document of the invented candidates.
//
//go:embed candidates.json
var Candidates []byte

// Step is a command and its author.
type Step struct {
	Author  model.MemberID
	Command model.Command
}

// Panel returns the invented panel. The first member is the chair.
func Panel() []model.AddMember {
	return []model.AddMember{
		{Name: "Helena Marsh (invented)", Role: model.Chair},
		{Name: "Jonas Keller (invented)", Role: model.RoleMember},
		{Name: "Amina Diallo (invented)", Role: model.RoleMember},
	}
}

// columns are the labels of the criteria in the order of the table below.
var columns = strings.Fields("E1 E2 E3 E4 E5 E6 E7 D1 D2 D3 D4")

// ratings holds one line for each candidate: y met, n not met, u unclear, 0–4, - cannot assess.
var ratings = []string{
	"yyy34yyyn42", "yyu22yunn21", "yyy33yyyn21", "yyy22yynn11", "ynu23yuyn21", "yyy33yyyn22", "yyy33yyyn34",
	"nyn12yynn01", "yyy43yyyy42", "yuu12nunn-0", "yyy43yyny21", "yyn24yyyy21", "yyy32yyyn21",
}

// rated lists which candidates each member has rated, and how many of these assessments are handed in.
var rated = []struct {
	member    model.MemberID
	from, to  int
	submitted int
}{
	{"M1", 1, 9, 7}, {"M2", 3, 13, 9}, {"M3", 5, 8, 2},
}

var reasons = map[string]string{
	"M1 1 E3":  "Leads four planners since 2017.",
	"M1 5 E2":  "One day short of three years on the closing date.",
	"M1 8 E1":  "The degree is conferred after the closing date.",
	"M2 9 D3":  "Led the lessons-learned cell and wrote the thesis on it.",
	"M2 12 E3": "Writes that no team has been led yet.",
	"M3 5 E3":  "The file speaks of a handbook, not of a team.",
}

// Script returns what the invented panel did, for a board that holds the vacancy and the candidates of the sample:
// everybody joined, the rules were sealed, and some candidates are rated.
func Script(b *model.Board) []Step {
	var steps []Step
	for i, m := range Panel() {
		author := model.MemberID("M1")
		if i == 0 {
			author = ""
		}
		steps = append(steps, Step{author, m})
	}
	steps = append(steps, Step{"M1", model.SealRules{}})
	for i := range Panel() {
		steps = append(steps, Step{model.MemberID(fmt.Sprintf("M%d", i+1)), model.DeclareRest{}})
	}
	for _, r := range rated {
		for c := r.from; c <= r.to; c++ {
			steps = append(steps, rate(b, r.member, c)...)
			if c < r.from+r.submitted {
				steps = append(steps, Step{r.member, model.SubmitAssessment{Candidate: model.CandidateID(c)}})
			}
		}
	}
	return steps
}

// rate returns one member's ratings of one candidate. Members differ a little, as people do. The last candidate of
// member M3 is left half done.
func rate(b *model.Board, m model.MemberID, c int) []Step {
	var steps []Step
	for i, code := range ratings[c-1] {
		k := criterion(b, columns[i])
		v := value(byte(code))
		if n, ok := k.Scale.Number(v); ok && (int(m[1])+c+i)%5 == 0 && k.Scale.Allows(model.Value(strconv.Itoa(n+1))) {
			v = model.Value(strconv.Itoa(n + 1))
		}
		if m == "M3" && c == 8 && i > 4 {
			break
		}
		steps = append(steps, Step{m, model.SetRating{Candidate: model.CandidateID(c), Criterion: k.ID, Value: v}})
		if text, ok := reasons[fmt.Sprintf("%s %d %s", m, c, columns[i])]; ok {
			steps = append(steps, Step{m, model.SetReason{Candidate: model.CandidateID(c), Criterion: k.ID, Text: text}})
		}
	}
	return steps
}

func criterion(b *model.Board, label string) model.Criterion {
	for _, k := range b.Criteria {
		if b.Label(k.ID) == label {
			return k
		}
	}
	return model.Criterion{}
}

func value(code byte) model.Value {
	switch code {
	case 'y':
		return model.Met
	case 'n':
		return model.NotMet
	case 'u':
		return model.Unclear
	case '-':
		return model.CannotAssess
	}
	return model.Value(string(code))
}
