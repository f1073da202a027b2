package model_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// This file says of every payload what it is: whose it is, who reads it, what it changes. The list of payloads is walked, so
// a new one fails here until somebody has thought about all of it.

// payloadTraits lists what each payload is, by its wire name:
//
//	own       the author's own work, in a chain of its own
//	own back  own if it speaks of its author, else everybody's (an assessment returned)
//	judges    judges a candidate on a criterion
//	rules     changes what is sealed
//	texts N   points at N texts about a candidate
//	hidden    before the reveal nobody but its author reads it
//	run       before the reveal chair and secretary read it, and whoever it speaks of
//	beside    something is kept outside the log with it
//	counted   a person is told of it when it comes in
var payloadTraits = map[string]string{
	"vacancy.created":          "",
	"vacancy.edited":           "rules",
	"criterion.added":          "rules",
	"criterion.edited":         "rules",
	"criterion.reclassified":   "rules",
	"criterion.moved":          "rules",
	"criterion.removed":        "rules",
	"criterion.weighted":       "rules",
	"criterion.scaled":         "rules",
	"criterion.checked":        "",
	"criteria.replaced":        "rules",
	"rules.edited":             "rules",
	"rules.sealed":             "",
	"rules.reopened":           "",
	"member.added":             "",
	"member.changed":           "counted",
	"member.removed":           "",
	"member.pin":               "beside",
	"candidates.added":         "beside",
	"candidates.revised":       "beside",
	"conflict.declared":        "own, texts 1, run, counted",
	"rating.set":               "own, judges, texts 3, hidden, counted",
	"jobs.ticked":              "own, judges, hidden",
	"qualification.recognised": "own, judges, hidden",
	"assessment.submitted":     "own, run, counted",
	"assessment.returned":      "own back, texts 1, run",
	"ratings.revealed":         "counted",
	"rating.agreed":            "judges, texts 1",
	"decision.made":            "texts 1",
	"of a newer program":       "hidden",
}

func TestEveryPayloadSaysWhatItIs(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	seen := map[string]bool{}
	for _, zero := range append(model.Payloads(), model.Unknown{}) {
		v := reflect.New(reflect.TypeOf(zero)).Elem()
		speakOf(v, modeltest.Ann)
		p := v.Interface().(model.Payload)
		name := p.Wire()
		if _, unknown := p.(model.Unknown); unknown {
			name = "of a newer program"
		}
		seen[name] = true
		want, listed := payloadTraits[name]
		if got := traitsOf(b, p); !listed || got != want {
			t.Errorf("%s is %q, and listed as %q (%v)", name, got, want, listed)
		}
	}
	for name := range payloadTraits {
		if !seen[name] {
			t.Errorf("%s is listed and no payload", name)
		}
	}
}

// speakOf makes a payload that speaks of a member and of candidate 1, with all of its texts there.
func speakOf(v reflect.Value, m model.MemberID) {
	for i := range v.NumField() {
		f := v.Field(i)
		switch f.Addr().Interface().(type) {
		case *model.MemberID:
			f.SetString(string(m))
		case *model.CandidateID:
			f.SetUint(1)
		case *model.TextRef:
			f.Set(reflect.ValueOf(model.TextRef{ID: "text"}))
		case *[]model.TextRef:
			f.Set(reflect.ValueOf([]model.TextRef{{ID: "one"}, {ID: "two"}}))
		}
	}
}

// traitsOf asks a payload all that it has to answer, and the history whether it keeps to the answer.
func traitsOf(b *model.Board, p model.Payload) string {
	var out []string
	add := func(yes bool, what string) {
		if yes {
			out = append(out, what)
		}
	}
	others, back := p.Own(modeltest.Bob), p.Own(modeltest.Ann)
	add(others && back, "own")
	add(!others && back, "own back")
	add(others && !back, "own if it speaks of somebody else")
	c, judges := p.Judges()
	add(judges && c == 1, "judges")
	add(judges != (c == 1), "judges somebody else")
	add(p.ChangesRules(), "rules")
	if n := len(p.Texts()); n > 0 {
		out = append(out, fmt.Sprintf("texts %d", n))
	}
	reads := func(viewer model.MemberID) bool {
		return !b.As(viewer).Narrate(model.Event{Author: modeltest.Bob, Payload: p}).Hidden
	}
	all := reads(modeltest.Chair) && reads(modeltest.Secretary) && reads(modeltest.Ann) && reads(modeltest.Observer)
	none := !reads(modeltest.Chair) && !reads(modeltest.Secretary) && !reads(modeltest.Ann) && !reads(modeltest.Observer)
	run := reads(modeltest.Chair) && reads(modeltest.Secretary) && !reads(modeltest.Observer)
	add(none, "hidden")
	add(run, "run")
	add(!all && !none && !run, "read by some")
	_, beside := p.(model.KeptBeside)
	add(beside, "beside")
	_, counted := p.(model.Counted)
	add(counted, "counted")
	return strings.Join(out, ", ")
}

// An event of the author's own work that others read before the reveal must at least not say what was judged.
func TestWhatIsOwnIsNeverReadByAllBeforeTheReveal(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	for _, zero := range model.Payloads() {
		v := reflect.New(reflect.TypeOf(zero)).Elem()
		speakOf(v, modeltest.Bob)
		p := v.Interface().(model.Payload)
		e := model.Event{Author: modeltest.Bob, Payload: p}
		if model.Own(e) && !b.As(modeltest.Observer).Narrate(e).Hidden {
			t.Errorf("%s is Bob's own work, and an observer reads it before the reveal: %s", p.Wire(), b.As(modeltest.Observer).Narrate(e).What)
		}
	}
}
