package store_test

// This file holds benchmarks. Each figure that has a goal is measured beside its yardstick.

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/codec"
	"shortlist/store/storetest"
)

var sizes = []int{300, 10_000, 100_000}

func BenchmarkStage(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				_, d := storetest.New(b)
				b.StartTimer()
				a, _, err := d.File.Stage(context.Background(), 1, storetest.Intake(1, n), false, nil)
				must(b, err)
				d.Do("", model.ImportCandidates{Batch: a})
			}
		})
	}
}

// large makes a closed file with n candidates.
func large(b *testing.B, n int) (*store.Library, string) {
	l, d := storetest.New(b)
	d.Import(1, n)
	d.Panel()
	must(b, d.File.Close())
	return l, d.File.Path()
}

func BenchmarkOpenAndFirstScreen(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l, path := large(b, n)
			for b.Loop() {
				f, err := l.Open(path, false)
				must(b, err)
				_, err = f.Load()
				must(b, err)
				_, err = f.CandidateSummaries(1, 48)
				must(b, err)
				must(b, f.Close())
			}
		})
	}
}

func BenchmarkCommit(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l, path := large(b, n)
			f, err := l.Open(path, false)
			must(b, err)
			d := storetest.Sit(b, f)
			for i := 0; b.Loop(); i++ {
				d.Do("M1", rating(1+i%n, 1, []model.Value{model.Met, model.NotMet}[i/n%2]))
			}
		})
	}
}

// BenchmarkBareUpdate is the yardstick of BenchmarkCommit: the same bytes in one bucket.
func BenchmarkBareUpdate(b *testing.B) {
	db, err := bolt.Open(filepath.Join(b.TempDir(), "bare"), 0o600, &bolt.Options{PageSize: 4096})
	must(b, err)
	value := bytes.Repeat([]byte{7}, 170)
	must(b, db.Update(func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("log")); return err }))
	for i := 0; b.Loop(); i++ {
		must(b, db.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("log")).Put([]byte(fmt.Sprintf("%08d", i)), value) }))
	}
	must(b, db.Close())
}

func BenchmarkLoadHistory(b *testing.B) {
	for _, events := range []int{1_000, 12_000, 120_000} {
		for _, how := range []string{"fold", "snapshot"} {
			b.Run(fmt.Sprintf("%d/%s", events, how), func(b *testing.B) {
				_, d := storetest.New(b)
				d.Import(1, 1000)
				d.Panel()
				var ch model.Change
				for i := range events {
					one := d.Decide("M1", rating(1+i%1000, 1+i/1000%2, []model.Value{model.CannotAssess, model.NotRated}[i/2000%2]))
					d.Board.ApplyAll(one.Events)
					ch.Events = append(ch.Events, one.Events...)
				}
				must(b, d.File.Commit(ch))
				if how == "snapshot" {
					d.Reload()
				}
				for b.Loop() {
					if how == "fold" {
						b.StopTimer()
						must(b, d.File.Update(func(tx *bolt.Tx) error {
							if tx.Bucket([]byte("cache")).Get([]byte("board")) == nil {
								return nil
							}
							return tx.Bucket([]byte("cache")).Delete([]byte("board"))
						}))
						b.StartTimer()
						_, err := d.File.Tail()
						must(b, err)
						continue
					}
					_, err := d.File.Load()
					must(b, err)
				}
			})
		}
	}
}

func BenchmarkDossier(b *testing.B) {
	l, path := large(b, 10_000)
	f, err := l.Open(path, true)
	must(b, err)
	for i := 0; b.Loop(); i++ {
		_, err := f.Dossier(model.CandidateID(1 + i*7919%10_000))
		must(b, err)
	}
	must(b, f.Close())
}

func BenchmarkCandidateSummaries(b *testing.B) {
	l, path := large(b, 100_000)
	f, err := l.Open(path, true)
	must(b, err)
	for i := 0; b.Loop(); i++ {
		_, err := f.CandidateSummaries(model.CandidateID(1+i*7919%99_000), 48)
		must(b, err)
	}
	must(b, f.Close())
}

// BenchmarkPerson is what an import spends on each person before anything is written.
func BenchmarkPerson(b *testing.B) {
	p := storetest.Person(1, 1)
	for b.Loop() {
		if _, err := codec.Marshal(p); err != nil {
			b.Fatal(err)
		}
	}
	if testing.Verbose() {
		v, err := codec.Marshal(p)
		fmt.Fprintln(os.Stderr, len(v), err)
	}
}
