// Command shortlist screens the candidates of a vacancy: see README.md.
//
// This file holds the command line: every command is a few lines that join the store and the screen.
package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"time"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/exports"
	"shortlist/store/identity"
	"shortlist/store/imports"
	"shortlist/tui"
	"shortlist/tui/kit"
	"shortlist/tui/screens"
)

// version is set by the release build.
var version = "0.1.0"

// Exit codes: a refusal or failure, and wrong usage.
const (
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	if store.RunChildCheck() { // this process is the child that looks at a file that was not closed cleanly
		return
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

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

// run is main without the process around it.
func run(args []string, in io.Reader, out, errw io.Writer) int {
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

func (a *app) demo() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: "Open a sample vacancy with sample candidates, in a temporary file", Args: takes(0, 0),
		RunE: a.does(func(*cobra.Command, []string) error {
			f, err := a.lib().Sample()
			if err != nil {
				return err
			}
			return a.screen(f)
		}),
	}
}

func (a *app) inspect() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "inspect POSTING", Short: "Show what is understood of a posting; writes nothing", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			p, err := a.posting(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return exports.InspectJSON(a.out, p)
			}
			return exports.InspectText(a.out, p)
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as the inspect document")
	return cmd
}

func (a *app) create() *cobra.Command {
	var out, closing string
	var candidates []string
	cmd := &cobra.Command{
		Use: "new POSTING", Short: "Make a vacancy from a posting (\"-\" reads standard input)", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			p, err := a.posting(args[0])
			if err != nil {
				return err
			}
			c := imports.Draft(p)
			if closing != "" {
				d, ok := requirement.ParseDate(closing)
				if !ok || d.MonthOnly() {
					return &model.Error{Code: model.Invalid, Subject: closing, Message: fmt.Sprintf("%q is not a date: write the closing date as 2025-01-31.", closing)}
				}
				c.Vacancy.ClosingDate = d
			}
			return a.make(imports.Kept(p), c, out, candidates)
		}),
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the vacancy file to make (default: named after the title, in the library)")
	cmd.Flags().StringVar(&closing, "closing-date", "", "closing date, as 2025-01-31")
	cmd.Flags().StringArrayVar(&candidates, "candidates", nil, "file of candidates to take in (may be repeated)")
	return cmd
}

// make creates the vacancy file with its candidates: all of it, or nothing.
func (a *app) make(p model.Posting, c model.CreateVacancy, out string, candidates []string) (err error) {
	f, err := a.lib().CreateAt(p, c, out)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, f.Close())
		if err != nil {
			err = errors.Join(err, store.Discard(f))
		}
	}()
	for _, file := range candidates {
		if err := a.takeIn(f, file, intake{}); err != nil {
			return &model.Error{Code: model.Invalid, Subject: file, Message: model.Explain(err) + " No vacancy file was made."}
		}
	}
	fmt.Fprintf(a.err, "%s: %s, %s, %s.\n", f.Path(), name(c.Vacancy.Title, "a vacancy without a title"),
		count(criteria(c, model.Essential), "essential criterion", "essential criteria"),
		count(criteria(c, model.Desirable), "desirable criterion", "desirable criteria"))
	for _, w := range c.Vacancy.Warnings {
		fmt.Fprintf(a.err, "  look at: %s%s\n", line(w.Line), w.Message)
	}
	return nil
}

// intake is how files of candidates are taken in.
type intake struct {
	dry, update                bool
	mapFile, saveMap, problems string
}

func (a *app) imports() *cobra.Command {
	var how intake
	cmd := &cobra.Command{
		Use: "import FILE CANDIDATES...", Short: "Add candidates from CSV, XLSX or JSON files, or folders of their documents; all of a file or nothing",
		Args: takes(2, math.MaxInt),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			if how.saveMap != "" {
				return a.proposeMapping(args[1], how.saveMap)
			}
			return a.withFile(args[0], how.dry, func(f *store.File, _ *model.Board) error {
				for _, file := range args[1:] {
					if err := a.takeIn(f, file, how); err != nil {
						return err
					}
				}
				return nil
			})
		}),
	}
	cmd.Flags().BoolVar(&how.dry, "dry-run", false, "only say what would happen")
	cmd.Flags().BoolVar(&how.update, "update", false, "also correct the files of candidates who are in the vacancy already; ratings stay")
	cmd.Flags().StringVar(&how.mapFile, "map", "", "JSON file that says which column is what; remembered for the same first row")
	cmd.Flags().StringVar(&how.saveMap, "save-map", "", "write what the columns of CANDIDATES seem to be to this file, and take nobody in")
	cmd.Flags().StringVar(&how.problems, "problems", "", "also write every problem and difference to this CSV file")
	return cmd
}

// proposeMapping writes what the columns of a file seem to be, and tells it.
func (a *app) proposeMapping(file, to string) error {
	h, err := a.lib().Header(file)
	if err != nil {
		return err
	}
	for _, c := range h.Columns {
		fmt.Fprintf(a.err, "%s: %s. %s\n", name(c.Name, fmt.Sprintf("column %d", c.Place)), name(c.Field, "left out"), c.Reason)
	}
	if err := imports.SaveMapping(to, h.Mapping); err != nil {
		return err
	}
	fmt.Fprintf(a.err, "%s: written. Correct it, then use it with --map.\n", to)
	return nil
}

