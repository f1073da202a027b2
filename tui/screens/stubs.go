package screens

import (
	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file stands in for screens that are being written.

type stub struct{ title string }

func (s *stub) Title() string                     { return s.title }
func (s *stub) Keys() []kit.Binding               { return nil }
func (s *stub) Refresh(*model.Board) []kit.Effect { return nil }
func (s *stub) Resize(int, int)                   {}
func (s *stub) Update(tea.Msg) []kit.Effect       { return nil }
func (s *stub) View() string                      { return s.title }

func newMatrix(*kit.Env, kit.Route) kit.Screen     { return &stub{"Matrix"} }
func newRanking(*kit.Env, kit.Route) kit.Screen    { return &stub{"Ranking"} }
func newHistory(*kit.Env, kit.Route) kit.Screen    { return &stub{"History"} }
