package store_test

// This file sends what this program never writes: bundles made by somebody who has a card and bad intentions.

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/identity"
)

// forge packs a changed bundle again as its sender would.
func forge(t *testing.T, by, to *laptop, b *bundle.Bundle, change func(*bundle.Bundle)) string {
	t.Helper()
	change(b)
	for i := range b.Chains {
		c := &b.Chains[i]
		hash := [32]byte(c.Before)
		for _, body := range b.Content.Entries[i] {
			hash = sha256.Sum256(append(hash[:len(hash):len(hash)], body...))
		}
		c.Last, c.Head = c.First+uint64(len(b.Content.Entries[i]))-1, hash[:]
		c.Signed = bundle.Signed{Key: by.id.Card().Key, Signature: by.id.Sign(bundle.HeadMessage(b.Vacancy, c.Name, c.Last, c.Head))}
	}
	return packed(t, by.id, to, b)
}

// packed packs a bundle as it is.
func packed(t *testing.T, by *identity.Identity, to *laptop, b *bundle.Bundle) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "forged.bundle")
	out, err := os.Create(path)
	must(t, err)
	must(t, bundle.Write(out, b.Manifest, b.Content, by.Card().Key, by, bundle.Lock{Recipients: []string{to.id.Card().Recipient}}))
	must(t, out.Close())
	return path
}

// entry returns the bytes of an event.
func entry(t testing.TB, e model.Event) []byte {
	t.Helper()
	body, err := codec.Encode(e)
	must(t, err)
	return body
}

func TestWhoMeansIllIsRefusedWhole(t *testing.T) {
	t.Parallel()
	p := seat(t, 3, 3)
	otto, ida := p.members[0], p.members[1]
	otto.rate(1, model.Met)
	chain := model.OwnChain(otto.File.Device(), "M2")
	next := func(b *bundle.Bundle, payload model.Payload, author model.MemberID) []byte {
		last := b.Chains[0].Last
		return entry(t, model.Event{
			ID: model.EventID{Chain: b.Chains[0].Name, Seq: last + 1}, Lamport: 1000, At: time.Unix(1, 0), Author: author, Payload: payload,
		})
	}
	add := func(payload model.Payload, author model.MemberID) func(*bundle.Bundle) {
		return func(b *bundle.Bundle) {
			b.Content.Entries[0] = append(b.Content.Entries[0], next(b, payload, author))
		}
	}
	path := otto.send()
	for rule, c := range map[string]struct {
		change func(*bundle.Bundle)
		words  string
	}{
		"work of another in an own chain": {add(model.RatingSet{Candidate: 2, Criterion: 1, Value: model.Met}, "M3"), "only the chair's laptop may say"},
		"what concerns all":               {add(model.RatingsRevealed{}, "M2"), "only the chair's laptop may say"},
		"a seat on the panel":             {add(model.MemberAdded{Member: model.Member{ID: "M9", Name: "Eve", Role: model.Chair}}, "M2"), "only the chair's laptop may say"},
		"another's assessment returned":   {add(model.AssessmentReturned{Candidate: 1, Member: "M3"}, "M2"), "only the chair's laptop may say"},
		"the chain of another":            {func(b *bundle.Bundle) { rename(t, b, model.OwnChain(otto.File.Device(), "M3"), "M3") }, "which only Ida Holm may send"},
		"the chain of the chair's laptop": {func(b *bundle.Bundle) { rename(t, b, p.chair.File.Device().Chain(), "M2") }, "says something else"},
		"a chain without a member":        {func(b *bundle.Bundle) { rename(t, b, "strange", "M2") }, "is done on this laptop alone"},
		"an entry left out": {func(b *bundle.Bundle) {
			b.Content.Entries[0] = append(b.Content.Entries[0][:1:1], b.Content.Entries[0][2:]...)
		}, "do not follow one another"},
		"entries in another order":         {func(b *bundle.Bundle) { x := b.Content.Entries[0]; x[0], x[1] = x[1], x[0] }, "do not follow one another"},
		"an entry that is none":            {func(b *bundle.Bundle) { b.Content.Entries[0][1] = []byte("x") }, "do not follow one another"},
		"all of logical time":              {lamport(t, 1<<63), "do not follow one another"},
		"a text that is not what was said": {func(b *bundle.Bundle) { b.Content.Texts[0].Body = "Something else." }, "no entry of it speaks of"},
		"a text from nowhere":              {func(b *bundle.Bundle) { b.Content.Texts[0].ID = "zz.1.0" }, "no entry of it speaks of"},
		"a text about nobody":              {func(b *bundle.Bundle) { b.Content.Texts[0].Candidate = 99 }, "no candidate C099"},
		"files of candidates":              {func(b *bundle.Bundle) { b.Content.People = []bundle.Person{{Candidate: 1, Record: []byte("x")}} }, "holds files of candidates"},
		"another vacancy":                  {func(b *bundle.Bundle) { b.Vacancy = "other" }, "is about another vacancy"},
		"a gap":                            {gap, "2 entries from Otto Finch's laptop are missing"},
	} {
		_, err := p.chair.merge(forge(t, otto, p.chair, p.chair.open(path), c.change))
		if s := model.Explain(err); !strings.Contains(s, c.words) {
			t.Errorf("%s: %q", rule, s)
		}
		if p.chair.Board.RatingCount() != 0 {
			t.Fatalf("%s: something was taken in", rule)
		}
	}
	for rule, by := range map[string]*identity.Identity{"a stranger": card(t, "Otto Finch"), "another member": ida.id} {
		_, err := p.chair.merge(packed(t, by, p.chair, p.chair.open(path)))
		if err == nil || p.chair.Board.RatingCount() != 0 {
			t.Errorf("%s sends the work of a member: %v", rule, err)
		}
	}
	if _, err := p.chair.merge(path); err != nil {
		t.Fatal(err)
	}
	_, err := p.chair.merge(forge(t, otto, p.chair, p.chair.open(path), func(b *bundle.Bundle) {
		x := b.Content.Entries[0]
		x[len(x)-1] = entry(t, model.Event{ID: model.EventID{Chain: chain, Seq: uint64(len(x))}, Lamport: 900, Author: "M2", Payload: model.JobsTicked{Candidate: 1, Criterion: 1}})
	}))
	if s := model.Explain(err); !strings.Contains(s, "says something else in entry") {
		t.Errorf("the same entry with other content: %q", s)
	}
}

