package codec

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file checks that nothing of a person is lost on the way to disk and back.

func TestEveryFieldOfAPersonComesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var p model.Person
		fill(t, reflect.ValueOf(&p).Elem(), 0)
		for i := range p.Facts.Jobs {
			if paid := rapid.SampledFrom([]string{"yes", "no", "unknown"}).Draw(t, "paid"); paid == "unknown" {
				p.Facts.Jobs[i].Paid = nil
			} else {
				*p.Facts.Jobs[i].Paid = paid == "yes"
			}
			p.Facts.Jobs[i].Text = rapid.StringN(0, 300, -1).Draw(t, "text")
		}
		b, err := MarshalPerson(p)
		if err != nil {
			t.Fatal(err)
		}
		var got model.Person
		if err := UnmarshalPerson(b, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-written +read):\n%s", diff)
		}
		if again, err := MarshalPerson(got); err != nil || !bytes.Equal(b, again) {
			t.Fatalf("written again it has other bytes (%v)", err)
		}
	})
}

// TestThePersonOnDiskKeepsItsForm pins the bytes of one person: a change here makes files unreadable.
func TestThePersonOnDiskKeepsItsForm(t *testing.T) {
	t.Parallel()
	unpaid := false
	b := person(t, model.Person{Reference: "A-1", BirthYear: 1984, Facts: requirement.Facts{
		Nationalities: []string{"BEL"},
		Education:     []requirement.Education{{Level: requirement.DegreeBachelor, Conferred: requirement.Date{Year: 2001, Month: 6}}},
		Jobs:          []requirement.Job{{From: requirement.Date{Year: 2002, Month: 1, Day: 2}, Ongoing: true, Percent: 80, Paid: &unpaid}},
		Languages:     []requirement.LanguageSkill{{Language: "en", Scale: requirement.ScaleNATO, Level: "V"}},
		Clearances:    []requirement.ClearanceRecord{{Level: requirement.ClearanceNS, Status: requirement.ClearanceHeld}},
		Statements:    []requirement.Statement{{Text: "x"}},
		Documents:     []requirement.Document{{Name: "cv.txt", Text: "y"}},
	}})
	want := `{1: "A-1", 4: 1984, 6: ["BEL"], 7: [{1: "bachelor", 5: [2001, 6, 0]}], ` +
		`8: [{1: [2002, 1, 2], 3: true, 6: 80, 8: false}], 9: [{1: "en", 2: "nato", 3: "V"}], 10: [{1: "NS", 4: "held"}], ` +
		`11: [{2: "x"}], 12: [{1: "cv.txt", 2: "y"}]}`
	if got, err := cbor.Diagnose(b); err != nil || got != want {
		t.Errorf("%v\n got %s\nwant %s", err, got, want)
	}
}

func person(t testing.TB, p model.Person) []byte {
	t.Helper()
	b, err := MarshalPerson(p)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func encoded(t testing.TB, v any) []byte {
	t.Helper()
	b, err := Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAFieldOfANewerProgramIsPassedOver(t *testing.T) {
	t.Parallel()
	want := model.Person{Reference: "A-1", Facts: requirement.Facts{Languages: []requirement.LanguageSkill{{Language: "en"}}}}
	b := encoded(t, map[any]any{
		1: "A-1", 99: map[string]any{"new": []any{1, map[int]string{2: "x"}}}, "named": true, -1: "less",
		9: []any{map[any]any{1: "en", 98: "new"}},
	})
	got := model.Person{Name: "somebody else"}
	if err := UnmarshalPerson(b, &got); err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("%v %s", err, cmp.Diff(want, got))
	}
}

func TestWhatIsNoPersonIsRefused(t *testing.T) {
	t.Parallel()
	good := person(t, model.Person{Reference: "A-1", Name: "Ann"})
	for name, bad := range map[string][]byte{
		"nothing": {}, "CBOR's null": {0xf6}, "a list": {0x80}, "a cut text": good[:len(good)-1], "more than a person": append(bytes.Clone(good), 0),
		"a number for the reference": encoded(t, map[int]any{1: 7}), "a text in a date": encoded(t, map[int]any{8: []any{map[int]any{1: []any{"x"}}}}),
		"a field twice": {0xa2, 1, 0x61, 'a', 1, 0x61, 'b'}, "a list without an end": {0xa1, 7, 0x9f},
		"a list longer than what follows": {0xa1, 8, 0x9b, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff}, "lists in lists": append([]byte{0xa1, 0x18, 99}, bytes.Repeat([]byte{0x81}, 1000)...),
	} {
		var got model.Person
		if err := UnmarshalPerson(bad, &got); err == nil {
			t.Errorf("%s is read as %+v", name, got)
		}
	}
}

func TestAPersonWithAnEndlessListIsNeitherWrittenNorRead(t *testing.T) {
	t.Parallel()
	p := model.Person{Reference: "A-1", Facts: requirement.Facts{Jobs: make([]requirement.Job, maxPersonList)}}
	var got model.Person
	if err := UnmarshalPerson(person(t, p), &got); err != nil || len(got.Facts.Jobs) != maxPersonList {
		t.Errorf("the longest list does not come back: %v", err)
	}
	p.Facts.Jobs = append(p.Facts.Jobs, requirement.Job{})
	if _, err := MarshalPerson(p); !errors.Is(err, errLong) {
		t.Errorf("a list that cannot be read is written: %v", err)
	}
	if err := UnmarshalPerson(encoded(t, map[int]any{8: make([]struct{}, maxPersonList+1)}), &got); err == nil {
		t.Error("an endless list is read")
	}
}

func FuzzPerson(f *testing.F) {
	f.Add(person(f, model.Person{Reference: "A-1", BirthYear: 1984}))
	f.Add(encoded(f, map[int]any{7: []any{map[int]any{1: "bachelor"}}, 8: []any{map[int]any{1: []int{2001, 2, 3}, 8: true}}, 9: []any{map[int]any{1: "en"}}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		var p, again model.Person
		if UnmarshalPerson(b, &p) != nil {
			return
		}
		if err := UnmarshalPerson(person(t, p), &again); err != nil || cmp.Diff(p, again, cmpopts.EquateEmpty()) != "" {
			t.Fatalf("%v\n%s", err, cmp.Diff(p, again))
		}
	})
}
