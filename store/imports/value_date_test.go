package imports

import (
	"fmt"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
)

func TestTheCellsOfAColumnSayTheOrderOfItsDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, content string
		want          []requirement.Date // the start of the first job, by candidate
		problems      []string
	}{
		{"a later cell settles the column", "reference,job1_from\nA-1,03/04/2021\nA-2,05/06/2020\nA-3,25/12/2019\n", []requirement.Date{day(2021, 4, 3), day(2020, 6, 5), day(2019, 12, 25)}, nil},
		{"the month may come first", "reference,job1_from\nA-1,03/04/2021\nA-3,12/25/2019\n", []requirement.Date{day(2021, 3, 4), day(2019, 12, 25)}, nil},
		{
			"nothing settles it: one question", "reference,job1_from\nA-1,03/04/2021\nA-2,05/06/2020\nA-3,07/07/2019\nA-4,2018-01\n",
			[]requirement.Date{{}, {}, day(2019, 7, 7), day(2018, 1, 0)},
			[]string{"c.csv row 2 column 2 (job1_from): \"03/04/2021\" could have the day or the month first, and no date of this column shows which (2 dates)."},
		},
		{
			"a column that holds both is asked about", "reference,job1_from\nA-1,03/04/2021\nA-2,25/12/2020\nA-3,12/25/2019\n",
			[]requirement.Date{{}, day(2020, 12, 25), day(2019, 12, 25)},
			[]string{"and this column holds both: row 3 has the day first, row 4 the month. 1 date of it stay empty"},
		},
		{
			"another column does not settle it, but is named", "reference,job1_from,job1_to\nA-1,03/04/2019,25/12/2020\n",
			[]requirement.Date{{}},
			[]string{"c.csv row 2 column 2 (job1_from): \"03/04/2019\" could have the day or the month first, and no date of this column shows which (1 date). Other columns of the file are written as day, month, year"},
		},
		{"a list and a span settle it too", "reference,degree_level,degree_conferred,job1_from\nA-1,bachelor;master,01/07/2010;13/07/2012,03/04/2015 - 25/06/2016\n", []requirement.Date{day(2015, 4, 3)}, nil},
		{"with a mark and other line ends", "\ufeffreference;job1_from\r\nA-1;03.04.2021\r\nA-2;25.04.2021\r\n", []requirement.Date{day(2021, 4, 3), day(2021, 4, 25)}, nil},
		{"the settling cell stands in a name column", "reference,name,job1_from\nA-1,25/12/2020,03/04/2021\n", []requirement.Date{{}}, []string{"no date of this column shows which (1 date)"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			rows := readCandidates(t, "c.csv", c.content)
			mustShow(t, rows, c.problems...)
			i := 0
			for _, r := range rows {
				if r.Person.Reference == "" {
					continue
				}
				if got := r.Person.Facts.Jobs[0].From; got != c.want[i] {
					t.Errorf("row %d starts %v, want %v", r.Line, got, c.want[i])
				}
				i++
			}
			if i != len(c.want) {
				t.Errorf("%d candidates", i)
			}
		})
	}
}

// TestAnExportOfManyIsAskedOnce is an export of 80 applicants with eight date columns in American order.
func TestAnExportOfManyIsAskedOnce(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("reference,degree_level,degree_conferred,job1_from,job1_to,job2_from,job2_to\n")
	for i := range 80 {
		fmt.Fprintf(&b, "A-%d,master,%d/%d/2010,%d/1/2019,%d/2/2020,%d/%d/2012,%d/%d/2014\n", i, i%12+1, i%28+1, i%12+1, i%12+1, i%12+1, i%28+1, i%12+1, i%28+1)
	}
	rows := readCandidates(t, "c.csv", b.String())
	got := problemLines(rows)
	if len(got) != 2 || !strings.Contains(got[0], "(job1_to)") || !strings.Contains(got[1], "(job1_from)") {
		t.Errorf("%d problems:\n%s", len(got), strings.Join(got[:min(len(got), 5)], "\n"))
	}
	if d := rows[14].Person.Facts.Education[0].Conferred; d != day(2010, 3, 15) {
		t.Errorf("conferred %v", d)
	}
	m := model.Mapping{Dates: "mdy"}
	for i, name := range strings.Split(strings.SplitN(b.String(), "\n", 2)[0], ",") {
		m.Columns = append(m.Columns, model.MappedColumn{Place: i + 1, Column: name, Field: name})
	}
	in, err := Use{Mapping: &m}.ReadCandidates("c.csv", []byte(b.String()))
	ok(t, err)
	for r := range in.Rows {
		if len(r.Problems) > 0 {
			t.Fatal(r.Problems)
		}
	}
}

