// Package plaintext makes text of others safe: it finds the encoding of bytes, and removes from text what cannot be seen or
// would command a terminal.
//
// Its one rule: there is one table of characters (KindOf) and one detector of encodings (Detect) in the whole program, and
// both are here. What the callers may choose is only the form of what can be seen.
package plaintext
