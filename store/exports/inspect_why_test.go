package exports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"shortlist/model/posting"
)

func TestEveryRuleOfTheReaderHasWords(t *testing.T) {
	t.Parallel()
	words := map[string]string{}
	for _, w := range ruleWords {
		if words[w.rule] != "" {
			t.Errorf("%s has two rows", w.rule)
		}
		words[w.rule] = w.words
	}
	rules := posting.Rules()
	for _, r := range rules {
		if words[r.Name] == "" {
			t.Errorf("the rule %s has no words", r.Name)
		}
	}
	if len(words) != len(rules) {
		t.Errorf("%d rules have words, the reader has %d", len(words), len(rules))
	}
}

// Every reading that the examples of the rules give has words, with what it belongs to and without.
func TestEveryStepIsASentence(t *testing.T) {
	t.Parallel()
	seen := map[posting.ReadAs]bool{}
	for _, r := range posting.Rules() {
		for _, s := range posting.Why(r.Example) {
			seen[s.As] = true
			got := stepWords(s)
			if strings.Contains(got, "%!") || got == string(s.As) || s.Rule != "" && !strings.HasSuffix(got, "("+s.Rule+")") {
				t.Errorf("%+v is said as %q", s, got)
			}
		}
	}
	for _, w := range readAsWords {
		if !seen[w.as] {
			t.Errorf("no example is read as %s", w.as)
		}
	}
}

func TestWhyShowsEveryLineWithin80Columns(t *testing.T) {
	t.Parallel()
	p := inspectedSource()
	p.Text = strings.Replace(p.Text, "Officer, Rivers", "Officer, Rivers\x1b[31m \u202eand "+strings.Repeat("Streams ", 20), 1)
	var b bytes.Buffer
	if err := InspectWhy(&b, p, false); err != nil {
		t.Fatal(err)
	}
	_, why, ok := strings.Cut(b.String(), "\nLINE BY LINE\n")
	if !ok {
		t.Fatalf("nothing stands line by line in\n%s", b.String())
	}
	for n := range p.Lines {
		if !strings.Contains(why, fmt.Sprintf("\n%5d  ", n+1)) && !strings.HasPrefix(why, fmt.Sprintf("%5d  ", n+1)) {
			t.Errorf("line %d is missing in\n%s", n+1, why)
		}
	}
	for _, line := range strings.Split(why, "\n") {
		if len([]rune(line)) > whyWidth {
			t.Errorf("wider than %d columns: %s", whyWidth, line)
		}
	}
	if strings.ContainsAny(why, "\x1b\u202e") {
		t.Error("a control character reaches the screen")
	}
}

func TestWhyIsAddedToTheInspectDocument(t *testing.T) {
	t.Parallel()
	p := inspectedSource()
	var plain, why bytes.Buffer
	if err := InspectJSON(&plain, p); err != nil {
		t.Fatal(err)
	}
	if err := InspectWhy(&why, p, true); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(why.String(), strings.TrimSuffix(plain.String(), "\n}\n")) {
		t.Error("the document is another one with --why")
	}
	var doc struct {
		Why []struct {
			Line      int
			Stage, As string
			Of, Rule  *string
		}
	}
	if err := json.Unmarshal(why.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	lines := map[int]bool{}
	for _, s := range doc.Why {
		lines[s.Line] = true
		if s.Line < 1 || s.Line > p.Lines || s.Stage == "" || s.As == "" || s.Rule != nil && *s.Rule == "" {
			t.Errorf("step %+v", s)
		}
	}
	if len(lines) != p.Lines {
		t.Errorf("%d lines have steps, the posting has %d", len(lines), p.Lines)
	}
}
