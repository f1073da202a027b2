package kit

import (
	"context"
	"time"

	"shortlist/model"
)

// This file declares what the screens need of the disk. The store has methods to match; main joins the two, and the errors
// are in errors.go.

// File is one open vacancy file. All methods may be called from any goroutine; Commit is called by the outbox alone,
// one change at a time.
type File interface {
	Path() string
	// ReadOnly returns true if nothing can be changed: another program has the file, or it may only be read.
	ReadOnly() bool
	// Device returns the identity of this copy, for stamps.
	Device() model.DeviceID
	// Commit stores a change whole and durably, or not at all. A change that is stored already is not stored again.
	Commit(model.Change) error
	// Dossier returns everything that is kept about a candidate.
	Dossier(model.CandidateID) (model.Dossier, error)
	// EachPerson calls each with the files of up to n candidates, from first on, without the texts about them. each must not
	// call other methods of the file. The walk stops if it returns false.
	EachPerson(first model.CandidateID, n int, each func(model.CandidateID, model.Person) bool) error
	// CandidateSummaries returns the lines of the list for up to n candidates, from first on.
	CandidateSummaries(first model.CandidateID, n int) ([]model.CandidateSummary, error)
	// History returns up to n events, newest first, without the newest skip.
	History(skip, n int) ([]model.Event, error)
	// Posting returns the published text.
	Posting() (model.Posting, error)
	// Stage reads candidates and stores their files under the numbers from first on. Nobody sees them until ImportCandidates
	// with the returned batch is committed. Nothing is stored if dry is true or the report has bad problems. progress is
	// called with the number of candidates read so far.
	Stage(ctx context.Context, first model.CandidateID, in model.Intake, dry bool, progress func(int)) (model.ImportBatch, model.IntakeReport, error)
	// Export writes what the viewer may see in a format to a path and returns the path. If path is "", the store chooses a
	// free name. An existing file is replaced only if replace is true, else the error is Taken.
	Export(viewer model.MemberID, format, path string, replace bool) (string, error)
	// Backup makes a copy beside the others and returns its path.
	Backup() (string, error)
	// BackupIfDue makes a copy if the last one is old and something has changed since. It returns "" if it made none.
	BackupIfDue() (string, error)
	Sheets
	Exchange
	Locks
	Close() error
}

// Loader makes boards of everything that is committed, each call another one. Every open file is a Loader, but only the
// program itself asks for a board: screens get a view of it, and commands look as a member.
type Loader interface {
	Load() (*model.Board, error)
}

// Sheets writes a member's own rating form and reads it back filled in.
type Sheets interface {
	// Beside proposes a path for a file about the vacancy: in its folder, with its name, what and ext. It does not look at
	// the disk.
	Beside(what, ext string) string
	// WriteSheet writes a member's own form, as a workbook or a table by the ending of the path, and returns the number of
	// candidates in it. An existing file is replaced only if the wish says so, else the error is Taken.
	WriteSheet(member model.MemberID, path string, wish model.SheetWish) (int, error)
	// CompareSheet reads a member's filled form and compares it with what is stored; it changes nothing. A rating that was
	// changed here after the form was written is kept unless overwrite returns true for it.
	CompareSheet(member model.MemberID, path string, overwrite func(model.SheetDifference) bool) (model.SheetReading, error)
}

// Locks keep members who take turns at one laptop out of each other's work.
type Locks interface {
	// MakePIN returns what a PIN is checked against, for model.SetPIN. It refuses a text that is no PIN. It takes a tenth of
	// a second.
	MakePIN(pin string) ([]byte, error)
	// TryPIN checks a member's PIN and counts the tries. It refuses a wrong PIN, and any PIN too soon after wrong ones. It
	// takes a tenth of a second.
	TryPIN(m model.MemberID, pin string, now time.Time) error
}

