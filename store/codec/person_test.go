package codec

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
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
		b := MarshalPerson(p)
		var got, old model.Person
		if err := UnmarshalPerson(b, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-written +read):\n%s", diff)
		}
		if !bytes.Equal(b, MarshalPerson(got)) {
			t.Fatal("written again it has other bytes")
		}
		names, err := Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := UnmarshalPerson(names, &old); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, old, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("written by an older program (-written +read):\n%s", diff)
		}
	})
}

func TestAFieldOfANewerProgramIsPassedOver(t *testing.T) {
	t.Parallel()
	p := model.Person{Reference: "A-1", Name: "Ann"}
	b := append(MarshalPerson(p), 99, 3, 'n', 'e', 'w')
	var got model.Person
	if err := UnmarshalPerson(b, &got); err != nil || cmp.Diff(p, got) != "" {
		t.Errorf("%v %+v", err, got)
	}
	for name, bad := range map[string][]byte{
		"nothing": {}, "a length without end": {personMark, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 1}, "a cut text": {personMark, 1, 5, 'a'},
		"a number alone": {personMark, 1}, "a cut date in a job": {personMark, 8, 3, 1, 1, 2}, "a year that is none": {personMark, 4, 0},
	} {
		if err := UnmarshalPerson(bad, &got); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

func FuzzPerson(f *testing.F) {
	f.Add(MarshalPerson(model.Person{Reference: "A-1", BirthYear: 1984}))
	f.Add([]byte{personMark, 8, 4, 1, 2, 1, 2})
	f.Fuzz(func(t *testing.T, b []byte) {
		var p, again model.Person
		if UnmarshalPerson(b, &p) != nil || len(b) == 0 || b[0] != personMark {
			return
		}
		if err := UnmarshalPerson(MarshalPerson(p), &again); err != nil || cmp.Diff(p, again) != "" {
			t.Fatalf("%v\n%s", err, cmp.Diff(p, again))
		}
	})
}
