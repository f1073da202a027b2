package imports

import (
	"fmt"
	"testing"

	"shortlist/model/requirement"
)

func TestAShareOfFullTimeIsReadByItsColumn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, cell, other string // other is the cell of a second candidate
		want, notes       int
		wrong             bool
	}{
		{"FTE", "1", "", 100, 0, false},
		{"FTE", "1.0", "0.5", 100, 0, false},
		{"FTE", "0.8", "", 80, 0, false},
		{"ETP", "0,8", "1", 80, 0, false},
		{"Part time fraction", "1", "", 100, 0, false},
		{"Part time fraction", "1,00", "0,5", 100, 0, false},
		{"Equivalent temps plein", "1", "", 100, 0, false},
		{"FTE", "80", "", 80, 0, false},
		{"FTE", "1", "80", 0, 1, false},
		{"FTE (%)", "80", "", 80, 0, false},
		{"FTE (%)", "1", "80", 0, 1, false},
		{"Beschäftigungsgrad", "80%", "", 80, 0, false},
		{"Beschäftigungsgrad", "80 %", "", 80, 0, false},
		{"Beschäftigungsgrad", "80,00", "", 80, 0, false},
		{"Beschäftigungsgrad", "1", "", 100, 1, false},
		{"job1_percent", "1", "80", 0, 1, false},
		{"job1_percent", "1%", "", 1, 0, false},
		{"job1_percent", "62.5", "", 63, 1, false},
		{"job1_percent", "0.5", "80", 50, 0, false},
		{"job1_percent", "1", "0.5", 100, 1, false},
		{"FTE", "1", "50%", 0, 1, false},
		{"Taux d'activité", "Temps plein", "", 100, 0, false},
		{"Workload", "full-time", "", 100, 0, false},
		{"Workload", "Part time", "", 0, 1, false},
		{"Workload", "Teilzeit 80 %", "", 80, 0, false},
		{"Workload", "full time (100%)", "", 100, 0, false},
		{"Workload", "full time (80%)", "", 0, 1, true},
		{"Workload", "38h/week", "", 0, 1, true},
		{"FTE", "1.2", "", 0, 1, true},
		{"FTE", "0", "", 0, 1, true},
		{"FTE", "-1", "", 0, 1, true},
		{"FTE", "NaN", "", 0, 1, true},
		{"FTE", "1e1", "", 0, 1, true},
		{"Workload", "120", "", 0, 1, true},
	} {
		rows := readCandidates(t, "c.csv", fmt.Sprintf("reference;from;to;%s\nA-1;2010-01;2018-12;%s\nA-2;2010-01;2018-12;%s\n", c.name, c.cell, c.other))
		var first []string
		for _, p := range rows[0].Problems {
			first = append(first, p.String())
			if p.Warning == c.wrong {
				t.Errorf("%s %q: %v", c.name, c.cell, p)
			}
		}
		if got := rows[0].Person.Facts.Jobs[0].Percent; got != c.want || len(first) != c.notes {
			t.Errorf("%s %q beside %q is %d with %q, want %d", c.name, c.cell, c.other, got, first, c.want)
		}
	}
}

// TestNineYearsAtOneFullTimeEquivalentAreNineYears is the export in which a column FTE with the value 1 made nine years
// one month.
func TestNineYearsAtOneFullTimeEquivalentAreNineYears(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.csv", "Applicant No.,Start date,End date,FTE\nA-1,2010-01-01,2018-12-31,1\nA-2,2010-01-01,2018-12-31,0.5\n")
	mustShow(t, rows)
	got := people(t, rows)
	if j := got[0].Facts.Jobs[0]; j != (requirement.Job{From: day(2010, 1, 1), To: day(2018, 12, 31), Percent: 100}) {
		t.Errorf("%+v", j)
	}
	if got[1].Facts.Jobs[0].Percent != 50 {
		t.Errorf("%+v", got[1])
	}
}
