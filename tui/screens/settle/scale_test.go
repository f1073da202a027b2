package settle

import (
	"fmt"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestEveryScaleIsSettledByItsKeys(t *testing.T) {
	t.Parallel()
	for _, s := range tuitest.Scales() {
		t.Run(s.Words(), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, tuitest.People()...)
			d.Must(tuitest.Anna, model.ScaleCriterion{Criterion: d.CriterionID("D1"), Scale: s})
			d.Seal()
			values := s.Values()
			low, high := values[0], values[len(values)-1]
			for m, v := range map[model.MemberID]model.Value{tuitest.Anna: low, tuitest.Bruno: high, tuitest.Carla: high} {
				d.Rate(m, 1, model.Met, "2")
				d.Must(m, model.SetRating{Candidate: 1, Criterion: d.CriterionID("D1"), Value: v})
			}
			d.Reveal()
			d.Open(tuitest.Anna, 200, 57, kit.Route{Screen: kit.Moderation})
			for _, want := range []string{s.ValueWords(low), s.ValueWords(high)} {
				if !strings.Contains(d.View(), want) {
					t.Errorf("%q is not on the page:\n%s", want, d.View())
				}
			}
			d.Keys(s.Keys()[len(values)-1])
			p, ok := d.Last().(kit.Prompt)
			if !ok || !strings.Contains(p.Title, fmt.Sprintf("“%s”", s.ValueWords(high))) || !strings.Contains(p.Text, s.Sentence(high)) {
				t.Errorf("the key of the highest value asks %+v", d.Last())
			}
		})
	}
}
