package store

// This file remembers folders on this laptop: where the last bundle was, and through which folder a vacancy is
// exchanged. Nothing depends on it: what cannot be read or written is forgotten.

import (
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"sync"

	"shortlist/store/safefile"
)

// recentFolders are the remembered folders, in a file beside the keys.
type recentFolders struct {
	file string

	mu  sync.Mutex
	now *remembered // what this program could not write; nil if nothing
}

// remembered is the content of the file.
type remembered struct {
	Last     string            `json:"last,omitempty"`
	Exchange map[string]string `json:"exchange,omitempty"` // by vacancy id
}

// read returns a copy of what is remembered.
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

// change changes what is remembered. What cannot be written is remembered until the program ends.
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

// existingDir returns the folder if it exists, or "".
func existingDir(folder string) string {
	if info, err := os.Stat(folder); folder == "" || err != nil || !info.IsDir() {
		return ""
	}
	return folder
}

// LastFolder returns the folder of the last bundle that was written or taken in, or "" if it is gone or not known.
func (l *Library) LastFolder() string { return existingDir(l.recent.read().Last) }

// Folders returns the folder of the last bundle, or that of the vacancy if it is not known; and the folder through which
// this vacancy is exchanged, or "".
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
