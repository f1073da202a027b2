// Package store keeps vacancies on disk.
//
// Its one rule: the store keeps events, people and files, and decides nothing. A vacancy is one bbolt file. Every value is
// sealed with a checksum, every transaction runs under a guard that turns a fault of a damaged file into an error, and
// nothing is acknowledged before it is on disk.
//
// Errors that people see have a method Explain, which says what happened, why, and what to do.
//
// # Layout
//
// The buckets of a file, and their keys. A number in brackets is a length in bytes.
//
//	meta     "format"                      what this file is
//	         "schema"                      version of this diagram
//	         "vacancy"                     id of the vacancy, the same in every copy
//	         "device"                      id of this copy
//	         "laptop"                      number of the installation that writes under it; absent before the first write
//	         "former"                      ids under which the copy wrote before; usually absent
//	         "created"                     when and with what the file was made
//	         "clean"                       1 if the last writer closed it, 0 if not
//	         "tally"                       how many events and people are committed
//	         "staging"                     first candidate of an import that is not committed; usually absent
//	         "revising"                    corrections of files that are not committed; usually absent
//	         "signed ", chain              who signed the chain of another laptop, up to which entry; absent without one
//	         "pin ", member                what a member's PIN is checked against, and wrong tries; absent without one
//	log      arrival number (8)            event with the hash of the one before it of the same chain
//	ids      chain, 0, sequence (8)        arrival number and hash of the event
//	people   candidate (4)                 the person
//	         candidate (4), 0              how many texts there are about the candidate
//	         candidate (4), text id        a text about the candidate
//	         "\xff\xff\xff\xff"            the end, so that a lost end is noticed
//	         end, candidate (4)            a corrected file that is not committed; usually absent
//	posting  "posting"                     the published text and its hash
//	cache    "board"                       snapshot of the board; the whole bucket may be dropped at any time
//	         "summary"                     what the list of vacancies shows
//	         "briefs", chunk (4)           lines of the list of candidates, 512 a chunk
//
// Every value is sealed: before it stand four bytes of CRC-32C over bucket, key and value.
//
// # Guards
//
// bbolt trusts its file and has no checksum on data. Each guard alone catches one kind of fault: without it, the test below
// it fails.
//
//	guard                                  fault
//	seal (schema.go)                       a changed bit in a value, which bbolt would return
//	                                         TestATurnedBitIsNeverBelieved
//	recover (db.go)                        a page on which bbolt panics
//	                                         TestDamagedStretchesAreNeverBelieved
//	SetPanicOnFault (db.go)                a reference beyond the mapped file, which would kill the process
//	                                         TestDamageInTheHeadOfAPageIsNeverBelieved
//	dead transactions (db.go)              writing on after bbolt panicked while it wrote
//	                                         TestNothingIsWrittenAfterATransactionDied
//	size 0 (bolt_precheck.go)              an empty file, which bbolt would turn into a database
//	                                         TestWhatIsNoVacancyIsRefusedWithASentence
//	size (bolt_precheck.go)                a file whose end is missing
//	                                         TestWhatIsNoVacancyIsRefusedWithASentence
//	trees (bolt_precheck.go)               a page below itself or in two trees, in which bbolt walks for ever
//	                                         TestPagesThatWouldLeadBoltAstrayAreFoundBefore
//	free pages (bolt_precheck.go)          a page listed as free twice or wrongly, which a change would overwrite
//	                                         TestPagesThatWouldLeadBoltAstrayAreFoundBefore
//	two commits (db.go, create.go)         a header page damaged after the file was closed
//	                                         TestALostHeaderOfAClosedFileLosesNothing
//	damaged header (open.go)               a header page damaged in a file that was not closed: its last change may be gone
//	                                         TestALostHeaderOfAFileThatWasNotClosedIsSaid
//	check process (check_process.go)       pages damaged in a file that was not closed, before anybody works on it
//	                                         TestTheCheckFromOutsideFindsDamage
//	heads against counts (log.go)          the last events of a chain gone from the bucket of ids
//	                                         TestALostValueIsMissed
//	arrival numbers (log.go)               an event gone from the log
//	                                         TestALostValueIsMissed
//	next key, number of texts (people.go)  a candidate or a text gone
//	                                         TestALostValueIsMissed
//	number of candidates (check.go)        candidates gone whose files nobody opens
//	                                         TestALostValueIsMissed
//	hash chains (verify.go)                an event changed together with its seal
//	                                         TestAHistoryIsProvedOrItSaysWhatIsWrong
//	last record, shape (snapshot.go)       a snapshot of another history, or of a program with other fields
//	                                         TestASnapshotOfAnotherHistoryOrProgramIsNotUsed
//	inode (db.go)                          a file that a sync client replaced while it was open
//	                                         TestAReplacedFileIsNotWrittenTo
//	format name (open.go)                  a bbolt file of another program
//	                                         TestWhatIsNoVacancyIsRefusedWithASentence
//	schema newer (open.go)                 a file of a newer program
//	                                         TestANewerFileIsRefusedUntouched
//	staged import (open.go)                candidates of an import that was killed
//	                                         TestAStoppedOrKilledImportLeavesNothingBehind
//	headers again (read_locked_copy.go)    a copy during which the other program saved
//	                                         none: it depends on timing
package store
