package exports

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"shortlist/model/posting"
	"shortlist/model/vocab"
)

// This file writes why each line of a posting was read as what it was. The words for it are in inspect_why_words.go.

// whyWidth is the width of the text in columns.
const whyWidth = 80

// inspectStep is one step of the reader in the inspect document.
type inspectStep struct {
	Line  int     `json:"line"`
	Stage string  `json:"stage"`
	As    string  `json:"as"`
	Of    *string `json:"of,omitempty"`
	Rule  *string `json:"rule"`
}

// inspectWithWhy is the inspect document with the steps of the reader.
type inspectWithWhy struct {
	inspectDocument
	Why []inspectStep `json:"why"`
}

// InspectWhy writes what the reader understood of a posting and, line by line, why: as text, or as the inspect document.
func InspectWhy(w io.Writer, p posting.Source, asJSON bool) error {
	if asJSON {
		return inspectWhyJSON(w, p)
	}
	if err := InspectText(w, p); err != nil {
		return err
	}
	if _, err := io.WriteString(w, whyText(p)); err != nil {
		return fmt.Errorf("write why it was understood so: %w", err)
	}
	return nil
}

func inspectWhyJSON(w io.Writer, p posting.Source) error {
	doc := inspectWithWhy{inspected(p), []inspectStep{}}
	for _, s := range stepsOf(p) {
		doc.Why = append(doc.Why, inspectStep{s.Line, vocab.Wire(s.Stage), vocab.Wire(s.As), text(s.Of), text(s.Rule)})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(doc); err != nil {
		return fmt.Errorf("write inspect document: %w", err)
	}
	return nil
}

// stepsOf returns the steps of the reader on the lines of a posting.
func stepsOf(p posting.Source) []posting.Step {
	steps := posting.Why(p.Text)
	for len(steps) > 0 && steps[len(steps)-1].Line > p.Lines {
		steps = steps[:len(steps)-1] // after the last line break there is no line
	}
	return steps
}

// whyText is the steps as text: each line of the posting, and below it what each stage read it as.
func whyText(p posting.Source) string {
	var b strings.Builder
	b.WriteString("\nLINE BY LINE\n")
	lines := splitAsReader(p.Text)
	last := 0
	for _, s := range stepsOf(p) {
		if s.Line != last {
			fmt.Fprintf(&b, "%5d  %s\n", s.Line, clipped(lineAt(lines, s.Line), whyWidth-7))
			last = s.Line
		}
		if s.As == posting.AsBlank {
			continue // an empty line says so itself
		}
		for i, part := range wrapped(stepWords(s), whyWidth-22) {
			stage := ""
			if i == 0 {
				stage = s.Stage.Words()
			}
			fmt.Fprintf(&b, "       %-13s  %s\n", stage, part)
		}
	}
	return b.String()
}

// splitAsReader parts a text into lines as the reader counts them.
func splitAsReader(text string) []string {
	return strings.Split(strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n").Replace(text), "\n")
}

func lineAt(lines []string, no int) string {
	if no < 1 || no > len(lines) {
		return ""
	}
	return lines[no-1]
}

// clipped is a line of the posting without what cannot be printed, cut to a width.
func clipped(s string, width int) string {
	runes := []rune(strings.TrimRight(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, s), " "))
	if len(runes) > width {
		return string(runes[:width-1]) + "…"
	}
	return string(runes)
}

// wrapped parts words into lines of a width.
func wrapped(s string, width int) []string {
	var out []string
	line := ""
	for _, w := range strings.Fields(s) {
		if line != "" && len([]rune(line))+1+len([]rune(w)) > width {
			out = append(out, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(out, line)
}
