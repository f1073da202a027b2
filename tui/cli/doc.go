// Package cli is the command line: one file a command, with what it is told by flags and what it answers. Data goes to
// standard output, talk to standard error.
package cli
