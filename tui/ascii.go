package tui

// This file draws the signs of the program in ASCII, for terminals and readers that have no others. Words of people stay
// as they are.

import (
	"os"
	"strings"
)

// asciiVariable is the variable of the environment that asks for signs in ASCII if it is "1".
const asciiVariable = "SHORTLIST_ASCII"

// asciiSigns gives each sign another of the same width.
var asciiSigns = strings.NewReplacer(
	"✓", "+", "✗", "x", "◐", "o", "·", ".", "…", ".", "≠", "!", "↩", "<",
	"▸", ">", "▾", "v", "◂", "<", "▴", "^", "›", ">", "→", ">", "←", "<", "↑", "^", "↓", "v", "●", "*", "•", "*", "◆", "*", "Σ", "=",
	"│", "|", "┃", "|", "║", "|", "─", "-", "━", "-", "═", "=", "╭", "+", "╮", "+", "╰", "+", "╯", "+", "├", "+", "┤", "+", "┬", "+", "┴", "+", "┼", "+",
	"┌", "+", "┐", "+", "└", "+", "┘", "+", "▰", "#", "▱", ".", "≈", "=", "○", ".", "▒", ":", "░", ".", "█", "#", "▓", "#",
	"–", "-", "—", "-", "“", `"`, "”", `"`, "‘", "'", "’", "'", "×", "x",
)

// wantsASCII returns true if the environment asks for signs in ASCII. No environment means that of the program.
func wantsASCII(environ []string) bool {
	if environ == nil {
		environ = os.Environ()
	}
	wanted := false
	for _, v := range environ { // the last one counts
		if name, value, _ := strings.Cut(v, "="); name == asciiVariable {
			wanted = value == "1"
		}
	}
	return wanted
}
