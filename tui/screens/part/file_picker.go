package part

// This file chooses a file: by walking through folders, by typing a part of its name, or by typing or pasting a path.

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/widget"
)

// FilePicker is a line to type in over a list of files.
type FilePicker struct {
	env     *kit.Env
	endings []string // of the files offered; others are reached by typing a path
	folders bool     // a folder is to be chosen
	Input   *widget.Input
	table   *widget.Table
	Folder  string
	entries []kit.Entry
	shown   []kit.Entry
	others  int // files of other endings
	trouble string
	Loaded  bool
	tried   string // a path that was looked into as a folder

	width, height int
}

// BrowseKey is the key of the answer that lists a folder.
const BrowseKey = "browse"

// NewFolderPicker chooses a folder instead of a file.
func NewFolderPicker(env *kit.Env, folder string) *FilePicker {
	p := NewFilePicker(env, folder)
	p.folders = true
	p.Input.Hint = "ctrl+f takes this folder; or type or paste a path"
	return p
}

// NewFilePicker chooses a file in a folder. Files with one of the endings are offered first.
func NewFilePicker(env *kit.Env, folder string, endings ...string) *FilePicker {
	p := &FilePicker{env: env, endings: endings, Folder: folder, Input: widget.NewInput(env)}
	p.Input.Hint = "type a part of the name, or type or paste a path"
	p.table = widget.NewTable(env, widget.Column{Title: "File", Width: 20, Flex: 1}, widget.Column{Title: "Size", Width: 10, Right: true})
	return p
}

// Start lists the first folder.
func (p *FilePicker) Start() []kit.Effect { return p.browse(p.Folder) }

func (p *FilePicker) browse(folder string) []kit.Effect {
	library := p.env.Library
	return []kit.Effect{kit.Run{Key: BrowseKey, Label: "Reading the folder", Cancel: true, Work: func(ctx context.Context, _ func(string)) (any, error) {
		entries, err := library.Browse(folder)
		return folderListing{folder, entries}, cmp.Or(err, ctx.Err())
	}}}
}

// folderListing is a folder that was read.
type folderListing struct {
	folder  string
	entries []kit.Entry
}

// Done takes over a folder; false if the answer is another's.
func (p *FilePicker) Done(d kit.Done) bool {
	if d.Key != BrowseKey {
		return false
	}
	p.Loaded, p.trouble = true, ""
	if d.Err != nil {
		p.trouble = Explain(d.Err)
		return true
	}
	p.tried = ""
	l, _ := d.Value.(folderListing)
	p.entries, p.Folder = l.entries, l.folder
	for _, e := range l.entries {
		if e.Name != ".." {
			p.Folder = filepath.Dir(e.Path)
		}
	}
	p.Input.SetValue("")
	p.filter()
	p.table.Select(p.firstFile())
	return true
}

// firstFile is the first file that is shown, or else the first entry: a folder opened for one file is left with enter.
func (p *FilePicker) firstFile() int {
	return max(0, slices.IndexFunc(p.shown, func(e kit.Entry) bool { return !e.Folder }))
}

// filter shows folders and files of the right endings, with the words typed.
func (p *FilePicker) filter() {
	words := requirement.Fold(p.Input.Value())
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

// Resize gives the size of the whole picker.
func (p *FilePicker) Resize(width, height int) {
	p.width, p.height = width, height
	p.Input.Resize(max(1, width-2))
	p.table.Resize(width, max(2, height-4))
}

// typed is the path in the line; empty if it holds a part of a name.
func (p *FilePicker) typed() string {
	v := strings.Trim(strings.TrimSpace(p.Input.Value()), `"'`)
	v = strings.TrimPrefix(v, "file://")
	switch {
	case filepath.IsAbs(v), strings.HasPrefix(v, "~"):
		return v
	case strings.ContainsAny(v, `/\`):
		return filepath.Join(p.Folder, v)
	}
	return ""
}

// Update moves and types; path is a file once one is chosen.
func (p *FilePicker) Update(msg tea.Msg) (path string, effects []kit.Effect) {
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
			if p.folders && p.Loaded && p.trouble == "" {
				return p.Folder, nil
			}
		case "ctrl+o":
			return "", p.above()
		case "backspace":
			if p.Input.Value() == "" {
				return "", p.above()
			}
		}
	}
	if p.Input.Update(msg) {
		p.filter()
		p.table.Select(0)
	}
	return "", nil
}

func (p *FilePicker) above() []kit.Effect {
	if len(p.entries) > 0 && p.entries[0].Name == ".." {
		return p.browse(p.entries[0].Path)
	}
	return nil
}

func (p *FilePicker) choose() (string, []kit.Effect) {
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
			if !e.Folder && e.Name == strings.TrimSpace(p.Input.Value()) {
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

// Keys are the keys that work while a file is being chosen.
func (p *FilePicker) Keys() []kit.Binding {
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

// View draws the folder with the line in which a path is typed.
func (p *FilePicker) View() string {
	t, th := p.env.Text, p.env.Theme
	lines := []string{th.Strong.Render("▸ ") + p.Input.View(), th.Faint.Render(t.Cut(fmt.Sprintf("  in %s", cmp.Or(kit.Clean(p.Folder), "the current folder")), p.width))}
	switch {
	case p.trouble != "":
		lines = append(lines, "")
		for _, l := range t.Wrap("✗ "+p.trouble, p.width) {
			lines = append(lines, th.Bad.Render(l))
		}
	case !p.Loaded:
		lines = append(lines, "  Reading the folder …")
	case p.typed() != "":
		lines = append(lines, t.Wrap("  "+p.enterWord()+" "+kit.Clean(p.typed()), p.width)...)
	default:
		lines = append(lines, strings.Split(p.table.View(), "\n")...)
		if p.others > 0 {
			s := fmt.Sprintf("  %s not shown; type a path to take one.", model.Count(p.others, "other file is", "other files are"))
			lines = append(lines, "", th.Faint.Render(t.Cut(s, p.width)))
		} else if len(p.shown) == 0 {
			lines = append(lines, th.Faint.Render(t.Cut("  nothing here", p.width)))
		}
	}
	return strings.Join(lines[:min(len(lines), p.height)], "\n")
}

// folderLike returns true if a path is taken for a folder to look into. Where that came to nothing it is a file.
func (p *FilePicker) folderLike(path string) bool {
	return !p.folders && filepath.Ext(path) == "" && p.tried != path
}

// enterWord is what enter does with a path.
func (p *FilePicker) enterWord() string {
	if p.folderLike(p.typed()) {
		return "enter opens"
	}
	return "enter takes"
}

// Cursor is where the terminal's cursor stands in the view.
func (p *FilePicker) Cursor() *tea.Cursor {
	c := p.Input.Cursor()
	c.X += 2
	return c
}
