// Package vocab parts the words that are stored from the words that people read.
//
// A vocabulary is a type of string whose values the program chooses: a phase, a role, a verdict. Its values are on disk,
// in hashes and in documents for other programs, and never change. What people read comes from the method Words of the
// type, from one table, and may change with every version and every language.
//
// Its one rule: a stored word becomes text here or nowhere, with Words for people and Wire for programs.
package vocab
