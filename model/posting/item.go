package posting

import (
	"slices"
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file is the fourth stage: the entries of a section of demands.

// item is one entry of a list, or one sentence of prose that makes a demand.
type item struct {
	paragraph
	class Class
	// prose is set where the words are running text: then only what clearly demands or wishes counts.
	prose bool
	// topic is the heading of the part it stands in, where that is needed to understand it.
	topic string
}

// itemsOf is the fourth stage for one section. rest are the paragraphs that are no entries.
func itemsOf(s *section) (items []item, rest []paragraph) {
	body := nest(s.body)
	bullets := 0
	for i := range body {
		if body[i].bullet != noBullet {
			bullets++
		}
	}
	expecting := s.lead || s.explicit
	listed := 0 // the items before the entries that stand together now
	for i := range body {
		p := &body[i]
		if p.bullet == noBullet {
			if len(items) > listed && wishBelow().MatchString(foldOf(p)) {
				for j := listed; j < len(items); j++ {
					items[j].class = Desirable
				}
				continue
			}
			listed = len(items)
		}
		switch {
		case s.counted && len(body) == 1 && bullets == 0 && aloneUnder(p):
			items = append(items, item{paragraph: *p, class: s.class, topic: s.topic})
		case p.bullet != noBullet && bullets == 1 && strings.Count(p.text, ";") > 1:
			for _, q := range splitRunOn(p) {
				items = append(items, item{paragraph: q, class: s.class})
			}
		case p.bullet != noBullet:
			items = append(items, item{paragraph: *p, class: s.class, topic: s.topic})
		case s.topic != "" && (len(p.text) < 200 || len(p.text) < 400 && len(sentences(p)) == 1) && !strings.HasSuffix(p.text, ":") && hardUnder(s.topic, p.text):
			items = append(items, item{paragraph: *p, class: s.class, topic: s.topic})
		case bullets == 0 || i == 0 && bullets < 2:
			got := loose(p, s.class, expecting, s.announced > 0 || s.topic != "", i > 0 && strings.HasSuffix(body[i-1].text, ";"))
			if got == nil {
				rest = append(rest, *p)
			}
			items = append(items, got...)
		default:
			got := proseItems(p, s.class)
			if len(got) == 0 && (s.lead && i == 0 && startsDemand(p.text) || i > 0 && i+1 < len(body) && body[i+1].bullet != noBullet && hardUnder("", p.text)) {
				got = []item{{paragraph: *p, class: s.class}}
			}
			if len(got) == 0 {
				rest = append(rest, *p)
			}
			items = append(items, got...)
		}
	}
	return items, rest
}

// hardUnder tells whether words, under a heading, ask for something that can be compared with facts.
func hardUnder(topic, words string) bool {
	if speaksOf().MatchString(requirement.Fold(words[:min(len(words), 80)])) || noDemand().MatchString(requirement.Fold(words)) {
		return false
	}
	r := meaningUnder(topic, words)
	return r.Kind.Factual() && (r.Kind != requirement.KindExperience || r.Months > 0) || topic != "" && r.Kind == requirement.KindKnowledge
}

// meaningUnder is the typed meaning of words under a heading: "NATO SECRET" under "Security clearance".
func meaningUnder(topic, words string) requirement.Requirement {
	r := requirement.Parse(words)
	if topic == "" || r.Kind.Factual() {
		return r
	}
	if q := requirement.Parse(topic + ": " + words); q.Kind == requirement.KindLanguage && len(q.Languages) > 0 && q.Languages[0].Scale != requirement.ScaleWords || q.Kind == requirement.KindClearance && q.Clearance != "" {
		return q
	}
	return r
}

// nest puts the deeper entries under an entry that ends with a colon into that entry.
func nest(in []paragraph) []paragraph {
	var out []paragraph
	open, kind, indent := false, noBullet, 0
	for _, p := range in {
		if n := len(out); open && n > 0 && p.bullet != noBullet && (p.indent > out[n-1].indent && (indent == 0 || p.indent >= indent) || p.bullet != kind) {
			if indent == 0 {
				indent = p.indent
			}
			q := &out[n-1]
			q.text += " " + p.text
			for _, m := range p.marks {
				q.marks = append(q.marks, mark{len(q.text), m.no})
			}
			continue
		}
		open, kind, indent = p.bullet != noBullet && strings.HasSuffix(p.text, ":"), p.bullet, 0
		out = append(out, p)
	}
	return out
}

// loose reads a paragraph without a bullet in a list that has none: one entry, several parted by semicolons, or prose.
// after is set where the entry before it ends with a semicolon, headed where a heading stands over the list.
func loose(p *paragraph, class Class, expecting, headed, after bool) []item {
	if speaksOf().MatchString(requirement.Fold(p.text[:min(len(p.text), 80)])) || severalDemands(p) {
		return proseItems(p, class)
	}
	if all := sentences(p); expecting && shortDemands(all) {
		var items []item
		for _, q := range all {
			items = append(items, item{paragraph: q, class: class})
		}
		return items
	}
	var items []item
	for _, q := range splitRunOn(p) {
		low := unicode.IsLower(firstRune(q.text))
		if len(q.text) < 600 && (startsDemand(q.text) || expecting && (low || after || strings.HasSuffix(q.text, ";")) || headed && len(q.text) < 160 && hardUnder("", q.text)) {
			items = append(items, item{paragraph: q, class: class})
			continue
		}
		items = append(items, proseItems(&q, class)...)
	}
	return items
}

// shortDemands tells whether sentences are entries that a copy has put on one line: "Bachelor's degree. Fluent English."
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

// aloneUnder tells whether a paragraph that is all that stands under "Education" in a list is its entry.
func aloneUnder(p *paragraph) bool {
	low := foldOf(p)
	return len(p.text) < 200 && !strings.HasSuffix(p.text, ":") && !statement().MatchString(low) && !noDemand().MatchString(low) && !speaksOf().MatchString(low) && len(sentences(p)) == 1
}

// severalDemands tells whether a paragraph is running text: several sentences that each demand or wish.
func severalDemands(p *paragraph) bool {
	n := 0
	all := sentences(p)
	for i := range all {
		low := foldOf(&all[i])
		if demands().MatchString(low) || wishes(low) {
			n++
		}
	}
	return len(all) > 1 && n > 0
}

// startsDemand tells whether words begin like an entry of a list of demands.
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
		if p.text[i] == ';' && !qualifies().MatchString(requirement.Fold(p.text[i+1:])) && !sideWish(p.text[i+1:]) && startsEntry().MatchString(requirement.Fold(p.text[i+1:min(len(p.text), i+40)])) {
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

// sideWish tells whether what follows a semicolon is only a wish beside the demand before it: "fluency in English;
// knowledge of Russian is an asset". What ends with a semicolon itself is an entry.
func sideWish(rest string) bool {
	if i := strings.IndexByte(rest, ';'); i >= 0 {
		rest = rest[:i]
	}
	low := requirement.Fold(rest)
	return len(low) < 120 && wishSaid().MatchString(low) && languageHint().MatchString(low)
}

// proseItems reads the sentences of running text that demand or wish something.
func proseItems(p *paragraph, class Class) []item {
	var items []item
	for _, q := range sentences(p) {
		low := requirement.Fold(q.text)
		if len(q.text) > 500 || noDemand().MatchString(low) {
			continue
		}
		switch {
		case len(items) > 0 && qualifies().MatchString(low):
			last := &items[len(items)-1]
			last.text += " " + q.text
			for _, m := range q.marks[1:] {
				last.marks = append(last.marks, mark{len(last.text), m.no})
			}
		case wishes(low):
			items = append(items, item{paragraph: q, class: Desirable, prose: true})
		case demands().MatchString(low):
			items = append(items, item{paragraph: q, class: class, prose: true})
		}
	}
	return items
}

// sentences parts running text at the ends of its sentences.
func sentences(p *paragraph) []paragraph {
	var out []paragraph
	from := 0
	s := p.text
	for i := 0; i+1 < len(s); i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && s[i+1] == ' ' && !abbreviation(s[from:i]) && i+2 < len(s) && !unicode.IsLower(firstRune(s[i+2:])) {
			out = append(out, p.cut(from, i+1))
			from = i + 1
		}
	}
	if q := p.cut(from, len(s)); q.text != "" {
		out = append(out, q)
	}
	return out
}

// abbreviation tells whether the full stop after s belongs to an abbreviation: "e.g.", "U.S.", "No.".
func abbreviation(s string) bool {
	word := s[strings.LastIndexAny(s, " (")+1:]
	switch requirement.Fold(word) {
	case "e.g", "i.e", "eg", "ie", "etc", "no", "mr", "ms", "dr", "st", "approx", "incl", "min", "max", "p. ex", "art", "vs", "m":
		return true
	}
	return len(word) == 1 && unicode.IsUpper(rune(word[0]))
}
