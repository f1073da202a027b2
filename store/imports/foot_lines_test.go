package imports

import (
	"strings"
	"testing"
)

func TestALineUnderTheTableIsNoCandidate(t *testing.T) {
	t.Parallel()
	table := "reference,name,nationalities,en\nA-1,Ann Example,BEL,V\nA-2,Bo Example,FRA,IV\n"
	for _, c := range []struct {
		rule, foot string
		people     int
		problems   []string
	}{
		{"a total", "Total,2,,\n", 2, []string{`w c.csv row 4: "Total 2" stands under the table and is no candidate: it was left out.`}},
		{"a total in one cell", "Total: 2\n", 2, []string{`w c.csv row 4: "Total: 2" stands under the table`}},
		{"a number of candidates", "\n2 candidates,,,\n", 2, []string{`w c.csv row 5: "2 candidates" stands under the table`}},
		{"the day of printing after empty rows", "\n,,,\n,,,\nPrinted on 25/12/2026 by HR,,,\n", 2, []string{`w c.csv row 7: "Printed on 25/12/2026 by HR"`}},
		{"in another column", ",\"Imprimé le 2026-12-25\",,\n", 2, []string{`w c.csv row 4: "Imprimé le 2026-12-25"`}},
		{"a disclaimer", "The data on this sheet are personal and must not be passed on.\n", 2, []string{`"The data on this sheet`}},
		{"several lines", "Total,2,,\nConfidential\nPage 1 of 1\n", 2, []string{`"Total 2"`, `"Confidential"`, `"Page 1 of 1"`}},
		{"a candidate with a reference alone stays one", "A-3,,,\n", 3, nil},
		{"a candidate with a strange reference stays one", "TOTAL-3,Cy Example,BEL,V\n", 3, nil},
		{"a short row stays a problem", "A-3,Cy Example\n", 2, []string{"c.csv row 4: The row has 2 cells where the first row has 4"}},
		{"a row without a reference stays a problem", ",Cy Example,BEL,V\n", 2, []string{"c.csv row 4 column 1 (reference): The reference is empty"}},
		{"a line between candidates stays a problem", "Page 1 of 2\nA-3,Cy Example,BEL,V\n", 3, []string{"c.csv row 4: The row has 1 cell where the first row has 4"}},
		{"a line above candidates keeps its place", "Total,2,,\nA-3,Cy Example,BEL,bad\nTotal,3,,\n", 4, []string{`w c.csv row 4: "Total 2" looks like a line under the table, but candidates follow it`, "row 5 column 4 (en)", `w c.csv row 6: "Total 3"`}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			rows := readCandidates(t, "c.csv", table+c.foot)
			mustShow(t, rows, c.problems...)
			n := 0
			for _, r := range rows {
				if r.Person.Reference != "" {
					n++
				}
			}
			if n != c.people {
				t.Errorf("%d candidates, want %d", n, c.people)
			}
		})
	}
	if got := problemLines(readCandidates(t, "c.csv", table+strings.Repeat("Total,2,,\n", mostFoot+1))); len(got) == 0 {
		t.Error("more lines than are held back are lost")
	}
}
