// Package paper holds the pages of exports and of the history.
//
// Rule of the wing: nothing here changes the vacancy.
package paper
