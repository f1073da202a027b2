package model_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/model/modeltest"
)

// This file holds PINs to their rules: who sets, changes and takes away whose, and what the history says of it.

func TestAPINIsSomeDigitsThatNobodyTriesFirst(t *testing.T) {
	t.Parallel()
	for pin, good := range map[string]bool{
		"4071": true, "0000": false, "1111": false, "1234": false, "0123": false, "4321": false, "7890": false, "2109": false,
		"1235": true, "1122": true, "123": false, "": false, "407": false, "12345678901": false, "407140714071": true,
		"4071407140714": false, "40 71": false, "40a1": false, "٤٠٧١": false, "4071\n": false, "-4071": false,
	} {
		err := model.CheckPIN(pin)
		if (err == nil) != good {
			t.Errorf("%q: %v", pin, err)
		}
		if err != nil && (model.CodeOf(err) != model.Invalid || pin != "" && strings.Contains(model.Explain(err), pin) && pin != "1234") {
			t.Errorf("%q: %v", pin, err)
		}
	}
}

func TestWrongPINsSlowDown(t *testing.T) {
	t.Parallel()
	for wrong, want := range map[int]time.Duration{
		0: 0, 1: 0, 4: 0, 5: 30 * time.Second, 6: time.Minute, 7: 90 * time.Second, 64: 30 * time.Minute, 65: 30 * time.Minute, 1 << 40: 30 * time.Minute,
	} {
		if got := model.PINWait(wrong); got != want {
			t.Errorf("after %d wrong ones: %s, want %s", wrong, got, want)
		}
	}
}

var lock = []byte("a lock")

func TestWhoMaySetAndTakeAwayAPIN(t *testing.T) {
	t.Parallel()
	set := model.SetPIN{Lock: lock}
	for name, tc := range map[string]struct {
		before []model.MemberID // who has one
		cards  bool
		by     model.MemberID
		device model.DeviceID // the chair's laptop if left empty
		ask    model.Command
		code   model.Code
		says   string
	}{
		"a member sets their own":                    {by: ann, ask: set},
		"the chair sets their own":                   {by: chair, ask: set},
		"the secretary sets their own":               {by: modeltest.Secretary, ask: set},
		"an observer sets their own":                 {by: modeltest.Observer, ask: set},
		"a member changes their own":                 {before: []model.MemberID{ann}, by: ann, ask: set},
		"nobody sets one":                            {ask: set, code: model.Forbidden},
		"no digits":                                  {by: ann, ask: model.SetPIN{}, code: model.Invalid},
		"on a laptop of one's own none is needed":    {by: ann, device: "elsewhere", ask: set, code: model.Forbidden, says: "you need none"},
		"a member takes their own away":              {before: []model.MemberID{ann}, by: ann, ask: model.RemovePIN{Member: ann}},
		"a member takes away one that is not there":  {by: ann, ask: model.RemovePIN{Member: ann}, code: model.Conflict},
		"the chair takes one away with a reason":     {before: []model.MemberID{ann}, by: chair, ask: model.RemovePIN{Member: ann, Reason: "Forgotten."}},
		"the chair takes one away without a reason":  {before: []model.MemberID{ann}, by: chair, ask: model.RemovePIN{Member: ann, Reason: " \n "}, code: model.Invalid},
		"the chair takes one away with a long story": {before: []model.MemberID{ann}, by: chair, ask: model.RemovePIN{Member: ann, Reason: strings.Repeat("é", 301)}, code: model.Invalid},
		"the chair takes away one that is not there": {by: chair, ask: model.RemovePIN{Member: ann, Reason: "Forgotten."}, code: model.Conflict},
		"the secretary takes one away":               {before: []model.MemberID{ann}, by: modeltest.Secretary, ask: model.RemovePIN{Member: ann, Reason: "Forgotten."}, code: model.Forbidden},
		"a member takes away another's":              {before: []model.MemberID{ann}, by: bob, ask: model.RemovePIN{Member: ann, Reason: "Curious."}, code: model.Forbidden},
		"a member takes away the chair's":            {before: []model.MemberID{chair}, by: bob, ask: model.RemovePIN{Member: chair, Reason: "Curious."}, code: model.Forbidden},
		"the chair elsewhere takes one away":         {before: []model.MemberID{ann}, by: chair, device: "elsewhere", ask: model.RemovePIN{Member: ann, Reason: "Forgotten."}, code: model.Forbidden},
		"one of a stranger":                          {by: chair, ask: model.RemovePIN{Member: "M99", Reason: "Forgotten."}, code: model.NotFound},
		"a card in the name of who has a PIN (R11)":  {before: []model.MemberID{ann}, by: chair, ask: model.GiveCard{Member: ann, Card: modeltest.Card("Mallory")}, code: model.Forbidden, says: "has a PIN"},
		"a card is taken back all the same":          {cards: true, before: []model.MemberID{ann}, by: chair, ask: model.GiveCard{Member: ann}},
		"who has a card sets one here all the same":  {cards: true, by: ann, ask: set},
		"the chair's own card":                       {before: []model.MemberID{chair}, by: chair, ask: model.GiveCard{Member: chair, Card: modeltest.Card("Cleo")}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := modeltest.Screening(t, 1)
			if tc.cards {
				modeltest.Cards(t, b)
			}
			for _, m := range tc.before {
				modeltest.Do(t, b, m, set)
			}
			device := tc.device
			if device == "" {
				device = modeltest.Device
			}
			_, err := model.Decide(b, tc.ask, modeltest.Stamp(b, tc.by, device))
			var e *model.Error
			if code := model.CodeOf(err); code != tc.code || errors.As(err, &e) && !strings.Contains(e.Message, tc.says) {
				t.Errorf("got %v (%s), want %q", err, code, tc.code)
			}
		})
	}
}

