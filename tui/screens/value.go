package screens

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file says values, readings and verdicts in a sign and a word, the same on every screen.

// valueWord is a rating as a sign and a word; narrow columns cut the word and keep the sign.
func valueWord(v model.Value) string {
	switch v {
	case model.NotRated:
		return "· open"
	case model.Met:
		return "✓ met"
	case model.NotMet:
		return "✗ not met"
	case model.Unclear:
		return "? unclear"
	case model.CannotAssess:
		return "- unable"
	}
	return string(v) + " of 4"
}

// valueSign is a rating in one cell.
func valueSign(v model.Value) string {
	w := valueWord(v)
	sign, _, _ := strings.Cut(w, " ")
	return sign
}

// valueStyle colours a rating; the sign says the same without colour.
func valueStyle(th *kit.Theme, s model.Scale, v model.Value) *lipgloss.Style {
	passes, settled := s.Passes(v)
	switch {
	case v == model.NotRated:
		return &th.Faint
	case !settled:
		return &th.Warn
	case passes:
		return &th.Good
	}
	return &th.Bad
}

// readingWord is what the panel's ratings of a criterion come to: the agreed or common value, the mean, or that
// members differ.
func readingWord(k model.Criterion, r model.Reading) string {
	word := readingValue(k, r)
	switch r.Basis {
	case model.BasisNone:
		return "· open"
	case model.BasisAgreed:
		return "= " + word
	case model.BasisUnable:
		return "- unable"
	}
	if r.Differs {
		return "≠ " + word
	}
	return word
}

func readingValue(k model.Criterion, r model.Reading) string {
	switch {
	case r.Value != model.NotRated:
		return valueWord(r.Value)
	case k.Scale.Kind == model.Facts && k.Class == model.Essential:
		return "differ"
	case k.Scale.Kind == model.Facts:
		met, of := 0, 0
		for _, v := range r.Values {
			if v != model.CannotAssess {
				of++
			}
			if v == model.Met {
				met++
			}
		}
		return fmt.Sprintf("%d/%d met", met, of)
	}
	return meanOf(k.Scale, r.Values) + " mean"
}

// meanOf is the mean of graded values with one decimal, rounded half up.
func meanOf(s model.Scale, values []model.Value) string {
	sum, n := 0, 0
	for _, v := range values {
		if got, _, ok := s.Share(v); ok {
			sum, n = sum+got, n+1
		}
	}
	if n == 0 {
		return "–"
	}
	tenths := (20*sum + n) / (2 * n)
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}

// readingStyle colours a reading.
func readingStyle(th *kit.Theme, r model.Reading) *lipgloss.Style {
	switch {
	case r.Basis == model.BasisNone:
		return &th.Faint
	case r.Differs || !r.Settled:
		return &th.Warn
	case r.Of > 0:
		return nil
	case r.Passes:
		return &th.Good
	}
	return &th.Bad
}

// verdictStyle colours a verdict.
func verdictStyle(th *kit.Theme, v requirement.Verdict) *lipgloss.Style {
	switch v {
	case requirement.Met:
		return &th.Good
	case requirement.NotMet:
		return &th.Bad
	case requirement.Borderline:
		return &th.Warn
	}
	return &th.Faint
}

// count writes a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// outcomeStyle colours a decision.
func outcomeStyle(th *kit.Theme, o model.Outcome) *lipgloss.Style {
	switch o {
	case model.Shortlisted:
		return &th.Good
	case model.Reserve:
		return &th.Info
	case model.NotShortlisted:
		return &th.Bad
	}
	return &th.Faint
}
