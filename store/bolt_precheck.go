package store

// This file checks the pages of a bbolt file with plain reads, before bbolt maps the file: the two header pages, the
// list of free pages, and the branch pages of the trees. bbolt trusts all of them; if they are damaged it dies or walks
// in circles. The check reads the branch pages only, about one page in two hundred. Values are guarded by their seals.

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

const (
	pageHeader  = 16
	elementSize = 16 // of an element in a branch page and in a leaf page
	metaMagic   = 0xED0CDAED
	metaVersion = 2
	metaLength  = 64

	flagBranch   = 0x01
	flagLeaf     = 0x02
	flagFreelist = 0x10
	flagBucket   = 0x01 // of an element in a leaf page
)

// boltPages is the content of a header page, and what was learned of the other pages.
type boltPages struct {
	pageSize             int64
	root, freelist, high uint64 // high is the first page number beyond the file
	txid                 uint64
	metas                [2][]byte // the header pages as they were read
	free, seen           bitset    // pages in the list of free pages; pages that belong to a tree
	file                 io.ReaderAt
	scratch              []byte // the page read last
	headerDamaged        bool   // one of the header pages is damaged
}

// precheck checks the pages of a file. It returns *ForeignError if it is no bbolt file and *DamagedError if it is a
// damaged one, both without a path.
func precheck(f *os.File) (*boltPages, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, &FileError{Path: f.Name(), Why: "is a folder, not a file", Do: "Choose a file in it."}
	}
	if info.Size() == 0 {
		return nil, &ForeignError{Empty: true}
	}
	s, err := readMetas(f)
	if err != nil {
		return nil, err
	}
	if int64(s.high)*s.pageSize > info.Size() {
		return nil, broken("its end is missing: %d bytes of %d are there", info.Size(), int64(s.high)*s.pageSize)
	}
	s.free, s.seen = make(bitset, s.high/64+1), make(bitset, s.high/64+1)
	if err := s.readFree(); err != nil {
		return nil, err
	}
	return s, s.walkRoot()
}

// bitset is a set of page numbers.
type bitset []uint64

func (b bitset) add(id uint64)      { b[id/64] |= 1 << (id % 64) }
func (b bitset) has(id uint64) bool { return b[id/64]>>(id%64)&1 == 1 }

func broken(format string, args ...any) error {
	return &DamagedError{Cause: fmt.Errorf(format, args...)}
}

// readMetas returns the newer of the two header pages that are whole.
func readMetas(f io.ReaderAt) (*boltPages, error) {
	first := make([]byte, pageSize)
	if n, err := f.ReadAt(first, 0); err != nil && n < pageHeader+metaLength {
		return nil, &ForeignError{}
	}
	s, ok := readMeta(first)
	size := int64(pageSize)
	if ok {
		size = s.pageSize
	}
	second := make([]byte, pageSize)
	if n, err := f.ReadAt(second, size); err != nil && n < pageHeader+metaLength {
		if ok || looksLikeMeta(first) {
			return nil, broken("only its beginning is there")
		}
		return nil, &ForeignError{}
	}
	t, ok2 := readMeta(second)
	switch {
	case ok2 && (!ok || t.txid > s.txid):
		s = t
	case !ok && (looksLikeMeta(first) || looksLikeMeta(second)):
		return nil, broken("both header pages are damaged")
	case !ok:
		return nil, &ForeignError{}
	}
	s.headerDamaged = !ok || !ok2
	s.file, s.metas = f, [2][]byte{first, second}
	return &s, nil
}

func looksLikeMeta(page []byte) bool {
	return binary.LittleEndian.Uint32(page[pageHeader:]) == metaMagic
}

func readMeta(page []byte) (boltPages, bool) {
	le := binary.LittleEndian
	m := page[pageHeader : pageHeader+metaLength]
	sum := fnv.New64a()
	sum.Write(m[:metaLength-8])
	s := boltPages{
		pageSize: int64(le.Uint32(m[8:])), root: le.Uint64(m[16:]), freelist: le.Uint64(m[32:]),
		high: le.Uint64(m[40:]), txid: le.Uint64(m[48:]),
	}
	ok := le.Uint32(m) == metaMagic && le.Uint32(m[4:]) == metaVersion && sum.Sum64() == le.Uint64(m[56:]) &&
		s.pageSize >= 1024 && s.pageSize <= 1<<16 && s.pageSize&(s.pageSize-1) == 0 && s.high < 1<<40
	return s, ok
}

// page reads a page with its overflow pages, and checks number and kind. The next call may overwrite the result.
func (s *boltPages) page(id uint64, kinds uint16) (p []byte, flags uint16, err error) {
	if id < 2 || id >= s.high {
		return nil, 0, broken("page %d lies outside the file", id)
	}
	if s.scratch == nil {
		s.scratch = make([]byte, s.pageSize)
	}
	head := s.scratch
	if _, err := s.file.ReadAt(head, int64(id)*s.pageSize); err != nil {
		return nil, 0, broken("page %d: %w", id, err)
	}
	le := binary.LittleEndian
	flags = le.Uint16(head[8:])
	if le.Uint64(head) != id || flags&kinds == 0 || flags&(flags-1) != 0 {
		return nil, 0, broken("page %d is not what it should be", id)
	}
	over := uint64(le.Uint32(head[12:]))
	if id+over >= s.high {
		return nil, 0, broken("page %d reaches beyond the file", id)
	}
	if over == 0 || flags == flagLeaf && over > 64 {
		return head, flags, nil
	}
	p = make([]byte, int64(over+1)*s.pageSize)
	if _, err := s.file.ReadAt(p, int64(id)*s.pageSize); err != nil {
		return nil, 0, broken("page %d: %w", id, err)
	}
	return p, flags, nil
}

