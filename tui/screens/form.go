package screens

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file holds the page of a form. Which one is shown stands in the path of the route.

// formMaker fills a form page. Its path is the first word of the path of the route.
type formMaker struct {
	path string
	fill func(p *formPage)
}

// formPage asks for something and hands it in. It stays open until that is stored, so that nothing typed is lost by a
// refusal.
type formPage struct {
	env   *kit.Env
	route kit.Route
	board *model.Board
	forms []formMaker

	title, text string
	form        *widget.Form
	done        func(*widget.Form) []kit.Effect
	// changed is called after every key, for a form that fills in by itself what follows from an answer.
	changed func(*widget.Form)

	width, height int
	top           []string // title and text, wrapped
}

// newForm shows the one of the forms that the route names.
func newForm(env *kit.Env, r kit.Route, forms []formMaker) kit.Screen {
	return &formPage{env: env, route: r, forms: forms, board: model.NewBoard()}
}

// Title is that of the form.
func (p *formPage) Title() string {
	if p.title == "" {
		return "Form"
	}
	return p.title
}

// Refresh makes the form once the board is known. What is typed stays when the board changes.
func (p *formPage) Refresh(b *model.Board) []kit.Effect {
	p.board = b
	if p.form != nil {
		return nil
	}
	path, _, _ := strings.Cut(p.route.Path, " ")
	for _, m := range p.forms {
		if m.path == path {
			m.fill(p)
		}
	}
	if p.form == nil {
		return []kit.Effect{kit.Pop{}, kit.Note{Text: "What this form was about is not there any more."}}
	}
	p.layout()
	return nil
}

// ask sets the form up.
func (p *formPage) ask(title, text string, done func(*widget.Form) []kit.Effect, fields ...widget.Field) {
	p.title, p.text, p.done = title, text, done
	p.form = widget.NewForm(p.env, fields...)
}

// keep is the change a form leads to; then the form closes.
func keep(c model.Command, note string) []kit.Effect {
	return []kit.Effect{kit.Submit{Command: c, Note: note, Then: []kit.Effect{kit.Pop{}}}}
}

// Resize gives the size.
func (p *formPage) Resize(width, height int) {
	p.width, p.height = width, height
	p.layout()
}

func (p *formPage) layout() {
	if p.form == nil {
		return
	}
	p.top = nil
	for _, l := range p.env.Text.Wrap(kit.Clean(p.text), p.width) {
		if l != "" {
			p.top = append(p.top, l)
		}
	}
	if len(p.top) > 4 {
		p.top = append(p.top[:3], p.env.Text.Cut(p.top[3]+" …", p.width))
	}
	if len(p.top) > 0 {
		p.top = append(p.top, "")
	}
	p.form.Resize(p.width, max(1, p.height-len(p.top)-2))
}

// Update edits the form.
func (p *formPage) Update(msg tea.Msg) []kit.Effect {
	msg, inside := widget.Shift(msg, 0, len(p.top))
	if _, answer := msg.(kit.Done); answer || !inside || p.form == nil {
		return nil
	}
	switch p.form.Update(msg) {
	case widget.Dropped:
		return []kit.Effect{kit.Pop{}}
	case widget.Chosen:
		return p.done(p.form)
	}
	if p.changed != nil {
		p.changed(p.form)
	}
	return nil
}

// Capturing is always so: the page takes text.
func (p *formPage) Capturing() bool { return true }

// Cursor is that of the field.
func (p *formPage) Cursor() *tea.Cursor {
	if p.form == nil {
		return nil
	}
	c := p.form.Cursor()
	if c != nil {
		c.Y += len(p.top)
	}
	return c
}

// Keys are those of any form.
func (p *formPage) Keys() []kit.Binding {
	return []kit.Binding{
		kit.Enter.As("next, save", "Go to the next field; at the last one keep what the form says."),
		kit.Save, widget.NextField, widget.PrevField,
		kit.Back.As("drop", "Leave the form and keep nothing of it."),
	}
}

// View draws the form.
func (p *formPage) View() string {
	if p.form == nil {
		return ""
	}
	keys := "enter goes on and saves at the last field · ctrl+s saves · esc drops"
	lines := append(slices.Clone(p.top), p.form.View(), "", p.env.Theme.Faint.Render(p.env.Text.Cut(keys, p.width)))
	return strings.Join(lines, "\n")
}

// submit is a change with what is said once it is stored.
func submit(c model.Command, note string) []kit.Effect {
	return []kit.Effect{kit.Submit{Command: c, Note: note}}
}

// form is the effect that shows a form.
func form(path string, k model.CriterionID) []kit.Effect {
	return []kit.Effect{kit.Push{Route: kit.Route{Screen: kit.Criterion, Criterion: k, Path: path}}}
}

// must refuses an empty answer with a sentence.
func must(says string) func(string) string {
	return func(v string) string {
		if strings.TrimSpace(v) == "" {
			return says
		}
		return ""
	}
}
