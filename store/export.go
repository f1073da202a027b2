package store

// This file writes what a viewer may see, in a format for people or for other programs.

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"shortlist/model"
	"shortlist/store/exports"
	"shortlist/store/safefile"
)

// ExportFormats lists the formats of Export.
func (l *Library) ExportFormats() []model.Format {
	var out []model.Format
	for _, f := range exports.Formats() {
		out = append(out, model.Format{Name: f.Name, Description: f.Says, Ext: f.Ext})
	}
	return out
}

// Export writes what the viewer may see to a path and returns the path. If path is "", it is a free name beside the
// vacancy file. It returns *FileError with Taken if a file exists there and replace is false, and *model.Error NotFound
// for an unknown format.
func (f *File) Export(viewer model.MemberID, format, path string, replace bool) (string, error) {
	x, err := exports.Find(format)
	if err != nil {
		return "", err
	}
	if path == "" {
		stem := strings.TrimSuffix(f.path, Extension)
		if f.temporary != "" { // the export of a sample must outlive its folder
			stem = "sample report"
		}
		if path, err = freeName(stem, "."+x.Ext); err != nil {
			return "", err
		}
	}
	path = within(expandHome(path), strings.TrimSuffix(base(f.path), Extension)+"."+x.Ext)
	if _, err := os.Lstat(path); err == nil && !replace {
		return "", fileError(path, fs.ErrExist)
	}
	err = safefile.Write(path, 0o600, func(w io.Writer) error { return x.Write(w, source{f, viewer}) })
	return path, makeError(path, err)
}

// ExportTo writes what the viewer may see to a stream. It returns *model.Error NotFound for an unknown format.
func (f *File) ExportTo(w io.Writer, viewer model.MemberID, format string) error {
	x, err := exports.Find(format)
	if err != nil {
		return err
	}
	return x.Write(w, source{f, viewer})
}

// source is a vacancy file as a viewer may see it. It is what the formats read.
type source struct {
	file   *File
	viewer model.MemberID
}

// Report returns the report for the viewer.
func (s source) Report() (model.Report, error) {
	b, err := s.file.Load()
	if err != nil {
		return model.Report{}, err
	}
	r, err := b.As(s.viewer).Report(s.file.Dossier)
	if err != nil {
		return model.Report{}, err
	}
	for chain, hash := range s.file.Heads() {
		if s.sees(chain, b.Revealed()) {
			r.History.Heads[string(chain)] = hex.EncodeToString(hash)
		}
	}
	return r, nil
}

// sees returns true if the viewer may see a chain. Before the reveal not even a hash of what others did alone may be
// seen: there are so few possible entries that it could be guessed.
func (s source) sees(chain model.ChainID, revealed bool) bool {
	_, m := chain.Split()
	return m == "" || m == s.viewer || revealed
}

// within returns path, or a file called name in it if path is a folder.
func within(path, name string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return filepath.Join(path, name)
	}
	return path
}

// Beside proposes a path for something that is made from the vacancy: beside its file, or in the current folder for a
// sample, whose own folder is deleted. It does not look at the disk.
func (f *File) Beside(what, ext string) string {
	stem := strings.TrimSuffix(f.path, Extension)
	if f.temporary != "" {
		stem = "sample"
	}
	return absolute(stem + " " + fileName(what) + ext)
}

// freeName returns a name that is not taken: "name.md", "name 2.md" and so on.
func freeName(stem, ext string) (string, error) {
	for n := 1; n < 10_000; n++ {
		path := stem + ext
		if n > 1 {
			path = fmt.Sprintf("%s %d%s", stem, n, ext)
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
	}
	return "", fileError(stem+ext, fs.ErrExist)
}
