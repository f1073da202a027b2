package panel

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestThePINOnThePanelPage(t *testing.T) {
	t.Parallel()
	set := func(m model.MemberID) func(*tuitest.Prep) {
		return func(p *tuitest.Prep) { p.Must(m, model.SetPIN{Lock: []byte("x")}) }
	}
	own := "Everybody sets their own PIN: select your own line. A forgotten one is taken away by the chair."
	for name, tc := range map[string]struct {
		before func(*tuitest.Prep)
		me     model.MemberID
		keys   []string
		want   kit.Effect
	}{
		"the page opens on one's own line":          {me: tuitest.Bruno, keys: []string{"#"}, want: kit.OwnPIN{}},
		"the chair's own line":                      {me: tuitest.Anna, keys: []string{"#"}, want: kit.OwnPIN{}},
		"nobody's line is another's":                {before: set(tuitest.Anna), me: tuitest.Bruno, keys: []string{"g", "#"}, want: kit.Note{Text: own}},
		"the chair, on the line of who has none":    {me: tuitest.Anna, keys: []string{"j", "#"}, want: kit.Note{Text: "Bruno Costa has no PIN. Everybody sets their own: select your own line for yours."}},
		"the secretary takes none away":             {before: set(tuitest.Bruno), me: tuitest.Carla, keys: []string{"k", "#"}, want: kit.Note{Text: own}},
		"nobody has chosen who is working":          {keys: []string{"#"}, want: kit.Note{Text: "Choose who is working first (@)."}},
		"the file can only be read":                 {before: func(p *tuitest.Prep) { p.File.Locked = true }, me: tuitest.Anna, keys: []string{"#"}, want: kit.Note{Text: "This file is open for reading only."}},
		"on a laptop of one's own there is no need": {before: func(p *tuitest.Prep) { p.Board.Home = "elsewhere" }, me: tuitest.Anna, keys: []string{"#"}, want: kit.Note{Text: "On this laptop only you work: you need no PIN. One is for members who take turns at the chair's laptop."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			if tc.before != nil {
				tc.before(p)
			}
			p.Env.Me = tc.me
			p.Shows(kit.Route{Screen: kit.Panel}, 80, 21).Keys(tc.keys...)
			tuitest.Same(t, tc.want, p.Last())
		})
	}
}

func TestTheChairTakesAForgottenPINAway(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy())
	p.Must(tuitest.Bruno, model.SetPIN{Lock: []byte("x")})
	p.Shows(kit.Route{Screen: kit.Panel}, 80, 21).Keys("j", "#")
	ask, ok := p.Last().(kit.Prompt)
	if !ok || !strings.Contains(ask.Text, "history for everybody") || ask.Check(" ") == "" || ask.Check("Forgotten.") != "" {
		t.Fatalf("asked %+v", p.Last())
	}
	tuitest.Same(t, kit.Effect(kit.Submit{
		Command: model.RemovePIN{Member: tuitest.Bruno, Reason: "Forgotten."}, Note: "The PIN of Bruno Costa is taken away. Bruno Costa is told at their next turn.",
	}), ask.Done("Forgotten.")[0])
}
