package exports

import (
	"fmt"

	"shortlist/model/posting"
	"shortlist/model/vocab"
)

// This file holds the sentences of --why: what a line was read as, and by which rule. A new rule of the reader is one row
// in ruleWords.

// stepWords is a step in one sentence.
func stepWords(s posting.Step) string {
	as := vocab.Unknown(s.As)
	for _, w := range readAsWords {
		if w.as == s.As {
			as = w.words
			if s.Of != "" {
				as = fmt.Sprintf(w.of, ofWords(s.Of))
			}
		}
	}
	if s.Rule == "" {
		return as
	}
	for _, w := range ruleWords {
		if w.rule == s.Rule {
			return fmt.Sprintf("%s: %s (%s)", as, w.words, s.Rule)
		}
	}
	return fmt.Sprintf("%s (%s)", as, s.Rule)
}

// readAsWords says what a line was read as, alone and with what it belongs to.
var readAsWords = []struct {
	as        posting.ReadAs
	words, of string
}{
	{posting.AsBlank, "an empty line", ""},
	{posting.AsFurniture, "not looked at", ""},
	{posting.AsEntryMark, "words behind the mark of an entry", "words behind %s"},
	{posting.AsEmphasis, "words set as a heading", ""},
	{posting.AsWords, "plain words", ""},
	{posting.AsBegins, "begins a paragraph", ""},
	{posting.AsGoesOn, "goes on with the line above", ""},
	{posting.AsParted, "is parted", ""},
	{posting.AsHeading, "a heading", "a heading of %s"},
	{posting.AsLeadIn, "announces a list", "announces %s"},
	{posting.AsBody, "stands under no heading", "belongs to %s"},
	{posting.AsFact, "a fact of the head", "%s"},
	{posting.AsPieces, "read sentence by sentence", ""},
	{posting.AsEntry, "an entry", "an entry of %s"},
	{posting.AsSentence, "a sentence", "a sentence of %s"},
	{posting.AsCompetency, "a competency", ""},
	{posting.AsUnread, "neither an entry nor a sentence that demands anything", ""},
	{posting.AsEssential, "an essential criterion", "the essential criterion %s"},
	{posting.AsDesirable, "a desirable criterion", "the desirable criterion %s"},
	{posting.AsCondition, "a condition outside the criteria", "the condition %s outside the criteria"},
	{posting.AsLeftOut, "left out", ""},
	{posting.AsRequirement, "a requirement", "a requirement of the kind %s"},
}

// ofWords is what a step belongs to, in words: a code of the table, else an id or a kind as it is.
func ofWords(of string) string {
	for _, w := range belongWords {
		if w.of == of {
			return w.words
		}
	}
	return of
}

var belongWords = []struct{ of, words string }{
	{"•", "a dot or dash"},
	{"1", "a number"},
	{"a", "a letter"},
	{"E", "a code"},
	{"header", "the head"},
	{"summary", "the words about the post"},
	{"demands", "the requirements"},
	{"essential", "the essential list"},
	{"desirable", "the desirable list"},
	{"duties", "the duties"},
	{"competency", "the competencies"},
	{"other", "the other parts"},
	{"title", "the title"},
	{"organisation", "the organisation"},
	{"requisition", "the requisition number"},
	{"location", "the place"},
	{"grade", "the grade"},
	{"closing-date", "the closing date"},
	{"clearance", "the clearance"},
	{"direct-reports", "the direct reports"},
}

