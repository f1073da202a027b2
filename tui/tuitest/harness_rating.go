package tuitest

// This file holds the desk on which the screens of rating are tried: a vacancy in memory, members who work on it, and
// a screen whose effects are carried out in step.

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// Sizes are those in which the pages of rating are drawn: the body of three windows.
var Sizes = map[string]struct{ W, H int }{"80x24": {80, 21}, "120x40": {120, 37}, "200x60": {200, 57}}

// Desk is a vacancy with members and one screen in use.
type Desk struct {
	T      testing.TB
	Pages  Pages
	File   *File
	Env    *kit.Env
	Board  *model.Board
	Screen kit.Screen
	Clock  time.Time
	Asked  []kit.Effect // what was asked for besides reads and writes, newest last
	Hold   bool         // writes wait
	Held   []kit.Submit
}

const (
	Anna  = model.MemberID("M1") // chair
	Bruno = model.MemberID("M2")
	Carla = model.MemberID("M3")
	Dirk  = model.MemberID("M4") // observer
)

// laptopOfDesk signs every change made at a desk.
const laptopOfDesk model.DeviceID = "desk"

// Pages are the screens that a test may open.
type Pages []kit.Page

// Make makes the screen of a route; nil if it is not among the pages.
func (p Pages) Make(env *kit.Env, r kit.Route) kit.Screen {
	for _, row := range p {
		if row.Name == r.Screen {
			return row.Make(env, r)
		}
	}
	return nil
}

// Empty is a desk without a vacancy.
func (p Pages) Empty(t testing.TB) *Desk {
	d := &Desk{T: t, Pages: p, File: NewFile(model.NewBoard()), Board: model.NewBoard(), Clock: Day()}
	d.File.Laptop = laptopOfDesk
	return d
}

// Desk makes a vacancy with a panel of three who rate and an observer, and the candidates given.
func (p Pages) Desk(t testing.TB, people ...model.Person) *Desk {
	d := p.Empty(t)
	d.File.People = people
	d.Env = &kit.Env{File: d.File, Theme: kit.NewTheme(true), Text: &kit.Text{}}
	d.Must("", model.CreateVacancy{
		Vacancy:  model.Vacancy{Title: "Depot Planner", ClosingDate: requirement.Date{Year: 2025, Month: 1, Day: 7}},
		Criteria: Criteria(),
	})
	d.Must("", model.AddMember{Name: "Anna Berg", Role: model.Chair})
	for _, m := range []model.AddMember{{Name: "Bruno Costa", Role: model.RoleMember}, {Name: "Carla Duval", Role: model.RoleMember}, {Name: "Dirk Evers", Role: model.RoleObserver}} {
		d.Must(Anna, m)
	}
	if len(people) > 0 {
		d.Must(Anna, model.ImportCandidates{Batch: model.ImportBatch{First: 1, Count: len(people), Source: "sample.csv"}})
	}
	return d
}

// Do carries out a command of a member, or hands back the refusal.
func (d *Desk) Do(m model.MemberID, c model.Command) error {
	seq, lamport := d.Board.Next(laptopOfDesk.Chain())
	s := model.Stamp{At: d.Clock, Author: m, Device: laptopOfDesk, Seq: seq, Lamport: lamport, Random: [32]byte{byte(seq), byte(seq >> 8), 7}}
	change, err := model.Decide(d.Board, c, s)
	if err != nil {
		return err
	}
	if err := d.File.Commit(change); err != nil {
		return err
	}
	d.Clock = d.Clock.Add(time.Minute)
	d.Board.ApplyAll(change.Events)
	return nil
}

// Must carries out a command of a member, and ends the test if it is refused.
func (d *Desk) Must(m model.MemberID, c model.Command) {
	d.T.Helper()
	if err := d.Do(m, c); err != nil {
		d.T.Fatalf("%s: %v", c.Label(d.Board), err)
	}
}

// Seal lets the chair seal the rules.
func (d *Desk) Seal() *Desk { d.T.Helper(); d.Must(Anna, model.SealRules{}); return d }

