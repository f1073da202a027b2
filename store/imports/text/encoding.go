package text

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"shortlist/model/plaintext"
)

// This file reads a text file as UTF-8 as a stream.

// HeadSize is how much of a file is looked at to recognise it, in bytes.
const HeadSize = 64 << 10

// EncodingOf is the encoding of a file by its beginning, of which HeadSize bytes were read if there are as many.
func EncodingOf(head []byte) plaintext.Encoding {
	return plaintext.Detect(head, len(head) == HeadSize)
}

// Reader gives a file in UTF-16 as UTF-8 and any other as it is: Windows-1252 is decoded cell by cell, which is faster and
// lets a file be mixed.
func Reader(e plaintext.Encoding, r io.Reader) io.Reader {
	switch e {
	case plaintext.UTF16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case plaintext.UTF16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	return r
}

// Head is the beginning of a file as Reader gives it, without a byte order mark.
func Head(e plaintext.Encoding, head []byte) []byte {
	if e == plaintext.UTF16LE || e == plaintext.UTF16BE {
		return []byte(e.Decode(head))
	}
	return bytes.TrimPrefix(head, []byte(plaintext.Mark))
}

// OtherKind says what a file is that is known by its beginning and is not a list in plain text: "a PDF", "a web page or
// XML". Empty if it is not known.
func OtherKind(head []byte) string {
	if what := plaintext.Binary(head); what != "" {
		return what
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head[:min(len(head), 512)], []byte(plaintext.Mark))))
	for _, s := range []string{"<!doctype", "<html", "<?xml"} {
		if strings.HasPrefix(string(start), s) {
			return "a web page or XML"
		}
	}
	return ""
}
