package tuitest

// This file holds a vacancy file in memory, with the faults that a disk may have.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Device is the laptop of a File that says nothing else.
const Device model.DeviceID = "laptop-1"

// File is a vacancy file in memory. Fields are set before it is used.
type File struct {
	Name   string // its path
	Laptop model.DeviceID
	Locked bool // for reading only
	People []model.Person
	Text   model.Posting
	Gate   chan struct{} // if not nil, every commit waits for one value from it
	Broken error         // every read of people, texts, events and posting fails with it
	// Report is what staging finds, whatever the rows are; nil counts the rows.
	Report  *model.IntakeReport
	Present []string // paths that an export must not replace unasked

	Trials   int      // how often the laptop was asked for, as whoever tries a command does
	Fetches  int      // how often a dossier was read
	Staged   []bool   // the stagings so far: dry or not
	Exported []string // the exports so far: viewer, format and path

	mu      sync.Mutex
	state   []byte
	events  []model.Event
	texts   []model.Text
	fail    error
	fails   int // how many commits will fail; -1 is all
	commits int
	closed  bool
	damaged error
	locks   map[model.MemberID]string
}

var (
	_ kit.File   = (*File)(nil)
	_ kit.Loader = (*File)(nil)
)

// ErrPanic makes a commit panic instead of failing: for Break.
var ErrPanic = errors.New("a page of the file cannot be read")

// NewFile is a file that holds a board.
func NewFile(b *model.Board) *File {
	state, err := json.Marshal(b.Snapshot())
	if err != nil {
		panic(err)
	}
	return &File{Name: "/vacancies/officer.shortlist", Laptop: Device, state: state}
}

// Break makes the next n commits fail; -1 makes all fail, 0 heals.
func (f *File) Break(err error, n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fail, f.fails = err, n
}

// Damage makes Load fail.
func (f *File) Damage(err error) { f.damaged = err }

// Commits is how many changes are stored.
func (f *File) Commits() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.commits
}

// Written is the text of an id, "" if none was stored.
func (f *File) Written(id string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, t := range slices.Backward(f.texts) {
		if t.ID == id {
			return t.Body
		}
	}
	return ""
}

// Events are those committed here, in the order in which they were stored.
func (f *File) Events() []model.Event {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.events)
}

// Closed returns true if the file was closed.
func (f *File) Closed() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.closed
}

// Path is the name.
func (f *File) Path() string { return f.Name }

// ReadOnly returns true if the file is Locked.
func (f *File) ReadOnly() bool { return f.Locked }

// Device is the Laptop.
func (f *File) Device() model.DeviceID {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.Trials++
	return f.Laptop
}

// Load makes a board of what is stored.
func (f *File) Load() (*model.Board, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.damaged != nil {
		return nil, f.damaged
	}
	var s model.State
	if err := json.Unmarshal(f.state, &s); err != nil {
		return nil, err
	}
	b := model.Restore(s)
	b.ApplyAll(f.events)
	return b, nil
}

// Commit stores a change, or fails as Break says.
func (f *File) Commit(c model.Change) error {
	if f.Gate != nil {
		<-f.Gate
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return errors.New("commit: file is closed")
	}
	if f.fails != 0 {
		if f.fails > 0 {
			f.fails--
		}
		if errors.Is(f.fail, ErrPanic) {
			panic(f.fail)
		}
		return f.fail
	}
	for _, e := range c.Events {
		if p, ok := e.Payload.(model.PINChanged); ok {
			f.Guard(p.Member, string(c.Lock))
		}
	}
	f.events = append(f.events, c.Events...)
	f.texts = append(f.texts, c.Texts...)
	f.commits++
	return nil
}

// Dossier is the person and the texts.
func (f *File) Dossier(c model.CandidateID) (model.Dossier, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.Fetches++
	if f.Broken != nil {
		return model.Dossier{}, f.Broken
	}
	d := model.Dossier{Candidate: c, Texts: map[string]string{}}
	if c >= 1 && int(c) <= len(f.People) {
		d.Person = f.People[c-1]
	}
	for _, t := range f.texts {
		if t.Candidate == c {
			d.Texts[t.ID] = t.Body
		}
	}
	return d, nil
}

// EachPerson hands out files of candidates.
func (f *File) EachPerson(first model.CandidateID, n int, each func(model.CandidateID, model.Person) bool) error {
	if f.Broken != nil {
		return f.Broken
	}
	for c := max(1, first); int(c) <= len(f.People) && int(c-first) < n; c++ {
		if !each(c, f.People[c-1]) {
			break
		}
	}
	return nil
}

// CandidateSummaries are the lines of the people.
func (f *File) CandidateSummaries(first model.CandidateID, n int) ([]model.CandidateSummary, error) {
	if f.Broken != nil {
		return nil, f.Broken
	}
	var out []model.CandidateSummary
	for c := max(first, 1); int(c) <= len(f.People) && len(out) < n; c++ {
		out = append(out, model.SummaryOf(c, f.People[c-1]))
	}
	return out, nil
}

