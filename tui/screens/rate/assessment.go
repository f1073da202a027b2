package rate

// This file holds the assessment screen: what it is about and how it moves. What it reads is in assessment_fetch.go,
// rating in assessment_rate.go, the panel after the reveal in assessment_panel.go, drawing in assessment_view.go.

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// assessment is one member's work on one candidate: criteria at the left, the candidate's file at the right. In a
// pass the left side lists the candidates for one criterion instead.
type assessment struct {
	env           *kit.Env
	keys          part.Actions
	width, height int
	board         *model.View
	me            model.MemberID

	order     []model.CandidateID
	candidate model.CandidateID
	pos       int // place of the candidate in the order
	wanted    model.CriterionID
	at        int // criterion in view
	pass      bool
	inFile    bool // the keys go to the file

	names    part.CandidateRows
	dossiers map[model.CandidateID]model.Dossier // the one in view and the next
	reading  model.CandidateID                   // whose file is being read
	fetched  int                                 // events on the board when texts were last fetched
	trouble  error

	waiting part.Waiting
	dropped int               // see kit.Env
	handing model.CandidateID // handed in, not stored yet

	finding  model.Finding
	terms    *part.Terms // of the criterion in view
	termsFor string
	// conditions are the findings on what stands outside the criteria.
	conditions []model.Finding
	laid       *part.FileSections // the file laid out, and whose
	laidFor    model.CandidateID
	file       part.FilePane
}

// NewAssessment is the page on which a member rates a candidate.
func NewAssessment(env *kit.Env, r kit.Route) kit.Screen {
	return &assessment{
		env: env, candidate: r.Candidate, wanted: r.Criterion, names: part.CandidateRows{File: env.File},
		dossiers: map[model.CandidateID]model.Dossier{}, me: env.Me, dropped: env.Dropped, file: part.FilePane{Mark: -1},
	}
}

// Title names the candidate.
func (a *assessment) Title() string {
	if a.candidate == 0 {
		return "Assessment"
	}
	return "Assessment " + a.candidate.String()
}

// Resize gives the size of the body.
func (a *assessment) Resize(width, height int) {
	a.width, a.height, a.laid = width, height, nil
	a.layout(true)
}

// Refresh takes over the board.
func (a *assessment) Refresh(b *model.View) []kit.Effect {
	if a.me != a.env.Me || a.dropped != a.env.Dropped {
		a.me, a.dropped, a.waiting, a.handing = a.env.Me, a.env.Dropped, nil, 0
	}
	first := a.board == nil
	a.trouble = nil // tried again
	a.board, a.order = b, b.Order()
	if a.names.Mask(b) {
		a.laid = nil
	}
	a.names.Resize(b.Candidates)
	a.waiting.DropStored(a.env, b)
	if a.candidate == 0 || int(a.candidate) > b.Candidates {
		a.candidate = a.unfinished(-1)
	}
	a.pos = place(a.order, a.candidate)
	a.at = max(0, min(a.at, len(b.Criteria)-1))
	if first {
		a.enter()
		for i, k := range b.Criteria {
			if k.ID == a.wanted {
				a.at = i
			}
		}
	}
	var out []kit.Effect
	if a.handing == a.candidate && a.handing != 0 && b.Own(a.candidate).State == model.Submitted {
		a.handing = 0
		out = a.onward()
	}
	a.layout(true)
	return append(out, a.fetch()...)
}

func place(order []model.CandidateID, c model.CandidateID) int {
	for i, x := range order {
		if x == c {
			return i
		}
	}
	return 0
}

// unfinished is the next candidate after a place of the order with work left for the member, else the first of all; 0
// if there is none.
func (a *assessment) unfinished(after int) model.CandidateID {
	n := len(a.order)
	for i := 1; i <= n; i++ {
		c := a.order[(after+i+n)%n]
		if x := a.board.Own(c); x.State != model.Submitted && x.Interest != model.Recused {
			return c
		}
	}
	if n > 0 {
		return a.order[0]
	}
	return 0
}

// onward goes to the next candidate with work left after one was handed in.
func (a *assessment) onward() []kit.Effect {
	next := a.unfinished(a.pos)
	if x := a.board.Own(next); next == a.candidate || x.State == model.Submitted || x.Interest == model.Recused {
		text := "You have handed in every candidate. The ratings stay yours until the reveal."
		if !part.OnChairDevice(a.env, a.board) {
			text = "You have handed in every candidate. Send them to the chair: b on the panel page, then w."
		}
		return []kit.Effect{kit.Note{Text: text}}
	}
	return a.show(place(a.order, next))
}

// show turns to the candidate at a place of the order.
func (a *assessment) show(pos int) []kit.Effect {
	if pos < 0 || pos >= len(a.order) || a.order[pos] == a.candidate {
		return nil
	}
	a.pos, a.candidate, a.handing = pos, a.order[pos], 0
	a.enter()
	a.layout(false)
	return a.fetch()
}

// enter puts the cursor on the first criterion that is open.
func (a *assessment) enter() {
	a.trouble = nil
	if a.pass {
		return
	}
	a.at = 0
	for i, k := range a.board.Criteria {
		if a.value(a.candidate, k.ID) == model.NotRated {
			a.at = i
			return
		}
	}
}

