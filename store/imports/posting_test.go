package imports

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"shortlist/model/modeltest"
)

const officer = "Officer, Café Rivers\n1. SUMMARY\nThe team looks after rivers.\n2. QUALIFICATIONS\nESSENTIAL\nThe incumbent must:\n" +
	"- have a university degree;\n- have at least 3 years’ experience;\n- be prepared to travel.\nDESIRABLE\nThe following would be considered an advantage:\n- knowledge of Spanish.\n"

const officerPage = `<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
<nav><ul><li>Home</li><li>Requirements</li></ul></nav><div class="cookie-banner">The candidate must accept cookies:</div>
<h1>Officer, Café Rivers</h1><p><strong>1. SUMMARY</strong></p><p>The team looks after rivers.</p>
<p><b>2. QUALIFICATIONS</b></p><p>ESSENTIAL</p><p>The incumbent must:</p>
<ul><li><p>have&nbsp;a university degree;</p></li><li><span>have at least 3 years&rsquo; experience;</span></li><li>be prepared to travel.</li></ul>
<p>DESIRABLE<br>The following would be considered an advantage:<br>- knowledge of Spanish.</p>
<script>var x = "ESSENTIAL";</script></body></html>`

// criteriaOf is the classes and words of the criteria that were read, "E1 words".
func criteriaOf(p Posting) []string {
	var out []string
	for _, c := range p.Draft.Criteria {
		out = append(out, c.ID+" "+strings.ReplaceAll(c.Text, "’", "'"))
	}
	return out
}

func encoded16(s string, big, mark bool) []byte {
	units := utf16.Encode([]rune(s))
	if mark {
		units = append([]uint16{0xfeff}, units...)
	}
	var b []byte
	for _, u := range units {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func TestEveryEncodingOfAPostingReadsAlike(t *testing.T) {
	t.Parallel()
	western, err := charmap.Windows1252.NewEncoder().Bytes([]byte(officer))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"UTF-8":                  []byte(officer),
		"UTF-8 with a mark":      append([]byte("\xef\xbb\xbf"), officer...),
		"UTF-16 little endian":   encoded16(officer, false, true),
		"UTF-16 big endian":      encoded16(officer, true, true),
		"UTF-16 without a mark":  encoded16(officer, false, false),
		"Windows-1252":           western,
		"CRLF":                   []byte(strings.ReplaceAll(officer, "\n", "\r\n")),
		"CR":                     []byte(strings.ReplaceAll(officer, "\n", "\r")),
		"CR CR LF":               []byte(strings.ReplaceAll(officer, "\n", "\r\r\n")),
		"a NUL":                  []byte(strings.Replace(officer, "Officer", "Off\x00icer", 1)),
		"terminal commands":      []byte(strings.Replace(officer, "Officer", "\x1b[31mOff\x1b]0;owned\x07icer\x1b[0m", 1)),
		"direction and no width": []byte(strings.Replace(officer, "Officer", "Off\u202ei\u200bcer\u2066", 1)),
		"a web page":             []byte(officerPage),
		"a web page in UTF-16":   encoded16(officerPage, false, true),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := ReadPosting("posting.txt", data)
			if err != nil {
				t.Fatal(err)
			}
			want := []string{"E1 have a university degree", "E2 have at least 3 years' experience", "E3 be prepared to travel.", "D1 knowledge of Spanish."}
			if diff := cmp.Diff(want, criteriaOf(p)); diff != "" {
				t.Errorf("criteria (-want +got):\n%s\n%s", diff, p.Text)
			}
			if p.Draft.Title != "Officer, Café Rivers" {
				t.Errorf("title %q", p.Draft.Title)
			}
			if strings.ContainsAny(p.Text, "\x00\x1b\r\u202e\u200b\u2066") {
				t.Errorf("hostile characters are kept: %q", p.Text)
			}
			if len(p.SHA256) != 64 || p.Lines != strings.Count(strings.TrimSuffix(p.Text, "\n"), "\n")+1 {
				t.Errorf("hash %q, %d lines", p.SHA256, p.Lines)
			}
		})
	}
}

