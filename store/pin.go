package store

// This file holds what PINs are checked against, and counts wrong tries. Both stay in the file on this laptop and are in
// no event and no bundle, because so few digits can be guessed from them. A PIN keeps colleagues at one laptop apart; it
// encrypts nothing.

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/crypto/scrypt"

	"shortlist/model"
	"shortlist/store/codec"
)

const (
	// pinWork is the cost of scrypt as a power of two: about a tenth of a second and 32 MB.
	pinWork    = 15
	maxPINWork = 20 // the most that a damaged file can make this laptop do
	pinSize    = 32
)

// pinLock is what a PIN is checked against, and how often a wrong one was typed.
type pinLock struct {
	Salt  []byte `json:"salt"`
	Hash  []byte `json:"hash"`
	Work  int    `json:"work"`
	Wrong int    `json:"wrong,omitempty"` // wrong tries in a row
	Tried int64  `json:"tried,omitempty"` // when the last try was, in Unix seconds
}

func pinKey(m model.MemberID) []byte { return append([]byte("pin "), m...) }

// MakePIN makes what a PIN is checked against, for model.SetPIN. It takes about a tenth of a second. It returns
// *model.Error Invalid if the digits are not allowed as a PIN.
func (f *File) MakePIN(pin string) ([]byte, error) {
	if err := model.CheckPIN(pin); err != nil {
		return nil, err
	}
	l := pinLock{Salt: make([]byte, 16), Work: pinWork}
	_, _ = rand.Read(l.Salt) // never fails: crypto/rand ends the program if the system has no randomness
	var err error
	if l.Hash, err = l.hash(pin); err != nil {
		return nil, err
	}
	return codec.Marshal(l)
}

func (l pinLock) hash(pin string) ([]byte, error) {
	h, err := scrypt.Key([]byte(pin), l.Salt, 1<<l.Work, 8, 1, pinSize)
	if err != nil {
		return nil, fmt.Errorf("hash a PIN: %w", err)
	}
	return h, nil
}

func (l pinLock) sound() bool {
	return len(l.Salt) >= 16 && len(l.Hash) == pinSize && l.Work >= 1 && l.Work <= maxPINWork && l.Wrong >= 0
}

// TryPIN checks a member's PIN, which takes about a tenth of a second. Each try is counted before it is checked, so that
// ending the program gains nothing. It returns *model.Error Forbidden if the PIN is wrong, or if it is too early after
// wrong ones, and *DamagedError if what it is checked against cannot be read.
func (f *File) TryPIN(m model.MemberID, pin string, now time.Time) error {
	if f.readOnly {
		return &model.Error{Code: model.Forbidden, Subject: string(m), Message: "A PIN cannot be checked while the file is open for reading only, because wrong tries could not be counted: close it where it is open, then open it here again."}
	}
	l, err := f.countTry(m, now)
	if err != nil {
		return err
	}
	h, err := l.hash(pin)
	if err != nil {
		return err
	}
	if subtle.ConstantTimeCompare(h, l.Hash) == 1 {
		return f.changePIN(m, func(now *pinLock) error {
			if subtle.ConstantTimeCompare(now.Salt, l.Salt) == 1 { // it was not changed meanwhile
				now.Wrong, now.Tried = 0, 0
			}
			return nil
		})
	}
	says := "This is not the PIN. Type it again."
	if w := model.PINWait(l.Wrong); w > 0 {
		says = fmt.Sprintf("This is not the PIN. Wait %s before you try again; a forgotten one is taken away by the chair.", seconds(w))
	}
	return &model.Error{Code: model.Forbidden, Subject: string(m), Message: says}
}

// countTry counts a try as wrong until it is known to be right, and refuses one that comes too early. If the clock was
// set back, the wait begins again, so that it neither ends early nor lasts for a year.
func (f *File) countTry(m model.MemberID, now time.Time) (pinLock, error) {
	var out pinLock
	var early error
	err := f.changePIN(m, func(l *pinLock) error {
		last := time.Unix(l.Tried, 0)
		if wait := model.PINWait(l.Wrong); wait > 0 {
			if now.Before(last) {
				l.Tried, last = now.Unix(), now
			}
			if left := last.Add(wait).Sub(now); left > 0 {
				early = &model.Error{Code: model.Forbidden, Subject: string(m), Message: fmt.Sprintf("There were too many wrong PINs: wait %s before you try again.", seconds(left))}
				return nil
			}
		}
		l.Wrong, l.Tried = l.Wrong+1, now.Unix()
		out = *l
		return nil
	})
	if err == nil {
		err = early
	}
	return out, err
}

func seconds(d time.Duration) string {
	return model.Count(int((d+time.Second-1)/time.Second), "second", "seconds")
}

// changePIN changes what is stored about a member's PIN.
func (f *File) changePIN(m model.MemberID, change func(*pinLock) error) error {
	f.write.Lock()
	defer f.write.Unlock()
	return f.update(func(tx *bolt.Tx) error {
		v, err := get(tx, bucketMeta, pinKey(m), "what a PIN is checked against")
		if err != nil {
			return err
		}
		if v == nil {
			return &model.Error{Code: model.Conflict, Subject: string(m), Message: "What this PIN is checked against is missing from the file: the chair takes the PIN away, then it is set anew."}
		}
		var l pinLock
		if codec.Unmarshal(v, &l) != nil || !l.sound() {
			return damaged("what a PIN is checked against")
		}
		if err := change(&l); err != nil {
			return err
		}
		if v, err = codec.Marshal(l); err != nil {
			return err
		}
		return put(tx, bucketMeta, pinKey(m), v)
	})
}

// keepPIN stores what a new PIN is checked against, or deletes it together with the PIN. It runs in the transaction of
// the event, so that nobody is locked out, or believes to be protected, by half of it.
func keepPIN(tx *bolt.Tx, p model.PINChanged, lock []byte) error {
	if !p.Set {
		b, err := bucketOf(tx, bucketMeta)
		if err != nil {
			return err
		}
		return b.Delete(pinKey(p.Member))
	}
	var l pinLock
	if codec.Unmarshal(lock, &l) != nil || !l.sound() {
		return &model.Error{Code: model.Invalid, Subject: string(p.Member), Message: "This PIN came without what it is checked against. Nothing was saved: set it again."}
	}
	return put(tx, bucketMeta, pinKey(p.Member), lock)
}
