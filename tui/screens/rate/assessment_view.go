package rate

// This file draws the assessment screen. The head takes one line; below it stand the criteria (or candidates) at the
// left, drawn in assessment_list.go, and at the right what matters for the criterion above the candidate's file.

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

func (a *assessment) leftWidth() int { return max(24, min(a.width*3/10+4, 64)) }

func (a *assessment) rightWidth() int { return max(10, a.width-a.leftWidth()-2) }

// Keys are the keys that work here.
func (a *assessment) Keys() []kit.Binding {
	if a.board == nil {
		return nil
	}
	return a.keys.Keep(a.actions(), append(part.MovingKeys(), kit.Left, kit.Right)...)
}

// View draws the screen.
func (a *assessment) View() string {
	if a.board == nil || a.width < 30 || a.height < 6 {
		return ""
	}
	if len(a.board.Criteria) == 0 {
		return a.sentence("There is no criterion yet. Add what the posting asks for on the vacancy page; then candidates can be rated.")
	}
	if a.candidate == 0 {
		return a.sentence("There is no candidate yet. i on the candidates page takes them in from a file.")
	}
	height := a.height - 1
	left, right := a.left(height), a.right(height)
	bar := a.env.Theme.Border.Render("│")
	var w strings.Builder
	w.WriteString(a.head())
	for i := range height {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		w.WriteByte('\n')
		w.WriteString(l)
		w.WriteString(strings.Repeat(" ", max(0, a.leftWidth()-a.env.Text.Width(l))))
		w.WriteString(bar)
		if r != "" {
			w.WriteString(" " + r)
		}
	}
	return w.String()
}

func (a *assessment) sentence(s string) string {
	return strings.Join(a.env.Text.Wrap(s, a.width), "\n")
}

// head names the candidate and tells how far the work is.
func (a *assessment) head() string {
	who := []string{a.candidate.String(), a.names.Name(a.candidate)}
	if d, ok := a.dossiers[a.candidate]; ok {
		p := d.Person
		if a.board.Hidden() {
			p = a.board.Shown(model.Dossier{Person: model.Person{Reference: p.Reference, Name: p.Name, Email: p.Email}}).Person
		}
		who = append(who, strings.Join(p.Facts.Nationalities, " "), p.Reference)
		for _, f := range a.conditions {
			if f.Verdict == requirement.NotMet {
				who = append(who, f.Label+" "+f.Verdict.Mark())
			}
		}
	}
	how := fmt.Sprintf("%d of %d", a.pos+1, len(a.order))
	x := a.board.Own(a.candidate)
	switch {
	case a.board.Revealed():
		how += " · " + a.board.Status(a.candidate).Words()
	case x.Interest == model.Recused:
		how += " · recused"
	case a.voting():
		how += " · " + a.progress()
		if x.State == model.Submitted {
			how += " · handed in ✓"
		} else if x.State == model.Returned {
			how += " · returned"
		}
	}
	t := a.env.Text
	name := kit.Clean(strings.Join(strings.Fields(strings.Join(who, "  ")), " "))
	return a.env.Theme.Strong.Render(t.Fit(name, a.width-t.Width(how)-2)) + "  " + how
}

// voting returns true if the viewer rates.
func (a *assessment) voting() bool {
	m := a.board.Member(a.me)
	return m != nil && !m.Removed && m.Role.Votes()
}

// right draws what matters for the criterion above the file.
func (a *assessment) right(height int) []string {
	width := a.rightWidth()
	if a.undeclared() {
		return a.declareLines(width)
	}
	if a.recused() {
		says := fmt.Sprintf("%s You neither rate nor count.", model.RecusedWords(a.candidate))
		if part.Refusal(a.env, a.board, model.DeclareConflict{Candidate: a.candidate, Interest: model.NoConflict}) == "" {
			says += " X changes the declaration."
		}
		return a.env.Text.Wrap(fmt.Sprintf("%s ] goes on.", says), width)
	}
	above := a.above()
	out := make([]string, 0, height)
	for _, b := range above {
		for _, l := range b.Lines {
			l = a.env.Text.Cut(l, width)
			if b.Style != nil {
				l = b.Style.Render(l)
			}
			out = append(out, l)
		}
	}
	out = append(out, a.env.Theme.Border.Render(strings.Repeat("─", width)))
	switch d, ok := a.dossiers[a.candidate]; {
	case a.trouble != nil:
		return append(out, a.env.Text.Wrap(model.Explain(a.trouble), width)...)
	case !ok:
		return append(out, "…")
	case len(a.file.Lines) == 0:
		return append(out, fmt.Sprintf("The file of %s is empty.", d.Candidate))
	}
	k, _ := a.criterion()
	return append(out, a.file.View(a.env, width, a.inFile, a.terms, func(job int) string { return a.box(k, job) })...)
}

