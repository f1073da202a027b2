package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/tui/kit"
)

// exportOptions are the flags of export.
type exportOptions struct{ format, output, as string }

func newExportCommand(s *session) *cobra.Command {
	var o exportOptions
	p := pins{session: s}
	formats := formatNames(s)
	cmd := &cobra.Command{
		Use:   "export FILE --format FORMAT",
		Short: fmt.Sprintf("Write a report, or the history as a proof: %s", strings.Join(formats, ", ")),
		Long: long(
			"Write a report of the vacancy, or its history as a proof. Before the reveal it holds only the ratings of the member named with --as.",
			"nothing was written",
		),
		Example: examples(
			"shortlist export officer.shortlist --format md -o report.md",
			"shortlist export officer.shortlist --format json",
			"shortlist export officer.shortlist --format history --as M1 -o officer.history",
		),
		Args: func(cmd *cobra.Command, args []string) error {
			if !isFormat(formats, o.format) {
				return fmt.Errorf("there is no export format %q. Choose one of: %s", o.format, strings.Join(formats, ", "))
			}
			return takes(1, 1)(cmd, args)
		},
		RunE: s.does(func(args []string) error { return runExport(s, o, p, args[0]) }),
	}
	cmd.Flags().StringVarP(&o.format, "format", "f", "md", fmt.Sprintf("one of %s", strings.Join(formats, ", ")))
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "the file to write (default: standard output)")
	cmd.Flags().StringVar(&o.as, "as", "", "member (name or M1, M2…) whose sight the report keeps to before the reveal")
	p.flag(cmd)
	return cmd
}

func runExport(s *session, o exportOptions, p pins, path string) error {
	return p.with(path, o.as, true, func(f kit.UpkeepFile, _ *model.View, viewer model.MemberID) error {
		if o.output == "" || o.output == "-" {
			return f.ExportTo(s.Out, viewer, o.format)
		}
		written, err := f.Export(viewer, o.format, o.output, true)
		if err != nil {
			return err
		}
		s.tell("%s: written.", written)
		return nil
	})
}

// formatNames are the names of the formats. They do not depend on the folder of the library, which is not known yet.
func formatNames(s *session) (out []string) {
	for _, f := range s.Library("").ExportFormats() {
		out = append(out, f.Name)
	}
	return out
}

func isFormat(names []string, name string) bool {
	for _, n := range names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}
