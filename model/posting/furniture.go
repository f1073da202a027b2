package posting

import (
	"strings"

	"shortlist/model/requirement"
)

// This file recognises what belongs to the page and not to the posting: page numbers, markings, running heads.

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

func markFurniture(lines []line) {
	seen := map[string]int{}
	for i := range lines {
		l := &lines[i]
		if l.blank || l.furniture || len(l.text) > 70 {
			continue
		}
		text := l.text
		if l.bullet != noBullet {
			text = "- " + text // "-1-" looks like a bullet
		}
		low := requirement.Fold(text)
		if furniturePattern().MatchString(low) || furniturePattern().MatchString(strings.TrimPrefix(low, "- ")) && l.bullet == noBullet {
			l.furniture = true
			continue
		}
		if l.bullet == noBullet && l.emphasis == plain && len(low) > 3 {
			seen[low]++
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.bullet != noBullet || l.emphasis != plain || l.blank || l.furniture || len(l.text) > 70 {
			continue
		}
		if seen[requirement.Fold(l.text)] >= 2 && !strings.HasSuffix(l.text, ":") && headingIn(l.text) == nil && bareNumber(lines, i) {
			l.furniture = true
		}
	}
}

// bareNumber tells whether a page number or the edge of a page stands beside line i: a running head has one near.
func bareNumber(lines []line, i int) bool {
	for j := max(0, i-2); j < min(len(lines), i+3); j++ {
		if j != i && (lines[j].furniture || lines[j].text != "" && strings.Trim(lines[j].text, "0123456789/- ") == "") {
			return true
		}
	}
	return false
}