// rename puts the entries of a bundle into another chain.
func rename(t *testing.T, b *bundle.Bundle, chain model.ChainID, author model.MemberID) {
	b.Chains[0].Name = chain
	for i, body := range b.Content.Entries[0] {
		e, err := codec.Decode(body)
		must(t, err)
		e.ID.Chain, e.Author = chain, author
		b.Content.Entries[0][i] = entry(t, e)
	}
	b.Content.Texts = nil
}

func lamport(t *testing.T, to uint64) func(*bundle.Bundle) {
	return func(b *bundle.Bundle) {
		last := len(b.Content.Entries[0]) - 1
		e, err := codec.Decode(b.Content.Entries[0][last])
		must(t, err)
		e.Lamport = to
		b.Content.Entries[0][last] = entry(t, e)
	}
}

// gap drops the first two entries of a bundle.
func gap(b *bundle.Bundle) {
	x := b.Content.Entries[0]
	hash := [32]byte{}
	for _, body := range x[:2] {
		hash = sha256.Sum256(append(hash[:len(hash):len(hash)], body...))
	}
	b.Content.Entries[0], b.Chains[0].First, b.Chains[0].Before = x[2:], 3, hash[:]
	b.Content.Texts = nil
}

func TestAMemberTakesNothingFromOtherMembers(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 2)
	otto, ida := p.members[0], p.members[1]
	otto.rate(1, model.Met)
	p.chair.rate(1, model.NotMet)
	own := p.chair.open(otto.send())
	if _, err := ida.merge(forge(t, otto, ida, own, func(*bundle.Bundle) {})); !strings.Contains(model.Explain(err), "does not come from the chair") {
		t.Errorf("work of a member: %v", err)
	}
	// What the chair sends to one member is useless to another, even if the first passes it on.
	forOtto := otto.open(p.chair.send("M2"))
	if _, err := ida.merge(packed(t, otto.id, ida, forOtto)); !strings.Contains(model.Explain(err), "does not come from the chair") {
		t.Errorf("what the chair sent another: %v", err)
	}
	// A faulty program of the chair sends ratings before the reveal.
	early := otto.open(p.chair.send("M2"))
	early.Chains = append(early.Chains, bundle.Chain{Name: model.OwnChain(p.chair.File.Device(), "M1"), First: 1, Before: make([]byte, 32)})
	early.Content.Entries = append(early.Content.Entries, [][]byte{entry(t, model.Event{
		ID: model.EventID{Chain: model.OwnChain(p.chair.File.Device(), "M1"), Seq: 1}, Lamport: 500, Author: "M1",
		Payload: model.RatingSet{Candidate: 1, Criterion: 1, Value: model.Met},
	})})
	if _, err := otto.merge(forge(t, p.chair, otto, early, func(*bundle.Bundle) {})); !strings.Contains(model.Explain(err), "not revealed yet") {
		t.Errorf("R11: ratings of the chair before the reveal: %v", err)
	}
	// A new copy can only be made from a bundle of the chair.
	if _, _, err := ida.lib.CreateFrom(own, "", filepath.Join(t.TempDir(), "x.shortlist")); !strings.Contains(model.Explain(err), "does not come from the chair") {
		t.Errorf("a copy made of a member's bundle: %v", err)
	}
	lost := otto.open(p.chair.send("M2"))
	lost.Content.People = lost.Content.People[:1]
	if _, _, err := otto.lib.CreateFrom(otto.open(packed(t, p.chair.id, otto, lost)), "", filepath.Join(t.TempDir(), "x.shortlist")); !strings.Contains(model.Explain(err), "lacks the file of candidate C002") {
		t.Errorf("a candidate without a file: %v", err)
	}
}

// TestNoByteOfAHistoryCanBeChangedUnseen covers R28: an entry that was taken in cannot come again with another byte.
func TestNoByteOfAHistoryCanBeChangedUnseen(t *testing.T) {
	t.Parallel()
	p := seat(t, 1, 2)
	otto := p.members[0]
	otto.rate(1, model.Met)
	_, err := p.chair.merge(otto.send())
	must(t, err)
	good := p.chair.open(otto.send())
	for at := 0; ; at++ {
		b := *good
		b.Content.Entries = [][][]byte{{}}
		i, done := at, false
		for _, body := range good.Content.Entries[0] {
			x := bytes.Clone(body)
			if i >= 0 && i < len(x) {
				x[i] ^= 1
				done = true
			}
			i -= len(body)
			b.Content.Entries[0] = append(b.Content.Entries[0], x)
		}
		if !done {
			break
		}
		if _, err := p.chair.File.Merge(&b, p.chair.id.Card().Key, false); model.CodeOf(err) == "" {
			t.Fatalf("byte %d of the history was changed: %v", at, err)
		}
	}
	v, err := store.Verify(p.chair.File.Path(), "")
	if err != nil || !v.Intact() {
		t.Errorf("%v %s", err, v)
	}
}
