// Package posting turns the published text of a vacancy into a draft of it, and says what it is not sure of.
//
// Its one rule: every word of a criterion is the posting's own and carries its line numbers; what was lost or is
// doubtful becomes a warning, never an invention. The work is done in stages, each testable alone:
//
//	lines       the text in lines, cleaned, with bullets and page furniture recognised
//	paragraphs  lines that were wrapped put together again, run-on text taken apart at its headings
//	sections    which paragraphs stand under which heading, and where lists are announced
//	items       the entries of a list, however the copy has damaged it
//	criteria    entries with their class (essential, desirable) and their typed requirement
//
// The package is pure and depends on the packages requirement and model alone, on model for the warnings only.
package posting
