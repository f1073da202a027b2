package tui_test

// This file tests that the README agrees with the program: its table of keys, its picture and its commands.

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// readmePart returns the part of the README between two marks, or replaces it by want if goldens are updated.
func readmePart(t *testing.T, mark, want string) string {
	t.Helper()
	text := readme(t)
	begin, end := "<!-- "+mark+" -->\n", "<!-- end of "+mark+" -->"
	from, to := strings.Index(text, begin), strings.Index(text, end)
	if from < 0 || to < from {
		t.Fatalf("the README has no part marked %q", mark)
	}
	from += len(begin)
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile("../README.md", []byte(text[:from]+want+text[to:]), 0o644); err != nil {
			t.Fatal(err)
		}
		return want
	}
	return text[from:to]
}

// keyTable makes the table of keys from the file that binds them.
func keyTable(t *testing.T) string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "kit/keys.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var w strings.Builder
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		fmt.Fprintf(&w, "\n%s\n\n| key | what it does |\n|---|---|\n", strings.TrimSuffix(strings.TrimSpace(g.Doc.Text()), "."))
		for _, s := range g.Specs {
			call, ok := s.(*ast.ValueSpec).Values[0].(*ast.CallExpr)
			if !ok || call.Fun.(*ast.Ident).Name != "bind" {
				t.Fatalf("a key is not bound by bind: %v", s)
			}
			word := func(i int) string {
				x, err := strconv.Unquote(call.Args[i].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				return x
			}
			fmt.Fprintf(&w, "| `%s` | %s |\n", word(0), word(2))
		}
	}
	return w.String() + "\n"
}

func TestReadmeShowsTheKeys(t *testing.T) {
	want := keyTable(t)
	if got := readmePart(t, "keys", want); got != want {
		t.Errorf("the table of keys is not the one of kit/keys.go: run go test ./tui -run Readme -update")
	}
}

// TestReadmeShowsTheScreen plays what the picture shows: one candidate of the sample, two criteria rated.
func TestReadmeShowsTheScreen(t *testing.T) {
	s := openSampleCandidate(t, 110, 30)
	s.keys("y")
	s.wait("1 of 11 rated")
	screen := s.wait("· saved")
	// the place in the order is random, as it should be
	screen = regexp.MustCompile(` {0,2}\d+ of 14 ·`).ReplaceAllStringFunc(screen, func(x string) string {
		return fmt.Sprintf("%*s", len(x), "3 of 14 ·")
	})
	var lines []string
	for _, l := range strings.Split(screen, "\n") {
		lines = append(lines, strings.TrimRight(l, " \r"))
	}
	want := "```\n" + strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n```\n"
	if got := readmePart(t, "screen", want); got != want {
		t.Errorf("the picture is not what the program shows: run go test ./tui -run Readme -update\n%s", want)
	}
}

// TestEveryCommandOfTheReadmeRuns runs the commands in their order, in a folder with the files they speak of.
func TestEveryCommandOfTheReadmeRuns(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	copyFile(t, "testdata/e2e/posting.txt", filepath.Join(home, "posting.txt"))
	copyFile(t, "testdata/e2e/more.csv", filepath.Join(home, "more.csv"))
	writeFile(t, filepath.Join(home, "odd.csv"), "Dossard;Nom;Remarks\nO-001;Nobody (invented);none of note\n")
	writeFile(t, filepath.Join(home, "cvs", "M-001 cv.txt"), "An invented file.\n")
	if out, err := command(t, home, "template", filepath.Join(home, "later.xlsx")).CombinedOutput(); err != nil {
		t.Fatalf("later.xlsx: %v\n%s", err, out)
	}
	ran := 0
	for _, m := range regexp.MustCompile(`(?m)^    (\S.*)$`).FindAllStringSubmatch(readme(t), -1) {
		line := m[1]
		args := strings.Fields(line)
		switch {
		case line == "go run . demo":
			s := start(t, home, 80, 24, "demo")
			s.wait("Who is working?")
			endBySignal(t, s, line)
		case line == "./shortlist officer.shortlist":
			s := start(t, home, 80, 24, args[1])
			s.wait("What is your name?")
			s.waitUntilArmed()
			s.keys("Anna Novak", "\r")
			s.wait("Anna Nov")
			s.gone("What is your name?")
			endBySignal(t, s, line)
		case line == "go test ./...", line == "go build -o shortlist .":
			// this very test, and how the program under test was built
		case args[0] == "./shortlist":
			cmd := command(t, home, args[1:]...)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", line, err, out)
			}
		default:
			t.Errorf("nobody runs %q", line)
		}
		ran++
	}
	if ran < 10 {
		t.Errorf("only %d commands found", ran)
	}
}

// endBySignal ends the program by a signal and expects the exit code 0.
func endBySignal(t *testing.T, s *session, line string) {
	t.Helper()
	s.signal(syscall.SIGTERM)
	if code := s.end(); code != 0 {
		t.Errorf("%s: exit code %d", line, code)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, to, string(data))
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
