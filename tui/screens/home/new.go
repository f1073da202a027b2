package home

// This file makes a vacancy from a posting: the user chooses a file or pastes the text, sees what was understood, and
// agrees.

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type newVacancyPage struct {
	env     *kit.Env
	keys    part.Actions
	pick    *part.FilePicker
	posting model.Posting
	draft   model.CreateVacancy
	seen    *widget.Pager // what was understood; nil while the posting is being chosen
	wait    string
	trouble string

	width, height int
}

// NewFromPosting returns the page that makes a vacancy from a posting. The path of the route may name the posting.
func NewFromPosting(env *kit.Env, r kit.Route) kit.Screen {
	s := &newVacancyPage{env: env, pick: part.NewFilePicker(env, r.Path, ".txt", ".html", ".htm", ".pdf", ".docx", ".md")}
	s.pick.Input.Hint = "type a part of the name, or paste a path or the whole text"
	return s
}

// Title returns the title of the page.
func (s *newVacancyPage) Title() string { return "New vacancy" }

// Refresh lists the first folder when it is first called.
func (s *newVacancyPage) Refresh(*model.View) []kit.Effect {
	if s.pick.Loaded {
		return nil
	}
	return s.pick.Start()
}

// Resize sets the size.
func (s *newVacancyPage) Resize(width, height int) {
	s.width, s.height = width, height
	s.pick.Resize(width, max(1, height-len(s.head())))
	if s.seen != nil {
		s.seen.Resize(width, max(1, height-2))
	}
}

// draft is a posting that was read.
type draft struct {
	posting model.Posting
	create  model.CreateVacancy
}

// read reads a posting file.
func (s *newVacancyPage) read(path string) []kit.Effect {
	library := s.env.Library
	s.wait, s.trouble = "Reading "+kit.Clean(filepath.Base(path))+" …", ""
	return []kit.Effect{kit.Run{Key: "draft", Label: "Reading the posting", Cancel: true, Work: func(ctx context.Context, _ func(string)) (any, error) {
		p, c, err := library.ReadPosting(path)
		return draft{p, c}, cmp.Or(err, ctx.Err())
	}}}
}

// paste reads a pasted text.
func (s *newVacancyPage) paste(text string) []kit.Effect {
	library := s.env.Library
	s.wait, s.trouble = "Reading the text …", ""
	return []kit.Effect{kit.Run{Key: "draft", Label: "Reading the text", Cancel: true, Work: func(ctx context.Context, _ func(string)) (any, error) {
		p, c, err := library.PastePosting(text)
		return draft{p, c}, cmp.Or(err, ctx.Err())
	}}}
}

func (s *newVacancyPage) actions() []part.Action {
	if s.seen == nil {
		return []part.Action{part.On(kit.PasteText, s.ask)}
	}
	making := ""
	if s.wait != "" {
		making = "The vacancy is being made."
	}
	return []part.Action{part.On(kit.Enter.As("make it", "Make the vacancy from what was read. It is compared with the posting and corrected before sealing.").Unless(making), s.create)}
}

func (s *newVacancyPage) ask() []kit.Effect {
	return []kit.Effect{kit.Prompt{
		Title: "Text of the posting", Text: "Paste the whole published text.", Lines: 12,
		Check: func(t string) string {
			if strings.TrimSpace(t) == "" {
				return "Paste the text of the posting first."
			}
			return ""
		},
		Done: s.paste,
	}}
}

func (s *newVacancyPage) create() []kit.Effect {
	library, p, c := s.env.Library, s.posting, s.draft
	s.wait = "Making the vacancy …"
	return []kit.Effect{kit.Run{Key: "create", Label: "Making the vacancy", Work: func(context.Context, func(string)) (any, error) {
		return library.Create(p, c)
	}}}
}

// Update handles keys, pasted text and answers.
func (s *newVacancyPage) Update(msg tea.Msg) []kit.Effect {
	switch msg := msg.(type) {
	case kit.Done:
		return s.done(msg)
	case tea.KeyPressMsg:
		if effects, ok := s.keys.Dispatch(msg); ok {
			return effects
		}
	case tea.PasteMsg:
		if s.seen == nil && len(part.NonEmptyLines(strings.ReplaceAll(msg.Content, "\r", "\n"))) > 1 {
			return s.paste(msg.Content)
		}
	}
	if s.seen != nil {
		m, inside := widget.Shift(msg, 0, 0)
		if inside {
			s.seen.Update(m)
		}
		return nil
	}
	m, _ := widget.Shift(msg, 0, len(s.head()))
	path, effects := s.pick.Update(m)
	if path != "" {
		return s.read(path)
	}
	return effects
}

