package plaintext

import "bytes"

// This file recognises bytes that are not text.

// magic lists the first bytes of files that are not plain text.
var magic = []struct{ start, what string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "an archive or an office document"},
	{"\xd0\xcf\x11\xe0", "an old or password-protected office document"},
	{"\x1f\x8b", "a compressed file"},
	{"7z\xbc\xaf", "a compressed file"},
	{"Rar!", "a compressed file"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"\x7fELF", "a program"},
	{"MZ\x90", "a program"},
	{"SQLite format 3", "a database"},
	{"OggS", "a recording"},
	{"ID3\x02", "a recording"},
	{"ID3\x03", "a recording"},
	{"ID3\x04", "a recording"},
	{"{\\rtf", "a word processor's file"},
}

// Binary says what a file is whose first bytes are known: "a PDF". Empty if they are not.
func Binary(head []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.start)) {
			return m.what
		}
	}
	return ""
}

// IsBinary returns true if more than one byte in fifty of a decoded beginning is a control character that texts do not
// hold. A single one is always let pass: Clean removes it later.
func IsBinary(head []byte) bool {
	strange := 0
	for _, c := range head {
		if c < ' ' && (c < '\t' || c > '\r') && c != '\x1b' {
			strange++
		}
	}
	return strange > 1 && strange*50 > len(head)
}
