package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// everyScale is every preset, and own scales of every number of points.
func everyScale() []model.Scale {
	var out []model.Scale
	for _, k := range model.ScaleKinds() {
		if k != model.OwnScale {
			out = append(out, k.Preset(0))
		}
	}
	for n := model.LeastPoints; n <= model.MostPoints; n++ {
		s := model.OwnScale.Preset(n)
		for i := range s.Points {
			s.Points[i] = fmt.Sprintf("Sentence %d.", i+1)
		}
		out = append(out, s)
	}
	return out
}

func TestAScaleAllowsWhatItListsAndNothingElse(t *testing.T) {
	t.Parallel()
	candidates := []model.Value{"met", "not met", "unclear", "cannot assess", "", "-", "y", "-1", "+1", " 1", "1.0", "01", "00", "1e0", "١", "10 ", "99", "100"}
	for n := range 13 {
		candidates = append(candidates, model.Value(fmt.Sprint(n)))
	}
	for _, s := range everyScale() {
		for _, v := range candidates {
			want := slices.Contains(s.Values(), v)
			if got := s.Allows(v); got != (want || v == model.CannotAssess) {
				t.Errorf("%s allows %q: %t", s.Words(), v, got)
			}
			if _, _, ok := s.Share(v); ok != want {
				t.Errorf("%s counts %q: %t", s.Words(), v, ok)
			}
			if _, ok := s.Number(v); ok != (want && s.Numbered()) {
				t.Errorf("%s has the number of %q: %t", s.Words(), v, ok)
			}
			if passes, settled := s.Passes(v); passes && !settled || settled && !want {
				t.Errorf("%s passes %q: %t, %t", s.Words(), v, passes, settled)
			}
		}
	}
}

func TestTheLowestPointCountsNothingAndTheHighestAll(t *testing.T) {
	t.Parallel()
	for _, s := range everyScale() {
		if !s.Numbered() {
			continue
		}
		values := s.Values()
		for i, v := range values {
			if got, of, _ := s.Share(v); got != i || of != len(values)-1 {
				t.Errorf("%s: %s counts %d of %d", s.Words(), v, got, of)
			}
			n, _ := s.Number(v)
			if passes, settled := s.Passes(v); !settled || passes != (n >= s.Pass) {
				t.Errorf("%s: %s passes: %t", s.Words(), v, passes)
			}
		}
		if low, _ := s.Passes(values[0]); low {
			t.Errorf("%s: the lowest point passes", s.Words())
		}
	}
}

func TestEveryValueHasItsKey(t *testing.T) {
	t.Parallel()
	for _, s := range everyScale() {
		keys := s.Keys()
		if len(keys) != len(s.Values()) || len(keys) != len(s.Points) {
			t.Fatalf("%s: %q for %q", s.Words(), keys, s.Values())
		}
		for i, key := range keys {
			v, ok := s.ByKey(key)
			if !ok || v != s.Values()[i] || len(key) != 1 || slices.Index(keys, key) != i {
				t.Errorf("%s: the key %s gives %q", s.Words(), key, v)
			}
		}
		for _, key := range []string{"", "-", "x", "10", "enter"} {
			if v, ok := s.ByKey(key); ok {
				t.Errorf("%s: the key %q gives %q", s.Words(), key, v)
			}
		}
	}
	ten := model.OwnScale.Preset(10)
	if v, _ := ten.ByKey("0"); v != "10" || ten.KeyWords() != "1 to 9, and 0 for 10" {
		t.Errorf("%q %q", v, ten.KeyWords())
	}
	if got := model.FactsScale().KeyWords() + "; " + model.GradedScale().KeyWords(); got != "y, n or u; 0 to 4" {
		t.Error(got)
	}
}

func TestTheScaleOfEarlierRulesIsSealedAsBefore(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 0)
	text := model.RulesText(b.Vacancy.ClosingDate, b.Criteria, b.Rules)
	for _, want := range []string{"\n  scale facts\n    met: ", "\n  scale graded, pass mark 2\n    0: "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	seen := map[string]string{}
	for _, s := range everyScale() {
		criteria := slices.Clone(b.Criteria)
		criteria[0].Scale = s
		hash := model.RulesHash(b.Vacancy.ClosingDate, criteria, b.Rules)
		if other, ok := seen[hash]; ok {
			t.Errorf("%s and %s are sealed alike", s.Words(), other)
		}
		seen[hash] = s.Words()
	}
}

