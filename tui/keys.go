package tui

// This file decides who gets a key. The order is: ctrl+c, the overlay on top, a screen that takes text, the keys that work
// everywhere, the screen.

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// press handles a key press.
func (a *App) press(k tea.KeyPressMsg) tea.Cmd {
	a.byKey = true
	defer func() { a.byKey = false }()
	a.note.pressed()
	if k.String() == "ctrl+c" {
		return a.interrupt()
	}
	if o := a.topOverlay(); o != nil {
		if !o.armed {
			return nil
		}
		return o.content.key(a, o, k)
	}
	p := a.pages.top()
	switch {
	case p == nil || a.opening != "":
		if kit.QuitKey.Match(k) {
			return a.leave(leave{})
		}
		return nil
	case a.leaving:
		return nil
	case p.capturing():
		return a.pressCaptured(p, k)
	}
	for _, g := range a.globals() {
		if g.Match(k) {
			if g.Why != "" {
				return a.say(g.Why)
			}
			return g.act()
		}
	}
	if why := whyNot(p.bindings(), k); why != "" {
		return a.say(why)
	}
	return a.runEffects(p, p.update(k))
}

// pressCaptured handles a key press on a screen that takes text. Only esc, f1 and, on main pages, tab do not go to it.
func (a *App) pressCaptured(p *page, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case kit.HelpTyping.Match(k):
		return a.help()
	case kit.Back.Match(k):
		return a.back()
	case p.isMain && kit.NextTab.Match(k):
		return a.switchTab(1)
	case p.isMain && kit.PrevTab.Match(k):
		return a.switchTab(-1)
	}
	return a.runEffects(p, p.update(k))
}

// interrupt leaves the program, but asks first if a text that is being typed would be lost.
func (a *App) interrupt() tea.Cmd {
	if o := a.topOverlay(); o != nil && !a.leaving {
		if q, ok := o.content.(*prompter); ok && q.changed() {
			a.openOverlay(&question{title: "Leave?", text: "What you are typing is not saved yet.", choices: []choice{
				{label: "Go on typing"},
				{label: "Drop it and leave", act: func() tea.Cmd { return a.leave(leave{}) }},
			}})
			return nil
		}
	}
	return a.leave(leave{})
}

// whyNot returns the reason why a key does nothing on a screen. It is empty if the key does something, or is not a key of
// the screen.
func whyNot(keys []kit.Binding, k tea.KeyPressMsg) string {
	why := ""
	for _, b := range keys {
		if !b.Match(k) {
			continue
		}
		if b.Why == "" {
			return ""
		}
		why = b.Why
	}
	return why
}

// global is a key that works everywhere.
type global struct {
	kit.Binding
	act func() tea.Cmd
}

// globals returns the keys that work everywhere in the present state.
func (a *App) globals() []global {
	out := []global{
		{kit.Help, a.help},
		{kit.Palette, a.palette},
		{kit.Back, a.back},
	}
	if p := a.pages.top(); p != nil && p.isMain {
		out = append(out,
			global{kit.NextTab, func() tea.Cmd { return a.switchTab(1) }},
			global{kit.PrevTab, func() tea.Cmd { return a.switchTab(-1) }})
	}
	if a.env.File != nil {
		out = append(out,
			global{kit.Undo.Unless(a.whyNoUndo()), a.undo},
			global{kit.Redo.Unless(a.whyNoRedo()), a.redo},
			global{kit.WhoKey, a.handOver},
			global{kit.GoHome, a.closeFile})
	}
	return append(out,
		global{kit.Redraw, func() tea.Cmd { return tea.ClearScreen }},
		global{kit.QuitKey, func() tea.Cmd { return a.leave(leave{}) }})
}

// back closes something that the screen has open, such as a search, or goes to the page below.
func (a *App) back() tea.Cmd {
	p := a.pages.top()
	if s, ok := p.screen.(kit.Backed); ok {
		p.screenChanged()
		if effects, done := s.Back(); done {
			return a.runEffects(p, effects)
		}
	}
	return a.pop()
}

// paste gives a pasted text to the overlay on top or the screen. Some terminals send \r as the line end.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	msg.Content = kit.CleanLines(strings.ReplaceAll(strings.ReplaceAll(msg.Content, "\r\n", "\n"), "\r", "\n"))
	if o := a.topOverlay(); o != nil {
		if c, ok := o.content.(pasteTaker); ok && o.armed {
			return c.paste(a, msg.Content)
		}
		return nil
	}
	if p := a.pages.top(); p != nil && a.opening == "" && !a.leaving {
		return a.runEffects(p, p.update(msg))
	}
	return nil
}

// help lists all keys that work here. Enter presses the chosen one.
func (a *App) help() tea.Cmd {
	a.openOverlay(&listPicker{title: "Help: " + a.pages.top().screen.Title(), entries: a.commands()})
	return nil
}

// palette lists what help lists, and the pages to go to.
func (a *App) palette() tea.Cmd {
	entries := a.commands()
	if a.env.File != nil {
		entries = append(entries, choice{name: kit.PINKey.Help().Desc, label: kit.PINKey.Says, group: "Everywhere", act: a.ownPIN})
		further := slices.DeleteFunc(slices.Clone(a.opts.Pages), func(p kit.Page) bool { return !p.Palette })
		for _, row := range slices.Concat(a.mainPages(), further) {
			entries = append(entries, choice{label: "Go to " + row.Title + ".", group: "Go to", act: func() tea.Cmd { return a.push(kit.Route{Screen: row.Name}) }})
		}
	}
	a.openOverlay(&listPicker{title: "Commands", entries: entries})
	return nil
}

// commands returns choices for the keys of the screen and for those that work everywhere.
func (a *App) commands() []choice {
	var out []choice
	p := a.pages.top()
	for _, b := range p.bindings() {
		out = append(out, a.bindingChoices(b, "Here")...)
	}
	for _, g := range a.globals() {
		if !p.capturing() { // else these keys are text
			out = append(out, a.bindingChoices(g.Binding, "Everywhere")...)
		}
	}
	return append(out, choice{key: "ctrl+c", label: "Leave the program from anywhere, also while typing.", group: "Everywhere", act: a.interrupt})
}

// bindingChoices returns the choices for a binding: one, or one for each key if the keys are digits, each of which means
// something else. Digits that do nothing now have one choice together, with the reason.
func (a *App) bindingChoices(b kit.Binding, group string) []choice {
	keys := b.Keys()
	if len(keys) == 0 || !b.Enabled() {
		return nil
	}
	entry := func(shown, key string) choice {
		return choice{key: shown, name: b.Help().Desc, label: b.Says, disabledReason: b.Why, group: group, act: func() tea.Cmd { return a.press(kit.Press(key)) }}
	}
	if len(keys) > 1 && b.Why == "" && !slices.ContainsFunc(keys, func(k string) bool { return len(k) != 1 || k[0] < '0' || k[0] > '9' }) {
		out := make([]choice, len(keys))
		for i, k := range keys {
			out[i] = entry(k, k)
		}
		return out
	}
	return []choice{entry(b.Help().Key, keys[0])}
}
