package imports

import (
	"bytes"
	"fmt"
	"iter"

	"shortlist/model"
)

// This file reads candidates from JSON: {"candidates": [...]}, or the list alone. The outer brackets are read as a
// stream, so only one candidate is in memory at a time.
//
// The reader is written by hand (json_stream.go and json_cursor.go) because a problem needs the line, the column and
// the path of a value, and reading continues after a wrong value; encoding/json offers neither. encoding/json/jsontext
// would, in about 350 lines less, but in Go 1.26 it is still an experiment (GOEXPERIMENT).

// recognisesJSON returns true if the text begins with an object or a list.
func recognisesJSON(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == '[')
}

// jsonReader turns the document into candidates.
type jsonReader struct {
	src    *intakeSource
	stream *jsonStream
	values values
	cursor jsonCursor
	legacy bool
	// bare is true if the document is the list alone.
	bare  bool
	lists int
}

// readJSON goes to the first candidate.
func readJSON(src *intakeSource) (iter.Seq[model.IntakeRow], error) {
	r := &jsonReader{src: src, stream: newJSONStream(src.text)}
	r.cursor = jsonCursor{values: &r.values, unknownFields: map[string]bool{}}
	r.values.place = func() model.Problem {
		p := r.cursor.place()
		p.File = src.name
		return p
	}
	s := r.stream
	if r.bare = s.take('['); !r.bare {
		s.take('{')
		found, fault := r.findList(true)
		switch {
		case s.err != nil:
			return nil, src.refuse(s.err, "%s cannot be read (%s): take a fresh copy.", src.name, cause(s.err))
		case fault != "":
			return nil, src.refuse(nil, "%s is not a JSON document: line %d, column %d: %s. Correct it there or export the candidates again.",
				src.name, s.line, s.column, fault)
		case !found:
			return nil, src.refuse(nil, "%s is JSON but holds no list \"candidates\": {\"candidates\": [{\"reference\": …}]} was expected; "+
				"\"shortlist template candidates.json\" writes an example.", src.name)
		}
	}
	return r.rows, nil
}

// findList reads the fields of the outermost object up to the list of candidates. First is true directly after the
// opening bracket. Fault says what is wrong; empty if nothing is.
func (r *jsonReader) findList(first bool) (found bool, fault string) {
	s := r.stream
	for ; ; first = false {
		switch {
		case s.take('}'):
			return false, ""
		case !first && !s.take(','):
			return false, "\",\" or \"}\" was expected"
		case s.peek() != '"':
			return false, "the name of a field in quotes was expected"
		}
		line, column := s.line, s.column
		raw, state := s.cut()
		if state != cutFine || !s.take(':') {
			return false, "a field with \":\" and a value was expected"
		}
		name := r.at(raw, line, column, "").text()
		if name == "candidates" {
			if r.lists++; r.lists > 1 {
				return false, "the field \"candidates\" stands twice"
			}
			if s.take('[') {
				return true, ""
			}
			return false, "a list of candidates was expected"
		}
		r.cursor.warnUnknown(name)
		if fault := r.passValue(); fault != "" {
			return false, fault
		}
	}
}

// at sets the cursor to a value that was cut out of the stream.
func (r *jsonReader) at(raw []byte, line, column int, base string) *jsonCursor {
	c := &r.cursor
	c.data, c.at, c.start, c.broken = string(raw), 0, 0, false
	c.line, c.column, c.base, c.path = line, column, base, c.path[:0]
	return c
}

// passValue skips a value that is not needed.
func (r *jsonReader) passValue() (fault string) {
	s := r.stream
	if c := s.peek(); c == 0 || c == '}' || c == ']' || c == ',' {
		return "a value was expected"
	}
	if _, state := s.cut(); state == cutShort {
		return "the text ends in the middle"
	}
	return ""
}

// rows gives the candidates.
func (r *jsonReader) rows(yield func(model.IntakeRow) bool) {
	s := r.stream
	if r.src.legacy {
		r.legacy = true
		if !yield(r.src.readAsWindows()) {
			return
		}
	}
	more := !s.take(']')
	for n := 0; more; n++ {
		row, stop := r.candidate(n)
		if r.cursor.legacy && !r.legacy {
			r.legacy = true
			if !yield(r.src.readAsWindows()) {
				return
			}
		}
		if !yield(row) || stop {
			return
		}
		switch {
		case s.take(','):
		case s.take(']'):
			more = false
		case s.err != nil:
			yield(r.src.broken(s.err))
			return
		default:
			yield(r.fault("\",\" or \"]\" was expected behind a candidate"))
			return
		}
	}
	r.end(yield)
}

// end reads what follows the list.
func (r *jsonReader) end(yield func(model.IntakeRow) bool) {
	fault := ""
	if !r.bare {
		_, fault = r.findList(false)
	}
	if fault == "" && r.stream.peek() != 0 {
		fault = "the document is closed, but more text follows"
	}
	switch {
	case r.stream.err != nil:
		yield(r.src.broken(r.stream.err))
	case fault != "":
		yield(r.fault(fault))
	default:
		if rest := r.values.finish(model.Problem{File: r.src.name}); len(rest) > 0 {
			yield(model.IntakeRow{Problems: rest})
		}
	}
}

// fault is the row of a mistake in the JSON between candidates; nothing after it can be read.
func (r *jsonReader) fault(what string) model.IntakeRow {
	return r.src.fileProblem(model.Problem{
		Line: r.stream.line, Column: r.stream.column,
		Message: "This is not JSON: " + what + ". Nothing behind this place was read.",
	})
}

// candidate reads the n-th candidate, counted from 0. Stop is true if the text ends inside it.
func (r *jsonReader) candidate(n int) (row model.IntakeRow, stop bool) {
	s := r.stream
	first := s.peek()
	row.Line = s.line
	here := model.Problem{File: r.src.name, Line: s.line, Column: s.column, Field: fmt.Sprintf("candidates[%d]", n)}
	if first == 0 || first == ']' || first == '}' || first == ',' {
		return r.fault("a candidate was expected"), true
	}
	raw, state := s.cut()
	switch state {
	case cutShort:
		here.Message = "This is not JSON: the text ends in the middle of the candidate that begins here. The file is cut; export it again."
	case cutTooLong:
		here.Message = "The candidate takes more than 8 MiB: at most that was expected. It was left out."
	case cutTooDeep:
		here.Message = fmt.Sprintf("Lists and objects stand more than %d deep inside each other: they were expected to be flat. The candidate was left out.", deepest)
	}
	if state != cutFine {
		row.Problems = []model.Problem{here}
		return row, state == cutShort
	}
	c := r.at(raw, here.Line, here.Column, here.Field)
	seen := readObject(c, candidateFields, &row.Person)
	if !c.broken && c.peek() != 0 {
		c.fail("\",\" was expected behind a candidate")
	}
	c.start = 0
	if seen&1 == 0 || row.Person.Reference == "" {
		if !c.broken && (first == '{' || first == 'n') {
			c.values.wrong("The candidate has no reference: \"reference\" with the applicant number was expected.")
		}
	}
	row.Problems = r.values.finish(here)
	return row, false
}
