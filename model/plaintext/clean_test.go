package plaintext_test

import (
	"testing"
	"unicode/utf8"

	"shortlist/model/modeltest"
	"shortlist/model/plaintext"
)

func TestEveryClassOfHiddenCharactersIsRemoved(t *testing.T) {
	t.Parallel()
	for _, h := range modeltest.Hostile {
		for _, f := range []plaintext.Form{{}, {OneLine: true}, {PlainSpaces: true, Composed: true}} {
			if got, _ := f.Clean(h.Text); got != h.Want {
				t.Errorf("%s in the form %+v: %q, want %q", h.Class, f, got, h.Want)
			}
		}
	}
}

func TestTheFormSaysWhatBecomesOfWhatCanBeSeen(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule     string
		form     plaintext.Form
		in, want string
		hidden   bool
	}{
		{"well-formed text stays as it is", plaintext.Form{}, "Anna Müller\u00a0山田\u2009é e\u0301 👩🏽 श्री\n\tend", "Anna Müller\u00a0山田\u2009é e\u0301 👩🏽 श्री\n\tend", false},
		{"all line ends become one", plaintext.Form{}, "a\r\nb\rc\u2028d\u0085e\vf\fg\r\r\nh", "a\nb\nc\nd\ne\nf\ng\nh", false},
		{"one line has spaces instead", plaintext.Form{OneLine: true}, "a\r\nb\tc\nd", "a b c d", false},
		{"special spaces become plain ones", plaintext.Form{PlainSpaces: true}, "a\u00a0b\u2009c\td", "a b c\td", false},
		{"letters are composed", plaintext.Form{Composed: true}, "Zoe\u0308", "Zoë", false},
		{"letters stay apart", plaintext.Form{}, "Zoe\u0308", "Zoe\u0308", false},
		{"private characters stay", plaintext.Form{KeepPrivate: true}, "\uf0b7 item\u200b", "\uf0b7 item", true},
		{"what was removed is told", plaintext.Form{}, "a\u202eb", "ab", true},
		{"soft hyphens go in silence", plaintext.Form{}, "a\u00adb", "ab", false},
		{"a command without an end takes nothing with it", plaintext.Form{}, "\x1b]0;name", "0;name", true},
		{"a lone escape goes", plaintext.Form{}, "a\x1b", "a", true},
		{"an escape takes no half letter with it", plaintext.Form{}, "\x1bé\x1b(é", "éé", true},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			got, hidden := c.form.Clean(c.in)
			if got != c.want || hidden != c.hidden {
				t.Errorf("%q, %v; want %q, %v", got, hidden, c.want, c.hidden)
			}
		})
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "abc", "\x1b[31m", "\x1b]0;x\x07", "e\u0301\u200b\u0301", "\r\r\n", "\u009b", "\xff\xfe", "\u1100\u115f\u1161", "\x1b \x1b(\x1b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, form := range []plaintext.Form{{}, {OneLine: true}, {PlainSpaces: true, Composed: true}, {KeepPrivate: true}} {
			once, _ := form.Clean(s)
			if !utf8.ValidString(once) {
				t.Fatalf("%+v: %q is not UTF-8: %q", form, s, once)
			}
			for _, r := range once {
				if k := plaintext.KindOf(r); k == plaintext.Hidden || k == plaintext.SoftHyphen || k == plaintext.LineEnd && (r != '\n' || form.OneLine) || k == plaintext.Private && !form.KeepPrivate {
					t.Fatalf("%+v: %q keeps %U", form, s, r)
				}
			}
			if twice, hidden := form.Clean(once); twice != once || hidden {
				t.Fatalf("%+v is not steady: %q, then %q, then %q (hidden %v)", form, s, once, twice, hidden)
			}
		}
	})
}
