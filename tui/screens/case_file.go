package screens

import (
	"context"
	"errors"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file fetches what is kept about one candidate, for the screens of the meeting.

// caseFile is the dossier of the candidate in view, read again when a text was written since.
type caseFile struct {
	file    kit.File
	dossier model.Dossier
	asked   model.CandidateID
	events  int
	trouble error
}

// want asks for the dossier of a candidate where it is not here, or lacks one of the texts.
func (f *caseFile) want(b *model.Board, c model.CandidateID, texts []model.TextRef) []kit.Effect {
	if c == 0 || f.file == nil || f.asked == c && f.events == b.Events {
		return nil
	}
	if f.has(c) {
		lacks := false
		for _, t := range texts {
			_, there := f.dossier.Texts[t.ID]
			lacks = lacks || !t.IsZero() && !there
		}
		if !lacks {
			return nil
		}
	}
	f.asked, f.events, f.trouble = c, b.Events, nil
	return []kit.Effect{readDossier(f.file, dossierKey, c)}
}

// take takes over an answer; ok is false where it is none of a dossier.
func (f *caseFile) take(d kit.Done) (ok bool) {
	if d.Key != dossierKey {
		return false
	}
	if x, ok := d.Value.(model.Dossier); ok && d.Err == nil {
		f.dossier, f.trouble = x, nil
	} else if !errors.Is(d.Err, context.Canceled) {
		f.trouble = d.Err
	}
	return true
}

// has tells whether the dossier is that of a candidate.
func (f *caseFile) has(c model.CandidateID) bool { return c != 0 && f.dossier.Candidate == c }

// text is a text about a candidate; "…" while it is not read.
func (f *caseFile) text(c model.CandidateID, r model.TextRef) string {
	if r.IsZero() {
		return ""
	}
	if s, ok := f.dossier.Texts[r.ID]; ok && f.has(c) {
		return kit.Clean(s)
	}
	return "…"
}

// textsOf are the texts that members wrote about a candidate and the viewer may read, with the agreed ones.
func textsOf(b *model.Board, me model.MemberID, c model.CandidateID) []model.TextRef {
	var out []model.TextRef
	for _, a := range b.Visible(me, c) {
		for _, r := range a.Ratings {
			out = append(append(out, r.Reason), r.Evidence...)
		}
	}
	for _, k := range b.Criteria {
		if g, ok := b.Settled(me, c, k.ID); ok {
			out = append(out, g.Reason)
		}
	}
	return append(out, b.Decision(c).Reason)
}
