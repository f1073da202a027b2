package model_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// This file holds doc.go against the files that are there.

// Names are looked for from the root of the module, in this package, and in the folders that an entry has named before.
func TestDocNamesFilesAndFoldersThatAreThere(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(doc), "# Where do I add") {
		t.Fatal("there are no directions")
	}
	folders, names := []string{"."}, 0
	for _, line := range strings.Split(string(doc), "\n") {
		if regexp.MustCompile(`^//\t\S`).MatchString(line) {
			folders = []string{"."} // of this entry
		}
		for _, name := range regexp.MustCompile(`[\w/*]+\.(?:go|md|golden)\b|\b(?:model|store|tui)/[\w/]*\b`).FindAllString(strings.ReplaceAll(line, "NNNN_name", "*"), -1) {
			found := glob(t, "..", name)
			for _, folder := range folders {
				found += glob(t, folder, name)
			}
			if names++; found == 0 {
				t.Errorf("%s is not there", name)
			}
			if strings.Contains(name, "/") {
				path := filepath.Join("..", filepath.FromSlash(name))
				folders = append(folders, path, filepath.Dir(path))
			}
		}
	}
	if names < 30 {
		t.Errorf("only %d files and folders are named", names)
	}
}

// glob returns how many files of a folder have a name, which may have stars.
func glob(t *testing.T, folder, name string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}
