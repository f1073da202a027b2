package store

// This file imports candidates: they are read one after the other, checked, and stored under numbers that nobody sees
// until the import is committed. Reading and writing run side by side; the batches are in batch.go.

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
)

// maxProblems is how many problems of a file are listed; the rest are counted.
const maxProblems = 1000

// Stage reads candidates and stores their files under the numbers from first on. Nobody sees them until the command with
// the returned arrival is committed. progress is called with the number of rows read. Nothing stays staged if the report
// has problems that stop the import, if dry is true, or if ctx ends. It returns *model.Error Conflict if first is not
// the next free number or another import is under way.
func (f *File) Stage(ctx context.Context, first model.CandidateID, in model.Intake, dry bool, progress func(int)) (model.ImportBatch, model.IntakeReport, error) {
	if !f.staging.TryLock() {
		return model.ImportBatch{}, model.IntakeReport{}, conflict(in.Source, "Another import is under way: wait for it, then import %s again.", in.Source)
	}
	defer f.staging.Unlock()
	s := &stager{file: f, source: in.Source, update: in.Update, arrival: model.ImportBatch{First: first, Source: in.Source}, sum: sha256.New(), seen: map[string]int{}}
	b, err := f.Load()
	if err != nil {
		return model.ImportBatch{}, model.IntakeReport{}, err
	}
	s.board = b
	if err := s.begin(dry); err != nil {
		return model.ImportBatch{}, model.IntakeReport{}, err
	}
	if in.Know != nil {
		in.Know(referenceFinder(s.known))
	}
	err = s.read(ctx, in, progress)
	s.report.Problems = s.problems.list()
	if err == nil && s.report.Bad == 0 {
		s.revised.complete(&s.report, in)
	}
	s.arrival.Count, s.arrival.People = s.report.New, hex.EncodeToString(s.sum.Sum(nil))
	if in.SHA256 != nil && err == nil {
		s.arrival.SHA256 = in.SHA256()
	}
	if s.batches != nil {
		err = s.end(err)
	}
	if err != nil {
		return model.ImportBatch{}, s.report, err
	}
	return s.arrival, s.report, nil
}

func conflict(subject, format string, args ...any) error {
	return &model.Error{Code: model.Conflict, Subject: subject, Message: fmt.Sprintf(format, args...)}
}

// stager reads one file of candidates.
type stager struct {
	file     *File
	source   string
	arrival  model.ImportBatch
	report   model.IntakeReport
	problems problemList
	sum      hash.Hash                    // over the people as they are stored
	known    map[string]model.CandidateID // references in the vacancy
	seen     map[string]int               // references in the file, with their rows
	batches  *batcher                     // nil if nothing is to be written
	chunk    []model.CandidateSummary     // rows of the chunk being filled
	update   bool                         // known candidates are to be corrected
	revised  revised
	board    *model.Board // decides what of a file may be shown
}

// begin checks the first number, reads the references of the vacancy, and deletes what an earlier import left.
func (s *stager) begin(dry bool) error {
	f := s.file
	var people uint64
	err := f.view(func(tx *bolt.Tx) error {
		t, err := readCounts(tx)
		if err != nil {
			return err
		}
		people = t.people
		s.known, s.chunk, err = references(tx, people)
		return err
	})
	if err != nil {
		return err
	}
	if uint64(s.arrival.First) != people+1 {
		return conflict(s.source, "Other candidates came in meanwhile: import %s again.", s.source)
	}
	if dry {
		return nil
	}
	f.write.Lock()
	defer f.write.Unlock()
	if err := f.dropStaged(); err != nil {
		return err
	}
	if err := f.mayWrite(); err != nil {
		return err
	}
	s.batches = newBatcher(f, s.arrival.First)
	return nil
}

// references returns the references of all candidates of a vacancy, and the rows of the last chunk if it has room.
func references(tx *bolt.Tx, people uint64) (map[string]model.CandidateID, []model.CandidateSummary, error) {
	known := make(map[string]model.CandidateID, people)
	for c := uint64(1); c <= people; c += summariesChunk {
		list, _, err := readChunk(tx, chunkOf(model.CandidateID(c)), people)
		if err != nil {
			return nil, nil, err
		}
		list = list[:min(uint64(len(list)), people-c+1)]
		for _, b := range list {
			known[b.Reference] = b.Candidate
		}
		if len(list) < summariesChunk {
			return known, list, nil
		}
	}
	return known, nil, nil
}

