package imports

import (
	"bytes"
	"errors"

	"shortlist/store/imports/pdf"
	"shortlist/store/imports/text"
)

// This file reads a PDF as a posting or document and says in a sentence why one is refused. The reader is in package pdf.

func isPDF(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], "\x00\r\n\t \xef\xbb\xbf"), []byte("%PDF-"))
}

func readPDF(name string, data []byte) (string, error) {
	words, err := pdf.Text(data)
	if err != nil {
		return "", refusePDF(name, err)
	}
	return cleanText(words), nil
}

// refusePDF is the refusal of a PDF for an error of its reader.
func refusePDF(name string, err error) error {
	switch {
	case errors.Is(err, pdf.ErrLocked):
		return refuse("%s is a PDF that is locked with a password or against copying; open it, print or save it as a PDF without a lock, or type its text into a plain text file", shown(name))
	case errors.Is(err, pdf.ErrNoText):
		return refuse("%s is a PDF of pictures without text, such as a scan; have its text recognised (OCR), or type the text into a plain text file", shown(name))
	case errors.Is(err, pdf.ErrLetters):
		return refuse("%s is a PDF whose fonts do not tell which letters they draw; open it in a word processor or type the text into a plain text file", shown(name))
	case errors.Is(err, pdf.ErrPages):
		return refuse("%s is a PDF of more than %d pages; make a PDF or a plain text file of the pages with the posting", shown(name), pdf.MaxPages)
	case errors.Is(err, text.ErrBomb):
		return refuse("%s unpacks to far more than a PDF of its size holds; copy its text into a plain text file", shown(name))
	case errors.Is(err, text.ErrSlow):
		return refuse("%s takes too long to read; open it and copy its text into a plain text file", shown(name))
	}
	return refuse("%s is a damaged PDF or one of a kind that cannot be read; download it again, or open it and copy its text into a plain text file", shown(name))
}
