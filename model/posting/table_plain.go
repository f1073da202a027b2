package posting

import (
	"strings"

	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file belongs to the first stage: it finds tables that were set with spaces, in which a mark below "essential" or
// "desirable" gives the class of a line, and writes them with the strokes that table.go reads.

// classNames head a column of marks, folded.
var classNames = []struct {
	class Class
	names []string
}{
	{Essential, []string{
		"essential",
		"exige",
		"indispensable",
		"mandatory",
		"must have",
		"necessaire",
		"obligatoire",
		"required",
		"requis",
	}},
	{Desirable, []string{
		"apprecie",
		"asset",
		"atout",
		"desirable",
		"desired",
		"nice to have",
		"preferred",
		"souhaitable",
		"souhaite",
	}},
}

// classNamed is the class that a word over a column gives; empty if it gives none.
func classNamed(s string) Class {
	low := strings.TrimRight(requirement.Fold(strings.TrimSpace(s)), " :.")
	for _, c := range classNames {
		for _, n := range c.names {
			if low == n || low == n+"s" || low == n+"e" || low == n+"es" {
				return c.class
			}
		}
	}
	return ""
}

// markHead is the head of a column of marks, and where it begins, in bytes from the margin.
type markHead struct {
	at    int
	class Class
}

// leastMarked is how many lines below the heads must carry a mark.
const leastMarked = 2

// markColumns writes tables of marks that were set with spaces as rows of cells.
func markColumns(lines []line) {
	for i := range lines {
		if heads := wordHeads(&lines[i]); heads != nil && spreadWords(lines, i, heads) {
			continue
		}
		heads := markHeads(&lines[i])
		if heads == nil {
			continue
		}
		rows := map[int]string{}
		for j := i + 1; j < len(lines); j++ {
			if lines[j].blank {
				continue
			}
			row, ok := markedRow(&lines[j], heads)
			if !ok {
				break
			}
			rows[j] = row
		}
		if len(rows) < leastMarked {
			continue
		}
		lines[i].text = ""
		for _, h := range heads {
			lines[i].text += " | " + strings.ToUpper(vocab.Wire(h.class))
		}
		for j, row := range rows {
			lines[j].text = row
		}
	}
}

// markHeads are the heads of columns if a line holds nothing else; nil if it is no such line.
func markHeads(l *line) []markHead {
	if l.blank || l.bullet != noBullet || strings.ContainsRune(l.text, '|') {
		return nil
	}
	var heads []markHead
	for from := 0; from < len(l.text); {
		word, rest, _ := strings.Cut(l.text[from:], "  ")
		if strings.TrimSpace(word) == "" {
			from = len(l.text) - len(rest)
			continue
		}
		class := classNamed(word)
		if class == "" {
			return nil
		}
		heads = append(heads, markHead{l.indent + from + len(word) - len(strings.TrimLeft(word, " ")), class})
		from = len(l.text) - len(rest)
	}
	if len(heads) < 2 {
		return nil
	}
	return heads
}

// markedRow is a line with a mark at its end as a row of cells: the words, and a mark under the head that is nearest.
func markedRow(l *line, heads []markHead) (row string, ok bool) {
	at := strings.LastIndex(l.text, "  ")
	if at < 0 || !tick(strings.TrimSpace(l.text[at:])) {
		return "", false
	}
	place := l.indent + at + 2
	nearest := 0
	for i, h := range heads {
		if abs(h.at-place) < abs(heads[nearest].at-place) {
			nearest = i
		}
	}
	row = strings.TrimSpace(l.text[:at])
	for i := range heads {
		row += " | "
		if i == nearest {
			row += "x"
		}
	}
	return row, true
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
