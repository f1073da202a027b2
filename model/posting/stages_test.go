package posting

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// This file tests each stage of the reader alone, with small inputs: decode, lines, sections, lists, criteria and
// requirements. Whole postings are read in read_test.go, the rules one by one in rules_test.go.

// said compares what a stage made of a text with what is wanted.
func said(t *testing.T, text string, got, want []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("of %q (-want +got):\n%s", text, diff)
	}
}

func TestDecodeFreesALineFromItsMarks(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ text, want string }{
		"plain words":                          {"a degree in law", "| |a degree in law"},
		"a dash and a space":                   {"- a degree", "|•|a degree"},
		"a dash and no space":                  {"-a degree", "|•|a degree"},
		"a dash before a number is none":       {"-5 degrees", "| |-5 degrees"},
		"a round bullet":                       {"•a degree", "|•|a degree"},
		"a bullet of a symbol font":            {"\uf0b7 a degree", "|•|a degree"},
		"a letter for a bullet":                {"o a degree", "|•|a degree"},
		"a word that begins with that letter":  {"of law", "| |of law"},
		"a number":                             {"2. a degree", "|1|a degree"},
		"a number in brackets":                 {"(2) a degree", "|1|a degree"},
		"a number glued to a word":             {"2.QUALIFICATIONS", "|1|QUALIFICATIONS"},
		"a number with a fraction is none":     {"5.5 years", "| |5.5 years"},
		"a letter":                             {"b) a degree", "|a|a degree"},
		"an abbreviation is no letter":         {"e.g. a degree", "| |e.g. a degree"},
		"a country is no letter":               {"U.S. nationals", "| |U.S. nationals"},
		"a footnote is no bullet":              {"*Only by night", "| |Only by night"},
		"bold":                                 {"**Profile**", "b| |Profile"},
		"bold with a colon":                    {"**Profile**:", "b| |Profile:"},
		"two bold words are no bold line":      {"**French** and **Dutch**", "| |French and Dutch"},
		"a Markdown heading":                   {"## Profile", "t| |Profile"},
		"a sign of a number is no heading":     {"#1 in shipping", "| |#1 in shipping"},
		"a Markdown link":                      {"see [the port](https://port.example)", "| |see the port"},
		"an escaped mark":                      {`a \[b\]`, "| |a [b]"},
		"an underscore inside a word stays":    {"staff_list", "| |staff_list"},
		"left-over HTML":                       {"<b>law</b>&amp;order", "| |law&order"},
		"an HTML break is a wide gap":          {"law<br>trade", "| |law   trade"},
		"a tab is a wide gap":                  {"law\ttrade", "| |law   trade"},
		"a no-break space":                     {"a\u00a0degree", "| |a degree"},
		"what cannot be seen":                  {"deg\u200bree\u202e", "| |degree"},
		"the full stop of a numbered heading":  {"4. Essential Qualifications.", "|1|Essential Qualifications"},
		"the full stop of a numbered sentence": {"4. We guide ships.", "|1|We guide ships."},
		"an empty line":                        {"   ", "blank"},
		"a drawn line":                         {"-----", "drawn-line"},
		"a page number":                        {"Page 2 of 7", "page-mark"},
		"a page number between dashes":         {"-2-", "page-mark"},
		"a marking":                            {"NATO UNCLASSIFIED", "page-mark"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lines, _ := splitLines(tc.text, nil)
			said(t, tc.text, []string{lineWords(&lines[0])}, []string{tc.want})
		})
	}
}

// lineWords is a line in short: emphasis, bullet, text.
func lineWords(l *line) string {
	switch {
	case l.blank:
		return "blank"
	case l.furniture != "":
		return l.furniture
	}
	mark := string(l.bullet)
	if mark == "" {
		mark = " "
	}
	return []string{"", "b", "t"}[l.emphasis] + "|" + mark + "|" + l.text
}

