package model

import "fmt"

// This file holds what the store reports about bundles that were written and taken in.

// Sent is the result of writing a bundle.
type Sent struct {
	Made OwnCard // the chair's card, if it was made on the way; else the zero value
	Text string  // what was written where and for whom, in a sentence
}

// Exchanged is the result of keeping a folder in step: a sentence for each bundle that was taken in or written, and an
// error for each that was refused.
type Exchanged struct {
	Made    OwnCard // as in Sent
	In, Out []string
	Refused []error
}

// Announce says that the program made a card by itself. Empty for the zero value.
func (c OwnCard) Announce() string {
	if c.Line == "" {
		return ""
	}
	return fmt.Sprintf("A card was made for %s. Its check sum is %s: tell the members.", c.Name, c.Check)
}
