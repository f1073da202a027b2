package screens

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// Whatever is pressed on a screen, in whatever phase and size, nothing breaks and the view keeps to its size.
func TestRatingScreensBearAnyKeyAndSize(t *testing.T) {
	t.Parallel()
	keys := strings.Split("up down y n u 0 4 - backspace space tab space e m down e r c y ] [ c s X right left pgdown pgup end home G g A D R L o o / e l enter esc o x i enter K é 山", " ")
	phases := map[string]func(t *testing.T) *tuitest.Desk{
		"empty":     func(t *testing.T) *tuitest.Desk { return newDesk(t) },
		"preparing": func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.People()...) },
		"screening": func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(30)...).Panelled() },
		"revealed":  func(t *testing.T) *tuitest.Desk { return newDesk(t, tuitest.Crowd(30)...).Panelled().Reveal() },
	}
	for phase, make := range phases {
		for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
			for _, me := range []model.MemberID{tuitest.Anna, tuitest.Dirk, ""} {
				t.Run(fmt.Sprint(phase, "/", name, "/", me), func(t *testing.T) {
					t.Parallel()
					d := make(t).Open(me, 80, 21, kit.Route{Screen: name})
					for i, k := range keys {
						size := [][2]int{{80, 21}, {40, 10}, {120, 36}, {20, 5}, {200, 57}, {3, 1}, {0, 0}, {41, 17}}[i%8]
						if back, ok := d.Screen.(kit.Backed); ok && k == "esc" {
							back.Back()
						} else {
							d.Keys(k)
						}
						d.Send(kit.Click{X: (i * 7) % 90, Y: i % 25}).Send(kit.Wheel{X: (i * 5) % 90, Y: 3, By: i%3 - 1}).Send(tea.PasteMsg{Content: "a\rb"})
						d.Screen.Resize(size[0], size[1])
						d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
						d.Screen.Keys()
						if c, ok := d.Screen.(kit.Cursored); ok {
							c.Cursor()
						}
						view := d.Screen.View()
						if size[0] < 40 { // the program shows a sentence instead
							continue
						}
						if n := strings.Count(view, "\n") + 1; n > size[1] {
							t.Errorf("after %s: %d lines in a height of %d:\n%s", k, n, size[1], d.View())
						}
						for _, l := range strings.Split(view, "\n") {
							if w := d.Env.Text.Width(l); w > size[0] {
								t.Errorf("after %s: %d cells in a width of %d: %q", k, w, size[0], l)
							}
						}
					}
				})
			}
		}
	}
}

// What stands in a candidate's file cannot steer the terminal, wherever it is shown.
func TestNothingInAFileSteersTheTerminal(t *testing.T) {
	t.Parallel()
	const bad = "x\x1b[2J\x1b]0;owned\x07\u202e\u200b\r\x9b31m\ty"
	date := requirement.Date{Year: 2020, Month: 1, Day: 1}
	hostile := model.Person{Reference: bad, Name: bad, Facts: requirement.Facts{
		Nationalities: []string{bad},
		Education:     []requirement.Education{{Level: bad, Field: bad, Institution: bad, Country: bad}},
		Jobs:          []requirement.Job{{From: date, Ongoing: true, Title: bad, Employer: bad, Percent: 100, Kind: bad, Text: bad}},
		Languages:     []requirement.LanguageSkill{{Language: bad, Scale: bad, Level: bad}},
		Clearances:    []requirement.ClearanceRecord{{Level: bad, Issuer: bad, Status: bad}},
		Statements:    []requirement.Statement{{Heading: bad, Text: bad}},
		Documents:     []requirement.Document{{Name: bad, Text: bad}},
	}}
	d := newDesk(t, hostile, hostile)
	d.Must(tuitest.Anna, model.AddMember{Name: bad, Role: model.RoleMember})
	d.Seal()
	for _, m := range []model.MemberID{tuitest.Anna, "M5"} {
		d.Rate(m, 1, model.Met, "3")
		d.Must(m, model.SetReason{Candidate: 1, Criterion: d.CriterionID("E1"), Text: bad})
		d.Must(m, model.AddEvidence{Candidate: 1, Criterion: d.CriterionID("E1"), Quote: bad, Source: bad})
	}
	look := func() {
		for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
			d.Open(tuitest.Anna, 200, 57, kit.Route{Screen: name, Candidate: 1})
			for range 14 {
				view := d.Screen.View()
				for _, s := range []string{"\x1b[2J", "\x1b]", "\x07", "\u202e", "\u200b", "\r", "\u009b", "\x9b", "\t"} {
					if strings.Contains(view, s) {
						t.Errorf("%s shows %q", name, s)
					}
				}
				d.Keys("down")
			}
		}
	}
	look()
	d.Reveal()
	d.Must(tuitest.Anna, model.AgreeRating{Candidate: 1, Criterion: d.CriterionID("E1"), Value: model.Met, Reason: bad})
	d.Must(tuitest.Anna, model.MakeDecision{Candidate: 1, Outcome: model.Reserve, Reason: bad})
	look()
}

// A file that cannot be read is told, not asked again and again.
func TestADamagedFileIsToldOnce(t *testing.T) {
	t.Parallel()
	for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
		d := newDesk(t, tuitest.Crowd(30)...).Panelled()
		d.File.Broken = &model.Error{Message: "The file is damaged."}
		d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: name, Candidate: 1}).Keys("down", "down")
		told := 0
		for _, e := range d.Asked {
			if _, ok := e.(kit.Fail); ok {
				told++
			}
		}
		if told < 1 || told > 3 {
			t.Errorf("%s tells it %d times", name, told)
		}
		d.File.Broken = nil
		d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
		if v := d.View(); strings.Contains(v, "damaged") || !strings.Contains(v, "C0") {
			t.Errorf("%s does not come back:\n%s", name, v)
		}
	}
}