// layout works out the finding and lays out the file; same keeps the cursor if the same file is shown again.
func (a *assessment) layout(same bool) {
	if a.board == nil || a.width == 0 {
		return
	}
	d, ok := a.dossiers[a.candidate]
	k, has := a.criterion()
	if !ok || !has || a.shut() {
		a.finding, a.conditions = model.Finding{}, nil
		a.file.Set(nil)
		return
	}
	a.finding = a.board.ShownFinding(a.board.Finding(k, a.board.Own(a.candidate).Rating(k.ID), d.Person.Facts), d.Person)
	if w := max(10, a.rightWidth()-2); a.laid == nil || a.laidFor != a.candidate || a.laid.Width != w {
		a.laid, a.laidFor = part.LayFile(a.env.Text, w, a.board.Shown(d).Person), a.candidate
		if a.board.Hidden() {
			a.laid.Remark(model.ScrubbedWords)
		}
	}
	if a.termsFor != k.Text || a.terms == nil {
		a.terms, a.termsFor = part.TermsOf(k.Text), k.Text
	}
	a.conditions = a.board.ShownFindings(a.board.EligibilityFindings(d.Person.Facts), d.Person)
	lines := a.laid.LinesFor(k, a.board.Label(k.ID), a.finding.Finding, a.conditions)
	if same && len(a.file.Lines) > 0 {
		a.file.Swap(lines)
	} else {
		a.file.Set(lines)
	}
	a.file.Resize(a.fileHeight())
}

// criterion is the criterion in view.
func (a *assessment) criterion() (model.Criterion, bool) {
	if a.board == nil || a.at >= len(a.board.Criteria) {
		return model.Criterion{}, false
	}
	return a.board.Criteria[a.at], true
}

func (a *assessment) recused() bool { return a.board.Recused(a.candidate) }

// Update answers a message.
func (a *assessment) Update(msg tea.Msg) []kit.Effect {
	if a.board == nil || a.candidate == 0 {
		return nil
	}
	switch msg := msg.(type) {
	case kit.Done:
		return a.done(msg)
	case kit.Click:
		return a.click(msg)
	case kit.Wheel:
		return a.wheel(msg)
	case tea.KeyPressMsg:
		if effects, ok := a.keys.Dispatch(msg); ok {
			return effects
		}
		return a.move(msg)
	}
	return nil
}

// Back ends marking, then leaves the file, then the screen.
func (a *assessment) Back() ([]kit.Effect, bool) {
	switch {
	case a.file.Mark >= 0:
		a.file.Mark = -1
	case a.inFile:
		a.inFile = false
	default:
		return nil, false
	}
	return nil, true
}

// move moves within the side that has the keys; pages always turn the file.
func (a *assessment) move(msg tea.KeyPressMsg) []kit.Effect {
	by := 0
	switch {
	case kit.PageUp.Match(msg) && !a.inFile && !a.pass:
		a.file.Turn(-a.file.Height + 1)
	case kit.PageDown.Match(msg) && !a.inFile && !a.pass:
		a.file.Turn(a.file.Height - 1)
	case kit.Up.Match(msg):
		by = -1
	case kit.Down.Match(msg):
		by = 1
	case kit.PageUp.Match(msg):
		by = -max(1, a.file.Height-1)
	case kit.PageDown.Match(msg):
		by = max(1, a.file.Height-1)
	case kit.First.Match(msg):
		by = -1 << 30
	case kit.Last.Match(msg):
		by = 1 << 30
	case kit.Left.Match(msg):
		a.inFile = false
	case kit.Right.Match(msg):
		a.inFile = true
	}
	switch {
	case by == 0:
		return nil
	case a.inFile:
		a.file.Move(by)
		return nil
	case a.pass:
		return a.show(max(0, min(a.pos+by, len(a.order)-1)))
	}
	a.choose(a.at + by)
	return nil
}

// choose turns to a criterion.
func (a *assessment) choose(i int) {
	i = max(0, min(i, len(a.board.Criteria)-1))
	if i != a.at {
		a.at = i
		a.layout(false)
	}
}

func (a *assessment) click(m kit.Click) []kit.Effect {
	row := m.Y - 1
	if row < 0 {
		return nil
	}
	if m.X > a.leftWidth() {
		a.inFile = true
		if i := a.file.Top + row - a.aboveFile(); row >= a.aboveFile() && i < len(a.file.Lines) {
			a.file.At = a.file.Seek(i, 1)
		}
		return nil
	}
	a.inFile = false
	if a.pass {
		first, n := a.passWindow()
		if row -= 2; row >= 0 && row < n {
			return a.show(first + row)
		}
		return nil
	}
	for _, l := range a.leftRows(a.leftWidth(), a.height-1) {
		if row == 0 && l.criterion >= 0 {
			a.choose(l.criterion)
		}
		row--
	}
	return nil
}

func (a *assessment) wheel(m kit.Wheel) []kit.Effect {
	switch {
	case m.X > a.leftWidth():
		a.file.Turn(3 * m.By)
	case a.pass:
		return a.show(max(0, min(a.pos+m.By, len(a.order)-1)))
	default:
		a.choose(a.at + m.By)
	}
	return nil
}

// progress is how many criteria of the candidate are rated, what is on its way included.
func (a *assessment) progress() string {
	rated := 0
	for _, k := range a.board.Criteria {
		if a.value(a.candidate, k.ID) != model.NotRated {
			rated++
		}
	}
	return fmt.Sprintf("%d of %d rated", rated, len(a.board.Criteria))
}
