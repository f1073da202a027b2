package model

import "fmt"

// This file holds small pieces of sentences that every package needs.

// Count is a number with its noun: "1 candidate", "2 candidates", "0 candidates".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
