package imports

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

// This file finds the row of column names of a CSV file if it is not the first one: titles may stand above it, and a
// row of heads, each over several columns, as programs write merged cells.

// longestName is the longest text that is looked up as the name of a column, in bytes.
const longestName = 200

// csvHead is where the names of the columns are.
type csvHead struct {
	comma byte
	// last is the row of the names; grouped is true if the row above it holds heads over several columns.
	last    int
	grouped bool
	known   int // names that say what their column is
}

// headOfCSV finds names below the first row of a file; false if the first row is as good. Only a row below titles
// counts: what stands above it fills at most half as many cells.
func headOfCSV(head []byte) (best csvHead, found bool) {
	if at := bytes.LastIndexAny(head, "\r\n"); at >= 0 && len(head) >= text.HeadSize {
		head = head[:at+1]
	}
	line, sep := firstLine(head)
	comma, known := sniffComma(line)
	names := strings.Split(string(line), string(comma))
	if sep || known > 1 && 2*known >= len(names) && filled(names) == len(names) { // the usual case needs no search
		return best, false
	}
	for _, comma := range []byte(",;\t|") {
		if h := headBelow(head, comma); h.known > best.known {
			best = h
		}
	}
	return best, best.known > 1 && (best.last > 1 || best.grouped)
}

// headBelow finds the row with the most known names, if the file has this delimiter.
func headBelow(head []byte, comma byte) (best csvHead) {
	scan := newCSVScanner(bytes.NewReader(head), comma)
	var before []string
	line, widest := 0, 0 // the row before, and the most cells that a row above it fills
	for range headRows {
		cells, state, _ := scan.next(nil)
		if state != rowFine {
			return best
		}
		full := filled(cells)
		if known := countKnown(cells); known > best.known && 2*max(widest, filled(before)) <= full {
			best = csvHead{comma: comma, last: scan.row, known: known}
		}
		if line == scan.row-1 && line > 0 && isGroupRow(before, cells) && 2*widest <= full {
			if known := countKnown(groupedNames(before, cells)); known > max(1, countKnown(before)) && (known >= countKnown(cells) || slices.ContainsFunc(before, isGroup)) {
				best = csvHead{comma: comma, last: scan.row, grouped: true, known: known}
			}
		}
		if line > 0 {
			widest = max(widest, filled(before))
		}
		before, line = cells, scan.row
	}
	return best
}

func countKnown(names []string) (n int) {
	for _, s := range names {
		if len(s) <= longestName && nameKnown(s) {
			n++
		}
	}
	return n
}

// isGroupRow returns true if a row may hold heads over several columns of the row below it: at least one of its cells has
// an empty one behind it over a name, and no cell is below nothing.
func isGroupRow(above, below []string) bool {
	over := false
	for i, s := range above {
		name := i < len(below) && strings.TrimSpace(below[i]) != ""
		if strings.TrimSpace(s) != "" && !name {
			return false
		}
		over = over || i > 0 && name && strings.TrimSpace(s) == "" && strings.TrimSpace(above[i-1]) != ""
	}
	return over && filled(above) > 1
}

// groupedNames joins each head with the names under it, up to the next head.
func groupedNames(above, below []string) []string {
	over := slices.Clone(above)
	for i := 1; i < len(below); i++ {
		if i >= len(over) {
			over = append(over, "")
		}
		if strings.TrimSpace(over[i]) == "" {
			over[i] = over[i-1]
		}
	}
	return twoRows(over, below)
}

// groupWords begin the heads over columns that are understood by the name below alone, folded: those of jobs and those of
// the person. A date under "Education" must not become that of a job.
var groupWords = [...]struct {
	begin string
	job   bool
}{
	{"experience", true},
	{"work experience", true},
	{"professional experience", true},
	{"employment", true},
	{"employer", true},
	{"job", true},
	{"position", true},
	{"career", true},
	{"work history", true},
	{"emploi", true},
	{"poste", true},
	{"parcours", true},
	{"berufserfahrung", true},
	{"stelle", true},
	{"candidate", false},
	{"applicant", false},
	{"person", false},
	{"identity", false},
	{"general", false},
	{"candidat", false},
	{"identite", false},
	{"bewerber", false},
}

// isGroup returns true if a text is a usual head over several columns.
func isGroup(head string) bool {
	group, _ := numberIn(requirement.Fold(strings.TrimSpace(head)))
	for _, w := range groupWords {
		if strings.HasPrefix(group, w.begin) {
			return true
		}
	}
	return false
}

// nameUnder is the name of a column under a head over several ones: "Job 1" above "from" is "Job 1 from".
func nameUnder(head, name string) string {
	joined := strings.TrimSpace(head + " " + name)
	if head == "" || name == "" || nameKnown(joined) {
		return joined
	}
	group, number := numberIn(requirement.Fold(head))
	for _, w := range groupWords {
		if !strings.HasPrefix(group, w.begin) || !nameKnown(name) {
			continue
		}
		field, _ := jobNamed(nameKey(name))
		switch {
		case w.job && field == "" || !w.job && field != "":
		case w.job && number > 0:
			return "job" + strconv.Itoa(number) + "_" + field
		default:
			return name
		}
	}
	return joined
}

// leftAbove is the remark on lines above the names of the columns; no text if there are none.
func leftAbove(lines []string) (p model.Problem, ok bool) {
	lines = slices.DeleteFunc(lines, func(s string) bool { return s == "" })
	if len(lines) == 0 {
		return p, false
	}
	var shown []string
	for _, l := range lines {
		shown = append(shown, text.Quoted(l))
	}
	return model.Problem{Warning: true, Message: fmt.Sprintf("What stands above the names of the columns is left out: %s.", strings.Join(shown, ", "))}, true
}
