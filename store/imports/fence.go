package imports

import (
	"errors"
	"fmt"
	"time"
)

// This file fences in the readers of formats that are programs in themselves: a damaged or hostile file may cost some
// seconds and one sentence, never the program.

// What a fenced reader may end with besides its own errors.
var (
	errSlow    = errors.New("takes too long to read")
	errBomb    = errors.New("unpacks to far more than it is")
	errDamaged = errors.New("damaged")
)

// clock tells a reader that its time is up. The check panics, because some of the loops that it ends are not ours.
type clock struct{ until time.Time }

func (c *clock) check() {
	if time.Now().After(c.until) {
		panic(errSlow)
	}
}

// fenced runs a reader on a goroutine of its own. errSlow if its time was up, errDamaged if it fell.
func fenced(limit time.Duration, read func(c *clock) (string, error)) (string, error) {
	type result struct {
		text string
		err  error
	}
	done := make(chan result, 1)
	c := &clock{time.Now().Add(limit)}
	go func() {
		defer func() {
			if x := recover(); x != nil {
				err, ok := x.(error)
				if !ok || !errors.Is(err, errSlow) && !errors.Is(err, errBomb) {
					err = fmt.Errorf("%w: %v", errDamaged, x)
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
		return "", errSlow
	}
}
