package model_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// This file holds the directions in doc.go against the files that are there.

func TestTheDirectionsForAddingNameFilesThatAreThere(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, directions, ok := strings.Cut(string(doc), "# Where do I add")
	if !ok {
		t.Fatal("there are no directions")
	}
	names := regexp.MustCompile(`\b[\w/]+\.(?:go|md)\b`).FindAllString(directions, -1)
	if len(names) < 15 {
		t.Errorf("only %d files are named", len(names))
	}
	for _, name := range names {
		found, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(name)))
		for _, under := range []string{".", "requirement", "posting", "../tui/cli", "../store", "../store/imports", "../store/exports"} {
			more, e := filepath.Glob(filepath.Join(under, filepath.FromSlash(name)))
			if found = append(found, more...); e != nil {
				err = e
			}
		}
		if err != nil || (len(found) == 0 && !strings.Contains(name, "NNNN") && !strings.HasPrefix(name, "_")) {
			t.Errorf("%s is not there (%v)", name, err)
		}
	}
}
