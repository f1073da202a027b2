package safefile

// This file checks that a name holds the old file or the new one, never a part.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func alone(t *testing.T, folder string, n int) {
	t.Helper()
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != n {
		t.Errorf("%d files in the folder, want %d: %v", len(entries), n, err)
	}
}

func TestWriteReplacesWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "report.md")
	for _, s := range []string{"first", "second"} {
		if err := Write(path, 0o600, func(w io.Writer) error { _, err := io.WriteString(w, s); return err }); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != s {
			t.Errorf("got %q", got)
		}
	}
	sad := errors.New("the pen broke")
	err := Write(path, 0o600, func(w io.Writer) error {
		if _, err := io.WriteString(w, "half of the th"); err != nil {
			return err
		}
		return sad
	})
	if !errors.Is(err, sad) || content(t, path) != "second" {
		t.Errorf("%v, content %q", err, content(t, path))
	}
	alone(t, folder, 1)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v %v", info.Mode(), err)
	}
}

func TestWriteIntoAFolderThatIsNotThere(t *testing.T) {
	t.Parallel()
	err := Write(filepath.Join(t.TempDir(), "none", "report.md"), 0o600, func(io.Writer) error { return nil })
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestPlaceNeverOverwrites(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "vacancy")
	for i, want := range []error{nil, fs.ErrExist} {
		tmp := filepath.Join(folder, ".tmp")
		if err := os.WriteFile(tmp, []byte{byte('a' + i)}, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Place(tmp, path); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
		if content(t, path) != "a" {
			t.Errorf("content %q", content(t, path))
		}
	}
	alone(t, folder, 2) // the file, and the temporary one that could not be placed, which its owner deletes
}
