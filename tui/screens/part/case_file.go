package part

// This file fetches what is kept about one candidate, for the screens of the meeting.

import (
	"context"
	"errors"

	"shortlist/model"
	"shortlist/tui/kit"
)

// DossierKey is the key of the answer that holds the file of the candidate in view.
const DossierKey = "dossier"

// ReadDossier is the effect that reads the file of a candidate; the answer comes under the key.
func ReadDossier(file kit.File, key string, c model.CandidateID) kit.Effect {
	return kit.Run{Key: key, Label: "Reading " + c.String(), Work: func(context.Context, func(string)) (any, error) {
		return file.Dossier(c)
	}}
}

// CaseFile is the file of the candidate in view. It is read again when a text was written since.
type CaseFile struct {
	File    kit.File
	Dossier model.Dossier
	asked   model.CandidateID
	events  int
	Trouble error
}

// Request asks for the dossier of a candidate if it is not here, or lacks one of the texts.
func (f *CaseFile) Request(b *model.View, c model.CandidateID, texts []model.TextRef) []kit.Effect {
	if c == 0 || f.File == nil || f.asked == c && f.events == b.Events {
		return nil
	}
	if f.Has(c) {
		lacks := false
		for _, t := range texts {
			_, there := f.Dossier.Texts[t.ID]
			lacks = lacks || !t.IsZero() && !there
		}
		if !lacks {
			return nil
		}
	}
	f.asked, f.events, f.Trouble = c, b.Events, nil
	return []kit.Effect{ReadDossier(f.File, DossierKey, c)}
}

// Take takes over an answer; ok is false if it holds no dossier.
func (f *CaseFile) Take(d kit.Done) (ok bool) {
	if d.Key != DossierKey {
		return false
	}
	if x, ok := d.Value.(model.Dossier); ok && d.Err == nil {
		f.Dossier, f.Trouble = x, nil
	} else if !errors.Is(d.Err, context.Canceled) {
		f.Trouble = d.Err
	}
	return true
}

// Has returns true if the dossier is that of a candidate.
func (f *CaseFile) Has(c model.CandidateID) bool { return c != 0 && f.Dossier.Candidate == c }

// Text is a text about a candidate; "…" while it is not read.
func (f *CaseFile) Text(c model.CandidateID, r model.TextRef) string {
	if r.IsZero() {
		return ""
	}
	if s, ok := f.Dossier.Texts[r.ID]; ok && f.Has(c) {
		return kit.Clean(s)
	}
	return "…"
}

// TextsOf are the texts that members wrote about a candidate and the viewer may read, with the agreed ones.
func TextsOf(b *model.View, c model.CandidateID) []model.TextRef {
	var out []model.TextRef
	for _, a := range b.Visible(c) {
		for _, r := range a.Ratings {
			out = append(append(out, r.Reason), r.Evidence...)
		}
	}
	for _, k := range b.Criteria {
		if g, ok := b.Settled(c, k.ID); ok {
			out = append(out, g.Reason)
		}
	}
	return append(out, b.Decision(c).Reason)
}
