package store_test

// This file hands over histories and tries to change them unnoticed: by accident at every byte, and as somebody would
// who knows the format and corrects every check sum.

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/exports"
)

// exported returns the history as it is handed over.
func exported(t testing.TB, f *store.File, as model.MemberID) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, f.ExportTo(&out, as, "history"))
	return out.Bytes()
}

// revealed returns a panel of a chair and members, all of whom rated one candidate. The chair has everything and has
// revealed.
func revealed(t testing.TB, members int) *panel {
	t.Helper()
	p := seat(t, members, 1)
	for i, m := range p.members {
		m.rate(1, []model.Value{model.Met, model.NotMet, model.Unclear}[i])
		_, err := p.chair.merge(m.send())
		must(t, err)
	}
	p.chair.Do("M1", model.RevealRatings{Reason: "Enough."})
	return p
}

// TestAHistoryThatIsHandedOverProvesItself covers R28 and R34: who did what, in words, with what proves it.
func TestAHistoryThatIsHandedOverProvesItself(t *testing.T) {
	t.Parallel()
	p := revealed(t, 3)
	otto := p.members[0]
	before := exported(t, otto.File, "M2")
	_, err := otto.merge(p.chair.send("M2"))
	must(t, err)
	head := hex.EncodeToString(p.chair.File.Heads()[model.OwnChain(otto.File.Device(), "M2")])
	for rule, c := range map[string]struct {
		data        []byte
		head, words string
	}{
		"the chair's":                  {exported(t, p.chair.File, "M1"), head, "24 entries of 4 laptops in unbroken chains, 15 of them signed on other laptops; every line says what its entry says; written for Vera Quill after the reveal; the rules are as sealed ("},
		"a member's":                   {exported(t, otto.File, "M2"), head, "24 entries of 4 laptops in unbroken chains, 19 of them signed on other laptops; every line says what its entry says; written for Otto Finch after the reveal;"},
		"a member's before":            {before, head, "13 entries of 2 laptops in unbroken chains, 8 of them signed on other laptops; every line says what its entry says; written for Otto Finch before the reveal, so without the work of others;"},
		"one for nobody in particular": {exported(t, p.chair.File, ""), "", "written for nobody by name after the reveal"},
	} {
		path := filepath.Join(t.TempDir(), "proof.shortlist") // recognised by its content, whatever its name
		must(t, os.WriteFile(path, c.data, 0o600))
		v, err := store.Verify(path, strings.ToUpper(c.head))
		if s := v.String(); err != nil || !v.Intact() || !strings.Contains(s, c.words) || strings.ContainsRune(s, '\n') || c.head != "" && !strings.HasSuffix(s, "is in the history.") {
			t.Errorf("R34: %s: %v %s", rule, err, v)
		}
		v, err = store.Verify(path, strings.Repeat("ab", 32))
		if err != nil || v.Intact() || !strings.Contains(v.String(), "is not in the history") {
			t.Errorf("%s with a hash from elsewhere: %v %s", rule, err, v)
		}
	}
	if !bytes.Equal(exported(t, p.chair.File, "M3"), exported(t, p.chair.File, "M3")) {
		t.Error("the same file gives two histories")
	}
}

// TestAnExportedHistorySaysWhatTheHistoryPageSays compares the sentences.
func TestAnExportedHistorySaysWhatTheHistoryPageSays(t *testing.T) {
	t.Parallel()
	p := revealed(t, 2)
	text := string(exported(t, p.chair.File, "M2"))
	p.chair.Reload()
	events, err := p.chair.File.History(0, 1000)
	must(t, err)
	for _, e := range events {
		said := p.chair.Board.As("M2").Narrate(e)
		if !strings.Contains(text, fmt.Sprintf(`"kind":%q,"who":%q,"what":%q,`, e.Payload.Wire(), said.Who, said.What)) {
			t.Errorf("%s: %s %s", e.ID, said.Who, said.What)
		}
	}
	if n := strings.Count(text, "\n"); n != len(events)+2 {
		t.Errorf("%d lines of %d entries", n, len(events))
	}
}

