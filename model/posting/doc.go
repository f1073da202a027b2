// Package posting turns the published text of a vacancy into a draft of it, and says what it is not sure of.
//
// Its one rule: every word of a criterion is the posting's own and carries its line numbers; what was lost or is
// doubtful becomes a warning, never an invention.
//
// The work is done in six stages, each tested alone in stages_test.go:
//
//	decode        the text in lines, freed from marks; bullets and page furniture recognised   line.go
//	lines         wrapped lines put together, run-on text and tables taken apart               paragraph.go
//	sections      which paragraphs stand under which heading or announcement; the head         section.go
//	lists         the entries of a list, however the copy has damaged it                       item.go
//	criteria      entries with their class, essential or desirable; conditions beside them     criterion.go
//	requirements  the typed meaning of a criterion, by the package requirement                 meaning.go
//
// read.go runs them. The first comment of every other file says to which stage it belongs.
//
// To teach the reader something new:
//
//   - a heading: one line in heading_list.go or heading_list_demands.go, under the kind of part that it
//     opens; if it is made of words that many
//     headings use, one word in heading_vocabulary.go instead;
//   - a label of the head: one line in label_list.go, under the fact that it names;
//   - a bullet: one rune in dots or letterDots in bullet.go;
//   - words of demands, wishes, announcements or titles: one line in the file whose name ends in _words.go;
//   - a rule: one row in the table of its stage, with an example that needs it, and its words in the package exports.
//
// A posting that is read wrongly shows where with "shortlist inspect POSTING --why": for every line the stage, what it
// took the line for, and the name of the rule, which is found in the tables by that name (rule_list.go lists them all).
//
// The package is pure. It depends on requirement, plaintext and vocab, and on model for the codes of its warnings alone.
package posting
