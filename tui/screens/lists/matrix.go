package lists

// This file holds the matrix: candidates by criteria. Before the reveal the cells are the viewer's own ratings, after
// it what the panel's ratings come to.

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// matrix is the table of all ratings.
type matrix struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID

	part.CandidateTable
	names   part.CandidateRows
	order   matrixOrder
	columns string
	shut    bool        // a case is closed to the viewer
	placed  []model.Row // the ranking; empty if it is not worked out
	rankOf  []int32     // candidate → its row there
}

// matrixOrder is an order of the rows.
type matrixOrder int

const (
	matrixOwn matrixOrder = iota
	matrixNumber
	matrixRanking
	matrixOrders
)

func (o matrixOrder) String() string {
	return [...]string{"your own order", "order of number", "order of the ranking"}[o]
}

// The columns around those of the criteria.
const (
	matrixFrozen = 2 // number and name
	matrixAfter  = 3 // essentials, total, place
)

// NewMatrix is the table of all candidates by all criteria.
func NewMatrix(env *kit.Env, r kit.Route) kit.Screen {
	m := &matrix{env: env, CandidateTable: part.CandidateTable{Table: widget.NewTable(env), At: r.Candidate}, names: part.CandidateRows{File: env.File}}
	m.Table.Cells, m.Table.Frozen = true, matrixFrozen
	return m
}

// Title names the page.
func (m *matrix) Title() string { return "Matrix" }

// Refresh takes over the board.
func (m *matrix) Refresh(b *model.View) []kit.Effect {
	m.board, m.me = b, m.env.Me
	m.shut = len(b.RecusedCases()) > 0
	m.names.Mask(b)
	m.names.Resize(b.Candidates)
	m.setColumns()
	m.arrange()
	return m.fetch()
}

func (m *matrix) setColumns() {
	columns := []widget.Column{
		{Title: "No", Width: len(model.CandidateID(max(1, m.board.Candidates)).String())},
		{Title: "Name", Width: 14, Flex: 1},
	}
	key := fmt.Sprint(columns[0].Width)
	for _, k := range m.board.Criteria {
		columns = append(columns, widget.Column{Title: m.board.Label(k.ID), Width: 5})
		key += m.board.Label(k.ID)
	}
	columns = append(columns, widget.Column{Title: "Essentials", Width: 10}, widget.Column{Title: "Total", Width: 6, Right: true}, widget.Column{Title: "Place", Width: 6, Right: true})
	if key != m.columns {
		m.columns = key
		m.Table.SetColumns(columns)
		m.Table.SelectColumn(matrixFrozen)
	}
}

// arrange puts the rows in the order chosen; the selection stays on its candidate.
func (m *matrix) arrange() {
	m.rank()
	switch m.order {
	case matrixOwn:
		m.List = m.board.Order()
	case matrixRanking:
		m.List = make([]model.CandidateID, len(m.placed))
		for i, r := range m.placed {
			m.List[i] = r.Candidate
		}
	default:
		m.List = make([]model.CandidateID, m.board.Candidates)
		for i := range m.List {
			m.List[i] = model.CandidateID(i + 1)
		}
	}
	m.Show(m.row)
}

func (m *matrix) fetch() []kit.Effect {
	first, n := m.Table.Window()
	if first+n > len(m.List) {
		return nil
	}
	return m.names.Request(m.List[first : first+n])
}

// row fills in one line.
func (m *matrix) row(i int, cells []widget.Cell) {
	n := len(m.board.Criteria)
	if i >= len(m.List) || len(cells) != matrixFrozen+n+matrixAfter {
		return
	}
	th, c := m.env.Theme, m.List[i]
	cells[0].Text, cells[1].Text = c.String(), m.names.Name(c)
	closed := m.board.Recused(c)
	for j := range n {
		if closed {
			cells[matrixFrozen+j] = widget.Cell{Text: "x", Style: &th.Faint}
		}
	}
	if closed && !m.board.Revealed() {
		cells[matrixFrozen+n].Text = "recused"
		return
	}
	s := m.board.Standing(c)
	for j, r := range s.Results {
		if closed {
			break
		}
		cells[matrixFrozen+j] = widget.Cell{Text: m.cell(m.board.Criteria[j], c, r), Style: part.ReadingStyle(th, r)}
	}
	cells[matrixFrozen+n] = part.GateCell(th, s.Gate)
	cells[matrixFrozen+n+1].Text = s.Score()
	cells[matrixFrozen+n+2].Text = m.place(c)
}

