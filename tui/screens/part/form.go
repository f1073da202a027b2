package part

// This file holds the page of a form. Which one is shown stands in the path of the route.

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/vocab"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// FormMaker fills a form page. Its path is the first word of the path of the route.
type FormMaker struct {
	Path string
	Fill func(p *FormPage)
}

// FormPage asks for something and hands it in. It stays open until that is stored, so that nothing typed is lost by a
// refusal.
type FormPage struct {
	env   *kit.Env
	Route kit.Route
	Board *model.View
	forms []FormMaker

	title, text string
	Form        *widget.Form
	done        func(*widget.Form) []kit.Effect
	// Changed is called after every key, for a form that fills in by itself what follows from an answer.
	Changed func(*widget.Form)

	width, height int
	top           []string // title and text, wrapped
}

// NewForm shows the one of the forms that the route names.
func NewForm(env *kit.Env, r kit.Route, forms []FormMaker) kit.Screen {
	return &FormPage{env: env, Route: r, forms: forms, Board: model.EmptyView()}
}

// Title is that of the form.
func (p *FormPage) Title() string {
	if p.title == "" {
		return "Form"
	}
	return p.title
}

// Refresh makes the form once the board is known. What is typed stays when the board changes.
func (p *FormPage) Refresh(b *model.View) []kit.Effect {
	p.Board = b
	if p.Form != nil {
		return nil
	}
	path, _, _ := strings.Cut(p.Route.Path, " ")
	for _, m := range p.forms {
		if m.Path == path {
			m.Fill(p)
		}
	}
	if p.Form == nil {
		return []kit.Effect{kit.Pop{}, kit.Note{Text: "What this form was about is not there any more."}}
	}
	p.layout()
	return nil
}

// Ask sets the form up.
func (p *FormPage) Ask(title, text string, done func(*widget.Form) []kit.Effect, fields ...widget.Field) {
	p.title, p.text, p.done = title, text, done
	p.Form = widget.NewForm(p.env, fields...)
}

// Resize gives the size.
func (p *FormPage) Resize(width, height int) {
	p.width, p.height = width, height
	p.layout()
}

func (p *FormPage) layout() {
	if p.Form == nil {
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
	p.Form.Resize(p.width, max(1, p.height-len(p.top)-2))
}

// Update edits the form.
func (p *FormPage) Update(msg tea.Msg) []kit.Effect {
	msg, inside := widget.Shift(msg, 0, len(p.top))
	if _, answer := msg.(kit.Done); answer || !inside || p.Form == nil {
		return nil
	}
	switch p.Form.Update(msg) {
	case widget.Dropped:
		return []kit.Effect{kit.Pop{}}
	case widget.Chosen:
		return p.done(p.Form)
	}
	if p.Changed != nil {
		p.Changed(p.Form)
	}
	return nil
}

// Capturing is always so: the page takes text.
func (p *FormPage) Capturing() bool { return true }

// Cursor is that of the field.
func (p *FormPage) Cursor() *tea.Cursor {
	if p.Form == nil {
		return nil
	}
	c := p.Form.Cursor()
	if c != nil {
		c.Y += len(p.top)
	}
	return c
}

// Keys are those of any form.
func (p *FormPage) Keys() []kit.Binding {
	return []kit.Binding{
		kit.Enter.As("next, save", "Go to the next field; at the last one keep what the form says."),
		kit.Save, widget.NextField, widget.PrevField,
		kit.Back.As("drop", "Leave the form and keep nothing of it."),
	}
}

// View draws the form.
func (p *FormPage) View() string {
	if p.Form == nil {
		return ""
	}
	keys := "enter goes on and saves at the last field · ctrl+s saves · esc drops"
	lines := append(slices.Clone(p.top), p.Form.View(), "", p.env.Theme.Faint.Render(p.env.Text.Cut(keys, p.width)))
	return strings.Join(lines, "\n")
}

// OptionsOf makes a choice of stored words.
func OptionsOf[T interface {
	~string
	Words() string
}](values []T) []widget.Option {
	out := make([]widget.Option, len(values))
	for i, v := range values {
		out[i] = widget.Option{Value: vocab.Wire(v), Label: v.Words()}
	}
	return out
}
