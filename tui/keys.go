package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// This file decides who gets a key: ctrl+c, then the box on top, then a screen that takes text, then the keys that
// work everywhere, then the screen.

// press gives a key press to whoever it is for.
func (a *App) press(k tea.KeyPressMsg) tea.Cmd {
	a.byKey = true
	defer func() { a.byKey = false }()
	a.note.pressed()
	if k.String() == "ctrl+c" {
		return a.interrupt()
	}
	if b := a.box(); b != nil {
		if !b.armed {
			return nil
		}
		return b.overlay.key(a, b, k)
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
	return a.do(p, p.update(k))
}

// pressCaptured is press for a screen that takes text: only esc, f1 and tab are not its own, and tab only on main pages.
func (a *App) pressCaptured(p *page, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case kit.HelpTyping.Match(k):
		return a.help()
	case kit.Back.Match(k):
		return a.back()
	case p.main && kit.NextTab.Match(k):
		return a.walk(1)
	case p.main && kit.PrevTab.Match(k):
		return a.walk(-1)
	}
	return a.do(p, p.update(k))
}

// interrupt leaves. What is being typed is not thrown away by the first ctrl+c.
func (a *App) interrupt() tea.Cmd {
	if b := a.box(); b != nil && !a.leaving {
		if q, ok := b.overlay.(*prompter); ok && q.changed() {
			a.put(&question{title: "Leave?", text: "What you are typing is not saved yet.", choices: []choice{
				{words: "Go on typing"},
				{words: "Drop it and leave", act: func() tea.Cmd { return a.leave(leave{}) }},
			}})
			return nil
		}
	}
	return a.leave(leave{})
}

// whyNot is the reason for which a key does nothing on a screen; "" where it does something, or means nothing at all.
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

// globals lists the keys that work everywhere, as things are now.
func (a *App) globals() []global {
	out := []global{
		{kit.Help, a.help},
		{kit.Palette, a.palette},
		{kit.Back, a.back},
	}
	if p := a.pages.top(); p != nil && p.main {
		out = append(out,
			global{kit.NextTab, func() tea.Cmd { return a.walk(1) }},
			global{kit.PrevTab, func() tea.Cmd { return a.walk(-1) }})
	}
	if a.env.File != nil {
		out = append(out,
			global{kit.Undo.Unless(a.whyNoUndo()), a.undo},
			global{kit.Redo.Unless(a.whyNoRedo()), a.redo},
			global{kit.WhoKey, a.handOver},
			global{kit.GoHome, a.close})
	}
	return append(out,
		global{kit.Redraw, func() tea.Cmd { return tea.ClearScreen }},
		global{kit.QuitKey, func() tea.Cmd { return a.leave(leave{}) }})
}

// back closes what the screen has open, or goes to the page below.
func (a *App) back() tea.Cmd {
	p := a.pages.top()
	if s, ok := p.screen.(kit.Backed); ok {
		p.touch()
		if effects, done := s.Back(); done {
			return a.do(p, effects)
		}
	}
	return a.pop()
}

// paste gives pasted text to the box on top or the screen. Line ends come as \r from some terminals.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	msg.Content = kit.CleanLines(strings.ReplaceAll(strings.ReplaceAll(msg.Content, "\r\n", "\n"), "\r", "\n"))
	if b := a.box(); b != nil {
		if o, ok := b.overlay.(pasted); ok && b.armed {
			return o.paste(a, msg.Content)
		}
		return nil
	}
	if p := a.pages.top(); p != nil && a.opening == "" && !a.leaving {
		return a.do(p, p.update(msg))
	}
	return nil
}

// help shows every key that works here; enter presses the key.
func (a *App) help() tea.Cmd {
	a.put(&picker{title: "Help: " + a.pages.top().screen.Title(), entries: a.commands()})
	return nil
}

// palette is help with the pages to go to.
func (a *App) palette() tea.Cmd {
	entries := a.commands()
	if a.env.File != nil {
		entries = append(entries, choice{name: kit.PINKey.Help().Desc, words: kit.PINKey.Says, group: "Everywhere", act: a.ownPIN})
		further := slices.DeleteFunc(slices.Clone(a.opts.Pages), func(p kit.Page) bool { return !p.Palette })
		for _, row := range slices.Concat(a.tabs(), further) {
			entries = append(entries, choice{words: "Go to " + row.Title + ".", group: "Go to", act: func() tea.Cmd { return a.push(kit.Route{Screen: row.Name}) }})
		}
	}
	a.put(&picker{title: "Commands", entries: entries})
	return nil
}

// commands lists the keys of the screen, then those that work everywhere.
func (a *App) commands() []choice {
	var out []choice
	p := a.pages.top()
	for _, b := range p.bindings() {
		out = append(out, a.command(b, "Here")...)
	}
	for _, g := range a.globals() {
		if !p.capturing() { // there the others are letters
			out = append(out, a.command(g.Binding, "Everywhere")...)
		}
	}
	return append(out, choice{key: "ctrl+c", words: "Leave the program from anywhere, also while typing.", group: "Everywhere", act: a.interrupt})
}

// command makes the entries of a binding: one, or one a key where every key means something of its own.
func (a *App) command(b kit.Binding, group string) []choice {
	keys := b.Keys()
	if len(keys) == 0 || !b.Enabled() {
		return nil
	}
	entry := func(shown, key string) choice {
		return choice{key: shown, name: b.Help().Desc, words: b.Says, why: b.Why, group: group, act: func() tea.Cmd { return a.press(kit.Press(key)) }}
	}
	if len(keys) > 1 && !slices.ContainsFunc(keys, func(k string) bool { return len(k) != 1 || k[0] < '0' || k[0] > '9' }) {
		out := make([]choice, len(keys))
		for i, k := range keys {
			out[i] = entry(k, k)
		}
		return out
	}
	return []choice{entry(b.Help().Key, keys[0])}
}
