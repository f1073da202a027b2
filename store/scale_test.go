package store_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shortlist/model"
	"shortlist/store/storetest"
)

// This file walks every scale through a whole selection: sealed, rated by its keys, in a sheet and out of it, ranked and
// reported. A new scale is tested by being listed.

// scalesToWalk is every preset, and own scales of the fewest and the most points.
func scalesToWalk() []model.Scale {
	var out []model.Scale
	for _, k := range model.ScaleKinds() {
		if k != model.OwnScale {
			out = append(out, k.Preset(0))
			continue
		}
		for _, n := range []int{model.LeastPoints, model.MostPoints} {
			s := k.Preset(n)
			for i := range s.Points {
				s.Points[i] = fmt.Sprintf("Own sentence %d.", i+1)
			}
			out = append(out, s)
		}
	}
	return out
}

func TestEveryScaleGoesFromTheSealToTheReport(t *testing.T) {
	t.Parallel()
	for _, s := range scalesToWalk() {
		t.Run(s.Words(), func(t *testing.T) {
			t.Parallel()
			_, d := storetest.New(t)
			d.Import(7, 3)
			d.Do("", model.ScaleCriterion{Criterion: 2, Scale: s})
			d.Do("", model.ScaleCriterion{Criterion: 3, Scale: s})
			d.Panel()
			low, high := rateByKeys(t, d, s)
			for _, ext := range sheetExts {
				throughTheSheet(t, d, s, ext)
			}
			for _, who := range []model.MemberID{"M1", "M2"} {
				for c := 1; c <= 3; c++ {
					d.Do(who, model.SubmitAssessment{Candidate: model.CandidateID(c)})
				}
			}
			d.Do("M1", model.RevealRatings{})
			d.Reload()
			rankedBy(t, d, s)
			reported(t, d, s, low, high)
		})
	}
}

// rateByKeys gives the best value to the first candidate, the second best to the second and the worst to the third.
func rateByKeys(t *testing.T, d *storetest.Desk, s model.Scale) (low, high model.Value) {
	t.Helper()
	best := slices.Clone(s.Values())
	slices.SortStableFunc(best, func(a, b model.Value) int {
		x, _, _ := s.Share(a)
		y, _, _ := s.Share(b)
		return y - x
	})
	given := []model.Value{best[0], best[min(1, len(best)-1)], best[len(best)-1]}
	for _, who := range []model.MemberID{"M1", "M2"} {
		for i, want := range given {
			c := model.CandidateID(i + 1)
			d.Do(who, model.SetRating{Candidate: c, Criterion: 1, Value: model.Met})
			key := s.Keys()[slices.Index(s.Values(), want)]
			v, ok := s.ByKey(key)
			if !ok || v != want {
				t.Fatalf("the key %s gives %q, want %q", key, v, want)
			}
			// the essential is passed by all, so that the desirable ranks them
			d.Do(who, model.SetRating{Candidate: c, Criterion: 2, Value: best[0]})
			d.Do(who, model.SetRating{Candidate: c, Criterion: 3, Value: v})
		}
	}
	return best[len(best)-1], best[0]
}

// throughTheSheet fills every value into a sheet by hand, one after the other, and reads it back.
func throughTheSheet(t *testing.T, d *storetest.Desk, s model.Scale, ext string) {
	t.Helper()
	was := d.Board.As("M2").Own(1).Rating(3).Value
	for _, v := range append(s.Values(), model.CannotAssess, was) {
		path := write(t, d, "M2", "own"+ext)
		if ext == ".xlsx" {
			dropDown(t, path, s)
		}
		x := open(t, path, "Ratings")
		x.set(x.at(1, 0), "D1", string(v))
		x.save()
		got := compare(t, d, "M2", path, true)
		if len(got.Problems) > 0 {
			t.Fatalf("%s: %v", v, got.Problems)
		}
		if len(got.Take.Ratings) > 0 {
			d.Do("M2", got.Take)
		}
		if now := d.Board.As("M2").Own(1).Rating(3).Value; now != v {
			t.Errorf("%q in the sheet is %q on the board", v, now)
		}
	}
	path := write(t, d, "M2", "own"+ext)
	x := open(t, path, "Ratings")
	x.set(x.at(1, 0), "D1", "11")
	x.save()
	if got := compare(t, d, "M2", path, true); len(got.Problems) != 1 || !strings.Contains(got.Problems[0].Message, s.Expected()) {
		t.Errorf("a value that is none: %v", got.Problems)
	}
}

// dropDown expects a list with every value of the scale.
func dropDown(t *testing.T, path string, s model.Scale) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lists, err := f.GetDataValidations("Ratings")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, v := range s.Values() {
		words = append(words, string(v))
	}
	want := `"` + strings.Join(append(words, "cannot assess", "clear"), ",") + `"`
	for _, l := range lists {
		if l.Formula1 == want {
			return
		}
	}
	t.Errorf("no list offers %s", want)
}

// rankedBy expects the candidates in the order in which they were rated, with all of the total for the best value and
// nothing of it for the worst.
func rankedBy(t *testing.T, d *storetest.Desk, s model.Scale) {
	t.Helper()
	rows := d.Board.As("M1").Ranking()
	if rows[0].Score() != "100.0" || rows[len(rows)-1].Score() != "0.0" {
		t.Errorf("%s: the best has %s and the worst %s of 100", s.Words(), rows[0].Score(), rows[len(rows)-1].Score())
	}
	for _, r := range rows {
		if r.Gate != model.GatePass {
			t.Errorf("%s of %s is %s", r.Candidate, s.Words(), r.Gate)
		}
	}
	if d.Board.SealHolds() != true {
		t.Error("the seal does not hold")
	}
}

// reported expects the scale, its sentences and the values in every form of the report.
func reported(t *testing.T, d *storetest.Desk, s model.Scale, low, high model.Value) {
	t.Helper()
	for _, format := range []string{"md", "html", "csv", "json"} {
		var b bytes.Buffer
		if err := d.File.ExportTo(&b, "M1", format); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		wants := []string{string(low), string(high)}
		if format == "md" || format == "html" {
			wants = append(wants, s.WithPass(), s.Points[0], s.Points[len(s.Points)-1])
		}
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in the report as %s", s.Words(), want, format)
			}
		}
	}
}
