package store_test

// This file damages pages that bbolt trusts, and checks that each fault is found before bbolt maps the file. With such a
// page bbolt walks in circles, dies, or gives a page that is in use to the next change.

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"shortlist/store"
)

const pageSize = 4096

// pageOf returns a page of a file. Its number is at 0, its kind at 8, the number of its elements at 10; elements of 16 bytes
// begin at 16, and those of a branch page hold the place and size of a key and the number of the page below.
func pageOf(file []byte, id uint64) []byte { return file[id*pageSize:][:pageSize] }

// newestMeta returns the newer header, from its first field on.
func newestMeta(file []byte) []byte {
	a, b := pageOf(file, 0)[16:], pageOf(file, 1)[16:]
	if binary.LittleEndian.Uint64(b[48:]) > binary.LittleEndian.Uint64(a[48:]) {
		return b
	}
	return a
}

// freePages returns the page with the list of free pages.
func freePages(file []byte) []byte {
	return pageOf(file, binary.LittleEndian.Uint64(newestMeta(file)[32:]))
}

// branchPages returns the numbers of all pages that look like branch pages, in use or not.
func branchPages(file []byte) (ids []uint64) {
	for id := uint64(2); id < uint64(len(file)/pageSize); id++ {
		if p := pageOf(file, id); binary.LittleEndian.Uint16(p[8:]) == 1 && binary.LittleEndian.Uint16(p[10:]) > 1 {
			ids = append(ids, id)
		}
	}
	return ids
}

func TestPagesThatWouldLeadBoltAstrayAreFoundBefore(t *testing.T) {
	t.Parallel()
	_, whole, _ := sound(t)
	path := filepath.Join(t.TempDir(), "damaged.shortlist")
	precheck := func(file []byte) error {
		must(t, os.WriteFile(path, file, 0o600))
		return store.Precheck(path)
	}
	must(t, precheck(whole))
	le := binary.LittleEndian
	if n := le.Uint16(freePages(whole)[10:]); n < 2 || n == 0xFFFF {
		t.Fatalf("%d free pages: the file is not varied enough", n)
	}
	isDamage := func(err error) bool { var d *store.DamagedError; return errors.As(err, &d) }

	for fault, change := range map[string]func(file, page []byte, id uint64){
		"a page below itself":            func(_, p []byte, id uint64) { le.PutUint64(p[24:], id) },
		"a page below twice":             func(_, p []byte, _ uint64) { copy(p[40:48], p[24:32]) },
		"a page below that is free":      func(f, p []byte, _ uint64) { copy(p[24:32], freePages(f)[16:24]) },
		"a page below beyond the end":    func(_, p []byte, _ uint64) { le.PutUint64(p[24:], 1<<30) },
		"no page below":                  func(_, p []byte, _ uint64) { le.PutUint16(p[10:], 0) },
		"more pages below than it holds": func(_, p []byte, _ uint64) { le.PutUint16(p[10:], 300) },
		"keys out of order":              func(_, p []byte, _ uint64) { le.PutUint32(p[36:], 0) },
		"a key outside the page":         func(_, p []byte, _ uint64) { le.PutUint32(p[20:], 1<<20) },
		"another number":                 func(_, p []byte, id uint64) { le.PutUint64(p, id+1) },
	} {
		found := 0
		for _, id := range branchPages(whole) {
			b := bytes.Clone(whole)
			change(b, pageOf(b, id), id)
			if isDamage(precheck(b)) {
				found++
			}
		}
		if found == 0 {
			t.Errorf("branch page with %s: not found", fault)
		}
	}
	for fault, change := range map[string]func(list []byte){
		"a page twice":          func(l []byte) { copy(l[24:32], l[16:24]) },
		"a page beyond the end": func(l []byte) { le.PutUint64(l[16:], 1<<30) },
		"a header page":         func(l []byte) { le.PutUint64(l[16:], 1) },
		"more than it holds":    func(l []byte) { le.PutUint16(l[10:], 600) },
		"the wrong kind":        func(l []byte) { le.PutUint16(l[8:], 2) },
	} {
		b := bytes.Clone(whole)
		change(freePages(b))
		if !isDamage(precheck(b)) {
			t.Errorf("list of free pages with %s: not found", fault)
		}
	}
}
