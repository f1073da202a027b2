package cli

import (
	"errors"

	"github.com/spf13/cobra"
)

// newBackupCommand makes backup, which copies a vacancy file.
func newBackupCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Make a copy of a vacancy file beside its other copies",
		Long: long(
			"Make a copy of a vacancy file beside its other copies, and say where it is. A file that another program has open can be copied too.",
			"no copy was made",
		),
		Example: examples(
			"shortlist backup officer.shortlist",
		),
		Args: takes(1, 1),
		RunE: s.does(func(args []string) error { return runBackup(s, args[0]) }),
	}
}

// runBackup copies a file that may be damaged: it reads no board.
func runBackup(s *session, path string) error {
	f, err := s.lib().OpenFile(path, true)
	if err != nil {
		return err
	}
	copied, err := f.Backup()
	if err == nil {
		s.tell("%s: written.", copied)
	}
	return errors.Join(err, f.Close())
}
