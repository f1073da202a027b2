package prepare

// This file looks at the vacancy in the light of its candidates while it is being prepared: criteria that separate
// nobody, essentials that no file shows met. It is shown on the page and before sealing, and stops nothing.

import (
	"fmt"

	"shortlist/model"
	"shortlist/tui/kit"
)

// checkFetch works out what the files of the candidates show, off the screen and in chunks.
func (s *vacancy) checkFetch() []kit.Effect {
	b := s.board
	if b.Phase != model.Preparing || b.Candidates == 0 || len(b.Criteria) == 0 {
		return nil
	}
	s.tallied.Refresh(b)
	return s.tallied.Prefetch(s.env.File, b)
}

// checkDone takes over an answer; ok is false if it is not one of these.
func (s *vacancy) checkDone(d kit.Done) (effects []kit.Effect, ok bool) {
	if effects, ok = s.tallied.Take(d); !ok {
		return nil, false
	}
	if effects = append(effects, s.checkFetch()...); s.tallied.Complete() {
		s.layout()
	}
	return effects, true
}

// checked are the warnings as far as they are known: those that need no candidate at once, the others once every file
// was looked at.
func (s *vacancy) checked() []model.Warning {
	if s.board.Phase != model.Preparing {
		return nil
	}
	var tallies []model.Tally
	if s.tallied.Width > 0 && s.tallied.Complete() {
		tallies = s.tallied.Tallies
	}
	return s.board.CheckVacancy(tallies)
}

// checkItems are the warnings as entries of the page.
func (s *vacancy) checkItems(width int) []item {
	list := s.checked()
	if len(list) == 0 {
		return nil
	}
	p := &itemView{env: s.env, board: s.board, width: width}
	p.heading("LOOK AGAIN", "before sealing; nothing here stops it", len(list))
	for i, w := range list {
		source := model.Lines{From: w.Line, To: w.Line}
		p.items = append(p.items, item{key: fmt.Sprintf("check %d", i), source: source, lines: p.words("!", w.Message())})
	}
	return p.items
}
