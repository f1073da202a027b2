package tui

// This file holds the state of the program and the one switch over its messages. What a message leads to is in the file
// that is named after its noun.

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shortlist/model"
	"shortlist/tui/kit"
)

// App is the model of Bubble Tea. It is used on the goroutine of Bubble Tea only.
type App struct {
	// What the program was given, and the open vacancy: env.File is nil if none is open.
	opts  Options
	env   *kit.Env
	board *model.Board

	// What is on the screen.
	pages       pages
	overlays    []*overlay // the last one is on top
	lastOverlay int        // the number of the overlay that was opened last
	note        note

	// What is on its way to the disk or comes back from elsewhere.
	out         outbox
	history     undoHistory
	jobs        jobs
	opening     string // a sentence about the file that is being opened, or ""
	backupTimer int    // counts the opened files: the number of the timer that backs up the open one

	// How the program ends.
	taken   bool // the file of the options has been opened or has failed to open, so Run need not close it
	leaving bool // the user or a signal asked to leave: nothing new is accepted
	forced  bool // a signal asked to leave: nobody can answer questions
	gone    bool // everything is stored and tea.Quit is on its way
	fault   *Fault
	unsaved *UnsavedError

	// How messages are handled and the screen is drawn.
	byKey         bool          // a key press or click is being handled
	afterUpdate   []tea.Cmd     // commands of functions that return none
	send          func(tea.Msg) // sends a message from another goroutine
	width, height int
	needsDraw     bool // drawn is out of date
	ascii         bool // signs are drawn in ASCII
	drawn         tea.View
}

// New returns the program before its start. Run uses it, and tests that send the messages themselves.
func New(o Options) *App {
	a := &App{
		opts:  o,
		env:   &kit.Env{Library: o.Library, Theme: kit.NewTheme(!o.Light), Text: &kit.Text{}},
		board: model.NewBoard(),
		width: o.Width, height: o.Height,
		send:      func(tea.Msg) {},
		needsDraw: true,
		ascii:     wantsASCII(o.Environ),
	}
	a.jobs.running = map[jobKey]*job{}
	return a
}

// SetSender sets the function by which other goroutines send messages to the program.
func (a *App) SetSender(send func(tea.Msg)) { a.send = send }

// Init asks the terminal for its background, and loads the file of the options or shows the first screen.
func (a *App) Init() tea.Cmd {
	ask := func() tea.Msg { return tea.RequestBackgroundColor() }
	if f := a.opts.File; f != nil {
		return tea.Batch(a.loadFile(f), ask)
	}
	r := a.opts.Start
	if r.Screen == "" {
		r.Screen = kit.Home
	}
	a.showBase(r)
	if a.opts.Open != "" {
		return tea.Batch(ask, a.syncTopPage(), a.openFile(kit.Open{Path: a.opts.Open}))
	}
	return tea.Batch(ask, a.syncTopPage())
}

// Update handles a message and brings the page on top up to date.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.handle(msg)
	after := a.syncTopPage()
	later := a.afterUpdate
	a.afterUpdate = nil
	return a, tea.Batch(append(later, cmd, after)...)
}

// handle passes a message on. The view is not drawn anew for a message that it does not know.
func (a *App) handle(msg tea.Msg) tea.Cmd {
	was := a.needsDraw
	a.needsDraw = true
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
		return a.modeReported(msg)
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
	case backedUp:
		return a.backedUp(msg)
	case unsavedDumped:
		return a.unsavedDumped(msg)
	case elapsed:
		return a.elapsed(msg)
	case leave:
		return a.leave(msg)
	}
	a.needsDraw = was
	return nil
}

// elapsed is the message of every timer: the kind of the timer, and its number among those of its kind.
type elapsed struct {
	what string
	id   int
}

// elapsed passes a timer on to what started it.
func (a *App) elapsed(msg elapsed) tea.Cmd {
	switch msg.what {
	case timerNote:
		a.note.fade(msg.id)
	case timerArm:
		a.armOverlay(msg.id)
	case timerJob:
		a.showSlowJob(msg.id)
	case timerSave:
		a.out.slow(msg.id)
	case timerCopy:
		return a.backUp(msg.id)
	}
	return nil
}

// resize stores the size of the window.
func (a *App) resize(width, height int) tea.Cmd {
	a.width, a.height = width, height
	return nil
}

// repaint changes the theme if the background of the terminal is not the one it is made for.
func (a *App) repaint(dark bool) tea.Cmd {
	if a.env.Theme.Dark != dark {
		*a.env.Theme = *kit.NewTheme(dark)
		a.pages.coloursChanged()
	}
	return nil
}

// modeReported makes text be measured in whole grapheme clusters if the terminal draws it so (mode 2027).
func (a *App) modeReported(msg tea.ModeReportMsg) tea.Cmd {
	can := msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
	if msg.Mode == ansi.ModeUnicodeCore && can && !a.env.Text.Graphemes {
		a.env.Text.Graphemes = true
		a.pages.measuresChanged()
	}
	return nil
}

// syncTopPage gives the page on top its size and the board, if they have changed. Its effects may bring another page to the
// top, which is then brought up to date too. The number of rounds is limited, so that pages that replace each other cannot
// stop the program.
func (a *App) syncTopPage() tea.Cmd {
	a.cancelOrphanJobs()
	var cmds []tea.Cmd
	for range 8 {
		p := a.pages.top()
		if p == nil || a.width == 0 || !p.outdated(a.bodySize()) {
			break
		}
		a.needsDraw = true
		cmds = append(cmds, a.runEffects(p, p.sync(a.bodySize(), a.board.As(a.env.Me))))
	}
	return tea.Batch(cmds...)
}
