//go:build unix

package cli

import (
	"syscall"

	"github.com/charmbracelet/x/term"
)

// echoOff changes the state of a terminal so that it does not show what is typed.
func echoOff(s *term.State) { s.Lflag &^= syscall.ECHO }
