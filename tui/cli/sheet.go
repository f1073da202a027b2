package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/tui"
)

// This file holds the command sheet.

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
	if err := model.CarryOut(b, f, who, r.Take, time.Now(), random()); err != nil {
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
