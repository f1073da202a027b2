package store

// This file makes new vacancy files. A file is filled and closed under a temporary name and then renamed, because bbolt
// is not safe against a power cut while it creates a file.

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
	"unicode"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
	"shortlist/store/safefile"
)

// Create makes a new vacancy file in the folder of the library, named after the title, and opens it. If that name is
// taken, the new file gets a number; nothing is overwritten. It returns *FileError if the folder cannot be made or
// written.
func (l *Library) Create(p model.Posting, c model.CreateVacancy) (*File, error) {
	if err := os.MkdirAll(l.folder, 0o700); err != nil {
		return nil, l.noFolder(err)
	}
	name := fileName(c.Vacancy.Title)
	for n := 1; ; n++ {
		path := filepath.Join(l.folder, name+Extension)
		if n > 1 {
			path = filepath.Join(l.folder, fmt.Sprintf("%s %d%s", name, n, Extension))
		}
		f, err := l.CreateAt(p, c, path)
		if errors.Is(err, fs.ErrExist) && n < 10_000 {
			continue
		}
		return f, err
	}
}

// CreateAt makes a new vacancy file at a path and opens it; if path is "", it is Create. It returns *FileError if the
// name is taken: nothing is overwritten.
func (l *Library) CreateAt(p model.Posting, c model.CreateVacancy, path string) (*File, error) {
	if path == "" {
		return l.Create(p, c)
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, fileError(path, fs.ErrExist)
	}
	tmp, err := temporary(path)
	if err != nil {
		return nil, makeError(path, err)
	}
	if err := fillNew(tmp, p, c); err != nil {
		return nil, errors.Join(explainAt(path, err), os.Remove(tmp))
	}
	if err := safefile.Place(tmp, path); err != nil {
		return nil, makeError(path, errors.Join(err, safefile.Remove(tmp)))
	}
	return l.Open(path, false)
}

// noFolder explains why the folder of the library cannot be made.
func (l *Library) noFolder(err error) error {
	why := "the disk does not take it"
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		why = "you may not write there"
	case errors.Is(err, syscall.ENOTDIR):
		why = "a file stands in its way"
	}
	return &FileError{Path: l.folder, Err: err, Why: fmt.Sprintf("is the folder of vacancies and cannot be made as %s: %s", l.folder, why), Do: "Name another folder with --library, or the file with -o."}
}

// Discard deletes a closed file that was just made and is not wanted.
func Discard(f *File) error {
	if err := os.Remove(f.path); err != nil {
		return fileError(f.path, err)
	}
	return safefile.SyncFolder(filepath.Dir(f.path))
}

// temporary makes an empty file with a hidden name in the folder of path.
func temporary(path string) (string, error) {
	t, err := os.CreateTemp(filepath.Dir(path), safefile.TempPattern(path))
	if err != nil {
		return "", err
	}
	return t.Name(), t.Close()
}

// fillNew fills an empty file with a new vacancy.
func fillNew(path string, p model.Posting, c model.CreateVacancy) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockTimeout, PageSize: pageSize, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return fmt.Errorf("make %s: %w", path, err)
	}
	vacancy, device := newID(12), model.DeviceID(newID(8))
	board, change, err := firstChange(device, p, c)
	if err == nil {
		err = db.Update(func(tx *bolt.Tx) error {
			if err := runMigrations(tx, migrations, 0); err != nil {
				return err
			}
			return putFirst(tx, vacancy, device, p, board, change)
		})
	}
	if err == nil {
		err = db.Update(func(*bolt.Tx) error { return nil }) // both header pages, as in writeClosing
	}
	if cerr := db.Close(); err == nil {
		err = cerr
	}
	return err
}

// firstChange decides on the command that creates the vacancy.
func firstChange(d model.DeviceID, p model.Posting, c model.CreateVacancy) (*model.Board, model.Change, error) {
	b := model.NewBoard()
	if c.Vacancy.Posting == (model.PostingRef{}) {
		c.Vacancy.Posting = p.Ref()
	}
	s := model.Stamp{At: time.Now(), Device: d}
	s.Seq, s.Lamport = b.Next(d.Chain())
	if _, err := rand.Read(s.Random[:]); err != nil {
		return nil, model.Change{}, fmt.Errorf("draw a random number: %w", err)
	}
	ch, err := model.Decide(b, c, s)
	if err == nil {
		b.ApplyAll(ch.Events)
	}
	return b, ch, err
}

func putFirst(tx *bolt.Tx, vacancy string, d model.DeviceID, p model.Posting, b *model.Board, ch model.Change) error {
	if err := putHeader(tx, vacancy, d); err != nil {
		return err
	}
	if err := putPosting(tx, p); err != nil {
		return err
	}
	a := appender{tx: tx, heads: map[model.ChainID]head{}}
	for _, e := range ch.Events {
		if err := a.append(e); err != nil {
			return err
		}
	}
	if err := a.counts.put(tx); err != nil {
		return err
	}
	return putSummary(tx, b)
}

// putHeader stores what identifies a new file.
func putHeader(tx *bolt.Tx, vacancy string, d model.DeviceID) error {
	created, err := codec.Marshal(map[string]string{"at": time.Now().UTC().Format(time.RFC3339), "with": programVersion()})
	if err != nil {
		return err
	}
	for _, kv := range []struct{ key, value []byte }{
		{keyFormat, []byte(formatName)},
		{keyVacancy, []byte(vacancy)},
		{keyDevice, []byte(d)},
		{keyCreated, created},
		{keyClean, []byte{1}},
	} {
		if err := put(tx, bucketMeta, kv.key, kv.value); err != nil {
			return err
		}
	}
	return nil
}

func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "unknown"
}

func newRandom() (r [32]byte) {
	_, _ = rand.Read(r[:]) // never fails: crypto/rand ends the program if the system has no randomness
	return r
}

// newID draws an id of n letters and digits that are not mistaken for one another.
func newID(n int) string {
	const letters = "abcdefghjkmnpqrstvwxyz0123456789" // 32, so that a byte modulo 32 is fair
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails: crypto/rand ends the program if the system has no randomness
	for i := range b {
		b[i] = letters[b[i]%32]
	}
	return string(b)
}

// fileName makes a file name from a title that every file system accepts.
func fileName(title string) string {
	var w strings.Builder
	for _, r := range title {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_', r == '(', r == ')':
			w.WriteRune(r)
		case unicode.IsSpace(r), unicode.IsPunct(r):
			w.WriteByte(' ')
		}
		if w.Len() >= 80 {
			break
		}
	}
	name := strings.Join(strings.Fields(w.String()), " ")
	if name == "" {
		return "Vacancy"
	}
	switch strings.ToUpper(name) { // names that Windows reserves
	case "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "LPT1", "LPT2", "LPT3":
		return name + " vacancy"
	}
	return name
}
