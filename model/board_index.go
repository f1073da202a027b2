package model

// This file finds the assessment of a member for a candidate.

// assessmentIndex gives the index in State.Assessments for a member and a candidate. It keeps neighbouring candidates
// in pages, because a ranking asks for all candidates in order: a map with one key for each would miss the processor's
// cache every time.
type assessmentIndex map[MemberID]map[CandidateID]*indexPage

const pageOf = 256

// indexPage holds indices plus 1; 0 means none.
type indexPage [pageOf]int32

func (x assessmentIndex) find(c CandidateID, m MemberID) (at int, ok bool) {
	page := x[m][c/pageOf]
	if page == nil || page[c%pageOf] == 0 {
		return 0, false
	}
	return int(page[c%pageOf]) - 1, true
}

func (x assessmentIndex) put(c CandidateID, m MemberID, at int) {
	pages := x[m]
	if pages == nil {
		pages = map[CandidateID]*indexPage{}
		x[m] = pages
	}
	page := pages[c/pageOf]
	if page == nil {
		page = &indexPage{}
		pages[c/pageOf] = page
	}
	page[c%pageOf] = int32(at + 1)
}
