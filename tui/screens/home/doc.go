// Package home holds the pages that work without an open vacancy: the library, a new vacancy, one's own card.
//
// Its one rule: nothing here reads a board that is not empty.
package home
