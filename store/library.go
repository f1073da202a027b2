package store

// This file holds the library: the folder of vacancies, and which of its files are open in this program.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"shortlist/model"
	"shortlist/store/identity"
)

// Extension is how the name of a vacancy file ends.
const Extension = ".shortlist"

// listTimeout is how long the list of vacancies waits for a file that another program has.
const listTimeout = 30 * time.Millisecond

// Library is the folder of vacancies. It also opens files elsewhere.
type Library struct {
	folder string
	keys   *keyring
	recent *recentFolders

	mu   sync.Mutex
	open map[string]*File
}

// NewLibrary returns the library in a folder, or in the user's own if folder is "". Nothing is made or read yet.
func NewLibrary(folder string) *Library {
	if folder == "" {
		folder = DefaultFolder()
	}
	return (&Library{folder: folder, open: map[string]*File{}}).WithKeys(identity.Default())
}

// WithKeys sets the ring with the keys; without it they are the user's own. It returns l.
func (l *Library) WithKeys(r identity.Ring) *Library {
	l.keys, l.recent = newKeyring(r), &recentFolders{file: filepath.Join(r.Folder(), "folders.json")}
	return l
}

// DefaultFolder returns where vacancies are kept if no other folder is named.
func DefaultFolder() string { return filepath.Join(xdg.DataHome, "shortlist") }

// Folder returns the folder of the library.
func (l *Library) Folder() string { return l.folder }

// Open opens a vacancy file, for reading only if readOnly is true. A file that another program is writing to can still
// be read: as it is at this moment. It returns *InUseError, *ForeignError, *DamagedError, *NewerError or *FileError.
func (l *Library) Open(path string, readOnly bool) (*File, error) {
	open := openToRead
	if !readOnly {
		open = func(path string) (*File, error) { return openFile(path, openOptions{}) }
	}
	f, err := open(expandHome(path))
	if err != nil {
		return nil, err
	}
	f.keys, f.recent = l.keys, l.recent
	if !readOnly {
		f.installation = installationID(l.keys.ring.Folder())
	}
	l.keys.readCard()
	l.register(f)
	return f, nil
}

// openToRead opens a file, or a copy of it if another program has it open for writing.
func openToRead(path string) (*File, error) {
	f, err := openFile(path, openOptions{readOnly: true})
	if errors.Is(err, ErrInUse) {
		return openLockedCopy(path)
	}
	return f, err
}

func (l *Library) register(f *File) {
	key := absolute(f.path)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[key] != nil {
		return // keep the file that may be written: it knows more than a copy that is read
	}
	l.open[key] = f
	f.onClose = func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.open, key)
	}
}

// expandHome replaces a leading ~ by the user's home folder, as a shell does, because paths are also typed in the
// program.
func expandHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}

func absolute(path string) string {
	if a, err := filepath.Abs(path); err == nil {
		return a
	}
	return path
}

// List returns the vacancies of the folder, newest first. A file that cannot be read is listed with its Trouble.
func (l *Library) List() ([]model.Summary, error) {
	entries, err := os.ReadDir(l.folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", l.folder, fileError(l.folder, err))
	}
	type dated struct {
		model.Summary
		at time.Time
	}
	var all []dated
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) != Extension || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		d := dated{Summary: l.summary(filepath.Join(l.folder, e.Name()))}
		if info, err := e.Info(); err == nil {
			d.at = info.ModTime()
		}
		all = append(all, d)
	}
	slices.SortStableFunc(all, func(x, y dated) int { return y.at.Compare(x.at) })
	out := make([]model.Summary, len(all))
	for i, d := range all {
		out[i] = d.Summary
	}
	return out, nil
}

// summary returns the row of one file, from the open file if it is open in this program.
func (l *Library) summary(path string) model.Summary {
	l.mu.Lock()
	f := l.open[absolute(path)]
	l.mu.Unlock()
	if f != nil {
		if s, err := f.Summary(); err == nil {
			return s
		}
	}
	f, err := openFile(path, openOptions{readOnly: true, timeout: listTimeout})
	if err != nil {
		return model.Summary{Path: path, Trouble: model.Explain(err)}
	}
	s, err := f.Summary()
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return model.Summary{Path: path, Trouble: model.Explain(err)}
	}
	return s
}
