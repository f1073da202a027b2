// Package kit is the contract between screens and the program that runs them: what a screen is, what it may ask for, and what
// it can rely on; and between all of these, the command line and the disk.
//
// Its one rule: it draws nothing and runs nothing.
package kit
