package plaintext

import "unicode"

// This file is the table of characters. If in doubt a character is hidden: a letter that is lost can be seen, one that is
// hidden cannot.

// Kind is what a character is for the reader of a text.
type Kind int8

// The kinds of characters.
const (
	Visible    Kind = iota
	Space           // a space other than ' ': a tab, a no-break space
	LineEnd         // "\n" and everything else that begins a new line
	SoftHyphen      // a mark for the printer: it shows only where a line is broken
	Private         // a private use character, which looks different on every computer
	Hidden          // drawn as nothing, a command to the terminal, or turns the direction of what follows
)

// KindOf is the kind of a character.
func KindOf(r rune) Kind {
	switch {
	case r >= 0xc0 && r < 0x300, r >= ' ' && r < 0x7f:
		return Visible
	case r == '\t', r == 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200a, r == 0x202f, r == 0x205f, r == 0x3000:
		return Space
	case r >= '\n' && r <= '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return LineEnd
	case r == 0xad:
		return SoftHyphen
	case r < 0xa0:
		return Hidden // control characters
	case r < 0x300:
		return Visible
	case r == 0x34f, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x3164, r == 0xffa0:
		return Hidden // fillers: letters that are drawn as nothing
	case r >= 0x2060 && r <= 0x206f, r >= 0xe0000 && r <= 0xe007f:
		return Hidden // invisible operators, directions and tags, those without a meaning yet included
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return Hidden // not characters
	case unicode.Is(unicode.Cf, r):
		return Hidden // zero width, directions, the byte order mark
	case unicode.Is(unicode.Co, r):
		return Private
	}
	return Visible
}
