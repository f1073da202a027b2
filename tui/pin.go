package tui

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file asks for PINs: before somebody's name can be chosen, and when a member sets, changes or takes away their own.

// secret is what a box with hidden digits leads to. work takes a while, so it goes on off the screen, and the box stays until
// the answer comes.
type secret struct {
	work func(pin string) ([]byte, error) // closed over values
	then func([]byte) tea.Cmd
	drop func() tea.Cmd // esc; nil where nothing follows
	busy bool
}

// worked answers the work of a secret, asked in a box.
type worked struct {
	box  int
	made []byte
	err  error
}

// askSecret asks for digits that nobody shall read.
func (a *App) askSecret(p kit.Prompt, s secret) {
	p.Hidden = true
	q := newPrompter(nil, p)
	q.secret = s
	a.put(q)
}

// start begins to work on what was typed.
func (s *secret) start(box int, typed string) tea.Cmd {
	s.busy = true
	work := s.work
	return func() tea.Msg {
		var made []byte
		err := safely(func() (err error) { made, err = work(typed); return err })
		return worked{box, made, err}
	}
}

// worked goes on with what was typed, or says in the box why not.
func (a *App) worked(msg worked) tea.Cmd {
	for _, b := range a.boxes {
		q, ok := b.overlay.(*prompter)
		if !ok || b.id != msg.box || !q.secret.busy {
			continue
		}
		q.secret.busy = false
		if msg.err != nil {
			q.wrong = model.Explain(msg.err)
			q.line.SetValue("")
			return nil
		}
		a.shut(b)
		return q.secret.then(msg.made)
	}
	return nil
}

// aboutPIN tells whether a command is about a PIN: that is not work, and nobody takes it back with the work.
func aboutPIN(c model.Command) bool {
	switch c.(type) {
	case model.SetPIN, model.RemovePIN:
		return true
	}
	return false
}

// asksPIN tells whether a member's PIN is asked for here.
func (a *App) asksPIN(m model.MemberID) bool {
	return a.env.File != nil && a.board.AsksPIN(m, a.env.File.Device())
}

// seat lets a member work once they typed the PIN they have, if any.
func (a *App) seat(id model.MemberID) tea.Cmd {
	m := a.board.Member(id)
	switch {
	case a.whyNotHere(id) != "":
		return a.who(a.whyNotHere(id))
	case m == nil || id == a.env.Me || !a.asksPIN(id):
		return a.work(id)
	case a.whyNotTry(*m) != "":
		return a.warn(a.whyNotTry(*m))
	}
	a.askSecret(kit.Prompt{Title: "The PIN of " + kit.Clean(m.Name), Text: "Only " + kit.Clean(m.Name) + " works under this name. Whoever forgot the PIN asks the chair to take it away.", Check: needPIN}, secret{
		work: a.tryPIN(id),
		then: func([]byte) tea.Cmd { return a.work(id) },
		drop: func() tea.Cmd { return a.who("") },
	})
	return nil
}

// whyNotHere says why a member does not sit down on this laptop; "" where they may.
func (a *App) whyNotHere(id model.MemberID) string {
	if a.env.File == nil {
		return ""
	}
	return a.board.WhyNotHere(id, a.env.File.Device())
}

// whyNotTry says why a PIN cannot be checked now; "" where it can.
func (a *App) whyNotTry(m model.Member) string {
	if !a.env.File.ReadOnly() {
		return ""
	}
	return m.Name + " has a PIN, which cannot be checked while the file is open for reading only, because wrong tries could not be counted."
}

// tryPIN is the check of a member's PIN.
func (a *App) tryPIN(id model.MemberID) func(string) ([]byte, error) {
	f, now := a.env.File, a.opts.Now
	return func(pin string) ([]byte, error) { return nil, f.TryPIN(id, pin, now()) }
}

// handOver asks who is working. Whoever has a PIN leaves their work first, so that it is asked for when they come back.
func (a *App) handOver() tea.Cmd {
	if !a.asksPIN(a.env.Me) {
		return a.who("")
	}
	return a.whenSaved(func() tea.Cmd {
		a.sit("")
		return a.who("")
	})
}

// tellTaken tells the member who has sat down that the chair took their PIN away.
func (a *App) tellTaken() {
	if says := a.board.TellTaken(a.env.Me); says != "" {
		a.put(&question{title: "Your PIN was taken away", text: says + " Set a new one (# on the panel page), then this is not told again.", choices: []choice{{words: "Go on"}}})
	}
}

// ownPIN lets the member who is working set, change or take away their PIN.
func (a *App) ownPIN() tea.Cmd {
	m := a.board.Member(a.env.Me)
	switch {
	case a.env.File == nil:
		return a.warn("No vacancy is open: open one first.")
	case a.env.File.ReadOnly():
		return a.warn("This file is open for reading only.")
	case m == nil:
		return a.who("Whose PIN? Choose your own name first.")
	case !a.board.IsChairDevice(a.env.File.Device()):
		return a.warn("On this laptop only you work: you need no PIN. One is for members who take turns at the chair's laptop.")
	case !a.asksPIN(m.ID):
		return a.newPIN()
	}
	a.askSecret(kit.Prompt{Title: "Your PIN", Text: "Type the PIN you have now. Then you can change it or take it away.", Check: needPIN}, secret{
		work: a.tryPIN(m.ID), then: func([]byte) tea.Cmd { return a.choosePIN(m.ID) },
	})
	return nil
}

func (a *App) choosePIN(me model.MemberID) tea.Cmd {
	a.put(&question{title: "Your PIN", text: "Change it, or take it away?", choices: []choice{
		{words: "Keep it"},
		{words: "Change it", key: "c", act: func() tea.Cmd { return a.newPIN() }},
		{words: "Take it away", key: "t", act: func() tea.Cmd {
			return a.submit(nil, kit.Submit{Command: model.RemovePIN{Member: me}, Note: "Your PIN is taken away: your name can be chosen on this laptop without it."})
		}},
	}})
	return nil
}

// newPIN takes a new PIN, twice.
func (a *App) newPIN() tea.Cmd {
	text := "It keeps others at this laptop out of your work, on the screen and on the command line; it does not encrypt the file, and copies made before do not ask for it. It takes 4 to 12 digits."
	if a.onlyChair() {
		text += " You are the only chair: nobody could take it away if you forget it."
	}
	a.askSecret(kit.Prompt{Title: "Your new PIN", Text: text, Check: badPIN}, secret{
		then: func(pin []byte) tea.Cmd { return a.repeatPIN(string(pin)) },
	})
	return nil
}

func needPIN(pin string) string {
	if pin == "" {
		return "Type the PIN, then press enter."
	}
	return ""
}

func badPIN(pin string) string { return model.Explain(model.CheckPIN(pin)) }

// onlyChair tells whether the member who is working is the only chair.
func (a *App) onlyChair() bool {
	for _, m := range a.board.Panel() {
		if m.Role == model.Chair && m.ID != a.env.Me {
			return false
		}
	}
	return a.role() == model.Chair
}

func (a *App) repeatPIN(pin string) tea.Cmd {
	f := a.env.File
	a.askSecret(kit.Prompt{Title: "Your new PIN, once more", Text: "Type it a second time.", Check: func(again string) string {
		if again != pin {
			return "This is not what you typed first. Type that again, or press esc and begin anew."
		}
		return ""
	}}, secret{
		work: f.MakePIN,
		then: func(lock []byte) tea.Cmd {
			return a.submit(nil, kit.Submit{Command: model.SetPIN{Lock: lock}, Note: "PIN set. It is asked whenever somebody chooses your name on this laptop."})
		},
	})
	return nil
}
