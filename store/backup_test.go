package store_test

// This file tests copies of a file that is in use.

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

func TestACopyOfAFileInUseIsWhole(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 30)
	d.Do("M1", rating(1, 1, model.Met))
	path, err := d.File.Backup()
	must(t, err)
	d.Do("M1", rating(2, 1, model.Met))
	f, err := l.Open(path, false)
	must(t, err)
	if b := storetest.Sit(t, f).Board; b.RatingCount() != 1 || b.Candidates != 30 {
		t.Errorf("%d ratings, %d candidates", b.RatingCount(), b.Candidates)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v %v", info.Mode(), err)
	}
	if list, err := l.List(); err != nil || len(list) != 1 {
		t.Errorf("copies are listed among the vacancies: %v %v", list, err)
	}
}

func TestTheLastFiveCopiesAreKept(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 3)
	folder := filepath.Join(filepath.Dir(d.File.Path()), ".shortlist-backups")
	must(t, os.MkdirAll(folder, 0o700))
	for _, name := range []string{
		"Keeper of Maps.20240101-000000", "Keeper of Maps.20240102-000000", "Keeper of Maps.20240103-000000",
		"Keeper of Maps.20240104-000000", "Keeper of Maps.20240105-000000", "Keeper of Maps.20240106-000000",
		"Keeper of Maps 2.20240101-000000", "Keeper of Maps.before-version-2", "Keeper of Maps.mine",
	} {
		must(t, os.WriteFile(filepath.Join(folder, name+store.Extension), nil, 0o600))
	}
	newest, err := d.File.Backup()
	must(t, err)
	left, err := filepath.Glob(filepath.Join(folder, "Keeper of Maps.2*"))
	if err != nil || len(left) != 5 || left[4] != newest {
		t.Errorf("left: %v", left)
	}
	if all, _ := os.ReadDir(folder); len(all) != 8 {
		t.Errorf("%d files left, want the five, another vacancy's, the one before a migration and a stranger", len(all))
	}
}

func TestACopyIsMadeWhenItIsDue(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 3)
	first, err := d.File.BackupIfDue()
	if err != nil || first == "" {
		t.Fatalf("no copy yet, none made: %v", err)
	}
	d.Do("M1", rating(1, 1, model.Met))
	if again, err := d.File.BackupIfDue(); err != nil || again != "" {
		t.Errorf("made again at once: %s %v", again, err)
	}
	old := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(first, old, old))
	if again, err := d.File.BackupIfDue(); err != nil || again == "" {
		t.Errorf("an hour old and changed since, and none made: %v", err)
	}
	long := old.Add(-time.Hour)
	must(t, os.Chtimes(d.File.Path(), long, long))
	if again, err := d.File.BackupIfDue(); err != nil || again != "" {
		t.Errorf("nothing changed, and one was made: %s %v", again, err)
	}
}
