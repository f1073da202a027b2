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
	{
		name:    "entry-below-its-mark",
		example: "ESSENTIAL\n-\nhave a degree in law;\n-\nspeak French;",
		when: func(s *seam) bool {
			return s.markAlone() && s.l.bullet == noBullet && headingIn(s.l.text) == nil
		},
		gives: true,
	},
	{
		name:    "mark-without-entry",
		example: "ESSENTIAL\n-\n- have a degree in law;",
		when:    (*seam).markAlone,
		gives:   false,
	},
	{
		name:    "blank-line",
		example: "We look after the port.\n\nthe pilots work in shifts.",
		when:    func(s *seam) bool { return s.gap },
		gives:   false,
	},
	{
		name:    "row-of-a-table",
		example: "Duty station | Ostmark\nand two more places",
		when: func(s *seam) bool {
			return strings.ContainsRune(s.l.text+s.last.text, '|')
		},
		gives: false,
	},
	{
		name:    "next-entry",
		example: "ESSENTIAL\n- have a degree in law;\n- speak French;",
		when:    func(s *seam) bool { return s.l.bullet != noBullet },
		gives:   false,
	},
	{
		name:    "set-as-heading",
		example: "**The port of Ostmark**\nwe guide ships.",
		when: func(s *seam) bool {
			return s.last.emphasis != plain || s.l.emphasis != plain
		},
		gives: false,
	},
	{
		name:    "heading-begins",
		example: "We guide ships of all sizes\nRequirements",
		when:    func(s *seam) bool { return headingIn(s.l.text) != nil },
		gives:   false,
	},
	{
		name:    "heading-ends",
		example: "Requirements\na degree in law",
		when:    func(s *seam) bool { return headingIn(s.last.text) != nil },
		gives:   false,
	},
	{
		name:    "label-begins",
		example: "Harbour Pilot\nGrade: G15",
		when:    func(s *seam) bool { return labelled(s.l.text) },
		gives:   false,
	},
	{
		name:    "class-begins",
		example: "Essential: a degree in law; good French;\nthree years at sea.\nDesirable: good arithmetic.",
		when: func(s *seam) bool {
			name, _, found := strings.Cut(s.l.text, ":")
			return found && classNamed(name) != ""
		},
		gives: false,
	},
	{
		name:    "list-announced",
		example: "The incumbent must\nhave a degree in law;",
		when:    func(s *seam) bool { return leadOf(s.last.text) != nil },
		gives:   false,
	},
	{
		name:    "two-competencies",
		example: "COMPETENCIES\nTeamwork: Shares the bridge\nClear Thinking: Sees the tide",
		when: func(s *seam) bool {
			return namesCompetency(s.l.text) && namesCompetency(s.last.text)
		},
		gives: false,
	},
	{
		name:    "hanging-indent",
		example: "ESSENTIAL\n- have a degree in law,\n  Preferably of the sea;",
		when: func(s *seam) bool {
			return s.p.bullet != noBullet && s.l.indent > s.p.indent && s.end() != ':'
		},
		gives: true,
	},
	{
		name:    "entry-ended",
		example: "ESSENTIAL\nhave a degree in law;\nspeak French;",
		when:    func(s *seam) bool { return s.end() == ';' || s.end() == ':' },
		gives:   false,
	},
	{
		name:    "entry-in-small-letters",
		example: "ESSENTIAL\n- have a degree in law\nor in trade;",
		when: func(s *seam) bool {
			return s.p.bullet != noBullet && s.end() != '.' && !unicode.IsUpper(firstRune(s.l.text))
		},
		gives: true,
	},
	{
		name:    "line-unfinished",
		example: "We guide ships of all sizes to the\nPort of Ostmark by day and night.",
		when: func(s *seam) bool {
			return unfinished(s.last.text)
		},
		gives: true,
	},
	{
		name:    "line-goes-on-small",
		example: "We guide the ships of all the nations of the world\nto the port by day and night.",
		when: func(s *seam) bool {
			return goesOnSmall(s.last.text, s.l.text)
		},
		gives: true,
	},
	{
		name:    "entry-wrapped",
		example: "ESSENTIAL\n" + strings.Repeat("- have a degree in the law of the sea or the law of trade.\nOr any other of use here.\n", 6),
		when: func(s *seam) bool {
			return s.p.bullet != noBullet && wraps(s.last.text, s.l.text, s.width)
		},
		gives: true,
	},
	{
		name:    "text-wrapped",
		example: strings.Repeat("The port of Ostmark guides ships of all the sizes there\nAre by day and by night.\n", 6),
		when: func(s *seam) bool {
			return wraps(s.last.text, s.l.text, s.width) && !entryVerb().MatchString(s.l.text)
		},
		gives: true,
	},
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