// maxPlaced is the number of candidates up to which places are shown in every order: ranking many takes a moment, so
// it waits until somebody asks for that order.
const maxPlaced = 2000

// rank notes where everybody stands in the ranking.
func (m *matrix) rank() {
	m.placed = nil
	if m.board.Candidates > maxPlaced && m.order != matrixRanking {
		return
	}
	m.placed = m.board.Ranking()
	m.rankOf = slices.Grow(m.rankOf[:0], len(m.placed))[:len(m.placed)]
	for i, r := range m.placed {
		m.rankOf[r.Candidate-1] = int32(i)
	}
}

func (m *matrix) place(c model.CandidateID) string {
	if int(c) > len(m.placed) {
		return ""
	}
	return m.placed[m.rankOf[c-1]].Place()
}

// cell is a reading in at most five cells.
func (m *matrix) cell(k model.Criterion, c model.CandidateID, r model.Result) string {
	if !m.board.Revealed() {
		return part.ValueSign(k.Scale, m.board.Own(c).Rating(k.ID).Value)
	}
	value := ""
	switch {
	case r.Value != model.NotRated:
		value = part.ValueSign(k.Scale, r.Value)
	case r.Basis == model.BasisNone:
		return "·"
	case r.Basis == model.BasisUnable:
		return "-"
	case k.Scale.Numbered():
		value = part.MeanOf(k.Scale, r.Values)
	case k.Class == model.Desirable:
		value, _, _ = strings.Cut(part.ReadingValue(k, r), " ")
	}
	switch {
	case r.Basis == model.BasisAgreed:
		return "=" + value
	case r.Differs:
		return "≠" + value
	}
	return value
}

// Resize gives the size of the body: one line above the table, two or three below.
func (m *matrix) Resize(width, height int) {
	m.width, m.height = width, height
	m.Table.Resize(width, max(2, height-1-m.footHeight()))
}

func (m *matrix) footHeight() int {
	if m.height > 30 {
		return 4
	}
	return 3
}

// Update answers a message.
func (m *matrix) Update(msg tea.Msg) []kit.Effect {
	if m.board == nil {
		return nil
	}
	if d, ok := msg.(kit.Done); ok {
		effects, _ := m.names.Take(d)
		return append(effects, m.fetch()...)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := m.keys.Dispatch(k); ok {
			return effects
		}
	}
	msg, inside := widget.Shift(msg, 0, 1)
	if !inside {
		return nil
	}
	act := m.Table.Update(msg)
	m.Keep()
	if act == widget.Chosen {
		return m.open()
	}
	return m.fetch()
}

// Keys are the keys that work here.
func (m *matrix) Keys() []kit.Binding {
	if m.board == nil {
		return nil
	}
	return m.keys.Keep(m.actions(), append(part.MovingKeys(), kit.Left, kit.Right)...)
}

func (m *matrix) actions() []part.Action {
	none := ""
	if len(m.List) == 0 {
		none = "There is no candidate yet."
	}
	return []part.Action{
		part.On(kit.Enter.As("assess", "Open the candidate at this criterion.").Unless(none), m.open),
		part.On(kit.Sort, func() []kit.Effect {
			m.order = (m.order + 1) % matrixOrders
			m.arrange()
			return append(m.fetch(), kit.Note{Text: fmt.Sprintf("Listed: %s.", m.order)})
		}),
		part.On(kit.Settle.Unless(part.WhyNoMeeting(m.board)), func() []kit.Effect { k, _ := m.criterion(); return part.PushCase(kit.Moderation, m.At, k.ID) }),
		part.Emit(kit.ExportK, kit.Push{Route: kit.Route{Screen: kit.Export}}),
	}
}

