package tui

// This file decides who gets a click or a turn of the wheel. All that the mouse does can be done by keys.

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

// click gives a press of the left button to the overlay on top, the line of main pages, or the screen.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	a.byKey = true
	defer func() { a.byKey = false }()
	if o := a.topOverlay(); o != nil {
		x, y := msg.X-o.at.x, msg.Y-o.at.y
		c, ok := o.content.(clickTaker)
		if !ok || !o.armed || x < 1 || y < 1 || x >= o.at.w-1 || y >= o.at.h-1 {
			return nil
		}
		return c.click(a, o, y-1)
	}
	p := a.pages.top()
	if p == nil || a.opening != "" || a.leaving {
		return nil
	}
	if msg.Y == 1 {
		for _, t := range a.tabPlaces() {
			if msg.X >= t.x && msg.X < t.x+t.w {
				a.showBase(kit.Route{Screen: t.name})
			}
		}
		return nil
	}
	y := msg.Y - a.headLines()
	if y < 0 || y >= p.size.height {
		return nil
	}
	return a.runEffects(p, p.update(kit.Click{X: msg.X, Y: y}))
}

// wheel gives a turn of the wheel to the overlay on top or the screen.
func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	by := 1
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -1
	case tea.MouseWheelDown:
	default:
		return nil
	}
	if o := a.topOverlay(); o != nil {
		if c, ok := o.content.(wheelTaker); ok {
			c.wheel(by)
		}
		return nil
	}
	p := a.pages.top()
	y := msg.Y - a.headLines()
	if p == nil || a.opening != "" || y < 0 || y >= p.size.height {
		return nil
	}
	return a.runEffects(p, p.update(kit.Wheel{X: msg.X, Y: y, By: by}))
}
