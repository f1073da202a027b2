package tuitest

// This file drives the program by hand: messages in, commands carried out in order, the view as text.

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"shortlist/model"
	"shortlist/tui"
	"shortlist/tui/kit"
)

// Day is the clock of every test.
func Day() time.Time { return time.Date(2025, 1, 8, 9, 0, 0, 0, time.UTC) }

// Random is the randomness of every test.
func Random() [32]byte { return [32]byte{1, 2, 3} }

// Second is long enough for what slow work shows, and too short for a note to fade.
const Second = time.Second

// keyTime is how long a person takes for a key: time passes by that much before each.
const keyTime = 400 * time.Millisecond

// Setup says how a test starts. Pages or Make must be there.
type Setup struct {
	Pages         []kit.Page
	Make          func(*kit.Env, kit.Route) kit.Screen // makes every page, if there are no Pages
	Library       *Library
	File          *File
	Start         kit.Route
	Me            model.MemberID
	Width, Height int // 80 by 24 if left empty
}

// pagesOf lists pages that are all made by one function: home, the main pages, and those of the palette.
func pagesOf(make func(*kit.Env, kit.Route) kit.Screen) []kit.Page {
	out := []kit.Page{{Name: kit.Home, Make: make}}
	for _, n := range []kit.Name{kit.Vacancy, kit.Candidates, kit.Matrix, kit.Ranking, kit.Panel, kit.History} {
		out = append(out, kit.Page{Name: n, Title: string(n), Tab: true, Make: make})
	}
	for _, n := range []kit.Name{kit.Interests, kit.Sheet, kit.Moderation, kit.Meeting, kit.Bundles, kit.Card} {
		out = append(out, kit.Page{Name: n, Title: string(n), Palette: true, Make: make})
	}
	return out
}

// Options are those of the program for a setup.
func (s Setup) Options() tui.Options {
	if s.Library == nil {
		s.Library = &Library{}
	}
	if s.Width == 0 {
		s.Width, s.Height = 80, 24
	}
	o := tui.Options{
		Library: s.Library, Pages: s.Pages, Start: s.Start, Me: s.Me,
		Now: Day, Random: Random, Width: s.Width, Height: s.Height,
	}
	if s.Make != nil {
		o.Pages = pagesOf(s.Make)
	}
	if s.File != nil {
		o.File = s.File
	}
	return o
}

// Driver runs the program in step with the test. Time passes only by Pass and before each key.
type Driver struct {
	App   *tui.App
	Ended bool // the program has left

	t       testing.TB
	held    bool
	waiting []tea.Cmd
	clock   time.Duration
	timers  []timer
	mu      sync.Mutex
	sent    []tea.Msg
}

type timer struct {
	at  time.Duration
	msg tea.Msg
}

// New starts the program and carries out everything it asks for at first.
func New(t testing.TB, s Setup) *Driver {
	t.Helper()
	d := start(t, s)
	d.run()
	return d
}

// NewHeld is New with all commands held back: nothing was read yet.
func NewHeld(t testing.TB, s Setup) *Driver {
	t.Helper()
	d := start(t, s)
	d.held = true
	return d
}

func start(t testing.TB, s Setup) *Driver {
	d := &Driver{t: t}
	o := s.Options()
	o.Timer = func(after time.Duration, msg tea.Msg) tea.Cmd {
		d.timers = append(d.timers, timer{d.clock + after, msg})
		return nil
	}
	d.App = tui.New(o)
	d.App.SetSender(func(m tea.Msg) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.sent = append(d.sent, m)
	})
	d.queue(d.App.Init())
	return d
}

// queue takes a command apart and puts it behind those that wait.
func (d *Driver) queue(cmd tea.Cmd) {
	if cmd != nil {
		d.waiting = append(d.waiting, cmd)
	}
}

// Send gives messages to the program and carries out what they lead to.
func (d *Driver) Send(msgs ...tea.Msg) {
	d.t.Helper()
	for _, m := range msgs {
		d.give(m)
		d.run()
	}
}

