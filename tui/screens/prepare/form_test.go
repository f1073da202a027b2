package prepare

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestFormPages(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, r := range map[string]kit.Route{
			"new criterion": {Screen: kit.Criterion, Class: model.Desirable},
			"degree":        {Screen: kit.Criterion, Criterion: 1},
			"language":      {Screen: kit.Criterion, Criterion: 4},
			"clearance":     {Screen: kit.Criterion, Criterion: 6},
			"weight":        {Screen: kit.Criterion, Criterion: 5, Path: formWeight},
			"scale facts":   {Screen: kit.Criterion, Criterion: 1, Path: formScale},
			"scale graded":  {Screen: kit.Criterion, Criterion: 3, Path: formScale},
			"header":        {Screen: kit.Criterion, Path: formHeader},
			"rules":         {Screen: kit.Criterion, Path: formRules},
			"condition":     {Screen: kit.Criterion, Path: formCondition + " G1"},
			"new condition": {Screen: kit.Criterion, Path: formCondition},
			"competency":    {Screen: kit.Criterion, Path: formCompetency + " 2"},
			"a field":       {Screen: kit.Criterion, Path: formHeader + " grade"},
			"list":          {Screen: kit.Criterion, Path: formList},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				newPrep(t, tuitest.PilotVacancy()).Shows(r, wh[0], wh[1]).Golden(wh[0], wh[1])
			})
		}
	}
}

