package rate

// This file tries the keys that go from term to term.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestTermsAreGoneThroughByKey(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal().Open(tuitest.Anna, 120, 40, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 4})
	a := d.Screen.(*assessment)
	if raw := d.Screen.View(); !strings.Contains(raw, d.Env.Theme.Strong.Underline(true).Render("stock")) {
		t.Errorf("the term is not marked:\n%q", raw)
	}
	seen := ""
	for range 9 {
		d.Keys(">")
		if strings.HasPrefix(d.Note(), "No word of E4 below") {
			break
		}
		if line := a.file.Lines[a.file.At].Text; len(a.terms.In(line)) == 0 || !a.inFile {
			t.Errorf("the cursor is on %q", line)
		}
		seen += d.Note()
	}
	for _, want := range []string{"In this line: counted, stock", "goods, rail"} {
		if !strings.Contains(seen, want) {
			t.Errorf("%q is missing in %q", want, seen)
		}
	}
	at := a.file.At
	d.Keys("<")
	if a.file.At >= at {
		t.Errorf("< does not go back")
	}
	d.Keys("<", "<", "<", "<", "<", "<")
	if !strings.HasPrefix(d.Note(), "No word of E4 above in this file.") {
		t.Errorf("at the top: %q", d.Note())
	}
}

// The same passage quoted for two criteria is said at once, beside the evidence, and before handing in.
func TestEvidenceForTwoCriteriaIsFlagged(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal()
	quote := func(label, text string) {
		d.Must(tuitest.Anna, model.AddEvidence{Candidate: 1, Criterion: d.CriterionID(label), Quote: text, Source: "Why I apply"})
	}
	d.Rate(tuitest.Anna, 1, model.Met, "3")
	for _, label := range []string{"E1", "E3", "D1", "D2"} {
		d.Must(tuitest.Anna, model.SetReason{Candidate: 1, Criterion: d.CriterionID(label), Text: "Shown in the file."})
	}
	quote("E4", "I moved goods by rail for three years.")
	d.Open(tuitest.Anna, 160, 50, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 2})
	d.Keys("s")
	q, ok := d.Last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "Without reason or evidence: E2.") || strings.Contains(q.Text, "same passage") {
		t.Fatalf("asked %+v", d.Last())
	}
	for a := d.Screen.(*assessment); !strings.Contains(a.file.Lines[a.file.At].Text, "by rail"); {
		a.inFile = true
		d.Keys("down")
	}
	d.Keys("e")
	if !strings.Contains(d.Note(), "Quoted for E2, and for E4 as well") {
		t.Errorf("quoting says %q", d.Note())
	}
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if !strings.Contains(d.View(), "Evidence (quoted for E4 as well): I moved goods") {
		t.Errorf("not said beside the evidence:\n%s", d.View())
	}
	d.Keys("s")
	if q, ok = d.Last().(kit.Ask); !ok || strings.Contains(q.Text, "Without") || !strings.Contains(q.Text, "quoted for E2 and E4") {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Answer("Hand in")
	if d.Board.As(tuitest.Anna).Own(1).State != model.Submitted {
		t.Error("it is not handed in")
	}
}
