package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

// TestTheFormPageBearsAnyKeyAndSize presses every key in every size: nothing breaks and the view keeps to its size.
func TestTheFormPageBearsAnyKeyAndSize(t *testing.T) {
	t.Parallel()
	keys := strings.Split("up down e w a enter esc m down enter m m i n enter down space space enter esc j j enter esc m z z enter backspace pgdown G g home é 山 enter", " ")
	for _, me := range []model.MemberID{anna, bruno, dirk, ""} {
		d, f := formDesk(t)
		f.filledIn()
		d.open(me, 80, 21, kit.Route{Screen: kit.Sheet})
		for i, k := range keys {
			size := [][2]int{{80, 21}, {40, 10}, {120, 36}, {200, 57}, {3, 1}, {41, 17}}[i%6]
			if k == "esc" {
				d.screen.(kit.Backed).Back()
			} else {
				d.keys(k)
			}
			d.send(kit.Click{X: i * 7 % 90, Y: i % 25}).send(kit.Wheel{X: 5, Y: 3, By: i%3 - 1})
			d.screen.Resize(size[0], size[1])
			d.carry(d.screen.Refresh(d.board))
			d.screen.Keys()
			d.screen.(kit.Cursored).Cursor()
			for _, l := range strings.Split(d.screen.View(), "\n") {
				if w := d.env.Text.Width(l); w > size[0] && size[0] >= 40 {
					t.Errorf("after %s: %d cells in a width of %d: %q", k, w, size[0], l)
				}
			}
			if n := strings.Count(d.screen.View(), "\n") + 1; n > size[1] && size[1] >= 10 {
				t.Errorf("after %s: %d lines in a height of %d", k, n, size[1])
			}
		}
	}
}
