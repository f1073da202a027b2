package store_test

// This file tests PINs: right ones, wrong ones and the waiting, after a crash, and with a damaged file.

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/storetest"
)

var morning = time.Date(2025, 4, 1, 9, 0, 0, 0, time.UTC)

// setPIN sets a member's PIN as the program does.
func setPIN(d *storetest.Desk, m model.MemberID, pin string) model.Change {
	d.T.Helper()
	lock, err := d.File.MakePIN(pin)
	must(d.T, err)
	return d.Do(m, model.SetPIN{Lock: lock})
}

// mark returns a part of the hash of a PIN that was set.
func mark(ch model.Change) []byte {
	at := bytes.Index(ch.Lock, []byte("dhash"))
	return ch.Lock[at+8 : at+28]
}

// try tries a PIN and expects words in the refusal; "" expects the PIN to be right.
func try(d *storetest.Desk, m model.MemberID, pin string, now time.Time, want string) {
	d.T.Helper()
	err := d.File.TryPIN(m, pin, now)
	if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(model.Explain(err), want)) {
		d.T.Fatalf("%s with %q at %s: %v, want %q", m, pin, now.Format(time.TimeOnly), err, want)
	}
}

func again(d *storetest.Desk, l *store.Library) *storetest.Desk {
	d.T.Helper()
	must(d.T, d.File.Close())
	f, err := l.Open(d.File.Path(), false)
	must(d.T, err)
	return storetest.Sit(d.T, f)
}

func TestAPINIsKeptInTheFileAndNowhereElse(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 2)
	if _, err := d.File.MakePIN("1234"); model.CodeOf(err) != model.Invalid {
		t.Errorf("1234: %v", err)
	}
	ch := setPIN(d, "M2", "4071")
	other, err := d.File.MakePIN("4071")
	must(t, err)
	if bytes.Equal(ch.Lock, other) {
		t.Error("the same PIN twice leaves the same mark: the salt is not random")
	}
	try(d, "M2", "4071", morning, "")
	d = again(d, l)
	try(d, "M2", "4071", morning, "")
	kept := false
	must(t, d.File.View(func(tx *bolt.Tx) error {
		kept = bytes.Contains(tx.Bucket([]byte("meta")).Get([]byte("pin M2")), mark(ch))
		return nil
	}))
	if !kept {
		t.Error("what is looked for elsewhere is not what is kept")
	}
	try(d, "M2", "4072", morning, "This is not the PIN")
	must(t, d.File.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				if string(name) != "meta" && (bytes.Contains(v, mark(ch)) || bytes.Contains(v, []byte("4071"))) {
					t.Errorf("%s %q holds something of the PIN", name, k)
				}
				return nil
			})
		})
	}))
	setPIN(d, "M2", "5082")
	try(d, "M2", "4071", morning, "This is not the PIN")
	try(d, "M2", "5082", morning, "")
	d.Do("M2", model.RemovePIN{Member: "M2"})
	try(d, "M2", "5082", morning, "missing from the file")
	must(t, d.File.View(func(tx *bolt.Tx) error {
		if v := tx.Bucket([]byte("meta")).Get([]byte("pin M2")); v != nil {
			t.Error("the mark of a PIN that was taken away is kept")
		}
		return nil
	}))
}

func TestWrongPINsMakeWait(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 1)
	setPIN(d, "M1", "9081")
	setPIN(d, "M2", "4071")
	now := morning
	for range 4 {
		try(d, "M2", "0000", now, "Type it again.")
	}
	try(d, "M2", "4071", now, "")
	for range 4 { // in a row means in a row
		try(d, "M2", "0000", now, "Type it again.")
	}
	try(d, "M2", "0000", now, "Wait 30 seconds")
	try(d, "M2", "4071", now, "wait 30 seconds")
	try(d, "M1", "9081", now, "") // only this member has to wait
	d = again(d, l)
	try(d, "M2", "4071", now.Add(10*time.Second), "wait 20 seconds")
	try(d, "M2", "0000", now.Add(30*time.Second), "Wait 60 seconds")
	now = now.Add(30 * time.Second)
	try(d, "M2", "4071", now.Add(59*time.Second), "wait 1 second ")
	back := now.AddDate(-1, 0, 0) // the clock is set back by a year
	try(d, "M2", "4071", back, "wait 60 seconds")
	try(d, "M2", "4071", back.Add(59*time.Second), "wait 1 second ")
	try(d, "M2", "4071", back.Add(60*time.Second), "")
	try(d, "M2", "0000", back.Add(61*time.Second), "Type it again.")
}

