// Package ods reads OpenDocument spreadsheets as rows of text.
//
// Its one rule: it knows nothing of candidates, works out no formula, and bounds everything that a file can repeat.
package ods
