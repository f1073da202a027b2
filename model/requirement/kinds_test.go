package requirement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEveryKindIsWhole walks the LIST of kinds.
func TestEveryKindIsWhole(t *testing.T) {
	t.Parallel()
	seen, places, sealed := map[Kind]bool{}, map[int]Kind{}, map[int]Kind{}
	for _, k := range kinds {
		if k.kind == "" || k.read == nil {
			t.Errorf("%q has no name, or does not read", k.kind)
		}
		for _, p := range k.sealed {
			if other, taken := sealed[p.place]; taken || p.place < 1 {
				t.Errorf("%s and %s stand at place %d of the sealed line", k.kind, other, p.place)
			}
			sealed[p.place] = k.kind
		}
		if k.readsOnly {
			continue
		}
		if seen[k.kind] {
			t.Errorf("%s has two rows", k.kind)
		}
		seen[k.kind] = true
		if other, taken := places[k.place]; taken || k.place < 1 || k.words == "" {
			t.Errorf("%s has no words, or the place of %s", k.kind, other)
		}
		places[k.place] = k.kind
		if (k.check == nil) == (k.judged == "") {
			t.Errorf("%s has neither a check nor the reason for none, or both", k.kind)
		}
		if (k.fields == nil) != (k.answered == nil) {
			t.Errorf("%s asks for fields and does not take the answers, or takes what it does not ask", k.kind)
		}
		if k.check != nil && (!k.factual || k.matters == nil || k.sentence == nil) {
			t.Errorf("%s compares facts, and is not factual, or does not say what it asks or looks at", k.kind)
		}
		r := Requirement{Kind: k.kind}
		if k.matters != nil && len(r.Matters()) == 0 {
			t.Errorf("%s looks at facts that are in no list", k.kind)
		}
		if f := Check(r, Facts{}, Context{}); f.Verdict != emptyVerdict(k.kind) || f.Why == "" {
			t.Errorf("%s finds %+v in an empty file", k.kind, f)
		}
		if Sentence(r) == "" || k.kind.Settled() == "" {
			t.Errorf("%s has no words", k.kind)
		}
	}
	for _, k := range Kinds() {
		if !seen[k] {
			t.Errorf("%s is listed and has no row", k)
		}
		delete(seen, k)
	}
	if len(seen) > 0 {
		t.Errorf("not among the choices of a form: %v", seen)
	}
}

func TestAnUnknownKindIsForAPersonToJudge(t *testing.T) {
	t.Parallel()
	r := Requirement{Kind: "telepathy", Months: 3}
	if f := Check(r, sealedFacts()[0], Context{}); f.Verdict != NoFinding || f.Why == "" {
		t.Errorf("%+v", f)
	}
	if got := Sentence(r); got != "telepathy" || r.Kind.Factual() || r.Kind.HasFinding() || r.Vague() {
		t.Errorf("%q", got)
	}
}

func TestAFormGivesBackWhatItShows(t *testing.T) {
	t.Parallel()
	for _, r := range []Requirement{
		Parse("A Bachelor's degree in law, preferably, with 4 years of post-related experience"),
		Parse("Master's degree and two years of experience, or Bachelor's degree and four years of it"),
		{Kind: KindDegree, Degree: &Degree{Level: DegreeMaster, Fields: []string{"law", "economics"}, RelevantField: true, FieldsPreferred: true, EquivalentAccepted: true}, Months: 30},
		Parse("have at least 5 years’ relevant experience"),
		{Kind: KindExperience, Months: 7},
		Parse(`V ("Advanced") in one; I ("Beginner") in the other of NATO's official languages`),
		Parse("very good command of English (level C1) and of French (B2)"),
		Parse("hold a valid NATO SECRET security clearance"),
		Parse("be a citizen of a participating State (France and Belgium)"),
		Parse("be a national of a NATO member country"),
		Parse("a sound knowledge of procurement"),
	} {
		answers := map[string]string{}
		for _, f := range r.Kind.Fields(r) {
			answers[f.Name] = f.Value
			if f.Check != nil && f.Check(f.Value) != "" {
				t.Errorf("%s: the form refuses what it shows: %s", r.Canonical(), f.Check(f.Value))
			}
		}
		got := r.Kind.Answered(func(name string) string { return answers[name] }, r)
		if d := cmp.Diff(r.Canonical(), got.Canonical()); d != "" {
			t.Error(d)
		}
	}
}
