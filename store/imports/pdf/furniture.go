package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// This file removes what belongs to the pages of a PDF and not to its text: page numbers, markings, running heads
// (together: furniture). It must run before paragraphs are joined over the end of a page.

// edgeLines is how many lines at the top and at the bottom of a page may be furniture.
const edgeLines = 3

// pageMark matches a line that is a page number, a marking or a line that a browser prints around a page.
var pageMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:[-–] ?\d{1,3} ?[-–]|\d{1,3}(?: ?(?:/|of|sur|de|von) ?\d{1,3})?|(?:page|seite|p\.) ?\d{1,3}(?: ?(?:/|of|sur|de|von) ?\d{1,3})?|` +
		`\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}[:.]\d{2}(?: [AP]M)?(?: .*)?|(?:https?|file)://\S+(?: +\d{1,3} ?/ ?\d{1,3})?|\d{1,3} (?:of|sur|/) \d{1,3} +\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, .*|` + // printed by a browser
		`nato (?:unclassified|sans classification|restricted)|otan sans classification|unclassified|sans classification)$`)
})

// dropArtifacts removes what the file itself marks as furniture, unless that is most of the text.
func dropArtifacts(pages [][]piece) {
	marked, words := 0, 0
	for _, page := range pages {
		for _, p := range page {
			if p.artifact {
				marked += len(p.text)
			} else {
				words += len(p.text)
			}
		}
	}
	if marked >= words {
		return
	}
	for i, page := range pages {
		kept := page[:0]
		for _, p := range page {
			if !p.artifact || p.dot {
				kept = append(kept, p)
			}
		}
		pages[i] = kept
	}
}

// place is the text of a line with its digits replaced by #, and its height on the page. Lines that repeat on several
// pages have equal places.
type place struct {
	text string
	y    int
}

func placeOf(l *line) place {
	return place{strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, l.text), int(math.Round(l.y / 4))}
}

// dropFurniture removes page marks at the edges of pages, and lines that repeat at the same place of other pages: from
// the edge inwards, up to the first line that is neither. The first copy of a running head stays: it may hold the
// number of the vacancy.
func dropFurniture(pages [][]line) []line {
	times := map[place]int{}
	tops, feet := make([][]int, len(pages)), make([][]int, len(pages))
	for i, page := range pages {
		tops[i], feet[i] = edgesOfPage(page)
		for _, j := range append(slices.Clone(tops[i]), feet[i]...) {
			times[placeOf(&page[j])]++
		}
	}
	again := func(k place) bool { return times[k] > 1 && times[k]*2 >= len(pages) }
	seen := map[place]bool{}
	var out []line
	for i, page := range pages {
		dropped := map[int]bool{}
		for _, j := range tops[i] {
			k := placeOf(&page[j])
			mark := pageMark().MatchString(page[j].text)
			if !mark && !again(k) {
				break
			}
			dropped[j] = mark || seen[k]
			seen[k] = true
		}
		for _, j := range feet[i] {
			if !pageMark().MatchString(page[j].text) && !again(placeOf(&page[j])) {
				break
			}
			dropped[j] = true
		}
		for j := range page {
			if !dropped[j] {
				out = append(out, page[j])
			}
		}
	}
	return out
}

// edgesOfPage gives the indexes of the highest and the lowest lines of a page, from the edge inwards. No line is in
// both.
func edgesOfPage(page []line) (top, foot []int) {
	order := make([]int, len(page))
	for i := range page {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(page[b].y, page[a].y) })
	n := min(edgeLines, len(order)/2)
	top = slices.Clone(order[:n])
	foot = slices.Clone(order[max(n, len(order)-edgeLines):])
	slices.Reverse(foot)
	return top, foot
}
