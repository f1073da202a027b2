package model

import "fmt"

// Problem is something wrong in a file that somebody gave us. Problems are not errors: they are collected and shown all
// at once.
type Problem struct {
	File   string
	Sheet  string
	Line   int // counted from 1; 0 if it has no line
	Column int // counted from 1; 0 if it has no column
	Field  string
	// Message says what is wrong and what was expected.
	Message string
	// Warning is true if the file can be taken in all the same.
	Warning bool
}

// String is the problem in one line: file, place, field, message.
func (p Problem) String() string {
	s := p.File
	if p.Sheet != "" {
		s += " [" + p.Sheet + "]"
	}
	if p.Sheet != "" && p.Line > 0 && p.Column > 0 {
		s += " " + ColumnLetters(p.Column) + fmt.Sprint(p.Line)
		p.Line, p.Column = 0, 0
	}
	if p.Line > 0 {
		s += fmt.Sprintf(" row %d", p.Line)
	}
	if p.Column > 0 {
		s += fmt.Sprintf(" column %d", p.Column)
	}
	if p.Field != "" {
		s += " (" + p.Field + ")"
	}
	if s != "" {
		s += ": "
	}
	return s + p.Message
}

// ColumnLetters is the name of a column as spreadsheet programs show it: 1 is A, 28 is AB.
func ColumnLetters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}
