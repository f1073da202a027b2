package tui_test

// This file runs every command of the built program in scripts, with good and with bad input.

import (
	"bytes"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// build builds the program once.
var build = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "shortlist-bin")
	if err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "shortlist")
	out, err := exec.Command("go", "build", "-o", bin, "shortlist").CombinedOutput()
	if err != nil {
		err = &buildError{err, string(out)}
	}
	return bin, err
})

// buildError is the error of the build, with its output.
type buildError struct {
	err error
	out string
}

func (e *buildError) Error() string { return e.err.Error() + "\n" + e.out }

// binary returns the path of the program, which is built once for all tests of this package.
func binary(t testing.TB) string {
	t.Helper()
	bin, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

// run runs a command with a home folder of its own and returns its output.
func run(t *testing.T, home string, args ...string) string {
	t.Helper()
	out, err := command(t, home, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// command returns a command of the program with a home folder of its own.
func command(t *testing.T, home string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(binary(t), args...)
	cmd.Dir = home
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "XDG_DATA_HOME="+filepath.Join(home, "data"))
	return cmd
}

func TestCommandLine(t *testing.T) {
	bin := binary(t)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", filepath.Dir(bin)+string(os.PathListSeparator)+e.Getenv("PATH"))
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": writeBytes, "large": writeLarge, "seal": sealFile, "reveal": revealFile, "rate": rateAll, "flip": flipFile, "spoil": spoilFolder, "headof": headOf,
			"onesentence": oneSentence, "code": exitCode, "chop": chop, "seatpanel": seatPanel, "fill": fillSheet,
		},
	})
}

// writeBytes NAME HEX... writes a file of the bytes given in hexadecimal; "text:…" stands for itself.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	for _, a := range args[1:] {
		if s, ok := strings.CutPrefix(a, "text:"); ok {
			b.WriteString(strings.ReplaceAll(s, `\n`, "\n"))
			continue
		}
		x, err := hex.DecodeString(a)
		ts.Check(err)
		b.Write(x)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o600))
}

// writeLarge NAME MEGABYTES writes a large text.
func writeLarge(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	line := []byte("- have at least 3 years of experience in moving very long texts about;\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(line, n<<20/len(line)), 0o600))
}

// chop NAME BYTES cuts a file.
func chop(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// exitCode N COMMAND ARGS... runs a command and expects that exit code.
func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if x, ok := err.(*exec.ExitError); ok {
		got = x.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// oneSentence checks that the last command wrote exactly one line to standard error, which begins with the name of the program,
// ends with a full stop and does not look like a stack trace.
func oneSentence(ts *testscript.TestScript, _ bool, _ []string) {
	s := ts.ReadFile("stderr")
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if len(lines) != 1 || !strings.HasPrefix(lines[0], "shortlist: ") || !strings.HasSuffix(lines[0], ".") {
		ts.Fatalf("not one sentence: %q", s)
	}
	for _, bad := range []string{"goroutine", "panic", "0x", "%!"} {
		if strings.Contains(s, bad) {
			ts.Fatalf("%q in %q", bad, s)
		}
	}
}
