package screens

import (
	"fmt"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

func badReport() model.IntakeReport {
	r := model.IntakeReport{Read: 14, New: 12, Known: 2}
	for i := range 40 {
		r.Problems = append(r.Problems, model.Problem{
			File: "people.csv", Line: i + 2, Column: 3, Field: "job1_from", Warning: i%4 == 3,
			Message: fmt.Sprintf("“%d.13.2020” is no date: write 2020-01-31 or 2020-01. The day and the month may stand the other way round in this file.", i+1),
		})
		if i%4 != 3 {
			r.Bad++
		}
	}
	return r
}

func TestImportPage(t *testing.T) {
	t.Parallel()
	good := model.IntakeReport{Read: 14, New: 12, Known: 2}
	note := good
	note.Problems = []model.Problem{{File: "people.csv", Line: 9, Field: "clearance", Message: "“GEHEIM” is kept as written: the level is not in the table.", Warning: true}}
	for size, wh := range bodies {
		for name, tc := range map[string]struct {
			report model.IntakeReport
			keys   []string
		}{
			"choose":    {good, nil},
			"good":      {good, []string{"p", "e", "o", "enter"}},
			"remarks":   {note, []string{"p", "e", "o", "enter"}},
			"problems":  {badReport(), []string{"p", "e", "o", "enter", "down", "down", "down"}},
			"nobody":    {model.IntakeReport{Read: 3, Known: 3}, []string{"p", "e", "o", "enter"}},
			"no file":   {good, []string{"z", "z", "z", "enter"}},
			"taken in":  {good, []string{"p", "e", "o", "enter", "enter"}},
			"not taken": {badReport(), []string{"p", "e", "o", "enter", "enter"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, prepVacancy())
				p.file.Report = new(tc.report)
				p.shows(kit.Route{Screen: kit.Import}, wh[0], wh[1]).keys(tc.keys...)
				p.golden(wh[0], wh[1])
			})
		}
	}
}

func TestImport(t *testing.T) {
	t.Parallel()
	choose := []string{"p", "e", "o", "enter"}
	for name, tc := range map[string]struct {
		report model.IntakeReport
		set    func(*prep)
		staged []bool
		in     int
		said   string
	}{
		"a good file is read dry, then taken in":  {model.IntakeReport{Read: 12, New: 12}, func(*prep) {}, []bool{true, false}, 12, "12 candidates taken in."},
		"a file with a problem is not taken in":   {badReport(), func(*prep) {}, []bool{true}, 0, "Nothing is taken in while there are problems: correct the file, then choose it again (i)."},
		"a file with nobody new is not taken in":  {model.IntakeReport{Read: 2, Known: 2}, func(*prep) {}, []bool{true}, 0, "There is nobody new in this file."},
		"a member who only rates takes nobody in": {model.IntakeReport{Read: 12, New: 12}, func(p *prep) { p.env.Me = bruno }, []bool{true}, 0, "You are a member here: only the chair or the secretary does this."},
		"a file that fails says so":               {model.IntakeReport{}, func(p *prep) { p.file.Broken = errDisk }, []bool{true, true}, 0, ""},
		"the secretary takes candidates in":       {model.IntakeReport{Read: 1, New: 1}, func(p *prep) { p.env.Me = carla }, []bool{true, false}, 1, "1 candidate taken in."},
		"numbers go on behind those that are there": {model.IntakeReport{Read: 2, New: 2}, func(p *prep) {
			p.must(anna, model.AddCandidates{Arrival: model.Arrival{First: 1, Count: 5, Source: "a"}})
		}, []bool{true, false}, 7, "2 candidates taken in."},
		"the rules may be sealed while candidates join": {model.IntakeReport{Read: 2, New: 2}, func(p *prep) { p.seal() }, []bool{true, false}, 2, "2 candidates taken in."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			p.file.Report = new(tc.report)
			tc.set(p)
			p.shows(kit.Route{Screen: kit.Import}, 80, 21).keys(choose...).keys("enter")
			same(t, tc.staged, p.file.Staged)
			same(t, tc.in, p.board.Candidates)
			same(t, tc.said, p.note())
		})
	}
}

func TestImportGoesOn(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy())
	p.file.Report = new(model.IntakeReport{Read: 12, New: 12})
	p.shows(kit.Route{Screen: kit.Import}, 80, 21).keys("p", "e", "o", "enter", "enter")
	same(t, kit.Effect(kit.Replace{Route: kit.Route{Screen: kit.Candidates}}), p.last())
	p.keys("enter")
	same(t, "These candidates are in already. esc goes back.", p.note())
}

