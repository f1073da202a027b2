package store

import (
	"iter"

	"shortlist/model"
)

// This file lets the reading of a file run ahead of the checking and storing of what was read, on a goroutine of its
// own and not far, so that memory stays bounded.

const (
	// prefetchRows are handed over at once, prefetchGroups of them may wait.
	prefetchRows   = 64
	prefetchGroups = 8
)

// prefetch gives the same rows in the same order. When it returns, the reading has ended too.
func prefetch(rows iter.Seq[model.IntakeRow]) iter.Seq[model.IntakeRow] {
	return func(yield func(model.IntakeRow) bool) {
		lots, stop := make(chan []model.IntakeRow, prefetchGroups), make(chan struct{})
		var died any
		go func() {
			defer close(lots)
			defer func() { died = recover() }()
			readGroups(rows, lots, stop)
		}()
		defer func() {
			close(stop)
			for range lots {
			}
			if died != nil {
				panic(died) // where whoever asked for the rows can see it
			}
		}()
		for lot := range lots {
			for _, r := range lot {
				if !yield(r) {
					return
				}
			}
		}
	}
}

func readGroups(rows iter.Seq[model.IntakeRow], lots chan<- []model.IntakeRow, stop <-chan struct{}) {
	lot := make([]model.IntakeRow, 0, prefetchRows)
	for r := range rows {
		if lot = append(lot, r); len(lot) < prefetchRows {
			continue
		}
		select {
		case lots <- lot:
			lot = make([]model.IntakeRow, 0, prefetchRows)
		case <-stop:
			return
		}
	}
	select {
	case lots <- lot:
	case <-stop:
	}
}
