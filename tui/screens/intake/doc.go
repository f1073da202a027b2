// Package intake holds the pages that take candidates in: the import and the mapping of columns.
//
// Its one rule: nothing is taken in that was not shown first.
package intake
