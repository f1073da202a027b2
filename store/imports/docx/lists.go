package docx

import (
	"strconv"
	"strings"
)

// This file counts the entries of lists: Word keeps the numbers and bullets in a part of their own.

// maxLevels is how deep Word nests lists.
const maxLevels = 9

// wordLists holds the lists of a document and how far each has counted.
type wordLists struct {
	abstract map[string]*wordList // by id of the abstract list
	lists    map[string]*wordList // by id of the list itself
}

// wordList is one list; lists that share their numbers share it.
type wordList struct {
	levels [maxLevels]wordLevel
	count  [maxLevels]int
	begun  [maxLevels]bool
}

// wordLevel is how the entries of one depth are marked.
type wordLevel struct {
	format string // "bullet", "decimal", "lowerLetter"; "" is a bullet
	text   string // "%1.", "(%2)"
	start  int
}

func newLists() *wordLists {
	return &wordLists{abstract: map[string]*wordList{}, lists: map[string]*wordList{}}
}

// xmlLevel is w:lvl.
type xmlLevel struct {
	Level  int        `xml:"ilvl,attr"`
	Start  *xmlToggle `xml:"start"`
	Format *xmlToggle `xml:"numFmt"`
	Text   *xmlToggle `xml:"lvlText"`
}

// apply sets a level of a list.
func (l *xmlLevel) apply(list *wordList) {
	if l.Level < 0 || l.Level >= maxLevels {
		return
	}
	level := wordLevel{start: 1}
	if l.Format != nil {
		level.format = l.Format.Val
	}
	if l.Text != nil {
		level.text = l.Text.Val
	}
	if l.Start != nil {
		level.start = smallNumber(l.Start.Val, 1)
	}
	list.levels[l.Level] = level
}

// smallNumber reads the first number of a list; otherwise if it is not one.
func smallNumber(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n < 10000 {
		return n
	}
	return otherwise
}

// read reads the part with the lists, as far as it can be read.
func (l *wordLists) read(data []byte) {
	var part struct {
		Abstract []struct {
			ID     string     `xml:"abstractNumId,attr"`
			Levels []xmlLevel `xml:"lvl"`
		} `xml:"abstractNum"`
		List []struct {
			ID       string     `xml:"numId,attr"`
			Abstract *xmlToggle `xml:"abstractNumId"`
			Override []struct {
				Level int        `xml:"ilvl,attr"`
				Start *xmlToggle `xml:"startOverride"`
				New   *xmlLevel  `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	if err := decoder(data).Decode(&part); err != nil {
		return
	}
	for _, a := range part.Abstract {
		list := &wordList{}
		for i := range a.Levels {
			a.Levels[i].apply(list)
		}
		l.abstract[a.ID] = list
	}
	for _, n := range part.List {
		if n.Abstract == nil || l.abstract[n.Abstract.Val] == nil {
			continue
		}
		list := l.abstract[n.Abstract.Val]
		if len(n.Override) > 0 {
			list = &wordList{levels: list.levels}
			for _, o := range n.Override {
				if o.New != nil {
					o.New.apply(list)
				}
				if o.Start != nil && o.Level >= 0 && o.Level < maxLevels {
					list.levels[o.Level].start = smallNumber(o.Start.Val, 1)
				}
			}
		}
		l.lists[n.ID] = list
	}
}

// next counts one entry and gives the mark before it; empty for none.
func (l *wordLists) next(id string, level int) string {
	list := l.lists[id]
	if list == nil {
		return "- "
	}
	at := list.levels[level]
	if list.begun[level] {
		list.count[level]++
	} else {
		list.count[level], list.begun[level] = at.start, true
	}
	for deeper := level + 1; deeper < maxLevels; deeper++ {
		list.begun[deeper] = false
	}
	switch {
	case at.format == "none":
		return ""
	case at.format == "bullet" || at.format == "" || !strings.Contains(at.text, "%"):
		return "- "
	}
	text := at.text
	for i := range level + 1 {
		n := list.count[i]
		if !list.begun[i] {
			n = list.levels[i].start
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(list.levels[i].format, n))
	}
	if text = strings.TrimSpace(text); strings.Trim(text, "0123456789") == "" {
		text += "."
	}
	return text + " "
}

// numeral is a number in the format of a list.
func numeral(format string, n int) string {
	switch {
	case (format == "lowerLetter" || format == "upperLetter") && n > 0:
		s := strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 10))
		if format == "upperLetter" {
			s = strings.ToUpper(s)
		}
		return s
	case (format == "lowerRoman" || format == "upperRoman") && n > 0 && n < 4000:
		s := roman(n)
		if format == "upperRoman" {
			s = strings.ToUpper(s)
		}
		return s
	}
	return strconv.Itoa(n)
}

// roman is a number in small Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}