// Entities of HTML are resolved here, after the text as a whole was cleaned, so they may bring hidden characters back.
func TestDecodeDropsWhatCannotBeSeen(t *testing.T) {
	t.Parallel()
	whole := []string{"terminal commands", "private use", "bytes that are no letters"} // these are the cleaner's business
	for _, h := range modeltest.Hostile {
		if slices.Contains(whole, h.Class) {
			continue
		}
		coded := ""
		for _, r := range h.Text {
			coded += fmt.Sprintf("&#%d;", r)
		}
		if h.Class == "control characters" { // HTML takes the numbers of some for letters: &#128; is a euro sign
			coded = h.Text
		}
		for _, text := range []string{h.Text, coded} {
			if got := tidy(text); got != h.Want {
				t.Errorf("%s: %q is tidied to %q", h.Class, text, got)
			}
		}
	}
	if got := tidy("a&#8232;b\u205fc\ufe0fd\ufffde"); got != "a b cde" {
		t.Errorf("got %q", got)
	}
}

func TestDecodeTakesCodesForMarksIfTheyComeAgain(t *testing.T) {
	t.Parallel()
	bullets := func(text string) []string {
		lines, _ := splitLines(text, nil)
		var out []string
		for i := range lines {
			out = append(out, string(lines[i].bullet))
		}
		return out
	}
	twice := "ES 1 a degree in law\nES 2 fluent French"
	said(t, twice, bullets(twice), []string{"E", "E"})
	once := "ES 1 a degree in law\nfluent French"
	said(t, once, bullets(once), []string{"", ""})
}

func TestDecodeReadsNoMoreThanAPostingHas(t *testing.T) {
	t.Parallel()
	lines, cut := splitLines(strings.Repeat("a\n", maxLines+5), nil)
	if len(lines) != maxLines || !cut {
		t.Errorf("%d lines, cut %v", len(lines), cut)
	}
	if d := Read(strings.Repeat("x", maxText+1)); !d.Truncated || len(d.Warnings) == 0 || d.Warnings[0].Line != 0 {
		t.Errorf("a text that is too long is not said to be: %+v", d.Warnings)
	}
}

func TestLinesAreJoinedAndParted(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		text string
		want []string
	}{
		"entries stay apart":                 {"- a degree;\n- French;", []string{"1 •a degree;", "2 •French;"}},
		"an entry goes on below":             {"- a degree\nor a diploma;", []string{"1-2 •a degree or a diploma;"}},
		"a mark alone takes the next line":   {"-\na degree;", []string{"2 •a degree;"}},
		"an empty line parts":                {"We guide ships\n\nand crews", []string{"1 We guide ships", "3 and crews"}},
		"a word that ends nothing joins":     {"We guide the largest ships of the\nWorld.", []string{"1-2 We guide the largest ships of the World."}},
		"a heading parts":                    {"We guide ships and\nRequirements", []string{"1 We guide ships and", "2 Requirements"}},
		"page furniture does not part":       {"We guide the largest ships of the\nPage 1 of 2\nworld.", []string{"1-3 We guide the largest ships of the world."}},
		"a divided word is closed up":        {"- a well-\nknown port;", []string{"1-2 •a well-known port;"}},
		"a wide gap parts":                   {"We guide ships.   Requirements", []string{"1 We guide ships.", "1 Requirements"}},
		"bullets inside a line part":         {"Requirements • a degree • French", []string{"1 Requirements", "1 •a degree", "1 •French"}},
		"letters that count on part":         {"You must have: (a) a degree in law; (b) fluent French.", []string{"1 You must have:", "1 aa degree in law;", "1 afluent French."}},
		"a letter alone does not part":       {"The port has many quays; (a) stands for the first of them.", []string{"1 The port has many quays; (a) stands for the first of them."}},
		"a heading in capitals parts":        {"We guide ships. QUALIFICATIONS A degree.", []string{"1 We guide ships.", "1 QUALIFICATIONS", "1 A degree."}},
		"a heading glued to the text parts":  {"QUALIFICATIONSThe pilot knows the sea.", []string{"1 QUALIFICATIONS", "1 The pilot knows the sea."}},
		"a row with its heading is spread":   {"Requirements | a degree | French", []string{"1 Requirements", "1 a degree", "1 French"}},
		"a fact of the head stays a row":     {"Grade | G15", []string{"1 Grade | G15"}},
		"columns are read one after another": {"Essential | Desirable\na degree | French", []string{"1 ESSENTIAL", "2 •a degree", "1 DESIRABLE", "2 •French"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range paragraphsOf(tc.text) {
				at := fmt.Sprint(p.lines().From)
				if l := p.lines(); l.To > l.From {
					at = fmt.Sprintf("%d-%d", l.From, l.To)
				}
				got = append(got, at+" "+string(p.bullet)+p.text)
			}
			said(t, tc.text, got, tc.want)
		})
	}
}