// opened opens a file of candidates, by a mapping where one is given.
func (a *app) opened(file string, how intake) (in model.Intake, keep func() error, err error) {
	keep = func() error { return nil }
	if how.mapFile == "" {
		in, err = a.lib().ReadCandidates(file)
		return in, keep, err
	}
	m, err := imports.OpenMapping(how.mapFile)
	if err != nil {
		return in, keep, err
	}
	h, err := a.lib().Header(file)
	if err != nil {
		return in, keep, err
	}
	in, err = a.lib().ReadCandidatesAs(file, m)
	return in, func() error { return a.lib().Remember(h, m) }, err
}

// takeIn adds the candidates of one file, telling every problem.
func (a *app) takeIn(f *store.File, file string, how intake) error {
	b, err := f.Load()
	if err != nil {
		return err
	}
	in, keep, err := a.opened(file, how)
	if err != nil {
		return err
	}
	in.Update = how.update
	arrival, report, err := f.Stage(context.Background(), model.CandidateID(b.Candidates+1), in, how.dry, a.progress())
	if err != nil {
		return err
	}
	for _, p := range report.Problems {
		fmt.Fprintln(a.err, p)
	}
	for _, d := range report.Differences {
		fmt.Fprintln(a.err, d)
	}
	if how.problems != "" {
		if _, err := a.lib().SaveProblems(how.problems, file, report); err != nil {
			return err
		}
		fmt.Fprintf(a.err, "%s: written.\n", how.problems)
	}
	if report.Bad > 0 {
		return &model.Error{Code: model.Invalid, Subject: file, Message: fmt.Sprintf("Nothing was taken in from %s: %s above. Mend the file and import it again.", file, count(report.Bad, "problem is listed", "problems are listed"))}
	}
	if how.dry || report.New == 0 && len(report.Revision.Candidates) == 0 {
		a.tell(file, report, how)
		return nil
	}
	command := model.TakeIn{Arrival: arrival, Revision: report.Revision}
	change, err := model.Decide(b, command, b.Stamp(f.Device(), chair(b), time.Now(), random()))
	if err != nil {
		return err
	}
	if err := f.Commit(change); err != nil {
		return err
	}
	a.tell(file, report, how)
	return keep()
}

// tell says what taking a file in comes to.
func (a *app) tell(file string, r model.IntakeReport, how intake) {
	known := fmt.Sprintf("%d known already", r.Known)
	switch changed := count(r.Changed, "file of theirs differs", "files of theirs differ"); {
	case r.Changed > 0 && how.update && how.dry:
		known += ", " + changed + " and would be corrected"
	case r.Changed > 0 && how.update:
		known += ", " + count(r.Changed, "file of theirs", "files of theirs") + " corrected"
	case r.Changed > 0:
		known += ", " + changed + "; --update corrects them"
	}
	switch fresh := count(r.New, "candidate", "candidates"); {
	case how.dry:
		fmt.Fprintf(a.err, "%s: %s would come in, %s. Nothing was written.\n", file, fresh, known)
	case r.New == 0:
		fmt.Fprintf(a.err, "%s: no new candidate, %s.\n", file, known)
	default:
		fmt.Fprintf(a.err, "%s: %s taken in, %s.\n", file, fresh, known)
	}
}

// progress tells how far a long import is, on a terminal, from half a second on.
func (a *app) progress() func(int) {
	begin, last := time.Now(), time.Time{}
	return func(n int) {
		if f, ok := a.err.(*os.File); !ok || !tui.IsTerminal(f) || time.Since(begin) < 500*time.Millisecond || time.Since(last) < 100*time.Millisecond {
			return
		}
		last = time.Now()
		fmt.Fprintf(a.err, "%d candidates read…\r", n)
	}
}

func (a *app) template() *cobra.Command {
	return &cobra.Command{
		Use: "template candidates.(csv|xlsx|json)", Short: "Write a file of candidates to fill in, with one invented example", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			if err := imports.WriteTemplate(args[0]); err != nil {
				return err
			}
			fmt.Fprintf(a.err, "%s: written. Replace the invented example by your candidates.\n", args[0])
			return nil
		}),
	}
}

// formOf is what is done with a member's own rating form.
type formOf struct {
	as, out, in                        string
	evidence, yes, dry, overwriteNewer bool
}

