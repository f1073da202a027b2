package screens

import (
	"errors"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

func prepList() []model.Summary {
	return []model.Summary{
		{Path: "/home/panel/shortlist/pilot.shortlist", Title: "Harbour Pilot", Phase: model.Screening, Candidates: 14, Criteria: 6, Submitted: 12, Expected: 42},
		{Path: "/home/panel/shortlist/cook.shortlist", Title: "Cook \x1b[31mred", Phase: model.Preparing, Criteria: 9},
		{Path: "/home/panel/shortlist/broken.shortlist", Trouble: "This file is damaged. The newest good backup is broken.3.shortlist: open that one."},
		{Path: "/home/panel/shortlist/clerk.shortlist", Title: "Clerk " + strings.Repeat("of the many stores ", 9), Phase: model.Decided, Candidates: 120_000, Submitted: 99, Expected: 99},
	}
}

func TestHomePage(t *testing.T) {
	t.Parallel()
	for size, wh := range bodies {
		for name, tc := range map[string]struct {
			set  func(*prep)
			keys []string
		}{
			"empty":                 {func(*prep) {}, nil},
			"list":                  {func(p *prep) { p.library.list = prepList() }, nil},
			"broken file":           {func(p *prep) { p.library.list = prepList() }, []string{"down", "down"}},
			"filtered":              {func(p *prep) { p.library.list = prepList() }, []string{"/", "p", "i", "l"}},
			"filtered to nothing":   {func(p *prep) { p.library.list = prepList() }, []string{"/", "x", "x", "enter"}},
			"folder not readable":   {func(p *prep) { p.library.err = errDisk }, nil},
			"a file from elsewhere": {func(*prep) {}, []string{"f"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, prepVacancy())
				tc.set(p)
				p.shows(kit.Route{Screen: kit.Home}, wh[0], wh[1]).keys(tc.keys...)
				p.golden(wh[0], wh[1])
			})
		}
	}
}

func TestHomeKeys(t *testing.T) {
	t.Parallel()
	open := func(path string) kit.Effect { return kit.Open{Path: path} }
	for name, tc := range map[string]struct {
		list []model.Summary
		keys []string
		want kit.Effect
	}{
		"enter opens":                      {prepList(), []string{"enter"}, open("/home/panel/shortlist/pilot.shortlist")},
		"enter opens the selected one":     {prepList(), []string{"j", "enter"}, open("/home/panel/shortlist/cook.shortlist")},
		"enter opens what the filter left": {prepList(), []string{"/", "c", "l", "e", "enter", "enter"}, open("/home/panel/shortlist/clerk.shortlist")},
		"n makes one of a posting":         {nil, []string{"n"}, kit.Push{Route: kit.Route{Screen: kit.New}}},
		"s opens the sample":               {nil, []string{"s"}, kit.Opened{File: newNamed("/sample")}},
		"f opens one from elsewhere":       {nil, []string{"f", "down", "down", "enter"}, open("/home/panel/old.shortlist")},
		"f takes a path":                   {nil, []string{"f", "/", "x", ".", "s", "enter"}, open("/x.s")},
		"nothing to open":                  {nil, []string{"enter"}, kit.Note{Text: "There is no vacancy to open yet: n makes one, m begins with a bundle, s opens the sample."}},
		"other keys do nothing":            {prepList(), []string{"x", "0", "=", "ctrl+a"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy())
			p.library.list = tc.list
			p.shows(kit.Route{Screen: kit.Home}, 80, 21).keys(tc.keys...)
			if got, ok := p.last().(kit.Opened); ok {
				same(t, tc.want.(kit.Opened).File.Path(), got.File.Path())
				return
			}
			same(t, tc.want, p.last())
		})
	}
}

