package screens

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// This file chooses a file: by walking through folders, by typing a part of its name, or by typing or pasting a path.

// picker is a line to type in over a list of files.
type picker struct {
	env     *kit.Env
	endings []string // of the files offered; others are reached by typing a path
	folders bool     // a folder is to be chosen
	input   *widget.Input
	table   *widget.Table
	folder  string
	entries []kit.Entry
	shown   []kit.Entry
	others  int // files of other endings
	trouble string
	loaded  bool
	tried   string // a path that was looked into as a folder

	width, height int
}

const browsing = "browse"

// newFolderPicker chooses a folder instead of a file.
func newFolderPicker(env *kit.Env, folder string) *picker {
	p := newPicker(env, folder)
	p.folders = true
	p.input.Hint = "ctrl+f takes this folder; or type or paste a path"
	return p
}

func newPicker(env *kit.Env, folder string, endings ...string) *picker {
	p := &picker{env: env, endings: endings, folder: folder, input: widget.NewInput(env)}
	p.input.Hint = "type a part of the name, or type or paste a path"
	p.table = widget.NewTable(env, widget.Column{Title: "File", Width: 20, Flex: 1}, widget.Column{Title: "Size", Width: 10, Right: true})
	return p
}

// start lists the first folder.
func (p *picker) start() []kit.Effect { return p.browse(p.folder) }

func (p *picker) browse(folder string) []kit.Effect {
	library := p.env.Library
	return []kit.Effect{kit.Run{Key: browsing, Label: "Reading the folder", Cancel: true, Work: func(ctx context.Context, _ func(string)) (any, error) {
		entries, err := library.Browse(folder)
		return listing{folder, entries}, cmp.Or(err, ctx.Err())
	}}}
}

// listing is a folder that was read.
type listing struct {
	folder  string
	entries []kit.Entry
}

// done takes over a folder; false where the answer is another's.
func (p *picker) done(d kit.Done) bool {
	if d.Key != browsing {
		return false
	}
	p.loaded, p.trouble = true, ""
	if d.Err != nil {
		p.trouble = explain(d.Err)
		return true
	}
	p.tried = ""
	l, _ := d.Value.(listing)
	p.entries, p.folder = l.entries, l.folder
	for _, e := range l.entries {
		if e.Name != ".." {
			p.folder = filepath.Dir(e.Path)
		}
	}
	p.input.SetValue("")
	p.filter()
	p.table.Select(p.firstFile())
	return true
}

// firstFile is the first file that is shown, or else the first entry: a folder opened for one file is left with enter.
func (p *picker) firstFile() int {
	return max(0, slices.IndexFunc(p.shown, func(e kit.Entry) bool { return !e.Folder }))
}

// filter shows folders and files of the right endings, with the words typed.
func (p *picker) filter() {
	words := requirement.Fold(p.input.Value())
	p.shown, p.others = nil, 0
	for _, e := range p.entries {
		switch {
		case p.folders && !e.Folder:
		case words != "" && !strings.Contains(requirement.Fold(e.Name), words):
		case e.Folder || len(p.endings) == 0 || slices.Contains(p.endings, strings.ToLower(filepath.Ext(e.Name))):
			p.shown = append(p.shown, e)
		default:
			p.others++
		}
	}
	p.table.SetRows(len(p.shown), func(i int, c []widget.Cell) {
		e := p.shown[i]
		c[0].Text = kit.Clean(e.Name)
		if e.Folder {
			c[0] = widget.Cell{Text: c[0].Text + "/", Style: &p.env.Theme.Key}
			return
		}
		c[1] = widget.Cell{Text: sizeWords(e.Size), Style: &p.env.Theme.Faint}
	})
}

func sizeWords(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1000_000:
		return fmt.Sprintf("%.1f kB", float64(n)/1000)
	case n < 1000_000_000:
		return fmt.Sprintf("%.1f MB", float64(n)/1000_000)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/1000_000_000)
}

func (p *picker) resize(width, height int) {
	p.width, p.height = width, height
	p.input.Resize(max(1, width-2))
	p.table.Resize(width, max(2, height-4))
}

