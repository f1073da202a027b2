package kit

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// This file is the one table of keys. A key means the same on every screen; help bar, help page, palette and the table
// in the README are made from it.

// Binding is a key with its help. If Why is not empty, the key does nothing now for that reason: the help shows the reason,
// and pressing the key tells it.
type Binding struct {
	key.Binding
	// Says is the sentence of the help page and the palette.
	Says string
	Why  string
}

// Match returns true if a message is a press of the key.
func (b Binding) Match(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && key.Matches(k, b.Binding)
}

// Unless returns the binding with a reason why it does nothing now. With "" it works.
func (b Binding) Unless(why string) Binding { b.Why = why; return b }

// As returns the binding with other words in the help bar and another sentence.
func (b Binding) As(words, says string) Binding {
	b.SetHelp(b.Help().Key, words)
	b.Says = says
	return b
}

// On gives the binding other keys, with the name of the keys for the help.
func (b Binding) On(name string, keys ...string) Binding {
	b.Binding = key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, b.Help().Desc))
	return b
}

func bind(help, words, says string, keys ...string) Binding {
	return Binding{Binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, words)), Says: says}
}

// Moving and the program.
var (
	Up       = bind("↑/k", "up", "Move up.", "up", "k")
	Down     = bind("↓/j", "down", "Move down.", "down", "j")
	Left     = bind("←/h", "left", "Move left.", "left", "h")
	Right    = bind("→/l", "right", "Move right.", "right", "l")
	PageUp   = bind("pgup", "page up", "Move a page up.", "pgup", "ctrl+u")
	PageDown = bind("pgdn", "page down", "Move a page down.", "pgdown", "ctrl+d")
	First    = bind("home/g", "first", "Go to the first line.", "home", "g")
	Last     = bind("end/G", "last", "Go to the last line.", "end", "G")
	Enter    = bind("enter", "open", "Open what is selected.", "enter")
	Back     = bind("esc", "back", "Go back, or close what is open.", "esc")
	Help     = bind("?", "help", "Show every key that works here.", "?", "f1")
	// HelpTyping is help where letters are text.
	HelpTyping = bind("f1", "help", "Show every key that works here.", "f1")
	Palette    = bind(":", "commands", "Search all commands.", ":", "ctrl+p")
	Filter     = bind("/", "filter", "Show only lines with the words you type.", "/")
	Groups     = bind("F", "findings", "Show how many candidates have which finding for each criterion.", "F")
	Sort       = bind("o", "order", "Change the order of the list.", "o")
	QuitKey    = bind("q", "quit", "Leave the program. Everything shown is saved already.", "q")
	Undo       = bind("ctrl+z", "undo", "Take your last action back.", "ctrl+z")
	Redo       = bind("ctrl+y", "redo", "Do again what you took back.", "ctrl+y")
	NextTab    = bind("tab", "next page", "Go to the next main page.", "tab")
	PrevTab    = bind("shift+tab", "page before", "Go to the main page before.", "shift+tab")
	WhoKey     = bind("@", "who", "Switch who is working on this laptop.", "@")
	Redraw     = bind("ctrl+l", "redraw", "Draw the screen anew.", "ctrl+l")
	GoHome     = bind("H", "home", "Close this vacancy and go to the list of vacancies.", "H")
)

