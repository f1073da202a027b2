package imports

import "bytes"

// This file recognises a PDF.

func isPDF(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], "\x00\r\n\t \xef\xbb\xbf"), []byte("%PDF-"))
}

func readPDF(name string, _ []byte) (string, error) {
	return "", refuse("%s is a PDF, which cannot be read yet; open it, copy its text into a plain text file and use that", shown(name))
}
