package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file tries the command line without a disk: how commands describe themselves, what they refuse as wrong usage, and how
// secrets are read. What commands do is tried with the whole program.

// nowhere is a library that fails the test if a command reaches it.
type nowhere struct{ kit.Upkeep }

func (nowhere) ExportFormats() []kit.Format {
	return []kit.Format{{Name: "md", Ext: "md"}, {Name: "json", Ext: "json"}, {Name: "history", Ext: "history"}}
}

// run runs the program on a library and returns its exit code and what it wrote.
func run(lib kit.Upkeep, args ...string) (code int, out, err string) {
	var o, e bytes.Buffer
	code = Main(args, Env{
		Version: "0.0.1", Library: func(string) kit.Upkeep { return lib },
		Now: time.Now, Random: func() [32]byte { return [32]byte{} },
		In: strings.NewReader(""), Out: &o, Err: &e,
	})
	return code, o.String(), e.String()
}

// words splits a line as a shell does, as far as examples need it.
func words(line string) (out []string) {
	for i, part := range strings.Split(line, "'") {
		if i%2 == 0 {
			out = append(out, strings.Fields(part)...)
		} else {
			out = append(out, part)
		}
	}
	return out
}

func TestEveryCommandSaysWhatItDoesAndShowsIt(t *testing.T) {
	t.Parallel()
	fresh := func() *session {
		return &session{Env: Env{Library: func(string) kit.Upkeep { return nowhere{} }}}
	}
	root := newRootCommand(fresh())
	for _, c := range append(root.Commands(), root) {
		if c.Short == "" || !strings.Contains(c.Long, "Exit codes: 0 done; 1 ") || !strings.HasSuffix(c.Long, "; 2 wrong usage.") || c.Example == "" {
			t.Errorf("%s: Short %q, Long %q, Example %q", c.Name(), c.Short, c.Long, c.Example)
		}
		for _, line := range strings.Split(c.Example, "\n") {
			args := words(line)
			again := newRootCommand(fresh())
			found, rest, err := again.Find(args[1:])
			if err == nil {
				err = found.ParseFlags(rest)
			}
			if err == nil {
				err = found.ValidateArgs(found.Flags().Args())
			}
			if err != nil || args[0] != "shortlist" || found.Name() != c.Name() && c != root {
				t.Errorf("%s: %q does not parse: %v", c.Name(), line, err)
			}
		}
	}
}

func TestHelpIsThereForEveryCommand(t *testing.T) {
	t.Parallel()
	for _, c := range newRootCommand(&session{Env: Env{Library: func(string) kit.Upkeep { return nowhere{} }}}).Commands() {
		code, out, err := run(nowhere{}, c.Name(), "--help")
		if code != exitDone || !strings.Contains(out, "Exit codes: 0 done") || err != "" {
			t.Errorf("%s: exit code %d, %q, %q", c.Name(), code, out, err)
		}
	}
	if code, out, _ := run(nowhere{}, "--version"); code != exitDone || !strings.Contains(out, "0.0.1") {
		t.Errorf("the version: %d, %q", code, out)
	}
}

func TestWrongUsageIsToldApartFromAFailure(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	for _, c := range []struct{ args, want string }{
		{"--no-such-flag", "unknown flag: --no-such-flag"},
		{"one two", `"two" is one too many: shortlist [FILE]`},
		{"demo one", `"one" is one too many: shortlist demo`},
		{"inspect", "something is missing: shortlist inspect POSTING"},
		{"inspect --yaml posting.txt", "unknown flag: --yaml"},
		{"new", "something is missing: shortlist new POSTING"},
		{"new a b", `"b" is one too many`},
		{"new a --closing-date", "flag needs an argument: --closing-date"},
		{"import v.shortlist", "something is missing: shortlist import FILE CANDIDATES..."},
		{"template", "something is missing: shortlist template"},
		{"sheet v.shortlist", "say either -o SHEET to write a sheet or -i SHEET to read one back"},
		{"sheet v.shortlist -o a.csv -i b.csv", "say either -o SHEET"},
		{"sheet -o a.csv", "something is missing: shortlist sheet FILE"},
		{"export v.shortlist --format nonsense", `there is no export format "nonsense". Choose one of: md, json, history.`},
		{"export", "something is missing: shortlist export FILE"},
		{"backup", "something is missing: shortlist backup FILE"},
		{"check a b", `"b" is one too many: shortlist check FILE`},
		{"verify", "something is missing: shortlist verify FILE"},
		{"card --protect --unprotect", "--unprotect takes a passphrase away and stands alone"},
		{"card one", `"one" is one too many: shortlist card`},
		{"panel", "something is missing: shortlist panel FILE"},
		{"bundle v.shortlist", "say where to write the bundle: -o OUT"},
		{"bundle -o x.bundle", "something is missing: shortlist bundle FILE -o OUT"},
		{"merge v.shortlist", "something is missing: shortlist merge FILE BUNDLE..."},
		{"exchange folder", "something is missing: shortlist exchange FOLDER FILE"},
		{"exchange folder v.shortlist more", `"more" is one too many`},
	} {
		args := strings.Fields(c.args)
		used[args[0]] = true
		code, out, err := run(nowhere{}, args...)
		if code != exitUsage || out != "" || !oneSentence(err) || !strings.Contains(err, c.want) || !strings.Contains(err, "shortlist --help") {
			t.Errorf("%s: exit code %d, %q, %q", c.args, code, out, err)
		}
	}
	for _, c := range newRootCommand(&session{Env: Env{Library: func(string) kit.Upkeep { return nowhere{} }}}).Commands() {
		if !used[c.Name()] {
			t.Errorf("%s is not tried", c.Name())
		}
	}
}

