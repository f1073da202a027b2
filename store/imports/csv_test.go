package imports

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/store/imports/text"
)

const flatHeader = "reference,name,nationalities,degree_level,degree_field,degree_conferred,en,fr,language_scale,clearance,clearance_issuer," +
	"clearance_valid_until,job1_from,job1_to,job1_percent,job1_title,job1_employer,job2_from,job2_to,job2_percent,job2_title,job2_employer,statement"

func day(y, m, d int) requirement.Date { return requirement.Date{Year: y, Month: m, Day: d} }

func TestCSVReadsEveryColumn(t *testing.T) {
	t.Parallel()
	row := `A-0007,Zoë  Example,BEL;FR;Pays-Bas,bachelor;Master,Law;,2010-06;2012-06-30,v,Level III,NATO,nato secret;Geheim,NATO;BEL,2028-01-31;,` +
		`2019-03-01,,80 %,Budget Officer,"Fjord, Ltd",2014-09,02.2019,100,Analyst,"The ""Bank""","First line;` + "\n" + `second line"`
	rows := readCandidates(t, "c.csv", flatHeader+",email,birth_year,gender,job1_kind,job1_paid,job1_text\n"+row+",z@example.org,1984,F,Employment,no,Budgets\n")
	mustShow(t, rows)
	unpaid := false
	want := model.Person{
		Reference: "A-0007", Name: "Zoë Example", Email: "z@example.org", BirthYear: 1984, Gender: "F",
		Facts: requirement.Facts{
			Nationalities: []string{"BEL", "FRA", "NLD"},
			Education: []requirement.Education{
				{Level: requirement.DegreeBachelor, Field: "Law", Conferred: day(2010, 6, 0)},
				{Level: requirement.DegreeMaster, Conferred: day(2012, 6, 30)},
			},
			Jobs: []requirement.Job{
				{From: day(2019, 3, 1), Ongoing: true, Title: "Budget Officer", Employer: "Fjord, Ltd", Percent: 80, Kind: requirement.JobEmployment, Paid: &unpaid, Text: "Budgets"},
				{From: day(2014, 9, 0), To: day(2019, 2, 0), Title: "Analyst", Employer: "The \"Bank\"", Percent: 100},
			},
			Languages: []requirement.LanguageSkill{
				{Language: "en", Scale: requirement.ScaleNATO, Level: "V"},
				{Language: "fr", Scale: requirement.ScaleNATO, Level: "III"},
			},
			Clearances: []requirement.ClearanceRecord{
				{Level: requirement.ClearanceNS, Issuer: "NATO", ValidUntil: day(2028, 1, 31)},
				{Level: "Geheim", Issuer: "BEL"},
			},
			Statements: []requirement.Statement{{Text: "First line;\nsecond line"}},
		},
	}
	if diff := cmp.Diff([]model.Person{want}, people(t, rows)); diff != "" {
		t.Error(diff)
	}
	if rows[0].Line != 2 {
		t.Errorf("line %d, want 2", rows[0].Line)
	}
}

func TestWhatACSVFileDoesNotSayStaysUnknown(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.csv", "reference,job1_from,job1_to,job1_percent,job2_from,en,clearance,degree_level,job3_to,job3_from\nA-1,2020-01,,,2010-01,,-,,,\n")
	mustShow(t, rows)
	want := []model.Person{{Reference: "A-1", Facts: requirement.Facts{Jobs: []requirement.Job{
		{From: day(2020, 1, 0), Ongoing: true},
		{From: day(2010, 1, 0)}, // the file has no column for the end
	}}}}
	if diff := cmp.Diff(want, people(t, rows)); diff != "" {
		t.Error(diff)
	}
}

