package part

// This file says values, readings and verdicts in a sign and a word, the same on every screen.

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// GateCell is a cell that says whether a candidate passes the essential criteria.
func GateCell(th *kit.Theme, g model.Gate) widget.Cell {
	switch g {
	case model.GatePass:
		return widget.Cell{Text: "✓ pass", Style: &th.Good}
	case model.GateFail:
		return widget.Cell{Text: "✗ fail", Style: &th.Bad}
	}
	return widget.Cell{Text: "· open", Style: &th.Faint}
}

// ValueWord is a rating on a scale as a sign and a word; narrow columns cut the word and keep the sign.
func ValueWord(s model.Scale, v model.Value) string {
	switch v {
	case model.NotRated:
		return "· open"
	case model.Met:
		return "✓ met"
	case model.NotMet:
		return "✗ not met"
	case model.Unclear:
		return "u unclear"
	case model.CannotAssess:
		return "- unable"
	}
	return s.ValueWords(v)
}

// ValueSign is a rating in one cell.
func ValueSign(s model.Scale, v model.Value) string {
	w := ValueWord(s, v)
	sign, _, _ := strings.Cut(w, " ")
	return sign
}

// ValueStyle colours a rating; the sign says the same without colour.
func ValueStyle(th *kit.Theme, s model.Scale, v model.Value) *lipgloss.Style {
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

// ReadingWord is what the panel's ratings of a criterion come to: the agreed or common value, the mean, or that
// members differ.
func ReadingWord(k model.Criterion, r model.Result) string {
	word := ReadingValue(k, r)
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

// ReadingValue is what the members' values of a criterion come to, without a sign in front.
func ReadingValue(k model.Criterion, r model.Result) string {
	switch {
	case r.Value != model.NotRated:
		return ValueWord(k.Scale, r.Value)
	case !k.Scale.Numbered() && k.Class == model.Essential:
		return "differ"
	case !k.Scale.Numbered():
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
	return fmt.Sprintf("%s mean", MeanOf(k.Scale, r.Values))
}

// MeanOf is the mean of graded values with one decimal, rounded half up.
func MeanOf(s model.Scale, values []model.Value) string {
	sum, n := 0, 0
	for _, v := range values {
		if point, ok := s.Number(v); ok {
			sum, n = sum+point, n+1
		}
	}
	if n == 0 {
		return "–"
	}
	tenths := (20*sum + n) / (2 * n)
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}

// ReadingStyle colours a reading.
func ReadingStyle(th *kit.Theme, r model.Result) *lipgloss.Style {
	switch {
	case r.Basis == model.BasisNone:
		return &th.Faint
	case r.Differs || !r.Settled:
		return &th.Warn
	case r.Max > 0:
		return nil
	case r.Passes:
		return &th.Good
	}
	return &th.Bad
}

// VerdictStyle colours a verdict.
func VerdictStyle(th *kit.Theme, v requirement.Verdict) *lipgloss.Style {
	switch v {
	case requirement.Met:
		return &th.Good
	case requirement.NotMet:
		return &th.Bad
	case requirement.Borderline:
		return &th.Warn
	case requirement.ToJudge:
		return &th.Info
	}
	return &th.Faint
}

// OutcomeStyle colours a decision.
func OutcomeStyle(th *kit.Theme, o model.Outcome) *lipgloss.Style {
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
