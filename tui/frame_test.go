package tui_test

// This file tests what the program draws: header, pages, overlays, footer.

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

var sizes = [][2]int{{80, 24}, {120, 40}}

// inSizes runs a test at every size.
func inSizes(t *testing.T, keys map[string][]kit.Effect, then func(*testing.T, *tuitest.Driver, *testScreens)) {
	t.Helper()
	for _, z := range sizes {
		t.Run(fmt.Sprintf("%dx%d", z[0], z[1]), func(t *testing.T) {
			t.Parallel()
			s := &testScreens{keys: keys, each: func(x *testScreen) {
				x.bindings = []kit.Binding{kit.Enter, kit.RateMet, kit.RateNotMet, kit.RatePoint.On("0–4", "0", "1", "2", "3", "4"), kit.Reason, kit.Seal.Unless("Only the chair seals the rules."), kit.Up, kit.Down}
			}}
			d := tuitest.New(t, tuitest.Setup{Make: s.make, File: tuitest.NewFile(modeltest.Screening(t, 3)), Me: modeltest.Ann, Width: z[0], Height: z[1]})
			d.Keys("j") // the greeting goes
			then(t, d, s)
		})
	}
}

func TestFrame(t *testing.T) {
	t.Parallel()
	inSizes(t, nil, func(_ *testing.T, d *tuitest.Driver, _ *testScreens) { d.Golden() })
}

func TestOverlays(t *testing.T) {
	t.Parallel()
	long := "The posting asks for a university degree and the file names one that was conferred after the closing date. " +
		"The panel has to settle whether it counts."
	for _, c := range []struct {
		name   string
		effect kit.Effect
		keys   []string
	}{
		{"ask", kit.Ask{Title: "Take the criterion out?", Text: long, Answers: []kit.Answer{{Words: "Keep it", Key: "k"}, {Words: "Take it out", Key: "t", Says: "undo brings it back"}}}, nil},
		{"choose", kit.Choose{Title: "How is it rated?", Text: "The scale stands in the rules.", Answers: []kit.Answer{
			{Words: "met / not met / unclear", Says: "for facts"}, {Words: "graded 0–4", Says: "for judgement, with a sentence for each point and a pass mark"},
		}}, nil},
		{"prompt", kit.Prompt{Title: "Weight", Text: "A weight other than 1 needs a reason.", Initial: "2"}, nil},
		{"prompt of lines", kit.Prompt{Title: "Reason", Text: "Why this rating?", Lines: 6, Initial: "The file shows it.\nSee the second job."}, []string{"tab"}},
		{"fail", kit.Fail{Err: &model.Error{Code: model.Forbidden, Message: long}}, nil},
		{"long note", kit.Note{Text: long}, nil},
		{"who", kit.Who{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			inSizes(t, map[string][]kit.Effect{"a": {c.effect}}, func(_ *testing.T, d *tuitest.Driver, _ *testScreens) {
				d.Keys("a")
				d.Keys(c.keys...)
				d.Golden()
			})
		})
	}
	t.Run("help", func(t *testing.T) {
		t.Parallel()
		inSizes(t, nil, func(_ *testing.T, d *tuitest.Driver, _ *testScreens) { d.Keys("?"); d.Golden() })
	})
	t.Run("palette", func(t *testing.T) {
		t.Parallel()
		inSizes(t, nil, func(_ *testing.T, d *tuitest.Driver, _ *testScreens) { d.Keys(":"); d.Type("go"); d.Golden() })
	})
}

// TestStyles compares one small screen with its colours.
func TestStyles(t *testing.T) {
	t.Parallel()
	d, _, _ := newDriver(t, map[string][]kit.Effect{"a": {kit.Ask{Title: "Sure?", Answers: []kit.Answer{{Words: "No"}, {Words: "Yes"}}}}})
	d.Resize(40, 10)
	d.Keys("a")
	d.GoldenStyled()
}