// paragraphsOf runs the first two stages.
func paragraphsOf(text string) []paragraph {
	lines, _ := splitLines(text, nil)
	return breakUp(spreadTables(joinLines(lines, nil), nil), nil)
}

func TestSectionsOpenAtHeadingsAndLeadIns(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		text string
		want []string
	}{
		"a list of each class": {
			"ESSENTIAL\n- a degree;\nDESIRABLE\n- French;",
			[]string{"header", "demands essential: a degree;", "demands desirable: French;"},
		},
		"requirements are essential": {"REQUIREMENTS\n- a degree;", []string{"header", "demands essential: a degree;"}},
		"a lead-in keeps the section of its heading": {
			"ESSENTIAL\nThe incumbent must:\n- have a degree;", []string{"header", "demands essential: have a degree;"},
		},
		"a lead-in of wishes opens a section": {
			"ESSENTIAL\n- a degree;\nThe following would be an advantage:\n- French;",
			[]string{"header", "demands essential: a degree;", "demands desirable: French;"},
		},
		"a part keeps the class of its list": {
			"DESIRABLE\nLanguages\n- French;", []string{"header", "demands desirable", "demands desirable (Languages): French;"},
		},
		"a part after the wishes that the demands had too is a wish": {
			"ESSENTIAL\nLanguages\n- French;\nDESIRABLE\n- a licence;\nLanguages\n- Dutch;",
			[]string{"header", "demands essential", "demands essential (Languages): French;", "demands desirable: a licence;", "demands desirable (Languages): Dutch;"},
		},
		"duties end the demands":       {"REQUIREMENTS\n- a degree;\nDUTIES\n- guide ships;", []string{"header", "demands essential: a degree;", "duties: guide ships;"}},
		"competencies end the demands": {"REQUIREMENTS\n- a degree;\nCOMPETENCIES\n- Teamwork", []string{"header", "demands essential: a degree;", "competency: Teamwork"}},
		"an unknown heading ends them": {"REQUIREMENTS\n- a degree;\nThe Harbour:\n- stands at the sea;", []string{"header", "demands essential: a degree;", "other: stands at the sea;"}},
		"a heading that is an entry":   {"REQUIREMENTS\n- a degree;\n- Languages\n- a licence;", []string{"header", "demands essential: a degree; / Languages / a licence;"}},
		"words before any heading":     {"We guide ships.", []string{"header: We guide ships."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sections, _ := divide(paragraphsOf(tc.text), nil)
			var got []string
			for _, s := range sections {
				words := strings.TrimRight(string(s.zone)+" "+string(s.class), " ")
				if s.topic != "" {
					words += " (" + s.topic + ")"
				}
				var body []string
				for _, p := range s.body {
					body = append(body, p.text)
				}
				if len(body) > 0 {
					words += ": " + strings.Join(body, " / ")
				}
				got = append(got, words)
			}
			said(t, tc.text, got, tc.want)
		})
	}
}

