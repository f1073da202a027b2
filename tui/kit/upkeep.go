package kit

import (
	"io"
	"time"

	"shortlist/model"
)

// This file says what the command line needs of the disk beside what the screens need.

// Upkeep is the library as the command line uses it.
type Upkeep interface {
	Library
	// OpenFile is Open for a command.
	OpenFile(path string, readOnly bool) (UpkeepFile, error)
	// MakeVacancy makes a vacancy file at a path, lets fill add to it, and closes it. If that fails there is no file. If path
	// is "", the file is in the folder of the library and named after the title. The path is given back.
	MakeVacancy(p model.Posting, c model.CreateVacancy, path string, fill func(UpkeepFile) error) (string, error)
	// ReadPostingFrom is ReadPosting for the text of r, which is called by a name in messages.
	ReadPostingFrom(name string, r io.Reader) (model.Posting, model.CreateVacancy, error)
	// Inspect writes what is understood of the posting file of a name, or of r if it is not nil: as the inspect document if
	// document is true, else as text.
	Inspect(w io.Writer, name string, r io.Reader, document, why bool) error
	// OpenMapping reads a file that says which column of a file of candidates is what. SaveMapping writes one, in place of a
	// file that is there.
	OpenMapping(path string) (model.Mapping, error)
	SaveMapping(path string, m model.Mapping) error
	// WriteTemplate writes a file of candidates to fill in, in the format of its ending. A file that is there stays.
	WriteTemplate(path string) error
	// Check checks a vacancy file from end to end and returns what it found, in words.
	Check(path string) (string, error)
	// Verify proves a vacancy file or an exported history. It returns the verdict in words, and true if it is intact. head is
	// the hash of an entry to look for, or "".
	Verify(path, head string) (verdict string, intact bool, err error)
	// CardCheck is the check sum of a member's card.
	CardCheck(name string, c model.Card) string
	// MakeFrom makes the file of a vacancy out of the first bundle and takes in the others, as UpkeepFile.TakeBundles does.
	MakeFrom(bundles []string, word func() (string, error), path string, dry bool) ([]string, error)
	// MakeFromFolder makes the file of a vacancy out of the one bundle in a folder that is for the card on this laptop. It
	// returns what came in.
	MakeFromFolder(folder, path string) (string, error)
}

// UpkeepFile is an open vacancy file as the command line uses it.
type UpkeepFile interface {
	File
	// Look returns what a member may see of everything that is committed. "" sees what somebody without a vote sees.
	Look(viewer model.MemberID) (*model.View, error)
	// CarryOut decides on a command in the name of a member and stores the change. It refuses as model.Decide does.
	CarryOut(author model.MemberID, c model.Command, at time.Time, random [32]byte) error
	// ExportTo writes what the viewer may see in a format to a stream.
	ExportTo(w io.Writer, viewer model.MemberID, format string) error
	// SendTo writes a bundle to a path, in place of a file that is there: for the members named, or elsewhere than on the
	// chair's laptop for the chair. With a passphrase it is for everybody who has it, not for cards. If it fails after a card
	// was made, that card is given back with the error.
	SendTo(path string, to []model.MemberID, passphrase string) (model.Sent, error)
	// TakeBundles takes in all of the bundles, or none of them, and returns a sentence for each. If dry is true, it only
	// returns what would come in. word is asked for the passphrase of a bundle that is under one.
	TakeBundles(bundles []string, word func() (string, error), dry bool) ([]string, error)
	// ExchangeThrough is ExchangeIn with each bundle told by itself.
	ExchangeThrough(folder string) (model.Exchanged, error)
}
