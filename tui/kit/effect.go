package kit

import (
	"context"

	"shortlist/model"
)

// This file lists what a screen may ask the program for. Effects are values and not functions, so that Update can be tested
// as a table and effects are carried out in order.

// Effect is something a screen asks for.
type Effect interface{ effect() }

// Push shows a screen on top of this one.
type Push struct{ Route Route }

// Replace shows a screen in place of this one.
type Replace struct{ Route Route }

// Pop goes back to the screen below.
type Pop struct{}

// Submit asks for a change. Changes are stored durably in the order of the key presses, and the board changes only then.
// Once the change is stored, Note is shown and Then is carried out. A refusal is shown instead.
type Submit struct {
	Command model.Command
	Note    string
	Then    []Effect
}

// Run does work in the background: reads, and long jobs. The answer comes as Done with the same Key to the screen that asked.
// If that screen is gone, the answer is dropped. A Run with the Key of one that is still running cancels that one. If the
// work takes longer than half a second, Label is shown with its progress, and esc cancels it if Cancel is true.
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

// Ask asks a question with a few answers. The first answer is the safe one and has the focus; esc chooses it.
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

// Choose lets the user choose one of many answers. Typing filters them; esc chooses none.
type Choose struct {
	Title   string
	Text    string
	Answers []Answer
}

// Prompt asks for a text. Done is called with it on enter, or if Lines > 1 on ctrl+s or tab and enter; esc discards it. If
// Check returns a sentence, the text is refused with it.
type Prompt struct {
	Title   string
	Text    string
	Initial string
	Lines   int // height of the field; 0 is 1
	// Hidden draws a dot for each letter and does not trim the text, for passphrases.
	Hidden bool
	Check  func(string) string
	Done   func(string) []Effect
}

// Note shows a sentence in the footer for a while.
type Note struct{ Text string }

// Fail shows an error in the words of model.Explain until it is dismissed.
type Fail struct{ Err error }

// Open opens a vacancy file and goes to it.
type Open struct {
	Path     string
	ReadOnly bool
	// Adopt is what the user says happened to a file that was written on another computer; 0 if they were not asked.
	Adopt Adoption
}

// Adoption is what happened to a file that was written on another computer.
type Adoption int

// The file was moved here and this computer takes over, or it is a copy and work on the other computer goes on.
const (
	Moved Adoption = iota + 1
	Copied
)

// Opened hands a file that a Run opened or made to the program, which shows it.
type Opened struct{ File File }

// Reload loads the board again, after something other than Submit wrote to the file.
type Reload struct{}

// Close closes the vacancy and goes home.
type Close struct{}

// Who asks who is working.
type Who struct{}

// OwnPIN asks for the PIN of the member who is working: a new one, or the one they have and what to do with it.
type OwnPIN struct{}

// Quit ends the program once everything is stored.
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
