package screens

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file tries the page of cards and bundles. What a bundle holds is tried where it is made.

// postFile is a vacancy file with cards and bundles that are only talked about.
type postFile struct {
	*deskFile
	device model.DeviceID
	made   string
	taken  []string
}

func (f *postFile) Device() model.DeviceID { return f.device }

func (f *postFile) OwnCard(name string) (string, string, error) {
	if f.made += name; f.made == "" {
		return "", "", &model.Error{Code: model.NotFound, Message: "There is no card."}
	}
	return "shortlist-card1 of " + f.made, "ABCDE-FGHIJ", nil
}

func (f *postFile) ReadCard(text string) (string, string, model.Card, error) {
	if text == "nonsense" {
		return "", "", model.Card{}, &model.Error{Code: model.Invalid, Message: "This is not a card."}
	}
	return text, "KLMNO-PQRST", model.Card{Key: "key of " + text, Recipient: "r"}, nil
}

func (f *postFile) SendBundle(to []model.MemberID) (string, error) {
	words := make([]string, len(to))
	for i, m := range to {
		words[i] = string(m)
	}
	return "written for [" + strings.Join(words, " ") + "]", nil
}

func (f *postFile) TakeBundle(path string, dry bool) (string, error) {
	if !dry {
		f.taken = append(f.taken, path)
	}
	return "From Bruno Costa: 3 ratings.", nil
}

func postDesk(t testing.TB) (*desk, *postFile) {
	d := newDesk(t, crowd(2)...)
	f := &postFile{deskFile: d.file, device: "desk"}
	d.env.File = f
	return d, f
}

func TestCardsAreMadeAndTakenInOnceTheyWereCompared(t *testing.T) {
	t.Parallel()
	d, _ := postDesk(t)
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles})
	if v := d.view(); !strings.Contains(v, "There is no card on this laptop yet") {
		t.Errorf("no card:\n%s", v)
	}
	if v := d.keys("c").view(); !strings.Contains(v, "shortlist-card1 of Anna Berg") || !strings.Contains(v, "ABCDE-FGHIJ") {
		t.Errorf("a card was made:\n%s", v)
	}
	d.keys("a").write("Bruno Costa")
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
	d.keys("a").write("Edda Falk").answer("Take it in")
	if m, ok := d.board.CardHolder("key of Edda Falk"); !ok || m.Role != model.RoleMember {
		t.Error("nobody came onto the panel")
	}
	d.keys("a").write("nonsense")
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
	d, f := postDesk(t)
	d.must(anna, model.GiveCard{Member: bruno, Card: model.Card{Key: "k", Recipient: "r"}})
	d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("w").answer("Bruno Costa")
	if v := d.view(); !strings.Contains(v, "written for [M2]") {
		t.Errorf("written:\n%s", v)
	}
	d.keys("w").answer("All who gave a card")
	if v := d.view(); !strings.Contains(v, "written for []") {
		t.Errorf("written:\n%s", v)
	}
	d.keys("m").write("some.bundle")
	if len(f.taken) > 0 {
		t.Fatal("taken in before it was looked at")
	}
	d.answer("Take it in")
	if _, ok := d.last().(kit.Reload); !ok || len(f.taken) != 1 {
		t.Errorf("asked %+v, taken %v", d.last(), f.taken)
	}
	f.device = "elsewhere"
	d.open(bruno, 80, 21, kit.Route{Screen: kit.Bundles}).keys("w")
	if v := d.view(); !strings.Contains(v, "written for []") {
		t.Errorf("a member writes for the chair at once:\n%s", v)
	}
	if d.open(anna, 80, 21, kit.Route{Screen: kit.Bundles}).keys("a"); !strings.Contains(d.note(), "on the chair's laptop") {
		t.Errorf("cards taken in elsewhere: %q", d.note())
	}
	if v := d.open(bruno, 80, 21, kit.Route{Screen: kit.Panel}).view(); strings.Count(v, "the chair knows") != 2 {
		t.Errorf("what others handed in is not known here:\n%s", v)
	}
}
