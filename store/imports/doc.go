// Package imports reads the files that people give us: postings and candidates.
//
// Its one rule: a format is recognised by its content, never by its name, and everything in a file is hostile. What
// makes a file useless as a whole is refused in one sentence; what is wrong inside it is a problem with its place, and
// all problems are told at once.
package imports