func (a *app) sheet() *cobra.Command {
	var how formOf
	p := pins{app: a}
	cmd := &cobra.Command{
		Use: "sheet FILE --as MEMBER -o|-i SHEET.(xlsx|csv)", Short: "Write a member's own rating form, or read it back filled in",
		Args: func(cmd *cobra.Command, args []string) error {
			if (how.out == "") == (how.in == "") {
				return errors.New("say either -o SHEET to write a sheet or -i SHEET to read one back")
			}
			return takes(1, 1)(cmd, args)
		},
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			return p.with(args[0], how.as, how.in == "" || how.dry, func(f *store.File, b *model.Board, who model.MemberID) error {
				switch {
				case who == "":
					return &model.Error{Code: model.Invalid, Message: "Whose sheet? Say it with --as and the member's name."}
				case how.in != "":
					return a.takeSheet(f, b, who, how)
				}
				n, err := f.WriteSheet(who, how.out, model.SheetWish{Evidence: how.evidence})
				if err == nil {
					fmt.Fprintf(a.err, "%s: written for %s, %s.\n", how.out, b.MemberName(who), count(n, "candidate", "candidates"))
				}
				return err
			})
		}),
	}
	cmd.Flags().StringVar(&how.as, "as", "", "the member (name or M1, M2…) whose form it is")
	cmd.Flags().StringVarP(&how.out, "output", "o", "", "the sheet to write, .xlsx or .csv")
	cmd.Flags().StringVarP(&how.in, "input", "i", "", "the filled sheet to read back")
	cmd.Flags().BoolVar(&how.evidence, "evidence", false, "write columns for quotes too")
	cmd.Flags().BoolVarP(&how.yes, "yes", "y", false, "take in without asking")
	cmd.Flags().BoolVar(&how.dry, "dry-run", false, "only show what would change")
	cmd.Flags().BoolVar(&how.overwriteNewer, "overwrite", false, "also replace what was changed here since the sheet was written")
	p.flag(cmd)
	return cmd
}

// takeSheet shows what a filled sheet would change, asks, and takes it in: all of it in one change, or nothing.
func (a *app) takeSheet(f *store.File, b *model.Board, who model.MemberID, how formOf) error {
	r, err := f.CompareSheet(b, who, how.in, func(model.SheetDifference) bool { return how.overwriteNewer })
	if err != nil {
		return err
	}
	for _, p := range r.Problems {
		fmt.Fprintln(a.err, p)
	}
	for _, d := range r.Differences {
		fmt.Fprintln(a.out, d)
	}
	for _, d := range r.Kept {
		fmt.Fprintln(a.err, "not taken: "+d.String())
	}
	n := len(r.Differences)
	switch {
	case r.Broken() > 0:
		return &model.Error{Code: model.Invalid, Subject: how.in, Message: fmt.Sprintf("Nothing was taken in from %s: %s above. Mend the sheet, then try again.", how.in, count(r.Broken(), "problem is listed", "problems are listed"))}
	case n == 0 && len(r.Kept) > 0:
		return &model.Error{Code: model.Conflict, Subject: how.in, Message: fmt.Sprintf("Nothing was taken in from %s: %s stands otherwise here and was kept. Where it was only changed since, --overwrite takes it.", how.in, count(len(r.Kept), "rating", "ratings"))}
	case n == 0:
		fmt.Fprintf(a.err, "%s: nothing in it differs from what is here.\n", how.in)
		return nil
	case how.dry:
		fmt.Fprintf(a.err, "%s: %s would be taken in, %d kept as they are. Nothing was written.\n", how.in, count(n, "difference", "differences"), len(r.Kept))
		return nil
	case !how.yes && !a.agrees(fmt.Sprintf("Take in %s? [y/N] ", count(n, "difference", "differences"))):
		return &model.Error{Code: model.Conflict, Subject: how.in, Message: "Nothing was taken in: say yes when asked on a terminal, or give --yes."}
	}
	change, err := model.Decide(b, r.Take, b.Stamp(f.Device(), who, time.Now(), random()))
	if err != nil {
		return err
	}
	if err := f.Commit(change); err != nil {
		return err
	}
	fmt.Fprintf(a.err, "%s: %s taken in, %d kept as they are.\n", how.in, count(n, "difference", "differences"), len(r.Kept))
	return nil
}

// agrees asks on a terminal. Without one nobody agreed.
func (a *app) agrees(question string) bool {
	in, ok := a.in.(*os.File)
	if !ok || !tui.IsTerminal(in) {
		return false
	}
	fmt.Fprint(a.err, question)
	answer, err := bufio.NewReader(in).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return err == nil && (answer == "y" || answer == "yes")
}

func (a *app) export() *cobra.Command {
	var format, out, as string
	p := pins{app: a}
	cmd := &cobra.Command{
		Use: "export FILE --format FORMAT", Short: "Write a report, or the history as a proof: " + formats(),
		Args: func(cmd *cobra.Command, args []string) error {
			if _, err := exports.Find(format); err != nil {
				return err
			}
			return takes(1, 1)(cmd, args)
		},
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			return p.with(args[0], as, true, func(f *store.File, _ *model.Board, viewer model.MemberID) error {
				if out == "" || out == "-" {
					return f.ExportTo(a.out, viewer, format)
				}
				path, err := f.Export(viewer, format, out, true)
				if err == nil {
					fmt.Fprintf(a.err, "%s: written.\n", path)
				}
				return err
			})
		}),
	}
	cmd.Flags().StringVarP(&format, "format", "f", "md", "one of "+formats())
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write (default: standard output)")
	cmd.Flags().StringVar(&as, "as", "", "member (name or M1, M2…) whose sight the report keeps to before the reveal")
	p.flag(cmd)
	return cmd
}

func (a *app) backup() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Make a copy of a vacancy file beside its other copies", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) (err error) {
			f, err := a.lib().Open(args[0], true)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, f.Close()) }()
			path, err := f.Backup()
			if err == nil {
				fmt.Fprintf(a.err, "%s: written.\n", path)
			}
			return err
		}),
	}
}

