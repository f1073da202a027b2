package exports

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"shortlist/model/posting"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
)

// This file writes the inspect document: what the reader understood of a posting. Its JSON form is stable.

type inspectDocument struct {
	Title         *string             `json:"title"`
	Organisation  *string             `json:"organisation"`
	Requisition   *string             `json:"requisition"`
	Location      *string             `json:"location"`
	Grade         *string             `json:"grade"`
	ClosingDate   *string             `json:"closing_date"`
	FastTrack     bool                `json:"fast_track"`
	Clearance     *inspectClearance   `json:"clearance"`
	DirectReports *int                `json:"direct_reports"`
	Eligibility   []inspectCondition  `json:"eligibility"`
	Criteria      []inspectCriterion  `json:"criteria"`
	Competencies  []inspectCompetency `json:"competencies"`
	Warnings      []inspectWarning    `json:"warnings"`
	Posting       inspectPosting      `json:"posting"`
}

type inspectClearance struct {
	Level           *string `json:"level"`
	MustAlreadyHold bool    `json:"must_already_hold"`
	Mode            string  `json:"mode"`
}

type inspectCondition struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Text  string `json:"text"`
	Lines [2]int `json:"lines"`
}

type inspectCriterion struct {
	ID        string            `json:"id"`
	Class     string            `json:"class"`
	Kind      string            `json:"kind"`
	Text      string            `json:"text"`
	Lines     [2]int            `json:"lines"`
	Years     *float64          `json:"years"`
	Degree    *inspectDegree    `json:"degree"`
	Languages []inspectLanguage `json:"languages"`
	Clearance *string           `json:"clearance"`
	Routes    []inspectRoute    `json:"routes"`
}

type inspectDegree struct {
	Level              string   `json:"level"`
	Fields             []string `json:"fields"`
	EquivalentAccepted bool     `json:"equivalent_accepted"`
}

type inspectLanguage struct {
	Language string `json:"language"`
	Scale    string `json:"scale"`
	Level    string `json:"level"`
	Role     string `json:"role"`
}

type inspectRoute struct {
	Degree *string  `json:"degree"`
	Years  *float64 `json:"years"`
}

type inspectCompetency struct {
	Name   string  `json:"name"`
	Phrase *string `json:"phrase"`
}

type inspectWarning struct {
	Line    *int   `json:"line"`
	Message string `json:"message"`
}

type inspectPosting struct {
	SHA256 string `json:"sha256"`
	Lines  int    `json:"lines"`
	Format string `json:"format"`
}

// InspectJSON writes the inspect document of a posting.
func InspectJSON(w io.Writer, p posting.Source) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(inspected(p)); err != nil {
		return fmt.Errorf("write inspect document: %w", err)
	}
	return nil
}

func inspected(p posting.Source) inspectDocument {
	d := p.Draft
	doc := inspectDocument{
		Title: text(d.Title), Organisation: text(d.Organisation), Requisition: text(d.Requisition), Location: text(d.Location), Grade: text(d.Grade),
		FastTrack: d.FastTrack, DirectReports: d.DirectReports,
		Eligibility: []inspectCondition{}, Criteria: []inspectCriterion{}, Competencies: []inspectCompetency{}, Warnings: []inspectWarning{},
		Posting: inspectPosting{p.SHA256, p.Lines, p.Format},
	}
	if !d.ClosingDate.IsZero() {
		doc.ClosingDate = text(d.ClosingDate.String())
	}
	if d.Clearance.Mode != requirement.ClearanceNone || d.Clearance.Level != "" {
		doc.Clearance = &inspectClearance{text(vocab.Wire(d.Clearance.Level)), d.Clearance.MustAlreadyHold, vocab.Wire(d.Clearance.Mode)}
	}
	for _, g := range d.Eligibility {
		doc.Eligibility = append(doc.Eligibility, inspectCondition{g.ID, vocab.Wire(g.Kind), g.Text, [2]int{g.Lines.From, g.Lines.To}})
	}
	for _, c := range d.Criteria {
		doc.Criteria = append(doc.Criteria, inspectedCriterion(c))
	}
	for _, c := range d.Competencies {
		doc.Competencies = append(doc.Competencies, inspectCompetency{c.Name, text(c.Phrase)})
	}
	for _, x := range d.Warnings {
		n := inspectWarning{Message: x.Message()}
		if x.Line > 0 {
			n.Line = &x.Line
		}
		doc.Warnings = append(doc.Warnings, n)
	}
	return doc
}

