package modeltest

import (
	"math"
	"reflect"
	"time"

	"pgregory.net/rapid"

	"shortlist/model"
)

// This file draws payloads and events without sense, as a foreign or damaged file may bring them.

// DrawPayload draws one of the payloads the program knows, with any content.
func DrawPayload(t *rapid.T) model.Payload {
	zero := rapid.SampledFrom(model.Payloads()).Draw(t, "payload")
	return FillPayload(t, zero)
}

// FillPayload draws the content of a payload.
func FillPayload(t *rapid.T, zero model.Payload) model.Payload {
	v := reflect.New(reflect.TypeOf(zero)).Elem()
	fill(t, v)
	return v.Interface().(model.Payload)
}

// DrawEvents draws up to n events with ids of their own, any content and any order.
func DrawEvents(t *rapid.T, n int) []model.Event {
	count := rapid.IntRange(0, n).Draw(t, "events")
	out := make([]model.Event, count)
	for i := range out {
		out[i] = model.Event{
			ID:      model.EventID{Chain: model.ChainID(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "device")), Seq: uint64(i + 1)},
			Lamport: rapid.Uint64Range(1, 2*uint64(n)).Draw(t, "lamport"),
			At:      Day.Add(time.Duration(i) * time.Second),
			Author:  model.MemberID(rapid.SampledFrom([]string{"", "M1", "M2", "M3", "M99"}).Draw(t, "author")),
			Payload: DrawPayload(t),
		}
	}
	return out
}

var texts = []string{
	"", "M1", "M2", "M99", "essential", "desirable", "met", "not met", "unclear", "cannot assess", "0", "2", "4", "9",
	"facts", "graded", "chair", "member", "secretary", "observer", "none", "recused", "shortlisted", "reserve", "withdrawn",
	"\x1b[31m", "two\nlines", "knowledge", "degree", "experience", "all", "\xff",
}

func fill(t *rapid.T, v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(Day))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(rapid.SampledFrom(texts).Draw(t, "string"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Int, reflect.Int64:
		n := int64(rapid.IntRange(-1, 6).Draw(t, "int"))
		if rapid.IntRange(0, 30).Draw(t, "huge") == 0 {
			n = rapid.SampledFrom([]int64{math.MaxInt64, math.MinInt64, math.MaxInt32 + 1}).Draw(t, "int")
		}
		v.SetInt(n)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n := uint64(rapid.IntRange(0, 7).Draw(t, "uint"))
		if rapid.IntRange(0, 30).Draw(t, "huge") == 0 {
			n = math.MaxUint64 >> (64 - v.Type().Bits())
		}
		v.SetUint(n)
	case reflect.Slice:
		n := rapid.IntRange(0, 3).Draw(t, "len")
		s := reflect.MakeSlice(v.Type(), n, n)
		for i := range n {
			fill(t, s.Index(i))
		}
		v.Set(s)
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "pointer") {
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i))
		}
	default:
		t.Fatalf("a payload holds a %s, which this generator cannot draw", v.Type())
	}
}
