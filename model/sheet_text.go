package model

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"shortlist/model/plaintext"
	"shortlist/model/vocab"
)

// This file holds how texts and values are written in the cells of a sheet, and how edited cells are told from
// untouched ones: other programs change spaces, line ends and the form of letters by themselves.

// longestSheetText is a little less than what a cell of a workbook holds, in UTF-16 units.
const longestSheetText = 32_000

// sheetPlain returns a text without characters that cannot be seen or move the cursor, short enough for a cell.
func sheetPlain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch kind := plaintext.KindOf(r); {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return -1
		case kind == plaintext.LineEnd:
			return '\n'
		case kind == plaintext.Space:
			return ' '
		case kind != plaintext.Visible, r == unicode.ReplacementChar, !unicode.IsGraphic(r):
			return -1
		}
		return r
	}, s)
	return cutUnits(strings.TrimSpace(s), longestSheetText)
}

func cutUnits(s string, most int) string {
	if len(s) <= most {
		return s
	}
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

func cutText(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimRight(string(r[:most-1]), " ,;") + "…"
	}
	return s
}

// sameText brings a text into the form in which what was written equals what comes back.
func sameText(s string) string {
	return unquoted(norm.NFC.String(oneLine(sheetPlain(s))))
}

// unquoted removes the apostrophe that keeps a spreadsheet from reading a text as a formula.
func unquoted(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && strings.HasPrefix(SheetHarmless(rest), "'") {
		return rest
	}
	return s
}

// SheetHarmless puts an apostrophe before a text that a spreadsheet would take for a formula.
func SheetHarmless(s string) string {
	if s == "" {
		return s
	}
	if strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return "'" + s
	}
	for _, wide := range []string{"＝", "＋", "－", "＠"} { // read as formulas by some
		if strings.HasPrefix(s, wide) {
			return "'" + s
		}
	}
	return s
}

// ReadValue reads a value as people write it: in any case, by the keys of the screen (y, n, u), "3.0" for 3, "-" for
// cannot assess.
func (s Scale) ReadValue(text string) (Value, bool) {
	t := strings.ToLower(oneLine(unquoted(oneLine(text))))
	if t == "-" || t == "–" || t == "—" {
		return CannotAssess, true
	}
	v := Value(oneLine(strings.NewReplacer("-", " ", "_", " ").Replace(t)))
	switch {
	case v == CannotAssess:
		return v, true
	case s.Numbered():
		whole, rest, _ := strings.Cut(strings.Replace(t, ",", ".", 1), ".")
		if n, err := strconv.Atoi(whole); err == nil && strings.Trim(rest, "0") == "" {
			v = Value(strconv.Itoa(n))
		}
	default:
		for _, x := range s.Kind.row().named {
			if t == x.key || slices.Contains(x.typed, t) {
				v = x.value
			}
		}
	}
	return v, v != NotRated && s.Allows(v)
}

// Expected names the values that a sheet takes.
func (s Scale) Expected() string {
	var words []string
	for _, v := range append(s.Values(), CannotAssess) {
		words = append(words, vocab.Wire(v))
	}
	return strings.Join(words, ", ")
}
