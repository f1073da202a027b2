package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// This file joins the pieces of text that a page draws to the lines that a reader sees.

// line is one line of a page.
type line struct {
	text     string
	x, right float64
	textX    float64 // the left edge of the words after a bullet
	lastX    float64 // the left edge of the words after the last wide gap
	y, size  float64
	page     int
	bold     bool
	bullet   bool
}

// Gaps between pieces, as parts of the size of the letters.
const (
	wordGap   = 0.18 // a space that was not written
	columnGap = 2.5  // another column: a label and its value
	sameLine  = 0.45 // how far apart two base lines of one line may be
)

// bulletSigns are the signs that are bullets whenever they begin a line.
const bulletSigns = "•·●○◦▪▫■□◼◆◇‣⁃∙►▶➢➤➔→✓✔✅❖♦★☐"

// linesOf gives the lines of a page in reading order.
func linesOf(pieces []piece, page int) []line {
	pieces = upright(pieces)
	var groups [][]piece
	var dots []piece
	right := 0.0
	for _, p := range pieces {
		if p.dot {
			dots = append(dots, p)
			continue
		}
		n := len(groups) - 1
		if n >= 0 {
			size := math.Max(p.size, groups[n][0].size)
			if math.Abs(p.y-groups[n][0].y) <= sameLine*size && p.x >= right-0.6*size {
				groups[n] = append(groups[n], p)
				right = math.Max(right, p.right)
				continue
			}
		}
		groups = append(groups, []piece{p})
		right = p.right
	}
	var lines []line
	for _, g := range mergeGroups(groups) {
		if l, ok := lineOf(g, page); ok {
			lines = append(lines, l)
		}
	}
	lines = withDots(lines, dots)
	if disordered(lines) {
		slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(b.y, a.y) })
	}
	return moveApart(lines)
}

// moveApart moves a line that is far above all others to the top, and one far below to the bottom: page heads are often
// drawn last and page feet first.
func moveApart(lines []line) []line {
	const apart = 2 // as part of the size of the letters
	if len(lines) < 3 {
		return lines
	}
	order := make([]int, len(lines))
	for i := range lines {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lines[b].y, lines[a].y) })
	high, low := order[0], order[len(order)-1]
	head, foot := lines[high], lines[low]
	up := high > 0 && head.y > lines[order[1]].y+apart*head.size
	down := low < len(lines)-1 && foot.y < lines[order[len(order)-2]].y-apart*foot.size
	out := make([]line, 0, len(lines))
	if up {
		out = append(out, head)
	}
	for i := range lines {
		if !(up && i == high) && !(down && i == low) {
			out = append(out, lines[i])
		}
	}
	if down {
		out = append(out, foot)
	}
	return out
}

