package part

// This file holds the keys that give a value of a scale. What each key gives is said by the scale; every page on which
// something is rated or settled takes its keys from here.

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
)

// RatingKey is a key, or several keys in one line of the help, with the value that a press gives.
type RatingKey struct {
	Binding kit.Binding
	// Point is set for the keys of points, of which each gives another value.
	Point bool
	Value func(tea.KeyPressMsg) model.Value
}

// RatingKeys are the keys of a scale, and those of the scales that it is not, which do nothing there.
func RatingKeys(s model.Scale) (own, other []RatingKey) {
	always := func(v model.Value) func(tea.KeyPressMsg) model.Value {
		return func(tea.KeyPressMsg) model.Value { return v }
	}
	named := []RatingKey{
		{Binding: kit.RateMet, Value: always(model.Met)},
		{Binding: kit.RateNotMet, Value: always(model.NotMet)},
		{Binding: kit.RateUnclear, Value: always(model.Unclear)},
	}
	points := RatingKey{Binding: kit.RatePoint, Point: true, Value: func(m tea.KeyPressMsg) model.Value {
		v, _ := s.ByKey(m.String())
		return v
	}}
	if !s.Numbered() {
		return named, []RatingKey{points}
	}
	if off := keysOff(s); len(off) > 0 {
		named = append(named, RatingKey{Binding: points.Binding.On(spans(off), off...), Point: true, Value: points.Value})
	}
	points.Binding = points.Binding.On(spans(s.Keys()), s.Keys()...)
	return []RatingKey{points}, named
}

// keysOff are the digits that give no point of a scale.
func keysOff(s model.Scale) []string {
	return slices.DeleteFunc(slices.Clone(kit.RatePoint.Keys()), func(digit string) bool {
		return slices.Contains(s.Keys(), digit)
	})
}

// spans names digits in the help, each run of them by its ends: "0–4", or "1–9, 0" if 0 comes last and gives 10.
func spans(digits []string) string {
	var out []string
	for i := 0; i < len(digits); {
		end := i
		for end+1 < len(digits) && digits[end+1][0] == digits[end][0]+1 {
			end++
		}
		span := digits[i]
		if end > i {
			span += "–" + digits[end]
		}
		out = append(out, span)
		i = end + 1
	}
	return strings.Join(out, ", ")
}

// OtherScale says which keys a criterion takes, for a key that belongs to another scale.
func OtherScale(s model.Scale, label string) string {
	if s.Numbered() {
		return fmt.Sprintf("%s is graded: %s.", label, s.KeyWords())
	}
	return fmt.Sprintf("%s is rated %s: %s.", label, s.Words(), s.KeyWords())
}

// KeyOf names the key of a value where the scale is explained: the key, and the value if it is written otherwise.
func KeyOf(s model.Scale, v model.Value) string {
	for i, x := range s.Values() {
		switch key := s.Keys()[i]; {
		case x != v:
		case s.Numbered() && key != vocab.Wire(v):
			return fmt.Sprintf("%s (%s)", key, v.Words())
		default:
			return key
		}
	}
	return ""
}
