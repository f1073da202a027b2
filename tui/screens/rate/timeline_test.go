package rate

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestTimelineOnScreen(t *testing.T) {
	t.Parallel()
	for name, tick := range map[string][]string{"nothing ticked": nil, "two ticked": {"space", "space", "down", "space"}} {
		for size, s := range tuitest.Sizes {
			t.Run(name+"/"+size, func(t *testing.T) {
				t.Parallel()
				d := newDesk(t, tuitest.People()...).Seal().Open(tuitest.Anna, s.W, s.H, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 2})
				d.Keys(tick...).Golden(s.W, s.H)
			})
		}
	}
}

// Bars stand under one axis: what overlaps stands one below the other, ticked ones are solid, and the sum has a mark
// where what is asked is reached.
func TestTimeline(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...)
	jobs := tuitest.People()[0].Facts.Jobs
	closing := requirement.Date{Year: 2025, Month: 1, Day: 7}
	figures := &requirement.ExperienceFigures{NeededYears: 3, IfAllCount: requirement.Span{Years: 6}}
	draw := func(jobs []requirement.Job, ticks []int, width int) []string {
		lines := timelineOf(d.Env, width, jobs, ticks, closing, figures)
		for i, l := range lines {
			lines[i] = ansi.Strip(l)
			if w := d.Env.Text.Width(l); w > width {
				t.Errorf("line %d is %d wide", i, w)
			}
		}
		return lines
	}
	none := timelineOf(d.Env, 80, jobs, nil, closing, &requirement.ExperienceFigures{NeededYears: 3})
	if last := ansi.Strip(none[len(none)-1]); strings.Contains(last, "0 d") || !strings.Contains(last, "nothing counts") {
		t.Errorf("somebody with jobs comes to %q", last)
	}
	lines := draw(jobs, nil, 80)
	if len(lines) != 5 || strings.Contains(strings.Join(lines, ""), barCounts) || !strings.HasPrefix(lines[0], "      2016") {
		t.Fatalf("nothing ticked:\n%s", strings.Join(lines, "\n"))
	}
	bar := func(l, sign string) (from, to int) {
		r := []rune(l)
		from = -1
		for i, c := range r {
			if string(c) == sign {
				if from < 0 {
					from = i
				}
				to = i
			}
		}
		return from, to
	}
	f1, t1 := bar(lines[1], barOther)
	f2, t2 := bar(lines[2], barOther)
	if f1 != timelineLabel || f2 <= f1 || f2 >= t1 || t2 <= t1 || !strings.Contains(lines[2], "60 %") {
		t.Errorf("the overlap is not seen:\n%s", strings.Join(lines, "\n"))
	}
	if i := strings.Index(lines[4], barAsked); i < 0 || !strings.Contains(lines[4], "6 y if every job counts · asked ◆ 3 y") {
		t.Errorf("the sum says %q", lines[4])
	}
	figures.Ticked = &requirement.Span{Years: 2}
	lines = draw(jobs, []int{1}, 80)
	if a, _ := bar(lines[2], barCounts); a < 0 || strings.Contains(lines[1], barCounts) || !strings.Contains(lines[4], "2 y ticked") || !strings.Contains(lines[4], barFree) {
		t.Errorf("one ticked:\n%s", strings.Join(lines, "\n"))
	}
	if draw(nil, nil, 80) != nil || draw(jobs, nil, 20) != nil || draw([]requirement.Job{{}, {Ongoing: true}}, nil, 80) != nil {
		t.Error("drawn where there is nothing to draw")
	}
	many := make([]requirement.Job, 40)
	for i := range many {
		many[i] = requirement.Job{From: requirement.Date{Year: 1960 + i, Month: 2, Day: 30}, To: requirement.Date{Year: 1990 + i, Month: 13}, Percent: 900}
		if i%2 == 0 {
			many[i] = requirement.Job{From: requirement.Date{Year: 1960 + i}, To: requirement.Date{Year: 1961 + i, Month: 3}}
		}
	}
	many[0] = jobs[0]
	if lines := draw(many, []int{0, 99, -1}, 60); len(lines) != maxBars+3 || !strings.Contains(lines[maxBars+1], "28 more jobs below") {
		t.Errorf("many:\n%s", strings.Join(lines, "\n"))
	}
}

// Where there is no room for the bars, one line has the sum and the mark of what is asked, and nothing else gives way.
func TestTheTimelineInOneLine(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal().Open(tuitest.Anna, 80, 24, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 2})
	if v := d.View(); !strings.Contains(v, "Σ "+barOther) || !strings.Contains(v, "up to 6 y 2 m 3 d · ◆ 3 y") {
		t.Errorf("nothing ticked:\n%s", v)
	}
	d.Keys("space", "space")
	v := d.View()
	for _, want := range []string{"Σ ", barAsked, barCounts, "ticked · asked ◆ 3 y", "Assumed:", "unable", "JOBS"} {
		if !strings.Contains(v, want) {
			t.Errorf("%q is not shown:\n%s", want, v)
		}
	}
	if strings.Contains(v, barOther) || strings.Count(v, "Σ") != 1 {
		t.Errorf("more than one line:\n%s", v)
	}
}

func TestTheTimelineLeavesOthersAlone(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.People()...).Seal().Open(tuitest.Anna, 120, 40, kit.Route{Screen: kit.Assessment, Candidate: 1, Criterion: 2})
	if !strings.Contains(d.View(), "asked ◆") {
		t.Errorf("no timeline for E2:\n%s", d.View())
	}
	d.Keys("down")
	if strings.Contains(d.View(), "asked ◆") {
		t.Errorf("a timeline for a language:\n%s", d.View())
	}
	d.Must(tuitest.Anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	d.Keys("up")
	if v := d.View(); strings.Contains(v, barOther) {
		t.Errorf("a closed file is drawn:\n%s", v)
	}
}
