package text

import (
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, in, want string
		hidden         bool
	}{
		{"plain text is left as it is", "Anna Müller, M.Sc.\nsecond line\tend", "Anna Müller, M.Sc.\nsecond line\tend", false},
		{"all line ends become one", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne", false},
		{"special spaces become plain ones", "a\u00a0b\u2009c", "a b c", false},
		{"space around is taken off", "  a \n", "a", false},
		{"soft hyphens go without a word", "co\u00adoperation", "cooperation", false},
		{"letters are composed", "Zoe\u0308", "Zoë", false},
		{"control characters go", "a\x00b\x07c\x7fd", "abcd", true},
		{"colour sequences go whole", "\x1b[31;1mred\x1b[0m", "red", true},
		{"sequences of eight bits go whole", "\u009b31mred", "red", true},
		{"window titles go whole", "\x1b]0;owned\x07name", "name", true},
		{"links end with their own end", "\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\", "text", true},
		{"a sequence without an end takes nothing with it", "\x1b]0;name", "0;name", true},
		{"a lone escape goes", "a\x1b", "a", true},
		{"turned text is turned back", "abc\u202edef\u2066g", "abcdefg", true},
		{"what cannot be seen goes", "a\u200bb\u2060c\ufeffd\u3164e", "abcde", true},
		{"bytes that are no letters are marked", "a\xffb", "a\ufffdb", false},
		{"private characters are marked", "\uf0b7 item", "\ufffd item", false},
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
