package cli

import (
	"fmt"
)

// This file holds small words that several commands use.

func name(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func line(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("line %d: ", n)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
