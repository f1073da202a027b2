package store

import (
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"sync"

	"shortlist/store/safefile"
)

// This file remembers folders on this laptop: where bundles were last, and which folder a vacancy is exchanged through. It
// is a convenience: what cannot be read or kept is forgotten, and nothing depends on it.

// recentFolders are the folders remembered, in a file beside the keys.
type recentFolders struct {
	file string

	mu  sync.Mutex
	now *remembered // what was changed by this program; nil as long as nothing was
}

// remembered is the form of the file.
type remembered struct {
	Last     string            `json:"last,omitempty"`
	Exchange map[string]string `json:"exchange,omitempty"` // by vacancy
}

// read gives a copy of what is remembered.
func (p *recentFolders) read() (r remembered) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.copy()
}

func (p *recentFolders) copy() (r remembered) {
	if p.now != nil {
		r = *p.now
	} else if b, err := os.ReadFile(p.file); err != nil || json.Unmarshal(b, &r) != nil {
		r = remembered{}
	}
	if r.Exchange = maps.Clone(r.Exchange); r.Exchange == nil {
		r.Exchange = map[string]string{}
	}
	return r
}

// change changes what is remembered. What cannot be kept is remembered until the program ends.
func (p *recentFolders) change(f func(*remembered)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	r := p.copy()
	f(&r)
	p.now = &r
	b, err := json.MarshalIndent(r, "", " ")
	if err != nil || os.MkdirAll(filepath.Dir(p.file), 0o700) != nil {
		return
	}
	if safefile.Write(p.file, 0o600, func(w io.Writer) error { _, err := w.Write(b); return err }) == nil {
		p.now = nil
	}
}

// used remembers the folder of a bundle.
func (p *recentFolders) used(path string) {
	p.change(func(r *remembered) { r.Last = filepath.Dir(absolute(path)) })
}

// existingDir is a folder that is still there; else "".
func existingDir(folder string) string {
	if info, err := os.Stat(folder); folder == "" || err != nil || !info.IsDir() {
		return ""
	}
	return folder
}

// LastFolder is where a bundle was written or taken from last, if that folder is still there; else "".
func (l *Library) LastFolder() string { return existingDir(l.recent.read().Last) }

// Folders are where bundles were last, or the folder of the vacancy where that is not known; and the folder this vacancy
// is exchanged through, "" where none was chosen.
func (f *File) Folders() (last, exchange string) {
	r := f.recent.read()
	if last = existingDir(r.Last); last == "" {
		last = filepath.Dir(f.Beside("bundle", ""))
	}
	id, err := f.vacancy()
	if err != nil {
		return last, ""
	}
	return last, r.Exchange[id]
}
