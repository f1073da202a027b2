package prepare

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestVacancyPage(t *testing.T) {
	t.Parallel()
	lost := model.CreateVacancy{Vacancy: model.Vacancy{Title: "Cook", Warnings: []model.Warning{{Code: model.WarnNoList}}}}
	long := tuitest.PilotVacancy()
	for range 40 {
		long.Criteria = append(long.Criteria, model.Criterion{Class: model.Desirable, Text: strings.Repeat("know one more of the many harbours of the coast, ", 4)})
	}
	hostile := tuitest.PilotVacancy()
	hostile.Vacancy.Title = "Pilot \x1b[31mred\u202e " + strings.Repeat("山", 200)
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			v    model.CreateVacancy
			keys []string
		}{
			"first":             {tuitest.PilotVacancy(), nil},
			"second criterion":  {tuitest.PilotVacancy(), []string{"down"}},
			"end":               {tuitest.PilotVacancy(), []string{"G"}},
			"lost lists":        {lost, nil},
			"many criteria":     {long, []string{"pgdown", "pgdown", "j"}},
			"hostile title":     {hostile, nil},
			"rules shown":       {tuitest.PilotVacancy(), []string{"P"}},
			"nothing but title": {model.CreateVacancy{}, nil},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tc.v).Shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1])
				p.Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
			})
		}
		t.Run("sealed "+size, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			p.Seal()
			p.Shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1]).Golden(wh[0], wh[1])
		})
	}
}

func TestVacancyKeysChangeTheCriteria(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		keys []string
		want string
	}{
		"J moves down":                        {[]string{"J"}, "E1 have at least, E2 hold a university, E3 know the rules"},
		"the selection follows a move":        {[]string{"J", "J"}, "E1 have at least, E2 know the rules, E3 hold a university"},
		"K moves up":                          {[]string{"j", "K"}, "E1 have at least, E2 hold a university"},
		"K at the top does nothing":           {[]string{"K"}, "E1 hold a university, E2 have at least"},
		"J at the end of a list stays in it":  {[]string{"j", "j", "j", "J"}, "E4 Language level: V, D1 have skill in"},
		"v moves to the other list":           {[]string{"v"}, "E3 Language level: V, D1 have skill in, D2 hold a valid, D3 hold a university"},
		"v twice moves back":                  {[]string{"v", "v"}, "E4 hold a university, D1 have skill in"},
		"d takes out":                         {[]string{"d"}, "E1 have at least, E2 know the rules, E3 Language level: V, D1"},
		"d again takes the next one out":      {[]string{"d", "d"}, "E1 know the rules, E2 Language level: V, D1"},
		"M joins with the next":               {[]string{"j", "M"}, "E1 hold a university, E2 have at least, E3 Language"},
		"M at the end of a list does nothing": {[]string{"j", "j", "j", "M"}, "E4 Language level: V, D1 have skill in, D2"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
			p.Keys(tc.keys...)
			if !strings.Contains(p.Short(), tc.want) {
				t.Errorf("got %s\nwant %s", p.Short(), tc.want)
			}
		})
	}
}

func TestVacancyWords(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.Keys("j", "w").Write("have at least 7 years of\n experience at sea")
	tuitest.Same(t, "E2 have at least 7 years of experience at sea | experience: 7 years", p.Listed()[1])
	p.Keys("w").Write("  ")
	tuitest.Same(t, "A criterion needs words. To take it out, press d.", p.Note())
}

// A type that a person chose survives new words; one that was read from the words follows them.
func TestVacancyWordsKeepAChosenType(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.Must(tuitest.Anna, model.EditCriterion{Criterion: 2, Text: p.Board.Criteria[1].Text, Requirement: requirement.Requirement{Kind: requirement.KindSkill}})
	p.Carry(p.Screen.Refresh(p.Board.As(p.Env.Me)))
	p.Keys("j", "w").Write("have 9 years of experience")
	tuitest.Same(t, "E2 have 9 years of experience | skill", p.Listed()[1])
}

func TestVacancySplit(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.Keys("S").Write("only one line")
	tuitest.Same(t, "Write each part on a line of its own: two lines at least.", p.Note())
	p.Keys("S").Write("hold a university degree\n\nhave 2 years of experience as a mate")
	tuitest.Same(t, []string{"E1 hold a university degree | degree: bachelor", "E2 have 2 years of experience as a mate | experience: 2 years"}, p.Listed()[:2])
}

