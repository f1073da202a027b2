// Package panel holds the pages of the panel and of its exchange: members, PINs, returned assessments, cards and bundles.
//
// Its one rule: a page shows how many assessments members submitted, never a value.
package panel
