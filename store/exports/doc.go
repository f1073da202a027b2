// Package exports writes results in the formats of others: the report as a document, a page or a table, the history as a
// proof, a member's own rating form, and what was understood of a posting.
//
// Its one rule: a format adds nothing to what its source holds, so the model alone decides what a viewer may see.
package exports
