package model

import (
	"fmt"
	"strings"

	"shortlist/model/vocab"
)

// This file holds the warnings about a posting: what each is called where it is stored, and the sentence in which it is
// shown. A vacancy file stores the code and the arguments, never the sentence, so that the sentence can be reworded and
// translated.

// Warning is something about a posting that a person should look at.
type Warning struct {
	// Line is the line of the posting, 0 if the warning concerns all of it.
	Line int `json:"line,omitempty"`
	// Code says what the warning is about, Args what its sentence names, in the order of the sentence.
	Code WarningCode `json:"code"`
	Args []string    `json:"args,omitempty"`
	// Seen is set once a person has looked at it.
	Seen bool `json:"seen,omitempty"`
}

// WarningCode names a warning where it is stored. Codes are never renamed: files hold them.
type WarningCode string

// The warnings of the reader of postings.
const (
	WarnCut                WarningCode = "cut"
	WarnMore               WarningCode = "more"
	WarnSecondPosting      WarningCode = "second-posting"
	WarnClosingDate        WarningCode = "closing-date"
	WarnClearanceLevel     WarningCode = "clearance-level"
	WarnNoList             WarningCode = "no-list"
	WarnListsLost          WarningCode = "lists-lost"
	WarnEssentialListLost  WarningCode = "essential-list-lost"
	WarnDesirableListLost  WarningCode = "desirable-list-lost"
	WarnUnannouncedList    WarningCode = "unannounced-list"
	WarnUnannouncedWords   WarningCode = "unannounced-sentences"
	WarnLineNotRead        WarningCode = "line-not-read"
	WarnPartNotRead        WarningCode = "part-not-read"
	WarnAlternatives       WarningCode = "alternatives"
	WarnLongCriterion      WarningCode = "long-criterion"
	WarnTooManyCriteria    WarningCode = "too-many-criteria"
	WarnRecent             WarningCode = "recent-without-number"
	WarnTwoReadings        WarningCode = "two-readings"
	WarnNoMoreThanDemanded WarningCode = "no-more-than-demanded"
	WarnNoneMeetsEssential WarningCode = "none-meets-essential"
	WarnNoneMeetsDesirable WarningCode = "none-meets-desirable"
	WarnAllMeet            WarningCode = "all-meet"
)

// warningSentences says how each warning is shown. A new warning is one code above and one row here. Every argument is
// a %s.
var warningSentences = []struct {
	code   WarningCode
	args   []string // what the arguments are, for the reader of this table
	format string
}{
	{WarnCut, nil, "the text is longer than any posting; only its beginning was read"},
	{WarnMore, nil, "there is more to doubt in this text than can be listed; is it a posting?"},
	{WarnSecondPosting, nil, "a second posting begins here; only the first was read. Put each posting into a file of its own"},
	{WarnClosingDate, []string{"words"}, "the closing date cannot be read from \"%s\"; enter it by hand"},
	{WarnClearanceLevel, nil, "a clearance must already be held, but no level is named: the level is unknown"},
	{WarnNoList, nil, "no list of criteria was found in this text; enter the criteria by hand, or look for a better copy of the posting"},
	{WarnListsLost, nil, "the lists were lost in this copy: the criteria are announced here and none follows; enter them by hand, or look for a better copy"},
	{WarnEssentialListLost, nil, "the essential list was lost in this copy: it is announced here and nothing follows; enter it by hand, or look for a better copy"},
	{WarnDesirableListLost, nil, "the desirable list was lost in this copy: it is announced here and nothing follows; enter it by hand, or look for a better copy"},
	{WarnUnannouncedList, nil, "no heading announces this list; it was taken for the requirements because its entries read like them"},
	{WarnUnannouncedWords, nil, "no heading announces requirements; they were taken from the sentences that speak of candidates"},
	{WarnLineNotRead, []string{"words"}, "this line stands among the requirements but was not read as a criterion: \"%s\""},
	{WarnPartNotRead, []string{"entries", "last line"}, "the entries of this list (%s, as far as line %s) were not read as criteria; see whether they are some"},
	{WarnAlternatives, []string{"words", "words of the other"}, "one of these two is enough, and each was read as a criterion of its own: \"%s\" or \"%s\"; make one criterion of them"},
	{WarnLongCriterion, nil, "this criterion may be several that the copy has run together"},
	{WarnTooManyCriteria, []string{"most"}, "more than %s lines look like criteria; the rest was left out"},
	{WarnRecent, []string{"words"}, "\"%s\" does not say how recent: within how many years before the closing date does experience count?"},
	{WarnTwoReadings, []string{"words"}, "\"%s\" can be read in two ways: the years go with the last degree alone, or with every degree; which is meant?"},
	{WarnNoMoreThanDemanded, []string{"label", "label of the essential"}, "%s asks for no more than %s demands already: all who pass meet it."},
	{WarnNoneMeetsEssential, []string{"files", "label"}, "None of the %s files shows %s met: see whether it was read as the posting means it. " +
		"What the posting asks for stays as it is, whoever applied."},
	{WarnNoneMeetsDesirable, []string{"files", "label"}, "None of the %s files shows %s met: it separates nobody."},
	{WarnAllMeet, []string{"files", "label"}, "All %s files show %s met: it separates nobody."},
}

// Question returns true if the warning asks whoever prepares the vacancy something that the posting leaves open. It is
// answered once it is seen.
func (w Warning) Question() bool { return w.Code == WarnRecent || w.Code == WarnTwoReadings }

// Message is the sentence in which the warning is shown. A warning of a newer program has no sentence here and is shown
// by its code and its arguments.
func (w Warning) Message() string {
	args := make([]any, len(w.Args))
	for i, a := range w.Args {
		args[i] = a
	}
	for _, s := range warningSentences {
		if s.code == w.Code && len(s.args) == len(args) {
			return fmt.Sprintf(s.format, args...)
		}
	}
	return fmt.Sprintf("a newer program warns of this: %s",
		strings.Join(append([]string{vocab.Unknown(w.Code)}, w.Args...), ", "))
}
