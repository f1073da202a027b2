// Package screens holds the pages of the program, one file each, and the list of them.
//
// Its one rule: a screen is state and drawing. It reads the board it is handed, answers messages with effects, and
// never touches disk, clock or another screen.
package screens
