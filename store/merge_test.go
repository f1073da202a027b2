package store_test

// This file merges bundles as a panel does.

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

func TestSixOrdersAndTwiceGiveTheSameReport(t *testing.T) {
	t.Parallel()
	p := seat(t, 3, 4)
	p.chair.rate(1, model.Met)
	var bundles []string
	for i, m := range p.members {
		m.rate(1, []model.Value{model.Met, model.NotMet, model.Unclear}[i])
		m.Do(m.me, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
		bundles = append(bundles, m.send())
	}
	must(t, p.chair.File.Close())
	var first []byte
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		l := *p.chair
		l.Desk = storetest.Sit(t, copyOf(t, p.chair.File.Path()))
		for round := range 2 {
			for _, i := range order {
				m, err := l.merge(bundles[i])
				must(t, err)
				if want := []int{6, 0}[round]; m.Entries != want {
					t.Errorf("order %v, round %d: %s", order, round, m)
				}
			}
		}
		got := report(t, l.File, "M1")
		if first == nil {
			first = got
		}
		if !bytes.Equal(first, got) {
			t.Errorf("order %v gives another report", order)
		}
		if strings.Contains(string(got), "Reason of M2") || strings.Contains(string(got), ".M2") {
			t.Error("R11: before the reveal the chair's report holds another's reason")
		}
		l.Do("M1", model.RevealRatings{Reason: "Enough."})
		if got := report(t, l.File, "M1"); !strings.Contains(string(got), "Reason of M2") || !strings.Contains(string(got), "Reason of M4") {
			t.Error("after the reveal the reasons of members are not there")
		}
	}
}

// TestAMembersLaptopHoldsNothingOfOthers looks at the file and the bundle of a member, not at screens: R11.
func TestAMembersLaptopHoldsNothingOfOthers(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 3)
	otto, ida := p.members[0], p.members[1]
	p.chair.rate(1, model.Met)
	otto.rate(1, model.Met)
	if _, err := p.chair.merge(otto.send()); err != nil {
		t.Fatal(err)
	}
	p.chair.Do("M1", model.ReturnAssessment{Candidate: 1, Member: "M2", Reason: "Otto's secret reason."})
	for _, to := range [][]model.MemberID{{"M3"}, {"M2", "M3"}, nil} {
		if _, err := ida.merge(p.chair.send(to...)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []model.CandidateID{1, 2, 3} {
		d, err := ida.File.Dossier(c)
		must(t, err)
		if len(d.Texts) > 0 {
			t.Errorf("texts of others: %v", d.Texts)
		}
	}
	history, err := ida.File.History(0, 1000)
	must(t, err)
	for _, e := range history {
		if model.Own(e) && e.Author != "M3" {
			t.Errorf("%s: %T of %s", e.ID, e.Payload, e.Author)
		}
	}
	if ida.Board.RatingCount() != 0 {
		t.Error("ratings of others are counted")
	}
	// The member it is for gets the reason.
	if _, err := otto.merge(p.chair.send("M2")); err != nil {
		t.Fatal(err)
	}
	d, err := otto.File.Dossier(1)
	must(t, err)
	if len(d.Texts) != 2 || otto.Board.As("M2").Own(1).State != model.Returned {
		t.Errorf("the returned assessment did not come back: %v", d.Texts)
	}
	// After the reveal everybody has everything.
	p.chair.Do("M1", model.RevealRatings{Reason: "Enough."})
	m, err := ida.merge(p.chair.send("M3"))
	must(t, err)
	if !m.Revealed || ida.Board.RatingCount() != p.chair.Board.RatingCount() {
		t.Errorf("%s; %d of %d ratings", m, ida.Board.RatingCount(), p.chair.Board.RatingCount())
	}
	a, b := report(t, p.chair.File, "M3"), report(t, ida.File, "M3")
	if !bytes.Equal(a, b) {
		t.Error("chair and member hold different reports")
	}
}

func TestWhatMayNotBeSaidIsRefusedInASentence(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 2)
	other := seat(t, 1, 2)
	otto, ida := p.members[0], p.members[1]
	otto.rate(1, model.Met)
	before := report(t, p.chair.File, "M1")
	stranger := *otto
	stranger.id = card(t, "Otto Finch")
	refused := func(rule string, l *laptop, path, words string) {
		t.Helper()
		_, err := l.merge(path)
		if err == nil || !strings.Contains(model.Explain(err), words) {
			t.Errorf("%s: %v", rule, err)
		}
	}
	if _, err := otto.File.Send(stranger.id, t.TempDir()+"/x.bundle", nil, "", false); model.CodeOf(err) != model.Forbidden {
		t.Errorf("a stranger's card packs: %v", err)
	}
	refused("a bundle of another vacancy", p.chair, func() string {
		other.members[0].rate(1, model.Met)
		path := t.TempDir() + "/x.bundle"
		_, err := other.members[0].File.Send(other.members[0].id, path, nil, "word", false)
		must(t, err)
		return path
	}(), "under a passphrase")
	refused("a wrong recipient", ida, p.chair.send("M2"), "locked to the card of somebody else")
	p.chair.Do("M1", model.GiveCard{Member: "M2", Card: card(t, "Otto Finch").Card().Card})
	refused("a card that is not valid any more", p.chair, otto.send(), "not valid any more")
	p.chair.Do("M1", model.GiveCard{Member: "M2"})
	refused("a card that was taken back", p.chair, otto.send(), "not valid any more")
	p.chair.Do("M1", model.GiveCard{Member: "M2", Card: otto.id.Card().Card})
	p.chair.Do("M1", model.RemoveMember{Member: "M2"})
	refused("a removed member", p.chair, otto.send(), "not on the panel any more")
	p.chair.Do("M1", model.ChangeMember{Member: "M2", Name: "Otto Finch", Role: model.RoleMember})
	if got := report(t, p.chair.File, "M1"); bytes.Equal(before, got) || bytes.Contains(got, []byte("Reason of M2")) {
		t.Error("something was taken in")
	}
	late := otto.send()
	p.chair.Do("M1", model.RevealRatings{Reason: "Enough."})
	refused("work that comes after the reveal", p.chair, late, "after the reveal")
}

