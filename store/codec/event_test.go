package codec

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"shortlist/model"
)

// This file checks that nothing of an event is lost on the way to disk and back.

// fill sets every field of a value that can be set, so that a lost field shows.
func fill(t *rapid.T, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(rapid.Int64Range(1, 1<<33).Draw(t, "time"), 0).UTC()))
			return
		}
		for i := range v.NumField() {
			if !v.Field(i).CanSet() {
				t.Fatalf("%s has a field that cannot be stored: %s", v.Type(), v.Type().Field(i).Name)
			}
			fill(t, v.Field(i), depth)
		}
	case reflect.String:
		v.SetString(rapid.StringN(1, 12, -1).Draw(t, "string"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64Range(1, 1<<40).Draw(t, "int"))
	case reflect.Uint32:
		v.SetUint(rapid.Uint64Range(1, 1<<32-1).Draw(t, "uint32"))
	case reflect.Uint8:
		v.SetUint(rapid.Uint64Range(1, 255).Draw(t, "byte"))
	case reflect.Uint64:
		v.SetUint(rapid.Uint64Min(1).Draw(t, "uint64"))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(rapid.Float64Range(1, 100).Draw(t, "float"))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), depth+1)
	case reflect.Slice:
		n := rapid.IntRange(1, 3).Draw(t, "length")
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(t, v.Index(i), depth+1)
		}
	default:
		t.Fatalf("a payload holds a %s: teach fill about it", v.Kind())
	}
}

func TestEveryPayloadComesBackWhole(t *testing.T) {
	t.Parallel()
	for _, p := range model.Payloads() {
		t.Run(p.Wire(), func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				v := reflect.New(reflect.TypeOf(p)).Elem()
				fill(t, v, 0)
				e := event(v.Interface().(model.Payload))
				b, err := Encode(e)
				if err != nil {
					t.Fatal(err)
				}
				got, err := Decode(b)
				if diff := cmp.Diff(e, got, cmpopts.EquateEmpty()); err != nil || diff != "" {
					t.Fatalf("%v (-written +read):\n%s", err, diff)
				}
				if again, err := Encode(got); err != nil || !bytes.Equal(b, again) {
					t.Fatalf("written again it has other bytes (%v)", err)
				}
			})
		})
	}
}

func TestEveryEmptyPayloadComesBack(t *testing.T) {
	t.Parallel()
	for _, p := range model.Payloads() {
		b, err := Encode(event(p))
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(b)
		if diff := cmp.Diff(event(p), got, cmpopts.EquateEmpty()); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", p.Wire(), err, diff)
		}
	}
}

func event(p model.Payload) model.Event {
	return model.Event{
		ID: model.EventID{Chain: "k7", Seq: 3}, Lamport: 9, At: time.Date(2025, 2, 1, 8, 30, 0, 0, time.UTC), Author: "M2", Payload: p,
	}
}

func TestAnUnknownEventIsKeptByteForByte(t *testing.T) {
	t.Parallel()
	raw, err := Marshal(map[string]any{"b": []int{1, 2}, "a": "x", "longer": map[string]int{"n": 1}})
	if err != nil {
		t.Fatal(err)
	}
	for name, u := range map[string]model.Unknown{
		"a kind of a newer program":            {Name: "rating.blessed", Raw: raw},
		"a known kind with a field it has not": {Name: "rating.set", Raw: raw},
		"bytes in another order than ours":     {Name: "rating.blessed", Raw: []byte{0xa2, 0x61, 'b', 1, 0x61, 'a', 2}},
		"a payload that is no map":             {Name: "member.removed", Raw: []byte{0x18, 0x2a}},
	} {
		b, err := Encode(event(u))
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(b)
		if diff := cmp.Diff(event(u), got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
		if again, err := Encode(got); err != nil || !bytes.Equal(b, again) {
			t.Errorf("%s: written again it has other bytes (%v)", name, err)
		}
	}
}

func TestWhatIsNoEventIsRefused(t *testing.T) {
	t.Parallel()
	good, err := Encode(event(model.MemberRemoved{Member: "M1"}))
	if err != nil {
		t.Fatal(err)
	}
	deep := append(bytes.Repeat([]byte{0x81}, 1000), 0)
	for name, b := range map[string][]byte{
		"nothing":               nil,
		"half an event":         good[:len(good)/2],
		"an event and more":     append(bytes.Clone(good), 0),
		"another version":       append([]byte{good[0], 2}, good[2:]...),
		"lists in lists":        deep,
		"a list without an end": {0x9f, 1, 2, 0xff},
		"a list too long":       {0x9a, 0xff, 0xff, 0xff, 0xff},
	} {
		if e, err := Decode(b); err == nil {
			t.Errorf("%s was read as %+v", name, e)
		}
	}
	if _, err := Encode(event(nil)); err == nil {
		t.Error("an event without a payload was written")
	}
	if _, err := Encode(event(model.Unknown{Name: "x", Raw: []byte{0xff}})); err == nil {
		t.Error("an unknown event with broken bytes was written")
	}
}

func TestAnOldShapeIsBroughtUp(t *testing.T) {
	t.Parallel()
	list := []upcast{
		{"member.gone", func(raw []byte) (string, []byte, bool) { return "member.left", raw, true }},
		{"member.left", func(raw []byte) (string, []byte, bool) { return "member.removed", raw, true }},
		{"member.removed", func([]byte) (string, []byte, bool) { return "", nil, false }},
	}
	name, raw := bringUp(list, "member.gone", []byte{0xa0})
	if name != "member.removed" || string(raw) != "\xa0" {
		t.Errorf("got %s %x", name, raw)
	}
}

func TestABrokenLetterStaysReadable(t *testing.T) {
	t.Parallel()
	p := model.Person{Reference: "A\xff", Name: strings.Repeat("é", 3)}
	b, err := Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var got model.Person
	if err := Unmarshal(b, &got); err != nil || !cmp.Equal(p, got) {
		t.Errorf("%v: %q", err, got.Reference)
	}
}

func FuzzDecode(f *testing.F) {
	for _, p := range model.Payloads() {
		b, err := Encode(event(p))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := Decode(b)
		if err != nil {
			return
		}
		once, err := Encode(e)
		if err != nil {
			t.Fatalf("an event that was read cannot be written: %v", err)
		}
		again, err := Decode(once)
		if err != nil || !cmp.Equal(e, again, cmpopts.EquateEmpty()) {
			t.Fatalf("read twice it differs: %v\n%s", err, cmp.Diff(e, again))
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	raw, err := Encode(event(model.RatingSet{Candidate: 7, Criterion: 2, Value: model.Met, Reason: model.TextRef{ID: "k7.3.0", Hash: make([]byte, 32)}}))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Decode(raw); err != nil {
			b.Fatal(err)
		}
	}
}
