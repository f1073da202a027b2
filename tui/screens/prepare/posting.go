package prepare

// This file holds the side of the vacancy page that shows the posting: the published text with its line numbers, and in
// the margin what each line was understood as. What can be made of its lines is in posting_take.go.

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
	"shortlist/tui/widget"
)

type posting struct {
	env    *kit.Env
	board  *model.View
	text   *widget.Pager
	source model.Posting
	parts  []span
	chosen string // key of the entry that stands out
	focus  bool
	err    error
	loaded bool
	asked  bool
	search *widget.Input
	typing bool

	width, height int
}

func newPosting(env *kit.Env) *posting {
	s := &posting{env: env, board: model.EmptyView(), text: widget.NewPager(env), search: widget.NewInput(env)}
	s.text.Numbers, s.text.Pointer = true, true
	s.search.Hint = "words to look for"
	return s
}

// refresh asks for the text once, and marks the lines anew.
func (s *posting) refresh(b *model.View) []kit.Effect {
	s.board = b
	s.read()
	if s.asked || s.env.File == nil {
		return nil
	}
	s.asked = true
	file := s.env.File
	return []kit.Effect{kit.Run{Key: "posting", Work: func(context.Context, func(string)) (any, error) { return file.Posting() }}}
}

// read finds out what the lines were understood as, and marks them.
func (s *posting) read() {
	s.parts = spansIn(s.env, s.board, s.text)
	s.mark()
}

// mark marks the lines; the entry chosen stands out.
func (s *posting) mark() {
	s.text.SetMarks(marksOf(s.env, s.parts, s.chosen))
	s.resize(s.width, s.height)
}

// show lets an entry stand out and goes to its lines.
func (s *posting) show(key string, lines model.Lines) {
	s.chosen = key
	s.mark()
	for _, u := range s.parts {
		if u.key == key && key != "" && lines.From == 0 {
			lines = u.lines
		}
	}
	if lines.From > 0 && (s.text.Line() < lines.From || s.text.Line() > max(lines.From, lines.To)) {
		s.text.GoTo(lines.From)
	}
}

// here are what the line of the cursor was understood as.
func (s *posting) here() []span {
	var out []span
	for _, u := range s.parts {
		if at := s.text.Line(); u.lines.From <= at && at <= u.lines.To {
			out = append(out, u)
		}
	}
	return out
}

func (s *posting) resize(width, height int) {
	s.width, s.height = width, height
	s.text.Resize(width, max(1, height-1-s.says()))
	s.search.Resize(max(1, width-4))
}

// hop goes to the next marked line, or the next one with the words searched for.
func (s *posting) hop(by int) []kit.Effect {
	found, what := false, "marked line"
	if s.search.Value() != "" {
		found, what = s.text.NextHit(by), "line with these words"
	} else {
		var lines []int
		for _, u := range s.parts {
			if !structural(u.label) {
				lines = append(lines, u.lines.From)
			}
		}
		found = s.text.NextOf(lines, by)
	}
	if found {
		return nil
	}
	if by > 0 {
		return []kit.Effect{kit.Note{Text: "No " + what + " further down."}}
	}
	return []kit.Effect{kit.Note{Text: "No " + what + " further up."}}
}

// typeSearch takes the words to look for.
func (s *posting) typeSearch(msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" {
		s.typing = false
		if i, _ := s.text.Hit(); i == 0 && !s.text.NextHit(1) {
			s.text.NextHit(-1)
		}
		return
	}
	if s.search.Update(msg) {
		s.text.Search(s.search.Value())
	}
}

func (s *posting) done(d kit.Done) {
	s.loaded, s.err = true, d.Err
	s.source, _ = d.Value.(model.Posting)
	s.text.SetText(s.source.Text)
	s.read()
}