// box is the tick of a job for a criterion.
func (a *assessment) box(k model.Criterion, job int) string {
	if !countsJobs(k) || !a.voting() || a.board.Revealed() {
		return "  - "
	}
	sign := " "
	if part.Among(a.jobs(k.ID), job) {
		sign = "x"
	}
	if _, pending := a.waiting.Jobs(a.candidate, k.ID); pending &&
		part.Among(a.jobs(k.ID), job) != part.Among(a.board.Own(a.candidate).Rating(k.ID).Jobs, job) {
		sign = "…"
	}
	return "[" + sign + "] "
}

// aboveFile is the number of lines of the right side above the file, and fileHeight what is left.
func (a *assessment) aboveFile() int {
	return 1 + part.CountLines(a.above())
}

func (a *assessment) fileHeight() int { return max(1, a.height-1-a.aboveFile()) }

// above are the blocks above the file, shortened so that the file keeps at least two fifths of the height.
func (a *assessment) above() []part.Block {
	k, ok := a.criterion()
	if !ok || a.shut() {
		return nil
	}
	width := a.rightWidth()
	words := a.env.Text.Wrap(a.board.Label(k.ID)+"  "+kit.Clean(k.Text), width)
	blocks := []part.Block{{Lines: words, Least: 1, Style: &a.env.Theme.Strong}}
	blocks = append(blocks, a.findingBlocks(k, width)...)
	room, line := a.height-2-max(5, a.height*2/5), len(blocks)
	if a.board.Revealed() {
		blocks = append(blocks, a.panelLines(k, width)...)
		return a.fitTimeline(blocks, line, k, room)
	}
	scale, notes := len(blocks), a.noteBlocks(k, width)
	blocks = append(append(blocks, a.scaleBlock(k, width, true)), notes...)
	if whole, line := part.CountLines(blocks), len(a.timelineLines(k, width)); whole+line > room {
		short := a.scaleBlock(k, width, false)
		if whole > room || whole+line-len(blocks[scale].Lines)+len(short.Lines) <= room {
			blocks[scale] = short
		}
	}
	return a.fitTimeline(blocks, line, k, room)
}

// fitTimeline puts the jobs on a line of time before a block and fits all into the room. Where the bars do not fit, the
// file gives one line for the sum alone, with the mark of what is asked.
func (a *assessment) fitTimeline(blocks []part.Block, before int, k model.Criterion, room int) []part.Block {
	lines := a.timelineLines(k, a.rightWidth())
	if len(lines) == 0 {
		return a.fitBlocks(blocks, room)
	}
	if part.CountLines(blocks)+len(lines) > room {
		lines, room = lines[len(lines)-1:], room+1
	}
	return a.fitBlocks(slices.Insert(blocks, before, part.Block{Lines: lines, Least: len(lines)}), room)
}

// fitBlocks shortens the longest block again and again until all fit.
func (a *assessment) fitBlocks(blocks []part.Block, room int) []part.Block {
	for n := part.CountLines(blocks); n > room; n-- {
		longest := -1
		for i, b := range blocks {
			if len(b.Lines) > b.Least && (longest < 0 || len(b.Lines)-b.Least >= len(blocks[longest].Lines)-blocks[longest].Least) {
				longest = i
			}
		}
		if longest < 0 {
			break
		}
		b := &blocks[longest]
		b.Lines = part.Shorten(a.env.Text, b.Lines, len(b.Lines)-1, a.rightWidth())
	}
	return blocks
}

// findingBlocks say what the program works out, with its arithmetic and what it took for granted. Where nothing can be
// compared it says so in few words.
func (a *assessment) findingBlocks(k model.Criterion, width int) []part.Block {
	f := a.finding.Finding
	if _, ok := a.dossiers[a.candidate]; !ok {
		return []part.Block{{Lines: []string{"…"}, Least: 1}}
	}
	if !k.Requirement.Kind.HasFinding() {
		return []part.Block{{Lines: a.env.Text.Wrap(fmt.Sprintf("Your judgement: %s is not worked out from facts.", k.Requirement.Kind.Words()), width), Least: 0, Style: &a.env.Theme.Faint}}
	}
	out := []part.Block{{Lines: a.env.Text.Wrap(kit.Clean(f.Marked()), width), Least: 2, Style: part.VerdictStyle(a.env.Theme, f.Verdict)}}
	if f.Verdict != requirement.Met {
		out = append(out, part.OfferBlocks(a.env, a.board, a.candidate, k, a.dossiers[a.candidate].Person, width)...)
	}
	if len(f.Assumptions) > 0 {
		all := fmt.Sprintf("Assumed: %s", kit.Clean(strings.Join(f.Assumptions, " ")))
		out = append(out, part.Block{Lines: a.env.Text.Wrap(all, width), Least: 0, Style: &a.env.Theme.Faint})
	}
	return out
}

