package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model/vocab"
)

// This file belongs to the first stage: it finds tables of words that were set with spaces, with columns headed essential
// and desirable, and writes them with the strokes that table.go reads.

// wordCell is a piece of a line between wide gaps, and where it begins, in letters from the margin.
type wordCell struct {
	at   int
	text string
}

// wordCells parts a line at its wide gaps; nil if it is blank, furniture, an entry of a list or a row with strokes.
func wordCells(l *line) []wordCell {
	if l.blank || l.furniture != "" || l.bullet != noBullet || strings.ContainsRune(l.text, '|') {
		return nil
	}
	var out []wordCell
	at := l.indent
	for rest := l.text; rest != ""; {
		blank := len(rest) - len(strings.TrimLeft(rest, " "))
		at, rest = at+blank, rest[blank:]
		word, after, _ := strings.Cut(rest, "  ")
		if word != "" {
			out = append(out, wordCell{at, strings.TrimSpace(word)})
		}
		at += utf8.RuneCountInString(rest[:len(rest)-len(after)])
		rest = after
	}
	return out
}

// wordHeads are the heads of a table of words: a name for the first column, and two classes; nil if the line is no such head.
func wordHeads(l *line) []wordCell {
	heads := wordCells(l)
	if len(heads) == 2 && columnClass(heads[0].text) != "" {
		heads = append([]wordCell{{0, ""}}, heads...)
	}
	if len(heads) != 3 || columnClass(heads[0].text) != "" || columnClass(heads[1].text) == "" || columnClass(heads[2].text) == "" {
		return nil
	}
	return heads
}

// columnSlack is how far a cell may begin before its head.
const columnSlack = 2

// spreadWords writes the rows below a head as rows of cells; false if they are no table of words.
func spreadWords(lines []line, head int, heads []wordCell) bool {
	rows := map[int][]string{}
	last := -1 // the row above
	for j := head + 1; j < len(lines); j++ {
		if lines[j].blank || lines[j].furniture != "" {
			continue
		}
		row, ok := wordRow(&lines[j], heads)
		if !ok {
			break
		}
		if last >= 0 && goesOnAbove(row, rows[last]) {
			for k, c := range row {
				rows[last][k] = strings.TrimSpace(strings.Join([]string{rows[last][k], c}, " "))
			}
			rows[j] = nil
			continue
		}
		rows[j], last = row, j
	}
	words := 0
	for _, row := range rows {
		for k := 1; k < len(row); k++ {
			if len(row[k]) > 2 && !tick(row[k]) {
				words++
			}
		}
	}
	if words < leastMarked {
		return false
	}
	lines[head].text = strings.Join([]string{
		heads[0].text, strings.ToUpper(vocab.Wire(columnClass(heads[1].text))), strings.ToUpper(vocab.Wire(columnClass(heads[2].text))),
	}, " | ")
	for j, row := range rows {
		if row == nil {
			lines[j].blank, lines[j].text = true, ""
			continue
		}
		lines[j].bullet, lines[j].text = noBullet, strings.Join(row, " | ")
	}
	return true
}

// wordRow is a line as cells below heads; false if it is no row: words from the margin that reach over the columns.
func wordRow(l *line, heads []wordCell) (row []string, ok bool) {
	row = make([]string, len(heads))
	for _, c := range wordCells(l) {
		k := 0
		for k+1 < len(heads) && c.at+columnSlack >= heads[k+1].at {
			k++
		}
		if row[k] != "" || k == 0 && c.at+utf8.RuneCountInString(c.text) >= heads[1].at {
			return nil, false
		}
		row[k] = c.text
	}
	return row, row[1] != "" || row[2] != ""
}

// goesOnAbove returns true if a row only goes on with the cells above it: none begins with a capital or a digit.
func goesOnAbove(row, above []string) bool {
	for k, c := range row {
		if c != "" && (k == 0 || above[k] == "" || !unicode.IsLower(firstRune(c))) {
			return false
		}
	}
	return true
}
