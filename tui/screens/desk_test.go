package screens

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// This file holds the desk on which the screens of rating are tried: a vacancy in memory, members who work on it, and
// a screen whose effects are carried out in step.

// desk is a vacancy with members and one screen in use.
type desk struct {
	t      testing.TB
	make   pages
	file   *tuitest.File
	env    *kit.Env
	board  *model.Board
	screen kit.Screen
	clock  time.Time
	asked  []kit.Effect // what was asked for besides reads and writes, newest last
	hold   bool         // writes wait
	held   []kit.Submit
}

const (
	anna  = model.MemberID("M1") // chair
	bruno = model.MemberID("M2")
	carla = model.MemberID("M3")
	dirk  = model.MemberID("M4") // observer
)

// laptopOfDesk signs every change made at a desk.
const laptopOfDesk model.DeviceID = "desk"

// pages makes the screen of a route.
type pages func(*kit.Env, kit.Route) kit.Screen

// empty is a desk without a vacancy.
func (p pages) empty(t testing.TB) *desk {
	d := &desk{t: t, make: p, file: tuitest.NewFile(model.NewBoard()), board: model.NewBoard(), clock: tuitest.Day()}
	d.file.Laptop = laptopOfDesk
	return d
}

// desk makes a vacancy with a panel of three who rate and an observer, and the candidates given.
func (p pages) desk(t testing.TB, people ...model.Person) *desk {
	d := p.empty(t)
	d.file.People = people
	d.env = &kit.Env{File: d.file, Theme: kit.NewTheme(true), Text: &kit.Text{}}
	d.must("", model.CreateVacancy{
		Vacancy:  model.Vacancy{Title: "Depot Planner", ClosingDate: requirement.Date{Year: 2025, Month: 1, Day: 7}},
		Criteria: deskCriteria(),
	})
	d.must("", model.AddMember{Name: "Anna Berg", Role: model.Chair})
	for _, m := range []model.AddMember{{Name: "Bruno Costa", Role: model.RoleMember}, {Name: "Carla Duval", Role: model.RoleMember}, {Name: "Dirk Evers", Role: model.RoleObserver}} {
		d.must(anna, m)
	}
	if len(people) > 0 {
		d.must(anna, model.AddCandidates{Arrival: model.Arrival{First: 1, Count: len(people), Source: "sample.csv"}})
	}
	return d
}

func deskCriteria() []model.Criterion {
	essential := func(text string) model.Criterion {
		return model.Criterion{Class: model.Essential, Text: text, Requirement: requirement.Parse(text)}
	}
	out := []model.Criterion{
		essential("Hold a university degree in supply, transport or a related field"),
		essential("Have at least 3 years of experience in planning the work of a depot"),
		essential("Language level: V (Advanced) in one of the two official languages; I (Beginner) in the other"),
		essential("Good knowledge of stock counts and of moving goods by rail and sea"),
	}
	for _, text := range []string{"Skill in writing short papers for a board", "Hold a valid NATO SECRET clearance"} {
		k := essential(text)
		k.Class = model.Desirable
		out = append(out, k)
	}
	return out
}

// deskPeople are invented: one plain, one with overlaps and a hostile name, one nearly empty.
func deskPeople() []model.Person {
	date := func(y, m, d int) requirement.Date { return requirement.Date{Year: y, Month: m, Day: d} }
	return []model.Person{
		{Reference: "A-0001", Name: "Élodie Marchand", Facts: requirement.Facts{
			Nationalities: []string{"BEL", "FRA"},
			Education:     []requirement.Education{{Level: requirement.DegreeMaster, Field: "transport", Institution: "Invented University", Country: "BEL", Conferred: date(2015, 6, 30)}},
			Jobs: []requirement.Job{
				{From: date(2016, 1, 1), To: date(2018, 12, 31), Title: "Depot planner", Employer: "Sample Stores", Percent: 100, Text: "Planned the shifts of forty people.\nCut the waiting time of lorries by a third."},
				{From: date(2018, 7, 1), To: date(2021, 6, 30), Title: "Rail desk", Employer: "Example Freight", Percent: 60},
				{From: date(2021, 9, 0), Ongoing: true, Title: "Trainee", Employer: "Harbour Office", Percent: 50, Kind: requirement.JobInternship},
			},
			Languages:  []requirement.LanguageSkill{{Language: "en", Scale: requirement.ScaleNATO, Level: "III"}, {Language: "fr", Scale: requirement.ScaleNATO, Level: "V"}},
			Clearances: []requirement.ClearanceRecord{{Level: "NS", Issuer: "BEL", ValidUntil: date(2026, 3, 31), Status: requirement.ClearanceHeld}},
			Statements: []requirement.Statement{{Heading: "Why I apply", Text: "I have counted stock in three depots and I know what goes wrong when the count is late, because I had to put it right twice.\n\nI moved goods by rail for three years."}},
			Documents:  []requirement.Document{{Name: "cv.txt", Text: "Curriculum vitae\nLine two of the invented paper."}},
		}},
		{Reference: "A-0002", Name: "Zoltan \x1b[31mRed\u202e", Facts: requirement.Facts{
			Nationalities: []string{"HUN"},
			Jobs:          []requirement.Job{{From: date(2023, 1, 1), To: date(2024, 6, 30), Title: "Clerk", Employer: "Sample Stores"}},
			Languages:     []requirement.LanguageSkill{{Language: "en", Scale: requirement.ScaleCEFR, Level: "C1"}},
		}},
		{Reference: "A-0003"},
	}
}

