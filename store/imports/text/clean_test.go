package text

import (
	"testing"
	"unicode/utf8"

	"shortlist/model/modeltest"
)

func TestAValueIsCleaned(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, in, want string
		hidden         bool
	}{
		{"plain text is left as it is", "Anna Müller, M.Sc.\nsecond line\tend", "Anna Müller, M.Sc.\nsecond line\tend", false},
		{"all line ends become one", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne", false},
		{"special spaces become plain ones", "a\u00a0b\u2009c", "a b c", false},
		{"space around is removed", "  a \n", "a", false},
		{"soft hyphens are removed in silence", "co\u00adoperation", "cooperation", false},
		{"letters are composed", "Zoe\u0308", "Zoë", false},
		{"window titles are removed whole", "\x1b]0;owned\x07name", "name", true},
		{"links end with their own end", "\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\", "text", true},
		{"hidden characters are removed and told", "a\u200bb\u2060c\ufeffd\u3164e", "abcde", true},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			got, hidden := Clean(c.in)
			if got != c.want || hidden != c.hidden {
				t.Errorf("Clean(%q) = %q, %v; want %q, %v", c.in, got, hidden, c.want, c.hidden)
			}
		})
	}
	if got, _ := CleanLine(" a \n b\t c  d "); got != "a b c d" {
		t.Errorf("CleanLine gives %q", got)
	}
}

func TestAValueHoldsNothingHostile(t *testing.T) {
	t.Parallel()
	for _, h := range modeltest.Hostile {
		for name, clean := range map[string]func(string) (string, bool){"Clean": Clean, "CleanLine": CleanLine} {
			if got, _ := clean(h.Text); got != h.Want {
				t.Errorf("%s of %s: %q, want %q", name, h.Class, got, h.Want)
			}
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "abc", "\x1b[31m", "\x1b]0;x\x07", "e\u0301\u200b\u0301", "\r\r\n", "\u009b", "\xff\xfe", "\u1100\u115f\u1161"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, clean := range map[string]func(string) (string, bool){"Clean": Clean, "CleanLine": CleanLine} {
			once, _ := clean(s)
			if !utf8.ValidString(once) {
				t.Fatalf("%s(%q) is not UTF-8: %q", name, s, once)
			}
			for _, r := range once {
				if r != '\n' && r != '\t' && (r < ' ' || r >= 0x7f && r < 0xa0) {
					t.Fatalf("%s(%q) keeps the control character %U", name, s, r)
				}
			}
			if twice, hidden := clean(once); twice != once || hidden {
				t.Fatalf("%s is not steady: %q, then %q, then %q (hidden %v)", name, s, once, twice, hidden)
			}
		}
	})
}
