//go:build unix

package cli

import (
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// promptWatch notes if the terminal still shows what is typed at the moment the prompt appears, and then types a line.
type promptWatch struct {
	t       *testing.T
	tty     uintptr
	keys    func(string)
	text    strings.Builder
	echoing bool
}

func (w *promptWatch) Write(b []byte) (int, error) {
	if w.text.Len() == 0 {
		s, err := term.GetState(w.tty)
		if err != nil {
			w.t.Error(err)
		}
		w.echoing = s.Lflag&syscall.ECHO != 0
		w.keys("4071\n")
	}
	return w.text.Write(b)
}

func TestNothingTypedAtAPINPromptIsShown(t *testing.T) {
	keyboard, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer keyboard.Close()
	defer tty.Close()
	before, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	w := &promptWatch{t: t, tty: tty.Fd(), keys: func(s string) {
		if _, err := keyboard.WriteString(s); err != nil {
			t.Error(err)
		}
	}}
	b, err := readHidden(tty.Fd(), w, "PIN: ")
	if err != nil || string(b) != "4071" {
		t.Fatalf("%q, %v", b, err)
	}
	if w.echoing {
		t.Error("the prompt was on the screen while the terminal still showed what is typed")
	}
	if x := w.text.String(); x != "PIN: \n" {
		t.Errorf("written: %q", x)
	}
	after, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	if after.Lflag != before.Lflag {
		t.Errorf("the terminal is left in another state: %x, before %x", after.Lflag, before.Lflag)
	}
}
