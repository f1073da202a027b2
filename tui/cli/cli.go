package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file runs one command: it reads the command line and turns the result into an exit code.

// Exit codes: done, a refusal or failure, and wrong usage.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Env is what the command line is given from outside.
type Env struct {
	// Version is that of the program, as --version prints it.
	Version string
	// Library returns the library in a folder, or the user's own if folder is "". Nothing is read or made yet.
	Library func(folder string) kit.Upkeep
	// Pages is the LIST of screens.
	Pages []kit.Page

	Now    func() time.Time
	Random func() [32]byte

	In       io.Reader
	Out, Err io.Writer
}

// session is one run of the program.
type session struct {
	Env
	folder        string     // of the library; "" is the user's own
	library       kit.Upkeep // nil until it is asked for
	moved, copied bool       // what the user says happened to a file that was written on another computer
	failure       error      // of the command that ran
}

// Main runs the program with its arguments and returns the exit code.
func Main(args []string, e Env) int {
	s := &session{Env: e}
	root := newRootCommand(s)
	root.SetArgs(args)
	root.SetOut(e.Out)
	root.SetErr(e.Err)
	usage := func(w io.Writer, _ fang.Styles, err error) {
		fmt.Fprintf(w, "shortlist: %s. Run \"shortlist --help\" to see how it is used.\n", strings.TrimSuffix(kit.CleanLines(err.Error()), "."))
	}
	if err := fang.Execute(context.Background(), root, fang.WithVersion(e.Version), fang.WithErrorHandler(usage)); err != nil {
		return exitUsage
	}
	if s.failure != nil {
		s.tell("shortlist: %s", kit.CleanLines(model.Explain(s.failure))) // a name of a file or a member may be hostile
		return exitFailed
	}
	return exitDone
}

func newRootCommand(s *session) *cobra.Command {
	var readOnly bool
	root := &cobra.Command{
		Use:   "shortlist [FILE]",
		Short: "Screen the candidates of a vacancy, offline, fairly and provably.",
		Long: long(
			"Screen the candidates of a vacancy: every panel member rates alone, then the panel settles the differences.\n"+
				"Without a command the program opens on the list of vacancies, or on the FILE named. What a command writes for other "+
				"programs goes to standard output, everything else to standard error.",
			"refused or failed",
		),
		Example: examples(
			"shortlist demo",
			"shortlist new posting.txt --candidates candidates.csv -o officer.shortlist",
			"shortlist officer.shortlist",
		),
		Args: takes(0, 1),
		RunE: s.does(func(args []string) error {
			if len(args) == 0 {
				return openScreen(s, nil)
			}
			return runOpen(s, args[0], readOnly)
		}),
	}
	root.Flags().BoolVar(&readOnly, "read-only", false, "only look: another program may have the file open")
	root.PersistentFlags().StringVar(&s.folder, "library", "", "folder of the vacancies (default: your data folder)")
	root.PersistentFlags().BoolVar(&s.moved, "moved", false, "the file was moved here from another computer: this one takes over")
	root.PersistentFlags().BoolVar(&s.copied, "copy", false, "the file is a copy, and work on the other computer goes on")
	for _, c := range commands {
		root.AddCommand(c(s))
	}
	return root
}

// commands is the LIST of commands. A new command is one file and one line here.
var commands = []func(*session) *cobra.Command{
	newDemoCommand,
	newInspectCommand,
	newNewCommand,
	newImportCommand,
	newTemplateCommand,
	newSheetCommand,
	newExportCommand,
	newBackupCommand,
	newCheckCommand,
	newCardCommand,
	newPanelCommand,
	newBundleCommand,
	newMergeCommand,
	newExchangeCommand,
	newVerifyCommand,
}

// does turns a function into a command's RunE. Its error is kept for Main, so that a failure is told apart from wrong usage.
func (s *session) does(f func(args []string) error) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, args []string) error {
		s.failure = f(args)
		return nil
	}
}

// many stands for any number of arguments.
const many = 1 << 20

// takes refuses fewer than least or more than most arguments, in words. The Use of a command names those it takes.
func takes(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		use := strings.TrimSpace(strings.Replace(cmd.UseLine(), "[flags]", "", 1))
		switch {
		case len(args) < least:
			return fmt.Errorf("something is missing: %s", use)
		case len(args) > most:
			return fmt.Errorf("%q is one too many: %s", args[most], use)
		}
		return nil
	}
}

// lib is the library of this run: what is opened in it stays open, a card under a passphrase for instance.
func (s *session) lib() kit.Upkeep {
	if s.library == nil {
		s.library = s.Library(s.folder)
	}
	return s.library
}

// tell writes a line for people to standard error.
func (s *session) tell(format string, args ...any) {
	fmt.Fprintf(s.Err, format+"\n", args...)
}
