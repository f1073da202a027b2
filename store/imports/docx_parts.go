package imports

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

// This file finds the parts of a DOCX archive by their relations and opens them within bounds. Nothing is ever unpacked
// to a disk, so names in the archive can lead nowhere.

const (
	maxDocxParts = 5000
	// maxDocxPart is the largest part that is read: the words of some thousand pages.
	maxDocxPart = 24 << 20
)

var errNoPart = errors.New("part not found")

// openPart is a part of the archive, unpacked. errNoPart if there is none of that name, errBomb if it is too large.
func openPart(archive *zip.Reader, name string) ([]byte, error) {
	for _, f := range archive.File {
		if !strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("open %s: %w", name, err)
		}
		data, err := io.ReadAll(io.LimitReader(r, maxDocxPart+1))
		if err := errors.Join(err, r.Close()); err != nil && len(data) <= maxDocxPart {
			return nil, fmt.Errorf("unpack %s: %w", name, err)
		}
		if len(data) > maxDocxPart {
			return nil, text.ErrBomb
		}
		return data, nil
	}
	return nil, errNoPart
}

// relations are the targets of a relations part by the last word of their type: "styles", "numbering".
func relations(archive *zip.Reader, part string) map[string]string {
	folder, base := path.Split(part)
	data, err := openPart(archive, folder+"_rels/"+base+".rels")
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

// mainPart is the name of the part with the words of the document. errNoPart if there is none.
func mainPart(archive *zip.Reader) (string, error) {
	for _, name := range []string{relations(archive, "")["officeDocument"], "word/document.xml"} {
		for _, f := range archive.File {
			if name != "" && strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) && strings.HasSuffix(name, ".xml") {
				return name, nil
			}
		}
	}
	return "", errNoPart
}

// docxText is the text of a document in lines.
func docxText(archive *zip.Reader, c *text.Clock) (string, error) {
	name, err := mainPart(archive)
	if err != nil {
		return "", err
	}
	words, err := openPart(archive, name)
	if err != nil {
		return "", err
	}
	rel := relations(archive, name)
	w := &wordReader{clock: c, dec: wordDecoder(words), styles: map[string]wordStyle{}, lists: newWordLists()}
	// Without its styles or lists a document can still be read, only less well.
	if data, err := openPart(archive, first(rel["styles"], path.Join(path.Dir(name), "styles.xml"))); err == nil {
		w.styles = readWordStyles(data)
	} else if errors.Is(err, text.ErrBomb) {
		return "", err
	}
	if data, err := openPart(archive, first(rel["numbering"], path.Join(path.Dir(name), "numbering.xml"))); err == nil {
		w.lists.read(data)
	} else if errors.Is(err, text.ErrBomb) {
		return "", err
	}
	if err := w.document(); err != nil {
		return "", err
	}
	return w.out.String(), nil
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// wordDecoder decodes a part; it knows no entity but those of XML itself and fetches nothing.
func wordDecoder(data []byte) *xml.Decoder {
	return xml.NewDecoder(bytes.NewReader(data))
}
