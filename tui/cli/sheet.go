package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/tui"
	"shortlist/tui/kit"
)

// sheetOptions are the flags of sheet.
type sheetOptions struct {
	as, output, input                string
	evidence, yes, dryRun, overwrite bool
}

func newSheetCommand(s *session) *cobra.Command {
	var o sheetOptions
	p := pins{session: s}
	cmd := &cobra.Command{
		Use:   "sheet FILE --as MEMBER -o|-i SHEET.(xlsx|csv)",
		Short: "Write a member's own rating form, or read it back filled in",
		Long: long(
			"Write a member's own rating form to fill in elsewhere, or read it back. What would change is shown first, and is taken in as a whole or not at all.",
			"nothing was written or taken in",
		),
		Example: examples(
			"shortlist sheet officer.shortlist --as M2 -o mine.xlsx",
			"shortlist sheet officer.shortlist --as M2 -i mine.xlsx --dry-run",
			"shortlist sheet officer.shortlist --as M2 -i mine.xlsx --yes",
		),
		Args: func(cmd *cobra.Command, args []string) error {
			if (o.output == "") == (o.input == "") {
				return errors.New("say either -o SHEET to write a sheet or -i SHEET to read one back")
			}
			return takes(1, 1)(cmd, args)
		},
		RunE: s.does(func(args []string) error { return runSheet(s, o, p, args[0]) }),
	}
	cmd.Flags().StringVar(&o.as, "as", "", "the member (name or M1, M2…) whose form it is")
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "the sheet to write, .xlsx or .csv")
	cmd.Flags().StringVarP(&o.input, "input", "i", "", "the filled sheet to read back")
	cmd.Flags().BoolVar(&o.evidence, "evidence", false, "write columns for quotes too")
	cmd.Flags().BoolVarP(&o.yes, "yes", "y", false, "take in without asking")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "only show what would change")
	cmd.Flags().BoolVar(&o.overwrite, "overwrite", false, "also replace what was changed here since the sheet was written")
	p.flag(cmd)
	return cmd
}

func runSheet(s *session, o sheetOptions, p pins, path string) error {
	return p.with(path, o.as, o.input == "" || o.dryRun, func(f kit.UpkeepFile, v *model.View, who model.MemberID) error {
		switch {
		case who == "":
			return &model.Error{Code: model.Invalid, Message: "Whose sheet? Say it with --as and the member's name."}
		case o.input != "":
			return takeSheet(s, o, f, who)
		}
		n, err := f.WriteSheet(who, o.output, model.SheetWish{Evidence: o.evidence})
		if err != nil {
			return err
		}
		s.tell("%s: written for %s, %s.", o.output, v.MemberName(who), model.Count(n, "candidate", "candidates"))
		return nil
	})
}

// takeSheet shows what a filled sheet would change, asks, and takes it in: all of it in one change, or nothing.
func takeSheet(s *session, o sheetOptions, f kit.UpkeepFile, who model.MemberID) error {
	r, err := f.CompareSheet(who, o.input, func(model.SheetDifference) bool { return o.overwrite })
	if err != nil {
		return err
	}
	for _, p := range r.Problems {
		s.tell("%s", p)
	}
	for _, d := range r.Differences {
		fmt.Fprintln(s.Out, d)
	}
	for _, d := range r.Kept {
		s.tell("not taken: %s", d)
	}
	n := len(r.Differences)
	switch {
	case r.Broken() > 0:
		return &model.Error{Code: model.Invalid, Subject: o.input, Message: fmt.Sprintf("Nothing was taken in from %s: %s above. Mend the sheet, then try again.", o.input, model.Count(r.Broken(), "problem is listed", "problems are listed"))}
	case n == 0 && len(r.Kept) > 0:
		return &model.Error{Code: model.Conflict, Subject: o.input, Message: fmt.Sprintf("Nothing was taken in from %s: %s stands otherwise here and was kept. Where it was only changed since, --overwrite takes it.", o.input, model.Count(len(r.Kept), "rating", "ratings"))}
	case n == 0:
		s.tell("%s: nothing in it differs from what is here.", o.input)
		return nil
	case o.dryRun:
		s.tell("%s: %s would be taken in, %d kept as they are. Nothing was written.", o.input, model.Count(n, "difference", "differences"), len(r.Kept))
		return nil
	case !o.yes && !agrees(s, fmt.Sprintf("Take in %s? [y/N] ", model.Count(n, "difference", "differences"))):
		return &model.Error{Code: model.Conflict, Subject: o.input, Message: "Nothing was taken in: say yes when asked on a terminal, or give --yes."}
	}
	if err := f.CarryOut(who, r.Take, s.Now(), s.Random()); err != nil {
		return err
	}
	s.tell("%s: %s taken in, %d kept as they are.", o.input, model.Count(n, "difference", "differences"), len(r.Kept))
	return nil
}

// agrees asks on a terminal. It returns false if there is none.
func agrees(s *session, question string) bool {
	in, ok := s.In.(*os.File)
	if !ok || !tui.IsTerminal(in) {
		return false
	}
	fmt.Fprint(s.Err, question)
	answer, err := bufio.NewReader(in).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return err == nil && (answer == "y" || answer == "yes")
}