func (a *app) check() *cobra.Command {
	return &cobra.Command{
		Use: "check FILE", Short: "Check structure, checksums and history of a vacancy file", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			report, err := store.Check(args[0])
			if err == nil {
				fmt.Fprintln(a.out, report)
			}
			return err
		}),
	}
}

// card shows or makes the card of whoever works on this laptop.
func (a *app) card() *cobra.Command {
	var own string
	var protect, unprotect bool
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "card", Short: "Show your card, by which the chair's laptop knows what you send; --name makes one", Args: func(cmd *cobra.Command, args []string) error {
			if unprotect && (protect || own != "") {
				return errors.New("--unprotect takes a passphrase away and stands alone")
			}
			return takes(0, 0)(cmd, args)
		},
		RunE: a.does(func(*cobra.Command, []string) error {
			ring := identity.Default()
			if own != "" {
				word := ""
				if protect {
					var err error
					if word, err = k.newWord("A passphrase for your card: "); err != nil {
						return err
					}
				}
				if _, err := ring.Create(own, word); err != nil {
					return err
				}
			} else if protect || unprotect {
				if err := k.reprotect(ring, protect); err != nil {
					return err
				}
			}
			c, err := ring.Card()
			if errors.Is(err, identity.ErrNone) { // perhaps only the card itself is not written yet
				var id *identity.Identity
				if id, err = k.load(); err == nil {
					c = id.Card()
				}
			}
			if err != nil {
				return err
			}
			fmt.Fprintln(a.out, c)
			fmt.Fprintf(a.err, "This line is your card: send it to the chair. Check sum %s, to be compared over the telephone.\n", c.Check())
			return nil
		}),
	}
	cmd.Flags().StringVar(&own, "name", "", "make a card with this name")
	cmd.Flags().BoolVar(&protect, "protect", false, "keep the keys of the card under a passphrase, or under another one")
	cmd.Flags().BoolVar(&unprotect, "unprotect", false, "keep the keys under no passphrase any more")
	cmd.Flags().StringVar(&k.freshFile, "new-passphrase-file", "", "file with the new passphrase of a card that is there already, instead of asking for it")
	k.flags(cmd)
	return cmd
}

func (a *app) panel() *cobra.Command {
	var p panelist
	var pin pinOf
	x := pins{app: a}
	cmd := &cobra.Command{
		Use:   "panel FILE [list | add [CARD] | remove MEMBER | pin]",
		Short: "Show the panel, put somebody on it by their card (a line, or a file with it) or by --name, take somebody off, or set a PIN",
		Args:  takes(1, many),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			doing := "list"
			if len(args) > 1 {
				doing = args[1]
			}
			return a.withFile(args[0], doing == "list", func(f *store.File, b *model.Board) error {
				if doing == "add" || doing == "remove" { // who is on the panel decides who may look
					if err := x.unlock(f, b, chair(b)); err != nil {
						return err
					}
				}
				switch rest := args[min(len(args), 2):]; {
				case doing == "list" && len(rest) == 0:
					return a.listPanel(f, b)
				case doing == "add":
					return a.addMember(f, b, strings.Join(rest, " "), p)
				case doing == "remove" && len(rest) == 1:
					m, err := member(b, rest[0])
					if err != nil {
						return err
					}
					return a.act(f, b, model.RemoveMember{Member: m}, b.MemberName(m)+" is off the panel.")
				case doing == "pin" && len(rest) == 0:
					return x.change(f, b, p.as, pin)
				}
				return &model.Error{Code: model.Invalid, Message: "Say what to do with the panel: list, add CARD, remove MEMBER, or pin --as MEMBER."}
			})
		}),
	}
	cmd.Flags().StringVar(&p.role, "role", string(model.RoleMember), "role of a new member: chair, member, secretary or observer")
	cmd.Flags().StringVar(&p.name, "name", "", "name of a new member who has no card and works on this laptop")
	cmd.Flags().StringVar(&p.as, "as", "", "the card, or the PIN, is that of this member, who is on the panel already")
	cmd.Flags().StringVar(&pin.file, "new-pin-file", "", "pin: file with the new PIN, instead of asking for it")
	cmd.Flags().BoolVar(&pin.remove, "remove", false, "pin: take your PIN away")
	cmd.Flags().StringVar(&pin.forgotten, "forgotten", "", "pin: as the chair, take away a PIN that the member forgot, for this reason, which everybody reads")
	x.flag(cmd)
	return cmd
}

// panelist says how somebody comes onto the panel.
type panelist struct{ role, name, as string }

