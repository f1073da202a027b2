// Package text holds what every reader of a file needs: clean text, the encoding of a file, a value inside a sentence,
// a time limit around the reading, and room for what is needed again later.
//
// Its one rule: it knows no format and nothing of candidates or postings, and it imports none of the readers.
package text
