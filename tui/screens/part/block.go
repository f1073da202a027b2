package part

// This file holds blocks of lines that give way to each other if room is scarce.

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// Block is some lines above a file that may be shortened, to Least lines, if room is scarce.
type Block struct {
	Lines []string
	Least int
	Style *lipgloss.Style
}

// Shorten cuts text to n lines, with a sign if something is left out.
func Shorten(t *kit.Text, lines []string, n, width int) []string {
	if n >= len(lines) {
		return lines
	}
	if lines = lines[:max(0, n)]; n > 0 {
		lines[n-1] = t.Cut(strings.TrimRight(lines[n-1], " .,;")+" …", width)
	}
	return lines
}

// CountLines is the number of lines of all blocks together.
func CountLines(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Lines)
	}
	return n
}

// OfferBlocks say what was recorded of the qualifications of a file.
func OfferBlocks(env *kit.Env, b *model.View, c model.CandidateID, k model.Criterion, p model.Person, width int) []Block {
	var out []Block
	for _, s := range b.Offers(c, k, p.Facts) {
		out = append(out, Block{Lines: env.Text.Wrap("≈ "+kit.Clean(b.ShownText(s, p)), width), Least: 2, Style: &env.Theme.Strong})
	}
	return out
}