func TestExportPage(t *testing.T) {
	t.Parallel()
	for size, wh := range bodies {
		for name, tc := range map[string]struct {
			set  func(*prep)
			keys []string
		}{
			"before the reveal": {func(*prep) {}, nil},
			"no vote":           {func(p *prep) { p.env.Me = carla }, []string{"down"}},
			"revealed":          {func(p *prep) { p.seal(); p.must(anna, model.RevealRatings{Reason: "The time is up."}) }, nil},
			"written":           {func(*prep) {}, []string{"enter"}},
			"failed":            {func(p *prep) { p.file.Broken = errDisk }, []string{"enter"}},
			"typing a path":     {func(*prep) {}, []string{"w", "2"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, prepVacancy())
				tc.set(p)
				p.shows(kit.Route{Screen: kit.Export}, wh[0], wh[1]).keys(tc.keys...)
				p.golden(wh[0], wh[1])
			})
		}
	}
}

func TestExport(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		me   model.MemberID
		keys []string
		want []string
	}{
		"the format and its path":       {anna, []string{"enter"}, []string{"M1 md /home/panel/shortlist/pilot.md"}},
		"the path follows the format":   {bruno, []string{"down", "enter"}, []string{"M2 csv /home/panel/shortlist/pilot.csv"}},
		"a typed path stays":            {anna, []string{"w", "ctrl+u", "/", "a", "enter"}, []string{"M1 md /a"}},
		"a path left empty":             {anna, []string{"w", "ctrl+u", "enter"}, []string{"M1 md "}},
		"keys are text while typing":    {anna, []string{"w", "ctrl+u", "q", "j", "enter"}, []string{"M1 md qj"}},
		"nobody chosen writes nothing":  {"", []string{"enter"}, nil},
		"other keys write nothing":      {anna, []string{"x", "0", "space"}, nil},
		"the last format":               {anna, []string{"G", "enter"}, []string{"M1 json /home/panel/shortlist/pilot.json"}},
		"a typed path is for all":       {anna, []string{"w", "ctrl+u", "b", "enter", "down", "enter"}, []string{"M1 md b", "M1 csv b"}},
		"writing again writes it again": {anna, []string{"enter", "enter"}, []string{"M1 md /home/panel/shortlist/pilot.md", "M1 md /home/panel/shortlist/pilot.md"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			p.env.Me = tc.me
			p.shows(kit.Route{Screen: kit.Export}, 80, 21).keys(tc.keys...)
			same(t, tc.want, p.file.Exported)
		})
	}
}

// What is there already is replaced only when the user says so.
func TestExportAsksBeforeReplacing(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy())
	p.file.Present = []string{"/home/panel/shortlist/pilot.md"}
	p.shows(kit.Route{Screen: kit.Export}, 80, 21).keys("enter")
	ask, ok := p.last().(kit.Ask)
	if !ok || ask.Answers[0].Effects != nil || strings.Contains(p.view(), "Written") {
		t.Fatalf("%+v\n%s", p.last(), p.view())
	}
	same(t, "/home/panel/shortlist/pilot.md is there already.", ask.Text)
	p.carry(ask.Answers[1].Effects)
	if !strings.Contains(p.view(), "✓ Written: /home/panel/shortlist/pilot.md") {
		t.Error(p.view())
	}
}

func TestPostingSide(t *testing.T) {
	t.Parallel()
	for size, wh := range bodies {
		for name, tc := range map[string]struct {
			set  func(*prep)
			keys []string
		}{
			"at a criterion":      {func(*prep) {}, []string{"j", "enter"}},
			"between two entries": {func(*prep) {}, []string{"enter", "g", "j", "j"}},
			"next marked":         {func(*prep) {}, []string{"enter", "]", "]", "n", "["}},
			"searching":           {func(*prep) {}, []string{"enter", "/", "t", "i", "d"}},
			"found":               {func(*prep) {}, []string{"enter", "/", "t", "i", "d", "enter", "]"}},
			"nothing found":       {func(*prep) {}, []string{"enter", "/", "x", "y", "enter"}},
			"marking lines":       {func(*prep) {}, []string{"enter", "space", "j", "j"}},
			"at a warning":        {func(*prep) {}, []string{"enter", "!"}},
			"several on a line": {func(p *prep) {
				p.must(anna, model.EditCriterion{Criterion: 2, Text: "x", Lines: model.Lines{From: 7, To: 8}})
			}, []string{"enter"}},
			"without posting": {func(p *prep) { p.file.Text = model.Posting{} }, []string{"enter"}},
			"not readable":    {func(p *prep) { p.file.Broken = errDisk }, []string{"enter"}},
			"lines beyond the text": {func(p *prep) {
				p.must(anna, model.EditCriterion{Criterion: 1, Text: "x", Lines: model.Lines{From: 19, To: 1 << 50}})
			}, []string{"enter"}},
			"wild text":               {func(p *prep) { p.file.Text.Text = strings.Repeat("\x1b[2J\u202e山 wild\t", 200) + "\r\n\x00end" }, []string{"enter"}},
			"sealed rules still read": {func(p *prep) { p.seal() }, []string{"enter", "space", "a"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, prepVacancy())
				tc.set(p)
				p.shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1]).keys(tc.keys...)
				p.golden(wh[0], wh[1])
			})
		}
	}
}

