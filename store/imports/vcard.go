package imports

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime/quotedprintable"
	"slices"
	"strings"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/plaintext"
	"shortlist/model/requirement"
)

// This file reads candidates from vCards (2.1, 3.0, 4.0), one or several in a file. A card says who somebody is and
// nothing of degrees or dated jobs, so these stay not stated.

// mostCard is the longest line of a card and the longest text of one property, in bytes.
const mostCard = 1 << 20

// recognisesVCard returns true if the text begins with a card.
func recognisesVCard(head []byte) bool {
	line, _ := firstLine(head)
	return bytes.EqualFold(bytes.TrimSpace(line), []byte("BEGIN:VCARD"))
}

// vcardReader turns cards into candidates.
type vcardReader struct {
	src    *intakeSource
	lines  *bufio.Scanner
	values values
	line   int // of the file
	at     int // the line of the property that is read
	cards  int
	// again is a line that was read too far, seen is true if there is one.
	again string
	seen  bool
	done  bool
	// chosen are the ways in which cards got their reference.
	chosen []string
}

// readVCard prepares the cards.
func readVCard(src *intakeSource) (iter.Seq[model.IntakeRow], error) {
	r := &vcardReader{src: src, lines: bufio.NewScanner(src.text)}
	r.lines.Buffer(make([]byte, 64<<10), mostCard)
	r.values.place = func() model.Problem { return model.Problem{File: src.name, Line: r.at} }
	return r.rows, nil
}

// next is the next line of the file; false at its end.
func (r *vcardReader) next() (string, bool) {
	if r.seen {
		r.seen = false
		r.line++
		return r.again, true
	}
	if r.done = r.done || !r.lines.Scan(); r.done { // after an error the scanner would go on with half a line
		return "", false
	}
	r.line++
	s := strings.TrimSuffix(r.lines.Text(), "\r")
	if r.src.legacy || !utf8.ValidString(s) {
		s = plaintext.FromWindows(s)
	}
	return s, true
}

// property is the next property with the lines that continue it.
func (r *vcardReader) property() (p vcardProperty, more bool) {
	s, ok := r.next()
	for ok && strings.TrimSpace(s) == "" {
		s, ok = r.next()
	}
	if !ok {
		return p, false
	}
	r.at = r.line
	head, _, _ := strings.Cut(s, ":")
	quoted := strings.Contains(strings.ToUpper(head), "QUOTED-PRINTABLE")
	var whole strings.Builder
	whole.WriteString(s)
	for {
		t, ok := r.next()
		soft := quoted && strings.HasSuffix(s, "=")
		folded := ok && t != "" && (t[0] == ' ' || t[0] == '\t')
		if !ok || !soft && !folded {
			if ok {
				r.again, r.seen = t, true
				r.line--
			}
			break
		}
		switch s = t; {
		case whole.Len()+len(t) > mostCard:
		case soft:
			whole.WriteString("\n" + t)
		default:
			whole.WriteString(t[1:])
		}
	}
	return parseProperty(whole.String(), quoted), true
}

// vcardProperty is a property: its name in capitals, without its group.
type vcardProperty struct{ name, value string }

func parseProperty(s string, quoted bool) (p vcardProperty) {
	at, inQuotes := -1, false
	for i := 0; i < len(s) && at < 0; i++ {
		switch {
		case s[i] == '"':
			inQuotes = !inQuotes
		case s[i] == ':' && !inQuotes:
			at = i
		}
	}
	if at < 0 {
		return p
	}
	name, _, _ := strings.Cut(s[:at], ";")
	p.name = strings.ToUpper(strings.TrimSpace(name[strings.LastIndexByte(name, '.')+1:]))
	p.value = s[at+1:]
	if quoted {
		data, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(p.value)))
		if err == nil {
			p.value = string(data)
		}
		if !utf8.ValidString(p.value) {
			p.value = plaintext.FromWindows(p.value)
		}
	}
	return p
}

// plain is a value without its escapes.
func (p vcardProperty) plain() string {
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";").Replace(p.value)
}

// parts are the parts of a value that semicolons part.
func (p vcardProperty) parts() (out []string) {
	begin := 0
	for i := 0; i <= len(p.value); i++ {
		switch {
		case i == len(p.value) || p.value[i] == ';':
			if len(out) < mostInCell {
				out = append(out, strings.TrimSpace(vcardProperty{value: p.value[begin:i]}.plain()))
			}
			begin = i + 1
		case p.value[i] == '\\' && i+1 < len(p.value):
			i++
		}
	}
	return out
}

