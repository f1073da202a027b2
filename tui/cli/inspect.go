package cli

import (
	"github.com/spf13/cobra"

	"shortlist/store/exports"
	"shortlist/store/imports"
)

// This file holds the command inspect.

func (a *app) inspect() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "inspect POSTING", Short: "Show what is understood of a posting; writes nothing", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			p, err := a.posting(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return exports.InspectJSON(a.out, p)
			}
			return exports.InspectText(a.out, p)
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as the inspect document")
	return cmd
}

func (a *app) posting(path string) (imports.Posting, error) {
	if path == "-" {
		return imports.FromReader("standard input", a.in)
	}
	return imports.OpenPosting(path)
}
