package panel

// This file tries the page of cards and bundles. What a bundle holds is tried where it is made.

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
)

func TestCardsAreMadeAndTakenInOnceTheyWereCompared(t *testing.T) {
	t.Parallel()
	d, f := newDesk(t, tuitest.Crowd(2)...).Exchanging()
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles})
	if v := d.View(); !strings.Contains(v, "There is no card on this laptop yet") {
		t.Errorf("no card:\n%s", v)
	}
	if d.Keys("w"); !strings.HasPrefix(d.Note(), "No member has given a card yet") { // that of the chair would be made
		t.Errorf("said %q", d.Note())
	}
	tuitest.Same(t, kit.Effect(kit.Push{Route: kit.Route{Screen: kit.Card}}), d.Keys("c").Last())
	if _, err := f.Cards.MakeCard("Anna Berg", ""); err != nil {
		t.Fatal(err)
	}
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	if v := d.View(); !strings.Contains(v, "ABCDE-FGHIJ") {
		t.Errorf("a card was made:\n%s", v)
	}
	d.Keys("a", "ctrl+t").Write("Bruno Costa")
	if q, ok := d.Last().(kit.Ask); !ok || !strings.Contains(q.Text, "KLMNO-PQRST") || !strings.Contains(q.Text, "is on the panel") {
		t.Fatalf("asked %+v", d.Last())
	}
	if d.Board.Member(tuitest.Bruno).Card != (model.Card{}) {
		t.Fatal("taken in before it was compared")
	}
	d.Answer("Take it in")
	if d.Board.Member(tuitest.Bruno).Card.Key != "key of Bruno Costa" {
		t.Error("the member has no card")
	}
	d.Keys("a", "ctrl+t").Write("Edda Falk").Answer("Take it in")
	if m, ok := d.Board.CardHolder("key of Edda Falk"); !ok || m.Role != model.RoleMember {
		t.Error("nobody came onto the panel")
	}
	d.Must(tuitest.Anna, model.GiveCard{Member: tuitest.Bruno, Card: model.Card{Key: "k", Recipient: "r"}})
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("a", "ctrl+t").Write("Bruno Costa")
	if q, ok := d.Last().(kit.Ask); !ok || !strings.Contains(q.Text, "has another card already") {
		t.Errorf("R11: a card in the place of another is asked %+v", d.Last())
	}
	d.Answer("Leave it").Keys("a", "ctrl+t").Write("nonsense")
	if _, ok := d.Last().(kit.Fail); !ok {
		t.Errorf("nonsense: %+v", d.Last())
	}
	d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("a")
	if d.Note() == "" {
		t.Error("a member takes cards in")
	}
}

func TestBundlesAreLookedAtBeforeTheyAreTakenIn(t *testing.T) {
	t.Parallel()
	d, f := newDesk(t, tuitest.Crowd(2)...).Carded()
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("w")
	if !strings.Contains(d.Note(), "No member has given a card yet") {
		t.Errorf("said %q", d.Note())
	}
	d.Must(tuitest.Anna, model.GiveCard{Member: tuitest.Bruno, Card: model.Card{Key: "k", Recipient: "r"}})
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("w").Answer("Bruno Costa").Answer("/home/panel/shortlist")
	if v := d.View(); !strings.Contains(v, "Written: /home/panel/shortlist/planner from Anna Berg.bundle: for [M2]") {
		t.Errorf("written:\n%s", v)
	}
	d.Keys("w").Answer("All who gave a card").Answer("/media/stick")
	if v := d.View(); !strings.Contains(v, "Written: /media/stick/planner from Anna Berg.bundle: for []") {
		t.Errorf("written:\n%s", v)
	}
	d.Keys("w").Answer("Bruno Costa").Answer("Another folder …").Keys("down", "enter").Send(tea.KeyPressMsg{Code: 'f', Mod: tea.ModCtrl})
	if v := d.View(); !strings.Contains(v, "Written: /media/stick/panel/planner") {
		t.Errorf("written:\n%s", v)
	}
	d.Keys("m", "B", "r", "u", "enter")
	if len(f.Taken) > 0 {
		t.Fatal("taken in before it was looked at")
	}
	d.Answer("Take it in")
	if _, ok := d.Last().(kit.Reload); !ok || len(f.Taken) != 1 {
		t.Errorf("asked %+v, taken %v", d.Last(), f.Taken)
	}
	d.Keys("m").Send(tuitest.Paste("/tmp/typed.bundle")).Keys("enter").Answer("Take it in")
	tuitest.Same(t, []string{"/media/stick/for Bruno.bundle", "/tmp/typed.bundle"}, f.Taken)
	f.Laptop = "elsewhere"
	d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("w").Answer("/media/stick")
	if v := d.View(); !strings.Contains(v, "for []") {
		t.Errorf("a member writes for the chair at once:\n%s", v)
	}
	if d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("a"); !strings.Contains(d.Note(), "on the chair's laptop") {
		t.Errorf("cards taken in elsewhere: %q", d.Note())
	}
	if v := d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Panel}).View(); strings.Count(v, "the chair knows") != 2 {
		t.Errorf("what others handed in is not known here:\n%s", v)
	}
}

