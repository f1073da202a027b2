package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"shortlist/store/imports"
)

// This file holds the command template.

func (a *app) template() *cobra.Command {
	return &cobra.Command{
		Use: "template candidates.(csv|xlsx|json)", Short: "Write a file of candidates to fill in, with one invented example", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			if err := imports.WriteTemplate(args[0]); err != nil {
				return err
			}
			fmt.Fprintf(a.err, "%s: written. Replace the invented example by your candidates.\n", args[0])
			return nil
		}),
	}
}
