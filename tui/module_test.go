package tui_test

import (
	"os"
	"strings"
	"testing"
)

// This file holds the rules of go.mod.

// TestTheModuleReplacesNothing keeps go.mod free of replace lines: with one, "go install" of this module from elsewhere fails.
func TestTheModuleReplacesNothing(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "replace") || strings.Contains(line, "=>") {
			t.Errorf("go.mod:%d: %s", n+1, line)
		}
	}
}
