package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/tui"
	"shortlist/tui/kit"
)

// importOptions are the flags of import.
type importOptions struct {
	dryRun, update             bool
	mapFile, saveMap, problems string
}

func newImportCommand(s *session) *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE CANDIDATES...",
		Short: "Add candidates from tables and other files, or folders of their documents; all of a file or nothing",
		Long: long(
			"Add candidates to a vacancy from files of any format that \"shortlist template\" knows, or from folders of their documents. Every problem is listed with its row and column; a file with problems is left out whole.",
			"a file was not taken in, or not read",
		),
		Example: examples(
			"shortlist import --dry-run officer.shortlist more.csv",
			"shortlist import officer.shortlist more.csv later.xlsx",
			"shortlist import officer.shortlist odd.csv --save-map map.json",
			"shortlist import officer.shortlist odd.csv --map map.json",
		),
		Args: takes(2, many),
		RunE: s.does(func(args []string) error { return runImport(s, o, args[0], args[1:]) }),
	}
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "only say what would happen")
	cmd.Flags().BoolVar(&o.update, "update", false, "also correct the files of candidates who are in the vacancy already; ratings stay")
	cmd.Flags().StringVar(&o.mapFile, "map", "", "JSON file that says which column is what; remembered for the same first row")
	cmd.Flags().StringVar(&o.saveMap, "save-map", "", "write what the columns of CANDIDATES seem to be to this file, and take nobody in")
	cmd.Flags().StringVar(&o.problems, "problems", "", "also write every problem and difference to this CSV file")
	return cmd
}

func runImport(s *session, o importOptions, path string, candidates []string) error {
	if o.saveMap != "" {
		return proposeMapping(s, candidates[0], o.saveMap)
	}
	return withFile(s, path, o.dryRun, func(f kit.UpkeepFile, _ *model.View) error {
		for _, file := range candidates {
			if err := takeIn(s, o, f, file); err != nil {
				return err
			}
		}
		return nil
	})
}

// proposeMapping writes what the columns of a file seem to be, and tells it.
func proposeMapping(s *session, file, to string) error {
	h, err := s.lib().Header(file)
	if err != nil {
		return err
	}
	for _, c := range h.Columns {
		s.tell("%s: %s. %s", cmp.Or(c.Name, fmt.Sprintf("column %d", c.Place)), cmp.Or(c.Field, "left out"), c.Reason)
	}
	if err := s.lib().SaveMapping(to, h.Mapping); err != nil {
		return err
	}
	s.tell("%s: written. Correct it, then use it with --map.", to)
	return nil
}

// openCandidates opens a file of candidates, by the mapping of o if there is one. keep remembers that mapping.
func openCandidates(s *session, o importOptions, file string) (in model.Intake, keep func() error, err error) {
	keep = func() error { return nil }
	if o.mapFile == "" {
		in, err = s.lib().ReadCandidates(file)
		return in, keep, err
	}
	m, err := s.lib().OpenMapping(o.mapFile)
	if err != nil {
		return in, keep, err
	}
	h, err := s.lib().Header(file)
	if err != nil {
		return in, keep, err
	}
	in, err = s.lib().ReadCandidatesAs(file, m)
	return in, func() error { return s.lib().Remember(h, m) }, err
}

// takeIn adds the candidates of one file, in the name of the chair, and tells every problem.
func takeIn(s *session, o importOptions, f kit.UpkeepFile, file string) error {
	v, err := f.Look("")
	if err != nil {
		return err
	}
	in, keep, err := openCandidates(s, o, file)
	if err != nil {
		return err
	}
	in.Update = o.update
	arrival, report, err := f.Stage(context.Background(), model.CandidateID(v.Candidates+1), in, o.dryRun, progress(s))
	if err != nil {
		return err
	}
	if err := tellProblems(s, o, file, report); err != nil {
		return err
	}
	if !o.dryRun && (report.New > 0 || len(report.Revision.Candidates) > 0) {
		c := model.ImportCandidates{Batch: arrival, Revision: report.Revision}
		if err := f.CarryOut(v.FirstChair(), c, s.Now(), s.Random()); err != nil {
			return err
		}
	} else {
		keep = func() error { return nil }
	}
	tellIntake(s, o, file, report)
	return keep()
}

// tellProblems tells what is wrong in a file and what it changes. It refuses a file with problems that nobody can pass over.
func tellProblems(s *session, o importOptions, file string, r model.IntakeReport) error {
	for _, p := range r.Problems {
		s.tell("%s", p)
	}
	for _, d := range r.Differences {
		s.tell("%s", d)
	}
	if o.problems != "" {
		if _, err := s.lib().SaveProblems(o.problems, file, r); err != nil {
			return err
		}
		s.tell("%s: written.", o.problems)
	}
	if r.Bad == 0 {
		return nil
	}
	return &model.Error{Code: model.Invalid, Subject: file, Message: fmt.Sprintf("Nothing was taken in from %s: %s above. Mend the file and import it again.", file, model.Count(r.Bad, "problem is listed", "problems are listed"))}
}

// tellIntake tells what the import of a file comes to.
func tellIntake(s *session, o importOptions, file string, r model.IntakeReport) {
	known := fmt.Sprintf("%d known already", r.Known)
	switch changed := model.Count(r.Changed, "file of theirs differs", "files of theirs differ"); {
	case r.Changed > 0 && o.update && o.dryRun:
		known = fmt.Sprintf("%s, %s and would be corrected", known, changed)
	case r.Changed > 0 && o.update:
		known = fmt.Sprintf("%s, %s corrected", known, model.Count(r.Changed, "file of theirs", "files of theirs"))
	case r.Changed > 0:
		known = fmt.Sprintf("%s, %s; --update corrects them", known, changed)
	}
	switch fresh := model.Count(r.New, "candidate", "candidates"); {
	case o.dryRun:
		s.tell("%s: %s would come in, %s. Nothing was written.", file, fresh, known)
	case r.New == 0:
		s.tell("%s: no new candidate, %s.", file, known)
	default:
		s.tell("%s: %s taken in, %s.", file, fresh, known)
	}
}

// progress tells how far a long import is: only on a terminal, and only after half a second.
func progress(s *session) func(int) {
	f, ok := s.Err.(*os.File)
	terminal := ok && tui.IsTerminal(f)
	begin, last := s.Now(), time.Time{}
	return func(n int) {
		if now := s.Now(); terminal && now.Sub(begin) >= 500*time.Millisecond && now.Sub(last) >= 100*time.Millisecond {
			last = now
			fmt.Fprintf(s.Err, "%d candidates read…\r", n)
		}
	}
}