func (s *newVacancyPage) done(d kit.Done) []kit.Effect {
	if s.pick.Done(d) {
		return nil
	}
	s.wait = ""
	if d.Err != nil {
		if d.Key == "create" {
			return []kit.Effect{kit.Fail{Err: d.Err}}
		}
		s.trouble = part.Explain(d.Err)
		s.Resize(s.width, s.height)
		return nil
	}
	switch v := d.Value.(type) {
	case draft:
		s.posting, s.draft = v.posting, v.create
		s.seen = widget.NewPager(s.env)
		s.seen.SetText(understood(v.posting, v.create))
		s.Resize(s.width, s.height)
	case kit.File:
		return []kit.Effect{kit.Opened{File: v}}
	}
	return nil
}

// understood says what was read in a posting.
func understood(p model.Posting, c model.CreateVacancy) string {
	v := c.Vacancy
	var w strings.Builder
	line := func(label, value string) {
		if value == "" {
			value = "not found"
		}
		fmt.Fprintf(&w, "%-13s %s\n", label, value)
	}
	fmt.Fprintf(&w, "Read from %s, %s of %s.\n\n", p.Name, model.Count(p.Ref().Lines, "line", "lines"), p.Format)
	closing := ""
	if !v.ClosingDate.IsZero() {
		closing = v.ClosingDate.Words()
	}
	line("Title", v.Title)
	line("Organisation", v.Organisation)
	line("Requisition", v.Requisition)
	line("Grade", v.Grade)
	line("Location", v.Location)
	line("Closing date", closing)
	if s := part.ClearanceWords(v); s != "" {
		line("Clearance", strings.TrimLeft(strings.TrimPrefix(s, "clearance"), ", "))
	}
	n := map[model.Class]int{}
	for _, k := range c.Criteria {
		n[k.Class]++
	}
	fmt.Fprintf(&w, "\n%s, %s, %s, %s assessed at interview.\n", model.Count(n[model.Essential], "essential criterion", "essential criteria"),
		model.Count(n[model.Desirable], "desirable criterion", "desirable criteria"),
		model.Count(len(v.Eligibility), "eligibility condition", "eligibility conditions"), model.Count(len(v.Competencies), "competency", "competencies"))
	if len(v.Warnings) > 0 {
		w.WriteString("\nWARNINGS\n")
		for _, x := range v.Warnings {
			if x.Line > 0 {
				fmt.Fprintf(&w, "! line %d: %s\n", x.Line, x.Message())
			} else {
				fmt.Fprintf(&w, "! %s\n", x.Message())
			}
		}
	}
	seen := map[model.Class]int{}
	for _, k := range c.Criteria {
		seen[k.Class]++
		label := k.Class.Label(seen[k.Class])
		if seen[k.Class] == 1 {
			fmt.Fprintf(&w, "\n%s\n", strings.ToUpper(k.Class.Words()))
		}
		fmt.Fprintf(&w, "%-4s%s\n    → %s\n", label, k.Text, requirement.Sentence(k.Requirement))
	}
	if len(c.Criteria) == 0 {
		w.WriteString("\nNo criterion was read. Make the vacancy all the same: + takes criteria in line after line.\n")
	}
	return w.String()
}

// Back returns from what was understood to the choice.
func (s *newVacancyPage) Back() ([]kit.Effect, bool) {
	if s.seen == nil {
		return nil, false
	}
	s.seen = nil
	return nil, true
}

// Capturing returns true while text is being typed.
func (s *newVacancyPage) Capturing() bool { return s.seen == nil }

// Cursor returns the cursor of the choice.
func (s *newVacancyPage) Cursor() *tea.Cursor {
	if s.seen != nil {
		return nil
	}
	c := s.pick.Cursor()
	c.Y += len(s.head())
	return c
}

// Keys returns the keys of the page.
func (s *newVacancyPage) Keys() []kit.Binding {
	if s.seen != nil {
		return s.keys.Keep(s.actions(), append([]kit.Binding{kit.Back.As("another", "Choose another posting.")}, part.MovingKeys()...)...)
	}
	return append(s.pick.Keys(), s.keys.Keep(s.actions(), kit.Back)...)
}

func (s *newVacancyPage) head() []string {
	w := max(1, s.width)
	var out []string
	for _, l := range s.env.Text.Wrap("Choose the posting: a text, HTML, PDF or DOCX file. Or paste its whole text right here.", w) {
		out = append(out, s.env.Theme.Strong.Render(l))
	}
	switch {
	case s.wait != "":
		out = append(out, s.env.Text.Cut(s.wait, w))
	case s.trouble != "":
		for _, l := range s.env.Text.Wrap("✗ "+s.trouble, w) {
			out = append(out, s.env.Theme.Bad.Render(l))
		}
	}
	return append(out, "")
}

// View draws the choice, or what was understood.
func (s *newVacancyPage) View() string {
	if s.seen == nil {
		return strings.Join(append(s.head(), s.pick.View()), "\n")
	}
	lines := strings.Split(s.seen.View(), "\n")
	for len(lines) < s.height-2 {
		lines = append(lines, "")
	}
	foot := "enter makes the vacancy, to be compared with the posting · esc chooses another"
	if s.wait != "" {
		foot = s.wait
	}
	return strings.Join(append(lines, "", s.env.Theme.Strong.Render(s.env.Text.Cut(foot, s.width))), "\n")
}