func (d *Driver) give(msg tea.Msg) {
	msg = d.App.Filter(msg)
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		d.Ended = true
		return
	case tea.BatchMsg:
		for _, c := range msg {
			d.queue(c)
		}
		return
	default:
		_, cmd := d.App.Update(msg)
		_ = d.App.View()
		d.queue(cmd)
	}
}

// run carries out commands until none waits.
func (d *Driver) run() {
	for !d.held && d.Step() {
	}
}

// Step carries out the command that waits longest.
func (d *Driver) Step() bool {
	d.mu.Lock()
	sent := d.sent
	d.sent = nil
	d.mu.Unlock()
	for _, m := range sent {
		d.give(m)
	}
	if len(d.waiting) == 0 || d.Ended {
		return false
	}
	cmd := d.waiting[0]
	d.waiting = d.waiting[1:]
	if msg := cmd(); msg != nil {
		d.give(msg)
	}
	return true
}

// Hold keeps commands back from now on: nothing is read or stored until Step or Release.
func (d *Driver) Hold() { d.held = true }

// Release carries out what was held back.
func (d *Driver) Release() {
	d.held = false
	d.run()
}

// Pass lets time pass.
func (d *Driver) Pass(by time.Duration) {
	d.clock += by
	for {
		i := slices.IndexFunc(d.timers, func(t timer) bool { return t.at <= d.clock })
		if i < 0 {
			return
		}
		msg := d.timers[i].msg
		d.timers = slices.Delete(d.timers, i, i+1)
		d.Send(msg)
	}
}

// Keys presses keys by their names, as a person would: "j", "enter", "ctrl+z".
func (d *Driver) Keys(names ...string) {
	d.t.Helper()
	for _, n := range names {
		d.Pass(keyTime)
		d.Send(kit.Press(n))
	}
}

// Burst presses keys without any time between them.
func (d *Driver) Burst(names ...string) {
	d.t.Helper()
	for _, n := range names {
		d.Send(kit.Press(n))
	}
}

// Type presses the keys of a text.
func (d *Driver) Type(text string) {
	d.t.Helper()
	for _, r := range text {
		if r == ' ' {
			d.Keys("space")
		} else {
			d.Keys(string(r))
		}
	}
}

// Paste pastes a text.
func (d *Driver) Paste(text string) { d.Send(tea.PasteMsg{Content: text}) }

// Click presses the left mouse button.
func (d *Driver) Click(x, y int) { d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }

// Resize changes the size of the window.
func (d *Driver) Resize(width, height int) { d.Send(tea.WindowSizeMsg{Width: width, Height: height}) }

// View is the screen as text, without styles and without spaces at the ends of lines.
func (d *Driver) View() string {
	return plain(d.App.View().Content)
}

func plain(s string) string {
	lines := strings.Split(ansi.Strip(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// Shows fails the test unless the screen shows every text.
func (d *Driver) Shows(texts ...string) {
	d.t.Helper()
	view := d.View()
	for _, s := range texts {
		if !strings.Contains(view, s) {
			d.t.Fatalf("%q is not on the screen:\n%s", s, view)
		}
	}
}

// Lacks fails the test if the screen shows one of the texts.
func (d *Driver) Lacks(texts ...string) {
	d.t.Helper()
	view := d.View()
	for _, s := range texts {
		if strings.Contains(view, s) {
			d.t.Fatalf("%q is on the screen:\n%s", s, view)
		}
	}
}

// Golden compares the screen with the file of the test's name; -update writes it.
func (d *Driver) Golden() {
	d.t.Helper()
	golden.RequireEqual(d.t, d.View()+"\n")
}

// GoldenStyled is Golden with the styles.
func (d *Driver) GoldenStyled() {
	d.t.Helper()
	golden.RequireEqual(d.t, d.App.View().Content)
}