// What a file says is not there is a fact; an empty cell and a dash are none.
func TestNoneInAFileIsAFact(t *testing.T) {
	t.Parallel()
	want := requirement.Facts{
		Education:  []requirement.Education{{Level: requirement.DegreeNone}},
		Languages:  []requirement.LanguageSkill{{Language: "en", Level: "0"}, {Language: "fr", Level: "0"}},
		Clearances: []requirement.ClearanceRecord{{Level: requirement.ClearanceLevelNone}},
	}
	for name, file := range map[string][2]string{
		"columns": {"c.csv", "reference,degree_level,en,fr,clearance\nA-1,none,none,0,no\n"},
		"French":  {"c.csv", "reference,degree_level,en,fr,clearance\nA-1,aucun diplôme,aucune,non,aucune\n"},
		"JSON": {"c.json", `{"candidates":[{"reference":"A-1","education":[{"level":"none"}],"languages":[{"language":"en","level":"none"},{"language":"fr","level":"0"}],
			"clearances":[{"level":"none"}]}]}`},
	} {
		rows := readCandidates(t, file[0], file[1])
		mustShow(t, rows)
		if diff := cmp.Diff(want, people(t, rows)[0].Facts); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	rows := readCandidates(t, "c.csv", "reference,degree_level,en,fr,clearance\nA-1,,,,-\n")
	if diff := cmp.Diff(requirement.Facts{}, people(t, rows)[0].Facts); diff != "" {
		t.Error(diff)
	}
}

func TestEveryProblemOfACSVFileNamesItsPlace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule, content string
		want          []string
	}{
		{
			"a missing reference column shows the header expected", "name;nationalities\nAnna;BEL\n",
			[]string{"c.csv row 1: The column reference is missing: it holds the applicant number. A first row like this was expected: reference,name,nationalities,degree_level"},
		},
		{"an empty reference", "reference,name\n,Anna\n", []string{"c.csv row 2 column 1 (reference): The reference is empty"}},
		{
			"unknown columns are named once", "reference,shoe size,,hat\nA-1,42,,\nA-2,43,,\n",
			[]string{"w c.csv row 1: Columns that are not known are left out: \"shoe size\", \"hat\"."},
		},
		{"a column twice", "reference,name,Name\nA-1,a,b\n", []string{"c.csv row 1 column 3 (Name): The column already stands at place 2"}},
		{"too few cells", "reference,name,en\nA-1,Anna\n", []string{"c.csv row 2: The row has 2 cells where the first row has 3"}},
		{"too many cells", "reference,name\nA-1,Anna,V\n", []string{"c.csv row 2: The row has 3 cells where the first row has 2"}},
		{"too many cells that are empty", "reference,name\nA-1,Anna,,\n", nil},
		{
			"a quote never closed loses one row", "reference,name\nA-1,Anna\nA-2,\"Bo\nA-3,Carl\nA-4,Dora\n",
			[]string{"c.csv row 3 column 2 (name): A quotation mark is opened here and never closed"},
		},
		{
			"a quote closed by a later row loses one row", "reference,name\nA-1,\"Anna\nA-2,\"Bo\"\nA-3,Carl\n",
			[]string{"c.csv row 2 column 2 (name): Text stands behind a closing quotation mark"},
		},
		{"quotes in the middle are text", "reference,name\nA-1,Anna \"Annie\" Berg\n", nil},
		{"space before a quote", "reference,name\nA-1, \"Berg, Anna\" \n", nil},
		{
			"a row beyond all measure", "reference,name\nA-1," + strings.Repeat("x", longestRow+5) + "\nA-2,Bo\n",
			[]string{"c.csv row 2: The row is longer than 1 MiB"},
		},
		{
			"a quoted row beyond all measure", "reference,name\nA-1,\"" + strings.Repeat("x\n", longestRow/2) + "\"\n",
			[]string{"c.csv row 2 column 2 (name): A quotation mark is opened here and never closed"},
		},
		{"hidden characters", "reference,name,statement\nA-1,An\x1b[2Jna,a\u202eb\n", []string{"w c.csv row 2: Hidden characters were removed"}},
		{"a zero byte", "reference,name\nA-1,An\x00na\n", []string{"w c.csv row 2: Hidden characters were removed"}},
		{
			"a date with two meanings", "reference,job1_from\nA-1,03/04/2021\n",
			[]string{"c.csv row 2 column 2 (job1_from): \"03/04/2021\" could have the day or the month first, and no date of this column shows which (1 date). " +
				"Say \"dates\": \"dmy\" in the mapping if the day comes first, \"dates\": \"mdy\" if the month does, or write YYYY-MM-DD."},
		},
		{"a year alone", "reference,job1_from\nA-1,2021\n", []string{"\"2021\" is a year without a month: YYYY-MM-DD or YYYY-MM expected."}},
		{"a day that is none", "reference,job1_from\nA-1,2021-02-30\n", []string{"\"2021-02-30\" is not a day of the calendar"}},
		{"words for a date", "reference,degree_conferred\nA-1,soon\n", []string{"c.csv row 2 column 2 (degree_conferred): \"soon\" is not a date"}},
		{
			"a job that ends before it starts", "reference,job1_from,job1_to\nA-1,2021-05,2021-04\n",
			[]string{"c.csv row 2 column 3 (job1_to): The job ends (2021-04) before it starts (2021-05)."},
		},
		{"a job of one day in one month", "reference,job1_from,job1_to\nA-1,2021-05-31,2021-05\n", nil},
		{"a job without a start", "reference,job1_from,job1_to,job1_title\nA-1,,2021-04,Clerk\n", []string{"w c.csv row 2 column 3 (job1_to): The job has no start"}},
		{"a bad start is one problem", "reference,job1_from,job1_to\nA-1,x,2021-04\n", []string{"\"x\" is not a date"}},
		{"present in words", "reference,job1_from,job1_to\nA-1,2021-04,Present\n", nil},
		{"a percentage of 0", "reference,job1_percent\nA-1,0\n", []string{"\"0\" is not a percentage of full time: a whole number from 1 to 100 expected.", "w c.csv"}},
		{"a percentage of 120", "reference,job1_from,job1_percent\nA-1,2020-01,120\n", []string{"\"120\" is not a percentage"}},
		{"a fraction with a comma", "reference;job1_from;job1_percent\nA-1;2020-01;0,8\n", nil},
		{"an endless number", "reference,birth_year\nA-1,19991999199919991999\n", []string{"is not a year of birth: a whole number from 1900 to 2100"}},
		{"an unknown degree", "reference,degree_level\nA-1,wizard\n", []string{"\"wizard\" is not a known level of education: secondary, vocational, bachelor, master or doctorate expected."}},
		{"an unknown nation", "reference,nationalities\nA-1,BEL;Atlantis\n", []string{"c.csv row 2 column 2 (nationalities): \"Atlantis\" is not a known nation"}},
		{"an unknown issuer", "reference,clearance,clearance_issuer\nA-1,NS,Moon\n", []string{"c.csv row 2 column 3 (clearance_issuer): \"Moon\" is not a known issuer"}},
		{"an issuer without a clearance", "reference,clearance,clearance_issuer\nA-1,,NATO\n", []string{"w c.csv row 2 column 2 (clearance): An issuer"}},
		{"no clearance with an issuer", "reference,clearance,clearance_issuer\nA-1,none,NATO\n", nil},
		{"a level of another scale", "reference,en,language_scale\nA-1,C1,nato\n", []string{"c.csv row 2 column 2 (en): \"C1\" is not a level of its scale: a NATO level I to VI expected."}},
		{"a level without a scale in a spelling of one scale", "reference,en,fr\nA-1,C1,3+333\n", nil},
		{"a level without a scale in a spelling of several", "reference,en\nA-1,4\n", []string{"\"4\" is a level of no known scale"}},
		{"an unknown scale", "reference,en,language_scale\nA-1,V,ielts\n", []string{"c.csv row 2 column 3 (language_scale): \"ielts\" is not a known language scale"}},
		{
			"parallel lists of different length", "reference,degree_level,degree_field\nA-1,bachelor;master,Law\n",
			[]string{"c.csv row 2 column 3 (degree_field): The number of values is 1 here and 2 in the cells beside it"},
		},
		{"several problems of a row and of rows", "reference,en,language_scale,job1_from\n,X,nato,y\nA-2,V,nato,z\n", []string{
			"row 2 column 1 (reference)", "row 2 column 2 (en)", "row 2 column 4 (job1_from)", "row 3 column 4 (job1_from)",
		}},
		{"a text of a name's place", "reference,name\nA-1," + strings.Repeat("x", longestLine+1) + "\n", []string{"The value is 2001 characters long; at most 2000 were expected here"}},
		{"a novel for a reference", "reference\n" + strings.Repeat("x", longestReference+1) + "\n", []string{"is too long for a reference"}},
		{"blank rows are passed over and counted", "\n\nreference,en\n\n,\nA-1,V\n,\nA-2,bad\n", []string{"c.csv row 8 column 2 (en)"}},
		{"the delimiter named in the first row", "sep=|\nreference|name\nA-1|Berg, Anna; Dr\n", nil},
		{"tabs", "reference\tname\nA-1\tBerg, Anna; Dr\n", nil},
		{"column names in quotes and capitals", "\"Reference\";\"Birth Year\"\nA-1;1980\n", nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			rows := readCandidates(t, "c.csv", c.content)
			mustShow(t, rows, c.want...)
			for _, r := range rows {
				if len(r.Problems) == 0 && r.Person.Reference == "" {
					t.Errorf("row %d holds neither candidate nor problem", r.Line)
				}
			}
		})
	}
}

