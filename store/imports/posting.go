package imports

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"shortlist/model/plaintext"
	"shortlist/model/posting"
)

// This file reads a posting: the first format that recognises the bytes gives the text, and package posting reads the
// text.

// Posting is a posting as it was read, with the draft that was made from it.
type Posting = posting.Source

// MaxPosting is the size of the largest posting that is read, in bytes.
const MaxPosting = 8 << 20

// postingFormat turns the bytes of one kind of file into plain text.
type postingFormat struct {
	name       string
	recognises func(data []byte) bool
	// read gives the text. Its error is a *RefusedError.
	read func(name string, data []byte) (string, error)
}

// postingFormats is the LIST of formats, asked in this order; the last one takes everything that is text. A new format
// is one file and one line here.
var postingFormats = []postingFormat{
	{"pdf", isPDF, readPDF},
	{"docx", isArchive, readDOCX},
	{"rtf", isRTF, refuseRTF},
	{"doc", isOldOffice, refuseOldOffice},
	{"html", isHTML, readHTML},
	{"text", isText, readText},
}

// RefusedError says in one sentence what was refused, why, and what to do.
type RefusedError struct{ Message string }

func (e *RefusedError) Error() string { return e.Message }

// Explain is the sentence for people.
func (e *RefusedError) Explain() string { return e.Message + "." }

func refuse(format string, args ...any) error { return &RefusedError{fmt.Sprintf(format, args...)} }

// OpenPosting reads the posting in the file at path. *RefusedError if it is a folder, cannot be read, is empty, too
// large, or holds no text.
func OpenPosting(path string) (p Posting, err error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Posting{}, refuse("%s was not found; check the name of the posting and the folder you are in", shown(path))
	case errors.Is(err, fs.ErrPermission):
		return Posting{}, refuse("%s may not be read by you; change its permissions or copy it to a folder of your own", shown(path))
	case err != nil:
		return Posting{}, fmt.Errorf("open posting: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return Posting{}, fmt.Errorf("open posting: %w", err)
	}
	if info.IsDir() {
		return Posting{}, refuse("%s is a folder, not a posting; name the file with the posting in it", shown(path))
	}
	if info.Mode().IsRegular() && info.Size() > MaxPosting {
		return Posting{}, tooLarge(name)
	}
	return FromReader(name, f)
}

// FromReader reads a posting from a stream such as standard input. *RefusedError as in ReadPosting.
func FromReader(name string, r io.Reader) (Posting, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxPosting+1))
	if err != nil {
		return Posting{}, refuse("%s could not be read to its end (%v); copy it to this computer and try again", shown(name), err)
	}
	return ReadPosting(name, data)
}

// ReadPosting reads the posting in data; name is only used in messages. *RefusedError if it is empty, too large, or
// holds no text.
func ReadPosting(name string, data []byte) (Posting, error) {
	if len(data) > MaxPosting {
		return Posting{}, tooLarge(name)
	}
	if len(strings.TrimSpace(string(data[:min(len(data), 4096)]))) == 0 && len(strings.TrimSpace(string(data))) == 0 {
		return Posting{}, refuse("%s is empty; save the posting again and check that the file has text in it", shown(name))
	}
	for _, f := range postingFormats {
		if !f.recognises(data) {
			continue
		}
		text, err := f.read(name, data)
		if err != nil {
			return Posting{}, err
		}
		if strings.TrimSpace(text) == "" {
			return Posting{}, refuse("%s holds no text that can be read; save the posting as plain text and try again", shown(name))
		}
		sum := sha256.Sum256(data)
		return Posting{
			Name: name, SHA256: hex.EncodeToString(sum[:]), Format: f.name, Text: text,
			Lines: strings.Count(strings.TrimSuffix(text, "\n"), "\n") + 1, Draft: posting.Read(text),
		}, nil
	}
	return Posting{}, refuse("%s is not a text, HTML, PDF or Word file but something else; save the posting as plain text and try again", shown(name))
}

func tooLarge(name string) error {
	return refuse("%s is larger than %d MB, which no posting is; check that it is the right file", shown(name), MaxPosting>>20)
}

// shown is the name of a file inside a sentence: every character that cannot be seen becomes "?".
func shown(name string) string {
	name = strings.Map(func(r rune) rune {
		switch k := plaintext.KindOf(r); {
		case r == '\t', k == plaintext.LineEnd, k == plaintext.SoftHyphen, k == plaintext.Hidden:
			return '?'
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 80 {
		name = string(runes[:80]) + "…"
	}
	return name
}
