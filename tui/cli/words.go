package cli

import (
	"fmt"
	"strings"
)

// This file holds words that several commands use.

// long is the description of a command with its exit codes; failed is what 1 means.
func long(text, failed string) string {
	return fmt.Sprintf("%s\n\nExit codes: %d done; %d %s (one sentence on standard error says why); %d wrong usage.", text, exitDone, exitFailed, failed, exitUsage)
}

// examples are the lines of an example.
func examples(lines ...string) string { return strings.Join(lines, "\n") }