func TestCSVProblemsOfARowAreBounded(t *testing.T) {
	t.Parallel()
	header, row := "reference", "A-1"
	for i := range 40 {
		header += ",job" + strconv.Itoa(i+1) + "_from"
		row += ",bad"
	}
	got := problemLines(readCandidates(t, "c.csv", header+"\n"+row+"\n"))
	if len(got) != mostProblems+1 || got[mostProblems] != "c.csv row 2: 15 more problems of this candidate are not listed." {
		t.Errorf("%d problems, the last %q", len(got), got[len(got)-1])
	}
}

func TestADateIsReadOnlyIfItCanMeanOneDay(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]requirement.Date{
		"2021-06-30": day(2021, 6, 30), "2021-06": day(2021, 6, 0), " 2021-6 ": day(2021, 6, 0), "06/2021": day(2021, 6, 0),
		"30.06.2021": day(2021, 6, 30), "06/30/2021": day(2021, 6, 30), "30-6-2021": day(2021, 6, 30), "05.05.2021": day(2021, 5, 5),
		"2021/06/30": day(2021, 6, 30), "2021-06-30T00:00:00": day(2021, 6, 30), "2021-06-30 00:00:00": day(2021, 6, 30), "": {},
		"June 2021": day(2021, 6, 0), "juillet 2016": day(2016, 7, 0), "Jun 30, 2012": day(2012, 6, 30), "30 June 2012": day(2012, 6, 30),
		"30. Juni 2012": day(2012, 6, 30), "1er août 2016": day(2016, 8, 1), "30-Jun-2012": day(2012, 6, 30), "June 30th, 2012": day(2012, 6, 30),
		"30 de junio de 2012": day(2012, 6, 30), "Sept. 2016": day(2016, 9, 0), "2016 March": day(2016, 3, 0), "FÉVRIER 2020": day(2020, 2, 0),
		"2021-06-30T14:05:09.123Z": day(2021, 6, 30), "2021-06-30T14:05+02:00": day(2021, 6, 30), "30/06/2021 2:05 PM": day(2021, 6, 30), "2021-06-30 14:05 UTC": day(2021, 6, 30),
		"June": {}, "June 12": {}, "30-Jun-12": {}, "Feb 30, 2012": {}, "30 June 9999": {}, "31.12.9999": {}, "June July 2012": {}, "soon 2012": {}, "June 2012 Analyst": {}, "2016-2019": {},
		"03.04.2021": {}, "2021-13": {}, "30.06.21": {}, "2021-00-10": {}, "2021-06-00": {}, "1/2/3/4": {}, "44377": {}, "20210630": {},
	} {
		v := values{place: func() model.Problem { return model.Problem{} }}
		got := v.date(in)
		if got != want || len(v.problems) == 0 != (want != requirement.Date{} || in == "") {
			t.Errorf("%q reads %v with %v; want %v", in, got, v.problems, want)
		}
	}
}