// rows gives a candidate for each card.
func (r *vcardReader) rows(yield func(model.IntakeRow) bool) {
	if r.src.legacy && !yield(r.src.readAsWindows()) {
		return
	}
	for {
		p, more := r.property()
		if !more {
			break
		}
		row := r.outside(p)
		if p.name == "BEGIN" {
			row = r.card()
		}
		if !yield(row) {
			return
		}
	}
	if err := r.lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		yield(r.src.fileProblem(model.Problem{Line: r.line + 1, Message: "The line is longer than 1 MiB: nothing behind this place was read. Export the cards again."}))
		return
	} else if err != nil {
		yield(r.src.broken(err))
		return
	}
	if len(r.chosen) > 0 {
		yield(r.src.fileProblem(model.Problem{Warning: true, Message: fmt.Sprintf("Cards hold no applicant number: %s served as the reference.", orAlso(r.chosen))}))
	}
}

// orAlso joins names with "and".
func orAlso(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return fmt.Sprintf("%s and %s", strings.Join(words[:len(words)-1], ", "), words[len(words)-1])
}

// outside is the row for a line between cards.
func (r *vcardReader) outside(vcardProperty) model.IntakeRow {
	return r.src.fileProblem(model.Problem{Line: r.at, Message: "The line stands outside of any card: BEGIN:VCARD was expected."})
}

// card reads a card whose first line was read.
func (r *vcardReader) card() model.IntakeRow {
	r.cards++
	row := model.IntakeRow{Line: r.at}
	here := model.Problem{File: r.src.name, Line: r.at}
	var uid, name string
	person := &row.Person
	for {
		p, more := r.property()
		if !more || p.name == "BEGIN" {
			here.Message = "The card that begins here has no end: END:VCARD was expected. The file is cut; export it again."
			return model.IntakeRow{Line: row.Line, Problems: append(r.values.finish(here), here)}
		}
		if p.name == "END" {
			break
		}
		switch p.name {
		case "UID":
			uid = r.values.line(p.plain())
		case "N":
			name = r.values.line(nameInOrder(p.parts()))
		case "X-REFERENCE":
			person.Reference = r.values.reference(p.plain())
		default:
			r.take(person, p)
		}
	}
	person.Name = either(person.Name, name)
	r.refer(person, uid)
	row.Problems = r.values.finish(here)
	return row
}

// nameInOrder is a name whose parts a card holds as family name, given name, further names, title and suffix.
func nameInOrder(parts []string) string {
	for len(parts) < 3 {
		parts = append(parts, "")
	}
	return strings.Join(strings.Fields(strings.Join([]string{parts[1], parts[2], parts[0]}, " ")), " ")
}

// take takes over what a property says.
func (r *vcardReader) take(p *model.Person, v vcardProperty) {
	say := func(heading string) {
		if s := strings.TrimSpace(r.values.text(v.plain())); s != "" && len(p.Facts.Statements) < mostInCell {
			p.Facts.Statements = append(p.Facts.Statements, requirement.Statement{Heading: heading, Text: s})
		}
	}
	switch v.name {
	case "FN":
		p.Name = either(p.Name, r.values.line(v.plain()))
	case "EMAIL":
		p.Email = either(p.Email, strings.TrimPrefix(r.values.line(v.plain()), "mailto:"))
	case "BDAY":
		year := strings.TrimSpace(v.value)
		if len(year) >= 4 && isNumber(year[:4]) && p.BirthYear == 0 {
			p.BirthYear = r.values.birthYear(year[:4])
		}
	case "TITLE":
		say("Title on the card")
	case "ORG":
		v.value = strings.ReplaceAll(v.value, ";", " ")
		say("Organisation on the card")
	case "NOTE":
		say("Note on the card")
	}
}

// refer gives a candidate whose card has no X-REFERENCE another reference: the e-mail address, else the identifier of the card, else a running number.
func (r *vcardReader) refer(p *model.Person, uid string) {
	if p.Reference != "" {
		return
	}
	way := "the e-mail address"
	switch {
	case p.Email != "":
		p.Reference = p.Email
	case uid != "":
		p.Reference, way = uid, "the identifier of the card"
	default:
		p.Reference, way = fmt.Sprintf("R%05d", r.cards), "a running number"
	}
	p.Reference = r.values.reference(p.Reference)
	if !slices.Contains(r.chosen, way) {
		r.chosen = append(r.chosen, way)
	}
}

// templateVCard is a card of somebody invented.
func templateVCard() ([]byte, error) {
	return []byte("BEGIN:VCARD\r\nVERSION:4.0\r\nX-REFERENCE:EXAMPLE-001\r\nFN:Ima Gináry (example\\, delete this card)\r\nEMAIL:ima.ginary@example.org\r\n" +
		"NOTE:This candidate does not exist.\r\nEND:VCARD\r\n"), nil
}
