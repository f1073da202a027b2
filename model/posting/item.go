package posting

import (
	"slices"
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file is the fourth stage, lists: the entries of a section of demands. Prose is read in prose.go.

// item is one entry of a list, or one sentence of prose that makes a demand.
type item struct {
	paragraph
	class Class
	// prose is true if the words are running text: then only what clearly demands or wishes counts.
	prose bool
	// topic is the heading of the part it stands in, if that is needed to understand it.
	topic string
	// rule is the name of the rule by which it is an entry.
	rule string
}

// itemsOf is the fourth stage for one section. rest are the paragraphs that are no entries.
func itemsOf(s *section, t *trace) (items []item, rest []paragraph) {
	l := &listing{section: s, trace: t, body: nest(s.body)}
	for i := range l.body {
		if l.body[i].bullet != noBullet {
			l.bullets++
		}
	}
	listed := 0 // the items before the entries that stand together now
	for i := range l.body {
		x := &listPlace{listing: l, p: &l.body[i], i: i}
		if x.p.bullet == noBullet {
			if len(items) > listed && wishBelow().MatchString(foldOf(x.p)) {
				for j := listed; j < len(items); j++ {
					items[j].class, items[j].rule = Desirable, ruleWishBelow
				}
				continue
			}
			listed = len(items)
		}
		read, name := decide(entryRules, x)
		got := read(x, name)
		if len(got) == 0 {
			rest = append(rest, *x.p)
		}
		items = append(items, got...)
	}
	return items, rest
}

// ruleWishBelow is the rule of entries above a sentence that they run into: "… would be considered an asset."
const ruleWishBelow = "wish-below-the-list"

// listing is a section of demands, read as a list.
type listing struct {
	*section
	trace   *trace
	body    []paragraph // the section's, with deeper entries put into the entry above them
	bullets int         // so many of them carry a mark
}

// expecting returns true if a heading or lead-in has announced entries.
func (l *listing) expecting() bool { return l.lead || l.explicit }

// listPlace is a paragraph in its listing, as the rules see it.
type listPlace struct {
	*listing
	p *paragraph
	i int
}

// entryRules says how a paragraph among the demands is read. The last row reads what no other does.
var entryRules = []rule[*listPlace, func(x *listPlace, name string) []item]{
	{
		name:    "alone-under-a-part",
		example: "QUALIFICATIONS\na. Education\nA good school of any kind",
		when: func(x *listPlace) bool {
			return x.counted && len(x.body) == 1 && x.bullets == 0 && aloneUnder(x.p)
		},
		gives: oneEntry,
	},
	{
		name:    "entries-after-one-mark",
		example: "ESSENTIAL\n- have a degree in law; speak French; hold a licence;",
		when: func(x *listPlace) bool {
			return x.p.bullet != noBullet && x.bullets == 1 && strings.Count(x.p.text, ";") > 1
		},
		gives: runOnEntries,
	},
	{
		name:    "entry-mark",
		example: "ESSENTIAL\n- have a degree in law;\n- speak French;",
		when:    func(x *listPlace) bool { return x.p.bullet != noBullet },
		gives:   oneEntry,
	},
	{
		name:    "value-under-a-part",
		example: "QUALIFICATIONS\nSecurity clearance\nNATO SECRET",
		when: func(x *listPlace) bool {
			if x.topic == "" || strings.HasSuffix(x.p.text, ":") {
				return false
			}
			short := len(x.p.text) < 200 || len(x.p.text) < 400 && len(sentences(x.p)) == 1
			return short && hardUnder(x.topic, x.p.text)
		},
		gives: oneEntry,
	},
	{
		name:    "run-on-after-a-class",
		example: "REQUIREMENTS\nEssential: college diploma in law; three years at sea; good arithmetic.",
		when: func(x *listPlace) bool {
			return x.class != "" && x.explicit && len(x.body) == 1 && strings.Contains(x.p.text, "; ") && !severalDemands(x.p)
		},
		gives: runOnEntries,
	},
	{
		name:    "short-lines-under-a-class",
		example: "ESSENTIAL\nconfident use of charts\naccuracy with figures",
		when: func(x *listPlace) bool {
			return x.bullets == 0 && (x.class != "" && x.explicit || x.counted) && shortLines(x.body)
		},
		gives: runOnEntries,
	},
	{
		name:    "list-without-marks",
		example: "ESSENTIAL\nhave a degree in law;\nspeak French;",
		when: func(x *listPlace) bool {
			return x.bullets == 0 || x.i == 0 && x.bullets < 2
		},
		gives: looseEntries,
	},
	{
		name:    "sentences-beside-a-list",
		example: "ESSENTIAL\n- have a degree in law;\n- speak French.\nYou must hold a licence.",
		when:    func(*listPlace) bool { return true },
		gives:   sentencesBeside,
	},
}

// maxShortLine is the longest line that is an entry for being short.
const maxShortLine = 140

// shortLines returns true if every paragraph is short and none is a sentence or announces anything.
func shortLines(body []paragraph) bool {
	for i := range body {
		if s := body[i].text; len(s) > maxShortLine || strings.ContainsAny(s[len(s)-1:], ".;:!?") {
			return false
		}
	}
	return true
}

func oneEntry(x *listPlace, name string) []item {
	return []item{{paragraph: *x.p, class: x.class, topic: x.topic, rule: name}}
}

func runOnEntries(x *listPlace, name string) []item {
	var items []item
	for _, q := range splitRunOn(x.p) {
		items = append(items, item{paragraph: q, class: x.class, rule: name})
	}
	return items
}

func looseEntries(x *listPlace, name string) []item {
	x.trace.words(x.p, StageLists, AsPieces, "", name)
	after := x.i > 0 && strings.HasSuffix(x.body[x.i-1].text, ";")
	return loose(x.p, x.class, x.expecting(), x.announced > 0 || x.topic != "", after)
}

// The rules of paragraphs beside a list that are entries although they carry no mark and say no demand.
const (
	ruleFirstBelowLead = "first-below-the-lead-in" // "have a degree in law" before the marks begin
	ruleFactBetween    = "fact-between-entries"    // "Fluent in French" between two entries
)

func sentencesBeside(x *listPlace, name string) []item {
	x.trace.words(x.p, StageLists, AsPieces, "", name)
	if got := proseItems(x.p, x.class); len(got) > 0 {
		return got
	}
	switch {
	case x.lead && x.i == 0 && startsDemand(x.p.text):
		name = ruleFirstBelowLead
	case x.i > 0 && x.i+1 < len(x.body) && x.body[x.i+1].bullet != noBullet && hardUnder("", x.p.text):
		name = ruleFactBetween
	default:
		return nil
	}
	return []item{{paragraph: *x.p, class: x.class, rule: name}}
}

var (
	// splitBelow ends an entry whose deeper entries are parts of it.
	splitBelow = lazy(`\b(?:dont|of which|including|such as|notamment|comme|whereof|among them)$`)
	// orAbove begins a deeper entry that says how the one above may be met otherwise.
	orAbove = lazy(`^(?:or|ou)\b`)
)

// nest puts the deeper entries under an entry that ends with a colon into that entry.
func nest(in []paragraph) []paragraph {
	var out []paragraph
	open, kind, indent := false, noBullet, 0
	for _, p := range in {
		if n := len(out); open && n > 0 && p.bullet != noBullet {
			deeper := p.indent > out[n-1].indent && (indent == 0 || p.indent >= indent)
			if deeper || p.bullet != kind { // "- speak one of:" and below it "  o French"
				if indent == 0 {
					indent = p.indent
				}
				out[n-1].add(&p, p.marks)
				continue
			}
		}
		if n := len(out); n > 0 && p.bullet != noBullet && p.indent > out[n-1].indent && out[n-1].bullet != noBullet &&
			(splitBelow().MatchString(foldOf(&out[n-1])) || orAbove().MatchString(foldOf(&p))) {
			out[n-1].add(&p, p.marks)
			open, kind, indent = true, out[n-1].bullet, p.indent
			continue
		}
		open, kind, indent = p.bullet != noBullet && strings.HasSuffix(p.text, ":"), p.bullet, 0
		out = append(out, p)
	}
	return out
}

// loosePiece is a piece of a paragraph without a mark, in a list that has none, as the rules see it.
type loosePiece struct {
	q *paragraph
	// expecting is true if entries were announced, headed if a heading stands over the list, after if the entry before
	// ends with a semicolon.
	expecting, headed, after bool
}

// looseRules says whether a piece without a mark is an entry. If no row decides it is prose.
var looseRules = []rule[*loosePiece, bool]{
	{
		name:    "begins-like-a-demand",
		example: "REQUIREMENTS\nknowledge of the law;\nfluent French;",
		when:    func(x *loosePiece) bool { return startsDemand(x.q.text) },
		gives:   true,
	},
	{
		name:    "small-letter-where-announced",
		example: "ESSENTIAL\nThe incumbent must:\nread charts of the sea\nsteer large ships.",
		when: func(x *loosePiece) bool {
			return x.expecting && unicode.IsLower(firstRune(x.q.text))
		},
		gives: true,
	},
	{
		name:    "after-a-semicolon",
		example: "ESSENTIAL\nThe incumbent must:\nread charts of the sea;\nSteer large ships",
		when: func(x *loosePiece) bool {
			return x.expecting && x.after
		},
		gives: true,
	},
	{
		name:    "ends-with-a-semicolon",
		example: "ESSENTIAL\nThe incumbent must:\nRead charts of the sea;\nsteer large ships",
		when: func(x *loosePiece) bool {
			return x.expecting && strings.HasSuffix(x.q.text, ";")
		},
		gives: true,
	},
	{
		name:    "fact-under-a-heading",
		example: "REQUIREMENTS\nMSc in law",
		when: func(x *loosePiece) bool {
			return x.headed && len(x.q.text) < 160 && hardUnder("", x.q.text)
		},
		gives: true,
	},
}

// maxEntry is the length from which a piece without a mark is prose, whatever its words.
const maxEntry = 600

// ruleShortDemands is the rule of sentences that are entries of a list: "Bachelor's degree. Fluent English."
const ruleShortDemands = "short-sentences-on-one-line"

// loose reads a paragraph without a mark in a list that has none: one entry, several parted by semicolons, or prose.
func loose(p *paragraph, class Class, expecting, headed, after bool) []item {
	if speaksOf().MatchString(requirement.Fold(p.text[:min(len(p.text), 80)])) || severalDemands(p) {
		return proseItems(p, class)
	}
	var items []item
	if all := sentences(p); expecting && shortDemands(all) {
		for _, q := range all {
			items = append(items, item{paragraph: q, class: class, rule: ruleShortDemands})
		}
		return items
	}
	for _, q := range splitRunOn(p) {
		entry, name := false, ""
		if len(q.text) < maxEntry {
			entry, name = decide(looseRules, &loosePiece{&q, expecting, headed, after})
		}
		if entry {
			items = append(items, item{paragraph: q, class: class, rule: name})
		} else {
			items = append(items, proseItems(&q, class)...)
		}
	}
	return items
}

// shortDemands returns true if sentences are entries that a copy has put on one line: "Bachelor's degree. Fluent English."
func shortDemands(all []paragraph) bool {
	starts := 0
	for i := range all {
		if len(all[i].text) > 120 || unicode.IsLower(firstRune(all[i].text)) || statement().MatchString(foldOf(&all[i])) {
			return false
		}
		if startsDemand(all[i].text) {
			starts++
		}
	}
	return len(all) > 2 && starts*2 >= len(all)
}

// aloneUnder returns true if a paragraph that is all that stands under "Education" in a list is its entry.
func aloneUnder(p *paragraph) bool {
	if len(p.text) >= 200 || strings.HasSuffix(p.text, ":") || len(sentences(p)) != 1 {
		return false
	}
	low := foldOf(p)
	return !statement().MatchString(low) && !noDemand().MatchString(low) && !speaksOf().MatchString(low)
}

// startsDemand returns true if words begin like an entry of a list of demands.
func startsDemand(s string) bool {
	return demandStart().MatchString(strings.ReplaceAll(requirement.Fold(s[:min(len(s), 90)]), "*", ""))
}

// splitRunOn parts entries that a copy has run together on one line at their semicolons. A semicolon inside an entry
// is followed by anything else.
func splitRunOn(p *paragraph) []paragraph {
	if !strings.Contains(p.text, ";") && !gluedStart().MatchString(p.text) && !capitalStart().MatchString(p.text) {
		return []paragraph{*p}
	}
	var cuts []int
	for i := 0; i < len(p.text); i++ {
		if p.text[i] == ';' && entryAfter(p.text[i+1:]) {
			cuts = append(cuts, i+1)
		}
	}
	for _, m := range gluedStart().FindAllStringSubmatchIndex(p.text, -1) {
		cuts = append(cuts, m[2])
	}
	for _, m := range capitalStart().FindAllStringSubmatchIndex(p.text, -1) {
		cuts = append(cuts, m[2])
	}
	slices.Sort(cuts)
	var out []paragraph
	from := 0
	for _, to := range append(cuts, len(p.text)) {
		if to <= from {
			continue
		}
		q := p.cut(from, to)
		q.text = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(q.text, "and "), "et "))
		if q.text != "" {
			out = append(out, q)
		}
		from = to
	}
	return out
}

// entryAfter returns true if an entry begins after a semicolon: "speak French", not "two years in lieu of the degree" nor
// "Russian is an asset".
func entryAfter(rest string) bool {
	if qualifies().MatchString(requirement.Fold(rest)) || sideWish(rest) {
		return false
	}
	return startsEntry().MatchString(requirement.Fold(rest[:min(len(rest), 39)]))
}

// sideWish returns true if what follows a semicolon is only a wish beside the demand before it: "fluency in English;
// knowledge of Russian is an asset". What ends with a semicolon itself is an entry.
func sideWish(rest string) bool {
	if i := strings.IndexByte(rest, ';'); i >= 0 {
		rest = rest[:i]
	}
	low := requirement.Fold(rest)
	return len(low) < 120 && wishSaid().MatchString(low) && languageHint().MatchString(low)
}