func TestHomeClosesWhatIsOpen(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"f"}, {"/"}, {"/", "p", "enter"}} {
		p := newPrep(t, prepVacancy())
		p.library.list = prepList()
		p.shows(kit.Route{Screen: kit.Home}, 80, 21).keys(keys...)
		back := p.screen.(kit.Backed)
		if _, done := back.Back(); !done {
			t.Errorf("%v: nothing to close", keys)
		}
		if _, done := back.Back(); done || p.screen.(kit.Capturing).Capturing() {
			t.Errorf("%v: something is still open", keys)
		}
	}
}

func TestNewPage(t *testing.T) {
	t.Parallel()
	for size, wh := range bodies {
		for name, tc := range map[string]struct {
			set  func(*prep)
			keys []string
		}{
			"choose":         {func(*prep) {}, nil},
			"part of a name": {func(*prep) {}, []string{"p", "o"}},
			"path":           {func(*prep) {}, []string{"a", "/", "b"}},
			"understood":     {func(*prep) {}, []string{"down", "down", "enter"}},
			"not readable":   {func(p *prep) { p.library.err = errDisk }, nil},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, prepVacancy())
				tc.set(p)
				p.shows(kit.Route{Screen: kit.New}, wh[0], wh[1]).keys(tc.keys...)
				p.golden(wh[0], wh[1])
			})
		}
	}
}

func TestNewMakesAVacancy(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		do   func(*prep)
		want []string
	}{
		"of a file":              {func(p *prep) { p.keys("down", "down", "enter", "enter") }, []string{"pilot.txt"}},
		"of a file in a folder":  {func(p *prep) { p.keys("up", "enter", "enter", "enter") }, []string{"cook.html"}},
		"of a path":              {func(p *prep) { p.types("/elsewhere/post.txt").keys("enter", "enter") }, []string{"post.txt"}},
		"of a path nearby":       {func(p *prep) { p.types("sub/post.txt").keys("enter", "enter") }, []string{"post.txt"}},
		"of a path in quotes":    {func(p *prep) { p.send(paste(" '/else where/post.txt'\n")).keys("enter", "enter") }, []string{"post.txt"}},
		"of a pasted text":       {func(p *prep) { p.send(paste(prepPosting)).keys("enter") }, []string{"pasted text"}},
		"of a text in a field":   {func(p *prep) { p.keys("ctrl+t").write(prepPosting).keys("enter") }, []string{"pasted text"}},
		"not before it is asked": {func(p *prep) { p.keys("down", "down", "enter") }, nil},
		"not after going back": {func(p *prep) {
			p.keys("down", "down", "enter")
			p.screen.(kit.Backed).Back()
			p.types("nothing here").keys("enter")
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.New}, 80, 21)
			tc.do(p)
			same(t, tc.want, p.library.created)
			if _, opened := p.last().(kit.Opened); opened != (tc.want != nil) {
				t.Errorf("got %+v", p.last())
			}
		})
	}
}

func TestNewSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.New}, 80, 21)
	p.library.err = &model.Error{Code: model.Invalid, Message: "This file is empty: choose another one."}
	p.keys("down", "down", "enter")
	if !strings.Contains(p.view(), "✗ This file is empty: choose another one.") {
		t.Errorf("not said:\n%s", p.view())
	}
	p.library.err = nil
	p.keys("enter")
	p.library.err = errors.New("no room")
	p.keys("enter")
	if _, ok := p.last().(kit.Fail); !ok {
		t.Errorf("got %+v", p.last())
	}
}

func TestPickerWalksFolders(t *testing.T) {
	t.Parallel()
	p := newPrep(t, prepVacancy()).shows(kit.Route{Screen: kit.New}, 80, 21)
	p.keys("up", "enter")
	if !strings.Contains(p.view(), "in /home/panel/postings") {
		t.Errorf("not in the folder:\n%s", p.view())
	}
	p.keys("backspace")
	if !strings.Contains(p.view(), "in /home/panel\n") {
		t.Errorf("not in the folder above:\n%s", p.view())
	}
	p.keys("enter", "down", "enter")
	p.send(kit.Click{X: 4, Y: 5})
	p.send(kit.Wheel{X: 4, Y: 5, By: 1})
}
