package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"time"

	"shortlist/model"
	"shortlist/store/imports"
	"shortlist/store/sample"
)

// This file plays the script of the sample into a new file.

// play takes in the sample's candidates and does what its panel did, in two commits.
func (f *File) play(candidates string) error {
	if err := os.WriteFile(candidates, sample.Candidates, 0o600); err != nil {
		return err
	}
	in, err := imports.OpenCandidates(candidates)
	if err != nil {
		return err
	}
	board, err := f.Load()
	if err != nil {
		return err
	}
	arrival, report, err := f.Stage(context.Background(), 1, in, false, nil)
	if err != nil {
		return err
	}
	if report.Bad > 0 {
		return fmt.Errorf("%d problems in the sample, the first: %s", report.Bad, report.Problems[0])
	}
	p := player{board: board, device: f.device, at: time.Now()}
	if err := p.do(sample.Step{Command: model.AddCandidates{Arrival: arrival}}); err != nil {
		return err
	}
	for _, step := range sample.Script(board) {
		if err := p.do(step); err != nil {
			return fmt.Errorf("%T: %w", step.Command, err)
		}
	}
	return f.Commit(p.change)
}

// player decides on the steps of a script and gathers what they lead to.
type player struct {
	board  *model.Board
	device model.DeviceID
	at     time.Time
	change model.Change
}

func (p *player) do(s sample.Step) error {
	random := sha256.Sum256(binary.BigEndian.AppendUint64([]byte(p.device), uint64(p.board.Events)))
	ch, err := model.Decide(p.board, s.Command, p.board.Stamp(p.device, s.Author, p.at, random))
	if err != nil {
		return err
	}
	p.board.ApplyAll(ch.Events)
	p.change.Events = append(p.change.Events, ch.Events...)
	p.change.Texts = append(p.change.Texts, ch.Texts...)
	return nil
}
