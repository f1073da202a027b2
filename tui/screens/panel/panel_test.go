package panel

// This file tries the page of the panel.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestPanelPage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, set := range map[string]func(*tuitest.Prep){
			"preparing": func(*tuitest.Prep) {},
			"screening": func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.ImportCandidates{Batch: model.ImportBatch{First: 1, Count: 3, Source: "a"}})
				p.Seal()
				p.Rate(tuitest.Bruno, 1, model.Met, "3")
				p.Must(tuitest.Bruno, model.SubmitAssessment{Candidate: 1})
				p.Must(tuitest.Anna, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
			},
			"with PINs": func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.SetPIN{Lock: []byte("x")})
				p.Must(tuitest.Bruno, model.SetPIN{Lock: []byte("x")})
			},
			"nobody":  func(p *tuitest.Prep) { p.Board = model.NewBoard() },
			"too few": func(p *tuitest.Prep) { p.Must(tuitest.Anna, model.RemoveMember{Member: tuitest.Bruno}) },
			"long names": func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.AddMember{Name: strings.Repeat("Élodie ", 12), Role: model.RoleObserver})
			},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy())
				set(p)
				p.Shows(kit.Route{Screen: kit.Panel}, wh[0], wh[1]).Golden(wh[0], wh[1])
			})
		}
	}
}

func TestPanelKeys(t *testing.T) {
	t.Parallel()
	push := func(path string) kit.Effect { return kit.Push{Route: kit.Route{Screen: kit.Criterion, Path: path}} }
	for name, tc := range map[string]struct {
		me   model.MemberID
		keys []string
		want kit.Effect
	}{
		"a adds":                              {tuitest.Anna, []string{"a"}, push("member")},
		"w changes the selected one":          {tuitest.Anna, []string{"j", "w"}, push("member M2")},
		"@ switches":                          {tuitest.Bruno, []string{"@"}, kit.Who{}},
		"nobody takes themself off":           {tuitest.Anna, []string{"d"}, kit.Note{Text: "You cannot take yourself off the panel: another chair has to."}},
		"a member who only rates adds nobody": {tuitest.Bruno, []string{"a"}, kit.Note{Text: "You are a member here: only the chair or the secretary does this."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			p.Env.Me = tc.me
			p.Shows(kit.Route{Screen: kit.Panel}, 80, 21).Keys(tc.keys...)
			tuitest.Same(t, tc.want, p.Last())
		})
	}
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Panel}, 80, 21)
	p.Keys("j", "d").Answer("Keep")
	tuitest.Same(t, 3, len(p.Board.Panel()))
	p.Keys("d").Answer("Take off")
	tuitest.Same(t, 2, len(p.Board.Panel()))
}
