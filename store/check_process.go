package store

// This file checks a vacancy file in a child process. The check of bbolt walks every page in goroutines that guard
// cannot reach; on a damaged file it may kill the process or never end. So the program starts itself with the path in
// its environment, and believes only what the child says in time.

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

const (
	childPath  = "SHORTLIST_CHECK"
	childLimit = "SHORTLIST_CHECK_LIMIT"
	// openLimit is how long a person waits for a file that was not closed; checkLimit is for a check that was asked for.
	openLimit  = 2 * time.Second
	checkLimit = 10 * time.Minute
	// childGrace is how long the child may take beyond its limit before the file counts as damaged.
	childGrace = 2 * time.Second

	childInUse   = 3
	childDamaged = 4
)

// canRunChild is true once the program has shown that it calls RunChildCheck.
var canRunChild atomic.Bool

// RunChildCheck does the check and ends the process if this process was started as a child. Otherwise it tells the store
// that children can be started, and returns false. main must call it before anything else.
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

// childCheck checks a file and returns the exit code. It prints what is lost.
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
	return 0 // sound, or refused for a reason that the parent finds too
}

// structure runs the check of bbolt and returns its first finding.
func structure(tx *bolt.Tx) error {
	for err := range tx.Check() {
		return &DamagedError{Cause: err}
	}
	return nil
}

// checkApart has a file checked by a child process. It returns *DamagedError or *InUseError.
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
	case !errors.As(err, &exit) && ctx.Err() == nil: // the child could not be started
		return sweepFile(path, min(limit, sweepTime))
	case cmd.ProcessState != nil && cmd.ProcessState.ExitCode() == childInUse:
		return &InUseError{path}
	case cmd.ProcessState != nil && cmd.ProcessState.ExitCode() == childDamaged:
		return &DamagedError{What: strings.TrimSpace(out.buf.String())}
	}
	return &DamagedError{Cause: fmt.Errorf("check ended with %w", err)}
}

// limited keeps the first bytes of what a child prints.
type limited struct{ buf bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if room := 1000 - l.buf.Len(); room > 0 {
		l.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}
