package requirement

import (
	"strings"
	"testing"
)

func TestAPolicyHasTheNameOfItsChoices(t *testing.T) {
	t.Parallel()
	for _, p := range Presets() {
		if got := p.Named(); got != p {
			t.Errorf("%s becomes %s", p.Name, got.Name)
		}
		changed := p
		changed.MilitaryMonths, changed.LanguageConversion = 12, true
		if got := changed.Named(); got != changed {
			t.Errorf("%s with service and languages set becomes %s", p.Name, got.Name)
		}
		changed.Volunteering = CountNone
		if got := changed.Named().Name; got != OwnPolicy {
			t.Errorf("%s without voluntary work is still %q", p.Name, got)
		}
		changed.Volunteering = p.Volunteering
		if got := changed.Named().Name; got != p.Name {
			t.Errorf("put back, %s is %q", p.Name, got)
		}
	}
	if got := (Policy{}).Named().Name; got != Presets()[0].Name {
		t.Errorf("the policy that is there from the start is %q", got)
	}
}

func TestEveryChoiceNamesItsSource(t *testing.T) {
	t.Parallel()
	for _, s := range PolicySources() {
		if s.Choice == "" || s.Label == "" || !strings.HasSuffix(s.Says, ".") || !strings.Contains(s.Says, "http") && !strings.Contains(s.Says, "NATO International Staff") {
			t.Errorf("%+v", s)
		}
	}
}
