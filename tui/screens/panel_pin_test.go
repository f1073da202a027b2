package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

func TestThePINOnThePanelPage(t *testing.T) {
	t.Parallel()
	set := func(m model.MemberID) func(*prep) {
		return func(p *prep) { p.must(m, model.SetPIN{Lock: []byte("x")}) }
	}
	own := "Everybody sets their own PIN: select your own line. A forgotten one is taken away by the chair."
	for name, tc := range map[string]struct {
		before func(*prep)
		me     model.MemberID
		keys   []string
		want   kit.Effect
	}{
		"the page opens on one's own line":          {me: bruno, keys: []string{"#"}, want: kit.OwnPIN{}},
		"the chair's own line":                      {me: anna, keys: []string{"#"}, want: kit.OwnPIN{}},
		"nobody's line is another's":                {before: set(anna), me: bruno, keys: []string{"g", "#"}, want: kit.Note{Text: own}},
		"the chair, on the line of who has none":    {me: anna, keys: []string{"j", "#"}, want: kit.Note{Text: "Bruno Costa has no PIN. Everybody sets their own: select your own line for yours."}},
		"the secretary takes none away":             {before: set(bruno), me: carla, keys: []string{"k", "#"}, want: kit.Note{Text: own}},
		"nobody has chosen who is working":          {keys: []string{"#"}, want: kit.Note{Text: "Choose who is working first (@)."}},
		"the file can only be read":                 {before: func(p *prep) { p.file.Locked = true }, me: anna, keys: []string{"#"}, want: kit.Note{Text: "This file is open for reading only."}},
		"on a laptop of one's own there is no need": {before: func(p *prep) { p.board.Home = "elsewhere" }, me: anna, keys: []string{"#"}, want: kit.Note{Text: "On this laptop only you work: you need no PIN. One is for members who take turns at the chair's laptop."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			if tc.before != nil {
				tc.before(p)
			}
			p.env.Me = tc.me
			p.shows(kit.Route{Screen: kit.Panel}, 80, 21).keys(tc.keys...)
			same(t, tc.want, p.last())
		})
	}
}

func TestTheChairTakesAForgottenPINAway(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy())
	p.must(bruno, model.SetPIN{Lock: []byte("x")})
	p.shows(kit.Route{Screen: kit.Panel}, 80, 21).keys("j", "#")
	ask, ok := p.last().(kit.Prompt)
	if !ok || !strings.Contains(ask.Text, "history for everybody") || ask.Check(" ") == "" || ask.Check("Forgotten.") != "" {
		t.Fatalf("asked %+v", p.last())
	}
	same(t, kit.Effect(kit.Submit{
		Command: model.RemovePIN{Member: bruno, Reason: "Forgotten."}, Note: "The PIN of Bruno Costa is taken away. Bruno Costa is told at their next turn.",
	}), ask.Done("Forgotten.")[0])
}
