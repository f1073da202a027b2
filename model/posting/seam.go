package posting

import (
	"strings"
	"unicode"
)

// This file holds the rules of the second stage: whether two lines belong together.

// seam is the place between two lines.
type seam struct {
	p       *paragraph // the open paragraph; last is its last line
	last, l *line
	gap     bool // blank lines stand between them that part something
	width   int  // the width at which the text was wrapped, 0 if it was not
}

// end returns the last byte of the line before, which holds words.
func (s *seam) end() byte { return s.last.text[len(s.last.text)-1] }

// seams says whether two lines belong together. If no row decides they are two paragraphs.
var seams = []rule[*seam, bool]{
	{"entry-below-its-mark", "ESSENTIAL\n-\nhave a degree in law;\n-\nspeak French;", func(s *seam) bool {
		return s.markAlone() && s.l.bullet == noBullet && headingIn(s.l.text) == nil
	}, true},
	{"mark-without-entry", "ESSENTIAL\n-\n- have a degree in law;", (*seam).markAlone, false},
	{"blank-line", "We look after the port.\n\nthe pilots work in shifts.", func(s *seam) bool { return s.gap }, false},
	{"row-of-a-table", "Duty station | Ostmark\nand two more places", func(s *seam) bool {
		return strings.ContainsRune(s.l.text+s.last.text, '|')
	}, false},
	{"next-entry", "ESSENTIAL\n- have a degree in law;\n- speak French;", func(s *seam) bool { return s.l.bullet != noBullet }, false},
	{"set-as-heading", "**The port of Ostmark**\nwe guide ships.", func(s *seam) bool {
		return s.last.emphasis != plain || s.l.emphasis != plain
	}, false},
	{"heading-begins", "We guide ships of all sizes\nRequirements", func(s *seam) bool { return headingIn(s.l.text) != nil }, false},
	{"heading-ends", "Requirements\na degree in law", func(s *seam) bool { return headingIn(s.last.text) != nil }, false},
	{"label-begins", "Harbour Pilot\nGrade: G15", func(s *seam) bool { return labelled(s.l.text) }, false},
	{"list-announced", "The incumbent must\nhave a degree in law;", func(s *seam) bool { return leadOf(s.last.text) != nil }, false},
	{"two-competencies", "COMPETENCIES\nTeamwork: Shares the bridge\nClear Thinking: Sees the tide", func(s *seam) bool {
		return namesCompetency(s.l.text) && namesCompetency(s.last.text)
	}, false},
	{"hanging-indent", "ESSENTIAL\n- have a degree in law,\n  Preferably of the sea;", func(s *seam) bool {
		return s.p.bullet != noBullet && s.l.indent > s.p.indent && s.end() != ':'
	}, true},
	{"entry-ended", "ESSENTIAL\nhave a degree in law;\nspeak French;", func(s *seam) bool { return s.end() == ';' || s.end() == ':' }, false},
	{"entry-in-small-letters", "ESSENTIAL\n- have a degree in law\nor in trade;", func(s *seam) bool {
		return s.p.bullet != noBullet && s.end() != '.' && !unicode.IsUpper(firstRune(s.l.text))
	}, true},
	{"line-unfinished", "We guide ships of all sizes to the\nPort of Ostmark by day and night.", func(s *seam) bool {
		return unfinished(s.last.text)
	}, true},
	{"line-goes-on-small", "We guide the ships of all the nations of the world\nto the port by day and night.", func(s *seam) bool {
		return goesOnSmall(s.last.text, s.l.text)
	}, true},
	{"entry-wrapped", "ESSENTIAL\n" + strings.Repeat("- have a degree in the law of the sea or the law of trade.\nOr any other of use here.\n", 6), func(s *seam) bool {
		return s.p.bullet != noBullet && wraps(s.last.text, s.l.text, s.width)
	}, true},
	{"text-wrapped", strings.Repeat("The port of Ostmark guides ships of all the sizes there\nAre by day and by night.\n", 6), func(s *seam) bool {
		return wraps(s.last.text, s.l.text, s.width) && !entryVerb().MatchString(s.l.text)
	}, true},
}

// markAlone returns true if the line before is a bullet and nothing else.
func (s *seam) markAlone() bool { return s.last.text == "" && s.last.bullet != noBullet }

// namesCompetency returns true if words are a competency with its phrase: "Teamwork: Shares the bridge".
func namesCompetency(s string) bool {
	name, _ := nameAndPhrase(s)
	return name != ""
}

// entryVerb begins an entry of a list that has lost its bullets.
var entryVerb = lazy(`^`, oneOf{
	`avoir`,
	`be`,
	`demonstrate`,
	`have`,
	`hold`,
	`possess`,
	`posséder`,
	`être`,
}, ` `, oneOf{
	`able `,
	`an? `,
	`at least `,
	`au moins `,
	`available `,
	`completed`,
	`conversant `,
	`excellent `,
	`experience`,
	`familiar `,
	`good `,
	`knowledge`,
	`prepared `,
	`previous`,
	`proven`,
	`shown`,
	`sound`,
	`strong `,
	`the `,
	`une? `,
	`willing `,
	`worked`,
})
