package screens

// This file walks every screen there is. A new screen is walked by being listed.

import (
	"regexp"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// sightLibrary is a library for every screen.
type sightLibrary struct{ *tuitest.PrepLibrary }

func (sightLibrary) OwnCard() (model.OwnCard, error) { return model.OwnCard{}, nil }

// everywhere gives a desk what the screens of preparing need too.
func everywhere(d *tuitest.Desk) *tuitest.Desk {
	d.Must(tuitest.Anna, model.AddMember{Name: "Edda Falk", Role: model.RoleSecretary})
	p := newPrep(d.T, tuitest.PilotVacancy())
	p.Library.Unknown, p.Library.Rows = tuitest.OddHeader(), []model.IntakeRow{{Line: 2, Person: model.Person{Reference: "A-0001", Name: "Élodie Marchand 1", Facts: tuitest.People()[0].Facts}}}
	d.Env.Library = sightLibrary{p.Library}
	d.File.Name, d.File.Text, d.File.Report = p.File.Name, p.File.Text, p.File.Report
	d.Env.File = &tuitest.ExchangeFile{File: d.File}
	return d
}

const edda = model.MemberID("M5") // secretary

// walkKeys move, order, filter and ask, on whatever screen; nothing of it is written.
var walkKeys = []string{
	"down", "down", "right", "right", "o", "down", "o", "o", "o", "o", "pgdown", "G", "g", "tab", "down", "tab", "]", "c", "down", "c", "[",
	"F", "F", "R", "U", "D", "esc",
}

// walk shows a screen to a member and presses the keys one after the other; each gets to see every page of it, with
// what is asked and said.
func walk(d *tuitest.Desk, me model.MemberID, name kit.Name, each func(keys []string, page string)) {
	d.T.Helper()
	route := kit.Route{Screen: name, Candidate: 1}
	switch name {
	case kit.Criterion:
		route.Criterion = 1
	case kit.Mapping:
		route.Path = "/home/panel/people.csv"
	}
	d.Asked = nil
	d.Open(me, 120, 37, route)
	for i := range len(walkKeys) + 1 {
		page := d.Screen.Title() + "\n" + d.View()
		for _, e := range d.Asked {
			page += "\n" + said(e)
		}
		for _, b := range d.Screen.Keys() {
			page += "\n" + b.Why
		}
		each(walkKeys[:i], page)
		if i < len(walkKeys) {
			d.Asked = nil
			d.Keys(walkKeys[i])
		}
	}
}

// said is what an effect puts before the user.
func said(e kit.Effect) string {
	answers := func(list []kit.Answer) (s string) {
		for _, a := range list {
			s += "\n" + a.Words + " " + a.Says
		}
		return s
	}
	switch e := e.(type) {
	case kit.Note:
		return e.Text
	case kit.Fail:
		return model.Explain(e.Err)
	case kit.Ask:
		return e.Title + "\n" + e.Text + answers(e.Answers)
	case kit.Choose:
		return e.Title + "\n" + e.Text + answers(e.Answers)
	case kit.Prompt:
		return e.Title + "\n" + e.Text + "\n" + e.Initial
	}
	return ""
}

const secret = "bruno-wrote-this"

// works lets Bruno rate, tick, reason, quote and hand in; from the last candidate he is recused.
func works(d *tuitest.Desk) {
	last := model.CandidateID(d.Board.Candidates)
	for c := model.CandidateID(1); c < last; c++ {
		d.Rate(tuitest.Bruno, c, model.NotMet, "4")
		for _, k := range d.Board.Criteria {
			d.Must(tuitest.Bruno, model.SetReason{Candidate: c, Criterion: k.ID, Text: secret})
			d.Must(tuitest.Bruno, model.AddEvidence{Candidate: c, Criterion: k.ID, Quote: secret, Source: secret})
		}
		d.Must(tuitest.Bruno, model.TickJobs{Candidate: c, Criterion: d.CriterionID("E2"), Jobs: []int{0, 1}})
		if f := d.File.People[c-1].Facts.Education; len(f) > 0 {
			d.Must(tuitest.Bruno, model.RecordEquivalence{Candidate: c, Criterion: 1, Qualification: f[0].Qualification(), Equivalent: true, Reason: secret})
		}
		d.Must(tuitest.Bruno, model.SubmitAssessment{Candidate: c})
	}
	d.Must(tuitest.Bruno, model.DeclareConflict{Candidate: last, Interest: model.Recused})
}

// R11, R12, R15: until the reveal no screen of anybody changes by what another member rates, in value, order, count, note
// or question. Chair and secretary see three things more, and these alone: on the panel page how many assessments each
// member handed in, there and beside the declarations who is recused from whom, in the box of the reveal how many are missing, and in the box that returns
// an assessment which were handed in.
func TestNoScreenShowsWhatOthersRatedBeforeTheRevealR11(t *testing.T) {
	t.Parallel()
	alone, panel := everywhere(newDesk(t, tuitest.Crowd(6)...).Seal()), everywhere(newDesk(t, tuitest.Crowd(6)...).Seal())
	for _, d := range []*tuitest.Desk{alone, panel} {
		d.Must(tuitest.Anna, model.SetRating{Candidate: 1, Criterion: 1, Value: model.Met})
		d.Must(tuitest.Anna, model.SetRating{Candidate: 2, Criterion: 1, Value: model.NotMet})
	}
	works(panel)
	for _, me := range []model.MemberID{tuitest.Anna, tuitest.Carla, tuitest.Dirk, edda, ""} {
		runs := me == tuitest.Anna || me == edda
		for _, s := range List() {
			if s.Name == kit.History {
				continue // its entries are counted in the open: see the test after this one
			}
			var want []string
			walk(alone, me, s.Name, func(_ []string, page string) { want = append(want, page) })
			i := 0
			walk(panel, me, s.Name, func(keys []string, page string) {
				w := want[i]
				i++
				if last := len(keys) - 1; runs && last >= 0 && (keys[last] == "R" || keys[last] == "U") {
					return
				}
				if runs && (s.Name == kit.Panel || s.Name == kit.Interests) {
					page, w = lessProgress(page), lessProgress(w)
				}
				if strings.Contains(page, secret) || page != w {
					t.Fatalf("R11: %q sees what Bruno did on %s after %v:\n%s\nalone it is\n%s", me, s.Name, keys, page, w)
				}
			})
		}
	}
}

// lessProgress leaves out what chair and secretary alone see on the pages of panel and declarations: Bruno's line, the
// sentence on recusals, and why nothing can be returned.
func lessProgress(page string) string {
	var lines []string
	for line := range strings.Lines(page) {
		if !strings.HasPrefix(strings.TrimLeft(line, " ▸"), "Bruno Costa") {
			lines = append(lines, strings.Fields(line)...)
		}
	}
	return strings.TrimSpace(progress.ReplaceAllString(strings.Join(lines, " "), ""))
}

var progress = regexp.MustCompile(`Recused: [^.]*\. ?|This member has handed in nothing that could be returned\. ?`)

// R11: the history tells that somebody worked, and until the reveal nothing of what they did.
func TestTheHistoryTellsNothingOfOthersBeforeTheRevealR11(t *testing.T) {
	t.Parallel()
	d := everywhere(newDesk(t, tuitest.Crowd(4)...).Seal())
	works(d)
	d.Must(tuitest.Anna, model.ReturnAssessment{Candidate: 1, Member: tuitest.Bruno, Reason: secret})
	for _, me := range []model.MemberID{tuitest.Anna, tuitest.Carla, tuitest.Dirk, edda, ""} {
		runs := me == tuitest.Anna || me == edda
		for _, filter := range []string{"", "C001", "met", "Bruno"} {
			h := d.Open(me, 120, 37, kit.Route{Screen: kit.History})
			if filter != "" {
				h.Keys("/")
				for _, r := range filter {
					h.Keys(string(r))
				}
				h.Keys("enter")
			}
			for range 40 {
				for _, line := range strings.Split(h.View(), "\n") {
					bad := strings.Contains(line, secret) || strings.Contains(line, "Bruno Costa") &&
						(strings.Contains(line, "rated") || strings.Contains(line, "E1") || strings.Contains(line, "jobs") || strings.Contains(line, "equivalent") ||
							!runs && strings.Contains(line, "C00"))
					if bad {
						t.Fatalf("R11: %q reads in the history: %q", me, line)
					}
				}
				h.Keys("down")
			}
		}
	}
}

// R10: who is recused from a case sees on no screen, before the reveal or after it, what stands in the file, nor what others
// rated, wrote, quoted and settled.
func TestNoScreenShowsACaseToWhoIsRecusedR10(t *testing.T) {
	t.Parallel()
	const word = "carla-wrote-this"
	d := everywhere(newDesk(t, tuitest.Crowd(3)...).Seal())
	d.Must(tuitest.Bruno, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	for _, m := range []model.MemberID{tuitest.Anna, tuitest.Carla} {
		value := model.Value("met")
		if m == tuitest.Carla {
			value = model.NotMet
		}
		d.Rate(m, 1, value, "1")
		for _, k := range d.Board.Criteria {
			d.Must(m, model.SetReason{Candidate: 1, Criterion: k.ID, Text: word})
			d.Must(m, model.AddEvidence{Candidate: 1, Criterion: k.ID, Quote: word, Source: "cv"})
		}
	}
	closed := []string{word, "counted stock", "Depot planner", "Invented University", "1 × met"}
	look := func(when string) {
		t.Helper()
		for _, s := range List() {
			if s.Name == kit.Mapping { // a file from elsewhere
				continue
			}
			walk(d, tuitest.Bruno, s.Name, func(keys []string, page string) {
				at := strings.Contains(page, "Assessment C001") || s.Name != kit.Assessment
				for _, w := range closed {
					if strings.Contains(page, w) && at {
						t.Fatalf("R10: %s Bruno, who is recused from C001, reads %q on %s after %v:\n%s", when, w, s.Name, keys, page)
					}
				}
			})
		}
	}
	look("before the reveal")
	d.Reveal()
	d.Must(tuitest.Anna, model.AgreeRating{Candidate: 1, Criterion: 1, Value: model.Met, Reason: word})
	look("after the reveal")
	d.Must(tuitest.Anna, model.MakeDecision{Candidate: 1, Outcome: model.NotShortlisted, Reason: word})
	look("after the decision")
	for _, name := range []kit.Name{kit.Matrix, kit.Ranking} {
		if v := d.Open(tuitest.Bruno, 120, 37, kit.Route{Screen: name, Candidate: 1}).View(); !strings.Contains(v, "stay closed to you") && !strings.Contains(v, "recused") {
			t.Errorf("%s does not say why the case is closed:\n%s", name, v)
		}
	}
	if v := d.Open(tuitest.Carla, 120, 37, kit.Route{Screen: kit.Ranking, Candidate: 1}).View(); !strings.Contains(v, word) {
		t.Errorf("Carla, who is not recused, does not read it either:\n%s", v)
	}
}

// R10: a recused chair can neither settle nor decide; a second chair, made on the panel page, does both at the same laptop.
func TestASecondChairLeadsTheCaseOfARecusedOneR10(t *testing.T) {
	t.Parallel()
	d := newDesk(t, tuitest.Crowd(1)...).Seal()
	d.Must(tuitest.Anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	d.Rate(tuitest.Bruno, 1, model.Met, "3")
	d.Rate(tuitest.Carla, 1, model.NotMet, "3")
	d.Reveal().Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Moderation})
	if v := d.View(); !strings.Contains(v, "second chair") {
		t.Errorf("the chair is not told what to do:\n%s", v)
	}
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Ranking}).Keys("D")
	if q, ok := d.Last().(kit.Choose); !ok || !strings.Contains(q.Text, "second chair") || len(q.Answers) != 1 || q.Answers[0].Words != string(model.Withdrawn) {
		t.Fatalf("the recused chair is asked %+v", d.Last())
	}
	d.Must(tuitest.Anna, model.ChangeMember{Member: tuitest.Bruno, Name: "Bruno Costa", Role: model.Chair})
	d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Moderation})
	for range 6 {
		if a := d.Board.As(tuitest.Bruno).Agenda(); len(a.Items) == a.Settled {
			break
		}
		key := "y"
		if d.KeyWhy(key) != "" { // the criterion is graded
			key = "3"
		}
		d.Keys(key).Write("The file shows it.")
	}
	d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Ranking}).Keys("D").Answer(string(model.Shortlisted))
	d.Write("Passes all.")
	if x := d.Board.Decision(1); x.Outcome != model.Shortlisted || x.By != tuitest.Bruno {
		t.Errorf("decided %+v", x)
	}
}

