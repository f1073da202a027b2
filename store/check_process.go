package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
)

// This file checks a file in a process of its own. bbolt's check walks every page in goroutines that no guard
// reaches; where a file is damaged it may die, or never end. The program runs itself again with the path in its
// environment, and believes only what the child says within its time.

const (
	childPath  = "SHORTLIST_CHECK"
	childLimit = "SHORTLIST_CHECK_LIMIT"
	// openLimit is how long a person waits when a file was not closed; checkLimit when asked for a check.
	openLimit  = 2 * time.Second
	checkLimit = 10 * time.Minute
	// childGrace is what the child may take beyond its limit before it counts as lost.
	childGrace = 2 * time.Second

	childInUse   = 3
	childDamaged = 4
)

// canRunChild is set once the program has shown that it answers as a child.
var canRunChild atomic.Bool

// RunChildCheck does the child's work where this process was started as one, and then ends it. Otherwise it tells the
// store that the program can be started as a child, and returns false. It is the first thing that main calls.
func RunChildCheck() bool {
	path := os.Getenv(childPath)
	if path == "" {
		canRunChild.Store(true)
		return false
	}
	limit, err := time.ParseDuration(os.Getenv(childLimit))
	if err != nil {
		limit = openLimit
	}
	os.Exit(childCheck(path, limit))
	return true
}

// childCheck checks a file and gives the exit code; what is lost goes to standard output.
func childCheck(path string, limit time.Duration) int {
	time.AfterFunc(limit, func() { os.Exit(0) }) // nothing wrong was found in the time given
	f := &File{path: path, readOnly: true}
	_, err := f.open(openOptions{readOnly: true, timeout: lockTimeout})
	if err == nil {
		err = guard(func() error { return f.db.View(func(tx *bolt.Tx) error { return sweep(tx, limit/2) }) })
	}
	if err == nil {
		err = guard(func() error { return f.db.View(structure) })
	}
	var d *DamagedError
	switch {
	case errors.Is(err, ErrInUse):
		return childInUse
	case errors.As(err, &d):
		fmt.Println(d.What)
		return childDamaged
	}
	return 0 // sound, or refused for a reason that the parent meets as well
}

// structure runs bbolt's own check; the first finding is enough.
func structure(tx *bolt.Tx) error {
	for err := range tx.Check() {
		return &DamagedError{Cause: err}
	}
	return nil
}

// checkApart has a file checked by a child. *DamagedError, *InUseError.
func checkApart(path string, limit time.Duration) error {
	self, err := os.Executable()
	if err != nil || !canRunChild.Load() {
		return sweepFile(path, min(limit, sweepTime))
	}
	ctx, stop := context.WithTimeout(context.Background(), limit+childGrace)
	defer stop()
	var out limited
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), childPath+"="+absolute(path), childLimit+"="+limit.String(), "GOTRACEBACK=none")
	cmd.Stdout = &out
	cmd.WaitDelay = childGrace
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &exit) && ctx.Err() == nil: // it could not be started
		return sweepFile(path, min(limit, sweepTime))
	case cmd.ProcessState != nil && cmd.ProcessState.ExitCode() == childInUse:
		return &InUseError{path}
	case cmd.ProcessState != nil && cmd.ProcessState.ExitCode() == childDamaged:
		return &DamagedError{What: strings.TrimSpace(out.buf.String())}
	}
	return &DamagedError{Cause: fmt.Errorf("check ended with %w", err)}
}

// limited keeps the first of what a child says.
type limited struct{ buf bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if room := 1000 - l.buf.Len(); room > 0 {
		l.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}
