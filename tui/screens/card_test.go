package screens

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file tries the page of one's own card, the passphrases, and beginning with a bundle.

// cardDesk is the program before there is any vacancy.
func cardDesk(t testing.TB) (*desk, *cardBox) {
	d := newDesk(t)
	d.env.File = nil
	l := &cardBox{brings: model.NewVacancy{
		Title: "Depot Planner", From: "Anna Berg",
		Text: "From Anna Berg: 9 entries about the vacancy and the panel, 14 candidates. The check sum of the sender's card is KLMNO-PQRST: compare it with them before you rely on it.",
	}}
	d.env.Library = l
	return d, l
}

func TestCardPage(t *testing.T) {
	t.Parallel()
	for size, wh := range formBodies {
		for name, do := range map[string]func(*desk, *cardBox){
			"none":   func(*desk, *cardBox) {},
			"made":   func(d *desk, _ *cardBox) { d.keys("c").write("Ida Holm").write("") },
			"locked": func(d *desk, _ *cardBox) { d.keys("c").write("Ida Holm").write("a word").write("a word") },
			"saved": func(d *desk, _ *cardBox) {
				d.keys("c").write("Ida Holm").write("").keys("w").write("/home/ida/card.txt")
			},
			"bad disk": func(d *desk, _ *cardBox) { d.send(kit.Done{Key: cardSave, Err: errDisk}) },
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				d, l := cardDesk(t)
				d.open("", wh[0], wh[1], kit.Route{Screen: kit.Card})
				do(d, l)
				d.golden(wh[0], wh[1])
			})
		}
	}
}

func TestACardIsMadeSavedAndProtected(t *testing.T) {
	t.Parallel()
	d, l := cardDesk(t)
	l.there = "/home/ida/card.txt"
	d.open("", 80, 21, kit.Route{Screen: kit.Card}).keys("w", "z")
	if d.note() != "There is no card on this laptop yet: c makes one." {
		t.Errorf("said %q", d.note())
	}
	d.keys("c")
	if p, ok := d.last().(kit.Prompt); !ok || p.Initial != "" {
		t.Errorf("a name is proposed: %+v", d.last())
	}
	d.write("")
	if d.note() != "A card needs a name." {
		t.Errorf("said %q", d.note())
	}
	d.asked = nil
	d.keys("c").write("Ida Holm").write(" a word ").write("another")
	if p, ok := d.last().(kit.Prompt); !ok || !strings.Contains(p.Text, "were not the same") || !p.Hidden || l.card.Line != "" {
		t.Fatalf("two that differ: %+v", d.last())
	}
	d.write(" a word ").write(" a word ")
	if l.word != " a word " || !l.card.Protected { // spaces belong to it
		t.Errorf("made under %q", l.word)
	}
	d.keys("w").write("/home/ida/card.txt").answer("Leave it").answer("Replace it")
	same(t, []string{"/home/ida/card.txt"}, l.saved)

	d.keys("z").write("wrong").write("new").write("new")
	if p, ok := d.last().(kit.Prompt); !ok || !strings.Contains(p.Text, "not the passphrase") {
		t.Fatalf("a wrong one: %+v", d.last())
	}
	d.write(" a word ").write("new").write("new")
	if l.word != "new" {
		t.Errorf("changed to %q", l.word)
	}
	d.keys("z").write("new").write("")
	if l.word != "" || l.card.Protected {
		t.Errorf("not taken away: %q", l.word)
	}
	d.keys("c")
	if !strings.Contains(d.note(), "There is a card on this laptop already") {
		t.Errorf("made twice: %q", d.note())
	}
}

func TestAPassphraseIsAskedOnceAndAgainWhileItIsWrong(t *testing.T) {
	t.Parallel()
	d, f := newDesk(t, crowd(2)...).carded()
	f.cards.word, f.cards.open, f.word = "a word", false, "for the bundle"
	d.must(anna, model.GiveCard{Member: bruno, Card: model.Card{Key: "k", Recipient: "r"}})
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("w").answer("Bruno Costa").answer("/media/stick")
	if p, ok := d.last().(kit.Prompt); !ok || !p.Hidden || !strings.Contains(p.Title, "your card") {
		t.Fatalf("asked %+v", d.last())
	}
	d.write("")
	d.asked = d.asked[:len(d.asked)-1] // the sentence that it is empty
	d.write("wrong")
	if p, ok := d.last().(kit.Prompt); !ok || !strings.Contains(p.Text, "This is not the passphrase of the card.") {
		t.Fatalf("asked %+v", d.last())
	}
	d.write("a word")
	if v := d.view(); !strings.Contains(v, "Written: /media/stick/planner") {
		t.Errorf("not gone on with:\n%s", v)
	}
	d.keys("m", "B", "r", "u", "enter").write("no").write("for the bundle").answer("Take it in")
	same(t, []string{"/media/stick/for Bruno.bundle"}, f.taken)
	same(t, []string{"wrong", "a word"}, f.cards.tries)
}