func TestAPassphraseIsAskedOnceAndAgainWhileItIsWrong(t *testing.T) {
	t.Parallel()
	d, f := newDesk(t, tuitest.Crowd(2)...).Carded()
	f.Cards.Word, f.Cards.Unlocked, f.Word = "a word", false, "for the bundle"
	d.Must(tuitest.Anna, model.GiveCard{Member: tuitest.Bruno, Card: model.Card{Key: "k", Recipient: "r"}})
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("w").Answer("Bruno Costa").Answer("/media/stick")
	if p, ok := d.Last().(kit.Prompt); !ok || !p.Hidden || !strings.Contains(p.Title, "your card") {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Write("")
	d.Asked = d.Asked[:len(d.Asked)-1] // the sentence that it is empty
	d.Write("wrong")
	if p, ok := d.Last().(kit.Prompt); !ok || !strings.Contains(p.Text, "This is not the passphrase of the card.") {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Write("a word")
	if v := d.View(); !strings.Contains(v, "Written: /media/stick/planner") {
		t.Errorf("not gone on with:\n%s", v)
	}
	d.Keys("m", "B", "r", "u", "enter").Write("no").Write("for the bundle").Answer("Take it in")
	tuitest.Same(t, []string{"/media/stick/for Bruno.bundle"}, f.Taken)
	tuitest.Same(t, []string{"wrong", "a word"}, f.Cards.Tries)
}

func TestAnExchangeFolderIsChosenOnceAndLookedAtFirst(t *testing.T) {
	t.Parallel()
	d, f := newDesk(t, tuitest.Crowd(2)...).Carded()
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("Y", "down", "enter")
	d.Send(tea.KeyPressMsg{Code: 'f', Mod: tea.ModCtrl})
	if q, ok := d.Last().(kit.Ask); !ok || !strings.Contains(q.Text, "/media/stick/panel") || !strings.Contains(q.Text, "Not taken in: other.bundle") || len(f.Taken) > 0 {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Answer("Take in and write")
	if _, ok := d.Last().(kit.Reload); !ok || f.Shared != "/media/stick/panel" {
		t.Fatalf("asked %+v, folder %q", d.Last(), f.Shared)
	}
	d.Carry(d.Screen.Refresh(d.Board.As(d.Env.Me)))
	d.Keys("Y")
	if q, ok := d.Last().(kit.Ask); !ok || !strings.Contains(q.Text, "/media/stick/panel") {
		t.Fatalf("asked %+v", d.Last())
	}
	d.Answer("Another folder …")
	if v := d.View(); !strings.Contains(v, "in /media/stick/panel") {
		t.Errorf("another one is not chosen:\n%s", v)
	}
	f.Locked = true
	d.Open(tuitest.Anna, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("Y")
	if !strings.Contains(d.Note(), "for reading only") {
		t.Errorf("said %q", d.Note())
	}
}

func TestBundlesPage(t *testing.T) {
	t.Parallel()
	for size, wh := range tuitest.FormBodies {
		for name, tc := range map[string]struct {
			set  func(*tuitest.ExchangeFile)
			keys []string
		}{
			"no card":  {func(*tuitest.ExchangeFile) {}, nil},
			"card":     {func(f *tuitest.ExchangeFile) { _, _ = f.Cards.MakeCard("Anna Berg", "") }, nil},
			"exchange": {func(f *tuitest.ExchangeFile) { f.Shared = "/media/share/depot panel" }, nil},
			"choose":   {func(*tuitest.ExchangeFile) {}, []string{"m"}},
			"folder":   {func(f *tuitest.ExchangeFile) { _, _ = f.Cards.MakeCard("Anna Berg", "") }, []string{"Y"}},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				d, f := newDesk(t, tuitest.Crowd(2)...).Exchanging()
				tc.set(f)
				d.Open(tuitest.Anna, wh[0], wh[1], kit.Route{Screen: kit.Bundles}).Keys(tc.keys...)
				d.Golden(wh[0], wh[1])
			})
		}
	}
}

func TestAMemberMakesTheirCardBeforeTheySend(t *testing.T) {
	t.Parallel()
	d, f := newDesk(t, tuitest.Crowd(2)...).Exchanging()
	f.Laptop = "elsewhere"
	d.Open(tuitest.Bruno, 80, 21, kit.Route{Screen: kit.Bundles}).Keys("w", "Y")
	if d.Note() != "There is no card on this laptop yet: c makes one." {
		t.Errorf("said %q", d.Note())
	}
}