func TestHeadingsAreKnownByTheirLetters(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"QUALIFICATIONS AND EXPERIENCE":          "demands",
		"2.QUALIFICATIONSANDEXPERIENCE":          "demands",
		"2. Qualifications & experience:":        "demands",
		"Exigences":                              "demands",
		"Essential (E)":                          "demands essential",
		"Essential selection criteria":           "demands essential",
		"Desirable Experience and Education":     "demands desirable",
		"What we ask for":                        "demands",
		"It would be great if you":               "demands desirable",
		"Main duties":                            "duties",
		"Core competencies":                      "competency",
		"How to apply for this post":             "other",
		"experience;":                            "",
		"experience":                             "",
		"Experience.":                            "",
		"We guide ships":                         "",
		strings.Repeat("Essential criteria ", 9): "",
	} {
		h, name := findHeading(text)
		got := ""
		if h != nil {
			got = strings.TrimRight(string(h.zone)+" "+string(h.class), " ")
		}
		if got != want || (name == "") != (h == nil) {
			t.Errorf("%q is read as %q by %q, want %q", text, got, name, want)
		}
	}
}

func TestLeadInsAnnounce(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The incumbent must:":                                       "demands essential",
		"Theincumbentmust":                                          "demands essential",
		"Le/la titulaire du poste doit:":                            "demands essential",
		"The candidate should have all of these:":                   "demands essential",
		"The candidate should have all of these":                    "",
		"The following would be considered an advantage:":           "demands desirable",
		"Seraient considérés comme un avantage:":                    "demands desirable",
		"The pilot is responsible for:":                             "duties",
		"The incumbent must demonstrate:":                           "competency",
		"Tell us how you meet the following (other qualifications)": "demands desirable",
		"We guide ships:":                                           "",
		"":                                                          "",
	} {
		got := ""
		if l := leadOf(text); l != nil {
			got = strings.TrimRight(string(l.zone)+" "+string(l.class), " ")
		}
		if got != want {
			t.Errorf("%q announces %q, want %q", text, got, want)
		}
	}
}

func TestListsGiveEntriesAndWhatIsNone(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		text        string
		items, rest []string
	}{
		"entries with marks":              {"ESSENTIAL\n- a degree;\n- French;", []string{"a degree;", "French;"}, nil},
		"entries without marks":           {"ESSENTIAL\nhave a degree;\nspeak French;", []string{"have a degree;", "speak French;"}, nil},
		"entries run together":            {"ESSENTIAL\nhave a degree; speak French; hold a licence;", []string{"have a degree;", "speak French;", "hold a licence;"}, nil},
		"a semicolon inside an entry":     {"ESSENTIAL\nhave a degree; experience may be accepted in lieu of it;", []string{"have a degree; experience may be accepted in lieu of it;"}, nil},
		"deeper entries belong to theirs": {"ESSENTIAL\n- speak one of:\n  o French;\n  o Dutch;\n- hold a licence;", []string{"speak one of: French; Dutch;", "hold a licence;"}, nil},
		"prose that demands":              {"REQUIREMENTS\nThe pilot must have a degree. The port is old. The pilot must speak French.", []string{"The pilot must have a degree.", "The pilot must speak French."}, nil},
		"prose that demands nothing":      {"REQUIREMENTS\n- a degree;\n- French;\nThe port is old.", []string{"a degree;", "French;"}, []string{"The port is old."}},
		"short sentences on one line":     {"ESSENTIAL\nThe incumbent must:\nUniversity degree. Fluent French. Driving licence.", []string{"University degree.", "Fluent French.", "Driving licence."}, nil},
		"the value of a part":             {"REQUIREMENTS\nSecurity clearance\nNATO SECRET", []string{"NATO SECRET"}, nil},
		"a wish below the list":           {"ESSENTIAL\n- a degree;\n- French;\nwould be considered an asset.", []string{"?a degree;", "?French;"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sections, _ := divide(paragraphsOf(tc.text), nil)
			var items, rest []string
			for i := range sections {
				if sections[i].zone != zoneDemands {
					continue
				}
				got, left := itemsOf(&sections[i], nil)
				for _, it := range got {
					wish := ""
					if it.class == Desirable {
						wish = "?"
					}
					items = append(items, wish+it.text)
					if it.rule == "" {
						t.Errorf("nothing says why %q is an entry", it.text)
					}
				}
				for _, p := range left {
					rest = append(rest, p.text)
				}
			}
			said(t, tc.text, items, tc.items)
			said(t, tc.text, rest, tc.rest)
		})
	}
}

