// Package cli is the command line: one file a command, with what it is told by flags and what it answers. Data goes to
// standard output, talk to standard error.
//
// Its one rule: a command asks the contract of package kit for everything, as a screen does, so that both do the same work
// in the same way. It knows no vacancy file, and no clock but the one it is given.
package cli
