package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file holds check, which asks whether a file is sound, and verify, which asks whether it can be believed.

func newCheckCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Check structure, checksums and history of a vacancy file",
		Long: long(
			"Check a vacancy file from end to end: its structure, the checksum of every value and the chains of its history. Nothing is changed.",
			"the file is damaged, or cannot be read",
		),
		Example: examples(
			"shortlist check officer.shortlist",
		),
		Args: takes(1, 1),
		RunE: s.does(func(args []string) error { return runCheck(s, args[0]) }),
	}
}

func runCheck(s *session, path string) error {
	report, err := s.lib().Check(path)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.Out, report)
	return err
}

// verifyOptions are the flags of verify.
type verifyOptions struct{ head string }

func newVerifyCommand(s *session) *cobra.Command {
	var o verifyOptions
	cmd := &cobra.Command{
		Use:   "verify FILE",
		Short: "Prove a vacancy file or an exported history: chains, signatures, seals, texts; say in one line whether it is intact",
		Long: long(
			"Prove a vacancy file or an exported history: chains, signatures, seals and texts. The answer is one line.",
			"it is not intact, or cannot be read",
		),
		Example: examples(
			"shortlist verify officer.history",
			"shortlist verify officer.shortlist --head 3f6c",
		),
		Args: takes(1, 1),
		RunE: s.does(func(args []string) error { return runVerify(s, o, args[0]) }),
	}
	cmd.Flags().StringVar(&o.head, "head", "", "hash of an entry, as a report prints it: is it in this history?")
	return cmd
}

func runVerify(s *session, o verifyOptions, path string) error {
	verdict, intact, err := s.lib().Verify(path, o.head)
	if err != nil {
		return err
	}
	if !intact {
		return &model.Error{Code: model.Conflict, Subject: path, Message: kit.Clean(verdict)}
	}
	_, err = fmt.Fprintln(s.Out, kit.Clean(verdict))
	return err
}
