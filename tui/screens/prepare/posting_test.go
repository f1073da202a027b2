package prepare

// This file tries the side of the vacancy page that shows the posting.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestPostingSide(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			set  func(*tuitest.Prep)
			keys []string
		}{
			"at a criterion":      {func(*tuitest.Prep) {}, []string{"j", "enter"}},
			"between two entries": {func(*tuitest.Prep) {}, []string{"enter", "g", "j", "j"}},
			"next marked":         {func(*tuitest.Prep) {}, []string{"enter", "]", "]", "n", "["}},
			"searching":           {func(*tuitest.Prep) {}, []string{"enter", "/", "t", "i", "d"}},
			"found":               {func(*tuitest.Prep) {}, []string{"enter", "/", "t", "i", "d", "enter", "]"}},
			"nothing found":       {func(*tuitest.Prep) {}, []string{"enter", "/", "x", "y", "enter"}},
			"marking lines":       {func(*tuitest.Prep) {}, []string{"enter", "space", "j", "j"}},
			"at a warning":        {func(*tuitest.Prep) {}, []string{"enter", "!"}},
			"several on a line": {func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.EditCriterion{Criterion: 2, Text: "x", Lines: model.Lines{From: 7, To: 8}})
			}, []string{"enter"}},
			"without posting": {func(p *tuitest.Prep) { p.File.Text = model.Posting{} }, []string{"enter"}},
			"not readable":    {func(p *tuitest.Prep) { p.File.Broken = tuitest.ErrDisk }, []string{"enter"}},
			"lines beyond the text": {func(p *tuitest.Prep) {
				p.Must(tuitest.Anna, model.EditCriterion{Criterion: 1, Text: "x", Lines: model.Lines{From: 19, To: 1 << 50}})
			}, []string{"enter"}},
			"wild text": {func(p *tuitest.Prep) {
				p.File.Text.Text = strings.Repeat("\x1b[2J\u202e山 wild\t", 200) + "\r\n\x00end"
			}, []string{"enter"}},
			"sealed rules still read": {func(p *tuitest.Prep) { p.Seal() }, []string{"enter", "space", "a"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy())
				tc.set(p)
				p.Shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1]).Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestPostingSaysWhereItEnds(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.Keys("enter", "g", "[")
	tuitest.Same(t, "No marked line further up.", p.Note())
	p.Keys("G", "]")
	tuitest.Same(t, "No marked line further down.", p.Note())
	p.Keys("/", "T", "i", "d", "e", "enter", "]", "]")
	tuitest.Same(t, "No line with these words further down.", p.Note())
	for _, what := range []string{"esc ends the search first", "esc goes back to the criteria then"} {
		if _, done := p.Screen.(kit.Backed).Back(); !done {
			t.Error(what)
		}
	}
	if _, done := p.Screen.(kit.Backed).Back(); done {
		t.Error("there is nothing more to go back from")
	}
}
