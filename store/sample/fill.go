package sample

import (
	"context"
	"time"

	"shortlist/model"
	"shortlist/store/imports"
)

// File is what Fill needs of a vacancy file.
type File interface {
	Device() model.DeviceID
	Load() (*model.Board, error)
	Commit(model.Change) error
	Stage(context.Context, model.CandidateID, model.Intake, bool, func(int)) (model.ImportBatch, model.IntakeReport, error)
}

// Fill adds the invented candidates, panel and ratings to a new file that was made from Posting.
func Fill(f File, now time.Time, random [32]byte) error {
	b, err := f.Load()
	if err != nil {
		return err
	}
	in, err := imports.ReadCandidates("sample candidates.json", Candidates)
	if err != nil {
		return err
	}
	arrival, _, err := f.Stage(context.Background(), 1, in, false, func(int) {})
	if err != nil {
		return err
	}
	var all model.Change
	for i, s := range append([]Step{{"", model.ImportCandidates{Batch: arrival}}}, Script(b)...) {
		random[0], random[1] = byte(i), byte(i>>8) // every text needs a salt of its own
		c, err := model.Decide(b, s.Command, b.Stamp(f.Device(), s.Author, now, random))
		if err != nil {
			return err
		}
		b.ApplyAll(c.Events)
		all.Events = append(all.Events, c.Events...)
		all.Texts = append(all.Texts, c.Texts...)
	}
	return f.Commit(all)
}
