package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"sync"

	"github.com/ledongthuc/pdf"

	"shortlist/store/imports/text"
)

// This file checks a PDF before the library reads it, because the library trusts the file: numbers that make it reserve
// memory without end, streams that unpack without end, objects that contain themselves.

// Bounds on a whole file, in objects and bytes.
const (
	maxObjects  = 1_000_000
	maxStream   = 16 << 20 // one stream
	maxPicture  = 64 << 20 // one stream that is a picture, whose bytes are never used
	maxUnpacked = 256 << 20
)

// patterns are the regular expressions of the check; between words there may be blanks and comments.
type patterns struct{ escape, count, table, twice, stream *regexp.Regexp }

var compiled = sync.OnceValue(func() patterns {
	blank := `(?:[\s\x00]|%[^\r\n]*[\r\n])*`
	return patterns{
		escape: regexp.MustCompile(`#[0-9a-fA-F]{2}`),
		count:  regexp.MustCompile(`/(?:Size|Columns|First|N)` + blank + `\+?(\d+)`),
		table:  regexp.MustCompile(`/(?:Index|W)` + blank + `\[([^\]]*)\]`),
		twice:  regexp.MustCompile(`/Filter` + blank + `\[[^\]]*/(?:FlateDecode|Fl)\b[^\]]*/(?:FlateDecode|Fl)\b`),
		stream: regexp.MustCompile(`stream\r?\n`),
	}
})

// mend gives a copy of the file as the library needs it: nothing before the header or after the end, and a header that
// it knows.
func mend(data []byte) []byte {
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); i > 0 {
		data = data[i:]
	}
	if i := bytes.LastIndex(data, []byte("%%EOF")); i > 0 {
		data = data[:i+len("%%EOF")]
	}
	data = append(bytes.Clone(data), '\n')
	if len(data) > 16 {
		copy(data, "%PDF-1.7\n")
	}
	return data
}

// check refuses what would harm. text.ErrBomb or text.ErrDamaged.
func check(data []byte, c *text.Clock) error {
	pat := compiled()
	plain := pat.escape.ReplaceAllFunc(data, func(m []byte) []byte { return []byte(unescape(string(m))) })
	for _, m := range pat.count.FindAllSubmatch(plain, -1) {
		if n, err := strconv.ParseInt(string(m[1]), 10, 64); err != nil || n > maxObjects*10 {
			return fmt.Errorf("%w: %s", text.ErrDamaged, m[0])
		}
	}
	for _, m := range pat.table.FindAllSubmatch(plain, -1) {
		if len(m[1]) > 0 && !smallNumbers(m[1]) {
			return fmt.Errorf("%w: %.40s", text.ErrDamaged, m[0])
		}
	}
	if pat.twice.Match(plain) {
		return text.ErrBomb
	}
	if err := checkTables(data); err != nil {
		return err
	}
	return checkStreams(data, pat.stream, c)
}

// smallNumbers returns true if every whole number in a list is one that a file of some megabytes can need.
func smallNumbers(list []byte) bool {
	for _, f := range bytes.Fields(list) {
		if n, err := strconv.ParseInt(string(f), 10, 64); err == nil && (n > maxObjects || n < -maxObjects) || len(f) > 18 {
			return false
		}
	}
	return true
}

// checkTables reads every table of objects as the library will. text.ErrDamaged if one has too many objects.
func checkTables(data []byte) error {
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte("xref"))
		if i < 0 {
			return nil
		}
		from += i + len("xref")
		l := &lexer{data: data, at: from}
		for {
			start, ok := l.next(0)
			count, more := l.next(0)
			if !ok || !more || start.kind != kindNumber || count.kind != kindNumber {
				break
			}
			if start.number < 0 || count.number < 0 || start.number+count.number > maxObjects {
				if from > 9 && bytes.HasPrefix(data[max(0, from-9):], []byte("startxref")) {
					break // the number after it is an offset in the file
				}
				return fmt.Errorf("%w: table of objects", text.ErrDamaged)
			}
			for range int(count.number) * 3 {
				if t, ok := l.next(0); !ok || t.text == "trailer" {
					break
				}
			}
		}
	}
}

// checkStreams unpacks every stream and drops the bytes. text.ErrBomb if one stream or all together are too large.
func checkStreams(data []byte, stream *regexp.Regexp, c *text.Clock) error {
	total := int64(0)
	for _, at := range stream.FindAllIndex(data, -1) {
		c.Check()
		z, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue
		}
		most := int64(maxStream)
		if header := headerBefore(data[:at[0]]); bytes.Contains(header, []byte("/Image")) && !bytes.Contains(header, []byte("/ObjStm")) {
			most = maxPicture
		}
		// Damage is found later, when the stream is read.
		n, _ := io.Copy(io.Discard, io.LimitReader(z, most+1))
		if total += n; n > most || total > maxUnpacked {
			return text.ErrBomb
		}
	}
	return nil
}

// headerBefore is the dictionary at the end of data, as far as it is in the last 1,000 bytes.
func headerBefore(data []byte) []byte {
	data = data[max(0, len(data)-1000):]
	return data[bytes.LastIndex(data, []byte(" obj"))+1:]
}

// checkObjects refuses a file that says that a stream of objects is inside a stream of objects: the library would loop
// for ever.
func checkObjects(r *pdf.Reader) error {
	table := reflect.ValueOf(r).Elem().FieldByName("xref")
	if !table.IsValid() || table.Kind() != reflect.Slice {
		return fmt.Errorf("%w: no table of objects", text.ErrDamaged)
	}
	for i := range table.Len() {
		x := table.Index(i)
		if !x.FieldByName("inStream").Bool() {
			continue
		}
		holder := x.FieldByName("stream").FieldByName("id").Uint()
		if holder < uint64(table.Len()) && table.Index(int(holder)).FieldByName("inStream").Bool() {
			return fmt.Errorf("%w: objects inside themselves", text.ErrDamaged)
		}
	}
	return nil
}
