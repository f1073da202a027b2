package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file holds the program's state and the one place where messages are told apart. What each message leads to
// lives with its noun.

// App is the program as Bubble Tea sees it. It is used on the Bubble Tea goroutine only.
type App struct {
	opts  Options
	env   *kit.Env
	board *model.Board

	pages pages
	boxes []*box
	out   outbox
	past  past
	jobs  jobs
	note  note

	width, height int
	opening       string // what is being opened; "" where nothing is
	leaving       bool   // nothing new is taken in
	taken         bool   // the file given at the start was taken over, or closed
	forced        bool   // a signal asked to leave: nobody can answer questions
	gone          bool   // everything is stored and tea.Quit is on its way
	byKey         bool   // a key press or click is being handled
	fault         *Fault
	unsaved       *UnsavedError

	send    func(tea.Msg) // from other goroutines
	later   []tea.Cmd     // commands that something without an answer of its own asks for
	lastBox int
	stale   bool // the view must be drawn anew
	drawn   tea.View
	copies  int // how many files were opened: the number of the timer that copies the last one
}

// New makes the program. Run does it; tests drive it by hand.
func New(o Options) *App {
	a := &App{
		opts:  o,
		env:   &kit.Env{Library: o.Library, Theme: kit.NewTheme(!o.Light), Text: &kit.Text{}},
		board: model.NewBoard(),
		width: o.Width, height: o.Height,
		send:  func(tea.Msg) {},
		stale: true,
	}
	a.jobs.running = map[jobKey]*job{}
	return a
}

// SetSender hands the program the way to send messages from other goroutines.
func (a *App) SetSender(send func(tea.Msg)) { a.send = send }

// Init asks the terminal for its colours and starts with the file or the first screen.
func (a *App) Init() tea.Cmd {
	ask := func() tea.Msg { return tea.RequestBackgroundColor() }
	if f := a.opts.File; f != nil {
		return tea.Batch(a.load(f), ask)
	}
	r := a.opts.Start
	if r.Screen == "" {
		r.Screen = kit.Home
	}
	a.base(r)
	if a.opts.Open != "" {
		return tea.Batch(ask, a.settle(), a.open(kit.Open{Path: a.opts.Open}))
	}
	return tea.Batch(ask, a.settle())
}

// Update handles a message.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.handle(msg)
	after := a.settle()
	later := a.later
	a.later = nil
	return a, tea.Batch(append(later, cmd, after)...)
}

// handle gives a message to what it is meant for. A message that changes nothing leaves the view alone.
func (a *App) handle(msg tea.Msg) tea.Cmd {
	was := a.stale
	a.stale = true
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg:
		return a.paste(msg)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseWheelMsg:
		return a.wheel(msg)
	case tea.WindowSizeMsg:
		return a.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		return a.repaint(msg.IsDark())
	case tea.ModeReportMsg:
		return a.mode(msg)
	case committed:
		return a.committed(msg)
	case worked:
		return a.worked(msg)
	case finished:
		return a.finished(msg)
	case progressed:
		return a.progressed(msg)
	case opened:
		return a.opened(msg)
	case loaded:
		return a.loaded(msg)
	case reloaded:
		return a.reloaded(msg)
	case closed:
		return a.closed(msg)
	case copied:
		return a.copied(msg)
	case rescued:
		return a.rescued(msg)
	case elapsed:
		return a.elapsed(msg)
	case leave:
		return a.leave(msg)
	}
	a.stale = was
	return nil
}

// elapsed is the message of every timer: what it was for, and which one of its kind.
type elapsed struct {
	what string
	id   int
}

// elapsed hands a timer to what started it.
func (a *App) elapsed(msg elapsed) tea.Cmd {
	switch msg.what {
	case timerNote:
		a.note.fade(msg.id)
	case timerArm:
		a.arm(msg.id)
	case timerJob:
		a.slow(msg.id)
	case timerSave:
		a.out.slow(msg.id)
	case timerCopy:
		return a.copyFile(msg.id)
	}
	return nil
}

// resize takes over the size of the window.
func (a *App) resize(width, height int) tea.Cmd {
	a.width, a.height = width, height
	return nil
}

// repaint takes over the background of the terminal.
func (a *App) repaint(dark bool) tea.Cmd {
	if a.env.Theme.Dark != dark {
		*a.env.Theme = *kit.NewTheme(dark)
		a.pages.redraw()
	}
	return nil
}

// mode learns whether the terminal draws whole grapheme clusters (mode 2027).
func (a *App) mode(msg tea.ModeReportMsg) tea.Cmd {
	can := msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
	if msg.Mode == ansi.ModeUnicodeCore && can && !a.env.Text.Graphemes {
		a.env.Text.Graphemes = true
		a.pages.resize()
	}
	return nil
}

// settle brings the page on top up to date: its size, then the board. What it asks for on that occasion may bring
// another page on top, which settles in turn.
func (a *App) settle() tea.Cmd {
	a.sweep()
	var cmds []tea.Cmd
	for range 8 {
		p := a.pages.top()
		if p == nil || a.width == 0 || !p.behind(a.body()) {
			break
		}
		a.stale = true
		cmds = append(cmds, a.do(p, p.catchUp(a.body(), a.board)))
	}
	return tea.Batch(cmds...)
}
