package imports

import "testing"

// This file reads tables with several rows a candidate. All people in it are invented.

func TestRowsOfOneCandidateArePutTogether(t *testing.T) {
	t.Parallel()
	const head = "reference,name,email,degree_level,degree_field,job1_from,job1_to,job1_title\n"
	rows := readCandidates(t, "c.csv", head+
		"A-1,Ima Ginary,ima@example.org,master,Law,2019-01,2020-01,Keeper\n"+
		"A-1,,,master,Law,2015-01,2018-12,Clerk\n"+
		"A-1,Ima Ginary,,bachelor,History,2015-01,2018-12,Clerk\n"+
		"A-2,Noah Body,,,,2010-01,2012-01,Cook\n")
	mustShow(t, rows, "w c.csv row 2: 1 candidate stands in several rows that follow each other")
	p := people(t, rows)
	if len(p) != 2 || len(p[0].Facts.Jobs) != 2 || len(p[0].Facts.Education) != 2 || p[0].Email != "ima@example.org" || len(p[1].Facts.Jobs) != 1 {
		t.Errorf("reads %+v", p)
	}
}

func TestRowsThatContradictAreNotPutTogether(t *testing.T) {
	t.Parallel()
	const head = "reference,name,birth_year,nationalities,job1_from,job1_to,job2_from,job2_to\n"
	const first = "A-1,Ima Ginary,1980,BEL,2019-01,2020-01,,\n"
	for rule, second := range map[string]string{
		"another name":        "A-1,Noah Body,1980,BEL,2015-01,2018-12,,\n",
		"another year":        "A-1,Ima Ginary,1981,BEL,2015-01,2018-12,,\n",
		"another nationality": "A-1,Ima Ginary,1980,FRA,2015-01,2018-12,,\n",
		"the same once more":  first,
		"two more jobs":       "A-1,Ima Ginary,1980,BEL,2015-01,2018-12,2012-01,2014-12\n",
		"not one after other": "A-2,Noah Body,1980,BEL,2015-01,2018-12,,\nA-1,Ima Ginary,1980,BEL,2015-01,2018-12,,\n",
	} {
		rows := readCandidates(t, "c.csv", head+first+second)
		bad := 0
		for _, r := range rows {
			if r.Bad() {
				bad++
			}
		}
		if bad != 1 {
			t.Errorf("%s: %d rows are refused: %+v", rule, bad, rows)
		}
	}
}
