package posting

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// This file holds every rule to its example: the example is read, and the rule must have decided something in it. Whoever
// empties a rule, or shadows it by another, fails here.

func TestEveryRuleReadsItsExample(t *testing.T) {
	t.Parallel()
	for _, r := range Rules() {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			steps := Why(r.Example)
			if !slices.ContainsFunc(steps, func(s Step) bool { return s.Rule == r.Name }) {
				t.Errorf("the rule reads nothing in its example:\n%s\n%s", r.Example, written(steps))
			}
		})
	}
}

// written is a trace in lines, for people.
func written(steps []Step) string {
	var b strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&b, "%3d %-12s %s %s (%s)\n", s.Line, s.Stage, s.As, s.Of, s.Rule)
	}
	return b.String()
}

func TestEveryRuleHasAName(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range Rules() {
		if r.Name == "" || r.Example == "" || seen[r.Name] {
			t.Errorf("the rule %q has no example, or its name stands twice", r.Name)
		}
		seen[r.Name] = true
	}
}

// Nothing but the rules of the list may stand in a trace, and every line has a step.
func TestTraceNamesListedRulesOnEveryLine(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/postings/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	known := map[string]bool{"": true}
	for _, r := range Rules() {
		known[r.Name] = true
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := map[int]bool{}
		for _, s := range Why(string(text)) {
			if !known[s.Rule] || !slices.Contains(Stages, s.Stage) || s.As == "" {
				t.Errorf("%s: the step %+v is of no rule in the list", path, s)
			}
			lines[s.Line] = true
		}
		for n := range strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n") {
			if !lines[n+1] {
				t.Errorf("%s: line %d has no step", path, n+1)
			}
		}
	}
}
