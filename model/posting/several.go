package posting

import "shortlist/model"

// This file notices that a file holds several postings. They are never mixed: the first is read, and the reader says so.

// oneOf is the paragraphs of the first posting where the text holds several, with a warning at the second.
func (r *reading) oneOf(in []paragraph) []paragraph {
	sections, _ := divide(in)
	type list struct{ essential, summary bool }
	var seen list
	for i := range sections {
		s := &sections[i]
		switch {
		case s.zone == zoneSummary && s.announced == 0 && i > 0:
			if seen.essential && len(s.body) > 0 && laterEssential(sections[i+1:]) {
				return r.upTo(in, s)
			}
			seen.summary = true
		case s.zone == zoneDemands && s.class == Essential && s.explicit && len(s.body) > 1:
			seen.essential = true
		}
	}
	return in
}

// laterEssential tells whether an essential list of its own follows.
func laterEssential(sections []section) bool {
	for i := range sections {
		s := &sections[i]
		if s.zone == zoneDemands && s.class == Essential && s.explicit && len(s.body) > 1 {
			return true
		}
	}
	return false
}

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

// headLike tells whether a paragraph is of the kind that stands at the head of a posting: a labelled fact, a title with
// its number, a heading.
func headLike(p *paragraph) bool {
	if p.bullet != noBullet && !p.bullet.counted() || len(p.text) > 120 {
		return false
	}
	_, number := titleAndNumber(p.text)
	return labelled(p.text) || number != "" || looksLikeHeading(p) && (headingIn(p.text) == nil || headingIn(p.text).zone == zoneSummary)
}
