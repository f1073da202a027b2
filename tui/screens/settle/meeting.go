package settle

// This file holds the meeting view: one candidate after the other, in few words, for a panel in front of a screen.
// Drawing is in meeting_view.go. Only the chair's keys for agreeing and deciding change anything.

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// meeting is the agenda of a panel: the candidates in order, each with one criterion at a time or all in short.
type meeting struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID

	agenda model.Agenda
	order  []model.CandidateID // open cases first, then by the ranking
	rows   map[model.CandidateID]model.Row
	at     model.CandidateID
	k      int // criterion in view
	short  bool
	hidden bool
	wanted model.CriterionID
	tie    tieBreaker
	names  part.CandidateRows
	texts  part.CaseFile
	events int
}

// NewMeeting returns the page that is shown to the room while the panel settles its cases.
func NewMeeting(env *kit.Env, r kit.Route) kit.Screen {
	return &meeting{
		env: env, names: part.CandidateRows{File: env.File}, texts: part.CaseFile{File: env.File}, at: r.Candidate, wanted: r.Criterion, events: -1,
		short: r.Criterion == 0, hidden: r.Path == namesHidden,
	}
}

// Title returns the title of the page.
func (m *meeting) Title() string { return "Meeting" }

// Refresh shows a newer board. The agenda keeps its order during a meeting, so that settling a case does not move the
// next one.
func (m *meeting) Refresh(b *model.View) []kit.Effect {
	m.board, m.me = b, m.env.Me
	m.names.Mask(b)
	m.names.Resize(b.Candidates)
	if m.events != b.Events {
		m.events = b.Events
		m.agenda = b.Agenda()
		m.place()
	}
	m.k = max(0, min(m.k, len(b.Criteria)-1))
	if m.wanted != 0 {
		m.k = max(0, slices.IndexFunc(b.Criteria, func(k model.Criterion) bool { return k.ID == m.wanted }))
		m.wanted = 0
	}
	return m.fetch()
}

// place makes the agenda the first time it is called, and updates the places of the ranking.
func (m *meeting) place() {
	if !m.board.Revealed() {
		return
	}
	ranking := m.board.Ranking()
	m.rows = make(map[model.CandidateID]model.Row, len(ranking))
	for _, r := range ranking {
		m.rows[r.Candidate] = r
	}
	if len(m.order) != len(ranking) {
		m.order = agendaOrder(m.agenda, ranking)
	}
	if !slices.Contains(m.order, m.at) && len(m.order) > 0 {
		m.at, m.k = m.order[0], 0
		m.toOpen()
	}
}

// agendaOrder puts the cases with differences that matter first, in the order of the ranking, then the others in the
// same order. Candidates who withdrew come last.
func agendaOrder(a model.Agenda, ranking []model.Row) []model.CandidateID {
	open := map[model.CandidateID]bool{}
	for _, d := range a.Items {
		if d.State == model.ItemOpen && d.Impact != model.ImpactRest {
			open[d.Candidate] = true
		}
	}
	var first, rest []model.CandidateID
	for _, r := range ranking {
		if open[r.Candidate] {
			first = append(first, r.Candidate)
		} else {
			rest = append(rest, r.Candidate)
		}
	}
	return append(first, rest...)
}

// items returns the differences of the candidate in view.
func (m *meeting) items() []model.AgendaItem {
	var out []model.AgendaItem
	for _, d := range m.agenda.Items {
		if d.Candidate == m.at {
			out = append(out, d)
		}
	}
	return out
}

// item returns the difference on a criterion of the candidate in view.
func (m *meeting) item(k model.CriterionID) (model.AgendaItem, bool) {
	for _, d := range m.items() {
		if d.Criterion == k {
			return d, true
		}
	}
	return model.AgendaItem{}, false
}

// toOpen selects the first criterion of the candidate that is not settled.
func (m *meeting) toOpen() {
	for i, k := range m.board.Criteria {
		if d, ok := m.item(k.ID); ok && d.State == model.ItemOpen {
			m.k = i
			return
		}
	}
	m.k = 0
}

func (m *meeting) criterion() (model.Criterion, bool) {
	if m.k < 0 || m.k >= len(m.board.Criteria) {
		return model.Criterion{}, false
	}
	return m.board.Criteria[m.k], true
}

func (m *meeting) recused() bool { return m.board.Recused(m.at) }

func (m *meeting) fetch() []kit.Effect {
	if len(m.order) == 0 {
		return nil
	}
	out := m.names.Request([]model.CandidateID{m.at})
	if m.recused() {
		return out
	}
	return append(out, m.texts.Request(m.board, m.at, part.TextsOf(m.board, m.at))...)
}

// Resize sets the size of the body.
func (m *meeting) Resize(width, height int) { m.width, m.height = width, height }

