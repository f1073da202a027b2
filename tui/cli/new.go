package cli

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// newOptions are the flags of new.
type newOptions struct {
	output, closingDate string
	candidates          []string
}

func newNewCommand(s *session) *cobra.Command {
	var o newOptions
	cmd := &cobra.Command{
		Use:   "new POSTING",
		Short: "Make a vacancy from a posting (\"-\" reads standard input)",
		Long: long(
			"Make a vacancy file from a published posting, with the files of candidates that are named: all of it, or nothing. A file that is there is never overwritten. \"-\" reads the posting from standard input.",
			"no vacancy file was made",
		),
		Example: examples(
			"shortlist new posting.txt",
			"shortlist new posting.txt --closing-date 2026-03-31 --candidates candidates.csv -o officer.shortlist",
		),
		Args: takes(1, 1),
		RunE: s.does(func(args []string) error { return runNew(s, o, args[0]) }),
	}
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "the vacancy file to make (default: named after the title, in the library)")
	cmd.Flags().StringVar(&o.closingDate, "closing-date", "", "closing date, as 2025-01-31")
	cmd.Flags().StringArrayVar(&o.candidates, "candidates", nil, "file of candidates to take in (may be repeated)")
	return cmd
}

// runNew makes the vacancy file with its candidates: all of it, or nothing.
func runNew(s *session, o newOptions, posting string) error {
	p, c, err := readPosting(s, posting)
	if err != nil {
		return err
	}
	if o.closingDate != "" {
		d, ok := requirement.ParseDate(o.closingDate)
		if !ok || d.MonthOnly() {
			return &model.Error{Code: model.Invalid, Subject: o.closingDate, Message: fmt.Sprintf("%q is not a date: write the closing date as 2025-01-31.", o.closingDate)}
		}
		c.Vacancy.ClosingDate = d
	}
	path, err := s.lib().MakeVacancy(p, c, o.output, func(f kit.UpkeepFile) error { return takeInAll(s, f, o.candidates) })
	if err != nil {
		return err
	}
	s.tell("%s: %s, %s, %s.", path, cmp.Or(c.Vacancy.Title, "a vacancy without a title"),
		model.Count(criteria(c, model.Essential), "essential criterion", "essential criteria"),
		model.Count(criteria(c, model.Desirable), "desirable criterion", "desirable criteria"))
	for _, w := range c.Vacancy.Warnings {
		if w.Line == 0 {
			s.tell("  look at: %s", w.Message())
		} else {
			s.tell("  look at: line %d: %s", w.Line, w.Message())
		}
	}
	return nil
}

func readPosting(s *session, path string) (model.Posting, model.CreateVacancy, error) {
	if name, r := source(s, path); r != nil {
		return s.lib().ReadPostingFrom(name, r)
	}
	return s.lib().ReadPosting(path)
}

// takeInAll adds the candidates of several files to a new vacancy.
func takeInAll(s *session, f kit.UpkeepFile, files []string) error {
	for _, file := range files {
		if err := takeIn(s, importOptions{}, f, file); err != nil {
			return &model.Error{Code: model.Invalid, Subject: file, Message: fmt.Sprintf("%s No vacancy file was made.", model.Explain(err))}
		}
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
