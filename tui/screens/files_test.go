package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestPostingSide(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			set  func(*tuitest.Prep)
			keys []string
		}{
			"at a criterion":      {func(*tuitest.Prep) {}, []string{"j", "enter"}},
			"between two entries": {func(*tuitest.Prep) {}, []string{"enter", "g", "j", "j"}},
			"next marked":         {func(*tuitest.Prep) {}, []string{"enter", "]", "]", "n", "["}},
			"searching":           {func(*tuitest.Prep) {}, []string{"enter", "/", "t", "i", "d"}},
			"found":               {func(*tuitest.Prep) {}, []string{"enter", "/", "t", "i", "d", "enter", "]"}},
			"nothing found":       {func(*tuitest.Prep) {}, []string{"enter", "/", "x", "y", "enter"}},
			"marking lines":       {func(*tuitest.Prep) {}, []string{"enter", "space", "j", "j"}},
			"at a warning":        {func(*tuitest.Prep) {}, []string{"enter", "!"}},
			"several on a line": {func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.EditCriterion{Criterion: 2, Text: "x", Lines: model.Lines{From: 7, To: 8}})
			}, []string{"enter"}},
			"without posting": {func(p *tuitest.Prep) { p.File.Text = model.Posting{} }, []string{"enter"}},
			"not readable":    {func(p *tuitest.Prep) { p.File.Broken = tuitest.ErrDisk }, []string{"enter"}},
			"lines beyond the text": {func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.EditCriterion{Criterion: 1, Text: "x", Lines: model.Lines{From: 19, To: 1 << 50}})
			}, []string{"enter"}},
			"wild text": {func(p *tuitest.Prep) {
				p.File.Text.Text = strings.Repeat("\x1b[2J\u202e山 wild\t", 200) + "\r\n\x00end"
			}, []string{"enter"}},
			"sealed rules still read": {func(p *tuitest.Prep) { p.Seal() }, []string{"enter", "space", "a"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy())
				tc.set(p)
				p.Shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1]).Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestPostingSaysWhereItEnds(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.Keys("enter", "g", "[")
	tuitest.Same(t, "No marked line further up.", p.Note())
	p.Keys("G", "]")
	tuitest.Same(t, "No marked line further down.", p.Note())
	p.Keys("/", "T", "i", "d", "e", "enter", "]", "]")
	tuitest.Same(t, "No line with these words further down.", p.Note())
	for _, what := range []string{"esc ends the search first", "esc goes back to the criteria then"} {
		if _, done := p.Screen.(kit.Backed).Back(); !done {
			t.Error(what)
		}
	}
	if _, done := p.Screen.(kit.Backed).Back(); done {
		t.Error("there is nothing more to go back from")
	}
}

func TestPanelPage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, set := range map[string]func(*tuitest.Prep){
			"preparing": func(*tuitest.Prep) {},
			"screening": func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.AddCandidates{Arrival: model.Arrival{First: 1, Count: 3, Source: "a"}})
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

// Whatever is pressed on a page, nothing breaks, and every page keeps to any size.
func TestPagesBearWrongKeysAndSizes(t *testing.T) {
	t.Parallel()
	keys := strings.Split("up down left right pgup pgdown home end g G enter tab shift+tab space backspace delete ctrl+s ctrl+u ctrl+t ctrl+o a b c d e f i j k l n o p r s t u v w x y A D E H J K L M N O P R S T X 0 4 - = + / enter [ ] enter space m a n ! y @ é 山", " ")
	for _, name := range []kit.Name{kit.Home, kit.New, kit.Vacancy, kit.Criterion, kit.Panel, kit.Import, kit.Export} {
		t.Run(string(name), func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			p.Library.Summaries = tuitest.Summaries()
			p.File.Report = new(tuitest.BadReport())
			p.Shows(kit.Route{Screen: name}, 80, 21)
			for i, k := range keys {
				p.Keys(k)
				wh := [][2]int{{80, 21}, {40, 10}, {120, 36}, {20, 5}, {200, 57}, {3, 1}, {0, 0}}[i%7]
				p.Screen.Resize(wh[0], wh[1])
				p.Screen.Keys()
				if c, ok := p.Screen.(kit.Cursored); ok {
					c.Cursor()
				}
				view := p.Screen.View()
				if wh[0] < 40 { // the program shows a sentence instead
					continue
				}
				if n := strings.Count(view, "\n") + 1; n > wh[1] {
					t.Errorf("after %s: %d lines in a height of %d:\n%s", k, n, wh[1], p.View())
				}
				for _, l := range strings.Split(view, "\n") {
					if w := p.Env.Text.Width(l); w > wh[0] {
						t.Errorf("after %s: %d cells in a width of %d: %q", k, w, wh[0], l)
					}
				}
			}
		})
	}
}