func TestEveryLineKeepsToTheWindow(t *testing.T) {
	t.Parallel()
	for _, z := range [][2]int{{40, 10}, {57, 13}, {80, 24}, {80, 29}, {80, 30}, {120, 40}, {200, 60}} {
		for _, key := range []string{"j", "?", ":", "a", "p", "n", "@"} {
			c := modeltest.Vacancy()
			c.Vacancy.Title = "Senior Officer (Strategic Lighthouse Coordination and 山田太郎 प्रिया Planning)"
			b := model.NewBoard()
			modeltest.Do(t, b, "", c, model.AddMember{Name: "Ms Priya प्रिया शर्मा von der Longname-Example", Role: model.Chair})
			d := tuitest.New(t, tuitest.Setup{
				Make: (&testScreens{keys: map[string][]kit.Effect{
					"a": {kit.Ask{Title: strings.Repeat("title ", 30), Text: strings.Repeat("text ", 300), Answers: []kit.Answer{{Words: strings.Repeat("no ", 80)}, {Words: "Yes"}}}},
					"p": {kit.Prompt{Title: "Reason", Text: strings.Repeat("text ", 300), Lines: 20, Initial: strings.Repeat("word ", 200)}},
					"n": {kit.Note{Text: strings.Repeat("note ", 100)}},
				}}).make, File: tuitest.NewFile(b), Width: z[0], Height: z[1],
			})
			d.Keys(key)
			lines := strings.Split(d.View(), "\n")
			if len(lines) != z[1] {
				t.Errorf("%dx%d after %s: %d lines", z[0], z[1], key, len(lines))
			}
			for _, l := range lines {
				if w := ansi.StringWidthWc(l); w > z[0] {
					t.Errorf("%dx%d after %s: %d cells in %q", z[0], z[1], key, w, l)
				}
			}
			if c := d.App.View().Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= z[0] || c.Y >= z[1]) {
				t.Errorf("%dx%d after %s: cursor at %d,%d", z[0], z[1], key, c.X, c.Y)
			}
		}
	}
}

func TestResizingReachesPagesWhenTheyAreShown(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, map[string][]kit.Effect{"a": pushEffect(kit.Assessment, 1)})
	d.Keys("a")
	d.Resize(100, 35)
	if p := s.last(kit.Assessment); p.w != 100 || p.h != 31 {
		t.Errorf("the page on top has %d by %d", p.w, p.h)
	}
	d.Keys("esc")
	if p := s.last(kit.Vacancy); p.w != 100 || p.h != 31 {
		t.Errorf("the page below has %d by %d", p.w, p.h)
	}
}

func TestAWindowThatIsTooSmallSaysSo(t *testing.T) {
	t.Parallel()
	d, _, _ := newDriver(t, nil)
	for _, z := range [][2]int{{39, 24}, {80, 9}, {20, 3}, {1, 1}} {
		d.Resize(z[0], z[1])
		if z[0] > 10 {
			d.Shows("window")
		}
		d.Lacks("page vacancy")
	}
	d.Resize(40, 10)
	d.Shows("page vacancy")
}

func TestMessagesThatChangeNothingDrawNothing(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, nil)
	views := s.last(kit.Vacancy).views
	before := d.App.View().Content
	for range 100 {
		d.Send(tea.MouseMotionMsg{X: 1, Y: 5}, tea.FocusMsg{}, tea.EnvMsg{})
	}
	if got := s.last(kit.Vacancy).views; got != views || d.App.View().Content != before {
		t.Errorf("drawn %d times", got-views)
	}
	d.Keys("?")
	if got := s.last(kit.Vacancy).views; got != views {
		t.Error("a box over the page draws the page anew")
	}
}

func TestTheTerminalTellsItsColoursAndWidths(t *testing.T) {
	t.Parallel()
	d, _, s := newDriver(t, nil)
	env := s.last(kit.Vacancy).env
	theme := env.Theme
	d.Send(tea.BackgroundColorMsg{Color: ansi.RGBColor{R: 255, G: 255, B: 255}})
	if env.Theme != theme || theme.Dark {
		t.Error("the theme is not light, or not the same theme")
	}
	d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
	if env.Text.Graphemes {
		t.Error("clusters are counted although the terminal does not know them")
	}
	d.Send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if !env.Text.Graphemes {
		t.Error("clusters are not counted")
	}
}

func BenchmarkKey(b *testing.B) {
	for _, n := range []int{300, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := tuitest.New(b, tuitest.Setup{Make: (&testScreens{}).make, File: tuitest.NewFile(modeltest.Screening(b, n)), Me: modeltest.Ann, Width: 160, Height: 50})
			for b.Loop() {
				d.Send(kit.Press("j"))
			}
		})
	}
}
