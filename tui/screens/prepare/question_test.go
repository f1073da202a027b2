package prepare

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// asking is the vacancy of the pilot with two criteria that leave something open, on lines 7 and 8.
func asking() model.CreateVacancy {
	v := tuitest.PilotVacancy()
	for i, words := range []string{"a Master's degree, or a Bachelor's degree and 4 years of experience", "have at least 3 years of recent experience at sea"} {
		v.Criteria[i].Text, v.Criteria[i].Requirement = words, requirement.Parse(words)
		code := []model.WarningCode{model.WarnTwoReadings, model.WarnRecent}[i]
		v.Vacancy.Warnings = append(v.Vacancy.Warnings, model.Warning{Line: v.Criteria[i].Lines.From, Code: code, Args: []string{words}})
	}
	return v
}

// shows returns true if the page shows words, however they are wrapped.
func shows(p *tuitest.Prep, words string) bool {
	return strings.Contains(strings.Join(strings.Fields(p.View()), " "), words)
}

func TestTwoReadingsAreAskedAndAnsweredOnce(t *testing.T) {
	t.Parallel()
	for i, want := range []string{"degree: master, or bachelor and 4 years", "degree: bachelor, and 4 years"} {
		p := newPrep(t, asking()).Shows(kit.Route{Screen: kit.Vacancy}, 160, 60)
		if !shows(p, "open: two readings fit") {
			t.Fatalf("nothing is asked:\n%s", p.View())
		}
		p.Keys("y")
		choose, ok := p.Last().(kit.Choose)
		if !ok || len(choose.Answers) != 2 || choose.Answers[i].Words != want {
			t.Fatalf("y asks %+v", p.Last())
		}
		if p.Board.Criterion(1).Checked {
			t.Error("y called it right without an answer")
		}
		p.Carry(choose.Answers[i].Effects)
		if got := requirement.Sentence(p.Board.Criterion(1).Requirement); got != want || shows(p, "open: two readings fit") {
			t.Errorf("asks %q:\n%s", got, p.View())
		}
		if !p.Board.Criterion(1).Checked {
			t.Error("who answered has compared it")
		}
		if _, again := p.Keys("y").Last().(kit.Choose); again {
			t.Error("it is asked twice")
		}
	}
}

func TestHowRecentIsAskedAndAnsweredOnce(t *testing.T) {
	t.Parallel()
	for typed, within := range map[string]int{"5": 60, "": 0} {
		p := newPrep(t, asking()).Shows(kit.Route{Screen: kit.Vacancy}, 160, 60)
		p.Keys("j", "y")
		prompt, ok := p.Last().(kit.Prompt)
		if !ok || prompt.Check("soon") == "" || prompt.Check("0") == "" || prompt.Check("61") == "" || prompt.Check(typed) != "" {
			t.Fatalf("y asks %+v", p.Last())
		}
		p.Carry(prompt.Done(typed))
		if got := p.Board.Criterion(2).Requirement; got.Within != within || got.Months != 36 || shows(p, "open: how recent") {
			t.Errorf("%q gives %s:\n%s", typed, got.Canonical(), p.View())
		}
	}
}
