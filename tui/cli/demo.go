package cli

import "github.com/spf13/cobra"

// newDemoCommand makes demo, which shows the program without a posting.
func newDemoCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Open a sample vacancy with sample candidates, in a temporary file",
		Long: long(
			"Open a sample vacancy with invented candidates and some ratings. Its file is temporary: it is deleted when the program ends.",
			"the sample cannot be made or shown",
		),
		Example: examples(
			"shortlist demo",
		),
		Args: takes(0, 0),
		RunE: s.does(func([]string) error { return runDemo(s) }),
	}
}

func runDemo(s *session) error {
	f, err := s.lib().Sample()
	if err != nil {
		return err
	}
	return openScreen(s, f)
}
