package panel

// This file holds the page of the panel: its members, what each may do, and how many assessments each has submitted. It
// never shows how a member rated.

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type panel struct {
	env     *kit.Env
	keys    part.Actions
	board   *model.View
	members []model.Member
	counts  map[model.MemberID]handedIn
	told    map[model.MemberID]bool // members who disclosed something about a candidate
	people  string                  // sentences on recusals, disclosures, and candidates with too few assessors
	table   *widget.Table

	width, height int
}

// handedIn is the progress of a member; seen is true if the viewer may see it.
type handedIn struct {
	done, of int
	seen     bool
}

// NewPanel returns the page with the members of the panel.
func NewPanel(env *kit.Env, _ kit.Route) kit.Screen {
	s := &panel{env: env, board: model.EmptyView()}
	s.table = widget.NewTable(env,
		widget.Column{Title: "Member", Width: 16, Flex: 2},
		widget.Column{Title: "Role", Width: 9},
		widget.Column{Title: "May", Width: 20, Flex: 1},
		widget.Column{Title: "Submitted", Width: 18},
		widget.Column{Title: "PIN", Width: 3},
	)
	return s
}

// Title returns the title of the page.
func (s *panel) Title() string { return "Panel" }

// Refresh shows a newer board.
func (s *panel) Refresh(b *model.View) []kit.Effect {
	s.board, s.members, s.counts = b, b.Panel(), map[model.MemberID]handedIn{}
	s.told, s.people = part.WhoDisclosed(b), strings.TrimSpace(part.DisclosureWords(b))
	for _, m := range s.members {
		done, of, seen := b.HandedIn(m.ID)
		s.counts[m.ID] = handedIn{done, of, seen}
	}
	first := s.table.Rows() == 0
	s.table.SetRows(len(s.members), s.row)
	if me := slices.IndexFunc(s.members, func(m model.Member) bool { return m.ID == s.env.Me }); first && me >= 0 {
		s.table.Select(me)
	}
	s.layout()
	return nil
}

func (s *panel) row(i int, c []widget.Cell) {
	m := s.members[i]
	c[0].Text = kit.Clean(m.Name)
	if m.ID == s.env.Me {
		c[0].Text += " (you)"
	}
	c[1].Text, c[2].Text = m.Role.Words(), m.Role.Description()
	if s.hasPIN(m.ID) {
		c[4].Text = "yes"
	}
	switch n := s.counts[m.ID]; {
	case !m.Role.Votes():
		c[3] = widget.Cell{Text: "–", Style: &s.env.Theme.Faint}
	case !n.seen || s.away() && m.ID != s.env.Me:
		c[3] = widget.Cell{Text: "the chair knows", Style: &s.env.Theme.Faint}
	case s.board.Candidates == 0:
		c[3] = widget.Cell{Text: "no candidates yet", Style: &s.env.Theme.Faint}
	default:
		c[3].Text = widget.Meter(n.done, n.of, 18)
	}
}

// away returns true if this laptop does not know what others submitted.
func (s *panel) away() bool {
	return s.env.File != nil && !s.board.IsChairDevice(s.env.File.Device()) && !s.board.Revealed()
}

// Resize sets the size.
func (s *panel) Resize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *panel) layout() { s.table.Resize(s.width, max(2, s.height-len(s.foot())-len(s.head()))) }

// selected returns the selected member.
func (s *panel) selected() (model.Member, bool) {
	i := s.table.Selected()
	if i < 0 || i >= len(s.members) {
		return model.Member{}, false
	}
	return s.members[i], true
}

func (s *panel) actions() []part.Action {
	run := part.WhyNotRun(s.env, s.board)
	one := run
	m, ok := s.selected()
	if one == "" && !ok {
		one = "There is nobody on the panel yet: a adds the chair."
	}
	gone := one
	if gone == "" && m.ID == s.env.Me {
		gone = "You cannot take yourself off the panel: another chair has to."
	}
	return []part.Action{
		part.On(kit.Add.As("add", "Put somebody on the panel.").Unless(run), func() []kit.Effect { return part.PushForm(formMember, 0) }),
		part.On(kit.Words.As("change", "Correct the name or the role.").Unless(one), func() []kit.Effect {
			return part.PushForm(formMember+" "+string(m.ID), 0)
		}),
		part.On(kit.Remove.As("take off", "Take somebody off the panel.").Unless(gone), func() []kit.Effect { return removeMember(m) }),
		part.On(kit.GiveBack.Unless(part.FirstNonEmpty(one, s.whyNotReturn(m))), func() []kit.Effect { return s.askReturn(m) }),
		part.On(kit.Enter.As("declarations", "Read what the member declared about candidates.").Unless(s.whyNoWords(m)), func() []kit.Effect {
			return part.ReadDisclosures(s.env, s.board, m.ID)
		}),
		part.On(kit.Declare, func() []kit.Effect { return part.PushCase(kit.Interests, 0, 0) }),
		part.On(kit.BundlesKey, func() []kit.Effect { return part.PushCase(kit.Bundles, 0, 0) }),
		s.pinAction(m, ok),
		part.Emit(kit.WhoKey, kit.Who{}),
	}
}

