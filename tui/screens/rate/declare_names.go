package rate

// This file holds how members declare while candidates are anonymous: on a list of names alone, in the order of the
// alphabet, without number, reference or file. All files open together, so that nothing tells which name is which number;
// whoever recuses themself learns it of that one candidate, and does not judge that file any more.

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/tui/kit"
)

// namesAlone says why the list holds nothing else.
const namesAlone = "Candidates are anonymous: this list holds names alone, and nothing leads from a name to a file. The files open together " +
	"once you declared on every name. If you recognise somebody later in a file, X recuses you there."

// byName returns true if members declare on names alone now.
func (s *declare) byName() bool { return s.board.Hidden() }

// arrange puts the candidates in the order of the member, or of their names.
func (s *declare) arrange() {
	if !s.byName() {
		s.list = s.board.Order()
		return
	}
	if len(s.sorted) != s.board.Candidates {
		s.sorted = nil
	}
	if s.sorted == nil && s.names.Complete() {
		s.at = 0 // a route names a number, and no number leads to a name
		s.sorted = slices.Clone(s.board.Order())
		slices.SortStableFunc(s.sorted, func(x, y model.CandidateID) int {
			return strings.Compare(s.names.Of(x).SortName, s.names.Of(y).SortName)
		})
	}
	s.list = s.sorted
}

// askRecuseByName asks before recusing: it stands until the reveal, for it tells whose number it is.
func (s *declare) askRecuseByName() []kit.Effect {
	name := s.names.Name(s.at)
	return []kit.Effect{kit.Ask{
		Title: fmt.Sprintf("A conflict of interest with %s?", name),
		Text:  "You neither read nor rate this person's file, and you do not count for it. While candidates are anonymous this stands until the reveal. The chair sees it.",
		Answers: []kit.Answer{
			{Words: "Go back"},
			{Words: "Recuse myself", Key: "X", Effects: declareFor(s.board, s.at, model.Recused, name)},
		},
	}}
}