func TestACardTakenFromAMemberWithAPINIsNotPutBackByUndo(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	modeltest.Cards(t, b)
	take := model.GiveCard{Member: ann}
	if back := take.Inverse(b, chair); back == nil {
		t.Fatal("without a PIN there is no undo")
	}
	modeltest.Do(t, b, ann, model.SetPIN{Lock: lock})
	if back := take.Inverse(b, chair); back != nil {
		t.Errorf("undo is %+v, which would be refused", back)
	}
}

func TestNothingOfAPINIsInTheHistory(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	c, err := model.Decide(b, model.SetPIN{Lock: lock}, modeltest.Stamp(b, ann, modeltest.Device))
	if err != nil {
		t.Fatal(err)
	}
	b.ApplyAll(c.Events)
	if string(c.Lock) != string(lock) || len(c.Events) != 1 || len(c.Texts) != 0 {
		t.Fatalf("the change is %+v", c)
	}
	if p := c.Events[0].Payload; p != (model.PINChanged{Member: ann, Set: true}) || p.Wire() != "member.pin" || model.Own(c.Events[0]) {
		t.Errorf("the entry is %+v", p)
	}
	if j, err := json.Marshal(model.SetPIN{Lock: lock}); string(j) != "{}" || err != nil {
		t.Errorf("R11: a command that could not be stored is written down with what the PIN is checked against: %s", j)
	}
	if (model.SetPIN{Lock: lock}).Inverse(b, ann) != nil || (model.RemovePIN{Member: ann}).Inverse(b, chair) != nil {
		t.Error("R11: undo brings an old PIN back, or takes a new one away")
	}
}

func TestAPINIsAskedOnTheChairsLaptopAlone(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	modeltest.Do(t, b, ann, model.SetPIN{Lock: lock})
	if !b.AsksPIN(ann, modeltest.Device) || b.AsksPIN(bob, modeltest.Device) || b.AsksPIN(ann, "elsewhere") || b.AsksPIN("", modeltest.Device) {
		t.Error("asked of the wrong one, or on the wrong laptop")
	}
	modeltest.Do(t, b, chair, model.ChangeMember{Member: ann, Name: "Anne", Role: model.RoleMember})
	if !b.AsksPIN(ann, modeltest.Device) {
		t.Error("R11: a new name takes the PIN away")
	}
	modeltest.Do(t, b, ann, model.RemovePIN{Member: ann, Reason: "not asked for"})
	if _, told := b.PINTaken(ann); told || b.AsksPIN(ann, modeltest.Device) {
		t.Error("one's own removal is told, or does nothing")
	}
}

func TestTheChairTakesAPINAwayInTheOpen(t *testing.T) {
	t.Parallel()
	b := modeltest.Screening(t, 1)
	modeltest.Do(t, b, ann, model.SetPIN{Lock: lock}, model.SetPIN{Lock: lock})
	c := modeltest.Do(t, b, chair, model.RemovePIN{Member: ann, Reason: " Forgotten\nover the weekend. "})
	const reason = "Forgotten over the weekend."
	for _, viewer := range []model.MemberID{chair, ann, bob, modeltest.Observer, ""} {
		if n := b.As(viewer).Narrate(c.Events[0]); n.Hidden || n.Who != "Cleo" || n.What != "took away the PIN of Ann because “"+reason+"”" {
			t.Errorf("%q reads %+v", viewer, n)
		}
	}
	says := b.TellTaken(ann)
	if !strings.Contains(says, "Cleo (chair) took your PIN away on 2025-01-0") || !strings.Contains(says, "because “Forgotten over the weekend”. Since then") {
		t.Errorf("Ann is told %q", says)
	}
	if b.TellTaken(bob) != "" || b.TellTaken("") != "" {
		t.Error("somebody else is told")
	}
	modeltest.Do(t, b, ann, model.SetPIN{Lock: lock})
	if b.TellTaken(ann) != "" || !b.AsksPIN(ann, modeltest.Device) {
		t.Error("told still, after a new one was set")
	}
}
