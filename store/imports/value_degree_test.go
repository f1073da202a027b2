package imports

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/requirement"
)

func TestADegreeIsReadByTheRuleOfItsCountry(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, country string
		year        int
		want        requirement.DegreeLevel
		says        string // a part of the warning; empty if there is none
	}{
		{"Licence", "FRA", 0, "bachelor", "was read as bachelor level, as it is in France"},
		{"Licence", "BEL", 0, "master", "as it is in Belgium"},
		{"Licenciatura", "ESP", 0, "master", "as it is in Spain"},
		{"licenciatura", "PRT", 0, "bachelor", "as it is in Portugal"},
		{"Licence", "", 0, "Licence", "the country of the degree is not stated"},
		{"Licence", "JPN", 0, "Licence", "No rule says which level \"Licence\" is in Japan"},
		{"Diplom", "DEU", 0, "master", "Germany"},
		{"Diplom (FH)", "DEU", 0, "bachelor", "Germany"},
		{"Dipl.-Ing. (FH)", "DEU", 0, "bachelor", "Germany"},
		{"Dipl.-Ing.", "AUT", 0, "master", "Austria"},
		{"Diplom (FH)", "AUT", 0, "master", "Austria"},
		{"Diplom", "", 0, "Diplom", "not stated"},
		{"Diplom", "RUS", 0, "Diplom", "No rule says"},
		{"Magister", "AUT", 0, "master", "Austria"},
		{"Magister", "", 0, "Magister", "not stated"},
		{"1. Staatsexamen", "DEU", 0, "master", "Germany"},
		{"Maîtrise", "FRA", 0, "bachelor", "France"},
		{"MAITRISE", "CAN", 0, "master", "Canada"},
		{"Master 1", "FRA", 0, "bachelor", "France"},
		{"Laurea", "ITA", 1998, "master", "Italy"},
		{"Laurea", "ITA", 2015, "bachelor", "Italy"},
		{"Laurea", "ITA", 2005, "Laurea", "No rule says"},
		{"Laurea", "ITA", 0, "Laurea", "hangs on the year"},
		{"Laurea magistrale", "", 0, "master", ""},
		{"Laurea triennale", "", 0, "bachelor", ""},
		{"Baccalauréat", "FRA", 0, "secondary", "France"},
		{"Baccalauréat", "CAN", 0, "bachelor", "Canada"},
		{"J.D.", "USA", 0, "master", "United States"},
		{"Bac+5", "", 0, "master", ""},
		{"Bac + 3", "", 0, "bachelor", ""},
		{"BAC +8", "", 0, "doctorate", ""},
		{"Master's degree", "", 0, "master", ""},
		{"M.Sc.", "", 0, "master", ""},
		{"Ph.D.", "", 0, "doctorate", ""},
		{"master", "", 0, "master", ""},
		{"", "", 0, "", ""},
	} {
		v := values{place: func() model.Problem { return model.Problem{} }}
		got := v.degreeLevel(c.in, c.country, c.year)
		said := ""
		for _, p := range v.problems {
			said += p.Message
			if !p.Warning {
				t.Errorf("%q in %q stops the import: %s", c.in, c.country, p.Message)
			}
		}
		if got != c.want || !strings.Contains(said, c.says) || (said == "") != (c.says == "") {
			t.Errorf("%q in %q is %q with %q, want %q", c.in, c.country, got, said, c.want)
		}
	}
	for _, in := range []string{"wizard", "2012-06-30", "Yes", "3", "C1", "Diploma"} {
		v := values{place: func() model.Problem { return model.Problem{} }}
		if got := v.degreeLevel(in, "FRA", 2010); got != "" || len(v.problems) != 1 || v.problems[0].Warning {
			t.Errorf("%q is %q with %v", in, got, v.problems)
		}
	}
}

func TestEveryRuleOfADegreeMeansOneLevel(t *testing.T) {
	t.Parallel()
	seen := map[string]requirement.DegreeLevel{}
	for _, r := range degreeRules {
		for name := range strings.SplitSeq(r.names, ",") {
			if l, plain := degreeIndex().plain[foldDegree(name)]; plain {
				t.Errorf("%q is %s everywhere and has a rule", name, l)
			}
			for country := range strings.SplitSeq(r.countries, ",") {
				if _, known := nationIndex()[country]; !known {
					t.Errorf("%q is no country", country)
				}
				key := foldDegree(name) + " " + country
				if l, twice := seen[key]; twice && l != r.level && r.since == 0 {
					t.Errorf("%q is %s and %s", key, l, r.level)
				}
				seen[key] = r.level
			}
		}
	}
}

func TestADegreeFindsItsCountryInEveryForm(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.csv", "reference,degree_level,degree_country\nA-1,Licence;Master,France;\nA-2,Licence;Master,\n")
	mustShow(t, rows,
		"w c.csv row 2 column 2 (degree_level): \"Licence\" was read as bachelor level, as it is in France.",
		"w c.csv row 3 column 2 (degree_level): \"Licence\" means another level in another country")
	got := people(t, rows)
	if got[0].Facts.Education[0].Level != "bachelor" || got[1].Facts.Education[0].Level != "Licence" || got[1].Facts.Education[1].Level != "master" {
		t.Errorf("%+v", got)
	}
	rows = readCandidates(t, "c.json", `{"candidates":[{"reference":"A-1","education":[{"level":"Licence","country":"BE"},{"level":"Licence"},{"level":"wizard"}]}]}`)
	mustShow(t, rows, "as it is in Belgium", "the country of the degree is not stated", "candidates[0].education[2].level")
}
