package posting

import (
	"strings"

	"shortlist/model/requirement"
)

// This file belongs to the first stage: it recognises what belongs to the page and not to the posting, page numbers,
// markings and running heads.

// The rules by which a line is furniture; ruleDrawnLine is in line.go.
const (
	rulePageMark    = "page-mark"    // "Page 2 of 4"
	ruleRunningHead = "running-head" // the same words beside the number of every page
)

// maxFurniture is the longest line that is looked at.
const maxFurniture = 70

var furniturePattern = lazy(`^`, oneOf{
	`-\s*\d{1,3}\s*-`,
	`\d{1,3}\s*/\s*\d{1,3}`,
	`(?:page|seite|p\.)\s*:?\s*\d{1,3}(?:\s*(?:of|/|sur|de|von)\s*\d{1,3})?`,
	`nato (?:unclassified|sans classification|restricted)(?:\s*[-/(]\s*releasable[a-z ,/)-]*)?`,
	`otan sans classification`,
	`unclassified`,
	`sans classification`,
	`releasable (?:to|for)[a-z /,-]*`,
	`\(?continued(?: on next page)?\)?`,
	`copyright .{0,60}`,
	`© .{0,60}`,
	`loading \.*`,
	`-\s*\d{1,3}`,
	`\[?page break\]?`,
}, `$`)

// markFurniture marks the lines that belong to the page.
func markFurniture(lines []line) {
	seen := map[string]int{} // how often the words of a line stand in the text
	for i := range lines {
		l := &lines[i]
		if !mayBeFurniture(l) {
			continue
		}
		low := requirement.Fold(l.text)
		if l.bullet != noBullet {
			low = "- " + low // "-1-" looks like a bullet
		}
		if pageMark(low) || farNumber(lines, i) {
			l.furniture = rulePageMark
		} else if plainWords(l) && len(low) > 3 {
			seen[low]++
		}
	}
	for i := range lines {
		l := &lines[i]
		if !mayBeFurniture(l) || !plainWords(l) || seen[requirement.Fold(l.text)] < 2 {
			continue
		}
		if !strings.HasSuffix(l.text, ":") && headingIn(l.text) == nil && bareNumber(lines, i) {
			l.furniture = ruleRunningHead
		}
	}
}

// mayBeFurniture returns true if a line holds words, and not more than the page itself carries.
func mayBeFurniture(l *line) bool {
	return !l.blank && l.furniture == "" && len(l.text) <= maxFurniture
}

// farNumber returns true if line i is a number far from the margin with nothing above and below it: that of a page.
func farNumber(lines []line, i int) bool {
	l := &lines[i]
	empty := func(i int) bool { return i < 0 || i >= len(lines) || lines[i].blank }
	return l.indent >= pageNumberIndent && len(l.text) <= 3 && strings.Trim(l.text, "0123456789") == "" && empty(i-1) && empty(i+1)
}

// pageNumberIndent is how far from the margin a bare number must stand to be that of a page.
const pageNumberIndent = 12

// plainWords returns true if a line carries no mark and is not set as a heading.
func plainWords(l *line) bool { return l.bullet == noBullet && l.emphasis == plain }

// pageMark returns true if folded words are a page number or a marking, also if a bullet stands before them.
func pageMark(low string) bool { return furniturePattern().MatchString(low) }

// bareNumber returns true if a page number or the edge of a page stands beside line i: a running head has one near.
func bareNumber(lines []line, i int) bool {
	for j := max(0, i-2); j < min(len(lines), i+3); j++ {
		if j == i {
			continue
		}
		number := lines[j].text != "" && strings.Trim(lines[j].text, "0123456789/- ") == ""
		if lines[j].furniture != "" || number {
			return true
		}
	}
	return false
}