func TestALevelKeepsItsScale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scale    requirement.Scale
		in, want string
	}{
		{"nato", "V", "V"},
		{"nato", "Level vi (Proficiency)", "VI"},
		{"nato", "NATO Ⅳ", "IV"},
		{"nato", "3", "III"},
		{"nato", "advanced", "V"},
		{"nato", "none", "0"},
		{"nato", "VII", ""},
		{"cefr", "c1", "C1"},
		{"cefr", "B2+", "B2+"},
		{"cefr", "C2+", ""},
		{"cefr", "V", ""},
		{"slp", "3-3-3-3", "3333"},
		{"slp", "SLP 32+22", "32+22"},
		{"slp", "L3 S3 R2 W2", "3322"},
		{"slp", "333", ""},
		{"slp", "5+555", ""},
		{"words", "Fluent", "fluent"},
		{"", "IV", "IV"},
		{"", "A2", "A2"},
		{"", "3333", "3333"},
		{"", "fluent", ""},
		{"nato", "VI - Proficiency", "VI"},
		{"nato", "VI – Proficiency", "VI"},
		{"nato", "III/Intermediate", "III"},
		{"nato", "IV: Upper-Intermediate", "IV"},
		{"nato", "Level IV Upper Intermediate", "IV"},
		{"nato", "Advanced (V)", "V"},
		{"nato", "V - Avancé", "V"},
		{"nato", "Level 4", "IV"},
		{"nato", "Niveau 4 (OTAN)", "IV"},
		{"nato", "VI - Intermediate", ""},
		{"nato", "Advanced (III)", ""},
		{"nato", "V (VI)", ""},
		{"nato", "V/III", ""},
		{"nato", "V or III", ""},
		{"nato", "V (C1)", "V"},
		{"nato", "C1 (CEFR)", ""},
		{"nato", "3333", ""},
		{"cefr", "C1 (CEFR)", "C1"},
		{"cefr", "CECR: C1", "C1"},
		{"cefr", "C1 - Advanced", "C1"},
		{"cefr", "B2+ (Upper intermediate)", "B2+"},
		{"cefr", "C1 - Beginner", ""},
		{"cefr", "B1/B2", ""},
		{"cefr", "B1-B2", ""},
		{"cefr", "C1 (listening), B2 (speaking)", ""},
		{"cefr", "Level 4", ""},
		{"cefr", "VI - Proficiency", ""},
		{"cefr", "Proficiency", ""},
		{"slp", "Level 4", ""},
		{"slp", "STANAG 6001: 3-3-2-2", "3322"},
		{"slp", "20/12", ""},
		{"slp", "C1", ""},
		{"", "VI - Proficiency", "VI"},
		{"", "III/Intermediate", "III"},
		{"", "C1 (CEFR)", "C1"},
		{"", "Level 4 (NATO)", "IV"},
		{"", "STANAG 6001 level 3333", "3333"},
		{"", "Level 4", ""},
		{"", "Proficiency", ""},
		{"", "Advanced", ""},
		{"", "2012", ""},
		{"", "0", "0"},
		{"", "none", "0"},
		{"slp", "No", "0"},
		{"words", "aucune", "0"},
		{"cefr", "no knowledge", "0"},
		{"words", "2012-06-30", ""},
		{"words", "Yes", ""},
		{"words", "30.06.2012", ""},
		{"nato", "Oui", ""},
		{"slp", "03.04.2021", ""},
	} {
		v := values{place: func() model.Problem { return model.Problem{} }}
		if _, got := v.languageSkill(c.scale, c.in); got != c.want || (got == "") != (len(v.problems) == 1) {
			t.Errorf("%s %q reads %q with %v, want %q", c.scale, c.in, got, v.problems, c.want)
		}
	}
	for in, want := range map[string]requirement.ClearanceLevel{
		"NS": "NS", "nato secret": "NS", "CTS-A": "CTS-A", "CTS/ATOMAL": "CTS-A", "cosmic top secret - bohemia": "CTS-B", "NS-A": "NS-A",
		"CTSA": "CTS-A", "NS-B": "NS-B", "Geheim": "Geheim", "none": "none", "No": "none", "0": "none", "-": "", "n/a": "", "": "", "TOP SECRET": "TOP SECRET",
	} {
		v := values{place: func() model.Problem { return model.Problem{} }}
		if got := v.clearanceLevel(in); got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
}