func TestATryCountsAlthoughTheProgramIsKilled(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 1)
	setPIN(d, "M2", "4071")
	for range 5 {
		_ = d.File.TryPIN("M2", "0000", morning)
	}
	must(t, d.File.Abandon())
	f, err := l.Open(d.File.Path(), false)
	must(t, err)
	d = storetest.Sit(t, f)
	try(d, "M2", "4071", morning, "wait 30 seconds")
}

// Half of it would lock somebody out, or let them believe to be protected.
func TestAPINAndItsEntryAreStoredTogetherOrNotAtAll(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 1)
	lock, err := d.File.MakePIN("4071")
	must(t, err)
	for name, spoil := range map[string]func(*model.Change){
		"a text about nobody":       func(c *model.Change) { c.Texts = []model.Text{{Candidate: 99, ID: "x", Body: "x"}} },
		"nothing to check against":  func(c *model.Change) { c.Lock = nil },
		"something else to check":   func(c *model.Change) { c.Lock = []byte("1234") },
		"half of what it is":        func(c *model.Change) { c.Lock = c.Lock[:len(c.Lock)/2] },
		"a gap in the entries":      func(c *model.Change) { e := c.Events[0]; e.ID.Seq += 7; c.Events = append(c.Events, e) },
		"a cost that hangs laptops": func(c *model.Change) { c.Lock = bytes.Replace(c.Lock, []byte("dwork\x0f"), []byte("dwork\x17"), 1) },
	} {
		ch := d.Decide("M2", model.SetPIN{Lock: lock})
		ch.Lock = bytes.Clone(ch.Lock)
		if spoil(&ch); d.File.Commit(ch) == nil {
			t.Fatalf("%s: stored", name)
		}
		if d.Reload(); d.Board.AsksPIN("M2", d.File.Device()) {
			t.Errorf("%s: the entry is there", name)
		}
		try(d, "M2", "4071", morning, "missing from the file")
	}
	setPIN(d, "M2", "4071")
	must(t, d.File.Abandon())
	f, err := l.Open(d.File.Path(), false)
	must(t, err)
	d = storetest.Sit(t, f)
	if !d.Board.AsksPIN("M2", d.File.Device()) {
		t.Error("the entry is gone")
	}
	try(d, "M2", "4071", morning, "")
}

func TestADamagedPINIsASentenceAndCanBeTakenAway(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*bolt.Bucket) error{
		"a flipped bit": func(b *bolt.Bucket) error {
			v := bytes.Clone(b.Get([]byte("pin M2")))
			v[len(v)/2] ^= 4
			return b.Put([]byte("pin M2"), v)
		},
		"gone": func(b *bolt.Bucket) error { return b.Delete([]byte("pin M2")) },
		"no lock at all": func(b *bolt.Bucket) error {
			return store.Put(b.Tx(), []byte("meta"), []byte("pin M2"), []byte{0xa0})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, d := desk(t, 1)
			d.File.Backup()
			setPIN(d, "M2", "4071")
			must(t, d.File.Update(func(tx *bolt.Tx) error { return spoil(tx.Bucket([]byte("meta"))) }))
			err := d.File.TryPIN("M2", "4071", morning)
			if says := model.Explain(err); err == nil || !strings.Contains(says, "PIN is checked against") || strings.Count(says, "\n") > 0 {
				t.Errorf("R11: a damaged PIN says %q", says)
			}
			d.Do("M1", model.RemovePIN{Member: "M2", Reason: "It was damaged."})
			setPIN(d, "M2", "5082")
			try(d, "M2", "5082", morning, "")
		})
	}
}