// shortScale is how many points of a scale have a line each where room is scarce; a longer one shows its landmarks.
const shortScale = 6

// scaleBlock shows the key and the sentence of every point, and which one is chosen. If room is scarce every point has
// one line, and of a long scale only the lowest, the pass mark, the highest and the one chosen are shown.
func (a *assessment) scaleBlock(k model.Criterion, width int, whole bool) part.Block {
	b := part.Block{}
	line := func(key string, v model.Value) {
		s := a.scaleLine(k.Scale, key, v, v == a.value(a.candidate, k.ID))
		if !whole {
			b.Lines = append(b.Lines, a.env.Text.Cut(s, width))
			return
		}
		for i, l := range a.env.Text.Wrap(s, width-4) {
			if i > 0 {
				l = "    " + l
			}
			b.Lines = append(b.Lines, l)
		}
	}
	values := k.Scale.Values()
	if !whole && len(values) > shortScale {
		values = landmarks(k.Scale, a.value(a.candidate, k.ID))
		b.Lines = append(b.Lines, a.env.Text.Cut(fmt.Sprintf("  %s: %s", k.Scale.Words(), k.Scale.KeyWords()), width))
	}
	for _, v := range values {
		line(part.KeyOf(k.Scale, v), v)
	}
	b.Least = len(b.Lines)
	line("-", model.CannotAssess)
	return b
}

// landmarks are the lowest point of a scale, the pass mark, the highest, and the value that is chosen.
func landmarks(s model.Scale, chosen model.Value) (out []model.Value) {
	values := s.Values()
	for i, v := range values {
		n, _ := s.Number(v)
		if i == 0 || i == len(values)-1 || n == s.Pass || v == chosen {
			out = append(out, v)
		}
	}
	return out
}

// scaleLine is one point of a scale: sign, key, name of the value if it has one, sentence.
func (a *assessment) scaleLine(s model.Scale, key string, v model.Value, chosen bool) string {
	sign := "  "
	if chosen && a.voting() {
		sign = "● "
		if k, ok := a.criterion(); ok {
			if _, pending := a.waiting.Value(a.candidate, k.ID); pending {
				sign = "… "
			}
		}
	}
	words := kit.Clean(s.Sentence(v))
	if !s.Numbered() || v == model.CannotAssess {
		return fmt.Sprintf("%s%s %s: %s", sign, key, strings.TrimPrefix(strings.TrimPrefix(part.ValueWord(s, v), "- "), key+" "), words)
	}
	if n, ok := s.Number(v); ok && n == s.Pass {
		return fmt.Sprintf("%s%s: %s (pass mark)", sign, key, words)
	}
	return fmt.Sprintf("%s%s: %s", sign, key, words)
}

// noteBlocks are the member's own reason and evidence.
func (a *assessment) noteBlocks(k model.Criterion, width int) []part.Block {
	r := a.board.Own(a.candidate).Rating(k.ID)
	var out []part.Block
	switch {
	case a.board.Phase == model.Preparing && part.Refusal(a.env, a.board, model.SealRules{}) == "":
		out = append(out, part.Block{Lines: a.env.Text.Wrap("The rules are not sealed yet. L seals them, then rating begins.", width), Least: 1, Style: &a.env.Theme.Warn})
	case a.board.Phase == model.Preparing:
		out = append(out, part.Block{Lines: a.env.Text.Wrap("The rules are not sealed yet: the chair seals them, then rating begins.", width), Least: 1, Style: &a.env.Theme.Warn})
	case r.Invalidated != model.NotRated && r.Value == model.NotRated:
		s := fmt.Sprintf("Rated “%s” under earlier rules. The criterion asks something else now: rate it anew.", r.Invalidated.Words())
		out = append(out, part.Block{Lines: a.env.Text.Wrap(s, width), Least: 1, Style: &a.env.Theme.Warn})
	}
	if x := a.board.Own(a.candidate); x.State == model.Returned && !x.Return.IsZero() {
		out = append(out, part.Block{Lines: a.env.Text.Wrap(fmt.Sprintf("Returned to you: %s", kit.Clean(a.text(x.Return))), width), Least: 1, Style: &a.env.Theme.Warn})
	}
	if !r.Reason.IsZero() {
		out = append(out, part.Block{Lines: a.env.Text.Wrap(fmt.Sprintf("Reason: %s", kit.Clean(a.text(r.Reason))), width), Least: 1})
	}
	for i, e := range r.Evidence {
		least := 0
		if i == 0 {
			least = 1
		}
		front := "Evidence: "
		if also := a.sharedEvidence(k.ID, a.text(e)); len(also) > 0 {
			front = fmt.Sprintf("Evidence (quoted for %s as well): ", strings.Join(also, ", "))
		}
		out = append(out, part.Block{Lines: a.env.Text.Wrap(front+kit.Clean(a.text(e)), width), Least: least})
	}
	return out
}
