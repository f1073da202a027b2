package model

import (
	"strings"

	"shortlist/model/requirement"
)

// This file holds the scales: what a rating may be.

// Value is a rating's value: a point of the scale, or CannotAssess, which fits every scale and is not zero. The empty
// Value is "not rated".
type Value string

// The values of the scale for facts, and "cannot assess". The points of the graded scale are "0" to "4".
const (
	NotRated     Value = ""
	Met          Value = "met"
	NotMet       Value = "not met"
	Unclear      Value = "unclear"
	CannotAssess Value = "cannot assess"
)

// ScaleKind names a scale.
type ScaleKind string

// The scales: facts are met, not met or unclear; judgements are graded 0–4.
const (
	Facts  ScaleKind = "facts"
	Graded ScaleKind = "graded"
)

// Words is the scale as people name it.
func (k ScaleKind) Words() string {
	if k == Graded {
		return "graded 0–4"
	}
	return "met / not met / unclear"
}

// Scale is what a rating may be: one sentence a point, and for the graded scale the pass mark (the lowest point that
// counts as met).
type Scale struct {
	Kind   ScaleKind `json:"kind"`
	Points []string  `json:"points"`
	Pass   int       `json:"pass,omitempty"`
}

// Values are the points of the scale in the order of their sentences.
func (s Scale) Values() []Value {
	if s.Kind == Graded {
		return []Value{"0", "1", "2", "3", "4"}
	}
	return []Value{Met, NotMet, Unclear}
}

// Allows tells whether a value belongs to the scale.
func (s Scale) Allows(v Value) bool {
	switch v {
	case CannotAssess:
		return true
	case Met, NotMet, Unclear:
		return s.Kind != Graded
	}
	return s.Kind == Graded && len(v) == 1 && v[0] >= '0' && v[0] <= '4'
}

// Points is the value as a number and the most it could be: 0–4 of 4, met 1 of 1, not met and unclear 0 of 1. ok is
// false for a value that is no number: cannot assess, not rated.
func (s Scale) Share(v Value) (got, of int, ok bool) {
	if s.Kind == Graded {
		if len(v) == 1 && v[0] >= '0' && v[0] <= '4' {
			return int(v[0] - '0'), 4, true
		}
		return 0, 4, false
	}
	switch v {
	case Met:
		return 1, 1, true
	case NotMet, Unclear:
		return 0, 1, true
	}
	return 0, 1, false
}

// Passes tells whether a value counts as met; settled is false for unclear and cannot assess, which a person must
// settle first.
func (s Scale) Passes(v Value) (passes, settled bool) {
	if s.Kind == Graded {
		got, _, ok := s.Share(v)
		return got >= s.Pass, ok
	}
	return v == Met, v == Met || v == NotMet
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

func (s Scale) check() error {
	if s.Kind != Facts && s.Kind != Graded {
		return refuse(Invalid, "", "A scale is \"met / not met / unclear\" or \"graded 0–4\".")
	}
	if len(s.Points) != len(s.Values()) {
		return refuse(Invalid, "", "A scale needs one sentence for each of its %d points.", len(s.Values()))
	}
	for _, p := range s.Points {
		if strings.TrimSpace(p) == "" {
			return refuse(Invalid, "", "Each point of a scale needs a sentence, so that all members mean the same by it.")
		}
	}
	if s.Kind == Graded && (s.Pass < 1 || s.Pass > 4) {
		return refuse(Invalid, "", "The pass mark of the graded scale is 1, 2, 3 or 4.")
	}
	return nil
}

// DefaultScale is the scale that suits a kind: facts for what a file can show, graded for what a person judges.
func DefaultScale(k requirement.Kind) Scale {
	if k.Factual() {
		return FactsScale()
	}
	return GradedScale()
}

// FactsScale is the scale for facts.
func FactsScale() Scale {
	return Scale{Kind: Facts, Points: []string{
		"The file shows that this is met.",
		"The file shows that this is not met, or does not show it at all.",
		"The file speaks of it but does not settle it: the panel has to.",
	}}
}

// GradedScale is the scale for judgements, with the pass mark at 2.
func GradedScale() Scale {
	return Scale{Kind: Graded, Pass: 2, Points: []string{
		"Nothing in the file shows it.",
		"Claimed, without an example.",
		"Shown by one sound example.",
		"Shown by several examples, or one of weight.",
		"Shown in depth, beyond what the post needs.",
	}}
}
