package posting_test

// This file checks the labelled sample notices themselves: that their labels fit their texts and that both halves hold every kind of
// difficulty. How well the reader does on them is measured elsewhere.

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// labelledNotice is what the test reads of the truth beside a notice.
type labelledNotice struct {
	Complete     bool   `json:"complete"`
	Title        string `json:"title"`
	Requisition  string `json:"requisition"`
	Location     string `json:"location"`
	Grade        string `json:"grade"`
	Essential    []labelledCriterion
	Desirable    []labelledCriterion
	Competencies []struct{ Name, Phrase string }
	Notes        []struct {
		Kind  string
		Lines [2]int
	}
}

// labelledCriterion is one criterion of a truth with the lines where its words stand.
type labelledCriterion struct {
	Text, Kind string
	Lines      [2]int
}

// The kinds of the notes for HR that a truth may name.
var noticeNoteKinds = []string{
	"ai", "accommodation", "other_post", "checks", "dates", "funds", "contract", "who_may_apply", "documents", "form_only",
}

// The kinds of a criterion that a truth may name.
var noticeCriterionKinds = []string{
	"degree", "experience", "language", "clearance", "availability", "nationality", "knowledge", "skill", "other",
}

func TestEveryLabelOfASampleNoticeStandsInItsText(t *testing.T) {
	for _, half := range []string{"tune", "held"} {
		files, err := filepath.Glob(filepath.Join("testdata", "notices", half, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) < 32 {
			t.Fatalf("%s holds %d notices, want 32 or more", half, len(files))
		}
		noted := map[string]int{}
		for _, file := range files {
			name := strings.TrimSuffix(file, ".json")
			t.Run(half+"/"+filepath.Base(name), func(t *testing.T) {
				notice := checkLabels(t, name)
				for _, note := range notice.Notes {
					noted[note.Kind]++
				}
			})
		}
		for _, kind := range noticeNoteKinds {
			if noted[kind] == 0 {
				t.Errorf("no notice in %s has a note of the kind %s", half, kind)
			}
		}
	}
}

func TestEveryKindOfDifficultyStandsInBothHalves(t *testing.T) {
	var index struct {
		Kinds   map[string]string
		Notices map[string][]string
	}
	readJSON(t, filepath.Join("testdata", "notices", "kinds.json"), &index)
	for _, half := range []string{"tune", "held"} {
		seen := map[string]bool{}
		for slug, kinds := range index.Notices {
			if !strings.HasPrefix(slug, half+"/") {
				continue
			}
			if _, err := os.Stat(filepath.Join("testdata", "notices", slug+".txt")); err != nil {
				t.Errorf("kinds.json names a notice that is not there: %v", err)
			}
			for _, kind := range kinds {
				if index.Kinds[kind] == "" {
					t.Errorf("%s names the kind %q, which kinds.json does not describe", slug, kind)
				}
				seen[kind] = true
			}
		}
		for kind, words := range index.Kinds {
			if !seen[kind] {
				t.Errorf("no notice in %s shows %s (%s)", half, kind, words)
			}
		}
	}
}

// checkLabels compares the truth of one notice with its text and returns the truth. The name is a path without its ending.
func checkLabels(t *testing.T, name string) labelledNotice {
	t.Helper()
	var notice labelledNotice
	readJSON(t, name+".json", &notice)
	raw, err := os.ReadFile(name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	if len(lines) < 40 || len(lines) > 160 {
		t.Errorf("the notice has %d lines, want 40 to 160", len(lines))
	}
	whole := foldLabel(string(raw))
	stands := func(what, text string) {
		if text != "" && !strings.Contains(whole, foldLabel(text)) {
			t.Errorf("%s %q does not stand in the notice", what, text)
		}
	}
	stands("title", notice.Title)
	stands("requisition", notice.Requisition)
	stands("location", notice.Location)
	stands("grade", notice.Grade)
	for _, competency := range notice.Competencies {
		stands("competency", competency.Name)
		stands("competency phrase", competency.Phrase)
	}
	criteria := slices.Concat(notice.Essential, notice.Desirable)
	if len(criteria) == 0 && notice.Complete {
		t.Error("a complete notice has no criteria")
	}
	for _, criterion := range criteria {
		if foldLabel(criterion.Text) == "" {
			t.Error("a criterion has no words")
		}
		if !slices.Contains(noticeCriterionKinds, criterion.Kind) {
			t.Errorf("unknown kind %q of %q", criterion.Kind, criterion.Text)
		}
		if !linesHold(lines, criterion.Lines, criterion.Text) {
			t.Errorf("lines %v do not hold %q", criterion.Lines, criterion.Text)
		}
	}
	for _, note := range notice.Notes {
		if !slices.Contains(noticeNoteKinds, note.Kind) {
			t.Errorf("unknown kind of note %q", note.Kind)
		}
		if !linesHold(lines, note.Lines, "") {
			t.Errorf("lines %v of the note %s lie outside the notice", note.Lines, note.Kind)
		}
	}
	return notice
}

// linesHold returns true if the range, which counts from 1 and includes both ends, lies in the notice and its words hold the text.
func linesHold(lines []string, span [2]int, text string) bool {
	if span[0] < 1 || span[1] < span[0] || span[1] > len(lines) {
		return false
	}
	return strings.Contains(foldLabel(strings.Join(lines[span[0]-1:span[1]], "\n")), foldLabel(text))
}

// foldLabel keeps the lower-case ASCII letters and digits of a text and drops all else, so that marks and line breaks do not count.
func foldLabel(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(html.UnescapeString(text)))
}

// readJSON decodes one file of the samples.
func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
