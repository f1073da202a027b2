package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shortlist/model/vocab"
)

// This file works out from the row of a scale what its values are, which keys give them, what they count, and what
// passes.

// Scale is what a rating may be: one sentence a point and, if the points are numbers, the pass mark (the lowest point
// that counts as met).
type Scale struct {
	Kind   ScaleKind `json:"kind"`
	Points []string  `json:"points"`
	Pass   int       `json:"pass,omitempty"`
}

// Numbered returns true if the values are points with numbers and there is a pass mark.
func (s Scale) Numbered() bool { return s.Kind.Numbered() }

// Bounds are the numbers of the lowest and the highest point; 0 and 1 if the values have names.
func (s Scale) Bounds() (least, most int) {
	y := s.yardstick()
	return y.least, y.most
}

// Number is the number of a point; ok is false for a value that is no point of the scale.
func (s Scale) Number(v Value) (n int, ok bool) {
	y := s.yardstick()
	return y.number(v)
}

// Allows returns true if a value belongs to the scale.
func (s Scale) Allows(v Value) bool {
	y := s.yardstick()
	return y.allows(v)
}

// Share is what a value counts, and the most it could: the steps above the lowest point, of those from the lowest to the
// highest, so that the lowest point of every scale counts nothing and the highest counts all. Met is 1 of 1, not met and
// unclear are 0 of 1. ok is false for a value that is no judgement: cannot assess, not rated.
func (s Scale) Share(v Value) (got, of int, ok bool) {
	y := s.yardstick()
	return y.share(v)
}

// Passes tells if a value counts as met; settled is false for unclear and cannot assess, which a person must settle
// first.
func (s Scale) Passes(v Value) (passes, settled bool) {
	y := s.yardstick()
	return y.passes(v)
}

// Count is the number of points.
func (s Scale) Count() int {
	if row := s.Kind.row(); row.named != nil {
		return len(row.named)
	}
	least, most := s.Bounds()
	return most - least + 1
}

// Values are the points of the scale in the order of their sentences.
func (s Scale) Values() []Value {
	var out []Value
	row := s.Kind.row()
	for _, x := range row.named {
		out = append(out, x.value)
	}
	if row.named == nil {
		least, most := s.Bounds()
		for n := least; n <= most; n++ {
			out = append(out, Value(strconv.Itoa(n)))
		}
	}
	return out
}

// Keys are the keys that give the values, one a value. A point is its own key, and 0 is the key of 10.
func (s Scale) Keys() []string {
	var out []string
	row := s.Kind.row()
	for _, x := range row.named {
		out = append(out, x.key)
	}
	if row.named == nil {
		for _, v := range s.Values() {
			out = append(out, vocab.Wire(v[len(v)-1:]))
		}
	}
	return out
}

// ByKey is the value that a key gives; ok is false for any other key.
func (s Scale) ByKey(key string) (v Value, ok bool) {
	if at := slices.Index(s.Keys(), key); at >= 0 {
		return s.Values()[at], true
	}
	return NotRated, false
}

// KeyWords names the keys: "y, n or u", "0 to 4", "1 to 9, and 0 for 10".
func (s Scale) KeyWords() string {
	keys := s.Keys()
	last := len(keys) - 1
	switch {
	case !s.Numbered():
		return fmt.Sprintf("%s or %s", strings.Join(keys[:last], ", "), keys[last])
	case len(keys) == MostPoints && keys[last] == "0":
		return "1 to 9, and 0 for 10"
	}
	return fmt.Sprintf("%s to %s", keys[0], keys[last])
}

// passesAt is Passes for what Share gives.
func (s Scale) passesAt(got int) bool {
	if !s.Numbered() {
		return got > 0
	}
	least, _ := s.Bounds()
	return got+least >= s.Pass
}

// Sentence is the sentence of a point.
func (s Scale) Sentence(v Value) string {
	if v == CannotAssess {
		return "I cannot judge this for this candidate; it counts neither for nor against."
	}
	for i, x := range s.Values() {
		if x == v && i < len(s.Points) {
			return s.Points[i]
		}
	}
	return ""
}

// Words is the scale as people name it; an own scale with the number of its points.
func (s Scale) Words() string {
	if s.Kind == OwnScale {
		return fmt.Sprintf("own scale of %s", Count(len(s.Points), "point", "points"))
	}
	return s.Kind.Words()
}

// WithPass is Words with the pass mark, if there is one.
func (s Scale) WithPass() string {
	if !s.Numbered() {
		return s.Words()
	}
	return fmt.Sprintf("%s, pass mark %d", s.Words(), s.Pass)
}

// ValueWords is a value in words: "3 of 4", "met". A value that is none of the scale is its own words.
func (s Scale) ValueWords(v Value) string {
	n, ok := s.Number(v)
	if !ok {
		return v.Words()
	}
	_, most := s.Bounds()
	return fmt.Sprintf("%d of %d", n, most)
}

func (s Scale) check() error {
	if s.Kind.row().kind != s.Kind {
		return refuse(Invalid, "", "There is no scale %q: choose one of those offered, or an own one.", s.Kind.Words())
	}
	if s.Kind == OwnScale && (len(s.Points) < LeastPoints || len(s.Points) > MostPoints) {
		return refuse(Invalid, "", "An own scale has %d to %d points.", LeastPoints, MostPoints)
	}
	if len(s.Points) != len(s.Values()) {
		return refuse(Invalid, "", "A scale needs one sentence for each of its %d points.", len(s.Values()))
	}
	for _, p := range s.Points {
		if strings.TrimSpace(p) == "" {
			return refuse(Invalid, "", "Each point of a scale needs a sentence, so that all members mean the same by it.")
		}
	}
	if least, most := s.Bounds(); s.Numbered() && (s.Pass <= least || s.Pass > most) {
		if least+1 == most {
			return refuse(Invalid, "", "The pass mark of a scale of two points is the higher one, %d.", most)
		}
		return refuse(Invalid, "", "The pass mark of this scale is a point from %d to %d.", least+1, most)
	}
	return nil
}
