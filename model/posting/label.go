package posting

import (
	"strings"
	"sync"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it recognises the labelled facts of a posting's head, "Duty Station: Brussels".

// field is a fact of the head that a label names.
type field int

const (
	noField field = iota
	fieldTitle
	fieldOrganisation
	fieldRequisition
	fieldLocation
	fieldGrade
	fieldClosing
	fieldClearance
	fieldReports
	fieldIndirect
	fieldIgnored // a label whose value is of no use, but that is a label
)

var labelFields = sync.OnceValue(func() map[string]field {
	m := map[string]field{}
	for _, l := range labels {
		for _, n := range l.names {
			if k := labelKey(n); m[k] == noField {
				m[k] = l.field
			}
		}
	}
	return m
})

// labelKey returns a label as it is compared: its letters only, so that "VACANCY N°" and "vacancy n" are one.
func labelKey(s string) string { return letters(s) }

// label parts a known label from its value. The value may be empty when it stands on the next line.
func label(text string) (f field, value string) {
	if len(text) > 300 {
		return noField, ""
	}
	i := strings.IndexByte(text, ':')
	if i < 2 || i > 60 {
		return noField, ""
	}
	name := text[:i]
	if f = labelFields()[labelKey(name)]; f == noField {
		if b := strings.IndexByte(name, '('); b > 2 {
			f = labelFields()[labelKey(name[:b])] // "Duty station (city, country)"
		}
	}
	return f, strings.TrimSpace(text[i+1:])
}

// labelled returns true if a line is a labelled fact.
func labelled(text string) bool {
	f, _ := label(text)
	return f != noField
}

// value tidies what stands after a label.
func value(s string) string {
	s = strings.Trim(s, " |'\">\u201c\u201d")
	if i := strings.Index(s, wideGap); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(strings.TrimRight(s, " ;,*"))
}

func emptyValue(s string) bool {
	switch requirement.Fold(s) {
	case "", "n/a", "na", "none", "null", "-", "tbd", "nil", "neant", "not specified":
		return true
	}
	return false
}