// whyNoWords says why no declaration of a member can be read; empty if one can.
func (s *panel) whyNoWords(m model.Member) string {
	switch {
	case s.env.File == nil || m.ID == "":
		return "There is nobody to read about."
	case !s.board.SeesRecusals():
		return "Until the reveal chair and secretary alone read what members declared."
	case !s.told[m.ID]:
		return kit.Clean(m.Name) + " told nothing about a candidate and is not recused from anybody."
	}
	return ""
}

func removeMember(m model.Member) []kit.Effect {
	text := "What " + kit.Clean(m.Name) + " did stays in the history; ratings no longer count."
	if m.Role.Votes() {
		text += " The candidates they rated may be left with too few assessors."
	}
	return []kit.Effect{kit.Ask{Title: "Take " + kit.Clean(m.Name) + " off the panel?", Text: text, Answers: []kit.Answer{
		{Words: "Keep", Key: "k"},
		{Words: "Take off", Key: "t", Effects: part.Submit(model.RemoveMember{Member: m.ID}, kit.Clean(m.Name)+" is off the panel.")},
	}}}
}

// Update handles keys and mouse.
func (s *panel) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case kit.Done:
		if msg.Err != nil {
			return []kit.Effect{kit.Fail{Err: msg.Err}}
		}
		if words, ok := msg.Value.(string); ok && msg.Key == part.DisclosedKey {
			return []kit.Effect{kit.Ask{Title: "Declared", Text: words, Answers: []kit.Answer{{Words: "Close"}}}}
		}
	case tea.KeyPressMsg:
		if effects, ok := s.keys.Dispatch(msg); ok {
			return effects
		}
	}
	if m, inside := widget.Shift(msg, 0, len(s.head())); inside {
		s.table.Update(m)
	}
	return nil
}

// Keys returns the keys of the page.
func (s *panel) Keys() []kit.Binding { return s.keys.Keep(s.actions(), part.MovingKeys()...) }

func (s *panel) head() []string {
	if len(s.members) > 0 {
		return nil
	}
	return append(s.env.Text.Wrap("Nobody is on the panel yet. Its first member is the chair: a adds them.", max(1, s.width)), "")
}

// foot says what the panel still needs.
func (s *panel) foot() []string {
	text := "Members rate alone: until the reveal each sees their own ratings only. Chair and secretary see here how many each submitted, never what."
	if s.away() {
		text = "Members rate alone: until the reveal each sees their own ratings only. How many each submitted is seen on the chair's laptop, never what."
	}
	if n := len(s.board.Raters()); n > 0 && n < s.board.Rules.MinAssessors {
		text = fmt.Sprintf("The rules ask for at least %s a candidate; only %d can rate. ", model.Count(s.board.Rules.MinAssessors, "assessor", "assessors"), n) + text
	}
	if len(s.members) > 1 && s.whyNoPIN() == "" && !s.hasPIN(s.env.Me) {
		text += " Who takes turns at this laptop may set a PIN (#), which keeps the others out."
	}
	if s.people != "" {
		text = s.people + " " + text
	}
	return append([]string{""}, s.env.Text.Wrap(text, max(1, s.width))...)
}

// View draws the page.
func (s *panel) View() string {
	lines := s.head()
	lines = append(lines, strings.Split(s.table.View(), "\n")...)
	for _, l := range s.foot() {
		lines = append(lines, s.env.Theme.Faint.Render(l))
	}
	return strings.Join(lines, "\n")
}

// formMember puts somebody on the panel; "member M2" changes a member.
const formMember = "member"

// Forms lists the forms of the panel.
func Forms() []part.FormMaker { return []part.FormMaker{{Path: formMember, Fill: memberForm}} }

// memberForm puts somebody on the panel, or corrects a name or role.
func memberForm(p *part.FormPage) {
	_, id, change := strings.Cut(p.Route.Path, " ")
	m := model.Member{Role: model.RoleMember}
	if len(p.Board.Members) == 0 {
		m.Role = model.Chair
	}
	if change {
		x := p.Board.Member(model.MemberID(id))
		if x == nil {
			return
		}
		m = *x
	}
	roles := part.OptionsOf(model.Roles())
	for i, r := range model.Roles() {
		roles[i].Description = "This role " + r.Description() + "."
	}
	title, text := "New member", "For somebody who takes turns on this laptop: @ switches who is working. Who works on a laptop of their own sends you a card: b on the panel page, then a, takes it in."
	if change {
		title, text = "Change "+kit.Clean(m.Name), "Ratings that were given stay; the role says what happens from now on."
	}
	p.Ask(title, text, func(f *widget.Form) []kit.Effect {
		if change {
			return part.SubmitAndClose(model.ChangeMember{Member: m.ID, Name: f.Value("name"), Role: model.Role(f.Value("role"))}, "Changed.")
		}
		return part.SubmitAndClose(model.AddMember{Name: f.Value("name"), Role: model.Role(f.Value("role"))}, f.Value("name")+" is on the panel.")
	},
		widget.Field{Name: "name", Label: "Name", Value: m.Name, Check: memberName, Description: "As it is to stand in the reports."},
		widget.Field{Name: "role", Label: "Role", Value: vocab.Wire(m.Role), Options: roles},
	)
}

// memberName refuses what is no name; for a pasted card it says where cards go.
func memberName(text string) string {
	if strings.HasPrefix(strings.TrimSpace(text), "shortlist-card") {
		return "This is a card: esc, then b and a on the panel page take it in."
	}
	return part.Required("A member needs a name.")(text)
}
