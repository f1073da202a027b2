package exports

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"shortlist/model"
)

// This file holds the exported history: the proof that can be handed over. It is a text of one JSON document a line:
// first what it is about, then every entry in the order in which the board is made of them, last a check sum. An entry
// has its bytes as the vacancy file keeps them, their hash and the hash before it in its chain, the sentence that the
// history page shows of it, and on the last entry of a chain the signature that came with it from another laptop.
//
// Everything else in a line follows from those bytes, so whoever reads the file writes it once more and compares. What
// that proves: nothing was changed by accident or by hand, nothing is missing within a chain, and whatever is signed is
// what the holder of that card wrote. What it cannot prove alone: hashes can be made anew by whoever makes the whole file
// anew, and a chain that nobody signed can be left out or cut short. The hash of an entry that a report printed earlier,
// or the check sums of the cards, tie it down.

const (
	// HistoryFormat is how an exported history names itself.
	HistoryFormat = "shortlist-history"
	// historyVersion is the version of the lines that this program writes.
	historyVersion = 1
)

// History is what an exported history is written from.
type History struct {
	Vacancy string         // id, the same in every copy
	Laptop  model.DeviceID // on which it was written: what was done there is the only work that may be unsigned
	Viewer  model.MemberID // for whom: before the reveal nothing of others is in it
	Board   *model.Board   // made of the entries and of nothing else
	Entries []HistoryEntry // in the order of the fold
}

// HistoryEntry is one entry with what proves it.
type HistoryEntry struct {
	Event        model.Event
	Bytes        []byte
	Before, Hash []byte // of the chain
	Key          string // who signed the chain up to here; "" where nobody did
	Signature    []byte
}

type historyHeader struct {
	Format   string         `json:"format"`
	Version  int            `json:"version"`
	Vacancy  string         `json:"vacancy"`
	Title    string         `json:"title"`
	Laptop   model.DeviceID `json:"laptop"`
	Home     bool           `json:"chairs_laptop"`
	Viewer   model.MemberID `json:"for"`
	Name     string         `json:"for_name"`
	Revealed bool           `json:"revealed"`
	Rules    string         `json:"rules_sha256"` // as sealed last; "" where they were never
	Entries  int            `json:"entries"`
	Heads    []historyHead  `json:"heads"` // in the order in which the chains begin
}

type historyHead struct {
	Chain model.DeviceID `json:"chain"`
	Last  uint64         `json:"last"`
	Hash  string         `json:"hash"`
}

type historyLine struct {
	Chain     model.DeviceID `json:"chain"`
	Sequence  uint64         `json:"sequence"`
	Lamport   uint64         `json:"lamport"`
	At        string         `json:"at"`
	Author    model.MemberID `json:"author"`
	Kind      string         `json:"kind"`
	Who       string         `json:"who"`
	What      string         `json:"what"`
	Bytes     string         `json:"bytes"` // base64
	Before    string         `json:"before"`
	Hash      string         `json:"hash"`
	Key       string         `json:"key,omitempty"`
	Signature string         `json:"signature,omitempty"` // base64
}

type historyEnd struct {
	Lines  int    `json:"lines"`
	SHA256 string `json:"sha256"` // of all lines before this one
}

// WriteHistory writes an exported history. The same history always gives the same bytes.
func WriteHistory(w io.Writer, h History) error {
	sum := sha256.New()
	body := io.MultiWriter(w, sum)
	if err := writeLine(body, h.header()); err != nil {
		return err
	}
	for _, e := range h.Entries {
		if err := writeLine(body, h.line(e)); err != nil {
			return err
		}
	}
	return writeLine(w, historyEnd{len(h.Entries) + 1, hex.EncodeToString(sum.Sum(nil))})
}

func (h History) header() historyHeader {
	x := historyHeader{
		Format: HistoryFormat, Version: historyVersion, Vacancy: h.Vacancy, Title: h.Board.Vacancy.Title, Laptop: h.Laptop,
		Home: h.Board.AtHome(h.Laptop), Viewer: h.Viewer, Revealed: h.Board.Revealed(), Entries: len(h.Entries), Heads: []historyHead{},
	}
	if h.Board.Member(h.Viewer) != nil {
		x.Name = h.Board.MemberName(h.Viewer)
	}
	if n := len(h.Board.Seals); n > 0 {
		x.Rules = h.Board.Seals[n-1].Hash
	}
	at := map[model.DeviceID]int{}
	for _, e := range h.Entries {
		id := e.Event.ID
		i, known := at[id.Device]
		if !known {
			i = len(x.Heads)
			at[id.Device] = i
			x.Heads = append(x.Heads, historyHead{})
		}
		x.Heads[i] = historyHead{id.Device, id.Seq, hex.EncodeToString(e.Hash)}
	}
	return x
}

func (h History) line(e HistoryEntry) historyLine {
	said := h.Board.Narrate(e.Event, h.Viewer)
	x := historyLine{
		Chain: e.Event.ID.Device, Sequence: e.Event.ID.Seq, Lamport: e.Event.Lamport,
		At: e.Event.At.UTC().Format(time.RFC3339), Author: e.Event.Author, Who: said.Who, What: said.What,
		Bytes: base64.StdEncoding.EncodeToString(e.Bytes), Before: hex.EncodeToString(e.Before), Hash: hex.EncodeToString(e.Hash),
		Key: e.Key, Signature: base64.StdEncoding.EncodeToString(e.Signature),
	}
	if e.Event.Payload != nil {
		x.Kind = e.Event.Payload.Wire()
	}
	return x
}

// writeLine writes a document as one line, in one write.
func writeLine(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	if err == nil {
		_, err = w.Write(visible(b.Bytes()))
	}
	if err != nil {
		return fmt.Errorf("write the history: %w", err)
	}
	return nil
}

// visible writes characters that a reader would not see, or a terminal would obey, as their numbers.
func visible(line []byte) []byte {
	out := make([]byte, 0, len(line))
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		if r == '\n' || r < utf8.RuneSelf && r != 0x7f || unicode.IsPrint(r) {
			out = append(out, line[i:i+n]...)
		} else if x, y := utf16.EncodeRune(r); x != utf8.RuneError {
			out = fmt.Appendf(out, `\u%04x\u%04x`, x, y)
		} else {
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		i += n
	}
	return out
}
