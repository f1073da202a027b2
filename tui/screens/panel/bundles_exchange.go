package panel

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// This file sends bundles, takes them in and keeps a folder in step: which file or folder is asked for, and what comes of it
// is told before anything is taken in.

// pickPurpose is what a file or folder is being chosen for.
type pickPurpose struct {
	what int
	to   []model.MemberID // for whom a bundle is written
}

// What is chosen.
const (
	takeOne   = iota // a bundle to take in
	sendInto         // a folder to write a bundle to
	swapThere        // a folder to keep in step
	takeCard         // the card of a member
)

// told is what work came to, in words, and how it goes on.
type told struct {
	text string
	next func(text string) []kit.Effect
}

// choose lets a bundle or a folder be chosen, first where bundles were last.
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

// chosen goes on with what was chosen.
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

// another asks for another folder than those offered.
func another(e pickPurpose) kit.Effect {
	return kit.Run{Key: "choose", Work: func(context.Context, func(string)) (any, error) { return e, nil }}
}

// work is something done with bundles; it may turn out to need a passphrase.
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

// take takes a bundle in, once it was shown what would come in.
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

// swap keeps the folder in step that was chosen for the vacancy; without one it asks for it.
func (s *bundles) swap() []kit.Effect {
	if s.shared == "" {
		return s.choose(pickPurpose{what: swapThere})
	}
	return s.exchange(s.shared, true)
}

// exchange keeps a folder in step; dry shows what would come in.
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

// tell shows what came of it, with the board as it is now.
func (s *bundles) tell(text string) []kit.Effect {
	s.said = kit.CleanLines(text)
	s.layout()
	return []kit.Effect{kit.Reload{}}
}

// pickHead stands above the choice of a bundle or a folder.
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

// Back ends the choice of a bundle or a folder.
func (s *bundles) Back() ([]kit.Effect, bool) {
	was := s.pick != nil
	s.pick = nil
	s.layout()
	return nil, was
}

// pasted is the line of a card in place of a file; empty if none was pasted or typed.
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

// Capturing reports whether text is being typed.
func (s *bundles) Capturing() bool { return s.pick != nil }

// Cursor is that of the choice.
func (s *bundles) Cursor() *tea.Cursor {
	if s.pick == nil {
		return nil
	}
	c := s.pick.Cursor()
	c.Y += len(s.pickHead())
	return c
}
