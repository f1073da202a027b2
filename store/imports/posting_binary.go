package imports

import "bytes"

// This file recognises the formats that are not read yet and says what to do instead.

func isPDF(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], "\x00\r\n\t \xef\xbb\xbf"), []byte("%PDF-"))
}

func refusePDF(name string, _ []byte) (string, error) {
	return "", refuse("%s is a PDF, which cannot be read yet; open it, copy its text into a plain text file and use that", shown(name))
}

func isArchive(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

func refuseArchive(name string, _ []byte) (string, error) {
	return "", refuse("%s is a Word file or an archive, which cannot be read yet; save it as plain text and use that", shown(name))
}
