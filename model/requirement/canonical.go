package requirement

import (
	"slices"
	"strings"
	"sync"

	"shortlist/model/vocab"
)

// This file writes the sealed line of a requirement. Each kind writes its own fields, in its own file.

// sealedPart writes fields of a requirement into the sealed line, each after a space; nothing if they are empty. Parts
// stand in the order of their places. A part and its place never change, because the line is hashed: a new kind takes
// the next free place.
type sealedPart struct {
	place int
	write func(w *strings.Builder, r *Requirement)
}

// sealedParts are the parts of all kinds in order. Every field is written whatever the kind, so that nothing a check
// could read stays out of the hash.
var sealedParts = sync.OnceValue(func() []sealedPart {
	out := []sealedPart{{7, sealCredential}}
	for _, k := range kinds {
		out = append(out, k.sealed...)
	}
	slices.SortFunc(out, func(a, b sealedPart) int { return a.place - b.place })
	return out
})

// Canonical writes a requirement as one line that is the same for the same requirement always: it is part of what is
// hashed when rules are sealed. It is not meant for the screen.
func (r Requirement) Canonical() string {
	var w strings.Builder
	w.WriteString(vocab.Wire(r.Kind))
	for _, p := range sealedParts() {
		p.write(&w, &r)
	}
	return w.String()
}