// ruleWords says why, for each rule of the reader.
var ruleWords = []struct{ rule, words string }{
	// Decode.
	{"drawn-line", "it is drawn, not written"},
	{"or-alone-on-a-line", "it only says that one of its neighbours is enough"},
	{"footnote", "a raised number begins it"},
	{"page-mark", "a page number or a marking"},
	{"running-head", "the same words stand beside other page numbers"},
	{"front-matter", "a block of keys at the top, of which only the facts are taken"},

	// Lines.
	{"entry-below-its-mark", "the mark of the entry stands alone on the line above"},
	{"mark-without-entry", "the mark above has no words"},
	{"blank-line", "an empty line stands before it"},
	{"row-of-a-table", "it or the line above is the row of a table"},
	{"next-entry", "it carries the mark of an entry"},
	{"set-as-heading", "it or the line above is set as a heading"},
	{"heading-begins", "it is a heading"},
	{"heading-ends", "the line above is a heading"},
	{"label-begins", "it begins with a label of the head"},
	{"class-begins", "it begins with the word for a class"},
	{"list-announced", "the line above announces a list"},
	{"two-competencies", "it and the line above are two competencies"},
	{"hanging-indent", "it is indented below an entry"},
	{"entry-ended", "the line above ends with a semicolon or a colon"},
	{"entry-in-small-letters", "the entry above does not end, and this begins with a small letter"},
	{"line-unfinished", "no sentence ends with the last word of the line above"},
	{"line-goes-on-small", "no entry begins with its first word"},
	{"entry-wrapped", "its first word did not fit into the line of the entry above"},
	{"text-wrapped", "its first word did not fit into the line above"},
	{"wide-gap", "a wide gap stands where a line break was lost"},
	{"capital-heading", "a heading in capitals stands in the line"},
	{"after-capital-heading", "the words before it are a heading in capitals"},
	{"lead-in-inside", "words that announce a list stand in the line"},
	{"after-lead-in", "the words before it announce a list"},
	{"bullet-inside", "a bullet stands in the line"},
	{"count-inside", "numbers or letters count on in the line"},
	{"after-heading-with-colon", "the words before the colon are a heading"},
	{"heading-at-the-end", "a heading stands at the end of the line"},
	{"table-columns", "a table whose columns are headed essential or desirable"},
	{"table-ticks", "a table whose rows are ticked as essential or desirable"},
	{"table-row", "the row begins with its own heading"},
	{"table-row-goes-on", "the row goes on with what the row above began"},

	// Sections: headings.
	{"heading-listed", "it is a known heading"},
	{"heading-begins-listed", "it begins as a known heading"},
	{"heading-of-requirements", "it ends with \"requirements\""},
	{"heading-phrase", "it is a phrase that heads a list"},
	{"heading-composed", "all its words are words of headings"},
	{"heading-then-lead-in", "a heading and an announcement on one line"},
	{"part-among-demands", "it names a part of the requirements"},
	{"part-is-an-entry", "it names a part, but carries the mark of an entry"},
	{"part-after-competencies", "it names a part, and its value follows"},
	{"part-is-a-competency", "it names a part, but stands among competencies"},
	{"part-general", "\"General\" heads nothing here"},
	{"part-opens-demands", "it names a part, and no requirements came before"},
	{"part-in-bold", "it names a part and is set as a heading"},
	{"part-after-a-note", "it names a part, and only a note stands between it and the requirements"},
	{"part-after-an-unknown-one", "it names a part, and so did the unknown heading above"},
	{"part-with-a-colon", "it names a part and ends with a colon"},
	{"part-elsewhere", "it names a part, but nothing shows that a list follows"},
	{"entry-opens-a-list", "it carries a mark, but opens a list"},
	{"entry-named-like-a-heading", "it reads like a heading, but carries the mark of an entry"},
	{"number-after-dots", "it carries a number after a list with dots"},
	{"short-line-between-lists", "a short line between two lists"},
	{"name-among-competencies", "one name among those of competencies"},
	{"not-like-a-heading", "it does not look like a heading"},
	{"value-of-a-part", "it is the value of the part above it"},
	{"nothing-under-it", "a heading follows at once, so it heads nothing"},
	{"entry-over-deeper-entries", "an entry with deeper entries below it"},
	{"heading-over-lead-in", "it looks like a heading, and an announcement follows"},
	{"unknown-set-as-heading", "it is set as a heading"},
	{"unknown-in-capitals", "it stands in capitals"},
	{"short-line-among-others", "one short line among others"},
	{"line-like-a-heading", "it looks like a heading"},
	{"unknown-heading-of-wishes", "an unknown heading whose words are those of wishes"},
	{"unknown-heading-of-demands", "an unknown heading whose words are those of requirements"},
	{"unknown-heading-over-demands", "an unknown heading over entries that demand something"},
	{"unknown-heading-of-something-else", "an unknown heading, and nothing below it demands anything"},
	{"unknown-heading-below-competencies", "an unknown heading that names no behaviour"},
	{"second-posting", "a second posting begins above"},

	// Sections: announcements.
	{"list-goes-on", "it lets the list go on"},
	{"entries-announced", "it ends by announcing entries"},
	{"plain-demands", "it is one of the plainest announcements of requirements"},
	{"plain-wishes", "it is one of the plainest announcements of wishes"},
	{"plain-competencies", "it is one of the plainest announcements of competencies"},
	{"demands-in-brackets", "the brackets at its end say essential"},
	{"wishes-in-brackets", "the brackets at its end say that these are wishes"},
	{"short-demands", "so short a line without an end announces requirements"},
	{"duties-announced", "its last words announce duties"},
	{"competencies-announced", "its last words announce competencies"},
	{"wishes-announced", "its last words announce wishes"},
	{"demands-announced", "its last words announce requirements"},
	{"lead-in-is-an-entry", "it reads like an announcement, but carries the mark of an entry"},
	{"wishes-before-a-list", "it speaks of wishes, and entries follow"},
	{"lead-in-said-in-full", "it announces in full words, so it counts here too"},
	{"lead-in-elsewhere", "it reads like an announcement, but stands outside the requirements"},

	// Sections: the head.
	{"labels-on-one-line", "several labels stand on the line"},
	{"label", "its label says so"},
	{"label-in-a-row", "its label stands in the first cell of the row"},
	{"label-above-value", "its label stands alone, and the value below"},
	{"title-behind-label", "the label of a number has a title behind it"},
	{"grade-in-the-text", "a sentence names the grade"},
	{"title-and-number", "a title with its number behind it"},
	{"title-by-its-words", "of all lines of the head it looks most like a title"},
	{"title-in-the-first-line", "the text begins with a title"},
	{"place-on-its-line", "a place with its country"},
	{"place-after-its-country", "a country with its place"},
	{"place-among-others", "one of the facts parted by points is a place"},
	{"place-with-its-country", "one of the facts on the line is a place with its country"},
	{"place-in-a-sentence", "a sentence names the place"},
	{"closing-date-in-a-sentence", "a sentence names the closing date"},
	{"number-in-brackets", "a number alone in brackets"},
	{"code-alone", "a code alone on the line"},
	{"number-behind-its-name", "the number stands behind its name"},
	{"code-in-brackets", "a code in brackets ends the line"},
	{"code-behind-its-name", "the code stands behind what such numbers are called"},
	{"number-alone", "a number alone on the line"},
	{"sign-of-a-place", "the sign of a place stands before it"},
	{"grade-in-words", "the grade stands behind the word"},
	{"grade-alone", "a grade alone on the line"},
	{"grade-among-facts", "one of the facts on the line is a grade"},
	{"place-behind-its-name", "the place stands behind its name"},
	{"clearance-in-words", "the level stands behind the word"},

	// Lists.
	{"alone-under-a-part", "it is all that stands under a part that carries a letter or number"},
	{"entries-after-one-mark", "several entries stand behind one mark"},
	{"entry-mark", "it carries the mark of an entry"},
	{"value-under-a-part", "under its heading it can be compared with facts"},
	{"run-on-after-a-class", "its entries run on after the word that gives their class"},
	{"short-lines-under-a-class", "one of the short lines below a heading"},
	{"list-without-marks", "the list has no marks"},
	{"sentences-beside-a-list", "it carries no mark, beside entries that do"},
	{"wish-below-the-list", "the sentence below the list makes wishes of its entries"},
	{"first-below-the-lead-in", "it begins like a requirement, right below the announcement"},
	{"fact-between-entries", "it can be compared with facts, and an entry follows"},
	{"short-sentences-on-one-line", "short sentences that begin like requirements"},
	{"begins-like-a-demand", "it begins like a requirement"},
	{"small-letter-where-announced", "entries were announced, and it begins with a small letter"},
	{"after-a-semicolon", "entries were announced, and the one above ends with a semicolon"},
	{"ends-with-a-semicolon", "entries were announced, and it ends with a semicolon"},
	{"fact-under-a-heading", "under a heading it can be compared with facts"},
	{"sentence-demands", "its verb demands something"},
	{"sentence-before-the-lists", "it demands a language or a nationality before the lists begin"},
	{"wish-of-candidates", "it speaks of candidates and wishes something"},
	{"demand-of-candidates", "it speaks of candidates and demands something"},
	{"critical-to-the-work", "it says what is critical to the work"},
	{"list-known-by-its-entries", "nothing announces the list, but its entries read like requirements"},
	{"name-and-phrase", "a name and what it means"},
	{"name-alone", "a name alone"},
	{"name-among-names", "a name alone among others"},

	// Criteria.
	{"class-of-the-list", "its words leave it in its list"},
	{"demand-said", "its words say that it is demanded"},
	{"wish-at-the-start", "it begins as a wish"},
	{"wish-in-brackets", "its brackets say that it is a wish"},
	{"wish-said", "its words say that it is a wish"},
	{"preference-given", "a preference is given to it"},
	{"wish-at-the-end", "it ends as a wish"},
	{"wish-in-the-last-sentence", "the last sentence of the entry is a wish"},
	{"says-it-is-a-demand", "its words say that it is demanded"},
	{"procedure-in-the-list", "it is about the procedure"},
	{"languages-of-the-house", "it says which languages the organisation has"},
	{"no-words", "hardly any words"},
	{"more-than-any-posting-lists", "more entries than any posting lists"},
	{"fast-track", "it speaks of a fast track"},
	{"clearance-held-already", "a clearance must be held already"},
	{"clearance-on-receipt", "a clearance is to be received first"},
	{"post-requires-clearance", "the post requires a clearance"},
	{"nationals-only", "it says who may apply by nationality"},
	{"document-to-hand-in", "something is to be handed in"},

	// Requirements.
	{"own-words", "understood from its own words"},
	{"words-with-heading", "understood together with the heading above it"},
}