func TestAScaleThatCannotBeUsedIsRefused(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 0)
	change := func(k model.ScaleKind, n int, edit func(*model.Scale)) model.Scale {
		s := k.Preset(n)
		for i := range s.Points {
			s.Points[i] = "Words."
		}
		edit(&s)
		return s
	}
	for why, s := range map[string]model.Scale{
		"no kind":                 {},
		"a kind that is none":     change("grades", 0, func(s *model.Scale) { s.Kind = "grades" }),
		"the lowest point passes": change(model.Points1to5, 0, func(s *model.Scale) { s.Pass = 1 }),
		"no point passes":         change(model.Points1to5, 0, func(s *model.Scale) { s.Pass = 6 }),
		"a sentence is missing":   change(model.Points0to3, 0, func(s *model.Scale) { s.Points = s.Points[:3] }),
		"a sentence is empty":     change(model.Points1to7, 0, func(s *model.Scale) { s.Points[2] = " " }),
		"one point only":          change(model.OwnScale, 2, func(s *model.Scale) { s.Points = s.Points[:1] }),
		"eleven points":           change(model.OwnScale, 10, func(s *model.Scale) { s.Points = append(s.Points, "Words.") }),
	} {
		if _, err := model.Decide(b, model.ScaleCriterion{Criterion: d2, Scale: s}, modeltest.Stamp(b, chair, "laptop")); err == nil {
			t.Errorf("%s: not refused", why)
		}
	}
}

func TestTheOnlyPassMarkOfTwoPointsIsSaidAsOne(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 0)
	s := model.OwnScale.Preset(model.LeastPoints)
	s.Points[0], s.Points[1] = "No.", "Yes."
	s.Pass = 3
	_, err := model.Decide(b, model.ScaleCriterion{Criterion: d2, Scale: s}, modeltest.Stamp(b, chair, "laptop"))
	if want := "The pass mark of a scale of two points is the higher one, 2."; err == nil || err.Error() != want {
		t.Errorf("refused with %v, want %q", err, want)
	}
}

// TestRatingsDifferByMoreThanAThirdOfTheScale pins when members are asked to settle a difference.
func TestRatingsDifferByMoreThanAThirdOfTheScale(t *testing.T) {
	t.Parallel()
	want := map[string]int{
		"graded 0–4": 2, "graded 0–3": 2, "graded 1–4": 2, "graded 1–5": 2, "graded 1–7": 3,
		"own scale of 2 points": 1, "own scale of 3 points": 1, "own scale of 4 points": 2, "own scale of 10 points": 4,
	}
	got := map[string]int{}
	for _, s := range everyScale() {
		if _, asked := want[s.Words()]; !asked {
			continue
		}
		values := s.Values()
		for i := 1; i < len(values); i++ {
			b := modeltest.Preparing(t, 1)
			modeltest.Do(t, b, chair, model.ScaleCriterion{Criterion: d2, Scale: s}, model.SealRules{})
			for m, v := range map[model.MemberID]model.Value{modeltest.Ann: values[0], modeltest.Bob: values[i]} {
				modeltest.Do(t, b, m, model.SetRating{Candidate: 1, Criterion: d2, Value: v})
				for _, k := range b.Criteria {
					if k.ID != d2 {
						modeltest.Do(t, b, m, model.SetRating{Candidate: 1, Criterion: k.ID, Value: k.Scale.Values()[0]})
					}
				}
				modeltest.Do(t, b, m, model.SubmitAssessment{Candidate: 1})
			}
			modeltest.Do(t, b, chair, model.RevealRatings{Reason: "Enough."})
			at := slices.IndexFunc(b.Criteria, func(k model.Criterion) bool { return k.ID == d2 })
			if b.As(chair).Standing(1).Results[at].Differs {
				got[s.Words()] = i
				break
			}
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