func TestFormsChangeTheVacancy(t *testing.T) {
	t.Parallel()
	on := func(k model.CriterionID, path string) kit.Route {
		return kit.Route{Screen: kit.Criterion, Criterion: k, Path: path}
	}
	for name, tc := range map[string]struct {
		route kit.Route
		do    func(*tuitest.Prep)
		check func(*testing.T, *model.Board)
	}{
		"a new criterion is read from its words": {
			kit.Route{Screen: kit.Criterion, Class: model.Desirable},
			func(p *tuitest.Prep) { p.Fill("have 3 years of experience in towing") }, func(t *testing.T, b *model.Board) {
				k := b.Criterion(7)
				tuitest.Same(t, "D3 have 3 years of experience in towing experience: 3 years", b.Label(7)+" "+k.Text+" "+requirement.Sentence(k.Requirement))
				tuitest.Same(t, true, k.Added)
			},
		},
		"years are changed": {on(2, ""), func(p *tuitest.Prep) { p.Fill("", "6", "6") }, func(t *testing.T, b *model.Board) {
			tuitest.Same(t, 78, b.Criterion(2).Requirement.Months)
		}},
		"an unchanged form changes nothing of a degree": {on(1, ""), func(*tuitest.Prep) {}, func(t *testing.T, b *model.Board) {
			tuitest.Same(t, requirement.Parse(b.Criterion(1).Text).Canonical(), b.Criterion(1).Requirement.Canonical())
		}},
		"an unchanged form changes nothing of a language pair": {on(4, ""), func(*tuitest.Prep) {}, func(t *testing.T, b *model.Board) {
			tuitest.Same(t, requirement.Parse(b.Criterion(4).Text).Canonical(), b.Criterion(4).Requirement.Canonical())
		}},
		"an unchanged form changes nothing of a clearance": {on(6, ""), func(*tuitest.Prep) {}, func(t *testing.T, b *model.Board) {
			tuitest.Same(t, requirement.Parse(b.Criterion(6).Text).Canonical(), b.Criterion(6).Requirement.Canonical())
		}},
		"routes": {on(1, ""), func(p *tuitest.Prep) { p.Fill("", "", "", "", "", "", "", "master + 2 years; bachelor + 4 years") }, func(t *testing.T, b *model.Board) {
			tuitest.Same(t, "degree: master and 2 years, or bachelor and 4 years", requirement.Sentence(b.Criterion(1).Requirement))
		}},
		"a weight with its reason": {on(5, formWeight), func(p *tuitest.Prep) { p.Fill("3", "asked for in the header") }, func(t *testing.T, b *model.Board) {
			tuitest.Same(t, "3 asked for in the header", strings.Join([]string{string(rune('0' + b.Criterion(5).Weight)), b.Criterion(5).WeightReason}, " "))
		}},
		"a graded scale for a fact": {on(1, formScale), func(p *tuitest.Prep) { p.Fill("→", "3") }, func(t *testing.T, b *model.Board) {
			want := model.GradedScale()
			want.Pass = 3
			tuitest.Same(t, want, b.Criterion(1).Scale)
		}},
		"the header": {kit.Route{Screen: kit.Criterion, Path: formHeader}, func(p *tuitest.Prep) {
			p.Fill("Pilot", "", "", "G15", "", "2025-02-03", "→", "ns", "→", "0")
		}, func(t *testing.T, b *model.Board) {
			v := b.Vacancy
			tuitest.Same(t, "Pilot G15 2025-02-03 NS must already hold", strings.Join([]string{v.Title, v.Grade, v.ClosingDate.String(), string(v.Clearance.Level), string(v.Clearance.Mode)}, " "))
			if !v.FastTrack || !v.Clearance.MustAlreadyHold || v.DirectReports == nil || *v.DirectReports != 0 {
				t.Errorf("got %+v", v)
			}
			tuitest.Same(t, "pilot.txt", v.Posting.Name)
		}},
		"a closing date as it is written": {kit.Route{Screen: kit.Criterion, Path: formHeader}, func(p *tuitest.Prep) {
			p.Fill("Pilot", "", "", "", "", "30 November 2026")
		}, func(t *testing.T, b *model.Board) { tuitest.Same(t, "2026-11-30", b.Vacancy.ClosingDate.String()) }},
		"the rules": {kit.Route{Screen: kit.Criterion, Path: formRules}, func(p *tuitest.Prep) {
			p.Fill("5", "3", "→", "→", "→", "d2, D1", "→", "12", "→")
		}, func(t *testing.T, b *model.Board) {
			r := b.Rules
			tuitest.Same(t, []model.CriterionID{6, 5}, r.TieBreakers)
			if r.CutLine != 5 || r.MinAssessors != 3 || !r.ReasonsRequired || !r.Declarations || !r.Anonymous || r.Policy.Name != "EU style" || r.Policy.MilitaryMonths != 12 || !r.Policy.LanguageConversion {
				t.Errorf("got %+v", r)
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(tc.route, 80, 21)
			tc.do(p)
			p.Keys("ctrl+s")
			tuitest.Same(t, kit.Effect(kit.Pop{}), p.Last())
			tc.check(t, p.Board)
		})
	}
}

func TestFormsRefuseWithASentence(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		route   kit.Route
		answers []string
		want    string
	}{
		"a criterion without words":    {kit.Route{Screen: kit.Criterion}, nil, "✗ Type what the posting asks for."},
		"a weight that is no number":   {kit.Route{Screen: kit.Criterion, Criterion: 5, Path: formWeight}, []string{"much"}, "✗ Type a whole number from 1 to 100."},
		"a weight without a reason":    {kit.Route{Screen: kit.Criterion, Criterion: 5, Path: formWeight}, []string{"2"}, "✗ A weight other than 1 needs a reason"},
		"a closing date without a day": {kit.Route{Screen: kit.Criterion, Path: formHeader}, []string{"", "", "", "", "", "2025-01"}, "✗ Type a full date such as 30 November 2026"},
		"a tie broken by an essential": {kit.Route{Screen: kit.Criterion, Path: formRules}, []string{"", "", "", "", "", "E1"}, "✗ E1 is no desirable of this vacancy"},
		"a route that is none":         {kit.Route{Screen: kit.Criterion, Criterion: 1}, []string{"", "", "", "", "", "", "", "some school"}, "✗ Write routes like this"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(tc.route, 80, 21)
			events := p.Board.Events
			p.Fill(tc.answers...).Keys("ctrl+s")
			if !strings.Contains(p.View(), tc.want) {
				t.Errorf("%q is not shown:\n%s", tc.want, p.View())
			}
			tuitest.Same(t, events, p.Board.Events)
		})
	}
}

// What the form cannot show survives it, as long as nothing is changed.
func TestCriterionFormKeepsWhatItCannotShow(t *testing.T) {
	t.Parallel()
	odd := requirement.Requirement{Kind: requirement.KindLanguage, Languages: []requirement.LanguageLevel{
		{Language: "either", Scale: requirement.ScaleNATO, Level: "V", Role: requirement.RoleFixed},
		{Language: "other", Scale: requirement.ScaleCEFR, Level: "B2", Role: requirement.RoleFixed, Name: "Dutch"},
	}}
	p := newPrep(t, tuitest.PilotVacancy())
	p.Must(tuitest.Anna, model.EditCriterion{Criterion: 4, Text: "speak well", Requirement: odd})
	p.Shows(kit.Route{Screen: kit.Criterion, Criterion: 4}, 80, 21).Keys("ctrl+s")
	tuitest.Same(t, odd, p.Board.Criterion(4).Requirement)
}