func TestVacancyKeysThatDoNotApplySayWhy(t *testing.T) {
	t.Parallel()
	page := kit.Route{Screen: kit.Vacancy}
	for name, tc := range map[string]struct {
		set  func(*tuitest.Prep)
		key  string
		want string
	}{
		"a criterion cannot change once sealed":     {func(p *tuitest.Prep) { p.Seal() }, "d", "The rules are sealed. The chair can open them (O), with a reason that every report lists."},
		"the rules are sealed once":                 {func(p *tuitest.Prep) { p.Seal() }, "L", "The rules are sealed already."},
		"rules that are not sealed are not opened":  {func(*tuitest.Prep) {}, "O", "The rules are not sealed."},
		"a member who only rates does not prepare":  {func(p *tuitest.Prep) { p.Env.Me = tuitest.Bruno }, "a", "You are a member here: only the chair or the secretary does this."},
		"the secretary prepares":                    {func(p *tuitest.Prep) { p.Env.Me = tuitest.Carla }, "a", ""},
		"the secretary does not seal":               {func(p *tuitest.Prep) { p.Env.Me = tuitest.Carla }, "L", "Only the chair does this."},
		"nobody chosen":                             {func(p *tuitest.Prep) { p.Env.Me = "" }, "a", "Choose who is working first (@)."},
		"an essential has no weight":                {func(*tuitest.Prep) {}, "=", "Only desirable criteria have weights: an essential must be met whatever the total."},
		"the first does not move up":                {func(*tuitest.Prep) {}, "K", "E1 is the first of its list."},
		"a file for reading only does not change":   {func(p *tuitest.Prep) { p.File.Locked = true }, "a", "This file is open for reading only."},
		"what is shown works for a file like that":  {func(p *tuitest.Prep) { p.File.Locked = true }, "enter", ""},
		"without a criterion there is none to seal": {func(p *tuitest.Prep) { *p = *newPrep(p.T, model.CreateVacancy{}) }, "L", "There is no criterion yet: add what the posting asks for first."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			tc.set(p)
			p.Shows(page, 80, 21)
			tuitest.Same(t, tc.want, p.KeyWhy(tc.key))
			before := p.Short()
			if tc.want != "" {
				p.Keys(tc.key)
				tuitest.Same(t, tc.want, p.Note())
			}
			tuitest.Same(t, before, p.Short())
		})
	}
}

func TestVacancySeals(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.Keys("L")
	ask := p.Last().(kit.Ask)
	hash := model.RulesHash(p.Board.Vacancy.ClosingDate, p.Board.Criteria, p.Board.Rules)
	if !strings.Contains(ask.Text, hash[:16]) || len(ask.Answers[0].Effects) != 0 {
		t.Errorf("the question shows no hash, or its first answer does something: %+v", ask)
	}
	p.Answer("Seal")
	tuitest.Same(t, model.Screening, p.Board.Phase)
	tuitest.Same(t, hash, p.Board.Seals[0].Hash)
	p.Keys("O").Write(" ")
	tuitest.Same(t, "Say why.", p.Note())
	p.Keys("O").Write("E2 was misread")
	tuitest.Same(t, model.Preparing, p.Board.Phase)
	if v := p.View(); !strings.Contains(v, "Rules opened again: E2 was misread") {
		t.Errorf("the reason is not shown:\n%s", v)
	}
}

func TestVacancyMouse(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 120, 36)
	row := -1
	for i, l := range strings.Split(p.View(), "\n") {
		if strings.Contains(l, "  E3  · know") {
			row = i
		}
	}
	p.Send(kit.Click{X: 5, Y: row})
	if !strings.Contains(p.View(), "▸ E3") {
		t.Errorf("a click selects:\n%s", p.View())
	}
	p.Send(kit.Click{X: 5, Y: row})
	if !strings.Contains(p.View(), "▸ POSTING") || !strings.Contains(p.View(), "▸ E3") {
		t.Errorf("another click goes to the posting:\n%s", p.View())
	}
	p.Send(kit.Wheel{X: 100, Y: 3, By: 1})
	p.Send(kit.Wheel{X: 3, Y: 3, By: 1})
}

func BenchmarkVacancyKey(b *testing.B) {
	v := tuitest.PilotVacancy()
	for range 30 {
		v.Criteria = append(v.Criteria, model.Criterion{Class: model.Desirable, Text: strings.Repeat("know one more of the many harbours of the coast, ", 3)})
	}
	p := newPrep(b, v)
	p.File.Text.Text = strings.Repeat(tuitest.PilotPosting, 20)
	p.Shows(kit.Route{Screen: kit.Vacancy}, 160, 46)
	keys := []string{"down", "up"}
	for i := 0; b.Loop(); i++ {
		p.Keys(keys[i%2])
		_ = p.Screen.View()
	}
}