func TestSentencesEndWhereTheyEnd(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"It is old. It stands.":         {"It is old.", "It stands."},
		"Grades of e.g. Five are paid.": {"Grades of e.g. Five are paid."},
		"Ships of J. Smith come.":       {"Ships of J. Smith come."},
		"Is it old? It is.":             {"Is it old?", "It is."},
		"Of 5.5 m. and more.":           {"Of 5.5 m. and more."},
	} {
		var got []string
		for _, p := range sentences(&paragraph{text: text, marks: []mark{{0, 1}}}) {
			got = append(got, p.text)
		}
		said(t, text, got, want)
	}
}

func TestCriteriaHaveTheClassThatTheirWordsSay(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"have a degree in law":                                         "ED",
		"fluent French would be an asset":                              "DD",
		"fluent French is highly desirable":                            "DD",
		"ideally, fluent French":                                       "DD",
		"fluent French (asset)":                                        "DD",
		"preference will be given to speakers of French":               "DD",
		"have a university degree; French would be an asset":           "ED",
		"have a university degree in law, a master's degree preferred": "ED",
		"fluent French is required":                                    "EE",
		"French is essential, Dutch would be an asset":                 "EE",
		"connaissance du français; constitue un atout":                 "ED",
	} {
		got := ""
		for _, list := range []Class{Essential, Desirable} {
			class, name := classOf(list, requirement.Fold(words))
			if name == "" {
				t.Errorf("nothing says why %q has its class", words)
			}
			got += strings.ToUpper(string(class)[:1])
		}
		if got != want {
			t.Errorf("%q in the essential and in the desirable list is %s, want %s", words, got, want)
		}
	}
}

func TestCriteriaKeepTheirOwnWordsOnly(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"have a degree; and":  "have a degree",
		"have a degree;":      "have a degree",
		"have a degree, et":   "have a degree",
		"have a degree.":      "have a degree.",
		"have a degree ;and ": "have a degree",
	} {
		if got := ownWords(text, false); got != want {
			t.Errorf("of %q is kept %q, want %q", text, got, want)
		}
	}
	prose := "As this is the language that we all work in, you must speak French."
	if got := ownWords(prose, true); got != "you must speak French." {
		t.Errorf("of %q is kept %q", prose, got)
	}
}

func TestCriteriaAreUnderstoodWithoutTheirMark(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Asset: fluent French":  "fluent French",
		"required – a licence":  "a licence",
		"ES 1 a degree in law":  "a degree in law",
		"ES 1 Asset: a licence": "a licence",
		"Asset: ":               "Asset: ",
		"assets of the port":    "assets of the port",
	} {
		if got := withoutMark(text); got != want {
			t.Errorf("of %q is understood %q, want %q", text, got, want)
		}
	}
}

func TestCriteriaLeaveOutWhatIsNone(t *testing.T) {
	t.Parallel()
	for entry, want := range map[string]int{
		"have a degree in law":              1,
		"click here to apply":               0,
		"The official languages are French": 0,
		"fluent in both, as the official languages are French and Dutch": 1,
		"12": 0,
	} {
		if got := len(Read("ESSENTIAL\n- " + entry + ";").Criteria); got != want {
			t.Errorf("%q gives %d criteria, want %d", entry, got, want)
		}
	}
}

func TestConditionsStandOutsideTheCriteria(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Candidates must already hold a NATO SECRET clearance.":              "clearance",
		"The post requires a NATO SECRET clearance.":                         "clearance",
		"This is a fast-track competition for holders of a clearance.":       "clearance",
		"The post is open only to nationals of the member nations.":          "nationality",
		"Candidates have to enclose a covering letter.":                      "document",
		"The appointment is subject to receipt of a NATO SECRET clearance.":  "",
		"A fast track to the capital was laid with a letter of the king.":    "",
		"A fast train runs from the capital to the national park every day.": "",
	} {
		got := ""
		for _, c := range Read("REQUIREMENTS\n- a degree in law;\nCONTRACT\n" + text).Eligibility {
			got += string(c.Kind)
		}
		if got != want {
			t.Errorf("%q states %q, want %q", text, got, want)
		}
	}
}