func TestPostingSaysWhereItEnds(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.keys("enter", "g", "[")
	same(t, "No marked line further up.", p.note())
	p.keys("G", "]")
	same(t, "No marked line further down.", p.note())
	p.keys("/", "T", "i", "d", "e", "enter", "]", "]")
	same(t, "No line with these words further down.", p.note())
	for _, what := range []string{"esc ends the search first", "esc goes back to the criteria then"} {
		if _, done := p.screen.(kit.Backed).Back(); !done {
			t.Error(what)
		}
	}
	if _, done := p.screen.(kit.Backed).Back(); done {
		t.Error("there is nothing more to go back from")
	}
}

func TestPanelPage(t *testing.T) {
	t.Parallel()
	for size, wh := range bodies {
		for name, set := range map[string]func(*prep){
			"preparing": func(*prep) {},
			"screening": func(p *prep) {
				p.must(anna, model.AddCandidates{Arrival: model.Arrival{First: 1, Count: 3, Source: "a"}})
				p.seal()
				p.rate(bruno, 1, model.Met, "3")
				p.must(bruno, model.SubmitAssessment{Candidate: 1})
				p.must(anna, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
			},
			"with PINs": func(p *prep) {
				p.must(anna, model.SetPIN{Lock: []byte("x")})
				p.must(bruno, model.SetPIN{Lock: []byte("x")})
			},
			"nobody":  func(p *prep) { p.board = model.NewBoard() },
			"too few": func(p *prep) { p.must(anna, model.RemoveMember{Member: bruno}) },
			"long names": func(p *prep) {
				p.must(anna, model.AddMember{Name: strings.Repeat("Élodie ", 12), Role: model.RoleObserver})
			},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, prepVacancy())
				set(p)
				p.shows(kit.Route{Screen: kit.Panel}, wh[0], wh[1]).golden(wh[0], wh[1])
			})
		}
	}
}

func TestPanelKeys(t *testing.T) {
	t.Parallel()
	push := func(path string) kit.Effect { return kit.Push{Route: kit.Route{Screen: kit.Criterion, Path: path}} }
	for name, tc := range map[string]struct {
		me   model.MemberID
		keys []string
		want kit.Effect
	}{
		"a adds":                              {anna, []string{"a"}, push("member")},
		"w changes the selected one":          {anna, []string{"j", "w"}, push("member M2")},
		"@ switches":                          {bruno, []string{"@"}, kit.Who{}},
		"nobody takes themself off":           {anna, []string{"d"}, kit.Note{Text: "You cannot take yourself off the panel: another chair has to."}},
		"a member who only rates adds nobody": {bruno, []string{"a"}, kit.Note{Text: "You are a member here: only the chair or the secretary does this."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			p.env.Me = tc.me
			p.shows(kit.Route{Screen: kit.Panel}, 80, 21).keys(tc.keys...)
			same(t, tc.want, p.last())
		})
	}
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.Panel}, 80, 21)
	p.keys("j", "d").answer("Keep")
	same(t, 3, len(p.board.Panel()))
	p.keys("d").answer("Take off")
	same(t, 2, len(p.board.Panel()))
}

// Whatever is pressed on a page, nothing breaks, and every page keeps to any size.
func TestPagesBearWrongKeysAndSizes(t *testing.T) {
	t.Parallel()
	keys := strings.Split("up down left right pgup pgdown home end g G enter tab shift+tab space backspace delete ctrl+s ctrl+u ctrl+t ctrl+o a b c d e f i j k l n o p r s t u v w x y A D E H J K L M N O P R S T X 0 4 - = + / enter [ ] enter space m a n ! y @ é 山", " ")
	for _, name := range []kit.Name{kit.Home, kit.New, kit.Vacancy, kit.Criterion, kit.Panel, kit.Import, kit.Export} {
		t.Run(string(name), func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			p.library.list = prepList()
			p.file.Report = new(badReport())
			p.shows(kit.Route{Screen: name}, 80, 21)
			for i, k := range keys {
				p.keys(k)
				wh := [][2]int{{80, 21}, {40, 10}, {120, 36}, {20, 5}, {200, 57}, {3, 1}, {0, 0}}[i%7]
				p.screen.Resize(wh[0], wh[1])
				p.screen.Keys()
				if c, ok := p.screen.(kit.Cursored); ok {
					c.Cursor()
				}
				view := p.screen.View()
				if wh[0] < 40 { // the program shows a sentence instead
					continue
				}
				if n := strings.Count(view, "\n") + 1; n > wh[1] {
					t.Errorf("after %s: %d lines in a height of %d:\n%s", k, n, wh[1], p.view())
				}
				for _, l := range strings.Split(view, "\n") {
					if w := p.env.Text.Width(l); w > wh[0] {
						t.Errorf("after %s: %d cells in a width of %d: %q", k, w, wh[0], l)
					}
				}
			}
		})
	}
}