// crowd makes many candidates.
func crowd(n int) []model.Person {
	sample := deskPeople()
	out := make([]model.Person, n)
	for i := range out {
		out[i] = sample[i%len(sample)]
		out[i].Reference = fmt.Sprintf("A-%04d", i+1)
		out[i].Name = fmt.Sprintf("%s %d", []string{"Élodie Marchand", "Zoltan Petö", "Şule Yıldız", "Ana Novak"}[i%4], i+1)
	}
	return out
}

// do carries out a command of a member, or hands back the refusal.
func (d *desk) do(m model.MemberID, c model.Command) error {
	seq, lamport := d.board.Next(laptopOfDesk)
	s := model.Stamp{At: d.clock, Author: m, Device: laptopOfDesk, Seq: seq, Lamport: lamport, Random: [32]byte{byte(seq), byte(seq >> 8), 7}}
	change, err := model.Decide(d.board, c, s)
	if err != nil {
		return err
	}
	if err := d.file.Commit(change); err != nil {
		return err
	}
	d.clock = d.clock.Add(time.Minute)
	d.board.ApplyAll(change.Events)
	return nil
}

func (d *desk) must(m model.MemberID, c model.Command) {
	d.t.Helper()
	if err := d.do(m, c); err != nil {
		d.t.Fatalf("%s: %v", c.Label(d.board), err)
	}
}

// seal lets the chair seal the rules.
func (d *desk) seal() *desk { d.t.Helper(); d.must(anna, model.SealRules{}); return d }

// rate lets a member rate every criterion of a candidate, by turns with the values for facts and those for points.
func (d *desk) rate(m model.MemberID, c model.CandidateID, fact, point model.Value) {
	d.t.Helper()
	for _, k := range d.board.Criteria {
		v := fact
		if k.Scale.Kind == model.Graded {
			v = point
		}
		d.must(m, model.SetRating{Candidate: c, Criterion: k.ID, Value: v})
	}
}

// reveal hands in everything that is complete and reveals.
func (d *desk) reveal() *desk {
	d.t.Helper()
	for c := range d.board.Candidates {
		for _, m := range d.board.Raters() {
			if rated, of := d.board.Progress(model.CandidateID(c+1), m.ID); rated == of {
				d.must(m.ID, model.SubmitAssessment{Candidate: model.CandidateID(c + 1)})
			}
		}
	}
	d.must(anna, model.RevealRatings{Reason: "The time is up."})
	return d
}

// open shows a screen to a member.
func (d *desk) open(m model.MemberID, width, height int, r kit.Route) *desk {
	d.env.Me = m
	d.screen = d.make(d.env, r)
	d.screen.Resize(width, height)
	d.carry(d.screen.Refresh(d.board))
	return d
}

// keys presses keys.
func (d *desk) keys(keys ...string) *desk {
	for _, k := range keys {
		d.carry(d.screen.Update(kit.Press(k)))
	}
	return d
}

// send hands a message to the screen.
func (d *desk) send(msg tea.Msg) *desk { d.carry(d.screen.Update(msg)); return d }

// carry carries out reads and writes; the rest is kept in asked.
func (d *desk) carry(effects []kit.Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case kit.Run:
			v, err := e.Work(context.Background(), func(string) {})
			d.carry(d.screen.Update(kit.Done{Key: e.Key, Value: v, Err: err}))
		case kit.Submit:
			if d.held = append(d.held, e); !d.hold {
				d.store()
			}
		default:
			d.asked = append(d.asked, e)
		}
	}
}

// store carries out the writes that wait.
func (d *desk) store() *desk {
	for len(d.held) > 0 {
		e := d.held[0]
		d.held = d.held[1:]
		if err := d.do(d.env.Me, e.Command); err != nil {
			d.asked = append(d.asked, kit.Fail{Err: err})
			continue
		}
		if e.Note != "" {
			d.asked = append(d.asked, kit.Note{Text: e.Note})
		}
		d.carry(d.screen.Refresh(d.board))
		d.carry(e.Then)
	}
	return d
}