// Update handles a message.
func (m *meeting) Update(msg tea.Msg) []kit.Effect {
	if m.board == nil {
		return nil
	}
	switch msg := msg.(type) {
	case kit.Done:
		if effects, ok := m.tie.named(msg); ok {
			return effects
		}
		if m.texts.Take(msg) {
			return nil
		}
		effects, _ := m.names.Take(msg)
		return append(effects, m.fetch()...)
	case tea.KeyPressMsg:
		if effects, ok := m.keys.Dispatch(msg); ok {
			return effects
		}
		return m.move(msg)
	}
	return nil
}

// move selects another criterion by an arrow key, another candidate by a page key.
func (m *meeting) move(msg tea.KeyPressMsg) []kit.Effect {
	last := len(m.board.Criteria) - 1
	switch {
	case kit.Up.Match(msg), kit.Left.Match(msg):
		m.k = max(0, m.k-1)
	case kit.Down.Match(msg), kit.Right.Match(msg):
		m.k = min(last, m.k+1)
	case kit.First.Match(msg):
		m.k = 0
	case kit.Last.Match(msg):
		m.k = max(0, last)
	case kit.PageUp.Match(msg):
		return m.show(slices.Index(m.order, m.at) - 1)
	case kit.PageDown.Match(msg):
		return m.show(slices.Index(m.order, m.at) + 1)
	}
	return nil
}

// show selects a candidate of the agenda.
func (m *meeting) show(i int) []kit.Effect {
	if i < 0 || i >= len(m.order) || m.order[i] == m.at {
		return nil
	}
	m.at = m.order[i]
	m.toOpen()
	return m.fetch()
}

// Keys returns the keys of the page.
func (m *meeting) Keys() []kit.Binding {
	if m.board == nil {
		return nil
	}
	return m.keys.Keep(m.actions(), append(part.MovingKeys(), kit.Left, kit.Right)...)
}

func (m *meeting) actions() []part.Action {
	none := part.WhyNoMeeting(m.board)
	if none == "" && len(m.order) == 0 {
		none = "There is no candidate yet."
	}
	k, ok := m.criterion()
	if none == "" && !ok {
		none = "There is no criterion."
	}
	i := slices.Index(m.order, m.at)
	next, prev := none, none
	if none == "" && i+1 >= len(m.order) {
		next = "This is the last case of the agenda."
	}
	if none == "" && i <= 0 {
		prev = "This is the first case of the agenda."
	}
	names := kit.HideNames
	if m.hidden {
		names = names.As("show names", "Show who gave which rating.")
	}
	short := kit.InShort
	if m.short {
		short = short.As("one by one", "Show one criterion at a time.")
	}
	decide := m.decider()
	out := []part.Action{
		part.On(kit.NextCand.Unless(next), func() []kit.Effect { return m.show(i + 1) }),
		part.On(kit.PrevCand.Unless(prev), func() []kit.Effect { return m.show(i - 1) }),
		part.On(short.Unless(none), func() []kit.Effect { m.short = !m.short; return nil }),
		part.On(kit.Decide.Unless(part.FirstNonEmpty(none, decide.whyNotDecide())), func() []kit.Effect { return decide.askDecisionOn(m.rows[m.at]) }),
		part.On(names.Unless(none), func() []kit.Effect { m.hidden = !m.hidden; return nil }),
		part.On(kit.Settle.Unless(none), func() []kit.Effect {
			return []kit.Effect{kit.Push{Route: withNames(kit.Moderation, m.at, k.ID, m.hidden)}}
		}),
		part.On(kit.Enter.As("file", "Open the candidate's file at this criterion.").Unless(none), func() []kit.Effect { return part.PushCase(kit.Assessment, m.at, k.ID) }),
	}
	if none != "" {
		return out
	}
	s := settler{env: m.env, board: m.board, c: m.at, k: k, tie: &m.tie, done: m.onward}
	return append(s.actions(), out...)
}

// onward selects the next criterion of the candidate that is not settled, after one was settled.
func (m *meeting) onward() {
	for i := m.k + 1; i < len(m.board.Criteria); i++ {
		if d, ok := m.item(m.board.Criteria[i].ID); ok && d.State == model.ItemOpen {
			m.k = i
			return
		}
	}
}

// decider returns a ranking with the candidate in view selected, to ask its questions here.
func (m *meeting) decider() *ranking {
	return &ranking{env: m.env, board: m.board, me: m.me, at: m.at}
}

// head says which case of the agenda is in view.
func (m *meeting) head() string {
	decided := fmt.Sprintf("%d of %d decided", m.board.DecidedCount, m.board.Candidates)
	return fmt.Sprintf("Case %d of %d · %s · %d of %d differences settled", slices.Index(m.order, m.at)+1, len(m.order), decided, m.agenda.Settled, m.agenda.Of)
}