func inspectedCriterion(c posting.Criterion) inspectCriterion {
	r := c.Requirement
	out := inspectCriterion{
		ID: c.ID, Class: vocab.Wire(c.Class), Kind: vocab.Wire(r.Kind.Inspect()), Text: c.Text, Lines: [2]int{c.Lines.From, c.Lines.To},
		Years: years(r.Months), Clearance: text(vocab.Wire(r.Clearance)),
	}
	if r.Degree != nil {
		out.Degree = &inspectDegree{vocab.Wire(r.Degree.Level), append([]string{}, r.Degree.Fields...), r.Degree.EquivalentAccepted}
	}
	for _, l := range r.Languages {
		out.Languages = append(out.Languages, inspectLanguage{l.Language, vocab.Wire(l.Scale), l.Level, vocab.Wire(l.Role)})
	}
	for _, x := range r.Routes {
		route := inspectRoute{Years: years(x.Months)}
		if x.Degree != nil {
			route.Degree = text(vocab.Wire(x.Degree.Level))
		}
		out.Routes = append(out.Routes, route)
	}
	return out
}

// text is s, or null where nothing was found.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func years(months int) *float64 {
	if months == 0 {
		return nil
	}
	y := float64(months) / 12
	return &y
}

// InspectText writes for a person what the reader understood of a posting.
func InspectText(w io.Writer, p posting.Source) error {
	var b strings.Builder
	d := p.Draft
	for _, f := range []struct{ name, value string }{
		{"title", d.Title},
		{"organisation", d.Organisation},
		{"requisition", d.Requisition},
		{"location", d.Location},
		{"grade", d.Grade},
		{"closing date", closingWords(d)},
		{"clearance", clearanceWords(d)},
	} {
		if f.value == "" {
			f.value = "not found"
		}
		fmt.Fprintf(&b, "%-14s %s\n", f.name+":", f.value)
	}
	if d.DirectReports != nil {
		fmt.Fprintf(&b, "%-14s %d\n", "reports:", *d.DirectReports)
	}
	inspectList(&b, d, posting.Essential, "ESSENTIAL")
	inspectList(&b, d, posting.Desirable, "DESIRABLE")
	if len(d.Eligibility) > 0 {
		b.WriteString("\nELIGIBILITY (outside the criteria)\n")
		for _, g := range d.Eligibility {
			fmt.Fprintf(&b, "  %-4s %s\n       %s, %s\n", g.ID, g.Text, g.Kind.Words(), linesWords(g.Lines))
		}
	}
	if len(d.Competencies) > 0 {
		b.WriteString("\nCOMPETENCIES (assessed at interview)\n")
		for _, c := range d.Competencies {
			fmt.Fprintf(&b, "  - %s\n", strings.TrimSuffix(c.Name+": "+c.Phrase, ": "))
		}
	}
	if len(d.Warnings) > 0 {
		b.WriteString("\nTO LOOK AT\n")
		for _, x := range d.Warnings {
			at := ""
			if x.Line > 0 {
				at = fmt.Sprintf("line %d: ", x.Line)
			}
			fmt.Fprintf(&b, "  ! %s%s\n", at, x.Message())
		}
	}
	fmt.Fprintf(&b, "\n%s, %d lines, SHA-256 %s\n", p.Format, p.Lines, p.SHA256)
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write what was understood: %w", err)
	}
	return nil
}

func inspectList(b *strings.Builder, d posting.Draft, class posting.Class, heading string) {
	fmt.Fprintf(b, "\n%s\n", heading)
	none := true
	for _, c := range d.Criteria {
		if c.Class == class {
			none = false
			fmt.Fprintf(b, "  %-4s %s\n       %s, %s\n", c.ID, c.Text, requirement.Sentence(c.Requirement), linesWords(c.Lines))
		}
	}
	if none {
		b.WriteString("  none found\n")
	}
}

func linesWords(l posting.Lines) string {
	if l.From == l.To {
		return fmt.Sprintf("line %d", l.From)
	}
	return fmt.Sprintf("lines %d to %d", l.From, l.To)
}

func closingWords(d posting.Draft) string {
	if d.ClosingDate.IsZero() {
		return d.ClosingWords
	}
	return d.ClosingDate.Words()
}

func clearanceWords(d posting.Draft) string {
	c := d.Clearance
	if c.Mode == requirement.ClearanceNone && c.Level == "" {
		return ""
	}
	level := c.Level.Words()
	if level == "" {
		level = "no level named"
	}
	return strings.TrimSuffix(level+", "+c.Mode.Words(), ", ")
}
