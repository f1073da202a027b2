// Package panel holds the pages of the panel and of its exchange: members, PINs, returned assessments, cards and bundles.
//
// Its one rule: what members rated is shown here as a number of assessments, never as a value.
package panel
