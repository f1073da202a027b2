package settle

// This file holds the moderation screen: the differences that the panel has to settle, and the selected one with all
// ratings. Settling is in moderation_settle.go, drawing in moderation_view.go.

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// moderation shows the queue of differences at the left and the selected one at the right.
type moderation struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID

	agenda model.Agenda
	at     int // selected item
	was    model.AgendaItem
	names  part.CandidateRows

	caseFile part.CaseFile
	hidden   bool       // true while the names of the members are hidden
	tie      tieBreaker // who breaks the tie, for the next value that is settled

	file    part.FilePane
	laid    *part.FileSections
	laidFor model.CandidateID
	events  int
}

// namesHidden is the path of a route between the queue and the meeting, so that hidden names stay hidden.
const namesHidden = "names hidden"

func withNames(to kit.Name, c model.CandidateID, k model.CriterionID, hidden bool) kit.Route {
	r := kit.Route{Screen: to, Candidate: c, Criterion: k}
	if hidden {
		r.Path = namesHidden
	}
	return r
}

// NewModeration returns the page with the queue of what the panel has to settle.
func NewModeration(env *kit.Env, r kit.Route) kit.Screen {
	return &moderation{
		env: env, names: part.CandidateRows{File: env.File}, caseFile: part.CaseFile{File: env.File}, file: part.FilePane{Mark: -1}, events: -1,
		was: model.AgendaItem{Candidate: r.Candidate, Criterion: r.Criterion}, hidden: r.Path == namesHidden,
	}
}

// Title returns the title of the page.
func (m *moderation) Title() string { return "Moderation" }

// Refresh shows a newer board. The selection stays on its difference; if that has just been settled, the next open one
// is selected.
func (m *moderation) Refresh(b *model.View) []kit.Effect {
	m.board, m.me = b, m.env.Me
	m.names.Mask(b)
	m.names.Resize(b.Candidates)
	if m.events != b.Events {
		m.events = b.Events
		m.agenda = b.Agenda()
		m.keep()
	}
	m.layout(true)
	return m.fetch()
}

// keep selects the same difference as before.
func (m *moderation) keep() {
	items := m.agenda.Items
	same := func(x model.AgendaItem) bool { return x.Candidate == m.was.Candidate && x.Criterion == m.was.Criterion }
	if i := slices.IndexFunc(items, same); i >= 0 && (items[i].State == m.was.State || items[i].State == model.ItemOpen) {
		m.at = i
	} else if m.was.Criterion == 0 {
		if i := slices.IndexFunc(items, func(x model.AgendaItem) bool { return x.Candidate == m.was.Candidate }); i >= 0 {
			m.at = i
		}
	}
	m.at = max(0, min(m.at, len(items)-1))
	m.note()
}

func (m *moderation) note() {
	if d, ok := m.item(); ok {
		m.was = d
	}
}

// item returns the selected difference.
func (m *moderation) item() (model.AgendaItem, bool) {
	if m.at < 0 || m.at >= len(m.agenda.Items) {
		return model.AgendaItem{}, false
	}
	return m.agenda.Items[m.at], true
}

// criterion returns the criterion of the selected difference.
func (m *moderation) criterion() (model.Criterion, bool) {
	d, ok := m.item()
	if !ok {
		return model.Criterion{}, false
	}
	k := m.board.Criterion(d.Criterion)
	if k == nil {
		return model.Criterion{}, false
	}
	return *k, true
}

// recused returns true if the viewer is recused from the candidate in view.
func (m *moderation) recused() bool {
	d, ok := m.item()
	return ok && m.board.Recused(d.Candidate)
}

func (m *moderation) fetch() []kit.Effect {
	d, ok := m.item()
	if !ok {
		return nil
	}
	first, n := m.window()
	ids := []model.CandidateID{d.Candidate}
	for _, l := range m.rows()[first : first+n] {
		if l.item >= 0 {
			ids = append(ids, m.agenda.Items[l.item].Candidate)
		}
	}
	out := m.names.Request(ids)
	if m.recused() {
		return out
	}
	return append(out, m.caseFile.Request(m.board, d.Candidate, part.TextsOf(m.board, d.Candidate))...)
}

// Resize sets the size of the body.
func (m *moderation) Resize(width, height int) {
	m.width, m.height, m.laid = width, height, nil
	m.layout(true)
}

