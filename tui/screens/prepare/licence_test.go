package prepare

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestTheFormAsksForALicence(t *testing.T) {
	t.Parallel()
	want := requirement.Requirement{Kind: requirement.KindLicence, Credential: &requirement.CredentialAsked{Names: []string{"driving licence"}, Categories: []string{"B"}}}
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Criterion, Class: model.Essential}, 100, 30)
	p.Fill("hold a driving licence category B")
	for _, says := range []string{"licence or registration", "Licence", "driving licence", "Category", "Or equivalent"} {
		if !strings.Contains(p.View(), says) {
			t.Errorf("%q is not in the form:\n%s", says, p.View())
		}
	}
	p.Keys("ctrl+s")
	tuitest.Same(t, want, p.Board.Criteria[len(p.Board.Class(model.Essential))-1].Requirement)

	p = newPrep(t, tuitest.PilotVacancy())
	p.Must(tuitest.Anna, model.EditCriterion{Criterion: 1, Text: "drive", Requirement: want})
	p.Shows(kit.Route{Screen: kit.Criterion, Criterion: 1}, 100, 30).Fill("", "driving licence; registered nurse", "BE", "→").Keys("ctrl+s")
	got := p.Board.Criterion(1).Requirement
	tuitest.Same(t, requirement.CredentialAsked{Names: []string{"driving licence", "registered nurse"}, Categories: []string{"BE"}, EquivalentAccepted: true}, *got.Credential)
}
