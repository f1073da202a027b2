package screens

import (
	"strings"
	"testing"

	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

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
