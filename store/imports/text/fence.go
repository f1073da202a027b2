package text

import (
	"errors"
	"fmt"
	"time"
)

// This file limits readers of complicated formats: a damaged or hostile file may cost some seconds and end with an
// error, but it never stops the program.

// Errors of a fenced reader besides its own.
var (
	ErrSlow    = errors.New("takes too long to read")
	ErrBomb    = errors.New("unpacks to far more than it is")
	ErrDamaged = errors.New("damaged")
)

// Clock is the time limit of a reader.
type Clock struct{ until time.Time }

// NewClock starts a time limit.
func NewClock(limit time.Duration) *Clock { return &Clock{time.Now().Add(limit)} }

// Check panics with ErrSlow if the time is over. It panics because it is also called from loops of other libraries, which
// would not pass an error on.
func (c *Clock) Check() {
	if time.Now().After(c.until) {
		panic(ErrSlow)
	}
}

// Fenced runs read on a goroutine of its own and gives what it returns. ErrSlow if it takes longer than limit,
// ErrDamaged if it panics with anything but ErrSlow or ErrBomb.
func Fenced(limit time.Duration, read func(c *Clock) (string, error)) (string, error) {
	type result struct {
		text string
		err  error
	}
	done := make(chan result, 1)
	c := NewClock(limit)
	go func() {
		defer func() {
			if x := recover(); x != nil {
				err, ok := x.(error)
				if !ok || !errors.Is(err, ErrSlow) && !errors.Is(err, ErrBomb) {
					err = fmt.Errorf("%w: %v", ErrDamaged, x)
				}
				done <- result{err: err}
			}
		}()
		text, err := read(c)
		done <- result{text, err}
	}()
	late := time.NewTimer(limit + time.Second)
	defer late.Stop()
	select {
	case r := <-done:
		return r.text, r.err
	case <-late.C:
		return "", ErrSlow
	}
}