func TestRequirementsAreUnderstoodWithTheirHeading(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		topic, words string
		kind         requirement.Kind
		rule         string
	}{
		"own words":                    {"", "have at least 5 years of experience at sea", requirement.KindExperience, ruleOwnWords},
		"own words below a heading":    {"Education", "have at least 5 years of experience at sea", requirement.KindExperience, ruleOwnWords},
		"a level with its heading":     {"Security clearance", "SECRET", requirement.KindClearance, ruleWithHeading},
		"a heading that adds no level": {"Languages", "as the port needs them", requirement.KindOther, ruleOwnWords},
		"the mark before an entry":     {"", withoutMark("Asset: fluent French"), requirement.KindLanguage, ruleOwnWords},
		"the code before an entry":     {"", withoutMark("ES 1 a university degree in law"), requirement.KindDegree, ruleOwnWords},
		"a code that is all of it":     {"", withoutMark("ES 1 "), requirement.KindOther, ruleOwnWords},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, rule := meaningUnder(tc.topic, tc.words)
			if r.Kind != tc.kind || rule != tc.rule {
				t.Errorf("%q under %q is %s by %s, want %s by %s", tc.words, tc.topic, r.Kind, rule, tc.kind, tc.rule)
			}
		})
	}
}

func TestDatesAreReadDayFirst(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2030-05-07":            "2030-05-07",
		"7 May 2030":            "2030-05-07",
		"7th of May, 2030":      "2030-05-07",
		"May 7, 2030":           "2030-05-07",
		"07-May-30":             "2030-05-07",
		"7 mai 2030":            "2030-05-07",
		"7/5/2030":              "2030-05-07",
		"5/17/2030":             "2030-05-17",
		"in the spring of 2030": "",
		"31 February 2030":      "",
	} {
		d, ok := DateIn(text)
		if ok != (want != "") || ok && d.String() != want {
			t.Errorf("%q is read as %s (%v), want %q", text, d, ok, want)
		}
	}
}

func TestHeadGivesItsFacts(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ text, want string }{
		"labels":                  {"Title: Harbour Officer\nLocation: Ostmark\nGrade: NATO Grade G15", "Harbour Officer|Ostmark|G15|"},
		"a label above its value": {"Harbour Officer\nGrade\nG15", "Harbour Officer||G15|"},
		"labels on one line":      {"Grade: A-2 Title: Harbour Officer Location: Ostmark", "Harbour Officer|Ostmark|A-2|"},
		"a row of a table":        {"Harbour Officer\nDuty station | Ostmark", "Harbour Officer|Ostmark||"},
		"a title with its number": {"Officer, Harbour-250001", "Officer, Harbour|||250001"},

		"a title with the number of another posting": {"Requisition: 240002\nOfficer, Harbour-250001", "Officer, Harbour-250001|||240002"},
		"a number with its name":                     {"Harbour Officer\nVacancy notice no. PO/2025/17", "Harbour Officer|||PO/2025/17"},
		"a place with its country":                   {"Harbour Officer\nOstmark, Belgium", "Harbour Officer|Ostmark, Belgium||"},
		"nothing of it":                              {"We guide ships.", "|||"},
		"an empty value":                             {"Title: Harbour Officer\nLocation: n/a", "Harbour Officer|||"},
		"labels without their breaks":                {"Officer, Harbour\nPort of OstmarkGradeG15", "Officer, Harbour||G15|"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := Read(tc.text)
			got := strings.Join([]string{d.Title, d.Location, d.Grade, d.Requisition}, "|")
			said(t, tc.text, []string{got}, []string{tc.want})
		})
	}
}

func TestPatternsAreMadeOfTheirPieces(t *testing.T) {
	t.Parallel()
	got := lazy("^", oneOf{"a", seq{"b", oneOf{"c", "d"}}}, "$")().String()
	if got != "^(?:a|b(?:c|d))$" {
		t.Errorf("the pattern is %s", got)
	}
}
