// Package tui is the program that runs the screens: it decides which of them gets a key, keeps all changes in order, and
// draws the header, the footer and the overlays.
//
// Its one rule: only the goroutine of Bubble Tea touches the board, the screens and the outbox. Everything else runs in a
// command that has captured values, and returns a message.
package tui
