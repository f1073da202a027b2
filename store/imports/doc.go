// Package imports reads the files that people give us: postings, documents, lists of candidates and filled rating forms.
//
// Its one rule: a format is recognised by its content, never by its name, and everything in a file is hostile. A file
// that is useless as a whole is refused in one sentence; what is wrong inside it is a problem with its place, and all
// problems are told at once.
//
// What knows nothing of candidates or postings is in packages of its own: pdf, docx, xlsx and ods read those files as text, opc
// opens office archives, and text holds what all of them share. None of these imports this package.
package imports