// What a degree asks of the field of study is chosen in the form, and stays if something else is changed.
func TestCriterionFormAsksForTheField(t *testing.T) {
	t.Parallel()
	fields := []string{"law", "logistics"}
	for answer, d := range map[string]requirement.Degree{
		"named":                    {Level: requirement.DegreeBachelor, Fields: fields},
		"preferred":                {Level: requirement.DegreeBachelor, Fields: fields, FieldsPreferred: true},
		"relevant":                 {Level: requirement.DegreeBachelor, Fields: fields, RelevantField: true},
		"relevant, some preferred": {Level: requirement.DegreeBachelor, Fields: fields, RelevantField: true, FieldsPreferred: true},
	} {
		t.Run(answer, func(t *testing.T) {
			t.Parallel()
			was := requirement.Requirement{Kind: requirement.KindDegree, Degree: &d, Routes: []requirement.Route{{Degree: &requirement.Degree{
				Level: requirement.DegreeMaster, Fields: []string{"physics"},
			}, Months: 24}}}
			p := newPrep(t, tuitest.PilotVacancy())
			p.Must(tuitest.Anna, model.EditCriterion{Criterion: 1, Text: "hold a degree", Requirement: was})
			p.Shows(kit.Route{Screen: kit.Criterion, Criterion: 1}, 80, 21).Fill("", "", "", "", "", "2", "", "bachelor + 4 years; master + 3 years").Keys("ctrl+s")
			got := p.Board.Criterion(1).Requirement
			tuitest.Same(t, d, *got.Degree)
			tuitest.Same(t, 24, got.Months)
			tuitest.Same(t, 2, len(got.Routes))
			tuitest.Same(t, []string{"physics"}, got.Routes[1].Degree.Fields)
		})
	}
	p := newPrep(t, tuitest.PilotVacancy())
	p.Must(tuitest.Anna, model.EditCriterion{Criterion: 1, Text: "hold a degree", Requirement: requirement.Requirement{
		Kind: requirement.KindDegree, Degree: &requirement.Degree{Level: requirement.DegreeBachelor, Fields: fields},
	}})
	p.Shows(kit.Route{Screen: kit.Criterion, Criterion: 1}, 80, 21).Fill("", "", "", "→").Keys("ctrl+s")
	if d := p.Board.Criterion(1).Requirement.Degree; !d.FieldsPreferred || d.RelevantField {
		t.Errorf("preferred is not chosen: %+v", d)
	}
}

func TestFormOfWhatIsGoneCloses(t *testing.T) {
	t.Parallel()
	for _, r := range []kit.Route{{Screen: kit.Criterion, Criterion: 99}, {Screen: kit.Criterion, Criterion: 99, Path: formWeight}, {Screen: kit.Criterion, Path: "nothing"}} {
		p := newPrep(t, tuitest.PilotVacancy()).Shows(r, 80, 21)
		tuitest.Same(t, kit.Effect(kit.Pop{}), p.Asked[0])
		_ = p.View()
		p.Keys("x", "enter", "esc")
	}
}

func TestFastEntry(t *testing.T) {
	t.Parallel()
	p := newPrep(t, model.CreateVacancy{Vacancy: model.Vacancy{Title: "Cook"}}).Shows(kit.Route{Screen: kit.Criterion, Path: formList}, 80, 21)
	p.Types("have 2 years of experience in a galley").Golden(80, 21)
	p.Keys("enter")
	p.Keys("enter")
	tuitest.Same(t, "Type what the posting asks for, or esc to end.", p.Note())
	p.Keys("tab")
	p.Types("q knows fish").Keys("enter")
	p.Send(tuitest.Paste("- speaks French;\r\n\r\n• Language level: III in English\r\n"))
	tuitest.Same(t, []string{
		"E1 have 2 years of experience in a galley | experience: 2 years", "D1 q knows fish | other",
		"D2 speaks French | " + requirement.Sentence(requirement.Parse("speaks French")), "D3 Language level: III in English | " + requirement.Sentence(requirement.Parse("Language level: III in English")),
	}, p.Listed())
	p.Keys("esc")
	tuitest.Same(t, kit.Effect(kit.Pop{}), p.Last())
}
