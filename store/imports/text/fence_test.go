package text

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestAFencedReaderThatPanicsIsDamaged(t *testing.T) {
	t.Parallel()
	_, err := Fenced(time.Minute, func(*Clock) (string, error) { panic("fell") })
	if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "fell") {
		t.Errorf("%v, want %v with the panic's value", err, ErrDamaged)
	}
}

func TestAFencedReaderEndsWhenItsTimeIsOver(t *testing.T) {
	t.Parallel()
	_, err := Fenced(-time.Second, func(c *Clock) (string, error) {
		c.Check()
		return "read", nil
	})
	if !errors.Is(err, ErrSlow) {
		t.Errorf("%v, want %v", err, ErrSlow)
	}
}
