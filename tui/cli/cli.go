package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/tui/kit"
)

// This file runs one command: it reads the command line and turns what came of it into an exit code.

// Exit codes: a refusal or failure, and wrong usage.
const (
	exitFailed = 1
	exitUsage  = 2
)

// app is one run of the program.
type app struct {
	in       io.Reader
	out, err io.Writer
	library  string
	readOnly bool
	failure  error

	vacancies     *store.Library // once it was asked for
	moved, copied bool           // what happened to a file that was written on another computer
}

// Main runs the program with its arguments and gives the exit code. version is that of the release.
func Main(version string, args []string, in io.Reader, out, errw io.Writer) int {
	a := &app{in: in, out: out, err: errw}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errw)
	usage := func(w io.Writer, _ fang.Styles, err error) {
		fmt.Fprintf(w, "shortlist: %s. Run \"shortlist --help\" to see how it is used.\n", strings.TrimSuffix(kit.CleanLines(err.Error()), "."))
	}
	if err := fang.Execute(context.Background(), root, fang.WithVersion(version), fang.WithErrorHandler(usage)); err != nil {
		return exitUsage
	}
	if a.failure != nil {
		fmt.Fprintln(errw, "shortlist: "+kit.CleanLines(model.Explain(a.failure))) // a name of a file or a member may be hostile
		return exitFailed
	}
	return 0
}

// does turns a function into a command's RunE. A failure is kept for run, so that it is told apart from wrong usage.
func (a *app) does(f func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		a.failure = f(cmd, args)
		return nil
	}
}

// many stands for any number of arguments.
const many = 1 << 20

// takes refuses fewer than least or more than most arguments, in words: a command's Use names those it takes.
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

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "shortlist [FILE]",
		Short: "Screen the candidates of a vacancy, offline, fairly and provably.",
		Long: "Screen the candidates of a vacancy: every panel member rates alone, then the panel settles the differences.\n" +
			"Without a command the program opens on the list of vacancies, or on the FILE named.",
		Example: "shortlist demo\nshortlist new posting.txt --candidates candidates.csv -o officer.shortlist\nshortlist officer.shortlist",
		Args:    takes(0, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.screen(nil)
			}
			return a.openScreen(args[0])
		}),
	}
	root.PersistentFlags().StringVar(&a.library, "library", "", "folder of the vacancies (default: your data folder)")
	root.Flags().BoolVar(&a.readOnly, "read-only", false, "only look: another program may have the file open")
	root.PersistentFlags().BoolVar(&a.moved, "moved", false, "the file was moved here from another computer: this one takes over")
	root.PersistentFlags().BoolVar(&a.copied, "copy", false, "the file is a copy, and work on the other computer goes on")
	root.AddCommand(
		a.demo(), a.inspect(), a.create(), a.imports(), a.template(), a.sheet(), a.export(), a.backup(), a.check(),
		a.card(), a.panel(), a.bundle(), a.merge(), a.exchange(), a.verify(),
	)
	return root
}

// lib is the library of this run: what is opened in it stays open, a card under a passphrase say.
func (a *app) lib() *store.Library {
	if a.vacancies == nil {
		a.vacancies = store.NewLibrary(a.library)
	}
	return a.vacancies
}
