package imports

import (
	"math"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// This file takes out what belongs to the pages of a PDF and not to its text: page numbers, markings, running heads. It
// must go before paragraphs are joined over the end of a page.

// edgeLines is how many lines at the top and the bottom of a page may be furniture.
const edgeLines = 3

var pageMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:[-–] ?\d{1,3} ?[-–]|\d{1,3}(?: ?(?:/|of|sur|de|von) ?\d{1,3})?|(?:page|seite|p\.) ?\d{1,3}(?: ?(?:/|of|sur|de|von) ?\d{1,3})?|` +
		`\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}[:.]\d{2}(?: [AP]M)?(?: .*)?|(?:https?|file)://\S+(?: +\d{1,3} ?/ ?\d{1,3})?|\d{1,3} (?:of|sur|/) \d{1,3} +\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, .*|` + // printed by a browser
		`nato (?:unclassified|sans classification|restricted)|otan sans classification|unclassified|sans classification)$`)
})

// dropArtifacts leaves out what the file itself marks as furniture, unless that is most of it.
func dropArtifacts(pages [][]pdfPiece) {
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

// dropFurniture takes out page marks at the edges of pages, and lines that come again at the same place of other pages.
// A running head stays where it stands first: it may hold the number of the vacancy.
func dropFurniture(pages [][]pdfLine) []pdfLine {
	type place struct {
		text string
		y    int
	}
	placeOf := func(l *pdfLine) place {
		return place{strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return '#'
			}
			return r
		}, l.text), int(math.Round(l.y / 4))}
	}
	times := map[place]int{}
	edges := make([]map[int]bool, len(pages)) // the lines at the edges; true at the top
	for i, page := range pages {
		edges[i] = edgesOfPage(page)
		for j := range edges[i] {
			times[placeOf(&page[j])]++
		}
	}
	seen := map[place]bool{}
	var out []pdfLine
	for i, page := range pages {
		for j := range page {
			l := &page[j]
			top, edge := edges[i][j]
			if edge && pageMark().MatchString(l.text) {
				continue
			}
			if k := placeOf(l); edge && times[k] > 1 && times[k]*2 >= len(pages) {
				if !top || seen[k] {
					continue
				}
				seen[k] = true
			}
			out = append(out, *l)
		}
	}
	return out
}

// edgesOfPage are the highest and lowest lines of a page.
func edgesOfPage(page []pdfLine) map[int]bool {
	out := map[int]bool{}
	for range min(edgeLines, len(page)) {
		high, low := -1, -1
		for j := range page {
			if _, taken := out[j]; taken {
				continue
			}
			if high < 0 || page[j].y > page[high].y {
				high = j
			}
			if low < 0 || page[j].y < page[low].y {
				low = j
			}
		}
		if low >= 0 {
			out[low] = false
		}
		if high >= 0 && high != low {
			out[high] = true
		}
	}
	return out
}
