package cli

import "github.com/charmbracelet/x/term"

// enableEchoInput is ENABLE_ECHO_INPUT of SetConsoleMode.
const enableEchoInput = 0x4

// echoOff changes the state of a console so that it does not show what is typed.
func echoOff(s *term.State) { s.Mode &^= enableEchoInput }
