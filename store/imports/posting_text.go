package imports

import (
	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file reads a posting or document in plain text.

// isText returns true if data is text in one of the known encodings.
func isText(data []byte) bool {
	head := data[:min(len(data), text.HeadSize)]
	e := text.EncodingOf(head)
	return plaintext.Binary(head) == "" && !plaintext.IsBinary(text.Head(e, head))
}

func readText(_ string, data []byte) (string, error) {
	return cleanText(plaintext.Decode(data)), nil
}

// written is the form of a posting's text: as it was written, with one kind of line end. Private characters stay, because
// the reader of postings knows them as bullets of symbol fonts.
var written = plaintext.Form{KeepPrivate: true}

// cleanText is the visible part of the text of a posting or document.
func cleanText(s string) string {
	s, _ = written.Clean(s)
	return s
}
