package lists

// This file holds the list of candidates. What it draws is in candidates_view.go. It shows nothing of other members'
// ratings: findings, own progress, and what everybody knows.

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// candidates is the list in the member's own order, or another.
type candidates struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID

	part.CandidateTable
	names    part.CandidateRows
	findings part.FindingCache
	find     part.FilterLine
	terms    []findingTerm  // what the filter says of findings
	groups   *findingGroups // how many have which finding, while that is shown
	order    listOrder
	sorting  bool
	sorted   []model.CandidateID // all, in the order chosen
	handed   int                 // own assessments handed in
	// toDeclare is on how many the member has to declare before reading; short are those with too few assessors left, as
	// chair and secretary see them.
	toDeclare int
	short     map[model.CandidateID]int
	total     int // candidates and criteria when the list was last made
	columns   string
}

const sortKey = "sort by name"

// NewCandidates is the list of the candidates.
func NewCandidates(env *kit.Env, r kit.Route) kit.Screen {
	return &candidates{
		env: env, CandidateTable: part.CandidateTable{Table: widget.NewTable(env), At: r.Candidate}, names: part.CandidateRows{File: env.File}, me: env.Me,
		find: part.NewFilterLine(env, findHint),
	}
}

// Title names the page.
func (c *candidates) Title() string { return "Candidates" }

// Refresh takes over the board.
func (c *candidates) Refresh(b *model.View) []kit.Effect {
	c.board, c.me = b, c.env.Me
	if c.names.Mask(b) {
		c.whatFinds()
	}
	c.names.Resize(b.Candidates)
	c.findings.Refresh(b)
	c.toDeclare = 0
	if b.Rules.Declarations && !b.Revealed() && part.RoleOf(c.env, b).Votes() {
		c.toDeclare = len(b.LeftToDeclare())
	}
	_, c.short = b.Short()
	c.handed = 0
	for a := range b.EachOwn() {
		if a.State == model.Submitted {
			c.handed++
		}
	}
	c.setColumns()
	if c.groups != nil {
		c.groups.refresh(b, &c.findings)
	}
	if c.sorted == nil || c.total != b.Candidates {
		c.total = b.Candidates
		return append(c.sort(), c.fetch()...)
	}
	return c.fetch()
}

// whatFinds says what the filter goes by; a hidden name neither finds nor orders anybody.
func (c *candidates) whatFinds() {
	c.find.Input.Hint = findHint
	if c.names.Hidden {
		c.find.Input.Hint = "reference, number, or a finding: E2:~"
	}
	if c.order == byName {
		c.order, c.sorted = ownOrder, nil
	}
}

const findHint = "name, reference, number, nationality, or a finding: E2:~"

// Resize gives the size of the body.
func (c *candidates) Resize(width, height int) {
	c.width, c.height = width, height
	c.find.Resize(width)
	if c.groups != nil {
		c.groups.resize(width, height)
	}
	c.layout()
}

func (c *candidates) layout() { c.Table.Resize(c.width, max(0, c.height-c.headHeight())) }

// headHeight is the number of lines above the table.
func (c *candidates) headHeight() int {
	if c.find.Shown() {
		return 2
	}
	return 1
}

// filter lists those that have the words and the findings; the selection stays on its candidate if that one is
// listed.
func (c *candidates) filter() {
	var words []string
	c.terms, words = findingTerms(c.board, c.find)
	if len(c.terms) == 0 && len(words) == 0 {
		c.List = c.sorted
	} else {
		c.List = nil
		var hit []bool
		if len(words) > 0 {
			hit = c.names.Search(words)
		}
		for _, id := range c.sorted {
			if (hit == nil || hit[id-1]) && hasFindings(c.findings.Of(id), c.terms) {
				c.List = append(c.List, id)
			}
		}
	}
	c.Show(c.row)
}

// fetch asks for what is in view and not known, with a margin of a page.
func (c *candidates) fetch() []kit.Effect {
	first, n := c.Table.Window()
	from, to := max(0, first-n), min(len(c.List), first+2*n)
	if from >= to || first+n > len(c.List) {
		return c.fill()
	}
	out := c.names.Request(c.List[first : first+n])
	out = append(out, c.findings.Request(c.env.File, c.board, c.List[first:first+n])...)
	if out == nil {
		out = append(c.names.Request(c.List[from:to]), c.fill()...)
	}
	return out
}

// fill works out the findings of those not in view, and reads names that a filter looks through.
func (c *candidates) fill() []kit.Effect {
	if c.board == nil {
		return nil
	}
	c.findings.Awaited = len(c.terms) > 0 || c.groups != nil || c.order == byExperience
	return c.findings.Prefetch(c.env.File, c.board)
}

