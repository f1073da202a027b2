package kit

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
)

// This file declares what a screen is, what it may rely on, and which screens there are.

// Screen is one page of the program. It is used through a pointer, on the Bubble Tea goroutine only. It does no I/O:
// reads are Run effects, writes are Submit effects.
type Screen interface {
	// Title is shown in the header: short, no full stop.
	Title() string
	// Keys are the bindings that work here, most useful first. Help bar, help page and palette are made from them. It is
	// called once after every change and before the next key press, so that a screen may keep what it works out here for
	// Update.
	Keys() []Binding
	// Refresh takes over what changed, as the member who is working may see it. It is called before the first View, after every commit, and when a
	// covered page is shown again. It must be cheap. Its effects fetch what the screen shows and the view does not hold.
	// The view is of an empty board, not nil, while no vacancy is open.
	Refresh(v *model.View) []Effect
	// Resize gives the size of the body, without header and footer.
	Resize(width, height int)
	// Update handles a message that is meant for this screen: tea.KeyPressMsg, tea.PasteMsg, Click, Wheel, or the
	// Done of a Run that it asked for.
	Update(msg tea.Msg) []Effect
	// View is a pure function of the fields: at most height lines, each at most width cells wide.
	View() string
}

// Capturing is a screen that may be taking text: then only ctrl+c, esc and tab are global keys.
type Capturing interface{ Capturing() bool }

// Cursored is a screen that shows the terminal's own cursor. X and Y count from the top left of the body; nil hides it.
type Cursored interface{ Cursor() *tea.Cursor }

// Backed is a screen that handles esc itself first, to close a filter for instance. It returns false if it has nothing to
// close; then the program goes back one screen.
type Backed interface{ Back() ([]Effect, bool) }

// Click is a press of the left mouse button, counted from the top left of the body.
type Click struct{ X, Y int }

// Wheel is a turn of the mouse wheel over the body: -1 up, 1 down.
type Wheel struct{ X, Y, By int }

// Name names a kind of screen.
type Name string

// The screens. Which of them are main pages is said in the LIST of screens.
const (
	Home       Name = "home"
	Vacancy    Name = "vacancy"
	Criterion  Name = "criterion"
	Candidates Name = "candidates"
	Assessment Name = "assessment"
	Matrix     Name = "matrix"
	Ranking    Name = "ranking"
	Panel      Name = "panel"
	Import     Name = "import"
	Mapping    Name = "mapping"
	Export     Name = "export"
	Sheet      Name = "own form"
	History    Name = "history"
	Moderation Name = "moderation"
	Meeting    Name = "meeting"
	Interests  Name = "interests"
	Bundles    Name = "bundles"
	Card       Name = "your card"
	New        Name = "new"
)

// Page is a row of the LIST of screens. Title is what the line of main pages and the palette call it.
type Page struct {
	Name    Name
	Title   string
	Tab     bool // a main page of an open vacancy; tab walks these in the order of the LIST
	Palette bool // a further page of an open vacancy, to which the palette leads
	Make    func(*Env, Route) Screen
}

// Route says which screen to show, and of what.
type Route struct {
	Screen    Name
	Candidate model.CandidateID
	Criterion model.CriterionID
	Class     model.Class
	Path      string
}

// Env is what every screen may rely on. It is shared and read only for screens.
type Env struct {
	Library Library
	File    File // nil while no vacancy is open
	// Me is the member who is working, or "" while nobody is chosen.
	Me    model.MemberID
	Theme *Theme
	Text  *Text
	// Dropped counts how often changes that could not be stored were discarded. A screen that showed them as on their way
	// must forget them then.
	Dropped int
}