// Rating.
var (
	RateMet     = bind("y", "met", "Rate: met.", "y")
	RateNotMet  = bind("n", "not met", "Rate: not met.", "n")
	RateUnclear = bind("u", "unclear", "Rate: unclear.", "u")
	RatePoint   = bind("0–9", "points", "Rate: the point of the scale.", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	RateUnable  = bind("-", "cannot assess", "Rate: I cannot judge this. It is not zero.", "-")
	RateClear   = bind("backspace", "clear", "Take the rating away.", "backspace", "delete")
	Tick        = bind("space", "tick", "Tick or untick the job as counting for this criterion.", "space")
	Evidence    = bind("e", "evidence", "Quote the selected passage as evidence.", "e")
	MarkLines   = bind("m", "mark", "Start or end marking lines of the file; e quotes them.", "m")
	Recognise   = bind("=", "equivalent", "Record that a qualification is, or is not, equivalent to the degree asked.", "=")
	Reason      = bind("r", "reason", "Write the reason for the rating.", "r")
	NextCand    = bind("]", "next", "Go to the next candidate.", "]")
	PrevCand    = bind("[", "previous", "Go to the candidate before.", "[")
	ByCriterion = bind("c", "one criterion", "Rate one criterion across the candidates, or all criteria of one candidate.", "c")
	SubmitKey   = bind("s", "submit", "Hand in your assessment of this candidate.", "s")
	Recuse      = bind("X", "recuse", "Declare a conflict of interest: you neither rate nor count for this candidate.", "X")
	NextTerm    = bind(">", "next term", "Go to the next line of the file with a word of the criterion.", ">")
	PrevTerm    = bind("<", "term before", "Go to the line before with a word of the criterion.", "<")
	SheetKey    = bind("W", "own form", "Your own form for a spreadsheet program: write it, or read it back filled in.", "W")
	OtherPane   = bind("tab", "other side", "Move between the criteria and the file.", "tab")
)

// Preparing and running the panel.
var (
	Add      = bind("a", "add", "Add a line.", "a")
	Words    = bind("w", "words", "Change the words.", "w")
	Type     = bind("t", "type", "Change what is asked: kind, years, level.", "t")
	OtherSet = bind("v", "other list", "Move the criterion between essential and desirable.", "v")
	MoveUp   = bind("K", "move up", "Move the criterion up in its list.", "K", "shift+up")
	MoveDown = bind("J", "move down", "Move the criterion down in its list.", "J", "shift+down")
	Remove   = bind("d", "remove", "Take the line out. Undo brings it back.", "d")
	Weight   = bind("=", "weight", "Give a desirable a weight, with a reason.", "=")
	Points   = bind("p", "scale", "Choose how the criterion is rated.", "p")
	Split    = bind("S", "split", "Split the criterion into several.", "S")
	Merge    = bind("M", "merge", "Join the criterion with the next one.", "M")
	Seal     = bind("L", "seal", "Seal the rules: then rating begins.", "L")
	Unseal   = bind("O", "open rules", "Open sealed rules for a change, with a reason.", "O")
	RulesKey = bind("T", "rules", "Change cut line, ties and minimum of assessors.", "T")
	Counting = bind("C", "how to count", "Choose how experience is counted: presets, and every choice with its source.", "C")
	Header   = bind("E", "header", "Correct title, grade, closing date.", "E")
	Source   = bind("enter", "posting", "Show the posting with the source lines marked.", "enter")
	ImportK  = bind("i", "import", "Take candidates in from a file.", "i")
	ExportK  = bind("x", "export", "Write a report or a table to a file.", "x")
	Reveal   = bind("R", "reveal", "Make the ratings of all members visible to all.", "R")
	Decide   = bind("D", "decide", "Record the decision on this candidate.", "D")
	Agree    = bind("A", "agree", "Record the value the panel agrees on.", "A")
	NewKey   = bind("n", "new", "Make a vacancy from a posting.", "n")
	SampleK  = bind("s", "sample", "Open the sample: an invented vacancy with invented candidates.", "s")
	OpenKey  = bind("f", "open file", "Open a vacancy file from elsewhere.", "f")
)

// Conflicts of interest, and the meeting.
var (
	Declare   = bind("I", "interests", "Declare for each candidate whether you have a conflict of interest.", "I")
	NoneHere  = bind("n", "none", "Declare: I have no conflict of interest with this candidate.", "n")
	NoneRest  = bind("N", "none for the rest", "Declare no conflict of interest with all who are left.", "N")
	GiveBack  = bind("U", "return", "Return an assessment that was handed in to its member, with a reason.", "U")
	Settle    = bind("Q", "differences", "Go to the queue of differences that the panel has to settle.", "Q")
	Meet      = bind("V", "meeting", "Show the case large, for the panel in the room.", "V")
	TieBreak  = bind("B", "tie-breaker", "Name the person, not involved before, who breaks the tie.", "B")
	HideNames = bind("N", "hide names", "Hide or show who gave which rating.", "N")
	InShort   = bind("c", "in short", "Show one criterion at a time, or all in short.", "c")
)

// The panel on laptops of their own.
var (
	BundlesKey = bind("b", "bundles", "Cards and bundles: work with the panel on other laptops.", "b")
	SendKey    = bind("w", "write bundle", "Write a bundle for members, or for the chair.", "w")
	TakeKey    = bind("m", "take in", "Take in a bundle. You see first what would come in.", "m")
	SwapKey    = bind("Y", "exchange", "Keep a folder that others reach too in step: take in what is new there, write what is new here.", "Y")
	PINKey     = bind("#", "PIN", "Set, change or take away your PIN for this laptop.", "#")
	CardKey    = bind("c", "your card", "Your card: make it, save it for the chair, put it under a passphrase.", "c")
	WordKey    = bind("z", "passphrase", "Put the keys of your card under a passphrase, change it, or take it away.", "z")
)

// Reading and typing.
var (
	NextMarked = bind("]/n", "next marked", "Go to the next marked line, or to the next line with the words searched for.", "]", "n")
	PrevMarked = bind("[/N", "marked before", "Go to the marked line before, or to the line before with the words searched for.", "[", "N")
	SearchKey  = bind("/", "search", "Search for words in the text.", "/")
	Save       = bind("ctrl+s", "save", "Keep what the form says.", "ctrl+s")
	PasteText  = bind("ctrl+t", "paste text", "Paste a whole text instead of choosing a file.", "ctrl+t")
	TakeFolder = bind("ctrl+f", "this folder", "Take in the documents of the candidates in this folder: names begin with the reference.", "ctrl+f")
	FolderUp   = bind("ctrl+o", "folder above", "Go to the folder above.", "ctrl+o")
	TypeList   = bind("+", "type a list", "Type or paste criteria line after line.", "+")
	Accept     = bind("y", "is right", "It is read rightly, or looked at: go on to the next one. Once more takes it back.", "y")
	NextDoubt  = bind("!", "next warning", "Go to the next warning of the reader, first to those nobody looked at.", "!")
	PickLines  = bind("space/m", "mark lines", "Start or end marking lines of the posting.", "space", "m")
	OtherSide  = bind("←/→", "other side", "Go between the criteria and the posting.", "left", "right", "h", "l")
	ShowRules  = bind("P", "counting", "Show how experience is counted, and the rules as they are hashed.", "P")
)
