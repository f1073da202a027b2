// Package safefile writes files for people.
//
// Its one rule: under the final name there is either the old file or the whole new one, never a part. Everything is
// written to a temporary file beside it, synced and renamed, and the folder is synced.
package safefile
