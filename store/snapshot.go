package store

// This file makes boards from what is committed, and stores a snapshot so that opening does not take longer as the
// history grows.

import (
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"slices"
	"sync"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

const (
	// snapshotTail is how many events may follow a snapshot before Load writes a new one.
	snapshotTail = 2000
	// closingTail is the same for Close, which nobody waits for.
	closingTail = 200
	// snapshotVersion must be raised when a board means something else although its fields are the same.
	snapshotVersion = 1
)

// snapshot is a stored board, with what shows if it still fits the log.
type snapshot struct {
	Version int         `json:"version"`
	Shape   []byte      `json:"shape"` // fingerprint of model.State in the program that wrote it
	Events  uint64      `json:"events"`
	Last    []byte      `json:"last"` // hash of the last record that is in it
	State   model.State `json:"state"`
}

// Load makes a board from all that is committed. Every call returns a new board that nobody else uses. It returns
// *DamagedError if the history cannot be read and ErrClosed if the file was closed.
func (f *File) Load() (*model.Board, error) {
	b, tail, err := f.load()
	if err != nil {
		return nil, err
	}
	if tail >= snapshotTail && !f.readOnly && f.write.TryLock() {
		defer f.write.Unlock()
		// The snapshot only saves time: if it cannot be written now, the next Load or Close tries again.
		if err := f.update(func(tx *bolt.Tx) error { return f.putSnapshot(tx, b) }); err != nil {
			return b, f.stillReadable(err)
		}
	}
	return b, nil
}

// stillReadable drops the error of an optional write, unless it broke the file.
func (f *File) stillReadable(err error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.broken != nil {
		return err
	}
	return nil
}

// load makes the board. tail is how many events it had to read.
func (f *File) load() (b *model.Board, tail int, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		from := uint64(0)
		b, from = readSnapshot(tx, t.events)
		events := make([]model.Event, 0, t.events-from)
		late := false
		read := func(n uint64, record []byte) error {
			e, err := decodeRecord(n, record)
			late = late || b.Late(e)
			events = append(events, e)
			return err
		}
		if err := eachEvent(tx, from+1, t.events, read); err != nil {
			return err
		}
		if late && from > 0 { // an event belongs before one that is in the snapshot: fold everything
			events, from = events[:0], 0
			if err := eachEvent(tx, 1, t.events, read); err != nil {
				return err
			}
		}
		if tail = len(events); from == 0 {
			b = model.Fold(events)
			return nil
		}
		applyInOrder(b, events)
		return nil
	})
	return b, tail, err
}

// applyInOrder applies the tail in the order of events, which may differ from that of arrival.
func applyInOrder(b *model.Board, events []model.Event) {
	sorted := true
	for i := 1; i < len(events); i++ {
		sorted = sorted && events[i-1].Before(events[i])
	}
	if !sorted {
		events = sortEvents(events)
	}
	b.ApplyAll(events)
}

// readSnapshot returns the board of the snapshot and how many events are in it. A snapshot that does not fit the log
// counts as none: an empty board and 0.
func readSnapshot(tx *bolt.Tx, events uint64) (*model.Board, uint64) {
	none := model.NewBoard()
	v, err := get(tx, bucketCache, keyBoard, "")
	if err != nil || v == nil {
		return none, 0
	}
	var s snapshot
	if err := codec.Unmarshal(v, &s); err != nil {
		return none, 0
	}
	if s.Version != snapshotVersion || string(s.Shape) != string(stateShape()) || s.Events == 0 || s.Events > events ||
		uint64(s.State.Events) != s.Events {
		return none, 0
	}
	record, err := get(tx, bucketLog, arrivalKey(s.Events), "")
	if err != nil || record == nil {
		return none, 0
	}
	if h := sha256.Sum256(record); string(h[:]) != string(s.Last) {
		return none, 0
	}
	return model.Restore(s.State), s.Events
}

// putSnapshot stores a board if it is that of all events committed now.
func (f *File) putSnapshot(tx *bolt.Tx, b *model.Board) error {
	t, err := readCounts(tx)
	if err != nil || t.events == 0 || uint64(b.Events) != t.events {
		return err
	}
	record, err := need(tx, bucketLog, arrivalKey(t.events), "the last entry of the history")
	if err != nil {
		return err
	}
	h := sha256.Sum256(record)
	v, err := codec.Marshal(snapshot{snapshotVersion, stateShape(), t.events, h[:], b.Snapshot()})
	if err != nil {
		return err
	}
	return put(tx, bucketCache, keyBoard, v)
}

// stateShape is a fingerprint of the fields of model.State. A snapshot of a program with other fields is dropped.
var stateShape = sync.OnceValue(func() []byte { return shapeOf(reflect.TypeFor[model.State]()) })

func shapeOf(t reflect.Type) []byte {
	h := sha256.New()
	seen := map[reflect.Type]bool{}
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		h.Write([]byte(t.String()))
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(t.Kind())))
		if seen[t] {
			return
		}
		seen[t] = true
		switch t.Kind() {
		case reflect.Struct:
			for i := range t.NumField() {
				h.Write([]byte(t.Field(i).Name + string(t.Field(i).Tag)))
				walk(t.Field(i).Type)
			}
		case reflect.Slice, reflect.Pointer, reflect.Array:
			walk(t.Elem())
		case reflect.Map:
			walk(t.Key())
			walk(t.Elem())
		}
	}
	walk(t)
	return h.Sum(nil)[:8]
}

func sortEvents(events []model.Event) []model.Event {
	slices.SortFunc(events, model.Event.Compare)
	return events
}
