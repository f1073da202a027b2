package part

// This file keeps the lines of candidates that lists show: fetched for what is in view first, the rest in the
// background. A line that is not there yet is a number alone.

import (
	"bytes"
	"context"
	"slices"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// CandidateRows are the lines known so far. Only one fetch of each sort is under way at a time, so that fast moving never
// piles up work.
type CandidateRows struct {
	File    kit.File
	Known   []*CandidateRow // by number, from 0
	fetches bool
	fills   bool
	failed  bool              // nothing more is asked for until the board changes
	Hidden  bool              // candidates are anonymous
	Next    model.CandidateID // where the background goes on; 0 while it is not asked for

	// What a filter looks through: the folded words of one candidate after the other, a line each, in one piece, so
	// that a search runs through memory from end to end. starts says where each line begins.
	words  []byte
	starts []int
}

// CandidateRow is a line of a list.
type CandidateRow struct {
	model.CandidateSummary
	folded   string // on the way to words
	SortName string // folded, those without a name last
	name     string // safe for the screen
	masked   bool
}

const (
	RowsShown = "rows shown"
	rowsRest  = "rows rest"
	rowsChunk = 4000
)

// Mask hides who the candidates are, or no longer does; true if that changed, and all lines are read anew.
func (b *CandidateRows) Mask(board *model.View) bool {
	if b.Hidden == board.Hidden() {
		return false
	}
	*b = CandidateRows{File: b.File, Hidden: !b.Hidden}
	return true
}

// Resize makes room for candidates that came in.
func (b *CandidateRows) Resize(candidates int) {
	b.failed = false
	for len(b.Known) < candidates {
		b.Known = append(b.Known, nil)
	}
}

// Of is the line of a candidate; nil while it is not known.
func (b *CandidateRows) Of(c model.CandidateID) *CandidateRow {
	if c < 1 || int(c) > len(b.Known) {
		return nil
	}
	return b.Known[c-1]
}

// Name is a candidate's name, or "…" while it is not known.
func (b *CandidateRows) Name(c model.CandidateID) string {
	x := b.Of(c)
	switch {
	case x == nil:
		return "…"
	case x.name == "" && b.Hidden:
		return "(hidden)"
	case x.name == "":
		return "(no name)"
	}
	return x.name
}

// Request fetches the lines of the candidates that are not known yet.
func (b *CandidateRows) Request(ids []model.CandidateID) []kit.Effect {
	if b.fetches || b.failed || b.File == nil {
		return nil
	}
	var missing []model.CandidateID
	for _, c := range ids {
		if c >= 1 && int(c) <= len(b.Known) && b.Known[c-1] == nil {
			missing = append(missing, c)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	b.fetches = true
	file, hidden := b.File, b.Hidden
	return []kit.Effect{kit.Run{Key: RowsShown, Work: func(ctx context.Context, _ func(string)) (any, error) {
		var out []*CandidateRow
		for _, c := range missing {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			got, err := file.CandidateSummaries(c, 1)
			if err != nil {
				return nil, err
			}
			x := model.CandidateSummary{Candidate: c}
			if len(got) > 0 && got[0].Candidate == c {
				x = got[0]
			}
			out = append(out, foldRow(x, hidden))
		}
		return out, nil
	}}}
}

// Prefetch fetches the rest of the lines chunk by chunk.
func (b *CandidateRows) Prefetch() []kit.Effect {
	if b.Next == 0 {
		b.Next = 1
	}
	if b.fills || b.failed || b.File == nil || int(b.Next) > len(b.Known) {
		return nil
	}
	b.fills = true
	hidden := b.Hidden
	file, first, n := b.File, b.Next, min(rowsChunk, len(b.Known)-int(b.Next)+1)
	return []kit.Effect{kit.Run{Key: rowsRest, Work: func(context.Context, func(string)) (any, error) {
		got, err := file.CandidateSummaries(first, n)
		if err != nil {
			return nil, err
		}
		out := make([]*CandidateRow, 0, n)
		for i := range n {
			x := model.CandidateSummary{Candidate: first + model.CandidateID(i)}
			if len(got) > 0 && got[0].Candidate == x.Candidate {
				x, got = got[0], got[1:]
			}
			out = append(out, foldRow(x, hidden))
		}
		return out, nil
	}}}
}

// Complete returns true if every line is known.
func (b *CandidateRows) Complete() bool { return b.Next > 0 && int(b.Next) > len(b.Known) && !b.fills }

// Take takes over the answer of a fetch; ok is false if the answer is for somebody else.
func (b *CandidateRows) Take(d kit.Done) (effects []kit.Effect, ok bool) {
	switch d.Key {
	case RowsShown:
		b.fetches = false
	case rowsRest:
		b.fills = false
	default:
		return nil, false
	}
	got, _ := d.Value.([]*CandidateRow)
	if d.Err != nil {
		b.failed = true
		return []kit.Effect{kit.Fail{Err: d.Err}}, true
	}
	for n, x := range got {
		if b.Hidden && !x.masked { // asked for before names were hidden
			x = foldRow(x.CandidateSummary, true)
			got[n] = x
		}
		if i := int(x.Candidate) - 1; i >= 0 && i < len(b.Known) {
			b.Known[i] = x
		}
	}
	if d.Key == rowsRest {
		for _, x := range got {
			b.starts = append(b.starts, len(b.words))
			b.words = append(append(b.words, x.folded...), '\n')
			x.folded = ""
		}
		b.Next += model.CandidateID(len(got))
		if len(got) == 0 {
			b.Next = model.CandidateID(len(b.Known) + 1)
		}
		return b.Prefetch(), true
	}
	return nil, true
}

// Search returns for every candidate, by number from 0, whether the line has all the words. Lines not read yet have none.
func (b *CandidateRows) Search(words []string) []bool {
	hit := make([]bool, len(b.Known))
	if len(words) == 0 {
		return hit
	}
	first := []byte(words[0])
	for at, line := 0, 0; ; {
		i := bytes.Index(b.words[at:], first)
		if i < 0 {
			return hit
		}
		n, exact := slices.BinarySearch(b.starts[line:], at+i)
		if line += n; !exact {
			line--
		}
		end := len(b.words)
		if line+1 < len(b.starts) {
			end = b.starts[line+1]
		}
		hit[line] = hasAll(b.words[b.starts[line]:end], words[1:])
		if at, line = end, line+1; line >= len(b.starts) {
			return hit
		}
	}
}

func hasAll(line []byte, words []string) bool {
	for _, w := range words {
		if !bytes.Contains(line, []byte(w)) {
			return false
		}
	}
	return true
}

// foldRow makes a line of what was read. If hidden is set, the line neither shows nor finds who the candidate is.
func foldRow(x model.CandidateSummary, hidden bool) *CandidateRow {
	if hidden {
		x = x.Masked()
	}
	words := x.Candidate.String() + " " + x.Reference + " " + x.Name
	for _, n := range x.Nationalities {
		words += " " + n + " " + requirement.NationName(n)
	}
	out := &CandidateRow{CandidateSummary: x, folded: FoldName(words), name: kit.Clean(x.Name), masked: hidden, SortName: FoldName(x.Name)}
	if out.SortName == "" {
		out.SortName = "\U0010ffff"
	}
	return out
}
