package model_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// This file holds the list of rules against the files and the tests that speak of them.

func TestTheRulesOfFairnessNameWhatIsThere(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile("rules_of_fairness.md")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\| (R\d+) \|.*\| ([^|]+) \|$`).FindAllStringSubmatch(string(list), -1) {
		rules[m[1]] = true
		if _, err := os.Stat(filepath.FromSlash(m[2])); err != nil && m[2] != "not in this version" {
			t.Errorf("%s is kept in %s, which is not there", m[1], m[2])
		}
	}
	if len(rules) != 34 {
		t.Errorf("%d rules are listed", len(rules))
	}
	used := 0
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range regexp.MustCompile(`func Test(\w*?)(R\d+)(\w*)\(`).FindAllStringSubmatch(string(source), -1) {
			used++
			if !rules[m[2]] || m[1] == "" || m[3] != "" {
				t.Errorf("%s: Test%s%s%s names a rule that is not listed, or not behind its words", path, m[1], m[2], m[3])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if used < 40 {
		t.Errorf("only %d tests name a rule", used)
	}
}
