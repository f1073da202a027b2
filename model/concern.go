package model

import (
	"fmt"
	"strings"

	"shortlist/model/requirement"
)

// This file checks a vacancy before its rules are sealed: what nobody has looked at, and what cannot work as it is. A
// concern prevents nothing; the chair decides.

// Concerns lists in sentences what a chair should know before sealing, the most serious first. Empty if there is
// nothing.
func (b *Common) Concerns() []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if w := b.unseen(); len(w) > 0 {
		add("%s of the reader nobody looked at: %s.", Count(len(w), "warning", "warnings"), listed(w))
	}
	if labels := b.labelsOf(func(k Criterion) bool { return !k.Checked }); len(labels) > 0 {
		add("Not compared with the posting yet: %s.", listed(labels))
	}
	if len(b.Class(Essential)) == 0 {
		add("There is no essential criterion: nobody can fail, and nobody need be qualified.")
	}
	if b.Vacancy.ClosingDate.IsZero() {
		if labels := b.labelsOf(func(k Criterion) bool { return k.Requirement.Kind.Dated() }); len(labels) > 0 {
			add("No closing date: what hangs on that day stays to judge: %s.", listed(labels))
		}
	}
	if labels := b.labelsOf(func(k Criterion) bool { return k.Class == Essential && k.Requirement.Vague() }); len(labels) > 0 {
		add("Essential, but with nothing stated to check a file by: %s.", listed(labels))
	}
	for _, d := range b.Class(Desirable) {
		for _, e := range b.Class(Essential) {
			if repeats(d, e) {
				add("%s asks for what %s demands already: all who pass meet it.", b.Label(d.ID), b.Label(e.ID))
				break
			}
		}
	}
	return out
}

// Unseen returns how many warnings nobody has looked at.
func (b *Common) Unseen() int { return len(b.unseen()) }

// Unchecked returns how many criteria nobody has compared with the posting.
func (b *Common) Unchecked() int {
	return len(b.labelsOf(func(k Criterion) bool { return !k.Checked }))
}

// unseen lists the places of the warnings that nobody has looked at.
func (b *Common) unseen() []string {
	var out []string
	for _, w := range b.Vacancy.Warnings {
		switch {
		case w.Seen:
		case w.Line > 0:
			out = append(out, fmt.Sprintf("line %d", w.Line))
		default:
			out = append(out, "on the whole posting")
		}
	}
	return out
}

func (b *Common) labelsOf(want func(Criterion) bool) []string {
	var out []string
	for _, k := range b.Criteria {
		if want(k) {
			out = append(out, b.Label(k.ID))
		}
	}
	return out
}

// repeats returns true if a desirable asks for the same as an essential: in the same words, or with the same typed
// requirement if that is exact.
func repeats(d, e Criterion) bool {
	return sameWords(d.Text, e.Text) || d.Requirement.Same(e.Requirement)
}

func sameWords(a, b string) bool {
	fold := func(s string) string {
		return strings.Trim(strings.Join(strings.Fields(requirement.Fold(s)), " "), " .;,")
	}
	return fold(a) == fold(b)
}

// listed joins labels and places: "E1, E2 and D1". A long list is cut short.
func listed(labels []string) string {
	const most = 8
	if n := len(labels); n > most {
		labels = append(labels[:most-1:most-1], fmt.Sprintf("%d more", n-most+1))
	}
	if len(labels) == 1 {
		return labels[0]
	}
	return fmt.Sprintf("%s and %s", strings.Join(labels[:len(labels)-1], ", "), labels[len(labels)-1])
}