// Every key of these screens does something or says why it does not.
func TestEveryKeyAnswers(t *testing.T) {
	t.Parallel()
	for _, phase := range []func(d *tuitest.Desk){func(*tuitest.Desk) {}, func(d *tuitest.Desk) { d.Seal() }, func(d *tuitest.Desk) { d.Seal().Reveal() }} {
		for _, name := range []kit.Name{kit.Candidates, kit.Assessment, kit.Matrix, kit.Ranking, kit.History} {
			for _, me := range []model.MemberID{tuitest.Anna, tuitest.Bruno, tuitest.Dirk, ""} {
				fresh := func() *tuitest.Desk {
					d := newDesk(t, tuitest.Crowd(3)...)
					phase(d)
					return d.Open(me, 120, 37, kit.Route{Screen: name})
				}
				for _, b := range fresh().Screen.Keys() {
					if b.Says == "" || b.Help().Key == "" || b.Help().Desc == "" {
						t.Errorf("%s: %v has no help", name, b.Binding.Keys())
					}
					d := fresh()
					d.Asked = nil
					d.Keys(b.Binding.Keys()[0])
					if b.Why == "" {
						continue
					}
					if n, ok := d.Last().(kit.Note); !ok || n.Text != b.Why {
						t.Errorf("%s: %s does nothing because %q, and pressing it tells %+v", name, b.Help().Key, b.Why, d.Last())
					}
				}
			}
		}
	}
}