func TestAPINThatCannotBeCountedIsNotTried(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 1)
	setPIN(d, "M2", "4071")
	path := d.File.Path()
	must(t, d.File.Close())
	f, err := l.Open(path, true)
	must(t, err)
	err = f.TryPIN("M2", "4071", morning)
	if model.CodeOf(err) != model.Forbidden || !strings.Contains(model.Explain(err), "reading only") {
		t.Errorf("got %v", err)
	}
	must(t, f.Close())
}

func TestACopyAsksForThePINToo(t *testing.T) {
	t.Parallel()
	l, d := desk(t, 1)
	setPIN(d, "M2", "4071")
	copied, err := d.File.Backup()
	must(t, err)
	f, err := l.Open(copied, false)
	must(t, err)
	c := storetest.Sit(t, f)
	if !c.Board.AsksPIN("M2", f.Device()) {
		t.Error("R11: a backup opens without the PIN")
	}
	try(c, "M2", "4072", morning, "not the PIN")
	try(c, "M2", "4071", morning, "")
}

// So few digits could be guessed from what they are checked against, so it never leaves the laptop.
func TestNoBundleCarriesAPIN(t *testing.T) {
	t.Parallel()
	p := seat(t, 2, 2)
	ch := setPIN(p.chair.Desk, "M1", "9081")
	setPIN(p.chair.Desk, "M2", "4071")
	p.chair.Do("M1", model.RemovePIN{Member: "M2", Reason: "Forgotten."})
	p.chair.Do("M1", model.RevealRatings{Reason: "The time is up."})
	ann := p.members[0]
	sent := p.chair.send("M2")
	b := ann.open(sent)
	for _, run := range b.Content.Entries {
		for _, e := range run {
			if bytes.Contains(e, mark(ch)) || bytes.Contains(e, []byte("salt")) {
				t.Error("R11: an entry carries what the PIN is checked against")
			}
		}
	}
	_, err := ann.File.Merge(b, ann.id.Card().Key, false)
	must(t, err)
	ann.Reload()
	if ann.Board.AsksPIN("M1", ann.File.Device()) || !strings.Contains(ann.Board.TellTaken("M2"), "“Forgotten”") {
		t.Errorf("on her own laptop Ann is asked, or is not told: %q", ann.Board.TellTaken("M2"))
	}
	must(t, ann.File.View(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("meta")).ForEach(func(k, _ []byte) error {
			if bytes.HasPrefix(k, []byte("pin ")) {
				t.Errorf("%q came with the bundle", k)
			}
			return nil
		})
	}))
	s, err := os.ReadFile(sent)
	must(t, err)
	if bytes.Contains(s, mark(ch)) {
		t.Error("R11: the bundle carries what the PIN is checked against")
	}
	if err := ann.File.Commit(model.Change{Events: ch.Events}); err != nil { // stored already, so no lock is needed
		t.Error(err)
	}
}

func TestOlderFilesHaveNoPINAndTakeOne(t *testing.T) {
	t.Parallel()
	path := t.TempDir() + "/old" + Extension
	must(t, copyFile(frozenName(1), path))
	f, err := store.NewLibrary("").Open(path, false)
	must(t, err)
	d := storetest.Sit(t, f)
	for _, m := range d.Board.Panel() {
		if d.Board.AsksPIN(m.ID, f.Device()) {
			t.Errorf("%s is asked for a PIN", m.Name)
		}
	}
	setPIN(d, "M1", "4071")
	try(d, "M1", "4071", morning, "")
	var damaged *store.DamagedError
	if r, err := store.Check(path); err != nil || errors.As(err, &damaged) {
		t.Errorf("%+v, %v", r, err)
	}
}
