package cli

import (
	"context"
	"fmt"
	"math"
	"os"
	"time"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/imports"
	"shortlist/tui"
)

// This file holds the command import.

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
	if err := model.CarryOut(b, f, b.FirstChair(), command, time.Now(), random()); err != nil {
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
