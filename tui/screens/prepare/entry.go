package prepare

// This file holds fast entry: criteria typed or pasted line after line, for a posting whose lists were lost.

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

// formList is the path of fast entry.
const formList = "list"

// entry takes criteria in one after the other. What is taken in is stored at once.
type entry struct {
	env   *kit.Env
	board *model.View
	class model.Class
	input *widget.Input

	width, height int
}

func newEntry(env *kit.Env, r kit.Route) kit.Screen {
	e := &entry{env: env, board: model.EmptyView(), class: r.Class, input: widget.NewInput(env)}
	if e.class == "" {
		e.class = model.Essential
	}
	e.input.Hint = "the words of the posting"
	return e
}

// Title is that of the page.
func (e *entry) Title() string { return "Criteria line after line" }

// Refresh takes over what was taken in.
func (e *entry) Refresh(b *model.View) []kit.Effect {
	e.board = b
	return nil
}

// Resize gives the size.
func (e *entry) Resize(width, height int) {
	e.width, e.height = width, height
	e.input.Resize(max(1, width-2))
}

// Capturing is always so: the page takes text.
func (e *entry) Capturing() bool { return true }

// Keys are those of fast entry.
func (e *entry) Keys() []kit.Binding {
	return []kit.Binding{
		kit.Enter.As("take in", "Take the line in as a criterion."),
		kit.NextTab.As("other list", "Go on with the other list: essential or desirable."),
		kit.Back.As("done", "End typing."),
	}
}

// Update takes lines in.
func (e *entry) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		if lines := part.NonEmptyLines(kit.CleanLines(strings.ReplaceAll(msg.Content, "\r", "\n"))); len(lines) > 1 {
			return e.take(lines)
		}
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return []kit.Effect{kit.Pop{}}
		case "tab", "shift+tab", "up", "down":
			e.toggle()
			return nil
		case "enter":
			lines := part.NonEmptyLines(e.input.Value())
			if len(lines) == 0 {
				return []kit.Effect{kit.Note{Text: "Type what the posting asks for, or esc to end."}}
			}
			e.input.SetValue("")
			return e.take(lines)
		}
	}
	e.input.Update(msg)
	return nil
}

func (e *entry) toggle() {
	if e.class == model.Essential {
		e.class = model.Desirable
	} else {
		e.class = model.Essential
	}
}

// take takes lines in. Leading bullets are dropped.
func (e *entry) take(lines []string) []kit.Effect {
	var out []kit.Effect
	for _, l := range lines {
		if l, _ = unbullet(l); l == "" {
			continue
		}
		out = append(out, kit.Submit{Command: model.AddCriterion{Criterion: model.Criterion{
			Class: e.class, Text: strings.TrimRight(l, " ;"), Requirement: requirement.Parse(l), Added: true,
		}}})
	}
	return out
}

// top is the title and what the keys do.
func (e *entry) top() []string {
	var out []string
	for _, l := range e.env.Text.Wrap("Criteria line after line, as "+strings.ToUpper(e.class.Words()), e.width) {
		out = append(out, e.env.Theme.Head.Render(l))
	}
	keys := "enter takes the line in · a pasted list is taken in line by line · tab goes to the other list · esc ends"
	for _, l := range e.env.Text.Wrap(keys, e.width) {
		out = append(out, e.env.Theme.Faint.Render(l))
	}
	return out
}

// View draws the line being typed, what is read in it, and what was taken in, newest first.
func (e *entry) View() string {
	t, th := e.env.Text, e.env.Theme
	out := e.top()
	out = append(out, "", th.Strong.Render("▸ ")+e.input.View(), e.reads(), "")
	list := e.board.Class(e.class)
	room := max(0, e.height-len(out)-1)
	if len(list) > room {
		list = list[len(list)-room:]
	}
	for i := len(list) - 1; i >= 0; i-- {
		k := list[i]
		line := t.Fit(e.board.Label(k.ID), labelWidth) + kit.Clean(k.Text)
		what := "  → " + kit.Clean(requirement.Sentence(k.Requirement))
		out = append(out, t.Cut(t.Cut(line, max(10, e.width-t.Width(what)))+th.Faint.Render(what), e.width))
	}
	return strings.Join(out, "\n")
}

// reads says what the program makes of the line so far.
func (e *entry) reads() string {
	v := strings.TrimSpace(e.input.Value())
	if v == "" {
		return ""
	}
	return e.env.Theme.Faint.Render(e.env.Text.Cut("  → reads as "+kit.Clean(requirement.Sentence(requirement.Parse(v))), e.width))
}

// Cursor is that of the line.
func (e *entry) Cursor() *tea.Cursor {
	c := e.input.Cursor()
	c.X, c.Y = c.X+2, len(e.top())+1
	return c
}