// done takes over an answer.
func (c *candidates) done(d kit.Done) []kit.Effect {
	if d.Key == sortKey {
		if got, ok := d.Value.([]model.CandidateID); ok && len(got) == c.board.Candidates && c.order == byName {
			c.sorted, c.sorting = got, false
			c.filter()
		}
		return c.fetch()
	}
	if effects, ok := c.findings.Take(d); ok {
		return append(append(effects, c.found(d)...), c.fetch()...)
	}
	effects, ok := c.names.Take(d)
	if !ok {
		return nil
	}
	if d.Key == part.RowsShown {
		effects = append(effects, c.names.Prefetch()...)
	} else if c.find.Filters() {
		c.filter()
	}
	if c.sorting && c.names.Complete() {
		effects = append(effects, c.sortNames()...)
	}
	return append(effects, c.fetch()...)
}

// found brings what was worked out into a list that is filtered or ordered by it.
func (c *candidates) found(d kit.Done) []kit.Effect {
	if c.groups != nil {
		c.groups.refresh(c.board, &c.findings)
	}
	switch {
	case c.order == byExperience && c.sorting && c.findings.Complete():
		return c.sort()
	case len(c.terms) > 0 && d.Key == part.FindingsRestKey:
		c.filter()
	}
	return nil
}

// Update answers a message.
func (c *candidates) Update(msg tea.Msg) []kit.Effect {
	if c.board == nil {
		return nil
	}
	if d, ok := msg.(kit.Done); ok {
		return c.done(d)
	}
	if c.groups != nil {
		return c.inGroups(msg)
	}
	if taken, changed := c.find.Update(msg); taken {
		c.layout()
		if changed {
			c.filter()
			return append(c.names.Prefetch(), c.fetch()...)
		}
		return c.fetch()
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := c.keys.Dispatch(k); ok {
			return effects
		}
	}
	msg, inside := widget.Shift(msg, 0, c.headHeight())
	if !inside {
		return nil
	}
	act := c.Table.Update(msg)
	c.Keep()
	if act == widget.Chosen {
		return c.open()
	}
	return c.fetch()
}

// Keys are the keys that work here.
func (c *candidates) Keys() []kit.Binding {
	if c.board == nil {
		return nil
	}
	if c.groups != nil {
		return c.keys.Keep(c.groupActions(), append(part.MovingKeys(), kit.Left, kit.Right)...)
	}
	return c.keys.Keep(c.actions(), append(part.MovingKeys(), kit.Left, kit.Right)...)
}

func (c *candidates) actions() []part.Action {
	none := ""
	if len(c.List) == 0 {
		none = "There is no candidate in the list."
	}
	return []part.Action{
		part.On(kit.Enter.As("assess", "Open the file and rate it.").Unless(none), c.open),
		part.On(kit.Filter, func() []kit.Effect { c.find.Start(); c.layout(); return nil }),
		part.On(kit.Sort, c.nextOrder),
		part.On(kit.Groups.Unless(c.whyNoGroups()), c.showGroups),
		part.On(kit.Declare, func() []kit.Effect { return part.PushCase(kit.Interests, 0, 0) }),
		c.submitAction(),
		part.Emit(kit.ImportK.Unless(part.WhyNotRun(c.env, c.board)), kit.Push{Route: kit.Route{Screen: kit.Import}}),
		part.Emit(kit.ExportK, kit.Push{Route: kit.Route{Screen: kit.Export}}),
		part.Emit(kit.SheetKey, kit.Push{Route: kit.Route{Screen: kit.Sheet}}),
	}
}

func (c *candidates) open() []kit.Effect {
	if c.At == 0 || len(c.List) == 0 {
		return nil
	}
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Assessment, Candidate: c.At}}}
}

// Back closes the groups, then clears the filter.
func (c *candidates) Back() ([]kit.Effect, bool) {
	if c.groups != nil {
		c.groups = nil
		return c.fetch(), true
	}
	if !c.find.Close() {
		return nil, false
	}
	c.layout()
	c.filter()
	return c.fetch(), true
}

// Capturing returns true if words are being typed.
func (c *candidates) Capturing() bool { return c.find.Open }

// Cursor is where the words are typed.
func (c *candidates) Cursor() *tea.Cursor { return c.find.Cursor(1) }

// head tells how many are listed, in which order, and how far the member is.
func (c *candidates) head() string {
	s := model.Count(c.board.Candidates, "candidate", "candidates") + " · " + c.order.String()
	if c.sorting {
		s += " (sorting…)"
	}
	if m := c.board.Member(c.me); m != nil && m.Role.Votes() && !c.board.Revealed() {
		s += fmt.Sprintf(" · %d handed in", c.handed)
		if n := c.toDeclare; n > 0 {
			s += fmt.Sprintf(" · %d to declare (I)", n)
		}
	}
	if c.board.Hidden() {
		s += " · anonymous until the reveal, in free text as far as names are found"
	}
	if c.find.Filters() {
		s += fmt.Sprintf(" · %d found", len(c.List))
		if len(c.terms) > 0 && !c.findings.Complete() {
			s += fmt.Sprintf(", findings of %d worked out", c.findings.Known)
		} else if !c.names.Complete() {
			s += fmt.Sprintf(" in the first %d read", int(c.names.Next))
		}
	}
	legend := findingLegend
	if room := c.width - c.env.Text.Width(s) - 2; room >= c.env.Text.Width(legend) {
		s += "  " + c.env.Text.FitRight(legend, room)
	}
	return s
}
