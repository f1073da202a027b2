// Package prepare holds the pages on which a vacancy is prepared: the posting beside its criteria, their forms, the rules.
//
// Its one rule: every entry keeps the lines of the posting that it was made of.
package prepare
