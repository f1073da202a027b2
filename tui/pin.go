package tui

// This file asks for PINs: of a member whose name is chosen, and when a member sets, changes or takes away their own.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// secret says what follows when digits were typed in a prompt that hides them. work takes long, so it runs in another
// goroutine, and the prompt stays open until its answer comes.
type secret struct {
	work func(pin string) ([]byte, error) // captures values only; if nil, then gets the digits
	then func([]byte) tea.Cmd
	drop func() tea.Cmd // called on esc; may be nil
	busy bool           // work has begun
}

// worked is the message that the work of a secret has ended. overlay is the number of its prompt.
type worked struct {
	overlay int
	made    []byte
	err     error
}

// askSecret asks for digits, which are hidden while they are typed.
func (a *App) askSecret(p kit.Prompt, s secret) {
	p.Hidden = true
	q := newPrompter(nil, p)
	q.secret = s
	a.openOverlay(q)
}

// start begins the work on the digits.
func (s *secret) start(overlay int, typed string) tea.Cmd {
	s.busy = true
	work := s.work
	return func() tea.Msg {
		var made []byte
		err := safely(func() (err error) { made, err = work(typed); return err })
		return worked{overlay, made, err}
	}
}

// worked closes the prompt and goes on, or says in the prompt what is wrong with the digits.
func (a *App) worked(msg worked) tea.Cmd {
	for _, o := range a.overlays {
		q, ok := o.content.(*prompter)
		if !ok || o.id != msg.overlay || !q.secret.busy {
			continue
		}
		q.secret.busy = false
		if msg.err != nil {
			q.wrong = model.Explain(msg.err)
			q.line.SetValue("")
			return nil
		}
		a.closeOverlay(o)
		return q.secret.then(msg.made)
	}
	return nil
}

// aboutPIN returns true if a command sets or removes a PIN. Such a command is no work, so it is not a step of undo.
func aboutPIN(c model.Command) bool {
	switch c.(type) {
	case model.SetPIN, model.RemovePIN:
		return true
	}
	return false
}

// asksPIN returns true if the PIN of a member is asked for on this laptop.
func (a *App) asksPIN(m model.MemberID) bool {
	return a.env.File != nil && a.board.AsksPIN(m, a.env.File.Device())
}

// signIn makes a member the one who is working. If they have a PIN, they type it first.
func (a *App) signIn(id model.MemberID) tea.Cmd {
	m := a.board.Member(id)
	switch {
	case a.whyNotHere(id) != "":
		return a.askWho(a.whyNotHere(id))
	case m == nil || id == a.env.Me || !a.asksPIN(id):
		return a.workAs(id)
	case a.whyNoPINCheck(*m) != "":
		return a.warn(a.whyNoPINCheck(*m))
	}
	a.askSecret(kit.Prompt{Title: "The PIN of " + kit.Clean(m.Name), Text: "Only " + kit.Clean(m.Name) + " works under this name. Whoever forgot the PIN asks the chair to take it away.", Check: needPIN}, secret{
		work: a.tryPIN(id),
		then: func([]byte) tea.Cmd { return a.workAs(id) },
		drop: func() tea.Cmd { return a.askWho("") },
	})
	return nil
}

// whyNotHere returns why a member cannot work on this laptop, or "" if they can.
func (a *App) whyNotHere(id model.MemberID) string {
	if a.env.File == nil {
		return ""
	}
	return a.board.WhyNotHere(id, a.env.File.Device())
}

// whyNoPINCheck returns why the PIN of a member cannot be checked now, or "" if it can.
func (a *App) whyNoPINCheck(m model.Member) string {
	if !a.env.File.ReadOnly() {
		return ""
	}
	return m.Name + " has a PIN, which cannot be checked while the file is open for reading only, because wrong tries could not be counted."
}

// tryPIN returns the function that checks the PIN of a member.
func (a *App) tryPIN(id model.MemberID) func(string) ([]byte, error) {
	f, now := a.env.File, a.opts.Now
	return func(pin string) ([]byte, error) { return nil, f.TryPIN(id, pin, now()) }
}

// handOver asks who is working. If the present member has a PIN, nobody is working until somebody is chosen, so that the PIN
// is asked for again.
func (a *App) handOver() tea.Cmd {
	if !a.asksPIN(a.env.Me) {
		return a.askWho("")
	}
	return a.whenSaved(func() tea.Cmd {
		a.setWorker("")
		return a.askWho("")
	})
}

// tellPINRemoved tells the member who has begun to work that the chair took their PIN away.
func (a *App) tellPINRemoved() {
	if says := a.board.TellTaken(a.env.Me); says != "" {
		a.openOverlay(&question{title: "Your PIN was taken away", text: says + " Set a new one (# on the panel page), then this is not told again.", choices: []choice{{label: "Go on"}}})
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
		return a.askWho("Whose PIN? Choose your own name first.")
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

// choosePIN asks whether to change a PIN or take it away.
func (a *App) choosePIN(me model.MemberID) tea.Cmd {
	a.openOverlay(&question{title: "Your PIN", text: "Change it, or take it away?", choices: []choice{
		{label: "Keep it"},
		{label: "Change it", key: "c", act: func() tea.Cmd { return a.newPIN() }},
		{label: "Take it away", key: "t", act: func() tea.Cmd {
			return a.submit(nil, kit.Submit{Command: model.RemovePIN{Member: me}, Note: "Your PIN is taken away: your name can be chosen on this laptop without it."})
		}},
	}})
	return nil
}

// newPIN asks for a new PIN, then for the same again.
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

// needPIN refuses an empty PIN.
func needPIN(pin string) string {
	if pin == "" {
		return "Type the PIN, then press enter."
	}
	return ""
}

// badPIN says what is wrong with a new PIN.
func badPIN(pin string) string { return model.Explain(model.CheckPIN(pin)) }

// onlyChair returns true if the member who is working is the only chair.
func (a *App) onlyChair() bool {
	for _, m := range a.board.Panel() {
		if m.Role == model.Chair && m.ID != a.env.Me {
			return false
		}
	}
	return a.role() == model.Chair
}

// repeatPIN asks for the new PIN a second time and sets it.
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
