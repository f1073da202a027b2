package exports

// This file holds the exported history: the proof that can be handed over. It is a text with one JSON document on each
// line: first what it is about, then every entry in the order in which the board is made from them, last a check sum. An
// entry has its bytes as the vacancy file stores them, their hash, the hash before it in its chain, and the sentence
// that the history page shows. The last entry of a chain also has the signature that came with the chain from another
// laptop.
//
// Everything else on a line follows from those bytes, so the reader writes the file again and compares. This proves that
// nothing was changed by accident or by hand, that nothing is missing within a chain, and that whatever is signed was
// written by the holder of that card. It cannot prove that the whole file was not made anew with new hashes, or that no
// chain without a signature was left out or cut short. The hash of an entry in an earlier report, or the check sums of
// the cards, show that.

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

const (
	// HistoryFormat is how an exported history names its format.
	HistoryFormat = "shortlist-history"
	// historyVersion is the version of the lines that this program writes.
	historyVersion = 1
)

// History is what an exported history is written from.
type History struct {
	Vacancy string         // id, the same in every copy
	Laptop  model.DeviceID // on which it was written; only what was done there may be unsigned
	Viewer  model.MemberID // for whom; before the reveal it holds no work of others
	Board   *model.Board   // made from the entries and nothing else
	Entries []HistoryEntry // in the order of the fold
}

// HistoryEntry is one entry with what proves it.
type HistoryEntry struct {
	Event        model.Event
	Bytes        []byte
	Before, Hash []byte // of the chain
	Key          string // who signed the chain up to here; empty if nobody did
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
	Rules    string         `json:"rules_sha256"` // as sealed last; empty if never
	Entries  int            `json:"entries"`
	Heads    []historyHead  `json:"heads"` // in the order in which the chains begin
}

type historyHead struct {
	Chain model.ChainID `json:"chain"`
	Last  uint64        `json:"last"`
	Hash  string        `json:"hash"`
}

type historyLine struct {
	Chain     model.ChainID  `json:"chain"`
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
		Home: h.Board.IsChairDevice(h.Laptop), Viewer: h.Viewer, Revealed: h.Board.Revealed(), Entries: len(h.Entries), Heads: []historyHead{},
	}
	if h.Board.Member(h.Viewer) != nil {
		x.Name = h.Board.MemberName(h.Viewer)
	}
	if n := len(h.Board.Seals); n > 0 {
		x.Rules = h.Board.Seals[n-1].Hash
	}
	at := map[model.ChainID]int{}
	for _, e := range h.Entries {
		id := e.Event.ID
		i, known := at[id.Chain]
		if !known {
			i = len(x.Heads)
			at[id.Chain] = i
			x.Heads = append(x.Heads, historyHead{})
		}
		x.Heads[i] = historyHead{id.Chain, id.Seq, hex.EncodeToString(e.Hash)}
	}
	return x
}

func (h History) line(e HistoryEntry) historyLine {
	said := h.Board.As(h.Viewer).Narrate(e.Event)
	x := historyLine{
		Chain: e.Event.ID.Chain, Sequence: e.Event.ID.Seq, Lamport: e.Event.Lamport,
		At: e.Event.At.UTC().Format(time.RFC3339), Author: e.Event.Author, Who: said.Who, What: said.What,
		Bytes: base64.StdEncoding.EncodeToString(e.Bytes), Before: hex.EncodeToString(e.Before), Hash: hex.EncodeToString(e.Hash),
		Key: e.Key, Signature: base64.StdEncoding.EncodeToString(e.Signature),
	}
	if e.Event.Payload != nil {
		x.Kind = e.Event.Payload.Wire()
	}
	return x
}

// writeLine writes a document as one line, in one call of Write.
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

// visible replaces characters that a reader would not see, or a terminal would obey, by their numbers.
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
