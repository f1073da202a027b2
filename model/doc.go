// Package model holds what a selection panel does: the rules of the product, without disk, screen or clock.
//
// # How it works
//
// A Command asks for a change. Decide answers with events, or refuses with an *Error that says what to do. Applying an
// event to a Board is total and never refuses, because what happened did happen. Fold makes the same Board of a set of
// events whatever their order. Who may read what of a board is decided in sight.go and history.go and nowhere else.
//
// Its one rule: the package is pure. It imports no os, io/fs, context, math/rand or encoding/…, and never asks what time it is: time,
// identity and randomness come in a Stamp. A test in package tui holds it to that.
//
// # Words
//
// The same words are used in code, on disk and in documents:
//
//	posting      the text as it was published, kept whole with its hash; everything else is read from it
//	vacancy      what the panel works with: header, criteria, conditions of eligibility, competencies
//	criterion    one line of the essential (E1, E2 …) or desirable (D1 …) list, in the words of the posting
//	requirement  what a criterion means to the program: a degree, years, language levels … (package requirement)
//	eligibility  conditions beside the criteria (G1 …), such as nationality or a document; checked, never rated
//	competency   something that is assessed at the interview; listed, never rated
//	candidate    a number; name, facts and documents are a Person, and never stand in an event
//	finding      what the program works out for one requirement from one file, with its arithmetic: met and not met (the
//	             facts alone settle it), borderline (settled only by the margin of an imprecise date), to judge (the
//	             facts reach what is asked if a person accepts them) or not stated (the file says nothing of it). A
//	             criterion that no fact can settle has none. A proposal, never a rating
//	rating       one member's judgement on one criterion of one candidate: a value, a reason, quotes
//	assessment   all ratings of one member for one candidate: draft, submitted, or returned to its member
//	scale        the values that a rating may have, with a sentence for each and a pass mark: met / not met / unclear, or
//	             points (0–4 and others)
//	rules        criteria, scales, weights, pass marks, places, ties and the way of counting experience
//	seal         fixes the rules: their hash goes into the history, and only then rating begins
//	panel        the members: chair and members rate, the secretary runs the panel, an observer reads
//	recusal      a member steps aside from one candidate, and sees nothing of the case from then on
//	reveal       from here on members see one another's ratings
//	agreed       the value that the panel settles on if its members differ; the members' own ratings stay
//	gate         whether a candidate meets all essential criteria: pass, fail or open
//	decision     shortlisted, reserve, not shortlisted or withdrawn, with a reason
//	event        something that happened; the history is all of them, and only grows
//	chain        the events of one laptop, or of one member's own work there; each event is hashed onto the one before
//
// A vacancy goes through phases: preparing, screening (the rules are sealed and everybody rates alone), moderating (the
// ratings are revealed and differences are settled), decided.
//
// # Where do I add …
//
//	a kind of requirement   a file in model/requirement with a row of its own, and its line in kinds.go
//	a sort of fact          model/requirement/facts.go and facts_list.go; how it is stored: store/codec/person.go; how it is
//	                        read: the column_*, flat_* and json_* files of store/imports. Papers that a kind claims
//	                        (licences, certificates) need none of these, only a CredentialSort in the row of the kind
//	a scale                 a row in the list of model/scale.go
//	a command               a type beside its noun here, with decide, Inverse and Label
//	an event                a type beside its noun here, its line in Payloads (event.go), and its line in payload_test.go,
//	                        where it says whose it is and who reads it
//	a stored text           a field, and its line in stored_words_test.go, where it says what it holds
//	a stored word           its constant, what people read for it in vocabulary.go here or words.go in model/requirement, and
//	                        its line in tui/testdata/stored_words.golden
//	a screen                a file below tui/screens, its line in tui/screens/registry.go, and its name in tui/kit/screen.go
//	a key                   tui/kit/keys.go, and a line in the actions of the screen; the table in README is written by
//	                        go test ./tui -run Readme -update
//	a command line          a file in tui/cli, and its line in cli.go
//	an import format        a file in store/imports, and its line in candidates.go; for postings in posting.go
//	an export format        a file in store/exports, its line in formats.go, and what it writes in testdata
//	a migration             a file store/migrate_NNNN_name.go, its line in migrate.go, and a frozen file in store/testdata;
//	                        an event that changed its shape: an upcast in store/codec/upcast.go
//	a word of postings      headings in model/posting/heading_list.go, the words they are made of in heading_vocabulary.go,
//	                        labels of the header in label_list.go, other words in the files *_words.go beside them
//	a rule of the reader    a row in the table of its stage in model/posting, and its words in store/exports/inspect_why_words.go
//
// What makes a selection fair, and where each rule is kept, is listed in rules_of_fairness.md.
package model