func TestANationIsKnownByItsCodesAndNames(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"BEL": "BEL", "be": "BEL", "Belgium": "BEL", "belgique": "BEL", "Türkiye": "TUR", "Turkey": "TUR", "ETATS UNIS": "USA", "U": "",
		"The Netherlands": "NLD", "Macédoine du Nord": "MKD", "Bosnia and Herzegovina": "BIH", "Côte d'Ivoire": "CIV", "Kosovo": "XKX", "UK": "GBR",
		"U.K.": "GBR", "U. K.": "GBR", "U.S.A.": "USA", "U.S.": "USA", "us": "USA", "A. B. C.": "", "U.X.": "", "I.T.": "",
		"Portugaise": "PRT", "PORTUGAIS": "PRT", "Belgian": "BEL", "belge": "BEL", "deutsch": "DEU", "Deutsche": "DEU", "Deutschland": "DEU",
		"British": "GBR", "Nederlandse": "NLD", "Česká republika": "CZE", "Ελλάδα": "GRC", "Türk": "TUR", "Österreich": "AUT", "polska": "POL",
		"España": "ESP", "suomi": "FIN", "Français": "FRA", "Française": "FRA", "French": "FRA", "American": "USA", "Éire": "IRL",
		"Korean": "", "Congolese": "", "Dominican": "", "European": "", "dual": "", "none": "", "2021-06-30": "", "Yes": "",
	} {
		if got, _ := nationCode(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	for n := range requirement.EachNation {
		for _, s := range []string{n.Alpha3, requirement.NationName(n.Alpha3)} {
			if got, _ := nationCode(s); got != n.Alpha3 {
				t.Errorf("%q is %q, want %q", s, got, n.Alpha3)
			}
		}
	}
}

func TestALevelSaysItsOwnScale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		beside requirement.Scale
		in     string
		scale  requirement.Scale
		level  string
		wrong  bool
		noted  bool
	}{
		{"", "C1 (CEFR)", "cefr", "C1", false, false},
		{"", "V (NATO)", "nato", "V", false, false},
		{"", "SLP 3333", "slp", "3333", false, false},
		{"", "NATO STANAG 3333", "slp", "3333", false, false},
		{"", "C1", "", "C1", false, false},
		{"", "Native", "words", "native", false, false},
		{"", "langue maternelle", "words", "langue maternelle", false, false},
		{"words", "Mother tongue", "words", "mother tongue", false, false},
		{"nato", "Native", "words", "native", false, true},
		{"nato", "C1 (CEFR)", "nato", "", true, false},
		{"cefr", "SLP 3333", "cefr", "", true, false},
	} {
		v := values{place: func() model.Problem { return model.Problem{} }}
		scale, level := v.languageSkill(c.beside, c.in)
		warned := len(v.problems) == 1 && v.problems[0].Warning
		if scale != c.scale || level != c.level || c.wrong != (len(v.problems) == 1 && !warned) || warned != c.noted {
			t.Errorf("%s %q is %s %q with %v", c.beside, c.in, scale, level, v.problems)
		}
	}
}

