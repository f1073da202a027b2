package rate

// This file holds the pass: one criterion across the candidates, in the member's own order.

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
)

// togglePass switches between all criteria of a candidate and one criterion across the candidates.
func (a *assessment) togglePass() []kit.Effect {
	a.pass, a.inFile = !a.pass, false
	a.layout(true)
	return a.fetch()
}

// advancePass goes to the next candidate for whom the criterion is open.
func (a *assessment) advancePass() []kit.Effect {
	k, _ := a.criterion()
	n := len(a.order)
	for i := 1; i < n; i++ {
		pos := (a.pos + i) % n
		if c := a.order[pos]; a.openInPass(c, k.ID) {
			return a.show(pos)
		}
	}
	return []kit.Effect{kit.Note{Text: fmt.Sprintf("%s is rated for every candidate: c goes back to the criteria.", a.board.Label(k.ID))}}
}

// openInPass returns true if a candidate waits for the member's rating of a criterion.
func (a *assessment) openInPass(c model.CandidateID, k model.CriterionID) bool {
	x := a.board.Own(c)
	return x.Interest != model.Recused && x.State != model.Submitted && a.value(c, k) == model.NotRated
}

// passHead is the number of lines above the list of candidates.
const passHead = 2

// passWindow is the part of the order in view.
func (a *assessment) passWindow() (first, n int) {
	room := max(1, a.height-1-passHead)
	first = max(0, min(a.pos-room/2, len(a.order)-room))
	return first, min(room, len(a.order)-first)
}

// passLines draws the candidates for one criterion.
func (a *assessment) passLines(width, height int) []string {
	k, _ := a.criterion()
	th, t := a.env.Theme, a.env.Text
	out := []string{
		th.Strong.Render(t.Fit(a.board.Label(k.ID)+" "+kit.Clean(k.Text), width)),
		th.Faint.Render(t.Fit(fmt.Sprintf("%d of %d in your order", a.pos+1, len(a.order)), width)),
	}
	first, n := a.passWindow()
	for i := first; i < first+n && len(out) < height; i++ {
		c := a.order[i]
		out = append(out, a.leftLine(width, i == a.pos, c.String(), a.names.Name(c), c, k))
	}
	return out
}
