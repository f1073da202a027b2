// Package paper holds the pages of exports and of the history.
//
// Its one rule: nothing here changes the vacancy.
package paper
