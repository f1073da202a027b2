package store

// This file lists folders, for choosing a file.

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shortlist/model"
)

// Browse lists a folder for choosing a file: the folder above, then folders, then files, by name. Hidden entries and
// those that cannot be read are left out. It returns *FileError if the folder itself cannot be read.
func (l *Library) Browse(folder string) ([]model.FolderEntry, error) {
	if folder == "" {
		folder = "."
	}
	folder = absolute(expandHome(folder))
	entries, err := os.ReadDir(folder)
	if err != nil && len(entries) == 0 {
		return nil, fileError(folder, err)
	}
	var out []model.FolderEntry
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(folder, e.Name())
		info, err := os.Stat(path) // follows links
		if err != nil {
			continue
		}
		entry := model.FolderEntry{Name: e.Name(), Path: path, Folder: info.IsDir()}
		if info.Mode().IsRegular() {
			entry.Size = info.Size()
		} else if !entry.Folder {
			continue
		}
		out = append(out, entry)
	}
	slices.SortFunc(out, func(x, y model.FolderEntry) int {
		if x.Folder != y.Folder {
			if x.Folder {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)), cmp.Compare(x.Name, y.Name))
	})
	if above := filepath.Dir(folder); above != folder {
		out = slices.Insert(out, 0, model.FolderEntry{Name: "..", Path: above, Folder: true})
	}
	return out, nil
}
