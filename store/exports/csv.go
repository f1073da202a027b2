package exports

// This file writes the matrix for a spreadsheet: one row for each candidate, one column for each criterion and member
// whose ratings the viewer may see. What a spreadsheet would take for a formula is written as text.

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"shortlist/model"
)

func writeCSV(w io.Writer, r model.Report) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil { // by which spreadsheet programs recognise UTF-8
		return fmt.Errorf("write the matrix: %w", err)
	}
	out := csv.NewWriter(w)
	m := matrixOf(r)
	row := m.header()
	for i := -1; i < len(r.Candidates); i++ {
		if i >= 0 {
			row = m.row(row[:0], r.Candidates[i])
		}
		for c := range row {
			row[c] = neutralise(row[c])
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("write the matrix: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the matrix: %w", err)
	}
	return nil
}

// matrix knows which rating belongs in which column.
type matrix struct {
	criteria []string
	members  []model.MemberID // whose ratings the report holds, in the order of the panel
	agreed   bool
}

func matrixOf(r model.Report) matrix {
	m := matrix{agreed: r.Vacancy.Revealed}
	for _, k := range r.Vacancy.Criteria {
		m.criteria = append(m.criteria, k.Label)
	}
	rated := map[model.MemberID]bool{}
	for _, c := range r.Candidates {
		for _, x := range c.Ratings {
			rated[x.Member] = true
		}
	}
	for _, p := range r.Panel {
		if rated[p.Member] {
			m.members = append(m.members, p.Member)
		}
	}
	return m
}

func (m matrix) header() []string {
	row := []string{"candidate", "reference", "name", "status", "essentials", "score", "rank"}
	for _, k := range m.criteria {
		for _, member := range m.members {
			row = append(row, k+" "+string(member))
		}
	}
	if m.agreed {
		for _, k := range m.criteria {
			row = append(row, k+" agreed")
		}
	}
	return append(row, "decision", "reason")
}

func (m matrix) row(row []string, c model.ReportCandidate) []string {
	row = append(row, c.Candidate, c.Reference, optional(c.Name), c.Status.Words(), c.Essentials.Words(), score(c.Score), number(c.Rank))
	for _, k := range m.criteria {
		for _, member := range m.members {
			value := ""
			for _, x := range c.Ratings {
				if x.Criterion == k && x.Member == member {
					value = x.Value.Words()
				}
			}
			row = append(row, value)
		}
	}
	if m.agreed {
		for _, k := range m.criteria {
			value := ""
			for _, x := range c.Agreed {
				if x.Criterion == k {
					value = x.Value.Words()
				}
			}
			row = append(row, value)
		}
	}
	return append(row, decision(c), optional(c.Reason))
}

// neutralise puts an apostrophe before a cell that a spreadsheet would take for a formula.
func neutralise(s string) string { return model.SheetHarmless(s) }

// decision returns what was decided on a candidate, or "".
func decision(c model.ReportCandidate) string {
	if c.Decision == nil {
		return ""
	}
	return c.Decision.Words()
}

func optional(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func score(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', 1, 64)
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
