package rate

import (
	"slices"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// onScale is a desk where D1 is rated on a scale, with the cursor on it.
func onScale(t *testing.T, s model.Scale, w, h int) *tuitest.Desk {
	t.Helper()
	d := newDesk(t, tuitest.People()...)
	d.Must(tuitest.Anna, model.ScaleCriterion{Criterion: d.CriterionID("D1"), Scale: s})
	d.Seal().Open(tuitest.Anna, w, h, kit.Route{Screen: kit.Assessment, Candidate: 1})
	for selected(d) != "D1" {
		d.Keys("down")
	}
	return d
}

func TestEveryScaleIsRatedByItsKeys(t *testing.T) {
	t.Parallel()
	for _, s := range tuitest.Scales() {
		t.Run(s.Words(), func(t *testing.T) {
			t.Parallel()
			d := onScale(t, s, 120, 37)
			for i, v := range s.Values() {
				d.Keys(s.Keys()[i])
				if got := d.RatingOf(tuitest.Anna, 1, "D1").Value; got != v {
					t.Errorf("%s rates %q, want %q", s.Keys()[i], got, v)
				}
				d.Keys("up")
			}
			last := d.RatingOf(tuitest.Anna, 1, "D1").Value
			wrong := "y"
			if !s.Numbered() {
				wrong = "2"
			}
			d.Keys(wrong)
			if got := d.Note(); !strings.HasPrefix(got, "D1 is ") || !strings.HasSuffix(got, ": "+s.KeyWords()+".") {
				t.Errorf("%s says %q", wrong, got)
			}
			if got := d.RatingOf(tuitest.Anna, 1, "D1").Value; got != last {
				t.Errorf("%s rates %q", wrong, got)
			}
		})
	}
}

func TestADigitOffTheScaleSaysWhichKeysItTakes(t *testing.T) {
	t.Parallel()
	for _, s := range tuitest.Scales() {
		if !s.Numbered() {
			continue
		}
		d := onScale(t, s, 80, 21)
		for _, digit := range kit.RatePoint.Keys() {
			if slices.Contains(s.Keys(), digit) {
				continue
			}
			d.Keys(digit)
			if got, want := d.Note(), "D1 is graded: "+s.KeyWords()+"."; got != want {
				t.Errorf("%s: %s says %q, want %q", s.Words(), digit, got, want)
			}
			if got := d.RatingOf(tuitest.Anna, 1, "D1").Value; got != model.NotRated {
				t.Errorf("%s: %s rates %q", s.Words(), digit, got)
			}
		}
	}
}

func TestTheHelpNamesTheKeysOfTenPointsInTheirOrder(t *testing.T) {
	t.Parallel()
	scales := tuitest.Scales()
	ten := scales[len(scales)-1]
	d := onScale(t, ten, 80, 21)
	for _, b := range d.Screen.Keys() {
		if slices.Contains(b.Keys(), "0") && b.Help().Key != "1–9, 0" {
			t.Errorf("the keys of %s are named %s", ten.Words(), b.Help().Key)
		}
	}
}

func TestEveryScaleIsExplainedOnThePage(t *testing.T) {
	t.Parallel()
	for _, s := range tuitest.Scales() {
		d := onScale(t, s, 200, 57)
		for i, v := range s.Values() {
			if !strings.Contains(d.View(), s.Points[i]) {
				t.Errorf("%s: the sentence of %s is not on the page:\n%s", s.Words(), v, d.View())
			}
		}
		if s.Numbered() != strings.Contains(d.View(), "(pass mark)") {
			t.Errorf("%s: the pass mark is not on the page", s.Words())
		}
	}
}

func TestALongScaleOnASmallScreen(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]model.Scale{"1 to 7": model.Points1to7.Preset(0), "own of 10": tuitest.Scales()[len(tuitest.Scales())-1]} {
		for size, x := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				onScale(t, s, x.W, x.H).Keys("5", "up").Golden(x.W, x.H)
			})
		}
	}
}