// oneSentence returns true if a text is one line of the program, ended by a full stop.
func oneSentence(s string) bool {
	return strings.HasPrefix(s, "shortlist: ") && strings.HasSuffix(s, ".\n") && strings.Count(s, "\n") == 1
}

// refusing is a library that refuses to check a file.
type refusing struct{ nowhere }

func (refusing) Check(string) (string, error) {
	return "", &model.Error{Code: model.Conflict, Message: "It is \x1b[31mred\x1b[0m."}
}

func TestAFailureIsOneSentenceThatObeysNobody(t *testing.T) {
	t.Parallel()
	code, out, err := run(refusing{}, "check", "v.shortlist")
	if code != exitFailed || out != "" || !oneSentence(err) || strings.Contains(err, "\x1b") || strings.Contains(err, "--help") {
		t.Errorf("exit code %d, %q, %q", code, out, err)
	}
}

// cardBox is a library with a card under a passphrase.
type cardBox struct {
	nowhere
	word     string
	unlocked bool
	lost     bool // the line of the card: only its keys tell it
	log      []string
}

// asksWord is the error of keys under a passphrase.
type asksWord struct{ wrong bool }

func (e asksWord) Error() string                       { return "This is not the passphrase of your card." }
func (e asksWord) Passphrase() (of string, wrong bool) { return "card", e.wrong }
func (b *cardBox) note(what string)                    { b.log = append(b.log, what) }
func (b *cardBox) MakeCard(n, w string) (model.OwnCard, error) {
	b.word, b.unlocked = w, true
	return b.OwnCard()
}

func (b *cardBox) OwnCard() (model.OwnCard, error) {
	b.note("read")
	if b.lost && !b.unlocked {
		return model.OwnCard{}, asksWord{}
	}
	return model.OwnCard{Name: "Otto Finch", Line: "shortlist-card1 …", Check: "ABCDE-FGHIJ", Protected: b.word != ""}, nil
}

func (b *cardBox) Unlock(word string) error {
	b.note("unlock " + word)
	if b.unlocked = word == b.word; !b.unlocked {
		return asksWord{wrong: true}
	}
	return nil
}

func (b *cardBox) ChangePassphrase(old, fresh string) error {
	if old != b.word {
		return asksWord{wrong: true}
	}
	b.word = fresh
	return nil
}

func TestPassphrasesComeFromFilesOrATerminal(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	right, other, empty := file("right", "a word\r\n"), file("other", "Another"), file("empty", "\n")
	for name, c := range map[string]struct {
		args []string
		code int
		want string // on standard error
		log  []string
	}{
		"without a terminal": {nil, exitFailed, "there is no terminal to ask on", []string{"read"}},
		"asked once":         {[]string{"--card-passphrase-file", right}, exitDone, "Check sum ABCDE-FGHIJ", []string{"read", "unlock a word", "read"}},
		"a wrong one":        {[]string{"--card-passphrase-file", other}, exitFailed, "not the passphrase", []string{"read", "unlock Another"}},
		"an empty file":      {[]string{"--card-passphrase-file", empty}, exitFailed, "passphrase is empty", []string{"read"}},
		"no such file":       {[]string{"--card-passphrase-file", "/nowhere"}, exitFailed, "/nowhere, cannot be read", []string{"read"}},
	} {
		box := &cardBox{word: "a word", lost: true}
		code, out, err := run(box, append([]string{"card"}, c.args...)...)
		if code != c.code || !strings.Contains(err, c.want) || (out != "") != (code == exitDone) || !slices.Equal(box.log, c.log) {
			t.Errorf("%s: exit code %d, %q, %q, did %q", name, code, out, err, box.log)
		}
	}
	box := &cardBox{word: "a word"}
	if code, _, err := run(box, "card", "--protect", "--card-passphrase-file", right, "--new-passphrase-file", other); code != exitDone || box.word != "Another" {
		t.Errorf("changed: %d, %q, the passphrase is %q", code, err, box.word)
	}
	if code, _, err := run(box, "card", "--unprotect", "--card-passphrase-file", right); code != exitFailed || box.word != "Another" {
		t.Errorf("taken away with a wrong one: %d, %q, the passphrase is %q", code, err, box.word)
	}
	if code, _, err := run(box, "card", "--unprotect", "--card-passphrase-file", other); code != exitDone || box.word != "" {
		t.Errorf("taken away: %d, %q, the passphrase is %q", code, err, box.word)
	}
}
