package rate

// This file holds the declarations of interest: one quick pass through all candidates before the first file opens. It
// shows only what a member needs to see whether they know a candidate; for anonymous candidates see declare_names.go.

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

// declare is the list of candidates with the member's own declarations.
type declare struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID

	table    *widget.Table
	names    part.CandidateRows
	caseFile part.CaseFile
	list     []model.CandidateID
	at       model.CandidateID
	left     int
	asked    map[model.CandidateID]model.Interest // on its way to the disk
	columns  string
	sorted   []model.CandidateID // by name, if only names are shown
}

// NewDeclare is the page on which a member declares conflicts of interest.
func NewDeclare(env *kit.Env, r kit.Route) kit.Screen {
	return &declare{
		env: env, names: part.CandidateRows{File: env.File}, caseFile: part.CaseFile{File: env.File}, at: r.Candidate, asked: map[model.CandidateID]model.Interest{},
		table: widget.NewTable(env),
	}
}

func (s *declare) setColumns() {
	key := "numbers"
	columns := []widget.Column{
		{Title: "No", Width: 4}, {Title: "Name", Width: 18, Flex: 2}, {Title: "From", Width: 12, Flex: 1}, {Title: "You declared", Width: 14},
	}
	if s.byName() {
		key, columns = "names", []widget.Column{{Title: "Name, in the order of the alphabet", Width: 34, Flex: 1}, {Title: "You declared", Width: 14}}
	}
	if key != s.columns {
		s.columns = key
		s.table.SetColumns(columns)
	}
}

// Title names the page.
func (s *declare) Title() string { return "Conflicts of interest" }

// Refresh takes over the board.
func (s *declare) Refresh(b *model.View) []kit.Effect {
	s.board, s.me = b, s.env.Me
	s.names.Resize(b.Candidates)
	s.arrange()
	s.left = len(b.LeftToDeclare())
	for c, i := range s.asked {
		if b.Own(c).Interest == i {
			delete(s.asked, c)
		}
	}
	s.setColumns()
	s.table.SetRows(len(s.list), s.row)
	if s.at == 0 && len(s.list) > 0 {
		s.at = s.list[0]
		for _, c := range s.list { // in the order shown: any other would tell something
			if b.Own(c).Interest == "" {
				s.at = c
				break
			}
		}
	}
	s.table.Select(max(0, slices.Index(s.list, s.at)))
	return s.fetch()
}

func (s *declare) row(i int, cells []widget.Cell) {
	c := s.list[i]
	if s.byName() {
		cells[0].Text, cells[1] = s.names.Name(c), s.declared(c)
		return
	}
	cells[0].Text, cells[1].Text = c.String(), s.names.Name(c)
	if x := s.names.Of(c); x != nil {
		cells[2].Text = kit.Clean(strings.Join(x.Nationalities, " "))
	}
	cells[3] = s.declared(c)
}

func (s *declare) declared(c model.CandidateID) widget.Cell {
	th := s.env.Theme
	if _, pending := s.asked[c]; pending {
		return widget.Cell{Text: "…", Style: &th.Faint}
	}
	switch s.board.Own(c).Interest {
	case model.NoConflict:
		return widget.Cell{Text: "✓ none", Style: &th.Good}
	case model.Disclosed:
		return widget.Cell{Text: "! declared", Style: &th.Strong}
	case model.Recused:
		return widget.Cell{Text: "✗ recused", Style: &th.Warn}
	}
	return widget.Cell{Text: "· not yet", Style: &th.Faint}
}

// votes returns true if the viewer rates, and so declares.
func (s *declare) votes() bool { return part.RoleOf(s.env, s.board).Votes() }

func (s *declare) fetch() []kit.Effect {
	if s.byName() {
		if !s.votes() {
			return nil
		}
		return s.names.Prefetch()
	}
	first, n := s.table.Window()
	if first+n > len(s.list) {
		return nil
	}
	out := s.names.Request(s.list[first : first+n])
	if s.votes() {
		out = append(out, s.caseFile.Request(s.board, s.at, nil)...)
	}
	return out
}

// Resize gives the size of the body: two lines above the table, some below it.
func (s *declare) Resize(width, height int) {
	s.width, s.height = width, height
	s.table.Resize(width, max(2, height-2-s.footHeight()))
}

