package part

// This file asks for passphrases: for the one that something is under, once and again until it is right, and for a new
// one, typed twice. A wrong one is told in a sentence; esc leaves everything as it is.

import (
	"context"
	"errors"

	"shortlist/tui/kit"
)

const unlockKey = "unlock"

// Unlocker asks for passphrases on behalf of a page.
type Unlocker struct {
	Env     *kit.Env
	stopped *stopped
}

// stopped is the error of work for which a passphrase is missing, with the way to do it again.
type stopped struct {
	error
	of    string // "card" or "bundle"
	wrong bool   // one was given that opens nothing
	word  string // of the bundle, as given so far
	again func(word string) []kit.Effect
}

func (e *stopped) Unwrap() error { return e.error }

// Run does work that may need a passphrase; word is that of a bundle, "" as long as nobody asked for one.
func (u *Unlocker) Run(key, label string, do func(word string) (any, error)) []kit.Effect {
	return runWith(key, label, "", do)
}

func runWith(key, label, word string, do func(word string) (any, error)) []kit.Effect {
	return []kit.Effect{kit.Run{Key: key, Label: label, Work: func(context.Context, func(string)) (any, error) {
		v, err := do(word)
		var asks kit.NeedsPassphrase
		if errors.As(err, &asks) {
			of, wrong := asks.Passphrase()
			err = &stopped{err, of, wrong, word, func(word string) []kit.Effect { return runWith(key, label, word, do) }}
		}
		return v, err
	}}}
}

// Done takes over work that stopped for want of a passphrase, or the opening of the card; false if the answer is
// another's.
func (u *Unlocker) Done(d kit.Done) ([]kit.Effect, bool) {
	var stop *stopped
	switch {
	case errors.As(d.Err, &stop):
		if d.Key != unlockKey {
			u.stopped = stop
		}
		before := ""
		if stop.wrong {
			before = Explain(d.Err) + "\n"
		}
		return u.ask(stop.of, before), true
	case d.Key != unlockKey || u.stopped == nil:
		return nil, false
	case d.Err != nil:
		return []kit.Effect{kit.Fail{Err: d.Err}}, true
	}
	return u.stopped.again(u.stopped.word), true
}

func (u *Unlocker) ask(of, before string) []kit.Effect {
	library, stop := u.Env.Library, u.stopped
	if stop == nil {
		return nil
	}
	p := kit.Prompt{
		Title: "The passphrase of the bundle", Text: before + "Whoever sent the bundle tells it to you, by telephone for instance.",
		Hidden: true, Check: Required("Type the passphrase, or esc to leave it."), Done: stop.again,
	}
	if of == "card" {
		p.Title, p.Text = "The passphrase of your card", before+"The keys of your card are under a passphrase. It is asked once, until you leave the program."
		p.Done = func(word string) []kit.Effect {
			return runWith(unlockKey, "Opening your card", "", func(string) (any, error) { return nil, library.Unlock(word) })
		}
	}
	return []kit.Effect{p}
}

// AskNewPassphrase asks for a new passphrase twice, and goes on with it; "" is none.
func AskNewPassphrase(text string, then func(word string) []kit.Effect) []kit.Effect {
	return askPassphraseTwice("", text, then)
}

func askPassphraseTwice(before, text string, then func(word string) []kit.Effect) []kit.Effect {
	return []kit.Effect{kit.Prompt{
		Title: "A passphrase for your card", Text: before + text + " Nobody can tell you a passphrase that you forget.", Hidden: true,
		Done: func(word string) []kit.Effect {
			if word == "" {
				return then("")
			}
			return []kit.Effect{kit.Prompt{
				Title: "The same once more", Text: "Type the passphrase a second time, so that a slip of the finger does not lock you out.", Hidden: true,
				Done: func(again string) []kit.Effect {
					if again != word {
						return askPassphraseTwice("The two were not the same: type the passphrase anew.\n", text, then)
					}
					return then(word)
				},
			}}
		},
	}}
}
