package store

// This file corrects the files of candidates who are in the vacancy already. A later file is compared with what is
// stored. The corrected files wait in the file, and replace the old ones in the transaction that records the correction.

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store/codec"
	"shortlist/store/imports"
)

// revised collects the candidates whose later file differs.
type revised struct {
	sum        hash.Hash // over the corrected files as they are stored
	candidates []model.CandidateID
	jobs       []model.CandidateID
}

// compare compares a row with the stored file of its candidate, and stages the corrected file if corrections are asked
// for.
func (s *stager) compare(c model.CandidateID, later model.Person) error {
	before, err := s.file.person(c)
	if err != nil {
		return err
	}
	after, diff := before.Revise(later)
	if len(diff) == 0 {
		return nil
	}
	s.report.Changed++
	if len(s.report.Differences) < maxProblems {
		told := model.Changed{Candidate: c, Reference: after.Reference, Differences: diff}
		s.report.Differences = append(s.report.Differences, s.board.ShownChanged(told, after))
	}
	if !s.update {
		return nil
	}
	r := &s.revised
	r.candidates = append(r.candidates, c)
	if slices.ContainsFunc(diff, func(d model.Difference) bool { return d.Field == "job" }) {
		r.jobs = append(r.jobs, c)
	}
	v, err := codec.MarshalPerson(after)
	if err != nil {
		return err
	}
	if r.sum == nil {
		r.sum = sha256.New()
	}
	r.sum.Write(binary.BigEndian.AppendUint32(nil, uint32(c)))
	r.sum.Write(v)
	if s.batches == nil {
		return nil
	}
	return s.batches.put(bucketPeople, revisedKey(c), v)
}

// complete adds the revision to the report, with the candidates in the order of their numbers.
func (r *revised) complete(report *model.IntakeReport, in model.Intake) {
	if len(r.candidates) == 0 {
		return
	}
	slices.Sort(r.candidates)
	slices.Sort(r.jobs)
	report.Revision = model.Revision{
		Candidates: r.candidates, Jobs: r.jobs, Source: in.Source, People: hex.EncodeToString(r.sum.Sum(nil)),
	}
	if in.SHA256 != nil {
		report.Revision.SHA256 = in.SHA256()
	}
}

// hashAfter returns the hash of the files of the first candidates, with the waiting corrections in place of the old
// files.
func hashAfter(tx *bolt.Tx, known int) (string, error) {
	sum := sha256.New()
	for c := model.CandidateID(1); int(c) <= known; c++ {
		what := "the file of " + c.String()
		v, err := get(tx, bucketPeople, revisedKey(c), what)
		if err == nil && v == nil {
			v, err = need(tx, bucketPeople, personKey(c), what)
		}
		if err != nil {
			return "", err
		}
		addPerson(sum, v)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// addPerson adds a file as it is stored to a hash of several.
func addPerson(sum hash.Hash, v []byte) {
	sum.Write(binary.BigEndian.AppendUint32(nil, uint32(len(v))))
	sum.Write(v)
}

// person returns the file of a candidate that is committed.
func (f *File) person(c model.CandidateID) (p model.Person, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		v, err := need(tx, bucketPeople, personKey(c), "the file of "+c.String())
		if err != nil {
			return err
		}
		return codec.UnmarshalPerson(v, &p)
	})
	return p, err
}

// referenceFinder returns a function that finds the reference with which the name of a file begins.
func referenceFinder(known map[string]model.CandidateID) func(name string) string {
	references := make(map[string]string, len(known))
	for ref := range known {
		references[strings.ToLower(ref)] = ref
	}
	return func(name string) string { return imports.ReferenceOf(name, references) }
}

// revising records which corrections wait for their commit.
type revising struct {
	People string `json:"people"`
	Count  int    `json:"count"`
}

func putRevising(tx *bolt.Tx, r model.Revision) error {
	v, err := codec.Marshal(revising{r.People, len(r.Candidates)})
	if err != nil {
		return err
	}
	return put(tx, bucketMeta, keyRevised, v)
}

func readRevising(tx *bolt.Tx) (r revising, err error) {
	v, err := get(tx, bucketMeta, keyRevised, "the header")
	if err != nil || v == nil {
		return r, err
	}
	return r, codec.Unmarshal(v, &r)
}

// applyRevision replaces the files of candidates by their corrected files.
func applyRevision(tx *bolt.Tx, r model.Revision) error {
	waiting, err := readRevising(tx)
	if err != nil {
		return err
	}
	if waiting.People != r.People || waiting.Count < len(r.Candidates) {
		return conflict(r.Source, "The corrections of %s are not ready to be taken over: import the file again.", r.Source)
	}
	people, cache, err := peopleAndCache(tx)
	if err != nil {
		return err
	}
	last := -1
	for _, c := range r.Candidates {
		v, err := get(tx, bucketPeople, revisedKey(c), "the corrected file of "+c.String())
		if err != nil {
			return err
		}
		if v == nil || people.Get(personKey(c)) == nil {
			return conflict(r.Source, "The correction of %s is not ready to be taken over: import %s again.", c, r.Source)
		}
		if err := put(tx, bucketPeople, personKey(c), bytes.Clone(v)); err != nil {
			return err
		}
		if err := people.Delete(revisedKey(c)); err != nil {
			return err
		}
		if n := chunkOf(c); n != last { // its rows are made again when they are asked for
			if err := cache.Delete(summariesKey(n)); err != nil {
				return err
			}
			last = n
		}
	}
	return doneRevising(tx, waiting, len(r.Candidates))
}

// doneRevising records how many corrections still wait for the rest of their change.
func doneRevising(tx *bolt.Tx, r revising, done int) error {
	if r.Count -= done; r.Count > 0 {
		v, err := codec.Marshal(r)
		if err != nil {
			return err
		}
		return put(tx, bucketMeta, keyRevised, v)
	}
	meta, err := bucketOf(tx, bucketMeta)
	if err != nil {
		return err
	}
	return meta.Delete(keyRevised)
}

// dropRevised deletes up to a batch of corrections that were never committed. more is false when nothing is left.
func dropRevised(tx *bolt.Tx) (more bool, err error) {
	people, err := bucketOf(tx, bucketPeople)
	if err != nil {
		return false, err
	}
	return deleteRun(people, revisedKey(0), func([]byte) bool { return true })
}
