package prepare

import (
	"strconv"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func scaleForm80(t *testing.T) *tuitest.Prep {
	t.Helper()
	return newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Criterion, Criterion: 3, Path: formScale}, 80, 21)
}

// chooseScale goes to a scale in the choice of the form.
func chooseScale(p *tuitest.Prep, k model.ScaleKind) {
	kinds := model.ScaleKinds()
	at := func(x model.ScaleKind) (n int) {
		for i, y := range kinds {
			if x == y {
				n = i
			}
		}
		return n
	}
	for i := at(model.Graded); i != at(k); i = (i + 1) % len(kinds) {
		p.Keys("right")
	}
}

func TestTheFormOffersEveryPreset(t *testing.T) {
	t.Parallel()
	for _, k := range model.ScaleKinds() {
		if k == model.OwnScale {
			continue
		}
		p := scaleForm80(t)
		chooseScale(p, k)
		p.Keys("ctrl+s")
		tuitest.Same(t, k.Preset(0), p.Board.Criterion(3).Scale)
	}
}

func TestTheFormMakesAnOwnScale(t *testing.T) {
	t.Parallel()
	for _, n := range []int{model.LeastPoints, 5, model.MostPoints} {
		p := scaleForm80(t)
		chooseScale(p, model.OwnScale)
		want := model.Scale{Kind: model.OwnScale, Pass: 2}
		answers := []string{"", strconv.Itoa(n), "2"}
		for i := range n {
			want.Points = append(want.Points, "Point "+strconv.Itoa(i+1)+".")
			answers = append(answers, want.Points[i])
		}
		if n == model.MostPoints {
			p.Fill(answers[:4]...).Golden(80, 21)
			p = scaleForm80(t)
			chooseScale(p, model.OwnScale)
		}
		p.Fill(answers...).Keys("ctrl+s")
		tuitest.Same(t, want, p.Board.Criterion(3).Scale)
		p.Shows(kit.Route{Screen: kit.Criterion, Criterion: 3, Path: formScale}, 80, 21).Keys("ctrl+s")
		tuitest.Same(t, want, p.Board.Criterion(3).Scale)
	}
}

func TestAnOwnScaleWithoutItsSentencesIsNotKept(t *testing.T) {
	t.Parallel()
	p := scaleForm80(t)
	chooseScale(p, model.OwnScale)
	p.Fill("", "3", "2", "Low.").Keys("ctrl+s")
	tuitest.Same(t, model.GradedScale(), p.Board.Criterion(3).Scale)
}
