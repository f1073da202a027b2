package tui

// This file holds the note: a sentence in the footer that goes away after some seconds or with the next key.

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

const (
	timerNote = "note"
	noteTime  = 5 * time.Second
	warnTime  = 12 * time.Second
	// warnKeys is the number of key presses that a warning stays for, so that fast typing does not hide it.
	warnKeys = 2
)

// note is the sentence that was shown last, or "" after it went away.
type note struct {
	text string
	warn bool
	keys int // for how many more key presses it stays
	id   int
}

// fade removes the note with a number, if it is still shown.
func (n *note) fade(id int) {
	if n.id == id {
		n.text = ""
	}
}

// pressed counts a key press, and removes the note if it has outlived its number of them.
func (n *note) pressed() {
	if n.keys--; n.keys < 0 {
		n.text = ""
	}
}

// say shows a sentence for some seconds or until the next key.
func (a *App) say(text string) tea.Cmd { return a.showNote(text, false, noteTime) }

// warn shows a refusal, which stays longer.
func (a *App) warn(text string) tea.Cmd { return a.showNote(text, true, warnTime) }

func (a *App) showNote(text string, warn bool, d time.Duration) tea.Cmd {
	if text == "" {
		return nil
	}
	a.note = note{text: kit.Clean(text), warn: warn, id: a.note.id + 1}
	if warn {
		a.note.keys = warnKeys
	}
	return a.opts.timer(d, elapsed{timerNote, a.note.id})
}