func TestWhatIsNoPostingIsRefusedInASentence(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file := func(name string, data []byte, mode os.FileMode) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, path := range map[string]string{
		"a folder":          folder,
		"a missing file":    filepath.Join(folder, "nowhere.txt"),
		"an empty file":     file("empty.txt", nil, 0o600),
		"only blank lines":  file("blank.txt", []byte(" \n\t\r\n "), 0o600),
		"a picture":         file("a.png", append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte{0, 1, 2, 0xff}, 99)...), 0o600),
		"bytes of any kind": file("any.bin", bytes.Repeat([]byte{1, 2, 3, 0x10, 0xfe, 7}, 500), 0o600),
		"too much text":     file("big.txt", bytes.Repeat([]byte("have a degree\n"), MaxPosting/14+1), 0o600),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := OpenPosting(path)
			var refused *RefusedError
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if !strings.Contains(refused.Message, ";") || strings.Contains(refused.Message, "\n") {
				t.Errorf("%q does not say what, why and what to do in one sentence", refused.Message)
			}
		})
	}
}

func TestAPostingHoldsNothingHostile(t *testing.T) {
	t.Parallel()
	for _, h := range modeltest.Hostile {
		if strings.Contains(h.Want, "\ufffd") {
			continue // bullets of symbol fonts stay; bytes that are no letters make it Windows-1252
		}
		p, err := ReadPosting("posting.txt", []byte("Officer\n"+h.Text+"\n"+strings.Repeat("the words of the post\n", 30)))
		if err != nil || strings.Split(p.Text, "\n")[1] != h.Want {
			t.Errorf("%s: %v, want %q in\n%q", h.Class, err, h.Want, p.Text)
		}
	}
	p, err := ReadPosting("posting.txt", []byte("Officer\nESSENTIAL\nThe incumbent must:\n\uf0b7 have a degree;\n\uf0b7 speak French.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.Text, "\uf0b7 have a degree") {
		t.Errorf("the text is not as it was written: %q", p.Text)
	}
	if diff := cmp.Diff([]string{"E1 have a degree", "E2 speak French."}, criteriaOf(p)); diff != "" {
		t.Errorf("bullets of a symbol font (-want +got):\n%s\n%q", diff, p.Text)
	}
}

func TestAHostileNameOfAFileIsShownSafely(t *testing.T) {
	t.Parallel()
	_, err := ReadPosting("a\x1b[31m\u202e\n\ufeff"+strings.Repeat("x", 200), nil)
	if err == nil || strings.ContainsAny(err.Error(), "\x1b\u202e\n\ufeff") || len(err.Error()) > 250 {
		t.Errorf("got %q", err)
	}
}

// TestPublishedPostingsReadToTheirCriteria reads published postings if a folder of them is beside the repository. It
// demands the number of criteria of each list and, if a copy has lost its lists, a warning and nothing invented.
// Everywhere else the invented ones in model/posting/testdata stand for them.
func TestPublishedPostingsReadToTheirCriteria(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../../shared/postings/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var truth struct{ Essential, Desirable, Competencies []struct{ Text string } }
			if err := json.Unmarshal(data, &truth); err != nil {
				t.Fatal(err)
			}
			source, err := filepath.Glob(strings.TrimSuffix(file, ".json") + ".[^j]*")
			if err != nil || len(source) != 1 {
				t.Fatal(source, err)
			}
			p, err := OpenPosting(source[0])
			if err != nil {
				t.Fatal(err)
			}
			got := [3]int{0, 0, len(p.Draft.Competencies)}
			for _, c := range p.Draft.Criteria {
				if c.ID[0] == 'E' {
					got[0]++
				} else {
					got[1]++
				}
			}
			if want := [3]int{len(truth.Essential), len(truth.Desirable), len(truth.Competencies)}; got != want {
				t.Errorf("essential, desirable, competencies: got %v, want %v", got, want)
			}
			if len(p.Draft.Criteria) == 0 && len(p.Draft.Warnings) == 0 {
				t.Error("no criterion and no warning")
			}
		})
	}
}

func FuzzReadPosting(f *testing.F) {
	f.Add([]byte(officer))
	f.Add([]byte(officerPage))
	f.Add(encoded16(officer, true, true))
	f.Add([]byte("<table><tr><td>Essential<td>Desirable<tr><td>a degree<td>French</table>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ReadPosting("fuzz", data)
		if err != nil {
			var refused *RefusedError
			if !errors.As(err, &refused) {
				t.Errorf("not a refusal: %v", err)
			}
			return
		}
		if strings.ContainsAny(p.Text, "\x00\x1b\r\x7f\u202e") {
			t.Errorf("hostile characters are kept: %q", p.Text)
		}
	})
}