// answer gives the answer with the words to the newest question.
func (d *desk) answer(words string) *desk {
	d.t.Helper()
	var answers []kit.Answer
	switch q := d.last().(type) {
	case kit.Ask:
		answers = q.Answers
	case kit.Choose:
		answers = q.Answers
	}
	for _, a := range answers {
		if a.Words == words {
			d.carry(a.Effects)
			return d
		}
	}
	d.t.Fatalf("no answer %q in %+v", words, d.last())
	return d
}

// write gives a text to the newest prompt.
func (d *desk) write(s string) *desk {
	d.t.Helper()
	p, ok := d.last().(kit.Prompt)
	if !ok {
		d.t.Fatalf("no prompt but %+v", d.last())
	}
	if p.Check != nil {
		if says := p.Check(s); says != "" {
			d.asked = append(d.asked, kit.Note{Text: says})
			return d
		}
	}
	d.carry(p.Done(s))
	return d
}

func (d *desk) last() kit.Effect {
	if len(d.asked) == 0 {
		return nil
	}
	return d.asked[len(d.asked)-1]
}

// note is the newest sentence in the footer.
func (d *desk) note() string {
	for i := len(d.asked) - 1; i >= 0; i-- {
		if n, ok := d.asked[i].(kit.Note); ok {
			return n.Text
		}
	}
	return ""
}

// view is the screen without styles; it must keep to its size.
func (d *desk) view() string { return ansi.Strip(d.screen.View()) }

func (d *desk) rating(m model.MemberID, c model.CandidateID, label string) model.Rating {
	for _, k := range d.board.Criteria {
		if d.board.Label(k.ID) == label {
			return d.board.Assessment(c, m).Rating(k.ID)
		}
	}
	d.t.Fatalf("no criterion %s", label)
	return model.Rating{}
}

func (d *desk) criterion(label string) model.CriterionID { return d.rating(anna, 1, label).Criterion }

// golden compares the screen with the file of the test's name.
func (d *desk) golden(width, height int) {
	d.t.Helper()
	got := d.view() + "\n"
	lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) > height {
		d.t.Errorf("%d lines in a height of %d", len(lines), height)
	}
	for i, l := range lines {
		if w := d.env.Text.Width(l); w > width {
			d.t.Errorf("line %d takes %d of %d cells: %q", i+1, w, width, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	golden.RequireEqual(d.t, strings.Join(lines, "\n")+"\n")
}

// withConditions adds conditions outside the criteria before the rules are sealed.
func (d *desk) withConditions(list ...model.Eligibility) *desk {
	d.t.Helper()
	v := d.board.Vacancy
	v.Eligibility = list
	d.must(anna, model.EditVacancy{Vacancy: v})
	return d
}

// typed presses the keys of a text.
func (d *desk) typed(s string) *desk {
	for _, r := range s {
		k := string(r)
		if r == ' ' {
			k = "space"
		}
		d.keys(k)
	}
	return d
}

// chooses carries out an answer of the list that was put ud.
func (d *desk) chooses(words string) *desk {
	d.t.Helper()
	choose, ok := d.last().(kit.Choose)
	if !ok {
		d.t.Fatalf("no list was put up but %+v", d.last())
	}
	for _, a := range choose.Answers {
		if a.Words == words {
			d.carry(a.Effects)
			return d
		}
	}
	d.t.Fatalf("%q is not among %+v", words, choose.Answers)
	return d
}

// panelled lets three members rate most of the candidates, differently.
func (d *desk) panelled() *desk {
	d.t.Helper()
	d.must(anna, model.EditRules{Rules: model.Rules{CutLine: 3, MinAssessors: 2}})
	d.seal()
	for c := 1; c <= d.board.Candidates; c++ {
		id := model.CandidateID(c)
		switch c % 5 {
		case 0:
			d.rate(anna, id, model.Met, "4")
			d.rate(bruno, id, model.Met, "3")
		case 1:
			d.rate(anna, id, model.Met, "3")
			d.rate(bruno, id, model.Met, "4")
			d.rate(carla, id, model.Met, "1")
		case 2:
			d.rate(anna, id, model.NotMet, "1")
			d.rate(bruno, id, model.NotMet, "0")
		case 3:
			d.rate(anna, id, model.Unclear, model.CannotAssess)
			d.rate(bruno, id, model.Met, "2")
		}
	}
	return d
}

// declaring makes the rules ask for declarations, and hide who the candidates are if anonymous is set.
func (d *desk) declaring(anonymous bool) *desk {
	d.t.Helper()
	d.must(anna, model.EditRules{Rules: model.Rules{MinAssessors: 2, Declarations: true, Anonymous: anonymous}})
	return d.seal()
}
