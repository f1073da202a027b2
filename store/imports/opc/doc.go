// Package opc finds and opens the parts of an office archive (Open Packaging Conventions), which is how Word documents and
// workbooks are stored.
//
// Its one rule: nothing is ever unpacked to a disk or fetched from elsewhere, so names and links in an archive lead
// nowhere.
package opc
