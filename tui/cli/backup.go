package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// This file holds the command backup.

func (a *app) backup() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Make a copy of a vacancy file beside its other copies", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) (err error) {
			f, err := a.lib().Open(args[0], true)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, f.Close()) }()
			path, err := f.Backup()
			if err == nil {
				fmt.Fprintf(a.err, "%s: written.\n", path)
			}
			return err
		}),
	}
}