func (s *declare) footHeight() int { return max(4, s.height/3) }

// Update answers a message.
func (s *declare) Update(msg tea.Msg) []kit.Effect {
	if s.board == nil {
		return nil
	}
	if d, ok := msg.(kit.Done); ok {
		if s.caseFile.Take(d) {
			return nil
		}
		effects, _ := s.names.Take(d)
		if s.byName() && s.sorted == nil && s.names.Complete() {
			effects = append(effects, s.Refresh(s.board)...)
		}
		return append(effects, s.fetch()...)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if effects, ok := s.keys.Dispatch(k); ok {
			return effects
		}
	}
	if m, inside := widget.Shift(msg, 0, 2); inside {
		s.table.Update(m)
		s.keep()
		return s.fetch()
	}
	return nil
}

func (s *declare) keep() {
	if i := s.table.Selected(); i >= 0 && i < len(s.list) {
		s.at = s.list[i]
	}
}

// Keys are the keys that work here.
func (s *declare) Keys() []kit.Binding {
	if s.board == nil {
		return nil
	}
	return s.keys.Keep(s.actions(), part.MovingKeys()...)
}

func (s *declare) actions() []part.Action {
	none := ""
	if len(s.list) == 0 {
		none = "There is no candidate yet."
	}
	file := none
	if s.byName() {
		file = "A name does not lead to a file while candidates are anonymous: esc, then enter on a number."
	}
	may := func(i model.Interest) string {
		return part.FirstNonEmpty(none, part.Refusal(s.env, s.board, model.DeclareConflict{Candidate: max(1, s.at), Interest: i}))
	}
	rest := may(model.Recused)
	if rest == "" && s.left == 0 {
		rest = "You have declared for every candidate already."
	}
	return []part.Action{
		part.On(kit.NoneHere.Unless(may(model.NoConflict)), func() []kit.Effect { return s.declare(model.NoConflict) }),
		part.On(kit.Recuse.Unless(may(model.Recused)), s.recuse),
		part.On(part.TellKey.Unless(may(model.Recused)), func() []kit.Effect { return part.AskDisclosure(s.board, s.at, s.names.Name(s.at), s.onward) }),
		part.On(kit.NoneRest.Unless(rest), s.askRest),
		part.On(kit.Enter.As("assess", "Open the file and rate it.").Unless(file), func() []kit.Effect { return part.PushCase(kit.Assessment, s.at, 0) }),
	}
}

// recuse declares a conflict; it is asked about first if it cannot be taken back.
func (s *declare) recuse() []kit.Effect {
	if s.byName() {
		return s.askRecuseByName()
	}
	return s.declare(model.Recused)
}

// declare declares for the selected candidate and goes on to the next one that is left.
func (s *declare) declare(i model.Interest) []kit.Effect {
	out := declareFor(s.board, s.at, i, s.names.Name(s.at))
	if len(out) > 0 {
		s.asked[s.at] = i
	}
	s.onward()
	return append(out, s.fetch()...)
}

// onward goes to the next candidate for whom nothing is declared.
func (s *declare) onward() {
	n, at := len(s.list), slices.Index(s.list, s.at)
	for step := 1; step < n; step++ {
		c := s.list[(at+step)%n]
		if _, pending := s.asked[c]; !pending && s.board.Own(c).Interest == "" {
			s.at = c
			s.table.Select((at + step) % n)
			return
		}
	}
}

// declareFor declares for one candidate; nothing if that is declared already.
func declareFor(b *model.View, c model.CandidateID, i model.Interest, name string) []kit.Effect {
	if b.Own(c).Interest == i {
		return nil
	}
	note := fmt.Sprintf("No conflict of interest with %s.", c)
	switch {
	case b.Hidden() && i == model.Recused:
		note = "Recused: you neither read nor rate that file. The chair sees it."
	case b.Hidden():
		note = fmt.Sprintf("No conflict of interest with %s.", name)
	case i == model.Recused:
		note = fmt.Sprintf("Recused from %s: you neither read nor rate this file. The chair sees it; n takes it back.", c)
	}
	return []kit.Effect{kit.Submit{Command: model.DeclareConflict{Candidate: c, Interest: i}, Note: note}}
}

