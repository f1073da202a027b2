package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/exports"
)

// This file holds the command export.

func (a *app) export() *cobra.Command {
	var format, out, as string
	p := pins{app: a}
	cmd := &cobra.Command{
		Use: "export FILE --format FORMAT", Short: "Write a report, or the history as a proof: " + formats(),
		Args: func(cmd *cobra.Command, args []string) error {
			if _, err := exports.Find(format); err != nil {
				return err
			}
			return takes(1, 1)(cmd, args)
		},
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			return p.with(args[0], as, true, func(f *store.File, _ *model.Board, viewer model.MemberID) error {
				if out == "" || out == "-" {
					return f.ExportTo(a.out, viewer, format)
				}
				path, err := f.Export(viewer, format, out, true)
				if err == nil {
					fmt.Fprintf(a.err, "%s: written.\n", path)
				}
				return err
			})
		}),
	}
	cmd.Flags().StringVarP(&format, "format", "f", "md", "one of "+formats())
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write (default: standard output)")
	cmd.Flags().StringVar(&as, "as", "", "member (name or M1, M2…) whose sight the report keeps to before the reveal")
	p.flag(cmd)
	return cmd
}

func formats() string {
	var names []string
	for _, f := range exports.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
