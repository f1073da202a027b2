package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

func TestConcernsBeforeSealing(t *testing.T) {
	t.Parallel()
	line := func(class model.Class, text string) model.Criterion {
		return model.Criterion{Class: class, Text: text, Requirement: requirement.Parse(text), Checked: true}
	}
	sound := func() model.CreateVacancy {
		return model.CreateVacancy{
			Vacancy:  model.Vacancy{ClosingDate: requirement.Date{Year: 2025, Month: 1, Day: 7}},
			Criteria: []model.Criterion{line(model.Essential, "have at least 5 years of experience at sea"), line(model.Desirable, "have skill in towing")},
		}
	}
	for name, tc := range map[string]struct {
		change func(*model.CreateVacancy)
		want   string // "" for no concern
	}{
		"all is well": {func(*model.CreateVacancy) {}, ""},
		"a warning nobody looked at": {func(c *model.CreateVacancy) {
			c.Vacancy.Warnings = []model.Warning{{Line: 4, Code: model.WarnLineNotRead, Args: []string{"?"}}, {Line: 9, Code: model.WarnLineNotRead, Args: []string{"?"}}, {Code: model.WarnNoList}, {Line: 5, Code: model.WarnLineNotRead, Args: []string{"?"}, Seen: true}}
		}, "3 warnings of the reader nobody looked at: line 4, line 9 and on the whole posting."},
		"a criterion nobody compared": {func(c *model.CreateVacancy) { c.Criteria[1].Checked = false }, "Not compared with the posting yet: D1."},
		"no closing date":             {func(c *model.CreateVacancy) { c.Vacancy.ClosingDate = requirement.Date{} }, "No closing date: what hangs on that day stays to judge: E1."},
		"no closing date with judged criteria only": {func(c *model.CreateVacancy) {
			c.Vacancy.ClosingDate = requirement.Date{}
			c.Criteria = []model.Criterion{line(model.Essential, "have knowledge of the rules of the road at sea")}
		}, ""},
		"experience without a number": {func(c *model.CreateVacancy) {
			c.Criteria[0] = line(model.Essential, "have experience in piloting")
		}, "Essential, but with nothing stated to check a file by: E1."},
		"a desirable without a number is no concern": {func(c *model.CreateVacancy) {
			c.Criteria[1] = line(model.Desirable, "have experience in piloting")
		}, ""},
		"the same words in both lists": {func(c *model.CreateVacancy) {
			c.Criteria[1] = line(model.Desirable, "Have at least 5 years of experience at  sea;")
		}, "D1 asks for what E1 demands already: all who pass meet it."},
		"the same years of something else": {func(c *model.CreateVacancy) {
			c.Criteria[1] = line(model.Desirable, "have at least 5 years of experience in towing")
		}, ""},
		"the same clearance in other words": {func(c *model.CreateVacancy) {
			c.Criteria = append(c.Criteria, line(model.Essential, "hold a NATO SECRET clearance"), line(model.Desirable, "hold a valid NATO SECRET security clearance"))
		}, "D2 asks for what E2 demands already: all who pass meet it."},
		"no essential": {func(c *model.CreateVacancy) { c.Criteria = c.Criteria[1:] }, "There is no essential criterion: nobody can fail, and nobody need be qualified."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := sound()
			tc.change(&c)
			b := model.NewBoard()
			modeltest.Do(t, b, "", c)
			var want []string
			if tc.want != "" {
				want = []string{tc.want}
			}
			if d := cmp.Diff(want, b.Concerns()); d != "" {
				t.Error(d)
			}
		})
	}
}

// What a person wrote or changed is checked; what only moved is not.
func TestCheckingACriterion(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		do   func(b *model.Board) model.Command
		want string // labels not checked afterwards
	}{
		"a check":   {func(*model.Board) model.Command { return model.CheckCriterion{Criterion: 1, Checked: true} }, "E2 D1"},
		"new words": {func(*model.Board) model.Command { return model.EditCriterion{Criterion: 1, Text: "know knots"} }, "E2 D1"},
		"another list": {func(*model.Board) model.Command {
			return model.ReclassifyCriterion{Criterion: 3, Class: model.Essential}
		}, "E1 E2"},
		"one added": {func(*model.Board) model.Command {
			return model.AddCriterion{Criterion: model.Criterion{Class: model.Essential, Text: "swim"}}
		}, "E1 E2 D1"},
		"two joined": {func(*model.Board) model.Command { return model.MergeCriteria{Criterion: 1} }, "D1"},
		"one moved":  {func(*model.Board) model.Command { return model.MoveCriterion{Criterion: 1, Position: 2} }, "E1 E2 D1"},
		"split into two": {func(*model.Board) model.Command {
			return model.SplitCriterion{Criterion: 1, Texts: []string{"a", "b"}, Types: make([]requirement.Requirement, 2)}
		}, "E3 D1"},
		"other lines as well": {func(*model.Board) model.Command {
			return model.EditCriterion{Criterion: 2, Text: "x", Lines: model.Lines{From: 3, To: 9}}
		}, "E1 D1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := model.NewBoard()
			modeltest.Do(t, b, "", model.CreateVacancy{Criteria: []model.Criterion{
				{Class: model.Essential, Text: "swim", Lines: model.Lines{From: 3, To: 3}}, {Class: model.Essential, Text: "row"}, {Class: model.Desirable, Text: "sail"},
			}})
			modeltest.Do(t, b, "", model.AddMember{Name: "Cleo", Role: model.Chair})
			before := slices.Clone(b.Criteria)
			c := tc.do(b)
			back := c.Inverse(b, "M1")
			modeltest.Do(t, b, "M1", c)
			if got := strings.Join(unchecked(b), " "); got != tc.want {
				t.Errorf("not checked: %s instead of %s", got, tc.want)
			}
			if b.Unchecked() != len(unchecked(b)) {
				t.Errorf("%d counted", b.Unchecked())
			}
			modeltest.Do(t, b, "M1", back)
			if d := cmp.Diff(before, b.Criteria); d != "" {
				t.Errorf("undo does not bring it back:\n%s", d)
			}
		})
	}
}

func unchecked(b *model.Board) []string {
	var out []string
	for _, k := range b.Criteria {
		if !k.Checked {
			out = append(out, b.Label(k.ID))
		}
	}
	return out
}

// The spans of the posting belong to the source: correcting the header neither loses nor changes them.
func TestSpansStayWithThePosting(t *testing.T) {
	t.Parallel()
	spans := []model.Span{{Lines: model.Lines{From: 1, To: 1}, As: model.SpanTitle}}
	b := model.NewBoard()
	modeltest.Do(t, b, "", model.CreateVacancy{Vacancy: model.Vacancy{Title: "Pilot", Spans: spans}})
	modeltest.Do(t, b, "", model.AddMember{Name: "Cleo", Role: model.Chair})
	modeltest.Do(t, b, "M1", model.EditVacancy{Vacancy: model.Vacancy{Title: "Cook", Spans: []model.Span{{As: "x"}}}, Step: model.VacancyStep{Kind: model.StepWarningSeen}})
	if d := cmp.Diff(spans, b.Vacancy.Spans); d != "" || b.Vacancy.Title != "Cook" {
		t.Errorf("%s %s", b.Vacancy.Title, d)
	}
}