func TestAnExchangeFolderIsChosenOnceAndLookedAtFirst(t *testing.T) {
	t.Parallel()
	d, f := newDesk(t, crowd(2)...).carded()
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("Y", "down", "enter")
	d.send(tea.KeyPressMsg{Code: 'f', Mod: tea.ModCtrl})
	if q, ok := d.last().(kit.Ask); !ok || !strings.Contains(q.Text, "/media/stick/panel") || !strings.Contains(q.Text, "Not taken in: other.bundle") || len(f.taken) > 0 {
		t.Fatalf("asked %+v", d.last())
	}
	d.answer("Take in and write")
	if _, ok := d.last().(kit.Reload); !ok || f.shared != "/media/stick/panel" {
		t.Fatalf("asked %+v, folder %q", d.last(), f.shared)
	}
	d.carry(d.screen.Refresh(d.board))
	d.keys("Y")
	if q, ok := d.last().(kit.Ask); !ok || !strings.Contains(q.Text, "/media/stick/panel") {
		t.Fatalf("asked %+v", d.last())
	}
	d.answer("Another folder …")
	if v := d.view(); !strings.Contains(v, "in /media/stick/panel") {
		t.Errorf("another one is not chosen:\n%s", v)
	}
	f.Locked = true
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("Y")
	if !strings.Contains(d.note(), "for reading only") {
		t.Errorf("said %q", d.note())
	}
}

func TestBundlesPage(t *testing.T) {
	t.Parallel()
	for size, wh := range formBodies {
		for name, tc := range map[string]struct {
			set  func(*postFile)
			keys []string
		}{
			"no card":  {func(*postFile) {}, nil},
			"card":     {func(f *postFile) { _, _ = f.cards.MakeCard("Anna Berg", "") }, nil},
			"exchange": {func(f *postFile) { f.shared = "/media/share/depot panel" }, nil},
			"choose":   {func(*postFile) {}, []string{"m"}},
			"folder":   {func(f *postFile) { _, _ = f.cards.MakeCard("Anna Berg", "") }, []string{"Y"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				d, f := newDesk(t, crowd(2)...).exchanging()
				tc.set(f)
				d.open(anna, wh[0], wh[1], kit.Route{Screen: kit.Bundles}).keys(tc.keys...)
				d.golden(wh[0], wh[1])
			})
		}
	}
}

func TestAMemberBeginsWithABundle(t *testing.T) {
	t.Parallel()
	d, l := cardDesk(t)
	l.word = "a word"
	d.open("", 80, 21, kit.Route{Screen: kit.Home}).keys("m")
	if v := d.view(); !strings.Contains(v, "Choose the bundle that the chair sent you") || !strings.Contains(v, "for Bruno.bundle") || strings.Contains(v, "notes.txt") {
		t.Errorf("no bundle to choose:\n%s", v)
	}
	d.keys("B", "r", "u", "enter").write("a word")
	q, ok := d.last().(kit.Ask)
	if !ok || !strings.Contains(q.Text, "Depot Planner") || !strings.Contains(q.Text, "KLMNO-PQRST") || len(l.taken) > 0 {
		t.Fatalf("asked %+v, taken %v", d.last(), l.taken)
	}
	d.answer("Take it in")
	if o, ok := d.last().(kit.Opened); !ok || o.File.Path() != "/home/panel/shortlist/planner.shortlist" {
		t.Errorf("not opened: %+v", d.last())
	}
	same(t, []string{"/media/stick/for Bruno.bundle"}, l.taken)
	l.brings.Here = "/home/panel/shortlist/planner.shortlist"
	d.keys("m", "B", "r", "u", "enter").answer("Open the vacancy")
	same(t, kit.Effect(kit.Open{Path: "/home/panel/shortlist/planner.shortlist"}), d.last())
	same(t, kit.Effect(kit.Push{Route: kit.Route{Screen: kit.Card}}), d.keys("c").last())
}
