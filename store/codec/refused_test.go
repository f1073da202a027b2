package codec

import (
	"strings"
	"testing"

	"shortlist/model"
)

// This file holds what is refused in both directions, and how a payload of an older program is brought up.

func TestWhatCannotBePassedOnIsNotWritten(t *testing.T) {
	t.Parallel()
	id := model.EventID{Chain: "laptop", Seq: 1}
	for _, x := range []struct {
		name string
		e    model.Event
		want string
	}{
		{"no payload", model.Event{ID: id}, "no payload"},
		{"broken bytes of a newer program", model.Event{ID: id, Payload: model.Unknown{Name: "newer", Raw: []byte{0x9f}}}, `payload "newer"`},
	} {
		if b, err := Encode(x.e); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %x, %v", x.name, b, err)
		}
	}
	if b, err := Marshal(make(chan int)); err == nil {
		t.Errorf("a value that is no data is written as %x", b)
	}
	var v []int
	if err := Unmarshal([]byte{0xff}, &v); err == nil || !strings.Contains(err.Error(), "[]int") {
		t.Errorf("a damaged value is read: %v, %v", v, err)
	}
}

func TestAnOlderPayloadGoesThroughEveryUpcastThatFits(t *testing.T) {
	t.Parallel()
	list := []upcast{
		{"first", func(raw []byte) (string, []byte, bool) { return "second", append(raw, 2), true }},
		{"other", func(raw []byte) (string, []byte, bool) { return "wrong", nil, true }},
		{"second", func(raw []byte) (string, []byte, bool) { return "never", nil, false }},
		{"second", func(raw []byte) (string, []byte, bool) { return "third", append(raw, 3), true }},
	}
	name, raw := bringUp(list, "first", []byte{1})
	if name != "third" || string(raw) != "\x01\x02\x03" {
		t.Errorf("%s %x", name, raw)
	}
}