func (a *app) listPanel(f *store.File, b *model.Board) error {
	for _, m := range b.Panel() {
		check := "no card: works on the chair's laptop"
		if m.Card != (model.Card{}) {
			check = "card " + identity.Card{Name: m.Name, Card: m.Card}.Check()
		}
		if b.AsksPIN(m.ID, f.Device()) {
			check += ", PIN"
		}
		if _, err := fmt.Fprintf(a.out, "%s\t%s\t%s\t%s\n", m.ID, kit.Clean(m.Name), m.Role, check); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) addMember(f *store.File, b *model.Board, text string, p panelist) error {
	if text == "" {
		return a.act(f, b, model.AddMember{Name: p.name, Role: model.Role(p.role)}, p.name+" is on the panel.")
	}
	if content, err := os.ReadFile(text); err == nil && len(content) < 1<<12 {
		text = string(content)
	}
	c, err := identity.ParseCard(text)
	if err != nil {
		return err
	}
	said := fmt.Sprintf("The card of %s is taken in. Compare its check sum with them: %s.", c.Name, c.Check())
	for _, m := range b.Panel() {
		if p.as == "" && m.Card == (model.Card{}) && strings.EqualFold(m.Name, c.Name) {
			p.as = string(m.ID)
		}
	}
	if p.as != "" {
		m, err := member(b, p.as)
		if err != nil {
			return err
		}
		if b.Member(m).Card != (model.Card{}) {
			said += " It takes the place of another card of " + b.MemberName(m) + "."
		}
		return a.act(f, b, model.GiveCard{Member: m, Card: c.Card}, said)
	}
	return a.act(f, b, model.AddMember{Name: c.Name, Role: model.Role(p.role), Card: c.Card}, said)
}

// act gives a command in the name of the chair.
func (a *app) act(f *store.File, b *model.Board, c model.Command, said string) error {
	return a.actAs(f, b, chair(b), c, said)
}

// actAs gives a command in the name of a member.
func (a *app) actAs(f *store.File, b *model.Board, who model.MemberID, c model.Command, said string) error {
	change, err := model.Decide(b, c, b.Stamp(f.Device(), who, time.Now(), random()))
	if err == nil {
		err = f.Commit(change)
	}
	if err == nil {
		fmt.Fprintln(a.err, kit.Clean(said))
	}
	return err
}

// openHere opens a file on the computer that works on it, or on the one that takes over as the flags say.
func (a *app) openHere(path string, readOnly bool) (*store.File, error) {
	f, err := a.lib().OpenHere(path, readOnly)
	if away := new(store.ElsewhereError); errors.As(err, &away) && (a.moved || a.copied) {
		if err := a.lib().Adopt(path, a.copied); err != nil {
			return nil, err
		}
		return a.lib().OpenHere(path, readOnly)
	}
	return f, err
}

// withFile opens a file for the time of a function.
func (a *app) withFile(path string, readOnly bool, do func(*store.File, *model.Board) error) error {
	f, err := a.openHere(path, readOnly)
	if err != nil {
		return err
	}
	b, err := f.Load()
	if err == nil {
		err = do(f, b)
	}
	return errors.Join(err, f.Close())
}

func (a *app) bundle() *cobra.Command {
	var out string
	var to []string
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "bundle FILE -o OUT", Short: "Write a bundle: from the chair's laptop for members, from a member's for the chair", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			return a.withFile(args[0], false, func(f *store.File, b *model.Board) error {
				if out == "" {
					return &model.Error{Code: model.Invalid, Message: "Say where to write the bundle: -o OUT."}
				}
				id, err := k.introduced(f, b)
				if err != nil {
					return err
				}
				var members []model.MemberID
				for _, name := range to {
					m, err := member(b, name)
					if err != nil {
						return err
					}
					members = append(members, m)
				}
				word, err := k.newWordIfAsked()
				if err != nil {
					return err
				}
				sent, err := f.Send(id, out, members, word, true)
				if err == nil {
					fmt.Fprintln(a.err, sent)
				}
				return err
			})
		}),
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the bundle to write")
	cmd.Flags().StringArrayVar(&to, "to", nil, "member it is for (may be repeated; default: all who gave a card)")
	k.flags(cmd)
	k.wordFlags(cmd)
	return cmd
}

func (a *app) merge() *cobra.Command {
	var dry bool
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "merge FILE BUNDLE...", Short: "Take in bundles; a FILE that does not exist is made from the chair's bundle", Args: takes(2, many),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			id, err := k.load()
			if err != nil && !errors.Is(err, identity.ErrNone) {
				return err
			}
			var bundles []*bundle.Bundle
			for _, path := range args[1:] {
				b, err := store.OpenBundle(path, id, k.word)
				if err != nil {
					return err
				}
				bundles = append(bundles, b)
			}
			key := ""
			if id != nil {
				key = id.Card().Key
			}
			return a.takeBundles(args[0], bundles, key, dry)
		}),
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only say what would come in")
	k.flags(cmd)
	k.wordFlags(cmd)
	return cmd
}

// takeBundles takes in bundles that could all be opened, one after the other.
func (a *app) takeBundles(path string, bundles []*bundle.Bundle, key string, dry bool) (err error) {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		if dry {
			m, err := store.PreviewFrom(bundles[0], key)
			if err == nil {
				a.tellMerge(m, true)
			}
			return err
		}
		f, m, err := a.lib().CreateFrom(bundles[0], key, path)
		if err != nil {
			return err
		}
		a.tellMerge(m, false)
		if err := f.Close(); err != nil {
			return err
		}
		bundles = bundles[1:]
	}
	f, err := a.openHere(path, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	for _, dryRun := range []bool{true, false} { // nothing of the first where the second cannot be taken in
		for _, b := range bundles {
			if !dryRun && dry {
				return nil
			}
			m, err := f.Merge(b, key, dryRun)
			if err != nil {
				return err
			}
			if dryRun == dry {
				a.tellMerge(m, dry)
			}
		}
	}
	return nil
}

