package cli

import "fmt"

// This file holds words that several commands use.

// orElse is s, or otherwise if s is empty.
func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// count is a number with its noun: "1 candidate", "2 candidates".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
