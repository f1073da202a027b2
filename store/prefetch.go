package store

// This file reads rows of candidates ahead of the goroutine that checks and stores them. How far ahead is bounded, so
// that memory is bounded too.

import (
	"iter"

	"shortlist/model"
)

const (
	// Rows are sent in groups of prefetchRows; at most prefetchGroups groups wait.
	prefetchRows   = 64
	prefetchGroups = 8
)

// prefetch yields the same rows in the same order. When it returns, the reading goroutine has ended too.
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
				panic(died) // in the goroutine that asked for the rows, where it can be recovered
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