// mergeGroups joins neighbours that are on one line but were not drawn from left to right: a bullet after its words, a
// sign of another font after all others.
func mergeGroups(groups [][]piece) [][]piece {
	const most = 400 // pieces on a line
	out := groups[:0]
	for _, b := range groups {
		if n := len(out); n > 0 && len(out[n-1])+len(b) <= most {
			if both, ok := besides(out[n-1], b); ok {
				out[n-1] = both
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// besides joins two groups of pieces from left to right; false if they are not one line.
func besides(a, b []piece) ([]piece, bool) {
	size := math.Max(a[0].size, b[0].size)
	if math.Abs(a[0].y-b[0].y) > sameLine*size {
		return nil, false
	}
	both := append(slices.Clone(a), b...)
	slices.SortStableFunc(both, func(p, q piece) int { return cmp.Compare(p.x, q.x) })
	for i := 1; i < len(both); i++ {
		gap := both[i].x - both[i-1].right
		if gap < -0.3*size || gap > columnGap*size && !marksEntry(both[0].text) {
			return nil, false
		}
	}
	return both, true
}

// upright turns a page that is written sideways, and removes text that stands at an angle on one that is not:
// watermarks and stamps.
func upright(pieces []piece) []piece {
	var letters [4]int
	for _, p := range pieces {
		if p.turns >= 0 && !p.dot {
			letters[p.turns] += len(p.text)
		}
	}
	most := 0
	for i, n := range letters {
		if n > letters[most] {
			most = i
		}
	}
	out := pieces[:0:0]
	for _, p := range pieces {
		if p.turns != most && !p.dot || p.dot && most != 0 {
			continue
		}
		switch most {
		case 1:
			p.x, p.y, p.right = p.y, -p.x, p.endY
		case 2:
			p.x, p.y, p.right = -p.x, -p.y, -p.endX
		case 3:
			p.x, p.y, p.right = -p.y, p.x, -p.endY
		}
		out = append(out, p)
	}
	return out
}

// lineOf joins the pieces of one line; false if they hold no words.
func lineOf(pieces []piece, page int) (line, bool) {
	var text string
	l := line{page: page, bold: true}
	wide := columnGapOf(pieces)
	for _, p := range pieces {
		words := typed(p.text)
		if strings.TrimSpace(words) == "" {
			if text != "" && words != "" {
				text += " "
				l.right = math.Max(l.right, p.right)
			}
			continue
		}
		gap := p.x - l.right
		switch size := math.Max(p.size, l.size); {
		case text == "":
			l.x, l.textX, l.lastX, l.y, l.right = p.x, p.x, p.x, p.y, p.right
		case !l.bullet && marksEntry(text) && (gap > wordGap*size || strings.HasSuffix(text, " ") || strings.HasPrefix(words, " ") || strings.ContainsRune(bulletSigns, firstLetter(text))):
			l.textX, l.lastX, l.bullet = p.x, p.x, true
			text = strings.TrimSpace(text) + " "
		case gap > wide:
			text = strings.TrimRight(text, " ") + "   "
			l.lastX = p.x
		case gap > wordGap*size && !strings.HasSuffix(text, " ") && !strings.HasPrefix(words, " "):
			text += " "
		}
		text += words
		l.size = math.Max(l.size, p.size)
		l.right = math.Max(l.right, p.right)
		l.bold = l.bold && p.bold
	}
	l.text = strings.TrimSpace(text)
	if mark, rest, ok := strings.Cut(l.text, " "); ok && !l.bullet && marksEntry(mark) && strings.TrimSpace(rest) != "" {
		l.bullet, l.textX = true, l.x+l.size
	}
	return l, l.text != ""
}

// columnGapOf is the smallest gap on a line that begins another column. Gaps of about equal width are the spaces of a
// line that was justified.
func columnGapOf(pieces []piece) float64 {
	var gaps []float64
	size, right := 0.0, 0.0
	for _, p := range pieces {
		if strings.TrimSpace(p.text) == "" {
			continue
		}
		if size > 0 && p.x-right > wordGap*p.size {
			gaps = append(gaps, p.x-right)
		}
		size, right = math.Max(size, p.size), math.Max(right, p.right)
	}
	wide := columnGap * size
	slices.Sort(gaps)
	n := len(gaps)
	if n > 1 && gaps[n-2] > 0.9*gaps[n-1] || n > 2 && gaps[n-3] > gaps[n-1]/2 {
		return math.Max(wide, gaps[n-1])
	}
	return wide
}

// marksEntry returns true if s, which begins a line, is a bullet or the number of a list entry.
func marksEntry(s string) bool {
	s = strings.TrimSpace(s)
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return strings.ContainsRune(bulletSigns+"*-–—o§Ø", r)
	}
	if len(s) > 6 {
		return false
	}
	s = strings.TrimPrefix(s, "(")
	core := strings.TrimRight(s, ".)")
	if core == s || core == "" {
		return false
	}
	digits, letters := 0, 0
	for _, r := range core {
		switch {
		case unicode.IsDigit(r) || r == '.':
			digits++
		case unicode.IsLetter(r):
			letters++
		default:
			return false
		}
	}
	return letters == 0 && digits <= 4 || digits == 0 && letters == 1 || digits == 0 && strings.Trim(core, "ivx") == ""
}

// typed gives letters as they are typed: ligatures are split, letters of symbol fonts become bullets. A soft hyphen
// stays until the lines are joined.
func typed(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= ' ' && s[i] < 0x7f
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 0xe000 && r <= 0xf8ff || r == 0x25cf || r >= 0xf0000:
			b.WriteRune('•')
		case r >= 0xfb00 && r <= 0xfb06:
			b.WriteString(norm.NFKC.String(string(r)))
		case r < ' ' || r == 0x7f || r == 0xa0 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x3000:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// withDots puts a drawn bullet before the line beside it.
func withDots(lines []line, dots []piece) []line {
	if len(dots) == 0 {
		return lines
	}
	byHeight := make([]int, len(lines))
	for i := range lines {
		byHeight[i] = i
	}
	slices.SortStableFunc(byHeight, func(a, b int) int { return cmp.Compare(lines[a].y, lines[b].y) })
	for _, d := range dots {
		middle := d.y + d.size/2
		from, _ := slices.BinarySearchFunc(byHeight, middle-50, func(i int, y float64) int { return cmp.Compare(lines[i].y, y) })
		for _, i := range byHeight[from:min(len(byHeight), from+50)] {
			l := &lines[i]
			if l.y > middle {
				break
			}
			if middle < l.y+0.8*l.size && d.size < 0.8*l.size && d.right <= l.x && l.x-d.right < 2.5*l.size && !l.bullet {
				l.text, l.bullet, l.x = "• "+l.text, true, d.x
			}
		}
	}
	return lines
}

// disordered returns true if a page draws its lines in another order than they are read. A step up beside the line
// before is another column or cell, not disorder.
func disordered(lines []line) bool {
	ups := 0
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if b.y > a.y+a.size && b.x < a.right && b.right > a.x {
			ups++
		}
	}
	return ups > 3 && ups*5 > len(lines)
}
