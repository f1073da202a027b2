package tui

// This file holds the overlay that shows the progress of a long job.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// progress shows the progress of a job.
type progress struct{ job *job }

func (p *progress) key(a *App, o *overlay, k tea.KeyPressMsg) tea.Cmd {
	if k.String() != "esc" || !p.job.run.Cancel {
		return nil
	}
	p.job.cancel() // the screen still gets its answer, which says that it was stopped
	a.closeOverlay(o)
	return a.say("Stopped: " + p.job.run.Label + ".")
}

func (p *progress) draw(a *App, room size) drawing {
	d := drawing{title: p.job.run.Label, width: min(room.width, 60), hint: "please wait"}
	text := p.job.text
	if text == "" {
		text = "Working…"
	}
	d.lines = []string{"", a.env.Text.Cut(kit.Clean(text), d.width), ""}
	if p.job.run.Cancel {
		d.hint = "esc stops"
	}
	return d
}
