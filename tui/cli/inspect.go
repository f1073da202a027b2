package cli

import (
	"io"

	"github.com/spf13/cobra"
)

// inspectOptions are the flags of inspect.
type inspectOptions struct{ json, why bool }

// newInspectCommand makes inspect, which reads a posting and writes nothing.
func newInspectCommand(s *session) *cobra.Command {
	var o inspectOptions
	cmd := &cobra.Command{
		Use:   "inspect POSTING",
		Short: "Show what is understood of a posting; writes nothing",
		Long: long(
			"Show what is understood of a published posting: its header, criteria and conditions with the numbers of their lines, and what to look at. Nothing is written. \"-\" reads standard input.",
			"the posting cannot be read",
		),
		Example: examples(
			"shortlist inspect posting.txt",
			"shortlist inspect --json posting.pdf",
			"shortlist inspect --why posting.txt",
		),
		Args: takes(1, 1),
		RunE: s.does(func(args []string) error { return runInspect(s, o, args[0]) }),
	}
	cmd.Flags().BoolVar(&o.json, "json", false, "as the inspect document")
	cmd.Flags().BoolVar(&o.why, "why", false, "and for every line, which rule read it as what")
	return cmd
}

func runInspect(s *session, o inspectOptions, posting string) error {
	name, r := source(s, posting)
	return s.lib().Inspect(s.Out, name, r, o.json, o.why)
}

// source returns the name of a posting, and standard input to read it from if its path is "-"; else nil.
func source(s *session, path string) (name string, r io.Reader) {
	if path == "-" {
		return "standard input", s.In
	}
	return path, nil
}
