package store

// This file checks the sentences that people see.

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
)

func TestEveryErrorSaysWhatWhyAndWhatToDo(t *testing.T) {
	t.Parallel()
	const path = "/home/x/v.shortlist"
	for name, err := range map[string]error{
		"in use":         &InUseError{path},
		"read-only":      &ReadOnlyError{path},
		"newer":          &NewerError{path, 9, 1},
		"damaged":        &DamagedError{Path: path},
		"damaged part":   &DamagedError{Path: path, What: "the file of C003", Backup: "/home/x/b.shortlist"},
		"damaged header": &DamagedError{Path: path, What: "a header page", Do: "Open it read-only."},
		"foreign":        &ForeignError{Path: path},
		"empty":          &ForeignError{Path: path, Empty: true},
		"replaced":       &ReplacedError{path},
		"missing":        fileError(path, fs.ErrNotExist),
		"forbidden":      fileError(path, fs.ErrPermission),
		"taken":          fileError(path, fs.ErrExist),
		"folder":         fileError(path, syscall.EISDIR),
		"full":           fileError(path, syscall.ENOSPC),
		"not changeable": explainReadOnly(path, openOptions{}, fs.ErrPermission),
		"no folder":      makeError(path, fs.ErrNotExist),
		"closed folder":  makeError(path, fs.ErrPermission),
		"no library":     (&Library{folder: path}).noFolder(syscall.ENOTDIR),
	} {
		for _, err := range []error{err, fmt.Errorf("open: %w", err), errors.Join(err, errors.New("close: x"))} {
			s := model.Explain(err)
			if !strings.HasPrefix(s, "v.shortlist ") || !strings.HasSuffix(s, ".") || strings.Count(s, ". ") < 1 {
				t.Errorf("%s: %q", name, s)
			}
		}
		if err.Error() == "" {
			t.Errorf("%s: no text for the log", name)
		}
	}
	if s := model.Explain(&GapError{"k7", 3, 5}); !strings.Contains(s, "the last one here is 3 and the next one offered is 5") {
		t.Errorf("gap: %q", s)
	}
}

func TestASentenceAboutAFileIsKept(t *testing.T) {
	t.Parallel()
	const path = "/home/x/v.shortlist"
	said := explainReadOnly(path, openOptions{}, fs.ErrPermission)
	for name, err := range map[string]error{
		"file": fileError(path, said), "make": makeError(path, said), "at": explainAt(path, said),
	} {
		if s := model.Explain(err); !strings.Contains(s, "may be read by you but not changed") {
			t.Errorf("%s: %q", name, s)
		}
	}
}

func TestAnOrdinaryErrorIsLeftAsItIs(t *testing.T) {
	t.Parallel()
	plain := errors.New("plain")
	if got := fileError("v", plain); got != plain {
		t.Errorf("got %v", got)
	}
	if fileError("v", nil) != nil || explainAt("v", nil) != nil {
		t.Error("no error became one")
	}
}

func TestANameFromAnotherLaptopIsOnlyAName(t *testing.T) {
	t.Parallel()
	for _, h := range modeltest.Hostile {
		if got := clean(h.Text); got != h.Want {
			t.Errorf("%s: %q, want %q", h.Class, got, h.Want)
		}
	}
	if got := clean("Zoë\u00a0Müller\n" + strings.Repeat("x", 200)); !strings.HasPrefix(got, "Zoë\u00a0Müller x") || len([]rune(got)) != 120 {
		t.Errorf("a long name on two lines became %q", got)
	}
}
