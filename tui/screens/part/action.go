package part

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// This file pairs keys with what they do, so that the keys a screen shows are the keys it answers.

// Action is a key and what it does.
type Action struct {
	Key kit.Binding
	Do  func(tea.KeyPressMsg) []kit.Effect
}

// Bindings are the keys of actions, for the help.
func Bindings(actions []Action, more ...kit.Binding) []kit.Binding {
	out := make([]kit.Binding, 0, len(actions)+len(more))
	for _, a := range actions {
		out = append(out, a.Key)
	}
	return append(out, more...)
}

// Dispatch carries out the action of a key press. A key that does nothing now tells why.
func Dispatch(actions []Action, msg tea.KeyPressMsg) ([]kit.Effect, bool) {
	for _, a := range actions {
		if !a.Key.Match(msg) {
			continue
		}
		if a.Key.Why != "" {
			return []kit.Effect{kit.Note{Text: a.Key.Why}}, true
		}
		return a.Do(msg), true
	}
	return nil, false
}

// On is an action that does not look at the key press.
func On(key kit.Binding, do func() []kit.Effect) Action {
	return Action{key, func(tea.KeyPressMsg) []kit.Effect { return do() }}
}

// OnKey is an action that looks at the key press, because its binding stands for several keys.
func OnKey(key kit.Binding, do func(tea.KeyPressMsg) []kit.Effect) Action { return Action{key, do} }

// Emit is an action whose effects are known beforehand.
func Emit(key kit.Binding, effects ...kit.Effect) Action {
	return Action{key, func(tea.KeyPressMsg) []kit.Effect { return effects }}
}

// MovingKeys are the keys of a list, for the help.
func MovingKeys() []kit.Binding {
	return []kit.Binding{kit.Up, kit.Down, kit.PageUp, kit.PageDown, kit.First, kit.Last}
}
