package tui

// This file holds the note: the sentence in the footer that goes away by itself or with the next key.

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

const (
	timerNote = "note"
	noteTime  = 5 * time.Second
	warnTime  = 12 * time.Second
	// warnKeys is how many key presses a warning outlives, so that fast typing does not hide it.
	warnKeys = 2
)

// note is the sentence shown last.
type note struct {
	text string
	warn bool
	keys int // how many more key presses it stays for
	id   int
}

// fade takes the note away, unless another one has come since.
func (n *note) fade(id int) {
	if n.id == id {
		n.text = ""
	}
}

// pressed counts a key press.
func (n *note) pressed() {
	if n.keys--; n.keys < 0 {
		n.text = ""
	}
}

// say shows a sentence for a few seconds or until the next key.
func (a *App) say(text string) tea.Cmd { return a.showNote(text, false, noteTime) }

// warn shows a refusal: longer than a note.
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
