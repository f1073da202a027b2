//go:build !windows

package safefile

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// SyncFolder makes a rename in a folder durable. It returns nil on a file system that cannot sync folders.
func SyncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return fmt.Errorf("sync folder %s: %w", folder, err)
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	if err = errors.Join(err, d.Close()); err != nil {
		return fmt.Errorf("sync folder %s: %w", folder, err)
	}
	return nil
}