func TestAWordForPeopleMeansOneNation(t *testing.T) {
	t.Parallel()
	of := map[string]string{}
	for _, n := range nationPeople {
		for name := range strings.SplitSeq(n.names, ",") {
			if was := of[foldNation(name)]; was != "" && was != n.alpha3 {
				t.Errorf("%q is %s and %s", name, was, n.alpha3)
			}
			of[foldNation(name)] = n.alpha3
			if got, _ := nationCode(name); got != n.alpha3 {
				t.Errorf("%q is %q, want %q", name, got, n.alpha3)
			}
		}
	}
}

func TestSeveralNationsMayStandInOneValue(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Belgian / French": "BEL FRA", "Belge et portugaise": "BEL PRT", "DEU, USA": "DEU USA", "Bosnia & Herzegovina": "BIH",
		"Antigua and Barbuda": "ATG", "Guinea-Bissau": "GNB", "British; Irish": "GBR IRL",
	} {
		rows := readCandidates(t, "c.csv", "reference|nationalities\nA-1|"+in+"\n")
		mustShow(t, rows)
		if got := strings.Join(people(t, rows)[0].Facts.Nationalities, " "); got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
	rows := readCandidates(t, "c.csv", "reference|nationalities\nA-1|Belgian / Martian\n")
	mustShow(t, rows, "c.csv row 2 column 2 (nationalities): \"Belgian / Martian\" is not a known nation")
}

