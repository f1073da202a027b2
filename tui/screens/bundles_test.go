package screens

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file tries the page of cards and bundles. What a bundle holds is tried where it is made.

// postFile is a vacancy file with cards and bundles that are only talked about.
type postFile struct {
	*deskFile
	device model.DeviceID
	cards  *cardBox
	word   string // the passphrase of every bundle
	shared string
	taken  []string
}

func (f *postFile) Device() model.DeviceID { return f.device }

func (f *postFile) Beside(what, ext string) string {
	return "/home/panel/shortlist/planner " + what + ext
}

func (f *postFile) Folders() (last, exchange string) { return "/media/stick", f.shared }

func (f *postFile) ReadCard(text string) (string, string, model.Card, error) {
	if text == "nonsense" {
		return "", "", model.Card{}, &model.Error{Code: model.Invalid, Message: "This is not a card."}
	}
	return text, "KLMNO-PQRST", model.Card{Key: "key of " + text, Recipient: "r"}, nil
}

func (f *postFile) SendBundle(to []model.MemberID, folder string) (string, error) {
	if err := f.cards.locked(); err != nil {
		return "", err
	}
	words := make([]string, len(to))
	for i, m := range to {
		words[i] = string(m)
	}
	return folder + "/planner from Anna Berg.bundle: for [" + strings.Join(words, " ") + "]", nil
}

func (f *postFile) TakeBundle(path, word string, dry bool) (string, error) {
	if err := f.cards.locked(); err != nil {
		return "", err
	}
	if f.word != word {
		return "", wordError{"bundle", word != ""}
	}
	if !dry {
		f.taken = append(f.taken, path)
	}
	return "From Bruno Costa: 3 ratings.", nil
}

func (f *postFile) ExchangeIn(folder string, dry bool) (string, error) {
	if !dry {
		f.shared = folder
		f.taken = append(f.taken, folder)
	}
	return "From Bruno Costa: 3 ratings.\nNot taken in: other.bundle is locked to the card of somebody else.", nil
}

// wordError asks for a passphrase.
type wordError struct {
	of    string
	wrong bool
}

func (e wordError) Error() string              { return "This is not the passphrase of the " + e.of + "." }
func (e wordError) Explain() string            { return e.Error() }
func (e wordError) Passphrase() (string, bool) { return e.of, e.wrong }

// cardBox is a library with the card of whoever works on this laptop, and a folder to choose from.
type cardBox struct {
	kit.Library
	card   model.OwnCard
	word   string // the passphrase of its keys
	open   bool
	there  string // a file that is there already
	saved  []string
	tries  []string
	brings model.NewVacancy
	taken  []string
}

func (l *cardBox) Folder() string                  { return "/home/panel/shortlist" }
func (l *cardBox) List() ([]model.Summary, error)  { return nil, nil }
func (l *cardBox) LastFolder() string              { return "/media/stick" }
func (l *cardBox) OwnCard() (model.OwnCard, error) { return l.card, nil }

func (l *cardBox) Browse(folder string) ([]kit.Entry, error) {
	return []kit.Entry{
		{Name: "..", Path: "/media", Folder: true},
		{Name: "panel", Path: folder + "/panel", Folder: true},
		{Name: "for Bruno.bundle", Path: folder + "/for Bruno.bundle", Size: 5200},
		{Name: "notes.txt", Path: folder + "/notes.txt", Size: 12},
	}, nil
}

// locked is the error of keys whose passphrase nobody gave.
func (l *cardBox) locked() error {
	if l.word != "" && !l.open {
		return wordError{"card", false}
	}
	return nil
}

func (l *cardBox) Unlock(word string) error {
	l.tries = append(l.tries, word)
	if l.open = word == l.word; !l.open {
		return wordError{"card", true}
	}
	return nil
}

func (l *cardBox) MakeCard(name, word string) (model.OwnCard, error) {
	l.word, l.open = word, true
	l.card = model.OwnCard{
		Name: name, Check: "ABCDE-FGHIJ", Protected: word != "",
		Line: "shortlist-card1 eG3FxZt0bQm5kqfTt1J0fUqZ0b0m1H2rVw8u5yXo9cA age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq ABCDE-FGHIJ " + name,
	}
	return l.card, nil
}

func (l *cardBox) SaveCard(path string, replace bool) (string, error) {
	if path == l.there && !replace {
		return "", takenError{}
	}
	l.saved = append(l.saved, path)
	return path, nil
}

func (l *cardBox) ChangePassphrase(old, fresh string) error {
	if old != l.word {
		return wordError{"card", true}
	}
	l.word, l.card.Protected = fresh, fresh != ""
	return nil
}

func (l *cardBox) LookAtBundle(_, word string) (model.NewVacancy, error) {
	if err := l.locked(); err != nil {
		return model.NewVacancy{}, err
	}
	return l.brings, nil
}

func (l *cardBox) TakeNewVacancy(path, _ string) (kit.File, error) {
	l.taken = append(l.taken, path)
	return &prepFile{path: "/home/panel/shortlist/planner.shortlist"}, nil
}

// carded is postDesk with a card on the laptop.
func carded(t testing.TB) (*desk, *postFile) {
	t.Helper()
	d, f := postDesk(t)
	if _, err := f.cards.MakeCard("Anna Berg", ""); err != nil {
		t.Fatal(err)
	}
	return d, f
}

func postDesk(t testing.TB) (*desk, *postFile) {
	d := newDesk(t, crowd(2)...)
	f := &postFile{deskFile: d.file, device: "desk", cards: &cardBox{}}
	d.env.File, d.env.Library = f, f.cards
	return d, f
}