// back ends marking or the search; false if there was none.
func (s *posting) back() bool {
	switch {
	case s.typing || s.search.Value() != "":
		s.typing = false
		s.search.SetValue("")
		s.text.Search("")
	case s.text.Selecting():
		s.text.End()
	default:
		return false
	}
	return true
}

// cursor is that of the search; nil while nothing is typed.
func (s *posting) cursor() *tea.Cursor {
	if !s.typing {
		return nil
	}
	c := s.search.Cursor()
	c.X, c.Y = c.X+2, max(0, s.height-1)
	return c
}

// view draws the text with two lines about it.
func (s *posting) view() string {
	switch {
	case s.err != nil:
		return strings.Join(s.env.Text.Wrap("✗ "+part.Explain(s.err), max(1, s.width)), "\n")
	case !s.loaded:
		return "Reading the posting …"
	case strings.TrimSpace(s.source.Text) == "":
		return strings.Join(s.env.Text.Wrap("This vacancy was made without a posting.", max(1, s.width)), "\n")
	}
	lines := strings.Split(s.text.View(), "\n")
	for len(lines) < s.height-1-s.says() {
		lines = append(lines, "")
	}
	meaning := s.meaning()
	for len(meaning) < s.says() {
		meaning = append(meaning, "")
	}
	return strings.Join(append(append(lines, meaning[:s.says()]...), s.foot()), "\n")
}

// says is the height of what is said about a line.
func (s *posting) says() int {
	if s.height < 12 {
		return 1
	}
	return 2
}

// meaning says what the line of the cursor was understood as.
func (s *posting) meaning() []string {
	var says []string
	here := s.here()
	for _, u := range here {
		if u.label == "!" {
			says = append([]string{u.says}, says...)
		} else {
			says = append(says, strings.TrimSpace(u.label+" "+u.says))
		}
	}
	switch {
	case s.focus && s.text.Selecting():
		from, to, _ := s.text.Selection()
		return s.told(linesWords(model.Lines{From: from, To: to})+" marked: a makes a criterion of them", s.env.Theme.Strong)
	case len(here) == 0:
		return s.told(legend, s.env.Theme.Faint)
	}
	return s.told(kit.Clean(strings.Join(says, " · ")), s.env.Theme.Info)
}

// told is a text in the room there is for what is said about a line.
func (s *posting) told(text string, style lipgloss.Style) []string {
	lines := s.env.Text.Wrap(text, max(1, s.width))
	if n := s.says(); len(lines) > n {
		lines = append(lines[:n-1], s.env.Text.Cut(lines[n-1]+" …", s.width))
	}
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}

// linesWords names lines of the posting.
func linesWords(l model.Lines) string {
	if l.To <= l.From {
		return fmt.Sprintf("line %d", l.From)
	}
	return fmt.Sprintf("lines %d–%d", l.From, l.To)
}

func (s *posting) foot() string {
	i, of := s.text.Hit()
	switch {
	case s.typing:
		return s.env.Theme.Key.Render("/ ") + s.search.View()
	case s.search.Value() != "" && of == 0:
		return s.env.Text.Cut("no line with “"+s.search.Value()+"”; esc ends the search", s.width)
	case s.search.Value() != "" && i == 0:
		return s.env.Text.Cut(fmt.Sprintf("“%s” on %s; ] and [ go to them", s.search.Value(), model.Count(of, "line", "lines")), s.width)
	case s.search.Value() != "":
		return s.env.Text.Cut(fmt.Sprintf("“%s” %d of %d", s.search.Value(), i, of), s.width)
	}
	about := fmt.Sprintf("line %d of %d · %s", s.text.Line(), s.text.Lines(), cmp.Or(kit.Clean(s.source.Name), "no name"))
	if hash := fmt.Sprintf(" · SHA-256 %.12s…", s.source.SHA256); s.env.Text.Width(about+hash) <= s.width {
		about += hash
	}
	return s.env.Theme.Faint.Render(s.env.Text.Cut(about, s.width))
}
