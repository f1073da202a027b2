package prepare

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestCountingForm(t *testing.T) {
	t.Parallel()
	route := kit.Route{Screen: kit.Criterion, Path: formCounting}
	for size, wh := range tuitest.Bodies {
		t.Run("golden "+size, func(t *testing.T) {
			t.Parallel()
			newPrep(t, tuitest.PilotVacancy()).Shows(route, wh[0], wh[1]).Golden(wh[0], wh[1])
		})
	}
	presets := requirement.Presets()
	changed := presets[0]
	changed.Name, changed.Volunteering = requirement.OwnPolicy, requirement.CountNone
	eu := presets[1]
	eu.MilitaryMonths = 9
	for name, tc := range map[string]struct {
		answers []string
		want    requirement.Policy
	}{
		"nothing changed":               {nil, presets[0]},
		"a preset fills in its choices": {[]string{"→"}, presets[1]},
		"with the length of service":    {[]string{"→", "", "", "", "", "", "9"}, eu},
		"the last preset":               {[]string{"→→"}, presets[2]},
		"a choice of one's own":         {[]string{"", "", "", "", "→→"}, changed},
		"put back by hand":              {[]string{"", "", "", "", "→→→"}, presets[0]},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(route, 100, 40).Fill(tc.answers...)
			p.Keys("ctrl+s")
			tuitest.Same(t, tc.want.Canonical(), p.Board.Rules.Policy.Canonical())
		})
	}
}

// The form of the other rules keeps what was chosen in detail.
func TestTheRulesFormKeepsOwnChoices(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy())
	own := requirement.Policy{Volunteering: requirement.CountNone, Military: requirement.CountStatutory, MilitaryMonths: 10}.Named()
	p.Must(p.Env.Me, model.EditRules{Rules: model.Rules{MinAssessors: 2, Policy: own}})
	p.Shows(kit.Route{Screen: kit.Criterion, Path: formRules}, 100, 40).Fill("5")
	p.Keys("ctrl+s")
	tuitest.Same(t, own.Canonical(), p.Board.Rules.Policy.Canonical())
	tuitest.Same(t, 5, p.Board.Rules.CutLine)
}

func TestHowExperienceIsCountedIsShownWithItsSources(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 160, 80)
	p.Keys("P")
	for _, want := range []string{"Counted by: all relevant experience.", "WHERE THE CHOICES COME FROM", "faq/7433"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("%q is not shown:\n%s", want, p.View())
		}
	}
}