func (s *declare) askRest() []kit.Effect { return askDeclareRest(s.left) }

// askDeclareRest asks before declaring for all who are left: it is a statement about each of them.
func askDeclareRest(left int) []kit.Effect {
	return []kit.Effect{kit.Ask{
		Title: fmt.Sprintf("No conflict of interest with the %s left?", model.Count(left, "candidate", "candidates")),
		Text:  "You declare that you know none of them in a way that keeps you from judging freely. It stands in the history under your name, for each of them.",
		Answers: []kit.Answer{
			{Words: "Go through them"},
			{Words: "None for all the rest", Key: "N", Effects: []kit.Effect{
				kit.Submit{Command: model.DeclareRest{}, Note: "Declared for every candidate: the files are open to you."},
			}},
		},
	}}
}

// View draws the head, the table, and the facts from which a member sees whether they know the selected candidate.
func (s *declare) View() string {
	if s.board == nil || s.width < 20 || s.height < 8 {
		return ""
	}
	t, th := s.env.Text, s.env.Theme
	if s.byName() && !s.votes() {
		return strings.Join(append([]string{th.Strong.Render(t.Cut(s.head(), s.width))}, t.Wrap(s.asks()+" "+part.DisclosureWords(s.board), s.width)...), "\n")
	}
	if s.byName() && s.board.Candidates > 0 && len(s.list) == 0 {
		return "Reading the names…"
	}
	if len(s.list) == 0 {
		return strings.Join(t.Wrap("There is no candidate yet: declarations come once candidates are taken in.", s.width), "\n")
	}
	out := []string{th.Strong.Render(t.Cut(s.head(), s.width)), th.Faint.Render(t.Cut(s.asks(), s.width))}
	out = append(out, strings.Split(s.table.View(), "\n")...)
	for len(out) < s.height-s.footHeight() {
		out = append(out, "")
	}
	out = append(out, th.Border.Render(strings.Repeat("─", s.width)))
	lines := knowing(s.env, s.at, &s.names, &s.caseFile, s.width)
	if s.byName() {
		lines = t.Wrap(namesAlone, s.width)
	}
	if !s.votes() {
		lines = t.Wrap(part.DisclosureWords(s.board), s.width)
	}
	return strings.Join(append(out, part.Shorten(t, lines, s.footHeight()-1, s.width)...), "\n")
}

func (s *declare) head() string {
	if !s.votes() {
		return "Members who rate declare here whether they know a candidate."
	}
	n := len(s.list)
	return fmt.Sprintf("%d of %d declared %s", n-s.left, n, widget.Bar(n-s.left, n, 10))
}

func (s *declare) asks() string {
	switch {
	case s.board.Revealed():
		return "The ratings are revealed: a conflict found now goes to the chair, who notes it with the decision."
	case !s.votes():
		return "Who does not rate has nothing to declare."
	}
	return "Is there a conflict of interest? n none, r tell, X recuse, N none for the rest."
}

// knowing returns the facts from which a member sees whether they know a candidate: name, nationality and employers.
func knowing(env *kit.Env, c model.CandidateID, names *part.CandidateRows, f *part.CaseFile, width int) []string {
	who := c.String() + "  " + names.Name(c)
	if x := names.Of(c); x != nil && len(x.Nationalities) > 0 {
		who += "  (" + kit.Clean(strings.Join(x.Nationalities, ", ")) + ")"
	}
	out := env.Text.Wrap(who, width)
	switch {
	case f.Trouble != nil:
		return append(out, env.Text.Wrap(model.Explain(f.Trouble), width)...)
	case !f.Has(c):
		return append(out, "…")
	}
	var employers []string
	for _, j := range f.Dossier.Person.Facts.Jobs {
		if e := kit.Clean(j.Employer); e != "" && !slices.Contains(employers, e) {
			employers = append(employers, e)
		}
	}
	if len(employers) == 0 {
		return append(out, "The file names no employer.")
	}
	return append(out, env.Text.Wrap(fmt.Sprintf("Employers: %s", strings.Join(employers, "; ")), width)...)
}
