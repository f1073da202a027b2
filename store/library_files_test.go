package store_test

// This file tests what the store connects: readers, formats, the sample.

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

func TestTheSampleShowsLife(t *testing.T) {
	t.Parallel()
	l := store.NewLibrary(t.TempDir())
	f, err := l.Sample()
	must(t, err)
	b, err := f.Load()
	must(t, err)
	if b.Candidates != 14 || len(b.Members) != 3 || b.Phase != model.Screening || b.RatingCount() < 50 || !b.Vacancy.Invented || b.Unknown != 0 {
		t.Errorf("%d candidates, %d members, %s, %d ratings", b.Candidates, len(b.Members), b.Phase, b.RatingCount())
	}
	if list, err := l.List(); err != nil || len(list) != 0 {
		t.Errorf("the sample is in the library: %v %v", list, err)
	}
	must(t, f.Close())
	if _, err := os.Stat(filepath.Dir(f.Path())); err == nil {
		t.Error("the sample is still there after it was closed")
	}
}

func TestAnExportReplacesOnlyWhatItIsTold(t *testing.T) {
	t.Parallel()
	_, d := desk(t, 1)
	path := filepath.Join(t.TempDir(), "report.md")
	must(t, os.WriteFile(path, []byte("mine"), 0o600))
	_, err := d.File.Export("M1", "md", path, false)
	var taken interface{ Taken() bool }
	if !errors.As(err, &taken) || !taken.Taken() {
		t.Errorf("a file that is there is not refused: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "mine" {
		t.Errorf("the file holds %q (%v)", got, err)
	}
	if _, err := d.File.Export("M1", "md", path, true); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(path); string(got) == "mine" {
		t.Error("the file was not replaced")
	}
}

// A path that a person types may begin with ~, as in a shell.
func TestPathsMayBeginAtHome(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	must(t, os.WriteFile(filepath.Join(home, "cook.txt"), []byte("Cook\n\nThe incumbent must:\n- know 40 ways to boil an egg;\n"), 0o600))
	l, d := desk(t, 1)
	if _, c, err := l.ReadPosting("~/cook.txt"); err != nil || len(c.Criteria) != 1 {
		t.Errorf("%v %v", c.Criteria, err)
	}
	if list, err := l.Browse("~"); err != nil || len(list) != 2 {
		t.Errorf("%v %v", list, err)
	}
	if path, err := d.File.Export("M1", "md", "~/report.md", false); err != nil || path != filepath.Join(home, "report.md") {
		t.Errorf("%s %v", path, err)
	}
	if _, err := l.ReadCandidates("~else/x.csv"); err == nil {
		t.Error("the folder of somebody else was read")
	}
}

func TestEveryFormatIsWrittenBesideTheVacancyWithoutOverwriting(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 3)
	d.Do("M1", rating(1, 1, model.Met))
	for _, format := range l.ExportFormats() {
		first, err := d.File.Export("M1", format.Name, "", false)
		must(t, err)
		second, err := d.File.Export("M1", format.Name, "", false)
		must(t, err)
		if filepath.Dir(first) != filepath.Dir(d.File.Path()) || first == second || format.Description == "" {
			t.Errorf("%s: %s, %s", format.Name, first, second)
		}
		written, err := os.ReadFile(first)
		must(t, err)
		var stream bytes.Buffer
		must(t, d.File.ExportTo(&stream, "M1", format.Name))
		if !bytes.Equal(written, stream.Bytes()) || stream.Len() == 0 {
			t.Errorf("%s: file and stream differ", format.Name)
		}
	}
	var report bytes.Buffer
	must(t, d.File.ExportTo(&report, "M1", "json"))
	if !strings.Contains(report.String(), string(d.File.Device())) {
		t.Error("the report does not name the head of the history")
	}
	if _, err := d.File.Export("M1", "papyrus", "", false); model.CodeOf(err) != model.NotFound {
		t.Errorf("unknown format: %v", err)
	}
	out := filepath.Join(t.TempDir(), "none", "report.md")
	if _, err := d.File.Export("M1", "md", out, false); !strings.Contains(model.Explain(err), "there is no folder") {
		t.Errorf("folder that is not there: %s", model.Explain(err))
	}
}

func TestAPostingBecomesAVacancyNamedAfterItsTitle(t *testing.T) {
	t.Parallel()
	l := store.NewLibrary(filepath.Join(t.TempDir(), "made", "here"))
	path := filepath.Join(t.TempDir(), "posting.txt")
	must(t, os.WriteFile(path, []byte("Title: Keeper of Maps / Lists\n\nESSENTIAL\nThe candidate must have:\n- three years of experience with maps;\n- a university degree.\n"), 0o600))
	p, c, err := l.ReadPosting(path)
	must(t, err)
	c.Vacancy.Title = "../Keeper: of <Maps> / Lists?"
	for _, want := range []string{"Keeper of Maps Lists.shortlist", "Keeper of Maps Lists 2.shortlist"} {
		f, err := l.Create(p, c)
		must(t, err)
		if d := storetest.Sit(t, f); filepath.Base(f.Path()) != want || filepath.Dir(f.Path()) != l.Folder() || d.Board.Vacancy.Posting.SHA256 != p.SHA256 {
			t.Errorf("%s, want %s", f.Path(), want)
		}
		if info, err := os.Stat(f.Path()); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v %v", info.Mode(), err)
		}
		kept, err := f.Posting()
		if err != nil || kept != p {
			t.Errorf("posting %v %v", kept, err)
		}
	}
	if info, err := os.Stat(l.Folder()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("folder %v %v", info.Mode(), err)
	}
	if _, _, err := l.PastePosting("   "); err == nil {
		t.Error("an empty text was taken for a posting")
	}
}
