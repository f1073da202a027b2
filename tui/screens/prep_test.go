package screens

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
)

// This file holds the desk on which the screens of preparing are tried: an invented posting, a library with folders,
// and a file that takes candidates in and writes reports.

const prepPosting = `Harbour Pilot, Ostmark Port Office
Requisition 4711, grade G12, Ostmark

The tide does not wait, and neither do the ships.

The incumbent must:
- hold a university degree in navigation or a related field;
- have at least 5 years of experience in piloting large vessels;
- know the rules of the road at sea;
- Language level: V (Advanced) in one of the two official languages; I (Beginner) in the other.

It would be an advantage to:
- have skill in training apprentices;
- hold a valid NATO SECRET clearance.

Competencies:
Clear Thinking: Sees what the tide hides
Teamwork: Shares the bridge

Candidates must be nationals of a member of NATO.
`

// prepFile is a vacancy file in memory that is being prepared.
type prepFile struct {
	*deskFile
	path     string
	source   model.Posting
	report   model.IntakeReport
	staged   []bool // dry or not, in order
	exported []string
	taken    []string // files that are there already
	err      error
}

func (f *prepFile) Path() string                    { return f.path }
func (f *prepFile) Posting() (model.Posting, error) { return f.source, f.err }

func (f *prepFile) Stage(_ context.Context, first model.CandidateID, in model.Intake, dry bool, progress func(int)) (model.Arrival, model.IntakeReport, error) {
	f.staged = append(f.staged, dry)
	progress(1)
	if f.err != nil {
		return model.Arrival{}, model.IntakeReport{}, f.err
	}
	return model.Arrival{First: first, Count: f.report.New, Source: in.Source}, f.report, nil
}

func (f *prepFile) Export(viewer model.MemberID, format, to string, replace bool) (string, error) {
	f.exported = append(f.exported, fmt.Sprintf("%s %s %s", viewer, format, to))
	if slices.Contains(f.taken, to) && !replace {
		return "", takenError{}
	}
	return to, f.err
}

// prepLibrary is a library in memory.
type prepLibrary struct {
	kit.Library
	list    []model.Summary
	folders map[string][]kit.Entry
	draft   model.CreateVacancy
	header  *model.Header // nil where every column is known
	rows    []model.IntakeRow
	mapping *model.Mapping // the one that was tried last
	kept    *model.Mapping
	created []string
	err     error
}

func (l *prepLibrary) LastFolder() string             { return "" }
func (l *prepLibrary) Folder() string                 { return "/home/panel/shortlist" }
func (l *prepLibrary) List() ([]model.Summary, error) { return l.list, l.err }
func (l *prepLibrary) Browse(folder string) ([]kit.Entry, error) {
	if folder == "" {
		folder = "/home/panel"
	}
	return l.folders[folder], l.err
}

func (l *prepLibrary) ReadPosting(p string) (model.Posting, model.CreateVacancy, error) {
	return model.Posting{Name: path.Base(p), Format: "text", Text: prepPosting}, l.draft, l.err
}

func (l *prepLibrary) PastePosting(text string) (model.Posting, model.CreateVacancy, error) {
	return model.Posting{Name: "pasted text", Format: "text", Text: text}, l.draft, l.err
}

func (l *prepLibrary) Create(p model.Posting, _ model.CreateVacancy) (kit.File, error) {
	l.created = append(l.created, p.Name)
	return &prepFile{path: "/new"}, l.err
}
func (l *prepLibrary) Sample() (kit.File, error) { return &prepFile{path: "/sample"}, l.err }
func (l *prepLibrary) ReadCandidates(p string) (model.Intake, error) {
	return model.Intake{Source: path.Base(p)}, l.err
}

func (l *prepLibrary) ReadCandidatesAs(p string, m model.Mapping) (model.Intake, error) {
	l.mapping = &m
	return model.Intake{Source: path.Base(p), Rows: slices.Values(l.rows)}, l.err
}

func (l *prepLibrary) Header(p string) (model.Header, error) {
	if l.header == nil || l.kept != nil {
		return model.Header{Source: path.Base(p), Known: true}, l.err
	}
	return *l.header, l.err
}

func (l *prepLibrary) Remember(_ model.Header, m model.Mapping) error {
	l.kept = &m
	return l.err
}

func (l *prepLibrary) Fields() []string { return []string{"reference", "name", "email", "job1_from"} }

func (l *prepLibrary) SaveProblems(_, source string, r model.IntakeReport) (string, error) {
	return fmt.Sprintf("/home/panel/shortlist/problems of %s.csv", source), l.err
}

func (l *prepLibrary) ExportFormats() []kit.Format {
	return []kit.Format{{Name: "md", Says: "a report to read or print", Ext: "md"}, {Name: "csv", Says: "the matrix of ratings for a spreadsheet", Ext: "csv"}, {Name: "json", Says: "everything, for other programs", Ext: "json"}}
}

// prep is a desk with the library and file of preparing.
type prep struct {
	*desk
	at      *prepFile
	library *prepLibrary
}

