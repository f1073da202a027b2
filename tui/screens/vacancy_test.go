package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

func TestVacancyPage(t *testing.T) {
	t.Parallel()
	lost := model.CreateVacancy{Vacancy: model.Vacancy{Title: "Cook", Warnings: []model.Warning{{Code: model.WarnNoList}}}}
	long := prepVacancy()
	for range 40 {
		long.Criteria = append(long.Criteria, model.Criterion{Class: model.Desirable, Text: strings.Repeat("know one more of the many harbours of the coast, ", 4)})
	}
	hostile := prepVacancy()
	hostile.Vacancy.Title = "Pilot \x1b[31mred\u202e " + strings.Repeat("山", 200)
	for size, wh := range bodies {
		for name, tc := range map[string]struct {
			v    model.CreateVacancy
			keys []string
		}{
			"first":             {prepVacancy(), nil},
			"second criterion":  {prepVacancy(), []string{"down"}},
			"end":               {prepVacancy(), []string{"G"}},
			"lost lists":        {lost, nil},
			"many criteria":     {long, []string{"pgdown", "pgdown", "j"}},
			"hostile title":     {hostile, nil},
			"rules shown":       {prepVacancy(), []string{"P"}},
			"nothing but title": {model.CreateVacancy{}, nil},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tc.v).shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1])
				p.keys(tc.keys...)
				p.golden(wh[0], wh[1])
			})
		}
		t.Run("sealed "+size, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			p.seal()
			p.shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1]).golden(wh[0], wh[1])
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
			p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
			p.keys(tc.keys...)
			if !strings.Contains(p.short(), tc.want) {
				t.Errorf("got %s\nwant %s", p.short(), tc.want)
			}
		})
	}
}

func TestVacancyWords(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.keys("j", "w").write("have at least 7 years of\n experience at sea")
	same(t, "E2 have at least 7 years of experience at sea | experience: 7 years", p.list()[1])
	p.keys("w").write("  ")
	same(t, "A criterion needs words. To take it out, press d.", p.note())
}

// A type that a person chose survives new words; one that was read from the words follows them.
func TestVacancyWordsKeepAChosenType(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.must(anna, model.EditCriterion{Criterion: 2, Text: p.board.Criteria[1].Text, Requirement: requirement.Requirement{Kind: requirement.KindSkill}})
	p.carry(p.screen.Refresh(p.board))
	p.keys("j", "w").write("have 9 years of experience")
	same(t, "E2 have 9 years of experience | skill", p.list()[1])
}

func TestVacancySplit(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.keys("S").write("only one line")
	same(t, "Write each part on a line of its own: two lines at least.", p.note())
	p.keys("S").write("hold a university degree\n\nhave 2 years of experience as a mate")
	same(t, []string{"E1 hold a university degree | degree: bachelor", "E2 have 2 years of experience as a mate | experience: 2 years"}, p.list()[:2])
}

func TestVacancyKeysThatDoNotApplySayWhy(t *testing.T) {
	t.Parallel()
	page := kit.Route{Screen: kit.Vacancy}
	for name, tc := range map[string]struct {
		set  func(*prep)
		key  string
		want string
	}{
		"a criterion cannot change once sealed":     {func(p *prep) { p.seal() }, "d", "The rules are sealed. The chair can open them (O), with a reason that every report lists."},
		"the rules are sealed once":                 {func(p *prep) { p.seal() }, "L", "The rules are sealed already."},
		"rules that are not sealed are not opened":  {func(*prep) {}, "O", "The rules are not sealed."},
		"a member who only rates does not prepare":  {func(p *prep) { p.env.Me = bruno }, "a", "You are a member here: only the chair or the secretary does this."},
		"the secretary prepares":                    {func(p *prep) { p.env.Me = carla }, "a", ""},
		"the secretary does not seal":               {func(p *prep) { p.env.Me = carla }, "L", "Only the chair does this."},
		"nobody chosen":                             {func(p *prep) { p.env.Me = "" }, "a", "Choose who is working first (@)."},
		"an essential has no weight":                {func(*prep) {}, "=", "Only desirable criteria have weights: an essential must be met whatever the total."},
		"the first does not move up":                {func(*prep) {}, "K", "E1 is the first of its list."},
		"a file for reading only does not change":   {func(p *prep) { p.file.only = true }, "a", "This file is open for reading only."},
		"what is shown works for a file like that":  {func(p *prep) { p.file.only = true }, "enter", ""},
		"without a criterion there is none to seal": {func(p *prep) { *p = *newPrep(p.t, model.CreateVacancy{}) }, "L", "There is no criterion yet: add what the posting asks for first."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			tc.set(p)
			p.shows(page, 80, 21)
			same(t, tc.want, p.keyWhy(tc.key))
			before := p.short()
			if tc.want != "" {
				p.keys(tc.key)
				same(t, tc.want, p.note())
			}
			same(t, before, p.short())
		})
	}
}

func TestVacancySeals(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.keys("L")
	ask := p.last().(kit.Ask)
	hash := model.RulesHash(p.board.Vacancy.ClosingDate, p.board.Criteria, p.board.Rules)
	if !strings.Contains(ask.Text, hash[:16]) || len(ask.Answers[0].Effects) != 0 {
		t.Errorf("the question shows no hash, or its first answer does something: %+v", ask)
	}
	p.answer("Seal")
	same(t, model.Screening, p.board.Phase)
	same(t, hash, p.board.Seals[0].Hash)
	p.keys("O").write(" ")
	same(t, "Say why.", p.note())
	p.keys("O").write("E2 was misread")
	same(t, model.Preparing, p.board.Phase)
	if v := p.view(); !strings.Contains(v, "Rules opened again: E2 was misread") {
		t.Errorf("the reason is not shown:\n%s", v)
	}
}

func TestVacancyMouse(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Vacancy}, 120, 36)
	row := -1
	for i, l := range strings.Split(p.view(), "\n") {
		if strings.Contains(l, "  E3  · know") {
			row = i
		}
	}
	p.send(kit.Click{X: 5, Y: row})
	if !strings.Contains(p.view(), "▸ E3") {
		t.Errorf("a click selects:\n%s", p.view())
	}
	p.send(kit.Click{X: 5, Y: row})
	if !strings.Contains(p.view(), "▸ POSTING") || !strings.Contains(p.view(), "▸ E3") {
		t.Errorf("another click goes to the posting:\n%s", p.view())
	}
	p.send(kit.Wheel{X: 100, Y: 3, By: 1})
	p.send(kit.Wheel{X: 3, Y: 3, By: 1})
}

func BenchmarkVacancyKey(b *testing.B) {
	v := prepVacancy()
	for range 30 {
		v.Criteria = append(v.Criteria, model.Criterion{Class: model.Desirable, Text: strings.Repeat("know one more of the many harbours of the coast, ", 3)})
	}
	p := newPrep(b, v)
	p.at.source.Text = strings.Repeat(prepPosting, 20)
	p.shows(kit.Route{Screen: kit.Vacancy}, 160, 46)
	keys := []string{"down", "up"}
	for i := 0; b.Loop(); i++ {
		p.screen.Update(kit.Press(keys[i%2]))
		_ = p.screen.View()
		p.screen.Keys()
	}
}
