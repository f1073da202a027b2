package imports

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model"
	"shortlist/model/requirement"
)

// fullDocument holds every field of the candidates document.
const fullDocument = `{"candidates": [
  {"reference": "A-0007", "name": "Zoë \"Z\" Example\u00e9", "nationalities": ["BEL", "France"], "email": "z@example.org",
   "birth_year": 1984, "gender": "F",
   "education": [{"level": "master", "field": "Law", "institution": "Example University", "country": "BEL", "conferred": "2018-06-30"},
                 {"level": null, "conferred": "2015-06"}],
   "experience": [
     {"to": null, "from": "2019-03-01", "title": "Budget Officer", "employer": "Fjord", "percent": 100, "kind": "employment", "paid": true, "text": "a\nb"},
     {"from": "2015-09", "to": "2016-08", "percent": null, "kind": "internship", "paid": false},
     {"from": "2014-09"}],
   "languages": [{"level": "v", "scale": "nato", "language": "en"}, {"language": "French", "scale": "words", "level": "Fluent"}],
   "clearances": [{"level": "NATO SECRET", "issuer": "NATO", "valid_until": "2028-01-31", "status": "held"}],
   "statements": [{"heading": "Motivation", "text": "I apply."}],
   "documents": [{"name": "cv.txt", "text": "CV"}]},
  {"reference": "A-0008"}
]}`

func TestJSONReadsEveryField(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.json", fullDocument)
	mustShow(t, rows)
	yes, no := true, false
	want := []model.Person{{
		Reference: "A-0007", Name: "Zoë \"Z\" Exampleé", Email: "z@example.org", BirthYear: 1984, Gender: "F",
		Facts: requirement.Facts{
			Nationalities: []string{"BEL", "FRA"},
			Education: []requirement.Education{
				{Level: requirement.DegreeMaster, Field: "Law", Institution: "Example University", Country: "BEL", Conferred: day(2018, 6, 30)},
				{Conferred: day(2015, 6, 0)},
			},
			Jobs: []requirement.Job{
				{From: day(2019, 3, 1), Ongoing: true, Title: "Budget Officer", Employer: "Fjord", Percent: 100, Kind: requirement.JobEmployment, Paid: &yes, Text: "a\nb"},
				{From: day(2015, 9, 0), To: day(2016, 8, 0), Kind: requirement.JobInternship, Paid: &no},
				{From: day(2014, 9, 0)}, // an absent end is unknown, null is ongoing
			},
			Languages: []requirement.LanguageSkill{
				{Language: "en", Scale: requirement.ScaleNATO, Level: "V"},
				{Language: "fr", Scale: requirement.ScaleWords, Level: "fluent"},
			},
			Clearances: []requirement.ClearanceRecord{
				{Level: requirement.ClearanceNS, Issuer: "NATO", ValidUntil: day(2028, 1, 31), Status: requirement.ClearanceHeld},
			},
			Statements: []requirement.Statement{{Heading: "Motivation", Text: "I apply."}},
			Documents:  []requirement.Document{{Name: "cv.txt", Text: "CV"}},
		},
	}, {Reference: "A-0008"}}
	if diff := cmp.Diff(want, people(t, rows)); diff != "" {
		t.Error(diff)
	}
	if rows[0].Line != 2 || rows[1].Line != 14 {
		t.Errorf("lines %d and %d, want 2 and 14", rows[0].Line, rows[1].Line)
	}
}

// TestEveryJSONFieldIsInAnExample fails if a field is added that the full document or the template does not have.
func TestEveryJSONFieldIsInAnExample(t *testing.T) {
	t.Parallel()
	template, err := templateJSON()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	declared := fieldNames(credentialLists()) // tested with their declaration
	for _, name := range fieldNames(candidateFields) {
		if !slices.Contains(declared, name) {
			names = append(names, name)
		}
	}
	names = append(names, fieldNames(educationFields)...)
	names = append(names, fieldNames(jobFields)...)
	names = append(names, fieldNames(languageFields)...)
	names = append(names, fieldNames(clearanceFields)...)
	names = append(names, fieldNames(statementFields)...)
	names = append(names, fieldNames(documentFields)...)
	for _, document := range []string{fullDocument, string(template)} {
		for _, name := range names {
			if !strings.Contains(document, "\""+name+"\":") {
				t.Errorf("the field %q is in no example", name)
			}
		}
	}
}

