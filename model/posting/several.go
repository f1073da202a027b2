package posting

import "shortlist/model"

// This file belongs to the third stage: it notices that a file holds several postings. They are never mixed: the first is
// read, and a warning says so.

// oneOf returns the paragraphs of the first posting if the text holds several, with a warning at the second.
func (r *reading) oneOf(in []paragraph) []paragraph {
	sections, _ := divide(in, nil)
	seen := false // an essential list
	for i := range sections {
		s := &sections[i]
		switch {
		case s.zone == zoneSummary && s.announced == 0 && i > 0:
			if seen && len(s.body) > 0 && laterEssential(sections[i+1:]) {
				return r.upTo(in, s)
			}
		case s.essentialList():
			seen = true
		}
	}
	return in
}

// laterEssential returns true if an essential list of its own follows.
func laterEssential(sections []section) bool {
	for i := range sections {
		if sections[i].essentialList() {
			return true
		}
	}
	return false
}

// essentialList returns true if a section is an essential list that says so.
func (s *section) essentialList() bool {
	return s.zone == zoneDemands && s.class == Essential && s.explicit && len(s.body) > 1
}

// upTo returns the paragraphs before the second posting, whose summary is s.
func (r *reading) upTo(in []paragraph, s *section) []paragraph {
	no := s.body[0].marks[0].no
	for i := range in {
		if in[i].marks[0].no >= no {
			// The title and the facts of the head stand before the summary.
			for back := 0; i > 1 && back < 14 && headLike(&in[i-1]); back++ {
				i--
			}
			no = in[i].marks[0].no
			r.end = no - 1
			r.warn(no, model.WarnSecondPosting)
			return in[:i]
		}
	}
	return in
}

// headLike returns true if a paragraph is of the kind that stands at the head of a posting: a labelled fact, a title with
// its number, a heading.
func headLike(p *paragraph) bool {
	if p.bullet != noBullet && !p.bullet.counted() || len(p.text) > 120 {
		return false
	}
	if labelled(p.text) {
		return true // "Grade: G15"
	}
	if _, number := titleAndNumber(p.text); number != "" {
		return true // "Harbour Pilot-250001"
	}
	h := headingIn(p.text)
	return looksLikeHeading(p) && (h == nil || h.zone == zoneSummary) // "Harbour Pilot", "Summary"
}
