package imports

import (
	"errors"

	"shortlist/store/imports/docx"
	"shortlist/store/imports/text"
)

// This file reads a Word document (DOCX) as a posting or document and says in a sentence why one is refused. The reader is
// in package docx.

func readDOCX(name string, data []byte) (string, error) {
	words, err := docx.Text(data)
	if err != nil {
		return "", refuseDOCX(name, err)
	}
	return cleanText(words), nil
}

// refuseDOCX is the refusal of an archive for an error of the reader.
func refuseDOCX(name string, err error) error {
	var other *docx.OtherError
	switch {
	case errors.Is(err, docx.ErrNoArchive):
		return refuse("%s is a Word file or an archive that is damaged; download or copy it again, or save it as plain text", shown(name))
	case errors.As(err, &other):
		return refuse("%s is %s, not a document with text; save the text as DOCX, PDF or plain text and use that", shown(name), other.What)
	case errors.Is(err, text.ErrBomb):
		return refuse("%s unpacks to far more than a document of its size holds; save its text as plain text and use that", shown(name))
	case errors.Is(err, text.ErrSlow):
		return refuse("%s takes too long to read; save it as plain text and use that", shown(name))
	case errors.Is(err, docx.ErrNoText):
		return refuse("%s is a Word document without text, perhaps a scan put in as a picture; copy the text into a plain text file and use that", shown(name))
	}
	return refuse("%s is a damaged Word document; open it in the word processor, save it again as DOCX or as plain text, and use that", shown(name))
}
