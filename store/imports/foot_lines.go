package imports

import (
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file recognises the lines under a table that are no candidates: totals, the day of printing, a disclaimer. A line
// is only taken for one if nothing but such lines comes after it, and each is said.

// mostFoot is how many lines under a table are held back until it is clear that no candidate follows.
const mostFoot = 40

// footWords begin a line under a table, folded.
var footWords = [...]string{
	"total", "totals", "grand total", "subtotal", "sub-total", "sum", "count", "number of", "nombre de", "nombre total", "somme", "summe", "gesamt", "gesamtzahl", "anzahl", "totale", "totaal",
	"printed", "imprime", "gedruckt", "generated", "genere", "erstellt", "exported", "exporte", "extracted", "extrait", "created on", "report", "rapport", "run date", "run by", "run on",
	"end of", "fin de", "fin du", "page", "seite", "confidential", "confidentiel", "vertraulich", "this document", "ce document", "this report", "ce rapport", "note", "notes", "nb", "n.b.", "remarque",
	"source", "disclaimer", "copyright", "©", "(c)", "date", "as of", "stand", "filter", "filters", "filtre", "legend", "legende", "data as of", "*",
}

// footCounts stand behind a number that is the whole line: "80 candidates".
var footCounts = [...]string{"candidate", "candidates", "applicant", "applicants", "application", "applications", "record", "records", "row", "rows", "entries", "results", "candidats", "candidatures", "lignes", "enregistrements", "bewerber", "bewerbungen", "datensatze"}

// heldRow is a row that may be a line under the table.
type heldRow struct {
	line  int
	cells []string
	// held is true if the row was held back.
	held bool
}

// doubted is the candidate of a row that was held back, with a warning if it is taken in.
func (h heldRow) doubted(row model.IntakeRow, here model.Problem) model.IntakeRow {
	if h.held && !row.Bad() {
		here.Line, here.Warning = h.line, true
		here.Message = text.Quoted(h.words()) + " looks like a line under the table, but candidates follow it: it was taken as one of them."
		row.Problems = append(row.Problems, here)
	}
	return row
}

// mayBeFoot returns true if a row looks like a line under the table.
func (r *flatReader) mayBeFoot(cells []string) bool {
	first, filled, others := -1, 0, 0
	for i, c := range cells {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		if filled++; first < 0 {
			first = i
		} else if strings.Trim(c, "0123456789.,%- ") != "" {
			others++
		}
		if others > 1 {
			return false
		}
	}
	c := &r.columns
	if first < 0 || c.reference >= 0 && first != c.reference && c.reference < len(cells) && strings.TrimSpace(cells[c.reference]) != "" {
		return false
	}
	cell := cells[first]
	if len(cell) > longestLine {
		return false
	}
	if isFootLine(cell) {
		return true
	}
	return filled == 1 && len(c.names) > 2 && len(strings.Fields(cell)) >= 4 && first != c.person && first != c.firstName && first != c.lastName
}

// isFootLine returns true if a text begins as a line under a table does.
func isFootLine(s string) bool {
	low := strings.TrimLeft(requirement.Fold(s), "-=_ ")
	for _, w := range footWords {
		if rest, found := strings.CutPrefix(low, w); found && (rest == "" || strings.ContainsRune(" :=(,.", rune(rest[0])) || w == "*" || w == "©") {
			return true
		}
	}
	words := strings.Fields(low)
	return len(words) == 2 && isNumber(words[0]) && slices.Contains(footCounts[:], strings.TrimRight(words[1], ".:"))
}

// hold keeps a row back; false if too many are held.
func (r *flatReader) hold(line int, cells []string) bool {
	if len(r.held) >= mostFoot {
		return false
	}
	r.held = append(r.held, heldRow{line, slices.Clone(cells), true})
	return true
}

// release gives the rows held back, which are candidates after all because one follows.
func (r *flatReader) release(give func(heldRow) bool) bool {
	held := r.held
	r.held = nil
	for _, h := range held {
		if !give(h) {
			return false
		}
	}
	return true
}

// words are the cells of a row in one line.
func (h heldRow) words() string {
	var words []string
	for _, c := range h.cells {
		if c, _ = text.CleanLine(c); c != "" {
			words = append(words, c)
		}
	}
	return strings.Join(words, " ")
}

// footNote is the note on a line under the table.
func (h heldRow) footNote() model.Problem {
	return model.Problem{Line: h.line, Warning: true, Message: text.Quoted(h.words()) + " stands under the table and is no candidate: it was left out."}
}
