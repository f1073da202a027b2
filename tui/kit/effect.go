package kit

import (
	"context"

	"shortlist/model"
)

// This file lists what a screen may ask the program for. Effects are values: Update can be tested as a table, and
// nothing overtakes anything.

// Effect is something a screen asks for.
type Effect interface{ effect() }

// Push shows a screen on top of this one.
type Push struct{ Route Route }

// Replace shows a screen in place of this one.
type Replace struct{ Route Route }

// Pop goes back to the screen below.
type Pop struct{}

// Submit asks for a change. It is stored durably in the order of the key presses; the board changes only then. Note is
// shown once it is stored, and Then carried out; a refusal is shown instead.
type Submit struct {
	Command model.Command
	Note    string
	Then    []Effect
}

// Run does work off the screen: reads, and long jobs. The answer comes as Done with the same Key to the screen that
// asked; an answer whose asker is gone is dropped. A Run with the Key of one that is still going cancels that one.
// Label is shown with progress when it takes longer than half a second; then esc cancels it, if Cancel is set.
type Run struct {
	Key    string
	Label  string
	Cancel bool
	Work   func(ctx context.Context, progress func(string)) (any, error)
}

// Done answers a Run.
type Done struct {
	Key   string
	Value any
	Err   error
}

// Ask puts a question with a few answers. The first answer is the safe one and has the focus; esc chooses it.
type Ask struct {
	Title   string
	Text    string
	Answers []Answer
}

// Answer is one answer of an Ask or a Choose: its words, an optional key, a sentence, and what follows.
type Answer struct {
	Words   string
	Key     string
	Says    string
	Effects []Effect
}

// Choose lets the user pick one of many; typing filters. esc picks none.
type Choose struct {
	Title   string
	Text    string
	Answers []Answer
}

// Prompt asks for a text. Done is called with it on enter (ctrl+s or tab then enter where Lines > 1); esc drops it.
// Check may refuse a text with a sentence.
type Prompt struct {
	Title   string
	Text    string
	Initial string
	Lines   int // height of the field; 0 is 1
	// Hidden draws a dot for each letter, and takes the text as it is typed: a passphrase.
	Hidden bool
	Check  func(string) string
	Done   func(string) []Effect
}

// Note shows a sentence in the footer for a while.
type Note struct{ Text string }

// Fail shows an error as model.Explain words it, until it is dismissed.
type Fail struct{ Err error }

// Open opens a vacancy file and goes to it.
type Open struct {
	Path     string
	ReadOnly bool
	// Adopt says what happened to a file that was written on another computer.
	Adopt Adoption
}

// Adoption is what happened to a file that was written on another computer.
type Adoption int

// It was moved here, so that this computer takes over, or it is a copy, and work on the other goes on.
const (
	Moved Adoption = iota + 1
	Copied
)

// Opened hands a file that a Run opened or made to the program, which goes to it.
type Opened struct{ File File }

// Reload makes the board anew from the file, after something beside Submit wrote to it.
type Reload struct{}

// Close closes the vacancy and goes home.
type Close struct{}

// Who asks who is working.
type Who struct{}

// OwnPIN asks for the PIN of the member who is working: a new one, or the one they have and what to do with it.
type OwnPIN struct{}

// Quit leaves the program once everything is stored.
type Quit struct{}

func (Push) effect()    {}
func (Replace) effect() {}
func (Pop) effect()     {}
func (Submit) effect()  {}
func (Run) effect()     {}
func (Ask) effect()     {}
func (Choose) effect()  {}
func (Prompt) effect()  {}
func (Note) effect()    {}
func (Fail) effect()    {}
func (Open) effect()    {}
func (Opened) effect()  {}
func (Reload) effect()  {}
func (Close) effect()   {}
func (Who) effect()     {}
func (OwnPIN) effect()  {}
func (Quit) effect()    {}
