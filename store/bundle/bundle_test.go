package bundle_test

// This file checks that what is unpacked is what was packed, and that nothing else is accepted.

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/store/bundle"
	"shortlist/store/codec"
	"shortlist/store/identity"
)

func maker(t testing.TB, name string) *identity.Identity {
	t.Helper()
	id, err := identity.Make(name)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// small returns a bundle with two entries and a text.
func small() (bundle.Manifest, bundle.Body) {
	head := sha256.Sum256([]byte("two"))
	m := bundle.Manifest{
		Vacancy: "v", Title: "Keeper of Maps", Laptop: "aa", Name: "Otto", Revealed: true,
		Chains: []bundle.Chain{{
			Name: "aa.M2", First: 1, Last: 2, Before: make([]byte, 32), Head: head[:],
			Signed: bundle.Signed{Key: "k", Signature: []byte("s")},
		}},
	}
	return m, bundle.Body{
		Entries: [][][]byte{{[]byte("one"), []byte("two")}},
		Texts:   []bundle.Text{{Candidate: 3, ID: "aa.M2.1.0", Salt: []byte("salt"), Body: "Because."}},
	}
}

func pack(t testing.TB, from *identity.Identity, lock bundle.Lock) []byte {
	t.Helper()
	m, b := small()
	var out bytes.Buffer
	if err := bundle.Write(&out, m, b, from.Card().Key, from, lock); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func to(ids ...*identity.Identity) bundle.Lock {
	var l bundle.Lock
	for _, id := range ids {
		l.Recipients = append(l.Recipients, id.Card().Recipient)
	}
	return l
}

func word(w string) func() (string, error) { return func() (string, error) { return w, nil } }

func TestWhatIsUnpackedIsWhatWasPacked(t *testing.T) {
	t.Parallel()
	from, vera, ida := maker(t, "Otto"), maker(t, "Vera"), maker(t, "Ida")
	m, body := small()
	locked, secret := pack(t, from, to(vera, ida)), pack(t, from, bundle.Lock{Passphrase: "correct horse", Work: 4})
	for _, c := range []struct {
		data []byte
		keys bundle.Keys
	}{
		{locked, bundle.Keys{Lock: vera.Lock()}},
		{locked, bundle.Keys{Lock: ida.Lock(), Passphrase: word("x")}},
		{secret, bundle.Keys{Passphrase: word("correct horse")}},
		{secret, bundle.Keys{Lock: vera.Lock(), Passphrase: word("correct horse")}},
	} {
		b, err := bundle.Open("x", c.data, c.keys)
		if err != nil {
			t.Fatal(err)
		}
		want := m
		want.Texts, want.Body = 1, b.Body
		if d := cmp.Diff(want, b.Manifest) + cmp.Diff(body, b.Content); d != "" || b.Key != from.Card().Key {
			t.Errorf("%s\n%s", b.Key, d)
		}
	}
}

func TestWhatCannotBeOpenedIsSaidInASentence(t *testing.T) {
	t.Parallel()
	from, vera, eve := maker(t, "Otto"), maker(t, "Vera"), maker(t, "Eve")
	locked, secret := pack(t, from, to(vera)), pack(t, from, bundle.Lock{Passphrase: "correct horse", Work: 4})
	forged := func() []byte {
		m, b := small()
		var out bytes.Buffer
		if err := bundle.Write(&out, m, b, from.Card().Key, eve, to(vera)); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}()
	for rule, c := range map[string]struct {
		data  []byte
		keys  bundle.Keys
		words string
		code  model.Code
	}{
		"a wrong recipient":      {locked, bundle.Keys{Lock: eve.Lock()}, "locked to the card of somebody else", model.Forbidden},
		"no card at all":         {locked, bundle.Keys{}, "there is no card on this laptop", model.Forbidden},
		"a wrong passphrase":     {secret, bundle.Keys{Passphrase: word("wrong")}, "does not open with this passphrase", model.Forbidden},
		"nobody to ask":          {secret, bundle.Keys{Lock: vera.Lock()}, "under a passphrase", model.Forbidden},
		"signed by another":      {forged, bundle.Keys{Lock: vera.Lock()}, "signature of its sender", model.Invalid},
		"a newer format":         {[]byte("shortlist-bundle 2\nage"), bundle.Keys{Lock: vera.Lock()}, "newer shortlist", model.Stale},
		"an empty file":          {nil, bundle.Keys{}, "is empty", model.Invalid},
		"another file":           {[]byte("PK\x03\x04 a workbook"), bundle.Keys{}, "not a bundle", model.Invalid},
		"a first line only":      {[]byte("shortlist-bundle 1\n"), bundle.Keys{Lock: vera.Lock()}, "damaged or was changed", model.Invalid},
		"a number with a zero":   {append([]byte("shortlist-bundle 01\n"), locked[19:]...), bundle.Keys{Lock: vera.Lock()}, "not a bundle", model.Invalid},
		"something after it":     {append(bytes.Clone(locked), 0), bundle.Keys{Lock: vera.Lock()}, "damaged or was changed", model.Invalid},
		"an end that is missing": {locked[:len(locked)-1], bundle.Keys{Lock: vera.Lock()}, "damaged or was changed", model.Invalid},
	} {
		_, err := bundle.Open("otto.bundle", c.data, c.keys)
		if s := model.Explain(err); !strings.Contains(s, c.words) || model.CodeOf(err) != c.code || !strings.HasSuffix(s, ".") || !strings.Contains(s, "otto.bundle") {
			t.Errorf("%s: %q (%s)", rule, s, model.CodeOf(err))
		}
	}
}

// TestNoByteOfABundleCanBeChanged covers R28 for what is on its way.
func TestNoByteOfABundleCanBeChanged(t *testing.T) {
	t.Parallel()
	from, vera := maker(t, "Otto"), maker(t, "Vera")
	data := pack(t, from, to(vera))
	for at := range data {
		for _, mask := range []byte{1, 0x20, 0x80} {
			x := bytes.Clone(data)
			x[at] ^= mask
			if _, err := bundle.Open("x", x, bundle.Keys{Lock: vera.Lock()}); model.CodeOf(err) == "" {
				t.Fatalf("byte %d of %d, changed by %#x: %v", at, len(data), mask, err)
			}
		}
		if _, err := bundle.Open("x", data[:at], bundle.Keys{Lock: vera.Lock()}); model.CodeOf(err) == "" {
			t.Fatalf("cut after %d of %d: %v", at, len(data), err)
		}
	}
}

// reopened encrypts content again, as somebody can who may read it, and opens the result.
func reopened(t *testing.T, who *identity.Identity, content []byte) error {
	t.Helper()
	data, err := bundle.Seal(content, to(who))
	if err != nil {
		t.Fatal(err)
	}
	_, err = bundle.Open("x", data, bundle.Keys{Lock: who.Lock()})
	return err
}

// TestNoByteInsideABundleCanBeChanged changes bundles as somebody can who may read them: they can encrypt what they
// changed, but cannot sign for the sender.
func TestNoByteInsideABundleCanBeChanged(t *testing.T) {
	t.Parallel()
	from, vera := maker(t, "Otto"), maker(t, "Vera")
	keys := bundle.Keys{Lock: vera.Lock()}
	content, err := bundle.Unseal(pack(t, from, to(vera)), keys)
	if err != nil {
		t.Fatal(err)
	}
	if err := reopened(t, vera, content); err != nil {
		t.Fatalf("locked once more as it was: %v", err)
	}
	for at := range content {
		for _, mask := range []byte{1, 0x20, 0x80} {
			x := bytes.Clone(content)
			x[at] ^= mask
			if err := reopened(t, vera, x); model.CodeOf(err) != model.Invalid {
				t.Fatalf("byte %d of %d inside, changed by %#x: %v", at, len(content), mask, err)
			}
		}
		if err := reopened(t, vera, content[:at]); model.CodeOf(err) != model.Invalid {
			t.Fatalf("cut inside after %d of %d: %v", at, len(content), err)
		}
	}
}

// TestNoFieldInsideABundleCanBeChanged changes every field of manifest and body in turn, whatever fields there are, and
// packs them properly under the sender's old signature.
func TestNoFieldInsideABundleCanBeChanged(t *testing.T) {
	t.Parallel()
	from, vera := maker(t, "Otto"), maker(t, "Vera")
	keys := bundle.Keys{Lock: vera.Lock()}
	m, b := small()
	b.People, b.Posting = []bundle.Person{{Candidate: 1, Record: []byte("r")}}, []byte("p")
	var out bytes.Buffer
	if err := bundle.Write(&out, m, b, from.Card().Key, from, to(vera)); err != nil {
		t.Fatal(err)
	}
	content, err := bundle.Unseal(out.Bytes(), keys)
	if err != nil {
		t.Fatal(err)
	}
	var p bundle.Packed
	if err := errors.Join(codec.Unmarshal(content, &p), codec.Unmarshal(p.Manifest, &m)); err != nil {
		t.Fatal(err)
	}
	packed := func(mend bool) []byte {
		q := p
		if q.Body, err = codec.Marshal(b); err == nil {
			if sum := sha256.Sum256(q.Body); mend {
				m.Body = sum[:]
			}
			if q.Manifest, err = codec.Marshal(m); err == nil {
				content, err = codec.Marshal(q)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	if err := reopened(t, vera, packed(true)); err != nil {
		t.Fatalf("packed once more as it was: %v", err)
	}
	n := 0
	for _, root := range []any{&m, &b} {
		eachField(reflect.ValueOf(root).Elem(), reflect.TypeOf(root).Elem().Name(), func(name string) {
			for _, mend := range []bool{false, true} { // with the hash of the body in the manifest as it was, and corrected
				if mend && root == &m {
					continue
				}
				was := m.Body
				if err := reopened(t, vera, packed(mend)); model.CodeOf(err) != model.Invalid {
					t.Errorf("%s was changed (hash of the body mended: %t): %v", name, mend, err)
				}
				m.Body = was
			}
			n++
		})
	}
	if n < 20 {
		t.Errorf("only %d fields were tried", n)
	}
}

// eachField changes every number, word and byte in a value, one at a time, and undoes it.
func eachField(v reflect.Value, name string, try func(name string)) {
	was := reflect.New(v.Type()).Elem()
	was.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			eachField(v.Field(i), name+"."+v.Type().Field(i).Name, try)
		}
		return
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			for i := range v.Len() {
				eachField(v.Index(i), fmt.Sprintf("%s[%d]", name, i), try)
			}
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			try(name + " with one more")
			if v.Set(was); v.Len() > 0 {
				v.Set(was.Slice(0, v.Len()-1))
				try(name + " with one less")
			}
			break
		}
		v.SetBytes(append(bytes.Clone(v.Bytes()), 1))
		try(name)
	case reflect.String:
		v.SetString(v.String() + "x")
		try(name)
	case reflect.Bool:
		v.SetBool(!v.Bool())
		try(name)
	case reflect.Uint64, reflect.Uint32:
		v.SetUint(v.Uint() + 1)
		try(name)
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 1)
		try(name)
	default:
		panic("a field of a kind that nobody thought of: " + name)
	}
	v.Set(was)
}

// FuzzOpen opens any bytes, as they are and as the content of a properly encrypted bundle.
func FuzzOpen(f *testing.F) {
	from, vera := maker(f, "Otto"), maker(f, "Vera")
	f.Add(pack(f, from, to(vera)))
	f.Add([]byte("shortlist-bundle 1\nage-encryption.org/v1\n-> scrypt AAAA 4\n"))
	f.Add([]byte("shortlist-bundle 1\nage-encryption.org/v1\n-> X25519 "))
	f.Fuzz(func(t *testing.T, data []byte) {
		keys := bundle.Keys{Lock: vera.Lock()}
		if b, err := bundle.Open("x", data, keys); err == nil && b.Key != from.Card().Key {
			t.Fatal("a bundle out of nothing")
		} else if err != nil && model.CodeOf(err) == "" {
			t.Fatalf("no sentence: %v", err)
		}
		inner, err := bundle.Seal(data, to(vera))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := bundle.Open("x", inner, keys); model.CodeOf(err) == "" {
			t.Fatalf("content out of nothing: %v", err)
		}
	})
}