func (a *app) tellMerge(m store.Merged, dry bool) {
	fmt.Fprint(a.err, kit.Clean(m.String()))
	if dry {
		fmt.Fprint(a.err, " Nothing was taken in.")
	}
	fmt.Fprintln(a.err)
}

func (a *app) exchange() *cobra.Command {
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "exchange FOLDER FILE", Short: "Keep a shared folder or a stick in step: take in the bundles of others, write your own", Args: takes(2, 2),
		RunE: a.does(func(_ *cobra.Command, args []string) (err error) {
			folder, path := args[0], args[1]
			if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
				id, err := k.load()
				if err != nil {
					return err
				}
				f, m, err := a.lib().CreateFromFolder(id, folder, path)
				if err != nil {
					return err
				}
				a.tellMerge(m, false)
				if err := f.Close(); err != nil {
					return err
				}
			}
			return a.withFile(path, false, func(f *store.File, b *model.Board) error {
				id, err := k.introduced(f, b)
				if err != nil {
					return err
				}
				x, err := f.Exchange(id, folder)
				if refused := a.tellExchange(x, folder); err == nil {
					err = refused
				}
				return err
			})
		}),
	}
	k.flags(cmd)
	return cmd
}

// tellExchange tells what came of an exchange, with every bundle that was refused; those make it fail in the end.
func (a *app) tellExchange(x store.Exchanged, folder string) error {
	for _, m := range x.In {
		a.tellMerge(m, false)
	}
	for _, s := range x.Out {
		fmt.Fprintln(a.err, s)
	}
	for _, err := range x.Refused {
		fmt.Fprintln(a.err, "Not taken in: "+kit.Clean(model.Explain(err)))
	}
	if n := len(x.Refused); n > 0 {
		return &model.Error{Code: model.Conflict, Subject: folder, Message: count(n, "bundle was", "bundles were") + " not taken in, as said above; everything else was exchanged."}
	}
	return nil
}

func (a *app) verify() *cobra.Command {
	var head string
	cmd := &cobra.Command{
		Use: "verify FILE", Short: "Prove a vacancy file or an exported history: chains, signatures, seals, texts; say in one line whether it is intact", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			v, err := store.Verify(args[0], head)
			if err != nil {
				return err
			}
			if !v.Intact() {
				return &model.Error{Code: model.Conflict, Subject: args[0], Message: kit.Clean(v.String())}
			}
			_, err = fmt.Fprintln(a.out, kit.Clean(v.String()))
			return err
		}),
	}
	cmd.Flags().StringVar(&head, "head", "", "hash of an entry, as a report prints it: is it in this history?")
	return cmd
}

// keys finds the keys of the card and asks for passphrases: on the terminal, or from a file, never on the command line.
type keys struct {
	app      *app
	cardFile string
	wordFile string
	// freshFile holds the passphrase that a card which is there already gets.
	freshFile string
	ask       bool
	id        *identity.Identity // once they were read
}

func (k *keys) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&k.cardFile, "card-passphrase-file", "", "file with the passphrase of your card, instead of asking for it")
}

func (k *keys) wordFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&k.wordFile, "passphrase-file", "", "file with the passphrase of the bundle")
	cmd.Flags().BoolVar(&k.ask, "passphrase", false, "ask for a passphrase of the bundle")
}

func (k *keys) load() (id *identity.Identity, err error) {
	if k.id == nil {
		k.id, err = identity.Default().Load(func() (string, error) { return k.read(k.cardFile, "Passphrase of your card: ") })
	}
	return k.id, err
}

// introduced are the keys with which this laptop speaks for a file. On the chair's laptop they are made where there are
// none yet.
func (k *keys) introduced(f *store.File, b *model.Board) (*identity.Identity, error) {
	id, err := k.load()
	if errors.Is(err, identity.ErrNone) && b.AtHome(f.Device()) && chair(b) != "" {
		if id, err = identity.Default().Create(b.MemberName(chair(b)), ""); err == nil {
			fmt.Fprintf(k.app.err, "A card was made for %s. Its check sum is %s: tell the members.\n", kit.Clean(id.Card().Name), id.Card().Check())
		}
	}
	if err == nil {
		err = f.Introduce(id)
	}
	return id, err
}

// word is the passphrase of a bundle that is under one.
func (k *keys) word() (string, error) { return k.read(k.wordFile, "Passphrase of the bundle: ") }

// newWordIfAsked is the passphrase for a new bundle; "" where it is to be locked to cards.
func (k *keys) newWordIfAsked() (string, error) {
	switch {
	case k.wordFile != "":
		return k.word()
	case k.ask:
		return k.newWord("A passphrase for the bundle: ")
	}
	return "", nil
}

// reprotect puts the keys of a card that is there already under another passphrase, or under none.
func (k *keys) reprotect(ring identity.Ring, protect bool) error {
	old := ""
	locked, err := ring.Protected()
	if err == nil && locked {
		old, err = k.read(k.cardFile, "Passphrase of your card: ")
	}
	fresh := ""
	if err == nil && protect {
		fresh, err = k.newWordFrom(k.freshFile, "The passphrase from now on: ")
	}
	if err != nil {
		return err
	}
	if err := ring.ChangePassphrase(func() (string, error) { return old, nil }, fresh); err != nil {
		return err
	}
	said := "The keys of your card are under no passphrase any more."
	if protect {
		said = "The keys of your card are under the new passphrase."
	}
	fmt.Fprintln(k.app.err, said)
	return nil
}

