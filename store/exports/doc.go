// Package exports writes results in the formats of others: the report as a document, a page, a table, and what was
// understood of a posting. Its one rule: a format adds nothing to what the report holds, so sight is decided in the
// model alone.
package exports