func TestBothEndsOfAJobMayStandInOneCell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in       string
		from, to requirement.Date
		ongoing  bool
		notes    int
	}{
		{"03/2019 – présent", day(2019, 3, 0), requirement.Date{}, true, 0},
		{"03/2019-06/2021", day(2019, 3, 0), day(2021, 6, 0), false, 0},
		{"2019-03 to 2021-06", day(2019, 3, 0), day(2021, 6, 0), false, 0},
		{"2019-03-01/2021-06-30", day(2019, 3, 1), day(2021, 6, 30), false, 0},
		{"mars 2019 à juin 2021", day(2019, 3, 0), day(2021, 6, 0), false, 0},
		{"Jun 30, 2012 - Jul 1, 2013", day(2012, 6, 30), day(2013, 7, 1), false, 0},
		{"01.03.2019 bis heute", day(2019, 3, 1), requirement.Date{}, true, 1}, // asked: day or month
		{"du 15/03/2019 au 31/12/2020", day(2019, 3, 15), day(2020, 12, 31), false, 0},
		{"since May 2020", day(2020, 5, 0), requirement.Date{}, true, 0},
		{"depuis le 15/05/2020", day(2020, 5, 15), requirement.Date{}, true, 0},
		{"03/2019 – 31.12.9999", day(2019, 3, 0), requirement.Date{}, true, 0},
		{"2016-2019", requirement.Date{}, requirement.Date{}, false, 1},
		{"2016 - present", requirement.Date{}, requirement.Date{}, true, 1},
		{"03/2016 - 2019", day(2016, 3, 0), requirement.Date{}, false, 1},
		{"2019-03-01", day(2019, 3, 1), requirement.Date{}, false, 0},
		{"03-04-2019-05-06", requirement.Date{}, requirement.Date{}, false, 1},
		{"2016-06-2019", requirement.Date{}, requirement.Date{}, false, 1},
	} {
		rows := readCandidates(t, "c.csv", "reference;period\nA-1;\""+c.in+"\"\n")
		j := rows[len(rows)-1].Person.Facts.Jobs[0]
		want := requirement.Job{From: c.from, To: c.to, Ongoing: c.ongoing, Text: j.Text}
		if c.in == "01.03.2019 bis heute" {
			want.From = requirement.Date{}
		}
		if j != want || len(problemLines(rows)) != c.notes {
			t.Errorf("%q is %+v with %q", c.in, j, problemLines(rows))
		}
		if strings.HasPrefix(c.in, "2016") && c.ongoing && !strings.Contains(j.Text, c.in) {
			t.Errorf("%q is lost: %q", c.in, j.Text)
		}
	}
}

func TestADayOfTheYear9999IsNoEnd(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"31.12.9999", "9999-12-31", "12/31/9999", "9999-12-31T00:00:00", "31/12/9999 00:00", "2958465"} {
		rows := readCandidates(t, "c.csv", "reference,clearance,clearance_valid_until,job1_from,job1_to\nA-1,NS,"+end+",2020-01,"+end+"\n")
		mustShow(t, rows, "w c.csv row 2 column 3 (clearance_valid_until): \""+end+"\" says that there is no end: no day was kept.")
		f := people(t, rows)[0].Facts
		if !f.Jobs[0].Ongoing || !f.Jobs[0].To.IsZero() || !f.Clearances[0].ValidUntil.IsZero() {
			t.Errorf("%s: %+v", end, f)
		}
	}
	rows := readCandidates(t, "c.csv", "reference,job1_from\nA-1,31.12.9999\n")
	mustShow(t, rows, "\"31.12.9999\" says that there is no end, which cannot be here")
}
