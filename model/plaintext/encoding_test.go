package plaintext

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func encoded16(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func TestEveryEncodingIsDetected(t *testing.T) {
	t.Parallel()
	const text = "reference;Zoë Łuk 𝄞\n"
	for _, c := range []struct {
		rule, data string
		want       Encoding
		decoded    string
	}{
		{"UTF-8", text, UTF8, text},
		{"UTF-8 with a mark", Mark + text, UTF8, text},
		{"UTF-16 little endian with a mark", "\xff\xfe" + encoded16(text, false), UTF16LE, text},
		{"UTF-16 big endian with a mark", "\xfe\xff" + encoded16(text, true), UTF16BE, text},
		{"UTF-16 without a mark", encoded16(text, false), UTF16LE, text},
		{"UTF-16 big endian without a mark", encoded16(text, true), UTF16BE, text},
		{"half a letter of UTF-16 is left out", "\xff\xfea\x00b", UTF16LE, "a"},
		{"Windows-1252", "Zo\xeb \x80", Windows1252, "Zoë €"},
		{"Windows-1252 that ends like a cut letter", "caf\xe9", Windows1252, "café"},
		{"nothing", "", UTF8, ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			if got := Detect([]byte(c.data), false); got != c.want {
				t.Errorf("detected %d, want %d", got, c.want)
			}
			if got := Decode([]byte(c.data)); got != c.decoded {
				t.Errorf("decoded %q, want %q", got, c.decoded)
			}
		})
	}
	if got := Detect([]byte("caf\xc3"), true); got != UTF8 {
		t.Errorf("a beginning that ends inside a letter is %d, want UTF-8", got)
	}
}

func TestBytesThatAreNoTextAreRecognised(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]string{
		"%PDF-1.7": "a PDF", "\x89PNG\r\n": "a picture", "MZ\x90\x00": "a program", "ID3\x04": "a recording", "SQLite format 3\x00": "a database",
		"ID3,name\n": "", "reference,name\n": "", "{\"a\": 1}": "",
	} {
		if got := Binary([]byte(head)); got != want {
			t.Errorf("%q is %q, want %q", head, got, want)
		}
	}
	for head, want := range map[string]bool{
		"reference,\x00\x01\x02\x03\x04": true, strings.Repeat("\x00", 3) + strings.Repeat("a", 100): true,
		"reference\x00,name": false, "a\vb\vc\td\r\n\x1b[0m": false, strings.Repeat("\x07", 2) + strings.Repeat("a", 100): false, "": false,
	} {
		if got := IsBinary([]byte(head)); got != want {
			t.Errorf("%q is binary: %v, want %v", head, got, want)
		}
	}
}
