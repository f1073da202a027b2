package home

// This file holds the page of the user's own card: making it, handing it to the chair, and protecting it by a passphrase.
// It works without a vacancy.

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

type ownCardPage struct {
	env    *kit.Env
	keys   part.Actions
	board  *model.View
	card   model.OwnCard
	loaded bool
	wait   string
	said   string
	err    error
	unlock part.Unlocker

	width, height int
}

// The keys of the jobs of this page.
const (
	cardLook   = "card"
	cardMake   = "make"
	cardSave   = "save"
	cardChange = "change"
)

// NewCard returns the page of the user's own card.
func NewCard(env *kit.Env, _ kit.Route) kit.Screen {
	return &ownCardPage{env: env, board: model.EmptyView(), unlock: part.Unlocker{Env: env}}
}

// Title returns the title of the page.
func (s *ownCardPage) Title() string { return "Your card" }

// Refresh reads the card.
func (s *ownCardPage) Refresh(b *model.View) []kit.Effect {
	s.board = b
	return s.read()
}

// read reads the user's card.
func (s *ownCardPage) read() []kit.Effect {
	library := s.env.Library
	return s.unlock.Run(cardLook, "Reading your card", func(string) (any, error) { return library.OwnCard() })
}

// Resize sets the size.
func (s *ownCardPage) Resize(width, height int) { s.width, s.height = width, height }

func (s *ownCardPage) actions() []part.Action {
	made, none := "", ""
	switch {
	case s.wait != "":
		made, none = "Wait until it is done.", "Wait until it is done."
	case !s.loaded:
		made, none = "The card is being read.", "The card is being read."
	case s.card.Line != "":
		made = "There is a card on this laptop already: it stays yours for every vacancy."
	default:
		none = "There is no card on this laptop yet: c makes one."
	}
	return []part.Action{
		part.On(kit.CardKey.As("make card", "Make a card in your name, for the chair.").Unless(made), s.askName),
		part.On(kit.Words.As("save to a file", "Write your card to a file that you can send to the chair.").Unless(none), s.askPath),
		part.On(kit.WordKey.Unless(none), func() []kit.Effect { return s.askWord("") }),
	}
}

func (s *ownCardPage) askName() []kit.Effect {
	name := ""
	if m := s.board.Member(s.env.Me); m != nil {
		name = m.Name
	}
	return []kit.Effect{kit.Prompt{
		Title: "Make your card", Text: "Your name, as the chair knows you. The card stays yours for every vacancy, and its keys never leave this laptop.",
		Initial: name, Check: part.Required("A card needs a name."),
		Done: func(name string) []kit.Effect {
			return part.AskNewPassphrase("If you like, its keys are kept under a passphrase. Leave it empty for none.", func(word string) []kit.Effect { return s.make(name, word) })
		},
	}}
}

func (s *ownCardPage) make(name, word string) []kit.Effect {
	library := s.env.Library
	return s.start("Making your card …", kit.Run{Key: cardMake, Label: "Making your card", Work: func(context.Context, func(string)) (any, error) {
		return library.MakeCard(name, word)
	}})
}

// start starts a job that the page waits for.
func (s *ownCardPage) start(wait string, r kit.Run) []kit.Effect {
	s.wait, s.said, s.err = wait, "", nil
	return []kit.Effect{r}
}

