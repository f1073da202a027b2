package requirement

import (
	"strings"

	"shortlist/model/vocab"
)

// This file puts the levels of languages that a criterion asks for into the fields of a form and back.

// languageSlot is a language that the form asks a level of.
type languageSlot struct {
	name, label, says string
	language          string
	role              Role
}

var languageSlots = []languageSlot{
	{"one", "In one", "Level asked in one of English and French, whichever it is; empty where none is.", "either", RoleOne},
	{"second", "In the other", "Level asked in the other of the two.", "either", RoleOther},
	{"en", "English", "Level asked of English itself.", "en", RoleFixed},
	{"fr", "French", "Level asked of French itself.", "fr", RoleFixed},
	{"more", "Another", "A language and its level: Dutch III.", "other", RoleFixed},
}

func (s languageSlot) fits(l LanguageLevel) bool {
	return l.Language == s.language && (l.Role == s.role || s.language != "either")
}

func (s languageSlot) show(l LanguageLevel) string {
	if s.language == "other" {
		return strings.TrimSpace(l.Name + " " + l.Level)
	}
	return l.Level
}

func languageFields(levels []LanguageLevel) []Field {
	scale := ScaleNATO
	if len(levels) > 0 {
		scale = levels[0].Scale
	}
	fields := []Field{{Name: "scale", Label: "Scale", Value: vocab.Wire(scale), Choices: []Choice{
		{Value: vocab.Wire(ScaleNATO), Label: "NATO levels I–VI"},
		{Value: vocab.Wire(ScaleCEFR), Label: "CEFR A1–C2"},
		{Value: vocab.Wire(ScaleSLP), Label: "STANAG 6001 profile", Description: "Listening, speaking, reading, writing: 3333."},
		{Value: vocab.Wire(ScaleWords), Label: "words", Description: "Such as fluent."},
	}}}
	for _, s := range languageSlots {
		f := Field{Name: s.name, Label: s.label, Description: s.says}
		for _, l := range levels {
			if s.fits(l) && f.Value == "" {
				f.Value = s.show(l)
			}
		}
		fields = append(fields, f)
	}
	return fields
}

func languagesAnswered(answer func(string) string) []LanguageLevel {
	var out []LanguageLevel
	scale := Scale(answer("scale"))
	for _, s := range languageSlots {
		v := answer(s.name)
		if v == "" {
			continue
		}
		l := LanguageLevel{Language: s.language, Scale: scale, Level: v, Role: s.role}
		if s.language == "other" {
			words := strings.Fields(v)
			l.Level, l.Name = words[len(words)-1], strings.Join(words[:len(words)-1], " ")
		}
		if scale != ScaleWords {
			l.Level = strings.ToUpper(l.Level)
		}
		out = append(out, l)
	}
	return out
}
