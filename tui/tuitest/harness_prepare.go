package tuitest

// This file holds the desk on which the screens of preparing are tried: an invented posting, a library with folders,
// and a file that takes candidates in and writes reports.

import (
	"errors"
	"path"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// Prep is a desk with the library and file of preparing.
type Prep struct {
	*Desk
	Library *PrepLibrary
}

// Prep makes a desk where a vacancy is prepared by its chair.
func (p Pages) Prep(t testing.TB, v model.CreateVacancy) *Prep {
	d := p.Empty(t)
	d.File.Name, d.File.Report = "/home/panel/shortlist/pilot.shortlist", &model.IntakeReport{}
	d.File.Text = model.Posting{Name: "pilot.txt", Format: "text", Text: PilotPosting, SHA256: strings.Repeat("ab12", 16)}
	entry := func(p string, folder bool, size int64) kit.Entry {
		return kit.Entry{Name: path.Base(p), Path: p, Folder: folder, Size: size}
	}
	out := &Prep{Desk: d, Library: &PrepLibrary{draft: PilotVacancy(), Folders: map[string][]kit.Entry{
		"/home/panel": {
			{Name: "..", Path: "/home", Folder: true},
			entry("/home/panel/postings", true, 0),
			entry("/home/panel/pilot.txt", false, 1234), entry("/home/panel/people.csv", false, 45_678_901),
			entry("/home/panel/holiday.jpg", false, 3_000_000), entry("/home/panel/old.shortlist", false, 65536),
		},
		"/home/panel/postings": {{Name: "..", Path: "/home/panel", Folder: true}, entry("/home/panel/postings/cook.html", false, 99)},
	}}}
	d.Env = &kit.Env{Library: out.Library, File: d.File, Theme: kit.NewTheme(true), Text: &kit.Text{}}
	d.Must("", v)
	d.Must("", model.AddMember{Name: "Anna Berg", Role: model.Chair})
	d.Must(Anna, model.AddMember{Name: "Bruno Costa", Role: model.RoleMember})
	d.Must(Anna, model.AddMember{Name: "Sofia Lind", Role: model.RoleSecretary})
	d.Env.Me = Anna
	return out
}

// Shows puts a screen up in a size.
func (p *Prep) Shows(r kit.Route, width, height int) *Prep {
	p.T.Helper()
	p.show(r, width, height)
	return p
}

// Follows puts up the page that was asked for last.
func (p *Prep) Follows() *Prep {
	p.T.Helper()
	push, ok := p.Last().(kit.Push)
	if !ok {
		p.T.Fatalf("no page was asked for but %+v", p.Last())
	}
	return p.Shows(push.Route, 80, 21)
}

// Types presses the keys of a text.
func (p *Prep) Types(s string) *Prep {
	for _, r := range s {
		if r == ' ' {
			p.Keys("space")
		} else {
			p.Keys(string(r))
		}
	}
	return p
}

// Bodies are those in which every page is drawn: the body of 80×24 and of 120×40.
var Bodies = map[string][2]int{"80x24": {80, 21}, "120x40": {120, 36}}

// Listed shows every criterion in a line: what the tests of changes compare.
func (p *Prep) Listed() []string {
	var out []string
	for _, k := range p.Board.Criteria {
		out = append(out, p.Board.Label(k.ID)+" "+k.Text+" | "+requirement.Sentence(k.Requirement))
	}
	return out
}

// Short is list with the first words only.
func (p *Prep) Short() string {
	var out []string
	for _, k := range p.Board.Criteria {
		words := strings.Fields(k.Text)
		out = append(out, p.Board.Label(k.ID)+" "+strings.Join(words[:min(3, len(words))], " "))
	}
	return strings.Join(out, ", ")
}

// Same compares two values.
func Same(t testing.TB, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// ErrDisk is a fault of the disk.
var ErrDisk = errors.New("the disk has gone")

// Paste is the message of a pasted text.
func Paste(s string) tea.PasteMsg { return tea.PasteMsg{Content: s} }

// Strict makes the rules ask for declarations.
func (p *Prep) Strict() {
	r := p.Board.Rules
	r.Declarations = true
	p.Must(Anna, model.EditRules{Rules: r})
}

// HandIn lets a member rate and submit everything.
func (p *Prep) HandIn(m model.MemberID) {
	for c := model.CandidateID(1); int(c) <= p.Board.Candidates; c++ {
		for _, k := range p.Board.Criteria {
			p.Must(m, model.SetRating{Candidate: c, Criterion: k.ID, Value: model.CannotAssess})
		}
		p.Must(m, model.SubmitAssessment{Candidate: c})
	}
}

// People takes three candidates in.
func (p *Prep) People() {
	p.Must(Anna, model.ImportCandidates{Batch: model.ImportBatch{First: 1, Count: 3, Source: "a"}})
}

// Seen lets the chair look at every warning.
func (p *Prep) Seen() {
	v := p.Board.Vacancy
	v.Warnings = slices.Clone(v.Warnings)
	for i := range v.Warnings {
		v.Warnings[i].Seen = true
	}
	p.Must(Anna, model.EditVacancy{Vacancy: v})
}

// Undated takes the closing date away.
func (p *Prep) Undated() {
	v := p.Board.Vacancy
	v.ClosingDate = requirement.Date{}
	p.Must(Anna, model.EditVacancy{Vacancy: v})
}

// Compared lets the chair check every criterion.
func (p *Prep) Compared() {
	for _, k := range slices.Clone(p.Board.Criteria) {
		p.Must(Anna, model.CheckCriterion{Criterion: k.ID, Checked: true})
	}
}

// Fill types into fields, one after the other: "" leaves a field as it is, "→" goes to the next choice.
func (p *Prep) Fill(answers ...string) *Prep {
	for i, a := range answers {
		if i > 0 {
			p.Keys("tab")
		}
		for rest, ok := strings.CutPrefix(a, "→"); ok; rest, ok = strings.CutPrefix(a, "→") {
			p.Keys("right")
			a = rest
		}
		if a != "" {
			p.Keys("end", "ctrl+u")
			p.Types(a)
		}
	}
	return p
}
