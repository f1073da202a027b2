package tuitest

// This file runs the whole program in an emulated terminal, in the process of the test.

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"

	"shortlist/tui"
)

// Terminal is the program at work in an emulated terminal.
type Terminal struct {
	t       testing.TB
	mu      sync.Mutex // vt.SafeEmulator reads without a lock
	screen  *vt.Emulator
	in      *queue
	signals chan os.Signal
	end     chan error
	ended   bool
}

// RunOptions starts the program with options of the test's own.
func RunOptions(t testing.TB, o tui.Options) *Terminal {
	t.Helper()
	x := &Terminal{
		t: t, screen: vt.NewEmulator(o.Width, o.Height), in: newQueue(), signals: make(chan os.Signal, 8), end: make(chan error, 1),
	}
	_, _ = x.screen.WriteString("\x1b[20h") // new-line mode: there is no line discipline here
	o.Input, o.Output, o.Signals = x.in, x, x.signals
	o.Environ = []string{"TERM=xterm-256color", "COLORTERM=truecolor"}
	go func() { _, _ = io.Copy(x.in, x.screen) }() // what the terminal answers
	ctx, cancel := context.WithCancel(context.Background())
	go func() { x.end <- tui.Run(ctx, o) }()
	t.Cleanup(func() {
		cancel()
		if !x.ended {
			_ = x.Wait()
		}
		_ = x.in.Close()
		if c, ok := x.screen.InputPipe().(io.Closer); ok { // Close of the emulator races with Read
			_ = c.Close()
		}
	})
	return x
}

// Write is what the program draws.
func (x *Terminal) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.screen.Write(p)
}

// Text is what the screen shows.
func (x *Terminal) Text() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.screen.String()
}

// Alternate returns true if the program has the screen to itself.
func (x *Terminal) Alternate() bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.screen.IsAltScreen()
}

// Keys types bytes as a terminal sends them.
func (x *Terminal) Keys(s string) { _, _ = x.in.Write([]byte(s)) }

// Signal sends a signal.
func (x *Terminal) Signal(s os.Signal) { x.signals <- s }

// Until waits until the screen shows a text.
func (x *Terminal) Until(text string) {
	x.t.Helper()
	x.wait(text, true)
}

// Gone waits until the screen shows a text no more.
func (x *Terminal) Gone(text string) {
	x.t.Helper()
	x.wait(text, false)
}

func (x *Terminal) wait(text string, there bool) {
	x.t.Helper()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	limit := time.After(10 * time.Second)
	for strings.Contains(x.Text(), text) != there {
		select {
		case <-tick.C:
		case <-limit:
			x.t.Fatalf("%q there=%v never held:\n%s", text, there, x.Text())
		}
	}
}

// Wait waits for the end of the program and gives its answer.
func (x *Terminal) Wait() error {
	x.t.Helper()
	select {
	case err := <-x.end:
		x.ended = true
		return err
	case <-time.After(10 * time.Second):
		x.ended = true
		x.t.Errorf("the program did not end:\n%s", x.Text())
		return nil
	}
}

// queue is a pipe whose writer never waits.
type queue struct {
	mu     sync.Mutex
	filled *sync.Cond
	bytes  bytes.Buffer
	closed bool
}

func newQueue() *queue {
	q := &queue{}
	q.filled = sync.NewCond(&q.mu)
	return q
}

func (q *queue) Write(p []byte) (int, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.filled.Broadcast()
	return q.bytes.Write(p)
}

func (q *queue) Read(p []byte) (int, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.bytes.Len() == 0 && !q.closed {
		q.filled.Wait()
	}
	if q.bytes.Len() == 0 {
		return 0, io.EOF
	}
	return q.bytes.Read(p)
}

func (q *queue) Close() error {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Broadcast()
	return nil
}
