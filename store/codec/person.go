package codec

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"shortlist/model"
	"shortlist/model/requirement"
)

// This file holds a person on disk: fields of a number, a length and a content, those that are unknown left out. Most
// of a vacancy file is people, so that their size is its size, and the speed of taking them in. A field of a newer
// program is passed over; a person written as a map of names, as older programs did, is read as well.
//
//	1 reference, 2 name, 3 e-mail, 4 birth year, 5 gender, 6 nationality
//	7 education:  1 level, 2 field, 3 institution, 4 country, 5 conferred
//	8 job:        1 from, 2 to, 3 ongoing, 4 title, 5 employer, 6 percent, 7 kind, 8 paid (1) or not (2), 9 text
//	9 language:   1 language, 2 scale, 3 level
//	10 clearance: 1 level, 2 issuer, 3 valid until, 4 status
//	11 statement: 1 heading, 2 text
//	12 document:  1 name, 2 text

// personMark begins a person; no map of names begins so.
const personMark = 0x10

var errPerson = errors.New("the fields of a person do not add up")

// MarshalPerson writes a person.
func MarshalPerson(p model.Person) []byte {
	size := 64 + len(p.Name)
	for _, s := range p.Facts.Statements {
		size += len(s.Text) + 8
	}
	w := fieldWriter(make([]byte, 0, size+64*len(p.Facts.Jobs)+256))
	w = append(w, personMark)
	w.text(1, p.Reference)
	w.text(2, p.Name)
	w.text(3, p.Email)
	w.number(4, p.BirthYear)
	w.text(5, p.Gender)
	for _, n := range p.Facts.Nationalities {
		w.whole(6, n)
	}
	for i := range p.Facts.Education {
		e := &p.Facts.Education[i]
		at := w.open(7)
		w.text(1, string(e.Level))
		w.text(2, e.Field)
		w.text(3, e.Institution)
		w.text(4, e.Country)
		w.date(5, e.Conferred)
		w.close(at)
	}
	for i := range p.Facts.Jobs {
		j := &p.Facts.Jobs[i]
		at := w.open(8)
		w.job(j)
		w.close(at)
	}
	for i := range p.Facts.Languages {
		l := &p.Facts.Languages[i]
		at := w.open(9)
		w.text(1, l.Language)
		w.text(2, string(l.Scale))
		w.text(3, l.Level)
		w.close(at)
	}
	for i := range p.Facts.Clearances {
		c := &p.Facts.Clearances[i]
		at := w.open(10)
		w.text(1, string(c.Level))
		w.text(2, c.Issuer)
		w.date(3, c.ValidUntil)
		w.text(4, string(c.Status))
		w.close(at)
	}
	for _, s := range p.Facts.Statements {
		at := w.open(11)
		w.text(1, s.Heading)
		w.text(2, s.Text)
		w.close(at)
	}
	for _, d := range p.Facts.Documents {
		at := w.open(12)
		w.text(1, d.Name)
		w.text(2, d.Text)
		w.close(at)
	}
	return w
}

// fieldWriter appends fields.
type fieldWriter []byte

func (w *fieldWriter) job(j *requirement.Job) {
	w.date(1, j.From)
	w.date(2, j.To)
	w.truth(3, j.Ongoing)
	w.text(4, j.Title)
	w.text(5, j.Employer)
	w.number(6, j.Percent)
	w.text(7, string(j.Kind))
	if j.Paid != nil {
		w.number(8, map[bool]int{true: 1, false: 2}[*j.Paid])
	}
	w.text(9, j.Text)
}

// text writes a text that is not empty, whole any text.
func (w *fieldWriter) text(id byte, s string) {
	if s != "" {
		w.whole(id, s)
	}
}

func (w *fieldWriter) whole(id byte, s string) {
	*w = append(binary.AppendUvarint(append(*w, id), uint64(len(s))), s...)
}

func (w *fieldWriter) number(id byte, n int) {
	if n != 0 {
		at := w.open(id)
		*w = binary.AppendVarint(*w, int64(n))
		w.close(at)
	}
}

func (w *fieldWriter) truth(id byte, yes bool) {
	if yes {
		*w = append(*w, id, 0)
	}
}

func (w *fieldWriter) date(id byte, d requirement.Date) {
	if !d.IsZero() {
		at := w.open(id)
		*w = binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(*w, int64(d.Year)), int64(d.Month)), int64(d.Day))
		w.close(at)
	}
}

// open begins a field whose length is known only when it is closed.
func (w *fieldWriter) open(id byte) (at int) {
	*w = append(*w, id, 0)
	return len(*w)
}

func (w *fieldWriter) close(at int) {
	size := len(*w) - at
	if size < 0x80 {
		(*w)[at-1] = byte(size)
		return
	}
	*w = slices.Replace(*w, at-1, at, binary.AppendUvarint(nil, uint64(size))...)
}