func fieldNames[T any](fields []jsonField[T]) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	return names
}

func TestEveryProblemOfAJSONFileNamesItsPlace(t *testing.T) {
	t.Parallel()
	one := func(fields string) string {
		return "{\"candidates\": [\n {\"reference\": \"A-1\",\n  " + fields + "}]}"
	}
	for _, c := range []struct {
		rule, content string
		want          []string
	}{
		{"a bare list", `[{"reference": "A-1"}]`, nil},
		{"a number alone in the list", `[7]`, []string{"This is a number; an object was expected."}},
		{"an empty list", `{"candidates": [ ]}`, nil},
		{"other fields beside the list", "{\"made\": {\"by\": [1, \"}\"]},\n\"candidates\": [], \"n\": 0}", []string{
			"w c.json row 1 column 2: The field \"made\" is not known", "w c.json row 2 column 19: The field \"n\" is not known",
		}},
		{"a text for a number", one(`"birth_year": "1984"`), []string{"c.json row 3 column 17 (candidates[0].birth_year): This is text; a number was expected."}},
		{"a number for a text", one(`"name": 12`), []string{"(candidates[0].name): This is a number; text between quotes was expected."}},
		{"a number for the reference", `[{"reference": 12}]`, []string{
			"row 1 column 2 (candidates[0]): The candidate has no reference", "row 1 column 16 (candidates[0].reference): This is a number; text between quotes",
		}},
		{"an object for a list", one(`"experience": {"from": "2020-01"}`), []string{"(candidates[0].experience): This is an object; a list of objects was expected."}},
		{"a text for an object", one(`"experience": [{"from": "2020-01"}, "x"]`), []string{"row 3 column 39 (candidates[0].experience[1]): This is text; an object was expected."}},
		{"a list for a text", one(`"nationalities": [["BEL"]]`), []string{"(candidates[0].nationalities[0]): This is a list; text"}},
		{"a broken number of percent", one(`"experience": [{"percent": 80.0}, {"percent": 80.5}, {"percent": 101}]`), []string{
			"w c.json row 3 column 18 (candidates[0].experience[0]): The job has no start",
			"w c.json", "(candidates[0].experience[1].percent): \"80.5\" is not a percentage", "w c.json", "(candidates[0].experience[2].percent): \"101\" is not",
		}},
		{"a candidate that is no object", `[7, null, {"reference": "A-1"}]`, []string{
			"row 1 column 2 (candidates[0]): This is a number; an object", "row 1 column 5 (candidates[1]): The candidate has no reference",
		}},
		{"a candidate without a reference", `[{"name": "Anna"}]`, []string{"c.json row 1 column 2 (candidates[0]): The candidate has no reference"}},
		{"an unknown field is warned of once", `[{"reference": "A", "x": {"y": [1]}}, {"x": 1, "reference": "B"}]`, []string{
			"w c.json row 1 column 21 (candidates[0].x): The field \"x\" is not known",
		}},
		{"a field twice", one(`"name": "a", "name": "b"`), []string{"(candidates[0].name): The field stands twice in one object."}},
		{"a date with its place", one("\"experience\": [\n{\"from\": \"2020-01\"},\n{\"from\": \"03/04/2020\"}]"), []string{
			"c.json row 5 column 10 (candidates[0].experience[1].from): \"03/04/2020\" could have the day or the month first",
		}},
		{"an end before its start, fields in any order", one(`"experience": [{"to": "2020-01", "from": "2020-02"}]`), []string{
			"(candidates[0].experience[0]): The job ends (2020-01) before it starts (2020-02).",
		}},
		{"a level of another scale, fields in any order", one(`"languages": [{"level": "C1", "language": "en", "scale": "nato"}]`), []string{"\"C1\" is not a level of its scale"}},
		{"a level without a language", one(`"languages": [{"level": "C1"}]`), []string{"The level does not name its language"}},
		{"a language that is none", one(`"languages": [{"level": "C1", "language": "42"}]`), []string{"does not name its language", "\"42\" is not a language"}},
		{"a clearance without a level", one(`"clearances": [{"issuer": "NATO"}]`), []string{"w c.json row 3 column 18 (candidates[0].clearances[0]): An issuer"}},
		{"a mistake inside a candidate costs that one", "[{\"reference\": \"A-1\", name: 1}, {\"reference\": \"A-2\"}]", []string{
			"row 1 column 23 (candidates[0]): This is not JSON: the name of a field in quotes was expected.",
		}},
		{"a comma too many", `[{"reference": "A-1",}]`, []string{"This is not JSON: the name of a field in quotes"}},
		{"a wrong escape", one(`"name": "a\x"`), []string{"This is not JSON: \"\\x\"}\" is no escape."}},
		{"words that are no value", one(`"paid": yes`), []string{"w c.json", "This is not JSON: a value was expected."}},
		{"a number that is none", one(`"birth_year": 01984`), []string{"This is not JSON: a value was expected."}},
		{"a cut file", `[{"reference": "A-1"}, {"reference": "A-2", "na`, []string{"row 1 column 24 (candidates[1]): This is not JSON: the text ends in the middle of the candidate"}},
		{"a file cut between candidates", `[{"reference": "A-1"},`, []string{"row 1 column 23: This is not JSON: a candidate was expected."}},
		{"a list never closed", `{"candidates": [{"reference": "A-1"}`, []string{"\",\" or \"]\" was expected behind a candidate"}},
		{"a document never closed", `{"candidates": [{"reference": "A-1"}]`, []string{"\",\" or \"}\" was expected"}},
		{"a second list", `{"candidates": [], "candidates": []}`, []string{"the field \"candidates\" stands twice"}},
		{"text behind the end", `[{"reference": "A-1"}] x`, []string{"row 1 column 24: This is not JSON: the document is closed, but more text follows."}},
		{"a tower of brackets", one(`"x": ` + strings.Repeat("[", 1000) + strings.Repeat("]", 1000)), []string{"Lists and objects stand more than 64 deep"}},
		{"a candidate beyond all measure", `[{"reference": "A-1", "name": "` + strings.Repeat("x", longestValue) + `"}, {"reference": "A-2"}]`, []string{"takes more than 8 MiB"}},
		{"a list beyond all measure", one(`"nationalities": [` + strings.Repeat(`"BEL",`, mostEntries+5) + `"BEL"]`), []string{"The list holds more than 1000 entries."}},
		{"hidden characters", one(`"name": "a\u202eb", "gender": "\u001b[31mF"`), []string{"w c.json row 2 column 2 (candidates[0]): Hidden characters were removed"}},
		{"half a pair of surrogates", one(`"name": "\ud83d\ude00 \ud83d!"`), nil},
		{"letters of Windows-1252", one("\"name\": \"Zo\xeb\""), []string{"w c.json: The file is not in UTF-8"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			mustShow(t, readCandidates(t, "c.json", c.content), c.want...)
		})
	}
}

func TestJSONStreamsAcrossItsWindow(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("{\"candidates\": [")
	for i := range 3000 {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"reference": "A-%d", "statements": [{"text": "\\\"}]%s"}]}`, i, strings.Repeat("{é\\\"", i%300))
	}
	b.WriteString("\n]}")
	rows := readCandidates(t, "c.json", b.String())
	for i, p := range people(t, rows) {
		if want := "\\\"}]" + strings.Repeat("{é\"", i%300); p.Reference != fmt.Sprint("A-", i) || p.Facts.Statements[0].Text != want {
			t.Fatalf("candidate %d reads %+v", i, p)
		}
	}
	if len(rows) != 3000 {
		t.Errorf("%d rows", len(rows))
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(fullDocument))
	f.Add([]byte(templateDocument))
	f.Add([]byte(`[{"reference":"a\ud800\udc00","x":[[1e5,-0.5,true,null]]},7]`))
	f.Add([]byte(`{"a":"]","candidates":[{"reference":"\u0041"}],"b":1} `))
	f.Fuzz(func(t *testing.T, data []byte) { mustStayCalm(t, "f.json", data) })
}
