package model

import (
	"slices"

	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file holds the LIST of scales: what a rating may be. A new preset is one row here; what a scale allows, which
// keys rate, how a value counts and what passes is worked out from the row in scale_values.go, and nowhere else.

// Value is a rating's value: a point of the scale, or CannotAssess, which fits every scale and is not zero. The empty
// Value is "not rated".
type Value string

// The values of the scale for facts, and "cannot assess". The points of the other scales are numbers.
const (
	NotRated     Value = ""
	Met          Value = "met"
	NotMet       Value = "not met"
	Unclear      Value = "unclear"
	CannotAssess Value = "cannot assess"
)

// ScaleKind names a scale.
type ScaleKind string

// The scales: facts are met, not met or unclear; the others are points for what a person judges. OwnScale has as many
// points as the panel gives it sentences, from 1 on.
const (
	Facts      ScaleKind = "facts"
	Graded     ScaleKind = "graded"
	Points0to3 ScaleKind = "0-3"
	Points1to4 ScaleKind = "1-4"
	Points1to5 ScaleKind = "1-5"
	Points1to7 ScaleKind = "1-7"
	OwnScale   ScaleKind = "own"
)

// Bounds of an own scale. More than ten points have no keys.
const (
	LeastPoints = 2
	MostPoints  = 10
)

// scaleRow is one scale. A scale has named values or numbered points.
type scaleRow struct {
	kind  ScaleKind
	words string
	says  string // when to choose it
	// named are the values of a scale without numbers.
	named []namedValue
	// least is the number of the lowest point; the others follow. points are the usual sentences, one a point or one a
	// named value; an own scale has none.
	least  int
	points []string
	pass   int // the usual pass mark; 0 for named values
}

// namedValue is a value with a name, the key that gives it, what it counts of 1, and whether it settles anything.
type namedValue struct {
	value   Value
	key     string
	typed   []string // other ways to write it in a sheet
	got     int
	settled bool
}

// scales is the LIST, in the order in which they are offered.
var scales = []scaleRow{
	{
		kind: Facts, words: "met / not met / unclear", says: "For what the file shows or does not show.",
		named: []namedValue{
			{Met, "y", []string{"yes"}, 1, true},
			{NotMet, "n", []string{"no"}, 0, true},
			{Unclear, "u", []string{"?"}, 0, false},
		},
		points: []string{
			"The file shows that this is met.",
			"The file shows that this is not met, or does not show it at all.",
			"The file speaks of it but does not settle it: the panel has to.",
		},
	},
	{
		kind: Graded, words: "graded 0–4", says: "For what a person judges by degrees.", least: 0, pass: 2,
		points: []string{
			"Nothing in the file shows it.",
			"Claimed, without an example.",
			"Shown by one sound example.",
			"Shown by several examples, or one of weight.",
			"Shown in depth, beyond what the post needs.",
		},
	},
	{
		kind: Points0to3, words: "graded 0–3", says: "Four points, without a middle.", least: 0, pass: 2,
		points: []string{
			"Nothing in the file shows it.",
			"Claimed, without an example.",
			"Shown by one sound example.",
			"Shown by several examples, or one of weight.",
		},
	},
	{
		kind: Points1to4, words: "graded 1–4", says: "Four points, without a middle; the lowest is 1.", least: 1, pass: 3,
		points: []string{
			"Nothing in the file shows it.",
			"Claimed, without an example.",
			"Shown by one sound example.",
			"Shown by several examples, or one of weight.",
		},
	},
	{
		kind: Points1to5, words: "graded 1–5", says: "Five points; the lowest is 1.", least: 1, pass: 3,
		points: []string{
			"Nothing in the file shows it.",
			"Claimed, without an example.",
			"Shown by one sound example.",
			"Shown by several examples, or one of weight.",
			"Shown in depth, beyond what the post needs.",
		},
	},
	{
		kind: Points1to7, words: "graded 1–7", says: "Seven points, for many candidates who are close to each other.", least: 1, pass: 5,
		points: []string{
			"Nothing in the file shows it.",
			"Hinted at, nothing more.",
			"Claimed, without an example.",
			"Shown by an example that is only partly to the point.",
			"Shown by one sound example.",
			"Shown by several examples, or one of weight.",
			"Shown in depth, beyond what the post needs.",
		},
	},
	{kind: OwnScale, words: "own scale", says: "From 2 to 10 points with your own sentences; the lowest is 1.", least: 1, pass: 2},
}

// row returns the row of a kind. A scale of a newer program is treated as the one for facts.
func (k ScaleKind) row() *scaleRow {
	for i := range scales {
		if scales[i].kind == k {
			return &scales[i]
		}
	}
	return &scales[0]
}

// ScaleKinds lists the scales in the order in which they are offered.
func ScaleKinds() []ScaleKind {
	out := make([]ScaleKind, len(scales))
	for i := range scales {
		out[i] = scales[i].kind
	}
	return out
}

// Words is the scale as people name it. A scale of a newer program is its own words.
func (k ScaleKind) Words() string {
	if row := k.row(); row.kind == k {
		return row.words
	}
	return vocab.Unknown(k)
}

// Description says in a sentence when to choose the scale.
func (k ScaleKind) Description() string { return k.row().says }

// Numbered returns true if the values are points with numbers and there is a pass mark.
func (k ScaleKind) Numbered() bool { return k.row().named == nil }

// Preset is the scale with its usual sentences and pass mark. An own scale has the sentences of the lowest and the
// highest point alone, and the panel writes the rest; n is the number of its points and means nothing for the others.
func (k ScaleKind) Preset(n int) Scale {
	row := k.row()
	s := Scale{Kind: row.kind, Points: slices.Clone(row.points), Pass: row.pass}
	if row.kind == OwnScale {
		s.Points = make([]string, min(max(n, LeastPoints), MostPoints))
		graded := Graded.row().points
		s.Points[0], s.Points[len(s.Points)-1] = graded[0], graded[len(graded)-1]
		s.Pass = 1 + len(s.Points)/2
	}
	return s
}

// DefaultScale is the scale that suits a kind: facts for what a file can show, graded for what a person judges.
func DefaultScale(k requirement.Kind) Scale {
	if k.Factual() {
		return FactsScale()
	}
	return GradedScale()
}

// FactsScale is the scale for facts.
func FactsScale() Scale { return Facts.Preset(0) }

// GradedScale is the scale for judgements, with the pass mark at 2.
func GradedScale() Scale { return Graded.Preset(0) }