func (s *boltPages) readFree() error {
	p, _, err := s.page(s.freelist, flagFreelist)
	if err != nil {
		return err
	}
	le := binary.LittleEndian
	ids, n := p[pageHeader:], uint64(le.Uint16(p[10:]))
	if n == 0xFFFF {
		n, ids = le.Uint64(ids), ids[8:]
	}
	if n > uint64(len(ids))/8 {
		return broken("the list of free pages is damaged")
	}
	last := uint64(1)
	for i := range n {
		id := le.Uint64(ids[8*i:])
		if id <= last || id >= s.high {
			return broken("the list of free pages is damaged")
		}
		s.free.add(id)
		last = id
	}
	return nil
}

// walkRoot walks the tree of buckets, and the tree of each bucket.
func (s *boltPages) walkRoot() error {
	p, flags, err := s.page(s.root, flagLeaf|flagBranch)
	if err != nil {
		return err
	}
	if flags != flagLeaf {
		return &ForeignError{} // a file of this program has only a few buckets
	}
	s.seen.add(s.root)
	p = bytes.Clone(p) // reading other pages would overwrite it
	le := binary.LittleEndian
	for i := range int(le.Uint16(p[10:])) {
		at := pageHeader + i*elementSize
		if at+elementSize > len(p) {
			return broken("the list of parts is damaged")
		}
		e := p[at:]
		start := at + int(le.Uint32(e[4:])) + int(le.Uint32(e[8:]))
		end := start + int(le.Uint32(e[12:]))
		if start < at || end < start || end > len(p) {
			return broken("the list of parts is damaged")
		}
		if le.Uint32(e)&flagBucket == 0 {
			continue
		}
		if end-start < 16 {
			return broken("the list of parts is damaged")
		}
		if root := le.Uint64(p[start:]); root != 0 {
			if err := s.walk(root); err != nil {
				return err
			}
		} else if err := inline(p[start+16 : end]); err != nil {
			return err
		}
	}
	return nil
}

// inline checks a bucket so small that it is stored in its parent's page.
func inline(p []byte) error {
	le := binary.LittleEndian
	if len(p) < pageHeader || le.Uint16(p[8:]) != flagLeaf {
		return broken("a small part is damaged")
	}
	n := int(le.Uint16(p[10:]))
	if pageHeader+n*elementSize > len(p) {
		return broken("a small part is damaged")
	}
	for i := range n {
		at := pageHeader + i*elementSize
		e := p[at:]
		if at+int(le.Uint32(e[4:]))+int(le.Uint32(e[8:]))+int(le.Uint32(e[12:])) > len(p) {
			return broken("a small part is damaged")
		}
	}
	return nil
}

// walk checks the branch pages of a tree level by level. All leaf pages of a tree are on the same level, so only the
// first page of a level is read to find out if they are leaves.
func (s *boltPages) walk(root uint64) error {
	level := []uint64{root}
	for range 16 {
		_, flags, err := s.page(level[0], flagLeaf|flagBranch)
		if err != nil {
			return err
		}
		if flags == flagLeaf {
			for _, id := range level {
				if err := s.claim(id); err != nil {
					return err
				}
			}
			return nil
		}
		next := make([]uint64, 0, 256*len(level))
		for _, id := range level {
			if next, err = s.branch(id, next); err != nil {
				return err
			}
		}
		level = next
	}
	return broken("a tree is too high")
}

// claim records that a page belongs to a tree. It returns *DamagedError if the page is free or belongs to one already.
func (s *boltPages) claim(id uint64) error {
	if id < 2 || id >= s.high || s.free.has(id) || s.seen.has(id) {
		return broken("page %d is in two places", id)
	}
	s.seen.add(id)
	return nil
}

// branch checks a branch page and appends the pages below it to next.
func (s *boltPages) branch(id uint64, next []uint64) ([]uint64, error) {
	if err := s.claim(id); err != nil {
		return nil, err
	}
	p, _, err := s.page(id, flagBranch)
	if err != nil {
		return nil, err
	}
	le := binary.LittleEndian
	n := int(le.Uint16(p[10:]))
	if n == 0 || pageHeader+n*elementSize > len(p) {
		return nil, broken("page %d is damaged", id)
	}
	var last []byte
	for i := range n {
		at := pageHeader + i*elementSize
		from := at + int(le.Uint32(p[at:]))
		to := from + int(le.Uint32(p[at+4:]))
		if from < at || to < from || to > len(p) || i > 0 && bytes.Compare(last, p[from:to]) >= 0 {
			return nil, broken("page %d is damaged", id)
		}
		next, last = append(next, le.Uint64(p[at+8:])), p[from:to]
	}
	return next, nil
}
