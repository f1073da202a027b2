package rate

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// TestTheFormPageBearsAnyKeyAndSize presses every key in every size: nothing breaks and the view keeps to its size.
func TestTheFormPageBearsAnyKeyAndSize(t *testing.T) {
	t.Parallel()
	keys := strings.Split("up down e w a enter esc m down enter m m i n enter down space space enter esc j j enter esc m z z enter backspace pgdown G g home é 山 enter", " ")
	for _, me := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Dirk, ""} {
		d, f := formDesk(t)
		f.filledIn()
		d.Open(me, 80, 21, kit.Route{Screen: kit.Sheet})
		for i, k := range keys {
			size := [][2]int{{80, 21}, {40, 10}, {120, 36}, {200, 57}, {3, 1}, {41, 17}}[i%6]
			if k == "esc" {
				d.Screen.(kit.Backed).Back()
			} else {
				d.Keys(k)
			}
			d.Send(kit.Click{X: i * 7 % 90, Y: i % 25}).Send(kit.Wheel{X: 5, Y: 3, By: i%3 - 1})
			d.Screen.Resize(size[0], size[1])
			d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
			d.Screen.Keys()
			d.Screen.(kit.Cursored).Cursor()
			for _, l := range strings.Split(d.Screen.View(), "\n") {
				if w := d.Env.Text.Width(l); w > size[0] && size[0] >= 40 {
					t.Errorf("after %s: %d cells in a width of %d: %q", k, w, size[0], l)
				}
			}
			if n := strings.Count(d.Screen.View(), "\n") + 1; n > size[1] && size[1] >= 10 {
				t.Errorf("after %s: %d lines in a height of %d", k, n, size[1])
			}
		}
	}
}
