package requirement

import (
	"strings"
	"testing"
)

func TestPresets(t *testing.T) {
	t.Parallel()
	var names []string
	seen := map[string]bool{}
	for _, p := range Presets() {
		names = append(names, p.Name)
		if problems := p.Problems(); len(problems) > 0 {
			t.Errorf("%s: %q", p.Name, problems)
		}
		words := strings.Join(p.Sentences(), "\n")
		if seen[words] || seen[p.Canonical()] {
			t.Errorf("%s reads like another preset:\n%s", p.Name, words)
		}
		seen[words], seen[p.Canonical()] = true, true
		for _, s := range p.Sentences() {
			if !strings.HasSuffix(s, ".") {
				t.Errorf("%s: not a sentence: %s", p.Name, s)
			}
		}
	}
	if got := strings.Join(names, ", "); got != "all relevant experience, EU style, UN style" {
		t.Errorf("presets are %s", got)
	}
}

func TestCanonicalPolicy(t *testing.T) {
	t.Parallel()
	p := Presets()[0]
	q := p
	q.Internships = ""
	if p.Canonical() != q.Canonical() {
		t.Error("an empty choice is not the choice it stands for")
	}
	q.Name = "a\nmilitary months = 9"
	if strings.Count(q.Canonical(), "\n") != strings.Count(p.Canonical(), "\n") {
		t.Error("a name can add a line")
	}
	for _, change := range []func(*Policy){
		func(p *Policy) { p.Name = "x" },
		func(p *Policy) { p.AfterDegreeOnly = true },
		func(p *Policy) { p.Employment = CountPaid },
		func(p *Policy) { p.Internships = CountNone },
		func(p *Policy) { p.Volunteering = CountPaid },
		func(p *Policy) { p.Military = CountStatutory },
		func(p *Policy) { p.MilitaryMonths = 12 },
		func(p *Policy) { p.Doctorate = CountCompleted },
		func(p *Policy) { p.ProfessionalLevel = true },
		func(p *Policy) { p.LanguageConversion = true },
	} {
		q := p
		change(&q)
		if q.Canonical() == p.Canonical() {
			t.Errorf("a change is not in the canonical text:\n%s", q.Canonical())
		}
	}
}

func TestPolicyProblems(t *testing.T) {
	t.Parallel()
	for _, p := range []Policy{
		{Employment: CountStatutory},
		{Internships: CountCompleted},
		{Volunteering: "half"},
		{Military: CountPaid},
		{Doctorate: CountPaid},
		{MilitaryMonths: -1},
		{MilitaryMonths: 121},
	} {
		if len(p.Problems()) != 1 {
			t.Errorf("%+v: %q", p, p.Problems())
		}
	}
}
