package store

// This file writes a member's own rating form, and reads it back filled in.

import (
	"io"
	"io/fs"
	"os"
	"time"

	"shortlist/model"
	"shortlist/store/exports"
	"shortlist/store/imports"
	"shortlist/store/safefile"
)

// WriteSheet writes a member's form to a path, as a workbook or a table by its ending, and returns the number of
// candidates in it. It returns *FileError with Taken if a file exists there, because it may be filled in, unless
// wish.Replace is true; and the errors of model.View.Sheet.
func (f *File) WriteSheet(member model.MemberID, path string, wish model.SheetWish) (n int, err error) {
	path = expandHome(path)
	if err := exports.SheetFormat(path); err != nil {
		return 0, err
	}
	b, err := f.Load()
	if err != nil {
		return 0, err
	}
	if wish.At.IsZero() {
		wish.At = time.Now()
	}
	head, rows, err := b.As(member).Sheet(wish.At, f.Dossier)
	if err != nil {
		return 0, err
	}
	if _, err := os.Lstat(path); err == nil && !wish.Replace {
		return 0, fileError(path, fs.ErrExist)
	}
	head.Evidence = wish.Evidence
	counted := func(yield func(model.SheetRow, error) bool) {
		for r, err := range rows {
			if n++; !yield(r, err) {
				return
			}
		}
	}
	err = safefile.Write(path, 0o600, func(w io.Writer) error { return exports.WriteSheet(w, path, head, counted) })
	return n, makeError(path, err)
}

// CompareSheet reads a member's filled form and compares it with what is stored; see model.View.CompareSheet. It returns
// *imports.SheetRefused if the file is no such form.
func (f *File) CompareSheet(member model.MemberID, path string, overwrite func(model.SheetDifference) bool) (model.SheetReading, error) {
	sheet, err := imports.OpenSheet(expandHome(path))
	if err != nil {
		return model.SheetReading{}, err
	}
	b, err := f.Load()
	if err != nil {
		return model.SheetReading{}, err
	}
	return b.As(member).CompareSheet(sheet, overwrite, f.Dossier)
}