func FuzzCSV(f *testing.F) {
	data, err := Template("csv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("reference;name\r\nA-1;\"x\ry\"\r\n\"A-2;z\n"))
	f.Add([]byte("sep=,\nreference,en\nA,V\n"))
	f.Add([]byte("\xff\xfer\x00e\x00f\x00e\x00r\x00e\x00n\x00c\x00e\x00\n\x00A\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { mustStayCalm(t, "f.csv", data) })
}

// mustStayCalm reads any bytes and checks what every reading promises.
func mustStayCalm(t *testing.T, name string, data []byte) {
	in, err := ReadCandidates(name, data)
	if err != nil {
		mustRefuse(t, err, name, "")
		return
	}
	rows := 0
	for r := range in.Rows {
		if rows++; rows > len(data)+10 {
			t.Fatal("there are more rows than bytes")
		}
		if len(r.Problems) > mostProblems+3 {
			t.Fatalf("%d problems in one row", len(r.Problems))
		}
		if r.Person.Reference == "" && len(r.Problems) == 0 {
			t.Fatalf("row %d holds neither candidate nor problem", r.Line)
		}
		for _, p := range r.Problems {
			if clean, hidden := text.CleanLine(p.String()); hidden || clean != strings.Join(strings.Fields(p.String()), " ") {
				t.Fatalf("a problem is not safe to show: %q", p)
			}
		}
		for _, s := range []string{r.Person.Reference, r.Person.Name, r.Person.Email, r.Person.Gender} {
			if clean, _ := text.CleanLine(s); clean != s {
				t.Fatalf("%q is kept uncleaned", s)
			}
		}
		for _, j := range r.Person.Facts.Jobs {
			if !r.Bad() && !j.From.IsZero() && !j.To.IsZero() && j.To.Last().Number() < j.From.First().Number() {
				t.Fatalf("a job ends before it starts: %+v", j)
			}
		}
	}
	if in.SHA256() == "" {
		t.Fatal("the file has no hash")
	}
}