// UnmarshalPerson reads what MarshalPerson wrote, and persons of older programs. Nothing of the person points into b.
func UnmarshalPerson(b []byte, p *model.Person) error {
	if len(b) == 0 || b[0] != personMark {
		return Unmarshal(b, p)
	}
	*p = model.Person{}
	r := fieldReader{rest: string(b[1:])} // copied once: all texts are parts of it
	f := &p.Facts
	for r.next() {
		switch r.id {
		case 1:
			p.Reference = r.content
		case 2:
			p.Name = r.content
		case 3:
			p.Email = r.content
		case 4:
			p.BirthYear = r.number()
		case 5:
			p.Gender = r.content
		case 6:
			f.Nationalities = append(f.Nationalities, r.content)
		case 7:
			f.Education = append(f.Education, education(r.inside()))
		case 8:
			f.Jobs = append(f.Jobs, job(r.inside()))
		case 9:
			f.Languages = append(f.Languages, language(r.inside()))
		case 10:
			f.Clearances = append(f.Clearances, clearance(r.inside()))
		case 11:
			heading, text := pair(r.inside())
			f.Statements = append(f.Statements, requirement.Statement{Heading: heading, Text: text})
		case 12:
			name, text := pair(r.inside())
			f.Documents = append(f.Documents, requirement.Document{Name: name, Text: text})
		}
	}
	if r.broken {
		return fmt.Errorf("decode %T: %w", p, errPerson)
	}
	return nil
}

// fieldReader gives one field after the other.
type fieldReader struct {
	rest    string
	id      byte
	content string
	broken  bool
	outer   *fieldReader
}

func (r *fieldReader) next() bool {
	if r.broken || r.rest == "" {
		return false
	}
	r.id = r.rest[0]
	n, size := uvarint(r.rest[1:])
	if size == 0 || n > uint64(len(r.rest)-1-size) {
		return r.fail()
	}
	r.content = r.rest[1+size : 1+size+int(n)]
	r.rest = r.rest[1+size+int(n):]
	return true
}

// fail notes that the fields do not add up, in the person as a whole.
func (r *fieldReader) fail() bool {
	for ; r != nil; r = r.outer {
		r.broken = true
	}
	return false
}

// uvarint reads a length; size is 0 where there is none.
func uvarint(s string) (n uint64, size int) {
	for i := 0; i < len(s) && i < 5; i++ {
		n |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return n, i + 1
		}
	}
	return 0, 0
}

// inside reads the fields of a group.
func (r *fieldReader) inside() *fieldReader { return &fieldReader{rest: r.content, outer: r} }

func (r *fieldReader) number() int {
	n, size := binary.Varint([]byte(r.content))
	if size <= 0 || size != len(r.content) {
		r.fail()
	}
	return int(n)
}

func (r *fieldReader) date() requirement.Date {
	var part [3]int
	rest := []byte(r.content)
	for i := range part {
		n, size := binary.Varint(rest)
		if size <= 0 {
			r.fail()
			return requirement.Date{}
		}
		part[i], rest = int(n), rest[size:]
	}
	return requirement.Date{Year: part[0], Month: part[1], Day: part[2]}
}

func education(r *fieldReader) (e requirement.Education) {
	for r.next() {
		switch r.id {
		case 1:
			e.Level = requirement.DegreeLevel(r.content)
		case 2:
			e.Field = r.content
		case 3:
			e.Institution = r.content
		case 4:
			e.Country = r.content
		case 5:
			e.Conferred = r.date()
		}
	}
	return e
}

func job(r *fieldReader) (j requirement.Job) {
	for r.next() {
		switch r.id {
		case 1:
			j.From = r.date()
		case 2:
			j.To = r.date()
		case 3:
			j.Ongoing = true
		case 4:
			j.Title = r.content
		case 5:
			j.Employer = r.content
		case 6:
			j.Percent = r.number()
		case 7:
			j.Kind = requirement.JobKind(r.content)
		case 8:
			paid := r.number() == 1
			j.Paid = &paid
		case 9:
			j.Text = r.content
		}
	}
	return j
}

func language(r *fieldReader) (l requirement.LanguageSkill) {
	for r.next() {
		switch r.id {
		case 1:
			l.Language = r.content
		case 2:
			l.Scale = requirement.Scale(r.content)
		case 3:
			l.Level = r.content
		}
	}
	return l
}

func clearance(r *fieldReader) (c requirement.ClearanceRecord) {
	for r.next() {
		switch r.id {
		case 1:
			c.Level = requirement.ClearanceLevel(r.content)
		case 2:
			c.Issuer = r.content
		case 3:
			c.ValidUntil = r.date()
		case 4:
			c.Status = requirement.ClearanceStatus(r.content)
		}
	}
	return c
}

func pair(r *fieldReader) (first, second string) {
	for r.next() {
		switch r.id {
		case 1:
			first = r.content
		case 2:
			second = r.content
		}
	}
	return first, second
}
