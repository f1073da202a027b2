package settle

// This file holds the ranking: the places, and why the selected candidate has theirs. Deciding and revealing are in
// ranking_decide.go, drawing in ranking_view.go.

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// ranking is the order of the candidates. Before the reveal it rests on the viewer's own ratings and is provisional.
type ranking struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID

	table  *widget.Table
	names  part.CandidateRows
	rows   []model.Row
	breaks []rankBreak
	at     model.CandidateID
	number int // width of a candidate's number

	dossier model.Dossier // of the candidate whose reason is shown
	asked   model.CandidateID
	events  int
}

// rankBreak is a line of text before a row.
type rankBreak struct {
	before int
	text   string
}

// NewRanking returns the page with the candidates by rank, and the decisions.
func NewRanking(env *kit.Env, r kit.Route) kit.Screen {
	return &ranking{env: env, names: part.CandidateRows{File: env.File}, at: r.Candidate, table: widget.NewTable(env)}
}

// setColumns sets the widths of the columns by the longest numbers.
func (r *ranking) setColumns() {
	width := len(model.CandidateID(max(1, r.board.Candidates)).String())
	if width == r.number {
		return
	}
	r.number = width
	r.table.SetColumns([]widget.Column{
		{Title: "Place", Width: 5, Right: true},
		{Title: "No", Width: width},
		{Title: "Name", Width: 18, Flex: 1},
		{Title: "Total", Width: 5, Right: true},
		{Title: "Essentials", Width: 10},
		{Title: "Raters", Width: 6},
		{Title: "Decision", Width: 15},
	})
}

// Title says whose ranking it is.
func (r *ranking) Title() string {
	if r.board == nil || r.board.Revealed() {
		return "Ranking"
	}
	return "Your own ranking (provisional)"
}

// Refresh shows a newer board.
func (r *ranking) Refresh(b *model.View) []kit.Effect {
	r.board, r.me = b, r.env.Me
	r.names.Mask(b)
	r.names.Resize(b.Candidates)
	r.setColumns()
	r.rows = b.Ranking()
	r.breaks = rankBreaks(r.rows, b.Rules.CutLine)
	r.table.SetRows(len(r.rows)+len(r.breaks), r.row)
	if i := slices.IndexFunc(r.rows, func(x model.Row) bool { return x.Candidate == r.at }); i >= 0 {
		r.table.Select(r.line(i))
	} else {
		r.table.Select(r.line(0))
	}
	r.keep(1)
	return r.fetch()
}

// rankGroup returns the group of the ranking that a row belongs to.
func rankGroup(x model.Row) int {
	switch {
	case x.Withdrawn:
		return 3
	case x.Gate == model.GateFail:
		return 2
	case x.Rank == 0:
		return 1
	}
	return 0
}

// rankBreaks returns the lines between the groups and the cut line. Candidates who share the place at the cut are all
// above it.
func rankBreaks(rows []model.Row, cut int) []rankBreak {
	var out []rankBreak
	names := [...]string{"", "open", "essential not met", "withdrawn"}
	for i, x := range rows {
		g := rankGroup(x)
		last := -1
		if i > 0 {
			last = rankGroup(rows[i-1])
		}
		if cut > 0 && last == 0 && rows[i-1].Rank <= cut && (g != 0 || x.Rank > cut) {
			text := fmt.Sprintf("cut line %d", cut)
			if i > cut {
				text += fmt.Sprintf(" (%d with ties)", i)
			}
			out = append(out, rankBreak{i, text})
		}
		if g != last && g > 0 {
			n := 1
			for i+n < len(rows) && rankGroup(rows[i+n]) == g {
				n++
			}
			out = append(out, rankBreak{i, fmt.Sprintf("%s: %d", names[g], n)})
		}
	}
	return out
}

// line returns the line of a row in the table; index is the inverse, and returns a break if the line is one.
func (r *ranking) line(row int) int {
	n := row
	for _, b := range r.breaks {
		if b.before <= row {
			n++
		}
	}
	return n
}

func (r *ranking) index(line int) (row int, brk *rankBreak) {
	row = line
	for i := range r.breaks {
		switch at := r.breaks[i].before + i; {
		case at == line:
			return r.breaks[i].before, &r.breaks[i]
		case at < line:
			row--
		}
	}
	return row, nil
}

// keep remembers the selected candidate; a break is skipped in the given direction.
func (r *ranking) keep(by int) {
	for range 2 * (len(r.breaks) + 1) {
		i := r.table.Selected()
		if i < 0 {
			return
		}
		row, brk := r.index(i)
		if brk == nil {
			r.at = r.rows[row].Candidate
			return
		}
		if i+by < 0 || i+by >= r.table.Rows() {
			by = -by
		}
		r.table.Select(i + by)
	}
}

// selected returns the row of the selected candidate.
func (r *ranking) selected() (model.Row, bool) {
	i := r.table.Selected()
	if i < 0 {
		return model.Row{}, false
	}
	row, brk := r.index(i)
	if brk != nil || row >= len(r.rows) {
		return model.Row{}, false
	}
	return r.rows[row], true
}

func (r *ranking) fetch() []kit.Effect {
	var ids []model.CandidateID
	first, n := r.table.Window()
	for i := first; i < first+n; i++ {
		if row, brk := r.index(i); brk == nil && row < len(r.rows) {
			ids = append(ids, r.rows[row].Candidate)
		}
	}
	out := r.names.Request(ids)
	reason := r.board.Decision(r.at).Reason
	if _, has := r.dossier.Texts[reason.ID]; !reason.IsZero() && r.env.File != nil && !r.board.Recused(r.at) && !(has && r.dossier.Candidate == r.at) &&
		(r.asked != r.at || r.events != r.board.Events) {
		r.asked, r.events = r.at, r.board.Events
		out = append(out, part.ReadDossier(r.env.File, part.DossierKey, r.at))
	}
	return out
}

// Update handles a message.
func (r *ranking) Update(msg tea.Msg) []kit.Effect {
	if r.board == nil {
		return nil
	}
	switch msg := msg.(type) {
	case kit.Done:
		if d, ok := msg.Value.(model.Dossier); ok {
			r.dossier = d
			return nil
		}
		effects, _ := r.names.Take(msg)
		return append(effects, r.fetch()...)
	case tea.KeyPressMsg:
		if effects, ok := r.keys.Dispatch(msg); ok {
			return effects
		}
	}
	shifted, inside := widget.Shift(msg, 0, 1)
	if !inside {
		return nil
	}
	was := r.table.Selected()
	act := r.table.Update(shifted)
	by := 1
	if r.table.Selected() < was {
		by = -1
	}
	r.keep(by)
	if act == widget.Chosen {
		return r.open()
	}
	return r.fetch()
}

// Keys returns the keys of the page.
func (r *ranking) Keys() []kit.Binding {
	if r.board == nil {
		return nil
	}
	return r.keys.Keep(r.actions(), part.MovingKeys()...)
}

func (r *ranking) open() []kit.Effect {
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: r.at}}}
}