// Rate lets a member rate every criterion of a candidate, by turns with the values for facts and those for points.
func (d *Desk) Rate(m model.MemberID, c model.CandidateID, fact, point model.Value) {
	d.T.Helper()
	for _, k := range d.Board.Criteria {
		v := fact
		if k.Scale.Numbered() {
			v = point
		}
		d.Must(m, model.SetRating{Candidate: c, Criterion: k.ID, Value: v})
	}
}

// Reveal hands in everything that is complete and reveals.
func (d *Desk) Reveal() *Desk {
	d.T.Helper()
	for c := range d.Board.Candidates {
		for _, m := range d.Board.Raters() {
			if rated, of := d.Board.As(m.ID).Progress(model.CandidateID(c + 1)); rated == of {
				d.Must(m.ID, model.SubmitAssessment{Candidate: model.CandidateID(c + 1)})
			}
		}
	}
	d.Must(Anna, model.RevealRatings{Reason: "The time is up."})
	return d
}

// Open shows a screen to a member.
func (d *Desk) Open(m model.MemberID, width, height int, r kit.Route) *Desk {
	d.T.Helper()
	d.Env.Me = m
	d.show(r, width, height)
	return d
}

// show puts a screen up in a size.
func (d *Desk) show(r kit.Route, width, height int) {
	d.T.Helper()
	if d.Screen = d.Pages.Make(d.Env, r); d.Screen == nil {
		d.T.Fatalf("the page %q is not among those of this test", r.Screen)
	}
	d.Screen.Resize(width, height)
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
}

// Keys presses keys.
func (d *Desk) Keys(keys ...string) *Desk {
	for _, k := range keys {
		d.Screen.Keys() // as the program does before every key press
		d.Carry(d.Screen.Update(kit.Press(k)))
	}
	return d
}

// Send hands a message to the screen.
func (d *Desk) Send(msg tea.Msg) *Desk { d.Carry(d.Screen.Update(msg)); return d }

// Carry carries out reads and writes; the rest is kept in asked.
func (d *Desk) Carry(effects []kit.Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case kit.Run:
			v, err := e.Work(context.Background(), func(string) {})
			d.Carry(d.Screen.Update(kit.Done{Key: e.Key, Value: v, Err: err}))
		case kit.Submit:
			if d.Held = append(d.Held, e); !d.Hold {
				d.Store()
			}
		default:
			d.Asked = append(d.Asked, e)
		}
	}
}

// Store carries out the writes that wait.
func (d *Desk) Store() *Desk {
	for len(d.Held) > 0 {
		e := d.Held[0]
		d.Held = d.Held[1:]
		if err := d.Do(d.Env.Me, e.Command); err != nil {
			d.Asked = append(d.Asked, kit.Fail{Err: err})
			continue
		}
		if e.Note != "" {
			d.Asked = append(d.Asked, kit.Note{Text: e.Note})
		}
		d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
		d.Carry(e.Then)
	}
	return d
}

// Answer gives the answer with the words to the newest question.
func (d *Desk) Answer(words string) *Desk {
	d.T.Helper()
	var answers []kit.Answer
	switch q := d.Last().(type) {
	case kit.Ask:
		answers = q.Answers
	case kit.Choose:
		answers = q.Answers
	}
	for _, a := range answers {
		if a.Words == words {
			d.Carry(a.Effects)
			return d
		}
	}
	d.T.Fatalf("no answer %q in %+v", words, d.Last())
	return d
}

// Write gives a text to the newest prompt.
func (d *Desk) Write(s string) *Desk {
	d.T.Helper()
	p, ok := d.Last().(kit.Prompt)
	if !ok {
		d.T.Fatalf("no prompt but %+v", d.Last())
	}
	if p.Check != nil {
		if says := p.Check(s); says != "" {
			d.Asked = append(d.Asked, kit.Note{Text: says})
			return d
		}
	}
	d.Carry(p.Done(s))
	return d
}

// Last is the newest effect that was asked for; nil if there was none.
func (d *Desk) Last() kit.Effect {
	if len(d.Asked) == 0 {
		return nil
	}
	return d.Asked[len(d.Asked)-1]
}

// Note is the newest sentence in the footer.
func (d *Desk) Note() string {
	for i := len(d.Asked) - 1; i >= 0; i-- {
		if n, ok := d.Asked[i].(kit.Note); ok {
			return n.Text
		}
	}
	return ""
}

