package model_test

import (
	"errors"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// fullLog stores what it is given until it has no room.
type fullLog struct {
	kept []model.Change
	full error
}

func (l *fullLog) Device() model.DeviceID { return modeltest.Device }

func (l *fullLog) Commit(c model.Change) error {
	if l.full == nil {
		l.kept = append(l.kept, c)
	}
	return l.full
}

func TestACommandThatIsNotStoredChangesNoBoard(t *testing.T) {
	t.Parallel()
	b, log := modeltest.Preparing(t, 0), &fullLog{full: errors.New("no room")}
	before, at := len(b.Panel()), time.Unix(1_750_000_000, 0)
	add := model.AddMember{Name: "Edda Falk", Role: model.RoleMember}
	if err := model.CarryOut(b, log, "M1", add, at, [32]byte{1}); !errors.Is(err, log.full) || len(b.Panel()) != before {
		t.Fatalf("%v, %d on the panel", err, len(b.Panel()))
	}
	log.full = nil
	if err := model.CarryOut(b, log, "M99", add, at, [32]byte{1}); model.CodeOf(err) != model.NotFound || len(log.kept) > 0 {
		t.Fatalf("stored %v: %v", log.kept, err)
	}
	if err := model.CarryOut(b, log, "M1", add, at, [32]byte{1}); err != nil || len(log.kept) != 1 || len(b.Panel()) != before+1 {
		t.Fatalf("%v, %d stored, %d on the panel", err, len(log.kept), len(b.Panel()))
	}
	if b.FirstChair() != "M1" || model.NewBoard().FirstChair() != "" {
		t.Errorf("the chair is %q", b.FirstChair())
	}
}
