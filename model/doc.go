// Package model holds what a selection panel does: the rules of the product without disk, screen or clock.
//
// The words, used with these meanings everywhere:
//
//	posting      the published text, kept whole with its SHA-256; the source of everything
//	vacancy      what the panel made of it: header, criteria, competencies, eligibility
//	criterion    one line of the essential (E1…) or desirable (D1…) list, in the posting's own words
//	requirement  the typed meaning of a criterion (package requirement)
//	candidate    a number; the facts claimed in the file and everything personal are kept apart (Person)
//	finding      what the program works out about a requirement and a candidate; a proposal, never a rating
//	rating       one member's judgement on one criterion of one candidate
//	assessment   all ratings of one member for one candidate: draft, submitted, or returned
//	scale        what a rating may be: met / not met / unclear, or points with a pass mark (0–4 and others)
//	rules        criteria, scales, weights, pass marks, cut line, tie rule, counting policy; sealed before rating
//	panel        the members with their roles
//	reveal       the moment the ratings of others become visible
//	agreed       the panel's settled value where members differed
//	decision     shortlisted, reserve, not shortlisted or withdrawn, with a reason
//	history      the append-only log of events, from which everything else is derived
//
// A Command asks for a change; Decide answers with events or with a refusal; applying an event is total and never
// refuses; Fold turns any set of events, in any order, into the same Board.
//
// The package is pure: it imports no os, io/fs, context, math/rand or encoding/…, and never asks what time it is.
// Time, identity and randomness arrive in a Stamp.
package model