// View is the screen without styles; it must keep to its size.
func (d *Desk) View() string { return ansi.Strip(d.Screen.View()) }

// RatingOf is what a member gave a candidate in the criterion with the label.
func (d *Desk) RatingOf(m model.MemberID, c model.CandidateID, label string) model.Rating {
	for _, k := range d.Board.Criteria {
		if d.Board.Label(k.ID) == label {
			return d.Board.As(m).Own(c).Rating(k.ID)
		}
	}
	d.T.Fatalf("no criterion %s", label)
	return model.Rating{}
}

// CriterionID is the number of the criterion with the label.
func (d *Desk) CriterionID(label string) model.CriterionID {
	return d.RatingOf(Anna, 1, label).Criterion
}

// Golden compares the screen with the file of the test's name.
func (d *Desk) Golden(width, height int) {
	d.T.Helper()
	got := d.View() + "\n"
	lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) > height {
		d.T.Errorf("%d lines in a height of %d", len(lines), height)
	}
	for i, l := range lines {
		if w := d.Env.Text.Width(l); w > width {
			d.T.Errorf("line %d takes %d of %d cells: %q", i+1, w, width, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	golden.RequireEqual(d.T, strings.Join(lines, "\n")+"\n")
}

// WithConditions adds conditions outside the criteria before the rules are sealed.
func (d *Desk) WithConditions(list ...model.Eligibility) *Desk {
	d.T.Helper()
	v := d.Board.Vacancy
	v.Eligibility = list
	d.Must(Anna, model.EditVacancy{Vacancy: v})
	return d
}

// Typed presses the keys of a text.
func (d *Desk) Typed(s string) *Desk {
	for _, r := range s {
		k := string(r)
		if r == ' ' {
			k = "space"
		}
		d.Keys(k)
	}
	return d
}

// Chooses carries out an answer of the list that was put ud.
func (d *Desk) Chooses(words string) *Desk {
	d.T.Helper()
	choose, ok := d.Last().(kit.Choose)
	if !ok {
		d.T.Fatalf("no list was put up but %+v", d.Last())
	}
	for _, a := range choose.Answers {
		if a.Words == words {
			d.Carry(a.Effects)
			return d
		}
	}
	d.T.Fatalf("%q is not among %+v", words, choose.Answers)
	return d
}

// Panelled lets three members rate most of the candidates, differently.
func (d *Desk) Panelled() *Desk {
	d.T.Helper()
	d.Must(Anna, model.EditRules{Rules: model.Rules{CutLine: 3, MinAssessors: 2}})
	d.Seal()
	for c := 1; c <= d.Board.Candidates; c++ {
		id := model.CandidateID(c)
		switch c % 5 {
		case 0:
			d.Rate(Anna, id, model.Met, "4")
			d.Rate(Bruno, id, model.Met, "3")
		case 1:
			d.Rate(Anna, id, model.Met, "3")
			d.Rate(Bruno, id, model.Met, "4")
			d.Rate(Carla, id, model.Met, "1")
		case 2:
			d.Rate(Anna, id, model.NotMet, "1")
			d.Rate(Bruno, id, model.NotMet, "0")
		case 3:
			d.Rate(Anna, id, model.Unclear, model.CannotAssess)
			d.Rate(Bruno, id, model.Met, "2")
		}
	}
	return d
}

// Declaring makes the rules ask for declarations, and hide who the candidates are if anonymous is set.
func (d *Desk) Declaring(anonymous bool) *Desk {
	d.T.Helper()
	d.Must(Anna, model.EditRules{Rules: model.Rules{MinAssessors: 2, Declarations: true, Anonymous: anonymous}})
	return d.Seal()
}

// FormBodies are the sizes in which the pages of exchange are drawn.
var FormBodies = map[string][2]int{"80x24": {80, 21}, "120x40": {120, 36}, "200x60": {200, 56}}

// KeyWhy is the reason for which a key does nothing on the page now.
func (d *Desk) KeyWhy(key string) string {
	for _, b := range d.Screen.Keys() {
		if slices.Contains(b.Binding.Keys(), key) {
			return b.Why
		}
	}
	return "no such key"
}
