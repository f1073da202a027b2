package scrub_test

import (
	"testing"

	"shortlist/model/scrub"
)

// What the scrubber finds, and what it does not: the second list is the limit of which the screen speaks.
func TestScrubbingFindsNamesHoweverTheyAreWritten(t *testing.T) {
	t.Parallel()
	people := map[string]scrub.Who{
		"particle": {Name: "Peter van Aalst", Email: "p.v.aalst@example.org", BirthYear: 1984},
		"hyphen":   {Name: "Marie-Claire O’Neill"},
		"umlaut":   {Name: "Jürgen Groß"},
		"nordic":   {Name: "Søren Åkesson"},
		"turkish":  {Name: "Şule Yıldız"},
		"double":   {Name: "Ana Novak Kovač"},
		"a word":   {Name: "Will Grace"},
	}
	for _, tc := range []struct{ who, text, want string }{
		{"particle", "PETER VAN AALST", "[name] [name] [name]"},
		{"particle", "Peter\nvan\nAalst", "[name]\nvan\n[name]"},
		{"particle", "by Peter van Aal-\nst, who", "by [name] van [name], who"},
		{"particle", "by Peter van Aal\u00adst", "by [name] van [name]"},
		{"particle", "Aalst’s plan, the Van Aalst plan", "[name]’s plan, the [name] [name] plan"},
		{"particle", "profile petervanaalst, login pvanaalst, PeterVanAalst_cv", "profile [name], login [name], [name]_cv"},
		{"particle", "write to peter.vanaalst@mail.example.", "write to [contact]."},
		{"particle", "see https://www.linkedin.com/in/pva-82, please", "see [contact], please"},
		{"particle", "Tel 0475/12 34 56 or (0032) 475-12.34.56, +32 (0)475 12 34 56.", "Tel [contact] or [contact], [contact]."},
		{"particle", "from 01.02.2019 to 03.04.2020, 05/2019-06/2020, 01.02.19 - 03.04.20, 01 2019 02 2020", "from 01.02.2019 to 03.04.2020, 05/2019-06/2020, 01.02.19 - 03.04.20, 01 2019 02 2020"},
		{"particle", "I was born in 1984; badge 119840.", "I was born in [hidden]; badge 119840."},
		{"particle", "Date of birth: 3 May\nNationality: Belgian\nGender\tmale\nWork:\tdepot", "Date of birth: [hidden]\nNationality: [nationality]\nGender\t[hidden]\nWork:\tdepot"},
		{"particle", "Nationality:\nBelgian\nWork:\ndepot", "Nationality:\n[nationality]\nWork:\ndepot"},
		{"hyphen", "Marie Claire ONeill and O'NEILL", "[name] [name] [name] and O'[name]"},
		{"umlaut", "Juergen Gross, JÜRGEN GROSS, Jurgen Groß", "[name] [name], [name] [name], [name] [name]"},
		{"nordic", "Soeren Aakesson, Soren Akesson", "[name] [name], [name] [name]"},
		{"turkish", "SULE YILDIZ, Sule Yildiz", "[name] [name], [name] [name]"},
		{"double", "A. Novak-Kovac, anovak", "A. [name]-[name], [name]"},
		{"a word", "I will say it by the grace of Will Grace", "I will say it by the grace of [name] [name]"},
		{"particle", "I am an Argentine national in Spain, of dual French-Belgian nationality, a Dutch and Danish citizen.", "I am an [nationality] national in Spain, of dual [nationality] nationality, a [nationality] citizen."},
		{"particle", "the National Bank, a national park, nationals of Spain", "the National Bank, a national park, nationals of Spain"},
		// Not found: initials alone, a nickname, a town, a pronoun, a country in somebody's own words.
		{"particle", "P.v.A., called Pietje, of Ghent; he is Belgian.", "P.v.A., called Pietje, of Ghent; he is Belgian."},
	} {
		if got := scrub.For(people[tc.who]).Text(tc.text); got != tc.want {
			t.Errorf("%s:\n%q became\n%q, not\n%q", tc.who, tc.text, got, tc.want)
		}
	}
}
