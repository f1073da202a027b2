package cli

// This file reads what must not be seen on the terminal.

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"
)

// interruptedCode is the exit code of a program that an interrupt ended, as shells give it.
const interruptedCode = 130

// readHidden asks for a line on a terminal and does not show what is typed. The echo is off before the prompt is on the
// screen: whoever sees the prompt may type. A signal that ends the program leaves the terminal as it was.
func readHidden(terminal uintptr, out io.Writer, prompt string) ([]byte, error) {
	was, err := term.GetState(terminal)
	if err != nil {
		return nil, err
	}
	silent, err := term.GetState(terminal)
	if err != nil {
		return nil, err
	}
	endings := make(chan os.Signal, 1)
	signal.Notify(endings, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(endings)
	read := make(chan struct{})
	defer close(read)
	go func() {
		select {
		case <-endings:
			_ = term.Restore(terminal, was)
			fmt.Fprintln(out)
			os.Exit(interruptedCode)
		case <-read:
		}
	}()

	echoOff(silent)
	if err := term.SetState(terminal, silent); err != nil {
		return nil, err
	}
	defer func() { _ = term.Restore(terminal, was) }()
	fmt.Fprint(out, prompt)
	b, err := term.ReadPassword(terminal)
	fmt.Fprintln(out)
	return b, err
}
