// Package requirement gives a criterion its typed meaning and compares it with a candidate's facts.
//
// A Requirement is what a criterion asks for (a degree, years of experience, a pair of language levels…).
// Facts are what a candidate's file claims. A Finding is what the program works out from the two: met, not met,
// borderline or cannot tell, always with its arithmetic. A finding is a proposal for a person, never a rating.
//
// There is one file per requirement kind: it parses the kind's clause and checks it. The package is pure: no clock,
// disk, screen, randomness or encoding.
package requirement