func (s *ownCardPage) askPath() []kit.Effect {
	return []kit.Effect{kit.Prompt{
		Title: "Save your card to a file", Text: "Where to write it. Send the file to the chair, by mail for instance: there is no secret in it.",
		Initial: "~/card of " + strings.NewReplacer("/", " ", `\`, " ").Replace(s.card.Name) + ".txt", Check: part.Required("Type where to write the card."),
		Done: func(path string) []kit.Effect { return s.save(path, false) },
	}}
}

func (s *ownCardPage) save(path string, replace bool) []kit.Effect {
	library := s.env.Library
	return s.start("Writing your card …", kit.Run{Key: cardSave, Label: "Writing your card", Work: func(context.Context, func(string)) (any, error) {
		to, err := library.SaveCard(path, replace)
		if err != nil {
			return path, err
		}
		return to, nil
	}})
}

// askWord asks for the old passphrase, if there is one, then for a new one.
func (s *ownCardPage) askWord(before string) []kit.Effect {
	fresh := func(old string) []kit.Effect {
		text := "The passphrase from now on."
		if s.card.Protected {
			text += " Leave it empty to take the passphrase away."
		}
		return part.AskNewPassphrase(text, func(word string) []kit.Effect {
			if word == "" && !s.card.Protected {
				return nil
			}
			return s.change(old, word)
		})
	}
	if !s.card.Protected {
		return fresh("")
	}
	return []kit.Effect{kit.Prompt{
		Title: "The passphrase of your card", Text: before + "The one in force, before a new one.", Hidden: true, Check: part.Required("Type the passphrase, or esc to leave it."), Done: fresh,
	}}
}

func (s *ownCardPage) change(old, fresh string) []kit.Effect {
	library := s.env.Library
	said := "✓ The keys of your card are under the new passphrase."
	if fresh == "" {
		said = "✓ The keys of your card are under no passphrase any more."
	}
	return s.start("Changing the passphrase …", kit.Run{Key: cardChange, Label: "Changing the passphrase", Work: func(context.Context, func(string)) (any, error) {
		return said, library.ChangePassphrase(old, fresh)
	}})
}

// Update handles keys and results of jobs.
func (s *ownCardPage) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case kit.Done:
		return s.done(msg)
	case tea.KeyPressMsg:
		if effects, ok := s.keys.Dispatch(msg); ok {
			return effects
		}
	}
	return nil
}

func (s *ownCardPage) done(d kit.Done) []kit.Effect {
	s.wait = ""
	if effects, ok := s.unlock.Done(d); ok {
		return effects
	}
	var taken kit.Taken
	var asks kit.NeedsPassphrase
	text, _ := d.Value.(string)
	switch {
	case errors.As(d.Err, &taken) && taken.Taken():
		return []kit.Effect{kit.Ask{Title: "Replace the file?", Text: kit.Clean(text) + " is there already.", Answers: []kit.Answer{
			{Words: "Leave it", Key: "n", Says: "w names another one."},
			{Words: "Replace it", Key: "r", Says: "What is in it is lost.", Effects: s.replace(text)},
		}}}
	case errors.As(d.Err, &asks):
		return s.askWord(part.Explain(d.Err) + "\n")
	case d.Err != nil:
		s.err = d.Err
		return nil
	case d.Key == cardLook:
		s.card, _ = d.Value.(model.OwnCard)
		s.loaded = true
	case d.Key == cardMake:
		s.card, _ = d.Value.(model.OwnCard)
		s.said = "✓ Your card is made. Hand it to the chair: w saves it to a file."
		if s.leads() {
			s.said = "✓ Your card is made. You can send bundles now: esc, then w."
		}
		if s.env.File != nil {
			return []kit.Effect{kit.Reload{}} // the pages below show the card, too
		}
	case d.Key == cardSave:
		s.said = "✓ Written: " + kit.Clean(text)
	case d.Key == cardChange:
		s.said = text
		return s.read()
	}
	return nil
}

// replace saves over an existing file.
func (s *ownCardPage) replace(path string) []kit.Effect {
	out := s.save(path, true)
	s.wait = ""
	return out
}

// leads returns true for the chair on the chair's laptop, whose card nobody takes in by hand.
func (s *ownCardPage) leads() bool {
	m := s.board.Member(s.env.Me)
	return s.env.File != nil && m != nil && m.Role == model.Chair && part.OnChairDevice(s.env, s.board)
}

// Keys returns the keys of the page.
func (s *ownCardPage) Keys() []kit.Binding { return s.keys.Keep(s.actions(), kit.Back) }

// View draws the card and what can be done with it.
func (s *ownCardPage) View() string {
	t, th, w := s.env.Text, s.env.Theme, max(1, s.width)
	var lines []string
	add := func(style func(...string) string, text string) {
		for _, l := range t.Wrap(text, w) {
			lines = append(lines, style(l))
		}
	}
	switch {
	case !s.loaded && s.err == nil && s.wait == "":
		add(th.Faint.Render, "Reading your card …")
	case s.card.Line == "":
		add(th.Strong.Render, "There is no card on this laptop yet.")
		add(th.Faint.Render, "")
		add(th.Faint.Render, "A card is a line of text with your name. With it you rate on your own laptop: the chair locks what is sent to you to your card, and knows what comes back to be yours. c makes one.")
	default:
		add(th.Strong.Render, kit.Clean(s.card.Name))
		with, what := "the chair", "Your card, for the chair to take in. It holds no secret; w saves it to a file."
		if s.leads() {
			with, what = "the members", "Your card. It goes to the members with your first bundle; nobody has to take it in by hand."
		}
		add(th.Faint.Render, "Check sum "+s.card.Check+": compare it with "+with+", by telephone for instance.")
		add(th.Faint.Render, "")
		add(th.Faint.Render, what)
		add(th.Strong.Render, kit.Clean(s.card.Line))
		add(th.Faint.Render, "")
		keys := "Its keys are on this laptop, under no passphrase: whoever uses your account can use them. z puts them under one."
		if s.card.Protected {
			keys = "Its keys are on this laptop, under a passphrase, which is asked for once until you leave the program. z changes it."
		}
		add(th.Faint.Render, keys)
	}
	switch {
	case s.wait != "":
		add(th.Info.Render, "\n"+s.wait)
	case s.err != nil:
		add(th.Bad.Render, "\n✗ "+part.Explain(s.err))
	case s.said != "":
		add(th.Good.Render, "\n"+s.said)
	}
	return strings.Join(lines[:min(len(lines), max(1, s.height))], "\n")
}