func (s *stager) read(ctx context.Context, in model.Intake, progress func(int)) error {
	for row := range prefetch(in.Rows) {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("import %s: %w", s.source, err)
		}
		if err := s.take(row); err != nil {
			return err
		}
		if progress != nil && s.report.Read%500 == 0 {
			progress(s.report.Read)
		}
	}
	if progress != nil {
		progress(s.report.Read)
	}
	if s.batches != nil && s.report.Bad == 0 {
		return s.flushChunk()
	}
	return nil
}

// take checks a row against the file and the vacancy, and stores the person.
func (s *stager) take(row model.IntakeRow) error {
	ref, problems := row.Person.Reference, row.Problems
	if ref != "" || row.Person.Name != "" || len(row.Problems) == 0 {
		s.report.Read++
	}
	if ref == "" && !row.Bad() && len(row.Problems) == 0 {
		problems = append(problems, s.problem(row, false, "the candidate has no reference; each needs one that no other has"))
	}
	c, known := s.known[ref]
	known = known && ref != ""
	if ref != "" {
		if line, twice := s.seen[ref]; twice && !row.Bad() { // if the row is bad, its reader has said so already
			problems = append(problems, s.problem(row, false, fmt.Sprintf("%q stands in row %d already; each candidate needs a reference of their own", ref, line)))
		} else if !twice {
			s.seen[strings.Clone(ref)] = row.Line // a substring would keep the whole row in memory
		}
	}
	for _, p := range problems {
		if !p.Warning {
			s.report.Bad++
		}
		s.problems.add(s.board.ShownProblem(p))
	}
	switch {
	case known && row.Bad():
		s.report.Known++
		return nil
	case known:
		s.report.Known++
		return s.compare(c, row.Person)
	case ref == "" || s.report.Bad > 0:
		return nil
	}
	s.report.New++
	return s.store(row.Person)
}

func (s *stager) problem(row model.IntakeRow, warning bool, message string) model.Problem {
	return model.Problem{File: s.source, Line: row.Line, Field: "reference", Message: message, Warning: warning}
}

// store adds a person to the batch, to the hash of the arrival and to the rows of the list.
func (s *stager) store(p model.Person) error {
	v, err := codec.MarshalPerson(p)
	if err != nil {
		return err
	}
	addPerson(s.sum, v)
	if s.batches == nil {
		return nil
	}
	c := s.arrival.First + model.CandidateID(s.report.New-1)
	if err := s.batches.put(bucketPeople, personKey(c), v); err != nil {
		return err
	}
	s.chunk = append(s.chunk, model.SummaryOf(c, p))
	if len(s.chunk) == summariesChunk {
		return s.flushChunk()
	}
	return nil
}

func (s *stager) flushChunk() error {
	if len(s.chunk) == 0 {
		return nil
	}
	v, err := codec.Marshal(s.chunk)
	if err != nil {
		return err
	}
	key := summariesKey(chunkOf(s.chunk[0].Candidate))
	s.chunk = s.chunk[:0]
	return s.batches.put(bucketCache, key, v)
}

// end writes the rest and records what is staged, or deletes what was written.
func (s *stager) end(err error) error {
	keep := err == nil && s.report.Bad == 0 && (s.report.New > 0 || len(s.report.Revision.Candidates) > 0)
	last := s.seal
	if !keep {
		last = nil
	}
	if werr := s.batches.finish(last); err == nil {
		err = werr
	}
	if keep && err == nil || !s.batches.marked {
		return err
	}
	s.file.write.Lock()
	defer s.file.write.Unlock()
	if derr := s.file.dropStaged(); err == nil {
		err = derr
	}
	return err
}

// seal records what is staged, so that the command that commits it can be compared with it.
func (s *stager) seal(tx *bolt.Tx) error {
	if r := &s.report.Revision; len(r.Candidates) > 0 {
		var err error
		r.Known = int(s.arrival.First) - 1
		if r.After, err = hashAfter(tx, r.Known); err != nil {
			return err
		}
		if err := putRevising(tx, *r); err != nil {
			return err
		}
	}
	if s.arrival.Count > 0 {
		return putStaging(tx, s.arrival)
	}
	meta, err := bucketOf(tx, bucketMeta)
	if err != nil {
		return err
	}
	return meta.Delete(keyStaging)
}

// problemList keeps the first problems and counts the rest. Problems that stop the import are listed before warnings.
type problemList struct {
	bad, warnings []model.Problem
	more          int
}

func (l *problemList) add(p model.Problem) {
	list := &l.bad
	if p.Warning {
		list = &l.warnings
	}
	if len(*list) >= maxProblems {
		l.more++
		return
	}
	*list = append(*list, p)
}

func (l *problemList) list() []model.Problem {
	out := append(l.bad, l.warnings...)
	if l.more > 0 {
		out = append(out, model.Problem{Message: fmt.Sprintf("%d more are not listed", l.more), Warning: true})
	}
	return out
}
