package kit

import (
	"context"
	"time"

	"shortlist/model"
)

// This file says what the screens need of the disk. The store happens to have it; main joins the two.

// File is one open vacancy file. All methods may be called from any goroutine; Commit is called by the outbox alone,
// one change at a time.
type File interface {
	// Path of the file, and whether it can only be read (another program has it, or the folder is read-only).
	Path() string
	ReadOnly() bool
	// Device is the identity of this copy, for stamps.
	Device() model.DeviceID
	// Load makes a board of all that is committed. Every call gives a board of its own.
	Load() (*model.Board, error)
	// Commit stores a change whole and durably, or not at all. The same change twice is stored once.
	Commit(model.Change) error
	// Dossier is everything kept about a candidate.
	Dossier(model.CandidateID) (model.Dossier, error)
	// EachPerson hands the files of up to n candidates to each, from a candidate on, without texts about them. each must
	// not keep the file open with other calls, and may stop the walk by answering false.
	EachPerson(first model.CandidateID, n int, each func(model.CandidateID, model.Person) bool) error
	// Briefs gives up to n lines for the list, from a candidate on.
	Briefs(first model.CandidateID, n int) ([]model.Brief, error)
	// History gives up to n events, newest first, after leaving out skip.
	History(skip, n int) ([]model.Event, error)
	// Posting is the published text.
	Posting() (model.Posting, error)
	// Stage reads candidates and stores their files under the numbers from first on, where nobody sees them until
	// ImportCandidates with the batch that Stage returns is committed. Nothing is staged where the report has bad problems or
	// dry is set. progress hears how many were read.
	Stage(ctx context.Context, first model.CandidateID, in model.Intake, dry bool, progress func(int)) (model.ImportBatch, model.IntakeReport, error)
	// Export writes what the viewer may see in a format, safely, to a path; "" leaves the choice of the name to the
	// store. A file that is there already is replaced only if replace is true, else the error is Taken. The path written is
	// given back.
	Export(viewer model.MemberID, format, path string, replace bool) (string, error)
	// Backup makes a copy beside the others and says where.
	Backup() (string, error)
	// BackupIfDue makes a copy where the last one is old and something changed since; "" where it is not due.
	BackupIfDue() (string, error)
	Sheets
	Exchange
	Locks
	Close() error
}

// Sheets is how a member's own rating form leaves a file, and comes back filled in.
type Sheets interface {
	// Beside proposes a path for something that is made of the vacancy, without looking at the disk.
	Beside(what, ext string) string
	// WriteSheet writes a member's own form, as a workbook or a table by the ending of the path, and gives the number of
	// candidates in it. A file that is there already is not replaced: the error is Taken.
	WriteSheet(member model.MemberID, path string, wish model.SheetWish) (int, error)
	// CompareSheet reads a filled form and holds it against a board of this file; it changes nothing. What was changed
	// since the form was written is kept unless overwrite says otherwise of it.
	CompareSheet(b *model.Board, member model.MemberID, path string, overwrite func(model.SheetDifference) bool) (model.SheetReading, error)
}

// Locks keep members who take turns at one laptop out of each other's work.
type Locks interface {
	// MakePIN makes what a PIN is checked against, for model.SetPIN; it refuses what is no PIN. It takes a tenth of a second.
	MakePIN(pin string) ([]byte, error)
	// TryPIN tries a member's PIN, counting the tries: a refusal where it is another one, or where it is too early after
	// wrong ones. It takes a tenth of a second.
	TryPIN(m model.MemberID, pin string, now time.Time) error
}

