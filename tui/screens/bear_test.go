package screens

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Whatever is pressed on a screen, in whatever phase and size, nothing breaks and the view keeps to its size.
func TestRatingScreensBearAnyKeyAndSize(t *testing.T) {
	t.Parallel()
	keys := strings.Split("up down y n u 0 4 - backspace space tab space e m down e r c y ] [ c s X right left pgdown pgup end home G g A D R L o o / e l enter esc o x i enter K é 山", " ")
	phases := map[string]func(t *testing.T) *desk{
		"empty":     func(t *testing.T) *desk { return newDesk(t) },
		"preparing": func(t *testing.T) *desk { return newDesk(t, deskPeople()...) },
		"screening": func(t *testing.T) *desk { return panelled(t, 30) },
		"revealed":  func(t *testing.T) *desk { return panelled(t, 30).reveal() },
	}
	for phase, make := range phases {
		for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
			for _, me := range []model.MemberID{anna, dirk, ""} {
				t.Run(fmt.Sprint(phase, "/", name, "/", me), func(t *testing.T) {
					t.Parallel()
					d := make(t).open(me, 80, 21, kit.Route{Screen: name})
					for i, k := range keys {
						size := [][2]int{{80, 21}, {40, 10}, {120, 36}, {20, 5}, {200, 57}, {3, 1}, {0, 0}, {41, 17}}[i%8]
						if back, ok := d.screen.(kit.Backed); ok && k == "esc" {
							back.Back()
						} else {
							d.keys(k)
						}
						d.send(kit.Click{X: (i * 7) % 90, Y: i % 25}).send(kit.Wheel{X: (i * 5) % 90, Y: 3, By: i%3 - 1}).send(tea.PasteMsg{Content: "a\rb"})
						d.screen.Resize(size[0], size[1])
						d.carry(d.screen.Refresh(d.board))
						d.screen.Keys()
						if c, ok := d.screen.(kit.Cursored); ok {
							c.Cursor()
						}
						view := d.screen.View()
						if size[0] < 40 { // the program shows a sentence instead
							continue
						}
						if n := strings.Count(view, "\n") + 1; n > size[1] {
							t.Errorf("after %s: %d lines in a height of %d:\n%s", k, n, size[1], d.view())
						}
						for _, l := range strings.Split(view, "\n") {
							if w := d.env.Text.Width(l); w > size[0] {
								t.Errorf("after %s: %d cells in a width of %d: %q", k, w, size[0], l)
							}
						}
					}
				})
			}
		}
	}
}
