// Package store keeps vacancies on disk.
//
// Its one rule: the store keeps events, people and files, and decides nothing. A vacancy is one bbolt file; what is
// in it, and what guards it, stands in schema.go. Every value is sealed with a checksum, every transaction runs under a guard
// that turns a fault of a damaged file into an error, and nothing is acknowledged before it is on disk.
//
// Errors that people meet carry their own sentence (Explain): what happened, why, and what to do.
package store
