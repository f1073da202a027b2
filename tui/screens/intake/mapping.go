package intake

// This file asks what the columns of a file are: each with its name, some values and a guess with its reason, and the
// first candidates as they would come in. What is confirmed is remembered for every file with the same first row.

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// previewed is how many candidates are shown as they would come in.
const previewed = 5

type mappingPage struct {
	env     *kit.Env
	keys    part.Actions
	board   *model.View
	path    string
	header  model.Header
	mapping model.Mapping
	fields  []string
	loaded  bool
	table   *widget.Table
	people  []model.IntakeRow // as they would come in
	wait    string
	err     error

	width, height int
}

// Keys of the work of this page.
const (
	readHeader  = "header"
	readPreview = "preview"
	keepMapping = "keep"
)

// NewMapping is the page that says what the columns of a file mean; the path of the route names the file.
func NewMapping(env *kit.Env, r kit.Route) kit.Screen {
	p := &mappingPage{env: env, board: model.EmptyView(), path: r.Path, wait: "Reading the first rows …"}
	p.table = widget.NewTable(env,
		widget.Column{Title: "Column of the file", Width: 16, Flex: 2},
		widget.Column{Title: "Values", Width: 20, Flex: 3},
		widget.Column{Title: "Becomes", Width: 18, Flex: 1},
		widget.Column{Title: "Sure", Width: 4, Right: true},
	)
	return p
}

// Title is that of the page.
func (p *mappingPage) Title() string { return "Columns" }

// Refresh reads the first rows once.
func (p *mappingPage) Refresh(b *model.View) []kit.Effect {
	if p.board = b; p.loaded {
		return nil
	}
	p.loaded = true
	library, path := p.env.Library, p.path
	return []kit.Effect{kit.Run{Key: readHeader, Label: "Reading the first rows", Cancel: true, Work: func(context.Context, func(string)) (any, error) {
		h, err := library.Header(path)
		return columnsRead{h, library.Fields()}, err
	}}}
}

// columnsRead is what is known of the columns.
type columnsRead struct {
	header model.Header
	fields []string
}

// preview reads the first candidates as they would come in.
func (p *mappingPage) preview() []kit.Effect {
	library, path, m := p.env.Library, p.path, p.mapping
	return []kit.Effect{kit.Run{Key: readPreview, Label: "Reading the first candidates", Cancel: true, Work: func(ctx context.Context, _ func(string)) (any, error) {
		in, err := library.ReadCandidatesAs(path, m)
		if err != nil {
			return nil, err
		}
		var out []model.IntakeRow
		for r := range in.Rows {
			if r.Person.Reference != "" || r.Bad() {
				out = append(out, r)
			}
			if len(out) == previewed || ctx.Err() != nil {
				break
			}
		}
		return out, ctx.Err()
	}}}
}

// Update handles keys, mouse and answers.
func (p *mappingPage) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case kit.Done:
		return p.done(msg)
	case tea.KeyPressMsg:
		if effects, ok := p.keys.Dispatch(msg); ok {
			return effects
		}
	}
	m, inside := widget.Shift(msg, 0, len(p.top()))
	if !inside {
		return nil
	}
	if p.table.Update(m) == widget.Chosen {
		return p.change()
	}
	p.layout()
	return nil
}

func (p *mappingPage) done(d kit.Done) []kit.Effect {
	p.wait = ""
	defer p.layout()
	if d.Err != nil {
		p.err = d.Err
		return nil
	}
	p.err = nil
	switch v := d.Value.(type) {
	case columnsRead:
		p.header, p.mapping, p.fields = v.header, v.header.Mapping, v.fields
		p.mapping.Columns = slices.Clone(p.mapping.Columns)
		p.show()
		return p.preview()
	case model.Mapping:
		p.mapping, p.people = v, nil
		p.show()
		return p.preview()
	case []model.IntakeRow:
		p.people = v
	default:
		if d.Key == keepMapping {
			return []kit.Effect{kit.Replace{Route: kit.Route{Screen: kit.Import, Path: givenFile + p.path}}}
		}
	}
	return nil
}

// extra is a question about the file as a whole, below its columns.
type extra struct {
	name, says string
	answers    [][2]string // value and words
	value      func(*model.Mapping) *string
}

func (p *mappingPage) extras() []extra {
	list := []extra{{
		"Order in dates", "03/04/2019: which comes first, where a date could mean two days?",
		[][2]string{{"", "by their column"}, {"dmy", "day first"}, {"mdy", "month first"}},
		func(m *model.Mapping) *string { return &m.Dates },
	}, {
		"Language scale", "On which scale are they, where no column says it?",
		[][2]string{{"", "as written"}, {"nato", "NATO I to VI"}, {"cefr", "CEFR A1 to C2"}, {"slp", "STANAG 6001"}, {"words", "words"}},
		func(m *model.Mapping) *string { return &m.Scale },
	}}
	for _, c := range p.mapping.Columns {
		if c.Field == "reference" {
			return list
		}
	}
	return append([]extra{{
		"Without a reference", "What tells one candidate from another? With row numbers a later export cannot be recognised.",
		[][2]string{{"", "nothing yet"}, {"email", "e-mail address"}, {"number", "number of the row"}},
		func(m *model.Mapping) *string { return &m.Reference },
	}}, list...)
}

func (e extra) words(m model.Mapping) string {
	for _, a := range e.answers {
		if a[0] == *e.value(&m) {
			return a[1]
		}
	}
	return *e.value(&m)
}

func (p *mappingPage) show() {
	p.table.SetRows(len(p.header.Columns)+len(p.extras()), p.row)
}

