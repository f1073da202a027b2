package part

import "strings"

// Required is a check that refuses an answer without words, with a sentence.
func Required(says string) func(string) string {
	return func(v string) string {
		if strings.TrimSpace(v) == "" {
			return says
		}
		return ""
	}
}
