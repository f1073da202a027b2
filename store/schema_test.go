package store_test

// This file compares the layout of the file with its diagram, looks for the tests that the table of guards names, and opens
// files of every released schema.

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

var freeze = flag.Bool("freeze", false, "write the frozen file of the schema of this program, if there is none yet")

// diagram reads the comment in doc.go: bucket → keys as the diagram writes them.
func diagram(t *testing.T) (buckets []string, keys map[string][]string) {
	t.Helper()
	source, err := os.ReadFile("doc.go")
	must(t, err)
	source, _, _ = bytes.Cut(source, []byte("# Guards"))
	keys = map[string][]string{}
	line := regexp.MustCompile(`(?m)^//\t(\w*) +(.+?)  +\S`)
	for _, m := range line.FindAllStringSubmatch(string(source), -1) {
		if m[1] != "" {
			buckets = append(buckets, m[1])
		}
		last := buckets[len(buckets)-1]
		keys[last] = append(keys[last], m[2])
	}
	return buckets, keys
}

// shape returns the line of the diagram that a key belongs to.
func shape(bucket string, k []byte) string {
	switch {
	case bucket == "log" && len(k) == 8:
		return "arrival number (8)"
	case bucket == "ids" && bytes.IndexByte(k, 0) == len(k)-9:
		return "chain, 0, sequence (8)"
	case bucket == "people" && len(k) == 4 && k[0] != 0xff:
		return "candidate (4)"
	case bucket == "people" && len(k) == 5 && k[4] == 0:
		return "candidate (4), 0"
	case bucket == "people" && len(k) > 5:
		return "candidate (4), text id"
	case bucket == "meta" && bytes.HasPrefix(k, []byte("signed ")):
		return `"signed ", chain`
	case bucket == "meta" && bytes.HasPrefix(k, []byte("pin ")):
		return `"pin ", member`
	case bucket == "cache" && bytes.HasPrefix(k, []byte("briefs")) && len(k) == 10:
		return `"briefs", chunk (4)`
	}
	return strconv.Quote(string(k))
}

func TestTheDiagramIsTheFile(t *testing.T) {
	t.Parallel()
	_, path, _ := busy(t)
	buckets, keys := diagram(t)
	var names []string
	for _, n := range store.BucketNames() {
		names = append(names, string(n))
	}
	if diff := cmp.Diff(names, buckets); diff != "" {
		t.Fatalf("buckets (-list +diagram):\n%s", diff)
	}
	// Only while an import waits, after a merge, in a copy, or if somebody set a PIN.
	seen := map[string]bool{
		`meta/"former"`: true, `meta/"pin ", member`: true, `meta/"staging"`: true, `meta/"revising"`: true, `meta/"signed ", chain`: true,
		"people/end, candidate (4)": true,
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	must(t, err)
	must(t, db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, _ []byte) error {
				seen[string(name)+"/"+shape(string(name), k)] = true
				return nil
			})
		})
	}))
	must(t, db.Close())
	drawn := map[string]bool{}
	for b, list := range keys {
		for _, k := range list {
			drawn[b+"/"+k] = true
		}
	}
	if diff := cmp.Diff(seen, drawn); diff != "" {
		t.Errorf("keys (-file +diagram):\n%s", diff)
	}
}

func TestTheTableOfGuardsNamesTestsThatExist(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("doc.go")
	must(t, err)
	files, err := filepath.Glob("*_test.go")
	must(t, err)
	var tests []byte
	for _, f := range files {
		b, err := os.ReadFile(f)
		must(t, err)
		tests = append(tests, b...)
	}
	_, table, _ := bytes.Cut(doc, []byte("# Guards"))
	names := regexp.MustCompile(`\bTest\w+`).FindAll(table, -1)
	if len(names) < 15 {
		t.Errorf("only %d tests are named", len(names))
	}
	for _, n := range names {
		if !bytes.Contains(tests, []byte("func "+string(n)+"(t *testing.T)")) {
			t.Errorf("doc.go names %s, which does not exist", n)
		}
	}
}

func frozenName(schema int) string {
	return filepath.Join("testdata", "schema-"+strconv.Itoa(schema)+Extension)
}

// Extension is how the name of a vacancy file ends.
const Extension = store.Extension

func TestEveryReleasedSchemaOpensForEver(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(frozenName(store.Schema())); err != nil && *freeze {
		_, path, _ := busy(t)
		must(t, copyFile(path, frozenName(store.Schema())))
	}
	for n := 1; n <= store.Schema(); n++ {
		path := filepath.Join(t.TempDir(), "old.shortlist")
		must(t, copyFile(frozenName(n), path))
		f, err := store.NewLibrary("").Open(path, false)
		must(t, err)
		d := storetest.Sit(t, f)
		b := d.Board
		if b.Unknown != 0 || b.Candidates != 12 || b.Phase != model.Moderating || b.Vacancy.Title != "Keeper of Maps" || b.RatingCount() == 0 {
			t.Errorf("schema %d: %d unknown events, %d candidates, %s, %d ratings", n, b.Unknown, b.Candidates, b.Phase, b.RatingCount())
		}
		history, err := f.History(0, 1<<20)
		must(t, err)
		for _, e := range history {
			if _, ok := e.Payload.(model.Unknown); ok {
				t.Errorf("schema %d: %s is not understood any more: write an upcast", n, e.Payload.Wire())
			}
		}
		dossier, err := f.Dossier(1)
		must(t, err)
		if r, ok := b.As("M1").Settled(1, 1); !ok || dossier.Text(r.Reason) != "Seen together." || dossier.Person.Name != storetest.Person(1, 1).Name {
			t.Errorf("schema %d: dossier %+v", n, dossier)
		}
	}
}

func copyFile(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o600)
}

func TestAMigrationCopiesAsideAndIsAllOrNothing(t *testing.T) {
	t.Parallel()
	l, path, _ := busy(t)
	before, err := os.ReadFile(path)
	must(t, err)
	half := func(tx *bolt.Tx) error {
		if _, err := tx.CreateBucket([]byte("new")); err != nil {
			return err
		}
		return os.ErrInvalid
	}
	if err := store.MigrateWith(path, half); err == nil {
		t.Fatal("a step that fails was taken for done")
	}
	f, err := l.Open(path, false)
	must(t, err)
	must(t, f.View(func(tx *bolt.Tx) error {
		if tx.Bucket([]byte("new")) != nil {
			t.Error("half a migration is in the file")
		}
		return nil
	}))
	must(t, f.Close())
	must(t, store.MigrateWith(path, func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("new")); return err }))
	if _, err := l.Open(path, false); err == nil {
		t.Error("the migrated file is not newer")
	}
	aside, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".shortlist-backups", "*before-version*"))
	if err != nil || len(aside) != 1 {
		t.Fatalf("copies aside: %v %v", aside, err)
	}
	must(t, copyFile(aside[0], path))
	again, err := l.Open(path, false)
	must(t, err)
	storetest.Sit(t, again)
	if len(before) == 0 {
		t.Error("nothing to migrate")
	}
}
