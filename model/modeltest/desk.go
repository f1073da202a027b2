package modeltest

import (
	"crypto/sha256"
	"time"

	"shortlist/model"
)

// This file holds how a test gives commands.

// T is what a test needs to fail: *testing.T, *testing.B and *rapid.T have it.
type T interface {
	Helper()
	Fatalf(format string, args ...any)
}

// Device is the laptop of commands given with Do.
const Device model.DeviceID = "laptop-1"

// Day is the first moment of every test.
var Day = time.Date(2025, 1, 8, 9, 0, 0, 0, time.UTC)

// Stamp is the next stamp of a laptop: a second later than the last, with randomness that depends on the place in
// the history alone.
func Stamp(b *model.Board, author model.MemberID, device model.DeviceID) model.Stamp {
	seq, lamport := b.Next(device.Chain())
	return model.Stamp{
		At: Day.Add(time.Duration(lamport) * time.Second), Author: author, Device: device, Seq: seq, Lamport: lamport,
		Random: sha256.Sum256([]byte{byte(lamport), byte(lamport >> 8), byte(lamport >> 16), byte(len(device))}),
	}
}

// Do gives commands one after the other as one author and brings what they lead to onto the board. A refusal fails
// the test.
func Do(t T, b *model.Board, author model.MemberID, commands ...model.Command) model.Change {
	t.Helper()
	var all model.Change
	for _, c := range commands {
		change, err := model.Decide(b, c, Stamp(b, author, Device))
		if err != nil {
			t.Fatalf("%s, %T as %q: %v", c.Label(b), c, author, err)
			return all
		}
		b.ApplyAll(change.Events)
		all.Events = append(all.Events, change.Events...)
		all.Texts = append(all.Texts, change.Texts...)
	}
	return all
}

// Refuse gives a command that must be refused with the code, and hands back the sentence.
func Refuse(t T, b *model.Board, author model.MemberID, c model.Command, code model.Code) string {
	t.Helper()
	_, err := model.Decide(b, c, Stamp(b, author, Device))
	if err == nil {
		t.Fatalf("%T as %q was not refused", c, author)
		return ""
	}
	if got := model.CodeOf(err); got != code {
		t.Fatalf("%T as %q was refused as %q (%v), not as %q", c, author, got, err, code)
	}
	return model.Explain(err)
}
