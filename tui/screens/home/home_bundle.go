package home

// This file makes a vacancy file of a bundle, for a member who has none yet. It shows what the bundle would bring first.

import (
	"context"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// fresh is a bundle and what it would bring.
type fresh struct {
	path, word string
	brings     model.NewVacancy
}

// fromBundle opens the choice of a bundle, in the folder of the last one.
func (s *home) fromBundle() []kit.Effect {
	s.pick, s.bundle = part.NewFilePicker(s.env, s.last, ".bundle"), true
	s.layout()
	return s.pick.Start()
}

// lookAt reads what a bundle would bring.
func (s *home) lookAt(path string) []kit.Effect {
	library := s.env.Library
	return s.unlock.Run("look", "Reading the bundle", func(word string) (any, error) {
		v, err := library.LookAtBundle(path, word)
		return fresh{path, word, v}, err
	})
}

// brings asks before a vacancy is made of a bundle.
func (s *home) brings(b fresh) []kit.Effect {
	title := part.FirstNonEmpty(strings.TrimSpace(kit.Clean(b.brings.Title)), "A vacancy without a title")
	if b.brings.Here != "" {
		return []kit.Effect{kit.Ask{
			Title: "This vacancy is here already", Text: title + ", from " + kit.Clean(b.brings.From) + ". It is kept in " + kit.Clean(b.brings.Here) +
				". Open it, then take the bundle in there: b on the panel page, or “Go to bundles” among the commands (:).",
			Answers: []kit.Answer{{Words: "Leave it"}, {Words: "Open the vacancy", Key: "o", Effects: []kit.Effect{kit.Open{Path: b.brings.Here}}}},
		}}
	}
	library := s.env.Library
	return []kit.Effect{kit.Ask{
		Title: "Take in this vacancy?", Text: title + "\n" + kit.Clean(b.brings.Text) + "\nIt is kept on this laptop, in " + kit.Clean(library.Folder()) + ".",
		Answers: []kit.Answer{
			{Words: "Leave it"},
			{Words: "Take it in", Key: "t", Effects: []kit.Effect{kit.Run{Key: "made", Label: "Making the vacancy", Work: func(context.Context, func(string)) (any, error) {
				return library.TakeNewVacancy(b.path, b.word)
			}}}},
		},
	}}
}
