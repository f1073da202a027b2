package imports

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// This file recognises files by their first bytes, and says what to do with the formats of word processors that are not
// read.

// isArchive recognises a zip archive, in which Word documents and workbooks are stored.
func isArchive(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

func isRTF(data []byte) bool { return bytes.HasPrefix(data, []byte("{\\rtf")) }

func refuseRTF(name string, _ []byte) (string, error) {
	return "", refuse("%s is an RTF file, which is not read; open it in a word processor, save it as DOCX or PDF, and use that", shown(name))
}

// isOldOffice recognises the container of Word's old format, in which files with a password are kept too.
func isOldOffice(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

func refuseOldOffice(name string, data []byte) (string, error) {
	var locked []byte
	for _, u := range utf16.Encode([]rune("EncryptedPackage")) {
		locked = binary.LittleEndian.AppendUint16(locked, u)
	}
	if bytes.Contains(data, locked) {
		return "", refuse("%s is protected by a password; open it, save it without one as DOCX or PDF, and use that", shown(name))
	}
	return "", refuse("%s is in an old office format, which is not read; open it in a word processor, save it as DOCX or PDF, and use that", shown(name))
}
