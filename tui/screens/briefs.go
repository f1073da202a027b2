package screens

import (
	"bytes"
	"context"
	"slices"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file keeps the lines of candidates that lists show: fetched for what is in view first, the rest in the
// background. A line that is not there yet is a number alone.

// briefs are the lines known so far. Only one fetch of each sort is under way at a time, so that fast moving never
// piles up work.
type briefs struct {
	file    kit.File
	known   []*brief // by number, from 0
	fetches bool
	fills   bool
	failed  bool              // nothing more is asked for until the board changes
	hidden  bool              // candidates are anonymous
	next    model.CandidateID // where the background goes on; 0 while it is not asked for

	// What a filter looks through: the folded words of one candidate after the other, a line each, in one piece, so
	// that a search runs through memory from end to end. starts says where each line begins.
	words  []byte
	starts []int
}

// brief is a line of a list.
type brief struct {
	model.Brief
	folded   string // on the way to words
	sortName string // folded, those without a name last
	name     string // safe for the screen
	masked   bool
}

const (
	briefsShown = "briefs shown"
	briefsRest  = "briefs rest"
	briefsChunk = 4000
)

// mask hides who the candidates are, or no longer does; true where that changed, and all lines are read anew.
func (b *briefs) mask(board *model.Board) bool {
	if b.hidden == board.Hidden() {
		return false
	}
	*b = briefs{file: b.file, hidden: !b.hidden}
	return true
}

// resize makes room for candidates that came in.
func (b *briefs) resize(candidates int) {
	b.failed = false
	for len(b.known) < candidates {
		b.known = append(b.known, nil)
	}
}

// of is the line of a candidate; nil while it is not known.
func (b *briefs) of(c model.CandidateID) *brief {
	if c < 1 || int(c) > len(b.known) {
		return nil
	}
	return b.known[c-1]
}

// name is a candidate's name, or "…" while it is not known.
func (b *briefs) name(c model.CandidateID) string {
	x := b.of(c)
	switch {
	case x == nil:
		return "…"
	case x.name == "" && b.hidden:
		return "(hidden)"
	case x.name == "":
		return "(no name)"
	}
	return x.name
}

// want fetches the lines of the candidates that are not known yet.
func (b *briefs) want(ids []model.CandidateID) []kit.Effect {
	if b.fetches || b.failed || b.file == nil {
		return nil
	}
	var missing []model.CandidateID
	for _, c := range ids {
		if c >= 1 && int(c) <= len(b.known) && b.known[c-1] == nil {
			missing = append(missing, c)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	b.fetches = true
	file, hidden := b.file, b.hidden
	return []kit.Effect{kit.Run{Key: briefsShown, Work: func(ctx context.Context, _ func(string)) (any, error) {
		var out []*brief
		for _, c := range missing {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			got, err := file.Briefs(c, 1)
			if err != nil {
				return nil, err
			}
			x := model.Brief{Candidate: c}
			if len(got) > 0 && got[0].Candidate == c {
				x = got[0]
			}
			out = append(out, foldBrief(x, hidden))
		}
		return out, nil
	}}}
}

// fill fetches the rest of the lines chunk by chunk.
func (b *briefs) fill() []kit.Effect {
	if b.next == 0 {
		b.next = 1
	}
	if b.fills || b.failed || b.file == nil || int(b.next) > len(b.known) {
		return nil
	}
	b.fills = true
	hidden := b.hidden
	file, first, n := b.file, b.next, min(briefsChunk, len(b.known)-int(b.next)+1)
	return []kit.Effect{kit.Run{Key: briefsRest, Work: func(context.Context, func(string)) (any, error) {
		got, err := file.Briefs(first, n)
		if err != nil {
			return nil, err
		}
		out := make([]*brief, 0, n)
		for i := range n {
			x := model.Brief{Candidate: first + model.CandidateID(i)}
			if len(got) > 0 && got[0].Candidate == x.Candidate {
				x, got = got[0], got[1:]
			}
			out = append(out, foldBrief(x, hidden))
		}
		return out, nil
	}}}
}

// filled tells whether every line is known.
func (b *briefs) filled() bool { return b.next > 0 && int(b.next) > len(b.known) && !b.fills }

// take takes over the answer of a fetch; ok is false where the answer is not one of briefs.
func (b *briefs) take(d kit.Done) (effects []kit.Effect, ok bool) {
	switch d.Key {
	case briefsShown:
		b.fetches = false
	case briefsRest:
		b.fills = false
	default:
		return nil, false
	}
	got, _ := d.Value.([]*brief)
	if d.Err != nil {
		b.failed = true
		return []kit.Effect{kit.Fail{Err: d.Err}}, true
	}
	for n, x := range got {
		if b.hidden && !x.masked { // asked for before names were hidden
			x = foldBrief(x.Brief, true)
			got[n] = x
		}
		if i := int(x.Candidate) - 1; i >= 0 && i < len(b.known) {
			b.known[i] = x
		}
	}
	if d.Key == briefsRest {
		for _, x := range got {
			b.starts = append(b.starts, len(b.words))
			b.words = append(append(b.words, x.folded...), '\n')
			x.folded = ""
		}
		b.next += model.CandidateID(len(got))
		if len(got) == 0 {
			b.next = model.CandidateID(len(b.known) + 1)
		}
		return b.fill(), true
	}
	return nil, true
}

// search tells of every candidate, by number from 0, whether the line has all the words. Those not read yet have none.
func (b *briefs) search(words []string) []bool {
	hit := make([]bool, len(b.known))
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

// foldBrief makes a line of what was read; where candidates are anonymous, neither shown nor found by who they are.
func foldBrief(x model.Brief, hidden bool) *brief {
	if hidden {
		x = x.Masked()
	}
	words := x.Candidate.String() + " " + x.Reference + " " + x.Name
	for _, n := range x.Nationalities {
		words += " " + n + " " + requirement.NationName(n)
	}
	out := &brief{Brief: x, folded: foldName(words), name: kit.Clean(x.Name), masked: hidden, sortName: foldName(x.Name)}
	if out.sortName == "" {
		out.sortName = "\U0010ffff"
	}
	return out
}
