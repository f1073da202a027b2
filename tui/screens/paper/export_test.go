package paper

// This file tries the page that writes papers.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestExportPage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			set  func(*tuitest.Prep)
			keys []string
		}{
			"before the reveal": {func(*tuitest.Prep) {}, nil},
			"no vote":           {func(p *tuitest.Prep) { p.Env.Me = tuitest.Carla }, []string{"down"}},
			"revealed":          {func(p *tuitest.Prep) { p.Seal(); p.Must(tuitest.Anna, model.RevealRatings{Reason: "The time is up."}) }, nil},
			"written":           {func(*tuitest.Prep) {}, []string{"enter"}},
			"failed":            {func(p *tuitest.Prep) { p.File.Broken = tuitest.ErrDisk }, []string{"enter"}},
			"typing a path":     {func(*tuitest.Prep) {}, []string{"w", "2"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy())
				tc.set(p)
				p.Shows(kit.Route{Screen: kit.Export}, wh[0], wh[1]).Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestExport(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		me   model.MemberID
		keys []string
		want []string
	}{
		"the format and its path":       {tuitest.Anna, []string{"enter"}, []string{"M1 md /home/panel/shortlist/pilot.md"}},
		"the path follows the format":   {tuitest.Bruno, []string{"down", "enter"}, []string{"M2 csv /home/panel/shortlist/pilot.csv"}},
		"a typed path stays":            {tuitest.Anna, []string{"w", "ctrl+u", "/", "a", "enter"}, []string{"M1 md /a"}},
		"a path left empty":             {tuitest.Anna, []string{"w", "ctrl+u", "enter"}, []string{"M1 md "}},
		"keys are text while typing":    {tuitest.Anna, []string{"w", "ctrl+u", "q", "j", "enter"}, []string{"M1 md qj"}},
		"nobody chosen writes nothing":  {"", []string{"enter"}, nil},
		"other keys write nothing":      {tuitest.Anna, []string{"x", "0", "space"}, nil},
		"the last format":               {tuitest.Anna, []string{"G", "enter"}, []string{"M1 json /home/panel/shortlist/pilot.json"}},
		"a typed path is for all":       {tuitest.Anna, []string{"w", "ctrl+u", "b", "enter", "down", "enter"}, []string{"M1 md b", "M1 csv b"}},
		"writing again writes it again": {tuitest.Anna, []string{"enter", "enter"}, []string{"M1 md /home/panel/shortlist/pilot.md", "M1 md /home/panel/shortlist/pilot.md"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			p.Env.Me = tc.me
			p.Shows(kit.Route{Screen: kit.Export}, 80, 21).Keys(tc.keys...)
			tuitest.Same(t, tc.want, p.File.Exported)
		})
	}
}

// What is there already is replaced only when the user says so.
func TestExportAsksBeforeReplacing(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy())
	p.File.Present = []string{"/home/panel/shortlist/pilot.md"}
	p.Shows(kit.Route{Screen: kit.Export}, 80, 21).Keys("enter")
	ask, ok := p.Last().(kit.Ask)
	if !ok || ask.Answers[0].Effects != nil || strings.Contains(p.View(), "Written") {
		t.Fatalf("%+v\n%s", p.Last(), p.View())
	}
	tuitest.Same(t, "/home/panel/shortlist/pilot.md is there already.", ask.Text)
	p.Carry(ask.Answers[1].Effects)
	if !strings.Contains(p.View(), "✓ Written: /home/panel/shortlist/pilot.md") {
		t.Error(p.View())
	}
}