// layout prepares the candidate's file for the criterion in view.
func (m *moderation) layout(same bool) {
	if m.board == nil || m.width == 0 {
		return
	}
	d, ok := m.item()
	k, has := m.criterion()
	if !ok || !has || m.recused() || !m.caseFile.Has(d.Candidate) {
		m.file.Set(nil)
		m.laid = nil
		return
	}
	p := m.caseFile.Dossier.Person
	if w := max(10, m.rightWidth()-2); m.laid == nil || m.laidFor != d.Candidate || m.laid.Width != w {
		m.laid, m.laidFor = part.LayFile(m.env.Text, w, p), d.Candidate
		m.laid.ReadOnly = true
	}
	finding := m.board.Finding(k, model.Rating{}, p.Facts)
	lines := m.laid.LinesFor(k, m.board.Label(k.ID), finding.Finding, m.board.EligibilityFindings(p.Facts))
	if same && len(m.file.Lines) > 0 {
		m.file.Swap(lines)
	} else {
		m.file.Set(lines)
	}
	m.file.Resize(max(1, m.height-1-len(m.above())-1))
}

// choose selects a difference.
func (m *moderation) choose(i int) []kit.Effect {
	i = max(0, min(i, len(m.agenda.Items)-1))
	if i == m.at {
		return nil
	}
	m.at, m.tie = i, tieBreaker{}
	m.note()
	m.layout(false)
	return m.fetch()
}

// Update handles a message.
func (m *moderation) Update(msg tea.Msg) []kit.Effect {
	if m.board == nil {
		return nil
	}
	switch msg := msg.(type) {
	case kit.Done:
		if effects, ok := m.tie.named(msg); ok {
			return effects
		}
		if m.caseFile.Take(msg) {
			m.layout(false)
			return nil
		}
		effects, _ := m.names.Take(msg)
		return append(effects, m.fetch()...)
	case kit.Click:
		return m.click(msg)
	case kit.Wheel:
		if msg.X > m.leftWidth() {
			m.file.Turn(3 * msg.By)
			return nil
		}
		return m.choose(m.at + msg.By)
	case tea.KeyPressMsg:
		if effects, ok := m.keys.Dispatch(msg); ok {
			return effects
		}
		return m.move(msg)
	}
	return nil
}

func (m *moderation) click(msg kit.Click) []kit.Effect {
	first, n := m.window()
	if i := msg.Y - 1; msg.X < m.leftWidth() && i >= 0 && i < n {
		if item := m.rows()[first+i].item; item >= 0 {
			return m.choose(item)
		}
	}
	return nil
}

// move selects another difference by an arrow key; page keys scroll the candidate's file.
func (m *moderation) move(msg tea.KeyPressMsg) []kit.Effect {
	switch page := max(1, m.file.Height-1); {
	case kit.Up.Match(msg):
		return m.choose(m.at - 1)
	case kit.Down.Match(msg):
		return m.choose(m.at + 1)
	case kit.First.Match(msg):
		return m.choose(0)
	case kit.Last.Match(msg):
		return m.choose(len(m.agenda.Items) - 1)
	case kit.PageUp.Match(msg):
		m.file.Turn(-page)
	case kit.PageDown.Match(msg):
		m.file.Turn(page)
	}
	return nil
}

// Keys returns the keys of the page.
func (m *moderation) Keys() []kit.Binding {
	if m.board == nil {
		return nil
	}
	return m.keys.Keep(m.actions(), part.MovingKeys()...)
}

func (m *moderation) open() []kit.Effect {
	d, _ := m.item()
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: d.Candidate, Criterion: d.Criterion}}}
}

// head says how many differences are settled.
func (m *moderation) head() string {
	if !m.board.Revealed() {
		return ""
	}
	gate, cut := 0, 0
	for _, d := range m.agenda.Items {
		if d.State != model.ItemOpen {
			break
		}
		switch d.Impact {
		case model.ImpactGate:
			gate++
		case model.ImpactCut:
			cut++
		}
	}
	s := fmt.Sprintf("%d of %d settled %s", m.agenda.Settled, m.agenda.Of, widget.Bar(m.agenda.Settled, m.agenda.Of, 10))
	if gate > 0 {
		s += fmt.Sprintf(" · %d for the essentials", gate)
	}
	if cut > 0 {
		s += fmt.Sprintf(" · %d at the cut line", cut)
	}
	if len(m.agenda.Recused) > 0 {
		s += fmt.Sprintf(" · %s closed to you: somebody else leads", model.ListOf(m.agenda.Recused, 3))
	}
	if n := len(m.agenda.Unassessed); n > 0 {
		s += fmt.Sprintf(" · %s assessed by nobody", model.Count(n, "candidate", "candidates"))
	}
	return s
}
