package home

// This file tries the page of one's own card, the passphrases, and beginning with a bundle.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

// cardDesk is the program before there is any vacancy.
func cardDesk(t testing.TB) (*tuitest.Desk, *tuitest.CardLibrary) {
	d := newDesk(t)
	d.Env.File = nil
	l := &tuitest.CardLibrary{Brings: model.NewVacancy{
		Title: "Depot Planner", From: "Anna Berg",
		Text: "From Anna Berg: 9 entries about the vacancy and the panel, 14 candidates. The check sum of the sender's card is KLMNO-PQRST: compare it with them before you rely on it.",
	}}
	d.Env.Library = l
	return d, l
}

func TestCardPage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.FormBodies {
		for name, do := range map[string]func(*tuitest.Desk, *tuitest.CardLibrary){
			"none": func(*tuitest.Desk, *tuitest.CardLibrary) {},
			"made": func(d *tuitest.Desk, _ *tuitest.CardLibrary) { d.Keys("c").Write("Ida Holm").Write("") },
			"locked": func(d *tuitest.Desk, _ *tuitest.CardLibrary) {
				d.Keys("c").Write("Ida Holm").Write("a word").Write("a word")
			},
			"saved": func(d *tuitest.Desk, _ *tuitest.CardLibrary) {
				d.Keys("c").Write("Ida Holm").Write("").Keys("w").Write("/home/ida/card.txt")
			},
			"bad disk": func(d *tuitest.Desk, _ *tuitest.CardLibrary) { d.Send(kit.Done{Key: cardSave, Err: tuitest.ErrDisk}) },
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				d, l := cardDesk(t)
				d.Open("", wh[0], wh[1], kit.Route{Screen: kit.Card})
				do(d, l)
				d.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestACardIsMadeSavedAndProtected(t *testing.T) {
	t.Parallel()
	d, l := cardDesk(t)
	l.Present = "/home/ida/card.txt"
	d.Open("", 80, 21, kit.Route{Screen: kit.Card}).Keys("w", "z")
	if d.Note() != "There is no card on this laptop yet: c makes one." {
		t.Errorf("said %q", d.Note())
	}
	d.Keys("c")
	if p, ok := d.Last().(kit.Prompt); !ok || p.Initial != "" {
		t.Errorf("a name is proposed: %+v", d.Last())
	}
	d.Write("")
	if d.Note() != "A card needs a name." {
		t.Errorf("said %q", d.Note())
	}
	d.Asked = nil
	d.Keys("c").Write("Ida Holm").Write(" a word ").Write("another")
	if p, ok := d.Last().(kit.Prompt); !ok || !strings.Contains(p.Text, "were not the same") || !p.Hidden || l.Card.Line != "" {
		t.Fatalf("two that differ: %+v", d.Last())
	}
	d.Write(" a word ").Write(" a word ")
	if l.Word != " a word " || !l.Card.Protected { // spaces belong to it
		t.Errorf("made under %q", l.Word)
	}
	d.Keys("w").Write("/home/ida/card.txt").Answer("Leave it").Answer("Replace it")
	tuitest.Same(t, []string{"/home/ida/card.txt"}, l.Saved)

	d.Keys("z").Write("wrong").Write("new").Write("new")
	if p, ok := d.Last().(kit.Prompt); !ok || !strings.Contains(p.Text, "not the passphrase") {
		t.Fatalf("a wrong one: %+v", d.Last())
	}
	d.Write(" a word ").Write("new").Write("new")
	if l.Word != "new" {
		t.Errorf("changed to %q", l.Word)
	}
	d.Keys("z").Write("new").Write("")
	if l.Word != "" || l.Card.Protected {
		t.Errorf("not taken away: %q", l.Word)
	}
	d.Keys("c")
	if !strings.Contains(d.Note(), "There is a card on this laptop already") {
		t.Errorf("made twice: %q", d.Note())
	}
}

func TestAMemberBeginsWithABundle(t *testing.T) {
	t.Parallel()
	d, l := cardDesk(t)
	l.Word = "a word"
	d.Open("", 80, 21, kit.Route{Screen: kit.Home}).Keys("m")
	if v := d.View(); !strings.Contains(v, "Choose the bundle that the chair sent you") || !strings.Contains(v, "for Bruno.bundle") || strings.Contains(v, "notes.txt") {
		t.Errorf("no bundle to choose:\n%s", v)
	}
	d.Keys("B", "r", "u", "enter").Write("a word")
	q, ok := d.Last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "Depot Planner") || !strings.Contains(q.Text, "KLMNO-PQRST") || len(l.Taken) > 0 {
		t.Fatalf("asked %+v, taken %v", d.Last(), l.Taken)
	}
	d.Answer("Take it in")
	if o, ok := d.Last().(kit.Opened); !ok || o.File.Path() != "/home/panel/shortlist/planner.shortlist" {
		t.Errorf("not opened: %+v", d.Last())
	}
	tuitest.Same(t, []string{"/media/stick/for Bruno.bundle"}, l.Taken)
	l.Brings.Here = "/home/panel/shortlist/planner.shortlist"
	d.Keys("m", "B", "r", "u", "enter").Answer("Open the vacancy")
	tuitest.Same(t, kit.Effect(kit.Open{Path: "/home/panel/shortlist/planner.shortlist"}), d.Last())
	tuitest.Same(t, kit.Effect(kit.Push{Route: kit.Route{Screen: kit.Card}}), d.Keys("c").Last())
}
