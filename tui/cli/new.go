package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store"
	"shortlist/store/imports"
)

// This file holds the command new.

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

func criteria(c model.CreateVacancy, class model.Class) (n int) {
	for _, k := range c.Criteria {
		if k.Class == class {
			n++
		}
	}
	return n
}
