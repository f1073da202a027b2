// Package requirement gives a criterion its typed meaning and compares it with a candidate's facts.
//
// A Requirement is what a criterion asks for (a degree, years of experience, a pair of language levels…). Facts are what
// a candidate's file claims. A Finding is what the program works out from the two: met, not met, borderline or cannot
// tell, always with its arithmetic.
//
// Its one rule: a finding is a proposal for a person, never a rating. The package is pure: no clock, disk, screen,
// randomness or encoding.
//
// Where do I add …
//
//   - a kind of requirement? One new file with a kindRow, the function that reads a clause and the function that checks
//     it, and one line in the list of kinds.go. The place in that list is the order in which clauses are offered. Nothing
//     else in the program branches on a kind: what other code needs to know of it is a field of the row.
//   - a field of Requirement? In requirement.go, and in the sealed part of the kind that owns it, with a new place. A test
//     in package model changes every field and fails if the sealed line stays the same.
//   - papers that a file claims (licences, certificates …)? Declare a CredentialSort in the row of the kind. Candidates
//     documents, flat columns, workbooks, templates, the codec, corrections and the lines on screen follow from it.
//   - another sort of facts? A field of Facts, a row in facts_list.go, and its reading in store/imports, because dates,
//     levels and nations are read there.
//   - a scale for ratings? That is model/scale.go: one row.
//   - words for people? words.go. Stored values never change.
//
// A kind's files are named after it: degree.go reads, degree_check.go compares, degree_form.go holds words and fields.
package requirement