// criterion is the criterion of the selected column; ok is false on a column that is none.
func (m *matrix) criterion() (model.Criterion, bool) {
	if i := m.Table.Column() - matrixFrozen; i >= 0 && i < len(m.board.Criteria) {
		return m.board.Criteria[i], true
	}
	return model.Criterion{}, false
}

func (m *matrix) open() []kit.Effect {
	if len(m.List) == 0 {
		return nil
	}
	k, _ := m.criterion()
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: m.At, Criterion: k.ID}}}
}

// View draws head, table, the selected cell in words, and the legend.
func (m *matrix) View() string {
	if m.board == nil || m.width < 20 || m.height < 6 {
		return ""
	}
	t, th := m.env.Text, m.env.Theme
	if len(m.List) == 0 || len(m.board.Criteria) == 0 {
		return strings.Join(t.Wrap("The matrix shows every candidate against every criterion. There is none to show yet: candidates come in on the candidates page (i).", m.width), "\n")
	}
	what := "Your own ratings"
	if m.board.Revealed() {
		what = "The panel's ratings"
	}
	head := fmt.Sprintf("%s · %s · %s", what, model.Count(len(m.List), "candidate", "candidates"), m.order)
	out := []string{th.Faint.Render(t.Cut(head, m.width)), m.Table.View()}
	for range m.height - 1 - m.footHeight() - strings.Count(out[1], "\n") - 1 {
		out = append(out, "")
	}
	words := t.Wrap(m.words(), m.width)
	if n := m.footHeight() - 1; len(words) > n {
		words = part.Shorten(t, words, n, m.width)
	} else {
		words = append(words, make([]string, n-len(words))...)
	}
	out = append(out, words...)
	return strings.Join(append(out, th.Faint.Render(t.Cut(m.legend(), m.width))), "\n")
}

func (m *matrix) legend() string {
	s := fmt.Sprintf("✓ met  ✗ not met  u unclear  %s points  - cannot assess  · open", m.pointRanges())
	if m.shut {
		s = fmt.Sprintf("x recused  %s", s)
	}
	if m.board.Revealed() {
		s = fmt.Sprintf("= agreed  ≠ differ  2.3 mean  %s", s)
	}
	return s
}

// pointRanges are the lowest and the highest points of the scales in use: "0–4", or "0–4, 1–7" if there are several.
func (m *matrix) pointRanges() string {
	var out []string
	for _, k := range m.board.Criteria {
		least, most := k.Scale.Bounds()
		if r := fmt.Sprintf("%d–%d", least, most); k.Scale.Numbered() && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		least, most := model.GradedScale().Bounds()
		return fmt.Sprintf("%d–%d", least, most)
	}
	return strings.Join(out, ", ")
}

// words says the selected cell in words.
func (m *matrix) words() string {
	k, ok := m.criterion()
	if !ok {
		return strings.Join(m.board.ExplainPlace(m.At), " ")
	}
	if m.board.Recused(m.At) {
		return model.RecusedWords(m.At)
	}
	s := fmt.Sprintf("%s %s · %s %s: ", m.At, m.names.Name(m.At), m.board.Label(k.ID), kit.Clean(k.Text))
	if !m.board.Revealed() {
		return s + part.ValueWord(k.Scale, m.board.Own(m.At).Rating(k.ID).Value)
	}
	var parts []string
	for _, a := range m.board.Visible(m.At) {
		if v := a.Rating(k.ID).Value; m.board.Counts(a) {
			parts = append(parts, kit.Clean(m.board.MemberName(a.Member))+" "+part.ValueWord(k.Scale, v))
		}
	}
	if g, ok := m.board.Settled(m.At, k.ID); ok {
		parts = append(parts, fmt.Sprintf("agreed %s", part.ValueWord(k.Scale, g.Value)))
	}
	if len(parts) == 0 {
		return fmt.Sprintf("%snobody's rating counts", s)
	}
	return s + strings.Join(parts, ", ")
}