// Exchange sends what is in a file to the other laptops of the panel and takes in what they send.
type Exchange interface {
	// ReadCard reads a card that somebody handed over: text is its line, or the path of a file with it.
	ReadCard(text string) (name, check string, card model.Card, err error)
	// SendBundle writes a bundle into a folder, or beside the vacancy file if folder is "", and returns what it wrote, in a
	// sentence. On the chair's laptop it is for the members in to, or for all who gave a card if to is empty, and the first
	// time a card is made for the chair; on another laptop it is for the chair. If the keys of the card are under a
	// passphrase, the error is NeedsPassphrase of the card.
	SendBundle(to []model.MemberID, folder string) (string, error)
	// TakeBundle takes a bundle in and returns what came in, in sentences; the board must be loaded again. If dry is true, it
	// only returns what would come in. word is the passphrase of a bundle that is under one; if it is missing or wrong, the
	// error is NeedsPassphrase of the bundle.
	TakeBundle(path, word string, dry bool) (string, error)
	// ExchangeIn takes in what others put into a folder, writes what is new here and remembers the folder for this vacancy.
	// It returns the result in sentences. If dry is true, it only returns what would come in.
	ExchangeIn(folder string, dry bool) (string, error)
	// Folders returns where the last bundle was, and the folder through which this vacancy is exchanged, or "".
	Folders() (last, exchange string)
	// Worker returns the member who works on this laptop, going by the card on it. It returns "" on the chair's laptop, where
	// several may work.
	Worker(c *model.Common) model.MemberID
}

// Cards are the keys of whoever works on this laptop.
type Cards interface {
	// OwnCard returns the card on this laptop, or the zero value if there is none yet.
	OwnCard() (model.OwnCard, error)
	// MakeCard makes a card for a name. Its keys are under the passphrase unless that is "".
	MakeCard(name, passphrase string) (model.OwnCard, error)
	// SaveCard writes the card to a file and returns its path. An existing file is replaced only if replace is true, else the
	// error is Taken.
	SaveCard(path string, replace bool) (string, error)
	// Unlock opens keys that are under a passphrase, until the program ends.
	Unlock(passphrase string) error
	// ChangePassphrase puts the keys under another passphrase. "" means none, for old and for fresh.
	ChangePassphrase(old, fresh string) error
}

// Library is the folder of vacancies. It also opens files elsewhere.
type Library interface {
	// Folder returns the path of the folder.
	Folder() string
	// List returns the vacancies of the folder, newest first.
	List() ([]model.Summary, error)
	// Open opens a vacancy file. If another program has it open, the error is InUse: then it can be opened read-only. If it
	// was written on another computer, the error is Elsewhere: then ResolveMoved must be called first.
	Open(path string, readOnly bool) (File, error)
	// ResolveMoved records what happened to a file that was written on another computer: it was copied, or else moved here.
	ResolveMoved(path string, copied bool) error
	// ReadPosting reads a posting file and drafts a vacancy from it. Nothing is written.
	ReadPosting(path string) (model.Posting, model.CreateVacancy, error)
	// PastePosting is ReadPosting for a pasted text.
	PastePosting(text string) (model.Posting, model.CreateVacancy, error)
	// Create makes a new vacancy file in the folder, named after the title, and opens it.
	Create(model.Posting, model.CreateVacancy) (File, error)
	// Sample makes a temporary file with an invented vacancy and invented candidates, and opens it.
	Sample() (File, error)
	// ReadCandidates opens a file of candidates, or a folder of their documents, for reading. Columns that somebody has
	// explained before are read as explained.
	ReadCandidates(path string) (model.Intake, error)
	// CandidateFiles are the kinds of files that ReadCandidates takes.
	CandidateFiles() model.FileKinds
	// Header returns the first row of a file of candidates, and what its columns seem to be.
	Header(path string) (model.Header, error)
	// ReadCandidatesAs is ReadCandidates with the columns read as the mapping says.
	ReadCandidatesAs(path string, m model.Mapping) (model.Intake, error)
	// Remember keeps a mapping for every file with the same first row.
	Remember(h model.Header, m model.Mapping) error
	// Fields lists what a column may become.
	Fields() []string
	// SaveProblems writes what is wrong in a file of candidates, and what it changes, as CSV and returns the path. If path is
	// "", the store chooses a name.
	SaveProblems(path, source string, r model.IntakeReport) (string, error)
	// ExportFormats lists the formats of File.Export.
	ExportFormats() []Format
	// LastFolder returns the folder of the last bundle, or "" if it is not known or gone.
	LastFolder() string
	// LookAtBundle returns which vacancy a bundle would bring to this laptop. word is as for File.TakeBundle.
	LookAtBundle(path, word string) (model.NewVacancy, error)
	// TakeNewVacancy makes the file of that vacancy in the folder of vacancies and opens it.
	TakeNewVacancy(path, word string) (File, error)
	Cards
	// Browse lists a folder, folders first. An entry that cannot be read is left out.
	Browse(folder string) ([]Entry, error)
}

// Format is an export format.
type Format = model.Format

// Entry is a file or folder to choose.
type Entry = model.FolderEntry
