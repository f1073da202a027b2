// Package lists holds the pages with a line for each candidate: the list and the matrix.
//
// Its one rule: the cost of a key does not grow with the number of candidates; what is not in view is worked out in the
// background.
package lists
