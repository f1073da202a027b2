package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/tui/kit"
)

// This file holds the commands check and verify.

func (a *app) check() *cobra.Command {
	return &cobra.Command{
		Use: "check FILE", Short: "Check structure, checksums and history of a vacancy file", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			report, err := store.Check(args[0])
			if err == nil {
				fmt.Fprintln(a.out, report)
			}
			return err
		}),
	}
}

func (a *app) verify() *cobra.Command {
	var head string
	cmd := &cobra.Command{
		Use: "verify FILE", Short: "Prove a vacancy file or an exported history: chains, signatures, seals, texts; say in one line whether it is intact", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			v, err := store.Verify(args[0], head)
			if err != nil {
				return err
			}
			if !v.Intact() {
				return &model.Error{Code: model.Conflict, Subject: args[0], Message: kit.Clean(v.String())}
			}
			_, err = fmt.Fprintln(a.out, kit.Clean(v.String()))
			return err
		}),
	}
	cmd.Flags().StringVar(&head, "head", "", "hash of an entry, as a report prints it: is it in this history?")
	return cmd
}