// Exchange is how a file reaches the other laptops of the panel.
type Exchange interface {
	// ReadCard reads a card that somebody handed over: its line, or the path of the file it was saved to.
	ReadCard(text string) (name, check string, card model.Card, err error)
	// SendBundle writes a bundle: for members, all who gave a card where none is named, or elsewhere than on the chair's
	// laptop for the chair; into a folder, "" for that of the vacancy. It tells what was written where. Where the keys of
	// the card are under a passphrase, the error is NeedsPassphrase of the card.
	SendBundle(to []model.MemberID, folder string) (string, error)
	// TakeBundle takes a bundle in, so that the board has to be loaded anew; dry only tells what would come in. word is the
	// passphrase of a bundle that is under one; if it is missing or wrong, the error is NeedsPassphrase of the bundle.
	TakeBundle(path, word string, dry bool) (string, error)
	// ExchangeIn takes in what others put into a folder and writes what is new there, and remembers the folder for this
	// vacancy; dry only tells what would come in.
	ExchangeIn(folder string, dry bool) (string, error)
	// Folders are where bundles were last, and the folder that the vacancy is exchanged through; "" where none was chosen.
	Folders() (last, exchange string)
	// Worker is the member who works on this laptop by the card on it; "" on the chair's laptop, where several may.
	Worker(b *model.Board) model.MemberID
}

// Cards are the keys of whoever works on this laptop.
type Cards interface {
	// OwnCard is the card on this laptop; the zero value where there is none yet.
	OwnCard() (model.OwnCard, error)
	// MakeCard makes one in a name, its keys under a passphrase where that is not "".
	MakeCard(name, passphrase string) (model.OwnCard, error)
	// SaveCard writes the card to a file and says where. A file that is there already is replaced only if replace is true,
	// else the error is Taken.
	SaveCard(path string, replace bool) (string, error)
	// Unlock opens keys that are under a passphrase, until the program ends.
	Unlock(passphrase string) error
	// ChangePassphrase puts the keys under another passphrase; "" is none, before or after.
	ChangePassphrase(old, fresh string) error
}

// Library is the folder of vacancies and the door to files elsewhere.
type Library interface {
	Folder() string
	// List gives the vacancies of the folder, newest first.
	List() ([]model.Summary, error)
	// Open opens a vacancy file. If another program has it open, the error is InUse: then it can be opened read-only. If it
	// was written on another computer, the error is Elsewhere: then ResolveMoved is told what happened to it.
	Open(path string, readOnly bool) (File, error)
	ResolveMoved(path string, copied bool) error
	// ReadPosting reads a posting file into a draft, writing nothing.
	ReadPosting(path string) (model.Posting, model.CreateVacancy, error)
	// PastePosting reads a pasted text.
	PastePosting(text string) (model.Posting, model.CreateVacancy, error)
	// Create makes a new vacancy file in the folder, named after the title, and opens it.
	Create(model.Posting, model.CreateVacancy) (File, error)
	// Sample makes a temporary file with an invented vacancy and invented candidates, and opens it.
	Sample() (File, error)
	// ReadCandidates opens a file of candidates, or a folder of their documents, for reading. Columns that somebody has
	// explained before are read as explained.
	ReadCandidates(path string) (model.Intake, error)
	// Header looks at the first row of a file of candidates, and at what its columns seem to be; ReadCandidatesAs reads
	// them as a mapping says, and Remember keeps one for every file with the same first row. Fields lists what a column
	// may become.
	Header(path string) (model.Header, error)
	ReadCandidatesAs(path string, m model.Mapping) (model.Intake, error)
	Remember(h model.Header, m model.Mapping) error
	Fields() []string
	// SaveProblems writes what is wrong in a file of candidates, and what it changes, as CSV; "" leaves the choice of the
	// name to the store. The path written is given back.
	SaveProblems(path, source string, r model.IntakeReport) (string, error)
	// ExportFormats lists the formats of File.Export with a sentence each.
	ExportFormats() []Format
	// LastFolder is where a bundle was last; "" where that is not known, or the folder is gone.
	LastFolder() string
	// LookAtBundle tells which vacancy a bundle would bring to this laptop; TakeNewVacancy makes its file in the folder of
	// vacancies and opens it. word as for File.TakeBundle.
	LookAtBundle(path, word string) (model.NewVacancy, error)
	TakeNewVacancy(path, word string) (File, error)
	Cards
	// Browse lists a folder for choosing a file: folders first. It never fails on a single entry.
	Browse(folder string) ([]Entry, error)
}

// Format is an export format.
type Format = model.Format

// Entry is a file or folder to choose.
type Entry = model.FolderEntry
