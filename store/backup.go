package store

// This file makes copies of a vacancy file while it is in use, keeps the last five, and finds the newest one that is
// whole.

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"shortlist/store/safefile"
)

const (
	backupFolder = ".shortlist-backups"
	backupsKept  = 5
	backupTime   = "20060102-150405"
)

// backupEvery returns how old the newest copy must be before BackupIfDue makes another. Large files are copied less
// often.
func backupEvery(size int64) time.Duration {
	switch {
	case size < 64<<20:
		return 10 * time.Minute
	case size < 512<<20:
		return time.Hour
	}
	return 24 * time.Hour
}

// Backup makes a copy in the backup folder beside the file and returns its path. The last five copies are kept. It
// returns *FileError if the copy cannot be written and *DamagedError if the file cannot be read.
func (f *File) Backup() (string, error) { return f.backup(time.Now().UTC().Format(backupTime)) }

// BackupIfDue makes a copy if the file has changed since the newest one and that one is old enough. It returns the path,
// or "" if no copy was due. It reads the whole file, so call it from a job after the first frame. Errors as for Backup.
func (f *File) BackupIfDue() (string, error) {
	if f.readOnly {
		return "", nil
	}
	info, err := os.Stat(f.path)
	if err != nil {
		return "", fileError(f.path, err)
	}
	if list := backups(f.path); len(list) > 0 {
		newest, err := os.Stat(list[0])
		if err == nil && (newest.ModTime().After(info.ModTime()) || time.Since(newest.ModTime()) < backupEvery(info.Size())) {
			return "", nil
		}
	}
	return f.Backup()
}

// backup copies the file as it is committed now. Writers do not wait for it.
func (f *File) backup(stamp string) (string, error) {
	to := backupName(f.path, stamp)
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return "", makeError(filepath.Dir(to), err)
	}
	err := safefile.Write(to, 0o600, func(w io.Writer) error {
		return f.view(func(tx *bolt.Tx) error {
			_, err := tx.WriteTo(w)
			return err
		})
	})
	if err != nil {
		return "", f.explain(err)
	}
	return to, f.prune()
}

func backupName(path, stamp string) string {
	name := strings.TrimSuffix(filepath.Base(path), Extension)
	return filepath.Join(filepath.Dir(path), backupFolder, name+"."+stamp+Extension)
}

// prune deletes all but the newest copies. Copies made before a migration are kept.
func (f *File) prune() error {
	list := backups(f.path)
	list = list[min(len(list), backupsKept):]
	var err error
	for _, old := range list {
		err = errors.Join(err, os.Remove(old))
	}
	if err != nil {
		return fmt.Errorf("remove old backups: %w", err)
	}
	return nil
}

// backups lists the copies of a file that carry a time in their name, newest first.
func backups(path string) []string {
	folder := filepath.Join(filepath.Dir(path), backupFolder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // no folder, so no copies
	}
	prefix := strings.TrimSuffix(filepath.Base(path), Extension) + "."
	var out []string
	for _, e := range entries {
		stamp, ok := strings.CutPrefix(strings.TrimSuffix(e.Name(), Extension), prefix)
		if _, err := time.Parse(backupTime, stamp); ok && err == nil {
			out = append(out, filepath.Join(folder, e.Name()))
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// newestBackup returns the newest copy in which every seal is right as far as sweepTime allows, or "" if there is none.
func newestBackup(path string) string {
	if filepath.Base(filepath.Dir(path)) == backupFolder {
		return "" // the file is a copy itself
	}
	for _, b := range backups(path) {
		if sweepFile(b, sweepTime) == nil {
			return b
		}
	}
	return ""
}