func TestCardsAreMadeAndTakenInOnceTheyWereCompared(t *testing.T) {
	t.Parallel()
	d, f := postDesk(t)
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles})
	if v := d.view(); !strings.Contains(v, "There is no card on this laptop yet") {
		t.Errorf("no card:\n%s", v)
	}
	if d.keys("w"); !strings.HasPrefix(d.note(), "No member has given a card yet") { // that of the chair would be made
		t.Errorf("said %q", d.note())
	}
	same(t, kit.Effect(kit.Push{Route: kit.Route{Screen: kit.Card}}), d.keys("c").last())
	if _, err := f.cards.MakeCard("Anna Berg", ""); err != nil {
		t.Fatal(err)
	}
	d.carry(d.screen.Refresh(d.board))
	if v := d.view(); !strings.Contains(v, "ABCDE-FGHIJ") {
		t.Errorf("a card was made:\n%s", v)
	}
	d.keys("a", "ctrl+t").write("Bruno Costa")
	if q, ok := d.last().(kit.Ask); !ok || !strings.Contains(q.Text, "KLMNO-PQRST") || !strings.Contains(q.Text, "is on the panel") {
		t.Fatalf("asked %+v", d.last())
	}
	if d.board.Member(bruno).Card != (model.Card{}) {
		t.Fatal("taken in before it was compared")
	}
	d.answer("Take it in")
	if d.board.Member(bruno).Card.Key != "key of Bruno Costa" {
		t.Error("the member has no card")
	}
	d.keys("a", "ctrl+t").write("Edda Falk").answer("Take it in")
	if m, ok := d.board.CardHolder("key of Edda Falk"); !ok || m.Role != model.RoleMember {
		t.Error("nobody came onto the panel")
	}
	d.must(anna, model.GiveCard{Member: bruno, Card: model.Card{Key: "k", Recipient: "r"}})
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("a", "ctrl+t").write("Bruno Costa")
	if q, ok := d.last().(kit.Ask); !ok || !strings.Contains(q.Text, "has another card already") {
		t.Errorf("R11: a card in the place of another is asked %+v", d.last())
	}
	d.answer("Leave it").keys("a", "ctrl+t").write("nonsense")
	if _, ok := d.last().(kit.Fail); !ok {
		t.Errorf("nonsense: %+v", d.last())
	}
	d.open(bruno, 80, 21, kit.Route{Screen: kit.Bundles}).keys("a")
	if d.note() == "" {
		t.Error("a member takes cards in")
	}
}

func TestBundlesAreLookedAtBeforeTheyAreTakenIn(t *testing.T) {
	t.Parallel()
	d, f := carded(t)
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("w")
	if !strings.Contains(d.note(), "No member has given a card yet") {
		t.Errorf("said %q", d.note())
	}
	d.must(anna, model.GiveCard{Member: bruno, Card: model.Card{Key: "k", Recipient: "r"}})
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("w").answer("Bruno Costa").answer("/home/panel/shortlist")
	if v := d.view(); !strings.Contains(v, "Written: /home/panel/shortlist/planner from Anna Berg.bundle: for [M2]") {
		t.Errorf("written:\n%s", v)
	}
	d.keys("w").answer("All who gave a card").answer("/media/stick")
	if v := d.view(); !strings.Contains(v, "Written: /media/stick/planner from Anna Berg.bundle: for []") {
		t.Errorf("written:\n%s", v)
	}
	d.keys("w").answer("Bruno Costa").answer("Another folder …").keys("down", "enter").send(tea.KeyPressMsg{Code: 'f', Mod: tea.ModCtrl})
	if v := d.view(); !strings.Contains(v, "Written: /media/stick/panel/planner") {
		t.Errorf("written:\n%s", v)
	}
	d.keys("m", "B", "r", "u", "enter")
	if len(f.taken) > 0 {
		t.Fatal("taken in before it was looked at")
	}
	d.answer("Take it in")
	if _, ok := d.last().(kit.Reload); !ok || len(f.taken) != 1 {
		t.Errorf("asked %+v, taken %v", d.last(), f.taken)
	}
	d.keys("m").send(paste("/tmp/typed.bundle")).keys("enter").answer("Take it in")
	same(t, []string{"/media/stick/for Bruno.bundle", "/tmp/typed.bundle"}, f.taken)
	f.device = "elsewhere"
	d.open(bruno, 80, 21, kit.Route{Screen: kit.Bundles}).keys("w").answer("/media/stick")
	if v := d.view(); !strings.Contains(v, "for []") {
		t.Errorf("a member writes for the chair at once:\n%s", v)
	}
	if d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("a"); !strings.Contains(d.note(), "on the chair's laptop") {
		t.Errorf("cards taken in elsewhere: %q", d.note())
	}
	if v := d.open(bruno, 80, 21, kit.Route{Screen: kit.Panel}).view(); strings.Count(v, "the chair knows") != 2 {
		t.Errorf("what others handed in is not known here:\n%s", v)
	}
}

func TestAMemberMakesTheirCardBeforeTheySend(t *testing.T) {
	t.Parallel()
	d, f := postDesk(t)
	f.device = "elsewhere"
	d.open(bruno, 80, 21, kit.Route{Screen: kit.Bundles}).keys("w", "Y")
	if d.note() != "There is no card on this laptop yet: c makes one." {
		t.Errorf("said %q", d.note())
	}
}