// typed is the path in the line; "" where it holds a part of a name.
func (p *picker) typed() string {
	v := strings.Trim(strings.TrimSpace(p.input.Value()), `"'`)
	v = strings.TrimPrefix(v, "file://")
	switch {
	case filepath.IsAbs(v), strings.HasPrefix(v, "~"):
		return v
	case strings.ContainsAny(v, `/\`):
		return filepath.Join(p.folder, v)
	}
	return ""
}

// update moves and types; path is a file once one is chosen.
func (p *picker) update(msg tea.Msg) (path string, effects []kit.Effect) {
	if m, ok := widget.Over(msg, 0, 2); ok {
		if p.table.Update(m) == widget.Chosen {
			return p.choose()
		}
		return "", nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "up", "down", "pgup", "pgdown":
			p.table.Update(k)
			return "", nil
		case "enter":
			return p.choose()
		case "ctrl+f":
			if p.folders && p.loaded && p.trouble == "" {
				return p.folder, nil
			}
		case "ctrl+o":
			return "", p.above()
		case "backspace":
			if p.input.Value() == "" {
				return "", p.above()
			}
		}
	}
	if p.input.Update(msg) {
		p.filter()
		p.table.Select(0)
	}
	return "", nil
}

func (p *picker) above() []kit.Effect {
	if len(p.entries) > 0 && p.entries[0].Name == ".." {
		return p.browse(p.entries[0].Path)
	}
	return nil
}

func (p *picker) choose() (string, []kit.Effect) {
	if path := p.typed(); path != "" {
		if p.folderLike(path) {
			p.tried = path
			return "", p.browse(path)
		}
		return path, nil
	}
	i := p.table.Selected()
	if i < 0 || i >= len(p.shown) {
		// A name of another ending is taken when it is typed in full.
		for _, e := range p.entries {
			if !e.Folder && e.Name == strings.TrimSpace(p.input.Value()) {
				return e.Path, nil
			}
		}
		return "", []kit.Effect{kit.Note{Text: "No file with these words here: type less, or a whole path."}}
	}
	if e := p.shown[i]; e.Folder {
		return "", p.browse(e.Path)
	}
	return p.shown[i].Path, nil
}

func (p *picker) keys() []kit.Binding {
	if p.folders {
		return []kit.Binding{
			kit.TakeFolder.As("take this folder", "Take the folder that is shown."), kit.Enter.As("open", "Open the folder that is selected."),
			kit.FolderUp, kit.Up, kit.Down, kit.PageUp, kit.PageDown,
		}
	}
	return []kit.Binding{
		kit.Enter.As("choose", "Open the folder or choose the file."),
		kit.FolderUp, kit.Up, kit.Down, kit.PageUp, kit.PageDown,
	}
}

func (p *picker) view() string {
	t, th := p.env.Text, p.env.Theme
	lines := []string{th.Strong.Render("▸ ") + p.input.View(), th.Faint.Render(t.Cut("  in "+cmp.Or(kit.Clean(p.folder), "the current folder"), p.width))}
	switch {
	case p.trouble != "":
		lines = append(lines, "")
		for _, l := range t.Wrap("✗ "+p.trouble, p.width) {
			lines = append(lines, th.Bad.Render(l))
		}
	case !p.loaded:
		lines = append(lines, "  Reading the folder …")
	case p.typed() != "":
		lines = append(lines, t.Wrap("  "+p.enterWord()+" "+kit.Clean(p.typed()), p.width)...)
	default:
		lines = append(lines, strings.Split(p.table.View(), "\n")...)
		if p.others > 0 {
			s := "  " + count(p.others, "other file is", "other files are") + " not shown; type a path to take one."
			lines = append(lines, "", th.Faint.Render(t.Cut(s, p.width)))
		} else if len(p.shown) == 0 {
			lines = append(lines, th.Faint.Render(t.Cut("  nothing here", p.width)))
		}
	}
	return strings.Join(lines[:min(len(lines), p.height)], "\n")
}

// folderLike tells whether a path is taken for a folder to look into. Where that came to nothing it is a file.
func (p *picker) folderLike(path string) bool {
	return !p.folders && filepath.Ext(path) == "" && p.tried != path
}

// enterWord is what enter does with a path.
func (p *picker) enterWord() string {
	if p.folderLike(p.typed()) {
		return "enter opens"
	}
	return "enter takes"
}

func (p *picker) cursor() *tea.Cursor {
	c := p.input.Cursor()
	c.X += 2
	return c
}
