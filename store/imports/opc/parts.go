package opc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"shortlist/store/imports/text"
)

// This file finds the parts of an archive by name or by their relations and opens them within bounds.

// MaxPart is the largest part that Open unpacks, in bytes: the words of some thousand pages.
const MaxPart = 24 << 20

// ErrNoPart is returned if an archive has no part of a name.
var ErrNoPart = errors.New("part not found")

// Find is the part with a name; nil if there is none.
func Find(archive *zip.Reader, name string) *zip.File {
	for _, f := range archive.File {
		if strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			return f
		}
	}
	return nil
}

// Open unpacks a part. ErrNoPart if there is none of that name, text.ErrBomb if it is too large.
func Open(archive *zip.Reader, name string) ([]byte, error) {
	f := Find(archive, name)
	if f == nil {
		return nil, ErrNoPart
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	if err := errors.Join(err, r.Close()); err != nil && len(data) <= MaxPart {
		return nil, fmt.Errorf("unpack %s: %w", name, err)
	}
	if len(data) > MaxPart {
		return nil, text.ErrBomb
	}
	return data, nil
}

// Relations are the parts that a part refers to, by the last word of the type of the relation: "styles", "numbering".
// Part "" is the archive itself. Relations that lead out of the archive are left out.
func Relations(archive *zip.Reader, part string) map[string]string {
	folder, base := path.Split(part)
	data, err := Open(archive, folder+"_rels/"+base+".rels")
	if err != nil {
		return nil
	}
	var list struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.NewDecoder(bytes.NewReader(data)).Decode(&list); err != nil {
		return nil
	}
	found := map[string]string{}
	for _, r := range list.Relationship {
		if r.Mode == "External" {
			continue
		}
		target := strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(r.Target, "/") {
			target = path.Join(folder, target)
		}
		if kind := path.Base(r.Type); found[kind] == "" {
			found[kind] = target
		}
	}
	return found
}
