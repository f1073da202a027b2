// Package home holds the pages that work without an open vacancy: the library, a new vacancy, the user's own card.
//
// Its one rule: nothing here reads a board that is not empty.
package home