// R11, R15: no screen of the meeting holds anything before the reveal, whatever others did, for anybody.
func TestNoMeetingScreenShowsWhatOthersRatedBeforeTheRevealR11(t *testing.T) {
	t.Parallel()
	alone, panel := newDesk(t, tuitest.Crowd(4)...).Declaring(false), newDesk(t, tuitest.Crowd(4)...).Declaring(false)
	for _, d := range []*tuitest.Desk{alone, panel} {
		for _, m := range []model.MemberID{tuitest.Anna, tuitest.Carla} {
			d.Must(m, model.DeclareRest{})
		}
	}
	panel.Must(tuitest.Bruno, model.DeclareConflict{Candidate: 4, Interest: model.Recused})
	panel.Must(tuitest.Bruno, model.DeclareRest{})
	for c := model.CandidateID(1); c < 4; c++ {
		panel.Rate(tuitest.Bruno, c, model.NotMet, "0")
		panel.Must(tuitest.Bruno, model.SubmitAssessment{Candidate: c})
	}
	for _, me := range []model.MemberID{tuitest.Carla, tuitest.Dirk, tuitest.Anna} {
		for name, keys := range map[kit.Name][]string{
			kit.Moderation: {"down", "N", "G"},
			kit.Meeting:    {"]", "c", "down", "N"},
			kit.Interests:  {"down", "down", "down"},
		} {
			want := alone.Open(me, 120, 37, kit.Route{Screen: name}).Keys(keys...).View()
			got := panel.Open(me, 120, 37, kit.Route{Screen: name}).Keys(keys...).View()
			if got != want {
				t.Errorf("%s sees on %s what Bruno did:\n%s\nalone it is\n%s", me, name, got, want)
			}
		}
	}
}
