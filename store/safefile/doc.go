// Package safefile writes files for people.
//
// Its one rule: under the final name there is the old file or the whole new one, never a part. Everything is written
// to a temporary file beside it, synced, renamed, and the folder synced.
package safefile
