package cli

import "github.com/spf13/cobra"

// newTemplateCommand makes template, which writes an empty file of candidates.
func newTemplateCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "template candidates.(csv|xlsx|json)",
		Short: "Write a file of candidates to fill in, with one invented example",
		Long: long(
			"Write a file of candidates to fill in, with one invented example, in the format of its ending. A file that is there is never overwritten.",
			"the file was not written",
		),
		Example: examples(
			"shortlist template candidates.csv",
			"shortlist template candidates.xlsx",
		),
		Args: takes(1, 1),
		RunE: s.does(func(args []string) error { return runTemplate(s, args[0]) }),
	}
}

func runTemplate(s *session, path string) error {
	if err := s.lib().WriteTemplate(path); err != nil {
		return err
	}
	s.tell("%s: written. Replace the invented example by your candidates.", path)
	return nil
}
