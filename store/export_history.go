package store

// This file collects the history for an export: before the reveal what all may know and the viewer's own work, after it
// everything. Chains are exported whole or not at all, as in bundles. So somebody who is recused from a case gets no
// history once it holds what others rated there.

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/exports"
)

// History returns the history as the viewer may have it. It returns *model.Error Forbidden if own work is among what all
// may know, and after the reveal if the viewer is recused from a case.
func (s source) History() (exports.History, error) {
	h := exports.History{Laptop: s.file.device, Viewer: s.viewer}
	err := s.file.view(func(tx *bolt.Tx) error {
		vacancy, err := need(tx, bucketMeta, keyVacancy, "the header")
		if err != nil {
			return err
		}
		h.Vacancy = string(vacancy)
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		err = eachEvent(tx, 1, t.events, func(n uint64, record []byte) error {
			e, err := decodeRecord(n, record)
			h.Entries = append(h.Entries, historyEntry(e, record))
			return err
		})
		if err != nil {
			return err
		}
		if err := s.narrow(&h); err != nil {
			return err
		}
		return addSignatures(tx, &h)
	})
	return h, err
}

func historyEntry(e model.Event, record []byte) exports.HistoryEntry {
	hash := sha256.Sum256(record)
	return exports.HistoryEntry{Event: e, Bytes: bytes.Clone(record[hashSize:]), Before: bytes.Clone(record[:hashSize]), Hash: hash[:]}
}

// narrow removes what the viewer may not see, sorts the rest and makes the board from it.
func (s source) narrow(h *exports.History) error {
	if h.Board = boardOf(h.Entries); !h.Board.Revealed() {
		for _, e := range h.Entries {
			if _, member := e.Event.ID.Chain.Split(); member == "" && model.Own(e.Event) {
				return mixedError()
			}
		}
		h.Entries = slices.DeleteFunc(h.Entries, func(e exports.HistoryEntry) bool { return !s.sees(e.Event.ID.Chain, false) })
		h.Board = boardOf(h.Entries)
	}
	if cases := h.Board.As(s.viewer).RecusedCases(); h.Board.Revealed() && len(cases) > 0 {
		return &model.Error{Code: model.Forbidden, Subject: string(s.viewer), Message: fmt.Sprintf(
			"You recused yourself from %s, and the whole history holds what others rated there: somebody who is not recused has to write it.", model.ListOf(cases, 8))}
	}
	slices.SortFunc(h.Entries, func(x, y exports.HistoryEntry) int { return x.Event.Compare(y.Event) })
	return nil
}

func boardOf(entries []exports.HistoryEntry) *model.Board {
	events := make([]model.Event, len(entries))
	for i, e := range entries {
		events[i] = e.Event
	}
	return model.Fold(events)
}

// addSignatures adds the signatures that came with chains to the entries that were signed.
func addSignatures(tx *bolt.Tx, h *exports.History) error {
	known := map[model.ChainID]storedSignature{}
	for i := range h.Entries {
		e := &h.Entries[i]
		chain := e.Event.ID.Chain
		s, ok := known[chain]
		if !ok {
			var err error
			if s, err = readSigned(tx, chain); err != nil {
				return err
			}
			known[chain] = s
		}
		if s.Seq == e.Event.ID.Seq {
			e.Key, e.Signature = s.Key, s.Signature
		}
	}
	return nil
}
