package posting_test

// This file measures how many criteria of the labelled notices the reader finds, and how many lost ones it says nothing of.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model/posting"
)

// noticeScore counts over notices.
type noticeScore struct{ labelled, read, found, silent int }

func (s noticeScore) f1() float64 {
	return 2 * float64(s.found) / float64(s.labelled+s.read)
}

// TestLabelledNoticesAreReadNoWorseThanBefore holds the floors. What is in held was not tuned on and stands for notices
// that nobody has seen: its floor says how far the reader still is from reading those.
func TestLabelledNoticesAreReadNoWorseThanBefore(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		half   string
		floor  float64
		silent int // so many notices may lose a criterion without a warning
	}{
		{"tune", 0.91, 7},
		{"held", 0.59, 8},
	} {
		files, err := filepath.Glob(filepath.Join("testdata", "notices", x.half, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		var score noticeScore
		for _, file := range files {
			scoreNotice(t, strings.TrimSuffix(file, ".json"), &score)
		}
		if got := score.f1(); got < x.floor || score.silent > x.silent {
			t.Errorf("%s: F1 %.3f, want %.2f; %d notices lose criteria in silence, at most %d may; %+v", x.half, got, x.floor, score.silent, x.silent, score)
		}
		t.Logf("%s: F1 %.3f, %+v", x.half, score.f1(), score)
	}
}

// scoreNotice compares one notice with its truth. A criterion is found if one of its class begins with the same words.
func scoreNotice(t *testing.T, name string, score *noticeScore) {
	t.Helper()
	var notice labelledNotice
	readJSON(t, name+".json", &notice)
	raw, err := os.ReadFile(name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	draft := posting.Read(string(raw))
	key := func(class posting.Class, text string) string {
		words := []rune(foldLabel(text))
		return string(class) + string(words[:min(len(words), 30)])
	}
	left := map[string]int{}
	for _, c := range draft.Criteria {
		left[key(c.Class, c.Text)]++
	}
	found, labelled := 0, 0
	for class, list := range map[posting.Class][]labelledCriterion{posting.Essential: notice.Essential, posting.Desirable: notice.Desirable} {
		for _, c := range list {
			labelled++
			if k := key(class, c.Text); left[k] > 0 {
				left[k]--
				found++
			}
		}
	}
	score.labelled, score.read, score.found = score.labelled+labelled, score.read+len(draft.Criteria), score.found+found
	if found < labelled && len(draft.Warnings) == 0 {
		score.silent++
	}
}