// newWord asks twice for a passphrase that is to be kept in mind.
func (k *keys) newWord(prompt string) (string, error) { return k.newWordFrom(k.cardFile, prompt) }

func (k *keys) newWordFrom(file, prompt string) (string, error) {
	word, err := k.read(file, prompt)
	if err != nil || file != "" {
		return word, err
	}
	again, err := k.read("", "The same once more: ")
	if err == nil && again != word {
		err = &model.Error{Code: model.Invalid, Message: "The two passphrases differ. Nothing was written."}
	}
	return word, err
}

func (k *keys) read(file, prompt string) (string, error) {
	return k.app.secret(file, prompt, "passphrase", "--passphrase-file, or --card-passphrase-file for that of your card")
}

// secret reads a passphrase or a PIN from a file, else hidden on the terminal; flags are those that name a file.
func (a *app) secret(file, prompt, what, flags string) (string, error) {
	var b []byte
	if file != "" {
		var err error
		if b, err = os.ReadFile(file); err != nil {
			return "", &model.Error{Code: model.NotFound, Subject: file, Message: fmt.Sprintf("The file with the %s, %s, cannot be read.", what, file)}
		}
	} else {
		in, ok := a.in.(*os.File)
		if !ok || !term.IsTerminal(in.Fd()) {
			return "", &model.Error{Code: model.Invalid, Message: fmt.Sprintf("A %s is needed and there is no terminal to ask on: name a file with it (%s).", what, flags)}
		}
		fmt.Fprint(a.err, prompt)
		var err error
		b, err = term.ReadPassword(in.Fd())
		fmt.Fprintln(a.err)
		if err != nil {
			return "", fmt.Errorf("ask for a %s: %w", what, err)
		}
	}
	word := strings.TrimRight(string(b), "\r\n")
	if word == "" {
		return "", &model.Error{Code: model.Invalid, Message: fmt.Sprintf("The %s is empty. Nothing was done.", what)}
	}
	return word, nil
}

// pins asks for the PIN of the member in whose name something is read or done: on the terminal, or from a file, never on the
// command line. What all may know is shown and done without one.
type pins struct {
	app  *app
	file string
}

// pinOf is what is to become of a PIN.
type pinOf struct {
	file, forgotten string
	remove          bool
}

func (p *pins) flag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.file, "pin-file", "", "file with the PIN of the member in whose name this is done, instead of asking for it")
}

// with opens a file in the name of a member. Where that asks for a PIN the file is opened for writing, for the tries are
// counted in it.
func (p *pins) with(path, as string, readOnly bool, do func(*store.File, *model.Board, model.MemberID) error) error {
	again := false
	err := p.app.withFile(path, readOnly, func(f *store.File, b *model.Board) error {
		who, err := viewer(f, b, as)
		if err != nil {
			return err
		}
		if why := b.WhyNotHere(who, f.Device()); why != "" {
			return &model.Error{Code: model.Forbidden, Subject: as, Message: why}
		}
		if again = readOnly && b.AsksPIN(who, f.Device()); again {
			return nil
		}
		if err := p.unlock(f, b, who); err != nil {
			return err
		}
		return do(f, b, who)
	})
	if again && err == nil {
		return p.with(path, as, false, do)
	}
	return err
}

// unlock asks a member for the PIN they set, if any, and tells them where the chair took it away.
func (p *pins) unlock(f *store.File, b *model.Board, who model.MemberID) error {
	if says := b.TellTaken(who); says != "" {
		fmt.Fprintf(p.app.err, "%s, take note: %s\n", kit.Clean(b.MemberName(who)), kit.Clean(says))
	}
	if !b.AsksPIN(who, f.Device()) {
		return nil
	}
	pin, err := p.app.secret(p.file, "The PIN of "+kit.Clean(b.MemberName(who))+": ", "PIN", "--pin-file")
	if err != nil {
		return err
	}
	return f.TryPIN(who, pin, time.Now())
}

// change sets, changes or takes away the PIN of a member.
func (p *pins) change(f *store.File, b *model.Board, as string, how pinOf) error {
	who, err := member(b, as)
	switch {
	case err != nil:
		return err
	case who == "" || as == "":
		return &model.Error{Code: model.Invalid, Message: "Whose PIN? Say it with --as and the member's name."}
	case how.forgotten != "":
		if err := p.unlock(f, b, chair(b)); err != nil {
			return err
		}
		return p.app.act(f, b, model.RemovePIN{Member: who, Reason: how.forgotten}, "The PIN of "+b.MemberName(who)+" is taken away; they are told at their next turn.")
	}
	if !b.AtHome(f.Device()) { // refused before anything is asked for
		return p.app.actAs(f, b, who, model.SetPIN{}, "")
	}
	if err := p.unlock(f, b, who); err != nil {
		return err
	}
	if how.remove {
		return p.app.actAs(f, b, who, model.RemovePIN{Member: who}, "The PIN of "+b.MemberName(who)+" is taken away.")
	}
	pin, err := p.app.secret(how.file, "A new PIN for "+kit.Clean(b.MemberName(who))+": ", "PIN", "--new-pin-file")
	if err == nil && how.file == "" {
		var again string
		if again, err = p.app.secret("", "The same once more: ", "PIN", "--new-pin-file"); err == nil && again != pin {
			err = &model.Error{Code: model.Invalid, Message: "The two PINs differ. Nothing was changed."}
		}
	}
	if err != nil {
		return err
	}
	lock, err := f.MakePIN(pin)
	if err != nil {
		return err
	}
	return p.app.actAs(f, b, who, model.SetPIN{Lock: lock}, "PIN set. It is asked whenever something is read or done in the name of "+b.MemberName(who)+" on this laptop.")
}