// prepVacancy is what the invented posting says.
func prepVacancy() model.CreateVacancy {
	at := func(class model.Class, line int, text string) model.Criterion {
		return model.Criterion{Class: class, Text: text, Lines: model.Lines{From: line, To: line}, Requirement: requirement.Parse(text)}
	}
	two := 2
	return model.CreateVacancy{
		Vacancy: model.Vacancy{
			Title: "Harbour Pilot", Organisation: "Ostmark Port Office", Requisition: "4711", Grade: "G12", Location: "Ostmark",
			ClosingDate: requirement.Date{Year: 2025, Month: 1, Day: 7}, DirectReports: &two,
			Clearance:    model.Clearance{Level: requirement.ClearanceNS, Mode: requirement.ClearanceSubjectToReceipt},
			Eligibility:  []model.Eligibility{{ID: "G1", Kind: "nationality", Text: "Candidates must be nationals of a member of NATO.", Lines: model.Lines{From: 20, To: 20}}},
			Competencies: []model.Competency{{Name: "Clear Thinking", Phrase: "Sees what the tide hides"}, {Name: "Teamwork", Phrase: "Shares the bridge"}},
			Warnings:     []model.Warning{{Line: 4, Code: "tide"}}, // of no program that there is yet,
			Posting:      model.PostingRef{Name: "pilot.txt", Format: "text", Lines: 20},
		},
		Criteria: []model.Criterion{
			at(model.Essential, 7, "hold a university degree in navigation or a related field"),
			at(model.Essential, 8, "have at least 5 years of experience in piloting large vessels"),
			at(model.Essential, 9, "know the rules of the road at sea"),
			at(model.Essential, 10, "Language level: V (Advanced) in one of the two official languages; I (Beginner) in the other"),
			at(model.Desirable, 13, "have skill in training apprentices"),
			at(model.Desirable, 14, "hold a valid NATO SECRET clearance"),
		},
	}
}

// newPrep makes a desk where a vacancy is prepared by its chair.
func newPrep(t testing.TB, v model.CreateVacancy) *prep {
	d := &desk{
		t: t, file: &deskFile{texts: map[string]model.Text{}}, board: model.NewBoard(),
		clock: time.Date(2025, 1, 8, 9, 0, 0, 0, time.UTC),
	}
	p := &prep{desk: d, at: &prepFile{
		deskFile: d.file, path: "/home/panel/shortlist/pilot.shortlist",
		source: model.Posting{Name: "pilot.txt", Format: "text", Text: prepPosting, SHA256: strings.Repeat("ab12", 16)},
	}}
	entry := func(p string, folder bool, size int64) kit.Entry {
		return kit.Entry{Name: path.Base(p), Path: p, Folder: folder, Size: size}
	}
	p.library = &prepLibrary{draft: prepVacancy(), folders: map[string][]kit.Entry{
		"/home/panel": {
			{Name: "..", Path: "/home", Folder: true},
			entry("/home/panel/postings", true, 0),
			entry("/home/panel/pilot.txt", false, 1234), entry("/home/panel/people.csv", false, 45_678_901),
			entry("/home/panel/holiday.jpg", false, 3_000_000), entry("/home/panel/old.shortlist", false, 65536),
		},
		"/home/panel/postings": {{Name: "..", Path: "/home/panel", Folder: true}, entry("/home/panel/postings/cook.html", false, 99)},
	}}
	d.env = &kit.Env{Library: p.library, File: p.at, Theme: kit.NewTheme(true), Text: &kit.Text{}}
	d.must("", v)
	d.must("", model.AddMember{Name: "Anna Berg", Role: model.Chair})
	d.must(anna, model.AddMember{Name: "Bruno Costa", Role: model.RoleMember})
	d.must(anna, model.AddMember{Name: "Sofia Lind", Role: model.RoleSecretary})
	d.env.Me = anna
	return p
}

// shows puts a screen up in a size.
func (p *prep) shows(r kit.Route, width, height int) *prep {
	p.screen = Make(p.env, r)
	p.screen.Resize(width, height)
	p.carry(p.screen.Refresh(p.board))
	return p
}

// forms goes through a form that was asked for: its page is put up.
func (p *prep) follows() *prep {
	p.t.Helper()
	push, ok := p.last().(kit.Push)
	if !ok {
		p.t.Fatalf("no page was asked for but %+v", p.last())
	}
	return p.shows(push.Route, 80, 21)
}

// types presses the keys of a text.
func (p *prep) types(s string) *prep {
	for _, r := range s {
		if r == ' ' {
			p.keys("space")
		} else {
			p.keys(string(r))
		}
	}
	return p
}

// bodies are those in which every page is drawn: the body of 80×24 and of 120×40.
var bodies = map[string][2]int{"80x24": {80, 21}, "120x40": {120, 36}}

// list shows every criterion in a line: what the tests of changes compare.
func (p *prep) list() []string {
	var out []string
	for _, k := range p.board.Criteria {
		out = append(out, p.board.Label(k.ID)+" "+k.Text+" | "+requirement.Sentence(k.Requirement))
	}
	return out
}

// short is list with the first words only.
func (p *prep) short() string {
	var out []string
	for _, k := range p.board.Criteria {
		words := strings.Fields(k.Text)
		out = append(out, p.board.Label(k.ID)+" "+strings.Join(words[:min(3, len(words))], " "))
	}
	return strings.Join(out, ", ")
}

func same(t testing.TB, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// keyWhy is the reason for which a key does nothing on the page now.
func (p *prep) keyWhy(key string) string {
	for _, b := range p.screen.Keys() {
		if slices.Contains(b.Binding.Keys(), key) {
			return b.Why
		}
	}
	return "no such key"
}

// takenError says that a file is there already.
type takenError struct{}

func (takenError) Error() string { return "taken" }
func (takenError) Taken() bool   { return true }

var errDisk = errors.New("the disk has gone")

func paste(s string) tea.PasteMsg { return tea.PasteMsg{Content: s} }