func TestAMemberRestoresTheirWorkFromTheChair(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 2)
	otto := p.members[0]
	otto.rate(1, model.Met)
	_, err := p.chair.merge(otto.send())
	must(t, err)
	again := p.join(otto.id, "M2") // the laptop was lost, the keys were not
	if again.Board.As("M2").Own(1).State != model.Submitted {
		t.Fatal("the work is not back")
	}
	again.rate(2, model.NotMet)
	m, err := p.chair.merge(again.send())
	if err != nil || m.Submitted != 1 {
		t.Fatalf("%v %s", err, m)
	}
}

func TestAPreviewTakesNothingIn(t *testing.T) {
	t.Parallel()
	p := seat(t, 1, 2)
	otto := p.members[0]
	otto.rate(1, model.Met)
	path := otto.send()
	b := p.chair.open(path)
	m, err := p.chair.File.Merge(b, p.chair.id.Card().Key, true)
	must(t, err)
	if got, want := m.String(), "From Otto Finch: 3 ratings, 1 submission, 1 other entry."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	p.chair.Reload()
	if p.chair.Board.RatingCount() != 0 {
		t.Error("the preview took something in")
	}
	fresh, err := store.PreviewFrom(otto.open(p.chair.send("M2")), otto.id.Card().Key)
	must(t, err)
	if want := fmt.Sprintf("is %s:", p.chair.id.Card().Check()); !strings.Contains(fresh.String(), want) {
		t.Errorf("%q not in %s", want, fresh)
	}
}

// R11: another card for a member who has one opens their work to its holder, so every laptop reports it.
func TestAnotherCardForAMemberIsToldOnEveryLaptopR11(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 2)
	otto, ida := p.members[0], p.members[1]
	was := p.chair.Board.Member("M2").Card
	p.chair.Do("M1", model.GiveCard{Member: "M2", Card: card(t, "Otto Finch").Card().Card})
	p.chair.Do("M1", model.GiveCard{Member: "M2", Card: was})
	for _, l := range []*laptop{otto, ida} {
		got, err := l.merge(p.chair.send(l.me))
		must(t, err)
		if s := got.String(); !strings.Contains(s, "Another card was taken in for Otto Finch: whoever has it reads what is sent there.") {
			t.Errorf("%s is told: %s", l.me, s)
		}
		if got, err = l.merge(p.chair.send(l.me)); err != nil || strings.Contains(got.String(), "card") {
			t.Errorf("%s is told again: %v %s", l.me, err, got)
		}
	}
}
