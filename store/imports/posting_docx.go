package imports

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"time"

	"shortlist/store/imports/text"
)

// This file reads a Word document (DOCX) as a posting and says what is wrong with other archives. Its parts are found in
// docx_parts.go and read in docx_text.go.

const docxTime = 15 * time.Second

func isArchive(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

func readDOCX(name string, data []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return "", refuse("%s is a Word file or an archive that is damaged; download or copy it again, or save it as plain text", shown(name))
	}
	if what := otherArchive(archive); what != "" {
		return "", refuse("%s is %s, not a document with text; save the text as DOCX, PDF or plain text and use that", shown(name), what)
	}
	words, err := text.Fenced(docxTime, func(c *text.Clock) (string, error) { return docxText(archive, c) })
	switch {
	case errors.Is(err, text.ErrBomb):
		return "", refuse("%s unpacks to far more than a document of its size holds; save its text as plain text and use that", shown(name))
	case errors.Is(err, text.ErrSlow):
		return "", refuse("%s takes too long to read; save it as plain text and use that", shown(name))
	case err != nil:
		return "", refuse("%s is a damaged Word document; open it in the word processor, save it again as DOCX or as plain text, and use that", shown(name))
	case strings.TrimSpace(words) == "":
		return "", refuse("%s is a Word document without text, perhaps a scan put in as a picture; copy the text into a plain text file and use that", shown(name))
	}
	return cleanText(words), nil
}

// otherArchive says what an archive is that is no Word document, or "".
func otherArchive(archive *zip.Reader) string {
	if len(archive.File) > maxDocxParts {
		return "an archive of very many files"
	}
	what := "an archive"
	for _, f := range archive.File {
		switch {
		case strings.HasPrefix(f.Name, "word/"):
			return ""
		case strings.HasPrefix(f.Name, "xl/"):
			what = "a spreadsheet"
		case strings.HasPrefix(f.Name, "ppt/"):
			what = "a presentation"
		case f.Name == "content.xml":
			what = "an OpenDocument file"
		}
	}
	if _, err := mainPart(archive); err == nil && what == "an archive" {
		return ""
	}
	return what
}
