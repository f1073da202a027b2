package model

import "slices"

// This file joins histories. Merging is the union of events by id: in any order, any number of times.

// Merge is the union of two histories in the order of events. same tells whether two events of one id are the same
// to the last byte (the store knows the bytes). Conflict if one id stands for two different events: then one of the
// histories was tampered with, and nothing is taken.
func Merge(a, b []Event, same func(x, y Event) bool) ([]Event, error) {
	known := make(map[EventID]Event, len(a)+len(b))
	out := make([]Event, 0, len(a)+len(b))
	for _, e := range slices.Concat(a, b) {
		if x, ok := known[e.ID]; ok {
			if !same(x, e) {
				return nil, refuse(Conflict, e.ID.String(), "Entry %s is there twice with different content: one of the two files was changed outside the program. Nothing was taken in.", e.ID)
			}
			continue
		}
		known[e.ID] = e
		out = append(out, e)
	}
	slices.SortFunc(out, func(x, y Event) int {
		if x.Before(y) {
			return -1
		}
		return 1
	})
	return out, nil
}