// screen opens the terminal program, on an open file or on the list of vacancies.
func (a *app) screen(f *store.File) error {
	o := a.options()
	if f != nil {
		o.File = f
	}
	return tui.Run(context.Background(), o)
}

func (a *app) options() tui.Options {
	return tui.Options{Library: disk{a.lib()}, Pages: screens.List(), Now: time.Now, Random: random}
}

// openScreen opens a vacancy file on the screen. Where another program has it, the sentence says how to read it all the
// same.
func (a *app) openScreen(path string) error {
	f, err := a.openHere(path, a.readOnly)
	if away := new(store.ElsewhereError); errors.As(err, &away) { // asked for on the screen
		o := a.options()
		o.Open = path
		return tui.Run(context.Background(), o)
	}
	if errors.Is(err, store.ErrInUse) {
		return &model.Error{Code: model.Conflict, Subject: path, Message: strings.TrimSuffix(model.Explain(err), ".") + ": shortlist --read-only " + path + "."}
	}
	if err != nil {
		return err
	}
	return a.screen(f)
}

// lib is the library of this run: what is opened in it stays open, a card under a passphrase say.
func (a *app) lib() *store.Library {
	if a.vacancies == nil {
		a.vacancies = store.NewLibrary(a.library)
	}
	return a.vacancies
}

func (a *app) posting(path string) (imports.Posting, error) {
	if path == "-" {
		return imports.FromReader("standard input", a.in)
	}
	return imports.OpenPosting(path)
}

// disk gives the screen the library it asks for: the store's methods with the screen's types.
type disk struct{ *store.Library }

func (d disk) Open(path string, readOnly bool) (kit.File, error) {
	return file(d.Library.OpenHere(path, readOnly))
}
func (d disk) Sample() (kit.File, error) { return file(d.Library.Sample()) }
func (d disk) Create(p model.Posting, c model.CreateVacancy) (kit.File, error) {
	return file(d.Library.CreateAt(p, c, ""))
}

func (d disk) TakeNewVacancy(path, word string) (kit.File, error) {
	return file(d.Library.TakeNewVacancy(path, word))
}

func file(f *store.File, err error) (kit.File, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}

func random() (r [32]byte) {
	_, _ = rand.Read(r[:]) // never fails: crypto/rand ends the program where the system has no randomness
	return r
}

// chair is the member in whose name commands without a screen act: "" while nobody is on the panel.
func chair(b *model.Board) model.MemberID {
	for _, m := range b.Panel() {
		if m.Role == model.Chair {
			return m.ID
		}
	}
	return ""
}

// member finds a member by id or name; without a wish it is the only member, or nobody.
func member(b *model.Board, wish string) (model.MemberID, error) {
	var names []string
	for _, m := range b.Panel() {
		if wish != "" && (strings.EqualFold(string(m.ID), wish) || strings.EqualFold(m.Name, wish)) {
			return m.ID, nil
		}
		names = append(names, fmt.Sprintf("%s (%s)", m.ID, m.Name))
	}
	switch {
	case wish != "" && len(names) == 0:
		return "", &model.Error{Code: model.NotFound, Subject: wish, Message: "Nobody is on the panel of this vacancy yet. Open it once on the screen and say who you are."}
	case wish != "":
		return "", &model.Error{Code: model.NotFound, Subject: wish, Message: fmt.Sprintf("%s is not on the panel. Choose one of: %s.", wish, strings.Join(names, ", "))}
	case len(names) == 1:
		return b.Panel()[0].ID, nil
	}
	return "", nil
}

// viewer is the member in whose name something is read or done on this laptop: on a member's own nobody but them.
func viewer(f *store.File, b *model.Board, wish string) (model.MemberID, error) {
	m, err := member(b, wish)
	w := f.Worker(b)
	if err == nil && w != "" && wish != "" && m != w {
		err = &model.Error{Code: model.Forbidden, Subject: wish, Message: fmt.Sprintf("On this laptop %s works: the card on it is theirs. %s works on a laptop of their own, or on the chair's.", b.MemberName(w), b.MemberName(m))}
	}
	if err == nil && w != "" {
		m = w
	}
	return m, err
}

func formats() string {
	var names []string
	for _, f := range exports.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

func criteria(c model.CreateVacancy, class model.Class) (n int) {
	for _, k := range c.Criteria {
		if k.Class == class {
			n++
		}
	}
	return n
}

func name(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func line(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("line %d: ", n)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