// TestBeforeTheRevealAHistoryHoldsNoWorkOfOthers looks at the bytes that are handed over: R11, and R32 if the rules hide
// who the candidates are.
func TestBeforeTheRevealAHistoryHoldsNoWorkOfOthers(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 2)
	p.chair.Do("M1", model.ReopenRules{Reason: "Names are to be hidden."})
	rules := p.chair.Board.Rules
	rules.Anonymous = true
	p.chair.Do("M1", model.EditRules{Rules: rules})
	p.chair.Do("M1", model.SealRules{})
	for _, m := range p.members {
		_, err := m.merge(p.chair.send(m.me))
		must(t, err)
		m.rate(1, model.Met)
		m.Do(m.me, model.DeclareConflict{Candidate: 2, Interest: model.Recused})
		_, err = p.chair.merge(m.send())
		must(t, err)
	}
	p.chair.rate(1, model.NotMet)
	for _, viewer := range []model.MemberID{"M1", "M2", "M3", ""} {
		data := exported(t, p.chair.File, viewer)
		v, err := store.ProveExported(data, "")
		if err != nil || !v.Intact() {
			t.Errorf("%q: %v %s", viewer, err, v)
		}
		own := 0
		_, err = exports.ReadHistory(bytes.NewReader(data), func(line int, x exports.HistoryEntry) error {
			e, err := codec.Decode(x.Bytes)
			must(t, err)
			if _, m := e.ID.Chain.Split(); m != "" && m != viewer || model.Own(e) && e.Author != viewer {
				t.Errorf("R11: %q gets line %d, which is the work of %s", viewer, line, e.Author)
			} else if m != "" {
				own++
			}
			return nil
		})
		if must(t, err); (own == 0) != (viewer == "") {
			t.Errorf("%q gets %d entries of their own", viewer, own)
		}
		for c := model.CandidateID(1); c <= 2; c++ {
			d, err := p.chair.File.Dossier(c)
			must(t, err)
			for _, word := range append(strings.Fields(d.Person.Name), d.Person.Email, d.Person.Reference) {
				if bytes.Contains(data, []byte(word)) {
					t.Errorf("R32: %q is in the history of %q although the rules hide names", word, viewer)
				}
			}
		}
	}
}

// TestNoByteOfAnExportedHistoryCanBeChanged changes, removes and adds every byte of the history of three members with
// signed chains, and cuts it after every line: R28, R34.
func TestNoByteOfAnExportedHistoryCanBeChanged(t *testing.T) {
	t.Parallel()
	p := seat(t, 3, 1)
	p.members[0].Do("M2", model.SetRating{Candidate: 1, Criterion: 1, Value: model.Met})
	p.members[0].Do("M2", model.SetReason{Candidate: 1, Criterion: 1, Text: "Own words."})
	p.members[1].Do("M3", model.SetRating{Candidate: 1, Criterion: 2, Value: "3"})
	p.members[2].Do("M4", model.DeclareConflict{Candidate: 1, Interest: model.Recused})
	for _, m := range p.members {
		_, err := p.chair.merge(m.send())
		must(t, err)
	}
	p.chair.Do("M1", model.RevealRatings{Reason: "Enough."})
	data := exported(t, p.chair.File, "M1")
	if v, err := store.ProveExported(data, ""); err != nil || !v.Intact() || v.Signed != 4 {
		t.Fatalf("%v %s", err, v)
	}
	named := regexp.MustCompile(`^some\.history is NOT intact: Line \d+ [^\n]*\.$`)
	refused := func(t *testing.T, what string, at int, x []byte) {
		t.Helper()
		if v, err := store.ProveExported(x, ""); err != nil || v.Intact() || !named.MatchString(v.String()) {
			t.Fatalf("%s at %d of %d: %v %s", what, at, len(data), err, v)
		}
	}
	const parts = 4
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for at := part; at < len(data); at += parts {
				x := bytes.Clone(data)
				for _, mask := range []byte{1, 0x80} {
					x[at] ^= mask
					refused(t, "bit turned", at, x)
					x[at] ^= mask
				}
				refused(t, "byte taken out", at, slices.Delete(x, at, at+1))
				refused(t, "byte added", at, slices.Insert(bytes.Clone(data), at, data[(at*7)%len(data)]^1))
				if data[at] == '\n' {
					refused(t, "cut before the end of a line", at, data[:at])
					if at+1 < len(data) {
						refused(t, "cut after a line", at, data[:at+1])
					}
				}
			}
		})
	}
	path := filepath.Join(t.TempDir(), "x.history")
	for at := range 600 { // whichever byte is changed, the file must still be recognised
		x := bytes.Clone(data)
		x[at] ^= 1
		must(t, os.WriteFile(path, x, 0o600))
		if v, err := store.Verify(path, ""); err != nil || v.Intact() {
			t.Fatalf("byte %d: %v %s", at, err, v)
		}
	}
}

