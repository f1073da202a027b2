package part

import (
	"strings"
)

// This file holds the checks of answers that must not be empty.

// RequiredReason refuses an empty text.
func RequiredReason(says string) func(string) string {
	return func(s string) string {
		if strings.TrimSpace(s) == "" {
			return says
		}
		return ""
	}
}

// Required refuses an empty answer with a sentence.
func Required(says string) func(string) string {
	return func(v string) string {
		if strings.TrimSpace(v) == "" {
			return says
		}
		return ""
	}
}
