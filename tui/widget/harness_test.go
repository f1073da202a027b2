package widget

// This file holds what the tests of all widgets need: keys, goldens and a check of sizes.

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"shortlist/tui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

func env() *kit.Env { return &kit.Env{Theme: kit.NewTheme(true), Text: &kit.Text{}} }

// press returns the message of a key press.
func press(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter,
		"esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
	}
	k := tea.Key{}
	for {
		mod, rest, ok := strings.Cut(name, "+")
		if !ok || rest == "" {
			break
		}
		switch mod {
		case "ctrl":
			k.Mod |= tea.ModCtrl
		case "shift":
			k.Mod |= tea.ModShift
		}
		name = rest
	}
	if r, ok := special[name]; ok {
		k.Code = r
		if name == "space" {
			k.Text = " "
		}
		return tea.KeyPressMsg(k)
	}
	k.Code = []rune(name)[0]
	if k.Mod == 0 {
		k.Text = name
	}
	return tea.KeyPressMsg(k)
}

// checkGolden compares a view without styles with the golden file of the test.
func checkGolden(t *testing.T, view string) {
	t.Helper()
	var lines []string
	for _, l := range strings.Split(ansi.Strip(view), "\n") {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	got := strings.Join(lines, "\n") + "\n"
	path := filepath.Join("testdata", t.Name()+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("screen differs (-want +got):\n%s", diff)
	}
}

// checkSize fails the test if a view is larger than its size.
func checkSize(t *testing.T, view string, width, height int) {
	t.Helper()
	text := &kit.Text{}
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		t.Errorf("%d lines in a height of %d", len(lines), height)
	}
	for i, l := range lines {
		if w := text.Width(l); w > width {
			t.Errorf("line %d takes %d of %d cells: %q", i+1, w, width, ansi.Strip(l))
		}
	}
}
