package panel

// This file sends bundles, takes them in and exchanges them through a folder. It asks for the file or folder, and shows
// what would come in before anything is taken in.

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// pickPurpose says what a file or folder is chosen for.
type pickPurpose struct {
	what int
	to   []model.MemberID // for whom a bundle is written
}

// The purposes.
const (
	takeOne   = iota // a bundle to take in
	sendInto         // a folder to write a bundle to
	swapThere        // a folder to exchange bundles through
	takeCard         // the card of a member
)

// told is the result of work in words, and the effects that follow.
type told struct {
	text string
	next func(text string) []kit.Effect
}

// choose opens the choice of a bundle or a folder, in the folder of the last bundle.
func (s *bundles) choose(e pickPurpose) []kit.Effect {
	s.picking = e
	switch e.what {
	case takeOne:
		s.pick = part.NewFilePicker(s.env, s.last, ".bundle")
	case takeCard:
		s.pick = part.NewFilePicker(s.env, part.FirstNonEmpty(s.last, s.shared), ".txt")
		s.pick.Input.Hint = "type a part of the name, or paste a path or the line of the card"
	default:
		s.pick = part.NewFolderPicker(s.env, part.FirstNonEmpty(s.shared, s.last))
	}
	s.layout()
	return s.pick.Start()
}

// chosen continues with the chosen file or folder.
func (s *bundles) chosen(path string) []kit.Effect {
	e := s.picking
	s.pick = nil
	s.layout()
	switch e.what {
	case takeOne:
		return s.take(path)
	case takeCard:
		return s.readCard(path)
	case sendInto:
		return s.write(e.to, path)
	}
	return s.exchange(path, true)
}

// where asks for the folder of a new bundle.
func (s *bundles) where(to []model.MemberID) []kit.Effect {
	beside := ""
	if s.env.File != nil {
		beside = filepath.Dir(s.env.File.Beside("bundle", ""))
	}
	answers := []kit.Answer{{Words: kit.Clean(beside), Says: "the folder of the vacancy", Effects: s.write(to, beside)}}
	if s.last != "" && s.last != beside {
		answers = append([]kit.Answer{{Words: kit.Clean(s.last), Says: "where a bundle was last", Effects: s.write(to, s.last)}}, answers...)
	}
	answers = append(answers, kit.Answer{Words: "Another folder …", Effects: []kit.Effect{another(pickPurpose{sendInto, to})}})
	return []kit.Effect{kit.Choose{Title: "Into which folder?", Text: "From there you send the bundle on: by mail, on a stick, over a share.", Answers: answers}}
}

// another asks for a folder that was not offered.
func another(e pickPurpose) kit.Effect {
	return kit.Run{Key: "choose", Work: func(context.Context, func(string)) (any, error) { return e, nil }}
}

// work is done in the background on bundles, and may need a passphrase.
func (s *bundles) work(label string, do func(word string) (told, error)) []kit.Effect {
	return s.unlock.Run(label, label, func(word string) (any, error) { return do(word) })
}

// write writes a bundle into a folder.
func (s *bundles) write(to []model.MemberID, folder string) []kit.Effect {
	f := s.env.File
	return s.work("Writing the bundle", func(string) (told, error) {
		text, err := f.SendBundle(to, folder)
		return told{"Written: " + text, s.tell}, err
	})
}

// take shows what a bundle would bring, then takes it in.
func (s *bundles) take(path string) []kit.Effect {
	f := s.env.File
	return s.work("Reading the bundle", func(word string) (told, error) {
		text, err := f.TakeBundle(path, word, true)
		return told{text, func(text string) []kit.Effect {
			return []kit.Effect{kit.Ask{Title: "Take this in?", Text: kit.Clean(text), Answers: []kit.Answer{
				{Words: "Leave it"},
				{Words: "Take it in", Key: "t", Effects: s.work("Taking the bundle in", func(string) (told, error) {
					text, err := f.TakeBundle(path, word, false)
					return told{text, s.tell}, err
				})},
			}}}
		}}, err
	})
}

// swap shows what an exchange through the folder of the vacancy would bring, or asks for a folder if none was chosen.
func (s *bundles) swap() []kit.Effect {
	if s.shared == "" {
		return s.choose(pickPurpose{what: swapThere})
	}
	return s.exchange(s.shared, true)
}

// exchange exchanges bundles through a folder; if dry is true it only shows what would come in.
func (s *bundles) exchange(folder string, dry bool) []kit.Effect {
	f := s.env.File
	return s.work("Keeping the folder in step", func(string) (told, error) {
		text, err := f.ExchangeIn(folder, dry)
		if !dry {
			return told{text, s.tell}, err
		}
		return told{text, func(text string) []kit.Effect {
			return []kit.Effect{kit.Ask{
				Title: "Keep this folder in step?", Text: kit.Clean(folder) + "\n" + kit.CleanLines(text) + "\nThen what is new here is written there for the others.",
				Answers: []kit.Answer{
					{Words: "Leave it"},
					{Words: "Take in and write", Key: "t", Effects: s.exchange(folder, false)},
					{Words: "Another folder …", Key: "f", Effects: []kit.Effect{another(pickPurpose{what: swapThere})}},
				},
			}}
		}}, err
	})
}

// tell shows the result, with a newer board.
func (s *bundles) tell(text string) []kit.Effect {
	s.said = kit.CleanLines(text)
	s.layout()
	return []kit.Effect{kit.Reload{}}
}

// pickHead returns the lines above the choice of a bundle or a folder.
func (s *bundles) pickHead() []string {
	text := [...]string{
		takeOne:   "Choose the bundle to take in. You see first what would come in.",
		sendInto:  "Choose the folder for the bundle: ctrl+f takes the one that is shown.",
		swapThere: "Choose the folder that the others reach too: ctrl+f takes the one that is shown. It is remembered for this vacancy.",
		takeCard:  "Choose the card that the member sent you, or paste its line. They find it with c on the first page of the program.",
	}[s.picking.what]
	var out []string
	for _, l := range s.env.Text.Wrap(text, max(1, s.width)) {
		out = append(out, s.env.Theme.Strong.Render(l))
	}
	return append(out, "")
}

// Back closes the choice of a bundle or a folder.
func (s *bundles) Back() ([]kit.Effect, bool) {
	was := s.pick != nil
	s.pick = nil
	s.layout()
	return nil, was
}

// pasted returns the line of a card that was pasted or typed in place of a path; empty if there is none.
func (s *bundles) pasted(msg tea.Msg) string {
	if s.picking.what != takeCard {
		return ""
	}
	text := ""
	switch msg := msg.(type) {
	case tea.PasteMsg:
		text = msg.Content
	case tea.KeyPressMsg:
		if kit.Enter.Match(msg) {
			text = s.pick.Input.Value()
		}
	}
	if !strings.HasPrefix(strings.TrimSpace(text), "shortlist-card") {
		return ""
	}
	return text
}

// Capturing returns true while text is being typed.
func (s *bundles) Capturing() bool { return s.pick != nil }

// Cursor returns the cursor of the choice.
func (s *bundles) Cursor() *tea.Cursor {
	if s.pick == nil {
		return nil
	}
	c := s.pick.Cursor()
	c.Y += len(s.pickHead())
	return c
}
