package tui

// This file holds the question with a few answers. The first answer must be the safe one: it has the focus at first, and esc
// chooses it.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// question is a question with its answers.
type question struct {
	title, text string
	choices     []choice
	at          int // the answer that has the focus
	first       int // line of the first answer, as drawn
}

// ask shows the question of a screen.
func (a *App) ask(p *page, q kit.Ask) tea.Cmd {
	if len(q.Answers) > 0 {
		a.openOverlay(&question{title: q.Title, text: q.Text, choices: a.choices(p, q.Answers)})
	}
	return nil
}

// fail shows an error until the user dismisses it. Work that the user stopped is not shown as an error.
func (a *App) fail(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	if isCancelled(err) {
		return a.say("Stopped.")
	}
	a.openOverlay(&question{title: "This did not work", text: model.Explain(err), choices: []choice{{label: "Go on"}}})
	return nil
}

func (q *question) key(a *App, o *overlay, k tea.KeyPressMsg) tea.Cmd {
	for _, c := range q.choices {
		if c.key != "" && k.String() == c.key {
			return a.runChoice(o, c)
		}
	}
	n := len(q.choices)
	switch k.String() {
	case "enter":
		return a.runChoice(o, q.choices[q.at])
	case "esc":
		return a.runChoice(o, q.choices[0])
	case "up", "left", "k", "h", "shift+tab":
		q.at = (q.at + n - 1) % n
	case "down", "right", "j", "l", "tab":
		q.at = (q.at + 1) % n
	}
	return nil
}

func (q *question) click(a *App, o *overlay, line int) tea.Cmd {
	if i := line - q.first; i >= 0 && i < len(q.choices) {
		return a.runChoice(o, q.choices[i])
	}
	return nil
}

func (q *question) draw(a *App, room size) drawing {
	t, th := a.env.Text, a.env.Theme
	d := drawing{title: q.title, width: min(room.width, 66)}
	d.lines = a.wrapped(q.text, d.width, room.height-len(q.choices)-1)
	if len(d.lines) > 0 {
		d.lines = append(d.lines, "")
	}
	keys := 0
	for _, c := range q.choices {
		keys = max(keys, t.Width(c.key))
	}
	q.first = len(d.lines)
	for i, c := range q.choices {
		line := c.label
		if keys > 0 {
			line = t.Fit(c.key, keys) + "  " + line
		}
		if c.description != "" {
			line += "   " + c.description
		}
		if i == q.at {
			d.lines = append(d.lines, th.Selected.Render(t.Fit("▸ "+line, d.width)))
		} else {
			d.lines = append(d.lines, t.Fit("  "+line, d.width))
		}
	}
	d.hint = "enter"
	if len(q.choices) > 1 {
		d.hint = "↑↓ move · enter choose"
	}
	return d
}
