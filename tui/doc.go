// Package tui is the program that runs the screens: it decides who gets a key, keeps the order of all changes, and
// draws what is round a screen.
//
// Its one rule: only the Bubble Tea goroutine touches the board, the screens and the outbox. Whatever else runs is a
// command that is closed over values and answers with a message.
package tui