// History are the events committed here, newest first.
func (f *File) History(skip, n int) ([]model.Event, error) {
	if f.Broken != nil {
		return nil, f.Broken
	}
	out := f.Events()
	slices.Reverse(out)
	out = out[min(skip, len(out)):]
	return out[:min(n, len(out))], nil
}

// Posting is the text.
func (f *File) Posting() (model.Posting, error) { return f.Text, f.Broken }

// Stage counts the rows and takes the good ones in, or finds what Report says.
func (f *File) Stage(ctx context.Context, first model.CandidateID, in model.Intake, dry bool, progress func(int)) (model.ImportBatch, model.IntakeReport, error) {
	f.Staged = append(f.Staged, dry)
	switch {
	case f.Broken != nil:
		return model.ImportBatch{}, model.IntakeReport{}, f.Broken
	case f.Report != nil:
		progress(1)
		return model.ImportBatch{First: first, Count: f.Report.New, Source: in.Source}, *f.Report, nil
	}
	var r model.IntakeReport
	var people []model.Person
	for row := range in.Rows {
		if err := ctx.Err(); err != nil {
			return model.ImportBatch{}, r, err
		}
		r.Read++
		r.Problems = append(r.Problems, row.Problems...)
		if row.Bad() {
			r.Bad++
			continue
		}
		people = append(people, row.Person)
		progress(r.Read)
	}
	r.New = len(people)
	a := model.ImportBatch{First: first, Count: len(people), Source: in.Source, SHA256: in.SHA256(), People: fmt.Sprintf("%064d", len(people))}
	if dry || r.Bad > 0 {
		return a, r, nil
	}
	f.People = append(f.People[:first-1], people...)
	return a, r, nil
}

// Export says where it would write.
func (f *File) Export(viewer model.MemberID, format, path string, replace bool) (string, error) {
	f.Exported = append(f.Exported, fmt.Sprintf("%s %s %s", viewer, format, path))
	if slices.Contains(f.Present, path) && !replace {
		return "", TakenError{}
	}
	if path == "" {
		path = "/vacancies/officer." + format
	}
	return path, f.Broken
}

// TakenError says that a file is there already.
type TakenError struct{}

func (TakenError) Error() string { return "taken" }

// Taken marks the error.
func (TakenError) Taken() bool { return true }

// Beside is a path beside the file, named after it.
func (f *File) Beside(what, ext string) string {
	return strings.TrimSuffix(f.Name, ".shortlist") + " " + what + ext
}

// WriteSheet says that a candidate is in it.
func (f *File) WriteSheet(model.MemberID, string, model.SheetWish) (int, error) { return 1, nil }

// CompareSheet finds no difference.
func (f *File) CompareSheet(model.MemberID, string, func(model.SheetDifference) bool) (model.SheetReading, error) {
	return model.SheetReading{}, nil
}

// Backup says where it would write.
func (f *File) Backup() (string, error) { return "/vacancies/backups/officer.1.shortlist", nil }

// BackupIfDue says that none is due.
func (f *File) BackupIfDue() (string, error) { return "", nil }

// Close closes the file.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	return nil
}

// ReadCard reads a name followed by a word, as a card.
func (f *File) ReadCard(text string) (name, check string, card model.Card, err error) {
	if text == "" {
		return "", "", card, errors.New("no card")
	}
	return text, "ABCDE-FGHIJ", model.Card{Key: "key of " + text, Recipient: "recipient of " + text}, nil
}

// SendBundle says for whom a bundle would be.
func (f *File) SendBundle(to []model.MemberID, folder string) (string, error) {
	return fmt.Sprintf("A bundle for %v in %s.", to, folder), nil
}

// TakeBundle says what would come in.
func (f *File) TakeBundle(path, _ string, dry bool) (string, error) {
	return fmt.Sprintf("From %s: nothing new (%t).", path, dry), nil
}

// ExchangeIn says that nothing is new.
func (f *File) ExchangeIn(folder string, _ bool) (string, error) {
	return "Nothing new in " + folder, nil
}

// Folders are the library.
func (f *File) Folders() (last, exchange string) { return "/vacancies", "" }

// Worker is nobody in particular.
func (f *File) Worker(*model.Common) model.MemberID { return "" }

// Guard is the PIN that is asked of a member whose board says so; "" for none.
func (f *File) Guard(m model.MemberID, lock string) {
	if f.locks == nil {
		f.locks = map[model.MemberID]string{}
	}
	f.locks[m] = lock
}

// MakePIN is the PIN itself.
func (f *File) MakePIN(pin string) ([]byte, error) { return []byte(pin), model.CheckPIN(pin) }

// TryPIN compares.
func (f *File) TryPIN(m model.MemberID, pin string, _ time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.locks[m] != pin {
		return &model.Error{Code: model.Forbidden, Subject: string(m), Message: "This is not the PIN. Type it again."}
	}
	return nil
}
