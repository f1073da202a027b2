package home

import (
	"errors"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestHomePage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			set  func(*tuitest.Prep)
			keys []string
		}{
			"empty":                 {func(*tuitest.Prep) {}, nil},
			"list":                  {func(p *tuitest.Prep) { p.Library.Summaries = tuitest.Summaries() }, nil},
			"broken file":           {func(p *tuitest.Prep) { p.Library.Summaries = tuitest.Summaries() }, []string{"down", "down"}},
			"filtered":              {func(p *tuitest.Prep) { p.Library.Summaries = tuitest.Summaries() }, []string{"/", "p", "i", "l"}},
			"filtered to nothing":   {func(p *tuitest.Prep) { p.Library.Summaries = tuitest.Summaries() }, []string{"/", "x", "x", "enter"}},
			"folder not readable":   {func(p *tuitest.Prep) { p.Library.Err = tuitest.ErrDisk }, nil},
			"a file from elsewhere": {func(*tuitest.Prep) {}, []string{"f"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy())
				tc.set(p)
				p.Shows(kit.Route{Screen: kit.Home}, wh[0], wh[1]).Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
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
		"enter opens":                      {tuitest.Summaries(), []string{"enter"}, open("/home/panel/shortlist/pilot.shortlist")},
		"enter opens the selected one":     {tuitest.Summaries(), []string{"j", "enter"}, open("/home/panel/shortlist/cook.shortlist")},
		"enter opens what the filter left": {tuitest.Summaries(), []string{"/", "c", "l", "e", "enter", "enter"}, open("/home/panel/shortlist/clerk.shortlist")},
		"n makes one of a posting":         {nil, []string{"n"}, kit.Push{Route: kit.Route{Screen: kit.New}}},
		"s opens the sample":               {nil, []string{"s"}, kit.Opened{File: tuitest.NewNamedFile("/sample")}},
		"f opens one from elsewhere":       {nil, []string{"f", "down", "down", "enter"}, open("/home/panel/old.shortlist")},
		"f takes a path":                   {nil, []string{"f", "/", "x", ".", "s", "enter"}, open("/x.s")},
		"nothing to open":                  {nil, []string{"enter"}, kit.Note{Text: "There is no vacancy to open yet: n makes one, m begins with a bundle, s opens the sample."}},
		"other keys do nothing":            {tuitest.Summaries(), []string{"x", "0", "=", "ctrl+a"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			p.Library.Summaries = tc.list
			p.Shows(kit.Route{Screen: kit.Home}, 80, 21).Keys(tc.keys...)
			if got, ok := p.Last().(kit.Opened); ok {
				tuitest.Same(t, tc.want.(kit.Opened).File.Path(), got.File.Path())
				return
			}
			tuitest.Same(t, tc.want, p.Last())
		})
	}
}

func TestHomeClosesWhatIsOpen(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"f"}, {"/"}, {"/", "p", "enter"}} {
		p := newPrep(t, tuitest.PilotVacancy())
		p.Library.Summaries = tuitest.Summaries()
		p.Shows(kit.Route{Screen: kit.Home}, 80, 21).Keys(keys...)
		back := p.Screen.(kit.Backed)
		if _, done := back.Back(); !done {
			t.Errorf("%v: nothing to close", keys)
		}
		if _, done := back.Back(); done || p.Screen.(kit.Capturing).Capturing() {
			t.Errorf("%v: something is still open", keys)
		}
	}
}

func TestNewPage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.Bodies {
		for name, tc := range map[string]struct {
			set  func(*tuitest.Prep)
			keys []string
		}{
			"choose":         {func(*tuitest.Prep) {}, nil},
			"part of a name": {func(*tuitest.Prep) {}, []string{"p", "o"}},
			"path":           {func(*tuitest.Prep) {}, []string{"a", "/", "b"}},
			"understood":     {func(*tuitest.Prep) {}, []string{"down", "down", "enter"}},
			"not readable":   {func(p *tuitest.Prep) { p.Library.Err = tuitest.ErrDisk }, nil},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy())
				tc.set(p)
				p.Shows(kit.Route{Screen: kit.New}, wh[0], wh[1]).Keys(tc.keys...)
				p.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestNewMakesAVacancy(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		do   func(*tuitest.Prep)
		want []string
	}{
		"of a file":              {func(p *tuitest.Prep) { p.Keys("down", "down", "enter", "enter") }, []string{"pilot.txt"}},
		"of a file in a folder":  {func(p *tuitest.Prep) { p.Keys("up", "enter", "enter", "enter") }, []string{"cook.html"}},
		"of a path":              {func(p *tuitest.Prep) { p.Types("/elsewhere/post.txt").Keys("enter", "enter") }, []string{"post.txt"}},
		"of a path nearby":       {func(p *tuitest.Prep) { p.Types("sub/post.txt").Keys("enter", "enter") }, []string{"post.txt"}},
		"of a path in quotes":    {func(p *tuitest.Prep) { p.Send(tuitest.Paste(" '/else where/post.txt'\n")).Keys("enter", "enter") }, []string{"post.txt"}},
		"of a pasted text":       {func(p *tuitest.Prep) { p.Send(tuitest.Paste(tuitest.PilotPosting)).Keys("enter") }, []string{"pasted text"}},
		"of a text in a field":   {func(p *tuitest.Prep) { p.Keys("ctrl+t").Write(tuitest.PilotPosting).Keys("enter") }, []string{"pasted text"}},
		"not before it is asked": {func(p *tuitest.Prep) { p.Keys("down", "down", "enter") }, nil},
		"not after going back": {func(p *tuitest.Prep) {
			p.Keys("down", "down", "enter")
			p.Screen.(kit.Backed).Back()
			p.Types("nothing here").Keys("enter")
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.New}, 80, 21)
			tc.do(p)
			tuitest.Same(t, tc.want, p.Library.Created)
			if _, opened := p.Last().(kit.Opened); opened != (tc.want != nil) {
				t.Errorf("got %+v", p.Last())
			}
		})
	}
}

func TestNewSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.New}, 80, 21)
	p.Library.Err = &model.Error{Code: model.Invalid, Message: "This file is empty: choose another one."}
	p.Keys("down", "down", "enter")
	if !strings.Contains(p.View(), "✗ This file is empty: choose another one.") {
		t.Errorf("not said:\n%s", p.View())
	}
	p.Library.Err = nil
	p.Keys("enter")
	p.Library.Err = errors.New("no room")
	p.Keys("enter")
	if _, ok := p.Last().(kit.Fail); !ok {
		t.Errorf("got %+v", p.Last())
	}
}

func TestPickerWalksFolders(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.New}, 80, 21)
	p.Keys("up", "enter")
	if !strings.Contains(p.View(), "in /home/panel/postings") {
		t.Errorf("not in the folder:\n%s", p.View())
	}
	p.Keys("backspace")
	if !strings.Contains(p.View(), "in /home/panel\n") {
		t.Errorf("not in the folder above:\n%s", p.View())
	}
	p.Keys("enter", "down", "enter")
	p.Send(kit.Click{X: 4, Y: 5})
	p.Send(kit.Wheel{X: 4, Y: 5, By: 1})
}
