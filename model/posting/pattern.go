package posting

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// This file builds regular expressions from lists of words, so that a list can stand one word a line.

// oneOf is a list of alternatives in a pattern. Each is a piece of a regular expression, a oneOf or a seq.
type oneOf []any

// seq is a list of pieces of a pattern that follow each other.
type seq []any

// lazy returns the pattern that its pieces make one after the other. It is compiled on first use, so that starting the
// program costs nothing. It panics on first use if the pieces are no regular expression.
func lazy(pieces ...any) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source(seq(pieces))) })
}

// source returns the regular expression that a piece stands for.
func source(piece any) string {
	switch x := piece.(type) {
	case string:
		return x
	case seq:
		var b strings.Builder
		for _, p := range x {
			b.WriteString(source(p))
		}
		return b.String()
	case oneOf:
		all := make([]string, len(x))
		for i, p := range x {
			all[i] = source(p)
		}
		return "(?:" + strings.Join(all, "|") + ")"
	}
	panic(fmt.Sprintf("a pattern cannot be made of a %T", piece))
}
