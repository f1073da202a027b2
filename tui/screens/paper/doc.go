// Package paper holds the pages of what leaves the vacancy and what it remembers: exports and the history.
//
// Its one rule: nothing here changes the vacancy.
package paper
