package rate

// This file draws the jobs of a file on a common axis of time, so that overlaps and gaps are seen, and below them the sum
// beside what is asked. The arithmetic is the finding's: nothing is counted here.

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// The signs of a bar. A job that counts differs from one that does not in its sign, not in its colour alone.
const (
	barCounts = "█"
	barOther  = "▒"
	barAsked  = "◆"
	barFree   = "·"
)

// maxBars is the most jobs that are drawn.
const maxBars = 12

// timelineLabel is the room before the bars: number and tick of a job.
const timelineLabel = 6

// timeline is what is drawn, and the width of the bars.
type timeline struct {
	env      *kit.Env
	width    int
	from, to int // first and last day
	closing  int // the day where counting ends; 0 if there is none
}

// timelineOf draws the jobs for a criterion that asks for experience; nothing if there is none that can be placed. ticks
// are the jobs that count, nil while the member has not ticked any.
func timelineOf(env *kit.Env, width int, jobs []requirement.Job, ticks []int, closing requirement.Date, figures *requirement.ExperienceFigures) []string {
	t := timeline{env: env, width: width - timelineLabel}
	if !closing.IsZero() {
		t.closing = closing.Last().Number()
	}
	if figures == nil || t.width < 20 || !t.span(jobs) {
		return nil
	}
	out := []string{t.axis()}
	for i := range jobs {
		if i == maxBars {
			out = append(out, fmt.Sprintf("%s%s below", strings.Repeat(" ", timelineLabel), model.Count(len(jobs)-i, "more job", "more jobs")))
			break
		}
		out = append(out, t.job(i, &jobs[i], ticks))
	}
	return append(out, t.sum(figures))
}

// span finds the first and the last day of all that can be placed.
func (t *timeline) span(jobs []requirement.Job) bool {
	for i := range jobs {
		from, to, ok := t.days(&jobs[i])
		if !ok {
			continue
		}
		if t.from == 0 || from < t.from {
			t.from = from
		}
		t.to = max(t.to, to)
	}
	if t.from == 0 {
		return false
	}
	if t.closing > t.from {
		t.to = max(t.to, t.closing)
	}
	return t.to > t.from
}

// days are the first and last day of a job; a job that still runs goes to the closing date.
func (t *timeline) days(j *requirement.Job) (from, to int, ok bool) {
	if !j.From.Valid() || j.From.IsZero() {
		return 0, 0, false
	}
	from = j.From.First().Number()
	switch {
	case j.Ongoing:
		to = t.closing
	case !j.To.IsZero() && j.To.Valid():
		to = j.To.Last().Number()
	}
	return from, to, to >= from
}

// column is where a day stands.
func (t *timeline) column(day int) int {
	return max(0, min((day-t.from)*t.width/(t.to-t.from+1), t.width-1))
}

// axis writes years above the bars, as close as they fit, and the closing date as a mark.
func (t *timeline) axis() string {
	cells := []rune(strings.Repeat(" ", t.width))
	first, last := requirement.FromNumber(t.from).Year, requirement.FromNumber(t.to).Year
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50} {
		if step = s; (last-first+1)*6 <= t.width*s {
			break
		}
	}
	for y := first; y <= last; y++ {
		if y%step != 0 && y != first {
			continue
		}
		at := t.column(max(t.from, requirement.Date{Year: y, Month: 1, Day: 1}.Number()))
		word := []rune(strconv.Itoa(y))
		if at+len(word) > t.width || at > 0 && cells[at-1] != ' ' || cells[at] != ' ' {
			continue
		}
		copy(cells[at:], word)
	}
	return strings.Repeat(" ", timelineLabel) + string(cells)
}

// job is the bar of one job.
func (t *timeline) job(i int, j *requirement.Job, ticks []int) string {
	sign, style := barOther, (*lipgloss.Style)(nil)
	if part.Among(ticks, i) {
		sign, style = barCounts, &t.env.Theme.Strong
	}
	label := fmt.Sprintf("%3d   ", i+1)
	from, to, ok := t.days(j)
	if !ok {
		return fmt.Sprintf("%sdates not stated", label)
	}
	a, b := t.column(from), t.column(to)
	bar := strings.Repeat(sign, b-a+1)
	if style != nil {
		bar = style.Render(bar)
	}
	line := strings.Repeat(" ", a) + bar
	if note := t.note(j); note != "" && b+2+len([]rune(note)) <= t.width {
		line += " " + note
	}
	return label + line
}

// note says what a bar cannot show.
func (t *timeline) note(j *requirement.Job) string {
	switch {
	case j.Percent == 0:
		return "assumed full time"
	case j.Percent < 100:
		return fmt.Sprintf("%d %%", j.Percent)
	}
	return ""
}

// sum is the time counted beside the time asked, on one scale.
func (t *timeline) sum(f *requirement.ExperienceFigures) string {
	have, sign := f.IfAllCount, barOther
	words, short := fmt.Sprintf("%s if every job counts", have), fmt.Sprintf("up to %s", have)
	if f.Ticked != nil {
		have, sign = *f.Ticked, barCounts
		words = fmt.Sprintf("%s ticked", have)
		short = words
	}
	if have == (requirement.Span{}) {
		words, short = "nothing counts", "nothing counts"
	}
	asked := int(f.NeededYears * 12)
	if asked > 0 {
		mark := barAsked + " " + monthSpan(asked).String()
		words, short = fmt.Sprintf("%s · asked %s", words, mark), short+" · "+mark
	}
	if t.width-t.env.Text.Width(words)-2 < 8 {
		words = short
	}
	room := t.width - t.env.Text.Width(words) - 2
	if room < 8 || asked <= 0 {
		return "    Σ " + t.env.Text.Cut(words, t.width)
	}
	months := have.Years*12 + have.Months
	most := max(months, asked, 1)
	full, mark := months*room/most, max(0, asked*room/most-1)
	var w strings.Builder
	for i := range room {
		switch {
		case i == mark:
			w.WriteString(barAsked)
		case i < full:
			w.WriteString(sign)
		default:
			w.WriteString(barFree)
		}
	}
	return "    Σ " + w.String() + "  " + words
}

func monthSpan(n int) requirement.Span { return requirement.Span{Years: n / 12, Months: n % 12} }

// timelineLines is the timeline of the criterion in view; none if it does not ask for experience.
func (a *assessment) timelineLines(k model.Criterion, width int) []string {
	d, ok := a.dossiers[a.candidate]
	if !ok || !countsJobs(k) {
		return nil
	}
	return timelineOf(a.env, width, d.Person.Facts.Jobs, a.jobs(k.ID), a.board.Vacancy.ClosingDate, a.finding.Figures.Experience)
}
