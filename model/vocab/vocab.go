package vocab

// This file holds the ways from a stored word to text.

import "shortlist/model/plaintext"

// Words returns what people read in place of a stored word. A word that the table does not hold, such as one of a newer
// program or a national level of clearance, is shown as Unknown shows it.
func Words[T ~string](table map[T]string, w T) string {
	if words, ok := table[w]; ok {
		return words
	}
	return Unknown(w)
}

// Unknown returns a stored word as people read it if there are no words for it: the word itself, on one line and without
// hidden characters.
func Unknown[T ~string](w T) string {
	s, _ := plaintext.Form{OneLine: true}.Clean(string(w))
	return s
}

// Wire returns a stored word as it is stored. It is for text that a program reads back, compares or hashes: a line of
// the sealed rules, a field of a JSON document, a cell of a member's own form, the value of a choice in a form. It is
// never for text that people read; that is Words.
func Wire[T ~string](w T) string { return string(w) }
