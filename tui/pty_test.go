package tui_test

// This file runs the built program in a pseudo-terminal, with an emulator as the screen.

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// session is one run of the program in a terminal.
type session struct {
	t      *testing.T
	cmd    *exec.Cmd
	pty    *os.File
	mu     sync.Mutex
	screen *vt.Emulator
	ended  chan error
}

// start runs the program in a terminal, with a home folder of its own.
func start(t *testing.T, home string, width, height int, args ...string) *session {
	t.Helper()
	s := &session{t: t, screen: vt.NewEmulator(width, height), ended: make(chan error, 1)}
	s.cmd = command(t, home, args...)
	s.cmd.Env = append(s.cmd.Env, "TERM=xterm-256color", "TMPDIR="+t.TempDir(), "NO_COLOR=1")
	f, err := pty.StartWithSize(s.cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		t.Fatal(err)
	}
	s.pty = f
	drawn := make(chan struct{})
	go func() { // what the program draws
		defer close(drawn)
		buf := make([]byte, 64<<10)
		for {
			n, err := f.Read(buf)
			s.mu.Lock()
			_, _ = s.screen.Write(buf[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	go func() { _, _ = io.Copy(f, s.screen) }() // what the terminal answers
	go func() {
		err := s.cmd.Wait()
		<-drawn
		s.ended <- err
	}()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = f.Close()
		if c, ok := s.screen.InputPipe().(io.Closer); ok {
			_ = c.Close()
		}
	})
	return s
}

// text returns what the screen shows.
func (s *session) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.String()
}

// keys types texts as they are.
func (s *session) keys(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		if _, err := s.pty.WriteString(k); err != nil {
			s.t.Fatalf("type %q: %v\n%s", k, err, s.text())
		}
	}
}

// wait waits until the screen shows a text, and returns the screen.
func (s *session) wait(what string) string { s.t.Helper(); return s.until(what, true) }

// gone waits until the screen does not show a text any more, and returns the screen.
func (s *session) gone(what string) string { s.t.Helper(); return s.until(what, false) }

func (s *session) until(what string, there bool) string {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if x := s.text(); strings.Contains(x, what) == there {
			return x
		}
	}
	s.t.Fatalf("%q there=%v never held:\n%s", what, there, s.text())
	return ""
}

// end waits for the program to end and returns its exit code.
func (s *session) end() int {
	s.t.Helper()
	select {
	case err := <-s.ended:
		if x, ok := err.(*exec.ExitError); ok {
			return x.ExitCode()
		}
		if err != nil {
			s.t.Fatal(err)
		}
		return 0
	case <-time.After(20 * time.Second):
		s.t.Fatalf("the program did not leave:\n%s", s.text())
	}
	return -1
}

// leave presses q and expects the exit code 0.
func (s *session) leave() {
	s.t.Helper()
	s.keys("q")
	if code := s.end(); code != 0 {
		s.t.Fatalf("exit code %d", code)
	}
}

// waitUntilArmed waits until an overlay that opened by itself takes keys.
func (s *session) waitUntilArmed() { time.Sleep(450 * time.Millisecond) }

// signal sends a signal to the program.
func (s *session) signal(x syscall.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(x); err != nil {
		s.t.Fatal(err)
	}
}
