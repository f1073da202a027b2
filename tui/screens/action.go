package screens

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// This file pairs keys with what they do, so that the keys a screen shows are the keys it answers.

// action is a key and what it does.
type action struct {
	key kit.Binding
	do  func(tea.KeyPressMsg) []kit.Effect
}

// bindings are the keys of actions, for the help.
func bindings(actions []action, more ...kit.Binding) []kit.Binding {
	out := make([]kit.Binding, 0, len(actions)+len(more))
	for _, a := range actions {
		out = append(out, a.key)
	}
	return append(out, more...)
}

// perform carries out the action of a key press. A key that does nothing now tells why.
func perform(actions []action, msg tea.KeyPressMsg) ([]kit.Effect, bool) {
	for _, a := range actions {
		if !a.key.Match(msg) {
			continue
		}
		if a.key.Why != "" {
			return []kit.Effect{kit.Note{Text: a.key.Why}}, true
		}
		return a.do(msg), true
	}
	return nil, false
}

// on is an action that does not look at the key press.
func on(key kit.Binding, do func() []kit.Effect) action {
	return action{key, func(tea.KeyPressMsg) []kit.Effect { return do() }}
}

// onKey is an action that looks at the key press, because its binding stands for several keys.
func onKey(key kit.Binding, do func(tea.KeyPressMsg) []kit.Effect) action { return action{key, do} }

// emit is an action whose effects are known beforehand.
func emit(key kit.Binding, effects ...kit.Effect) action {
	return action{key, func(tea.KeyPressMsg) []kit.Effect { return effects }}
}

// moving are the keys of a list, for the help.
func moving() []kit.Binding {
	return []kit.Binding{kit.Up, kit.Down, kit.PageUp, kit.PageDown, kit.First, kit.Last}
}