func (p *mappingPage) row(i int, c []widget.Cell) {
	if i >= len(p.header.Columns) {
		e := p.extras()[i-len(p.header.Columns)]
		c[0], c[1].Text, c[2].Text = widget.Cell{Text: e.name, Style: &p.env.Theme.Strong}, e.says, e.words(p.mapping)
		return
	}
	g := p.header.Columns[i]
	c[0].Text = kit.Clean(g.Name)
	if g.Name == "" {
		c[0] = widget.Cell{Text: fmt.Sprintf("(column %d, no name)", g.Place), Style: &p.env.Theme.Faint}
	}
	c[1] = widget.Cell{Text: p.samples(g), Style: &p.env.Theme.Faint}
	field := p.mapping.Columns[i].Field
	c[2].Text = fieldWords(field)
	switch {
	case field == "":
		c[2].Style = &p.env.Theme.Faint
	case field == g.Field:
		c[3].Text = strconv.Itoa(g.Percent)
	default:
		c[3].Text = "you"
	}
}

// samples are the first values of a column; while candidates are anonymous they would tell whose reference is whose.
func (p *mappingPage) samples(g model.ColumnGuess) string {
	if p.board.Hidden() {
		return "(hidden until the reveal)"
	}
	return kit.Clean(strings.Join(g.Samples, " · "))
}

// fieldWords is a field as people say it: "job 2: employer".
func fieldWords(field string) string {
	if field == "" {
		return "– left out"
	}
	if number, what, ok := strings.Cut(strings.TrimPrefix(field, "job"), "_"); ok && strings.HasPrefix(field, "job") {
		return "job " + number + ": " + strings.ReplaceAll(what, "_", " ")
	}
	switch field {
	case "en", "fr":
		return map[string]string{"en": "English", "fr": "French"}[field]
	case "birth_date":
		return "birth date (year)"
	}
	return strings.ReplaceAll(field, "_", " ")
}

// change lets the user choose what the selected column becomes.
func (p *mappingPage) change() []kit.Effect {
	i := p.table.Selected()
	if i < 0 {
		return nil
	}
	if i >= len(p.header.Columns) {
		return p.changeExtra(p.extras()[i-len(p.header.Columns)])
	}
	g := p.header.Columns[i]
	answers := []kit.Answer{{Words: fieldWords(""), Says: "The column is not read.", Effects: p.set(i, "")}}
	for _, f := range p.fields {
		says := ""
		if f == g.Field {
			says = "The guess."
		}
		answers = append(answers, kit.Answer{Words: fieldWords(f), Says: says, Effects: p.set(i, f)})
	}
	return []kit.Effect{kit.Choose{
		Title: "What is “" + p.env.Text.Cut(kit.Clean(g.Name), 40) + "”?", Text: p.samples(g), Answers: answers,
	}}
}

func (p *mappingPage) changeExtra(e extra) []kit.Effect {
	var answers []kit.Answer
	for _, a := range e.answers {
		m := p.mapping
		*e.value(&m) = a[0]
		answers = append(answers, kit.Answer{Words: a[1], Effects: p.take(m)})
	}
	return []kit.Effect{kit.Choose{Title: e.name, Text: e.says, Answers: answers}}
}

// set is what follows from giving a column a field: another column that had it is left out.
func (p *mappingPage) set(i int, field string) []kit.Effect {
	m := p.mapping
	m.Columns = slices.Clone(m.Columns)
	for j := range m.Columns {
		if m.Columns[j].Field == field && field != "statement" {
			m.Columns[j].Field = ""
		}
	}
	m.Columns[i].Field = field
	return p.take(m)
}

// take is the effect that makes a mapping the one of the page.
func (p *mappingPage) take(m model.Mapping) []kit.Effect {
	return []kit.Effect{kit.Run{Key: "mapped", Work: func(context.Context, func(string)) (any, error) { return m, nil }}}
}

func (p *mappingPage) actions() []part.Action {
	return []part.Action{
		part.On(kit.Enter.As("go on", "Keep this for files with the same first row, and check the file.").Unless(p.whyNot()), p.keep),
		part.On(kit.Type.As("change", "Choose what the selected column becomes."), p.change),
	}
}

func (p *mappingPage) whyNot() string {
	switch {
	case p.wait != "":
		return "Wait until the file is read."
	case len(p.header.Columns) == 0:
		return "The file has no columns to explain. esc goes back."
	case p.mapping.Reference != "":
		return ""
	}
	for _, c := range p.mapping.Columns {
		if c.Field == "reference" {
			return ""
		}
	}
	return "Say first what tells one candidate from another: a column as reference, or the line below the columns."
}

// keep remembers the mapping; then the import goes on.
func (p *mappingPage) keep() []kit.Effect {
	library, h, m := p.env.Library, p.header, p.mapping
	for _, c := range m.Columns {
		if c.Field == "reference" {
			m.Reference = ""
		}
	}
	p.wait = "Keeping what the columns are …"
	return []kit.Effect{kit.Run{Key: keepMapping, Label: "Keeping what the columns are", Work: func(context.Context, func(string)) (any, error) {
		return nil, library.Remember(h, m)
	}}}
}

// Back goes to the choice of a file.
func (p *mappingPage) Back() ([]kit.Effect, bool) {
	return []kit.Effect{kit.Replace{Route: kit.Route{Screen: kit.Import, Path: filepath.Dir(p.path)}}}, true
}

// Keys are those of the page.
func (p *mappingPage) Keys() []kit.Binding {
	return p.keys.Keep(p.actions(), append([]kit.Binding{kit.Back}, part.MovingKeys()...)...)
}

// Resize gives the size.
func (p *mappingPage) Resize(width, height int) {
	p.width, p.height = width, height
	p.layout()
}

func (p *mappingPage) layout() {
	p.table.Resize(p.width, max(3, p.height-len(p.top())-len(p.bottom())))
}