// remake writes a history again as somebody would who knows the format: every hash, sentence and check sum is corrected.
func remake(t testing.TB, data []byte, change func(*exports.History)) []byte {
	t.Helper()
	var entries []exports.HistoryEntry
	h, err := exports.ReadHistory(bytes.NewReader(data), func(_ int, e exports.HistoryEntry) (err error) {
		e.Event, err = codec.Decode(e.Bytes)
		entries = append(entries, e)
		return err
	})
	must(t, err)
	h.Entries = entries
	change(&h)
	heads := map[model.ChainID][32]byte{}
	var events []model.Event
	for i := range h.Entries {
		e := &h.Entries[i]
		before := heads[e.Event.ID.Chain]
		e.Bytes = entry(t, e.Event)
		hash := sha256.Sum256(append(before[:len(before):len(before)], e.Bytes...))
		e.Before, e.Hash, heads[e.Event.ID.Chain] = before[:], hash[:], hash
		events = append(events, e.Event)
	}
	h.Board = model.Fold(events)
	var out bytes.Buffer
	must(t, exports.WriteHistory(&out, h))
	return out.Bytes()
}

// of returns the places of the entries of a chain.
func of(h *exports.History, chain model.ChainID) (at []int) {
	for i, e := range h.Entries {
		if e.Event.ID.Chain == chain {
			at = append(at, i)
		}
	}
	return at
}

// TestWhoMendsEveryCheckSumIsFoundOut changes an event and makes the rest of the file fit: R1, R3, R11, R28.
func TestWhoMendsEveryCheckSumIsFoundOut(t *testing.T) {
	t.Parallel()
	p := revealed(t, 3)
	home, otto := p.chair.File.Device().Chain(), model.OwnChain(p.members[0].File.Device(), "M2")
	stranger := card(t, "Otto Finch")
	chairs := exported(t, p.chair.File, "M1")
	_, err := p.members[0].merge(p.chair.send("M2"))
	must(t, err)
	members := exported(t, p.members[0].File, "M2")
	drop := func(h *exports.History, i int) { h.Entries = slices.Delete(h.Entries, i, i+1) }
	for rule, c := range map[string]struct {
		data   []byte
		change func(*exports.History)
		words  string
	}{
		"a rating that was signed": {chairs, func(h *exports.History) {
			e := &h.Entries[of(h, otto)[0]].Event
			r, _ := e.Payload.(model.RatingSet)
			r.Value = model.NotMet
			e.Payload = r
		}, "are not signed by Otto Finch"},
		"when it was given": {chairs, func(h *exports.History) {
			e := &h.Entries[of(h, otto)[0]].Event
			e.At = e.At.AddDate(0, 0, -1)
		}, "are not signed by Otto Finch"},
		"the last that was signed is left out": {chairs, func(h *exports.History) {
			at := of(h, otto)
			gone, last := h.Entries[at[len(at)-1]], &h.Entries[at[len(at)-2]]
			last.Key, last.Signature = gone.Key, gone.Signature
			drop(h, at[len(at)-1])
		}, "are not signed by Otto Finch"},
		"one in the middle is left out": {chairs, func(h *exports.History) { drop(h, of(h, otto)[1]) }, "holds entry 3 of a chain where entry 2 has to come"},
		"one is there twice": {chairs, func(h *exports.History) {
			i := of(h, otto)[1]
			h.Entries = slices.Insert(h.Entries, i, h.Entries[i])
		}, "stands out of order"},
		"two of two chains change places": {chairs, func(h *exports.History) {
			i := of(h, otto)[0]
			h.Entries[i-1], h.Entries[i] = h.Entries[i], h.Entries[i-1]
		}, "stands out of order"},
		"two of a chain change places": {chairs, func(h *exports.History) {
			at := of(h, otto)
			h.Entries[at[0]], h.Entries[at[1]] = h.Entries[at[1]], h.Entries[at[0]]
		}, "holds entry 2 of a chain where entry 1 has to come"},
		"a signature is taken off": {chairs, func(h *exports.History) {
			for _, i := range of(h, otto) {
				h.Entries[i].Key, h.Entries[i].Signature = "", nil
			}
		}, "are not signed to the last"},
		"a signature is put in the middle": {chairs, func(h *exports.History) {
			at := of(h, otto)
			h.Entries[at[0]].Key, h.Entries[at[0]].Signature = "x", []byte("x")
		}, "follows an entry that is signed as the last of its chain"},
		"somebody else signs": {chairs, func(h *exports.History) {
			at := of(h, otto)
			e := &h.Entries[at[len(at)-1]]
			e.Key, e.Signature = stranger.Card().Key, stranger.Sign(bundle.HeadMessage(h.Vacancy, otto, e.Event.ID.Seq, e.Hash))
		}, "are not signed by Otto Finch"},
		"a chain nobody signed is signed by somebody": {chairs, func(h *exports.History) {
			at := of(h, home)
			e := &h.Entries[at[len(at)-1]]
			e.Key, e.Signature = stranger.Card().Key, stranger.Sign(bundle.HeadMessage(h.Vacancy, home, e.Event.ID.Seq, e.Hash))
		}, "are not signed by the chair"},
		"it was on the member's laptop": {chairs, func(h *exports.History) { h.Laptop = p.members[0].File.Device() }, "are not signed to the last"},
		"it is another vacancy":         {chairs, func(h *exports.History) { h.Vacancy = "other" }, "are not signed by"},
		"R11: it was not revealed":      {chairs, func(h *exports.History) { drop(h, len(h.Entries)-1) }, "It holds work of Otto Finch, although the ratings were not revealed"},
		"it is the work of another": {
			chairs, func(h *exports.History) { h.Entries[of(h, otto)[0]].Event.Author = "M3" },
			"was not written by whom it names",
		},
		"R1, R3: a criterion is raised after the sealing": {chairs, func(h *exports.History) {
			e := &h.Entries[of(h, home)[0]].Event
			v, _ := e.Payload.(model.VacancyCreated)
			v.Criteria = slices.Clone(v.Criteria)
			v.Criteria[1].Text = "a hand of iron"
			e.Payload = v
		}, "The rules are not those whose hash was sealed"},
		"what the chair signed": {members, func(h *exports.History) {
			at := of(h, home)
			h.Entries[at[len(at)-1]].Event.Payload = model.RatingsRevealed{Reason: "Another reason."}
		}, "are not signed by the chair"},
	} {
		v, err := store.ProveExported(remake(t, c.data, c.change), "")
		if err != nil || v.Intact() || !strings.Contains(v.String(), c.words) {
			t.Errorf("%s: %v %s", rule, err, v)
		}
	}
	if x := remake(t, chairs, func(*exports.History) {}); !bytes.Equal(x, chairs) {
		t.Error("what is made anew without a change is not the same")
	}
}

