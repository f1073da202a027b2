package kit

import "charm.land/lipgloss/v2"

// This file holds the styles. They use the sixteen colours of the terminal, so that they suit the user's palette. No state
// is shown by colour alone: each has a sign or a word as well.

// Theme is a set of styles.
type Theme struct {
	Dark                                      bool
	Head, Faint, Strong, Key, Selected, Mark  lipgloss.Style
	Good, Bad, Warn, Info, Tab, TabOn, Border lipgloss.Style
}

// NewTheme makes the styles for a dark or a light background.
func NewTheme(dark bool) *Theme {
	pick := lipgloss.LightDark(dark)
	c := func(light, dark string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(pick(lipgloss.Color(light), lipgloss.Color(dark)))
	}
	plain := lipgloss.NewStyle()
	return &Theme{
		Dark:     dark,
		Head:     c("4", "12").Bold(true),
		Faint:    c("8", "7"),
		Strong:   plain.Bold(true),
		Key:      c("4", "14"),
		Selected: plain.Reverse(true),
		Mark:     c("5", "13").Bold(true),
		Good:     c("2", "10"),
		Bad:      c("1", "9"),
		Warn:     c("3", "11"),
		Info:     c("6", "14"),
		Tab:      c("8", "7"),
		TabOn:    plain.Bold(true).Underline(true),
		Border:   c("8", "8"),
	}
}
