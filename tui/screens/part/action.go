package part

// This file pairs keys with what they do, so that the keys a screen shows are the keys it answers.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// Action is a key and what it does.
type Action struct {
	Key kit.Binding
	Do  func(tea.KeyPressMsg) []kit.Effect
}

// Actions keeps the actions of a screen from the listing of its keys to the next key press, so that they are worked out
// once for a key: finding out why a key does nothing may try a dozen commands.
type Actions struct{ kept []Action }

// Keep takes over what the screen can do now. It returns the keys of the actions, and more behind them.
func (a *Actions) Keep(actions []Action, more ...kit.Binding) []kit.Binding {
	a.kept = actions
	out := make([]kit.Binding, 0, len(actions)+len(more))
	for _, x := range actions {
		out = append(out, x.Key)
	}
	return append(out, more...)
}

// Dispatch carries out the kept action of a key press. A key that does nothing now says why. It returns false if no
// action has the key.
func (a *Actions) Dispatch(msg tea.KeyPressMsg) ([]kit.Effect, bool) {
	for _, x := range a.kept {
		if !x.Key.Match(msg) {
			continue
		}
		if x.Key.Why != "" {
			return []kit.Effect{kit.Note{Text: x.Key.Why}}, true
		}
		return x.Do(msg), true
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