// TestWhatAHistoryAloneCannotProve shows what only the hash in an earlier report can tell.
func TestWhatAHistoryAloneCannotProve(t *testing.T) {
	t.Parallel()
	p := revealed(t, 2)
	home, otto := p.chair.File.Device().Chain(), model.OwnChain(p.members[0].File.Device(), "M2")
	printed := p.chair.File.Heads()
	for rule, c := range map[string]struct {
		change func(*exports.History)
		chain  model.ChainID
	}{
		"what was done where it was written": {func(h *exports.History) {
			at := of(h, home)
			h.Entries[at[len(at)-1]].Event.Payload = model.RatingsRevealed{Reason: "Another reason."}
		}, home},
		"a chain that is left out whole": {func(h *exports.History) {
			h.Entries = slices.DeleteFunc(h.Entries, func(e exports.HistoryEntry) bool { return e.Event.ID.Chain == otto })
		}, otto},
	} {
		x := remake(t, exported(t, p.chair.File, "M1"), c.change)
		if v, err := store.ProveExported(x, ""); err != nil || !v.Intact() {
			t.Errorf("%s: say in the README that this is found out: %v %s", rule, err, v)
		}
		v, err := store.ProveExported(x, hex.EncodeToString(printed[c.chain]))
		if err != nil || v.Intact() || !strings.Contains(v.String(), "is not in the history") {
			t.Errorf("R28: %s, with the hash of a report: %v %s", rule, err, v)
		}
	}
}

// FuzzExportedHistory reads any bytes as an exported history, and as entries of one whose check sums are right.
func FuzzExportedHistory(f *testing.F) {
	good := exported(f, revealed(f, 2).chair.File, "M1")
	empty := remake(f, good, func(h *exports.History) { h.Entries = nil })
	f.Add(good)
	f.Add(empty)
	var first []byte
	_, err := exports.ReadHistory(bytes.NewReader(good), func(_ int, e exports.HistoryEntry) error {
		if f.Add(e.Bytes); first == nil {
			first = e.Bytes
		}
		return nil
	})
	must(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		if v, err := store.ProveExported(data, ""); err != nil || v.Intact() && !bytes.HasPrefix(data, []byte(`{"format":"shortlist-history"`)) {
			t.Fatalf("%v %s", err, v)
		}
		e, err := codec.Decode(data)
		if err != nil || e.ID.Seq == 0 {
			return
		}
		// One entry alone, of a history in which everything else is right.
		x := remake(t, empty, func(h *exports.History) {
			e.ID.Seq = 1
			h.Laptop, _ = e.ID.Chain.Split()
			h.Entries = []exports.HistoryEntry{{Event: e}}
		})
		if v, err := store.ProveExported(x, ""); err != nil || strings.ContainsAny(v.String(), "\n\x1b") {
			t.Fatalf("%v %q", err, v.String())
		}
	})
}
