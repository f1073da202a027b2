package exports

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/model/posting"
)

const inspectedText = `Officer, Rivers
Requisition: 250123
Grade: G15
Closing date: 7 January 2025
Clearance Level: NS
ESSENTIAL
The incumbent must:
- have a university degree or equivalent in law;
- have at least 18 months of relevant experience;
- possess the following minimum levels of NATO's official languages (English/French): V in one; I in the other.
DESIRABLE
- a Master's degree with 2 years of experience, or a Bachelor's degree with 4 years of experience.
5. COMPETENCIES
- Teamwork: Cooperates.
7. USEFUL INFORMATION REGARDING APPLICATION AND RECRUITMENT PROCESS
We can only accept applications from nationals of NATO member countries.
`

func inspectedSource() posting.Source {
	return posting.Source{Name: "p.txt", SHA256: "00ff", Format: "text", Text: inspectedText, Lines: 16, Draft: posting.Read(inspectedText)}
}

func TestInspectDocumentIsStable(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := InspectJSON(&b, inspectedSource()); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, b.Bytes()); err != nil {
		t.Fatal(err)
	}
	want := `{"title":"Officer, Rivers","organisation":null,"requisition":"250123","location":null,"grade":"G15","closing_date":"2025-01-07",` +
		`"fast_track":false,"clearance":{"level":"NS","must_already_hold":false,"mode":"named in the header only"},"direct_reports":null,` +
		`"eligibility":[{"id":"G1","kind":"nationality","text":"We can only accept applications from nationals of NATO member countries.","lines":[16,16]}],` +
		`"criteria":[{"id":"E1","class":"essential","kind":"degree","text":"have a university degree or equivalent in law","lines":[8,8],"years":null,` +
		`"degree":{"level":"bachelor","fields":["law"],"equivalent_accepted":true},"languages":null,"clearance":null,"routes":null},` +
		`{"id":"E2","class":"essential","kind":"experience","text":"have at least 18 months of relevant experience","lines":[9,9],"years":1.5,` +
		`"degree":null,"languages":null,"clearance":null,"routes":null},` +
		`{"id":"E3","class":"essential","kind":"language","text":"possess the following minimum levels of NATO's official languages (English/French): V in one; I in the other.","lines":[10,10],"years":null,` +
		`"degree":null,"languages":[{"language":"either","scale":"nato","level":"V","role":"one"},{"language":"either","scale":"nato","level":"I","role":"other"}],"clearance":null,"routes":null},` +
		`{"id":"D1","class":"desirable","kind":"degree","text":"a Master's degree with 2 years of experience, or a Bachelor's degree with 4 years of experience.","lines":[12,12],"years":2,` +
		`"degree":{"level":"master","fields":[],"equivalent_accepted":false},"languages":null,"clearance":null,` +
		`"routes":[{"degree":"master","years":2},{"degree":"bachelor","years":4}]}],` +
		`"competencies":[{"name":"Teamwork","phrase":"Cooperates"}],"warnings":[],"posting":{"sha256":"00ff","lines":16,"format":"text"}}`
	if diff := cmp.Diff(strings.ReplaceAll(want, ",\"", ",\n\""), strings.ReplaceAll(compact.String(), ",\"", ",\n\"")); diff != "" {
		t.Errorf("inspect document (-want +got):\n%s", diff)
	}
}

func TestInspectTextSaysWhatAPersonMustKnow(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := InspectText(&b, inspectedSource()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Officer, Rivers", "7 January 2025", "experience: 18 months, line 9", "V in one, I in the other (NATO)", "ELIGIBILITY", "Teamwork: Cooperates", "SHA-256 00ff"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
	b.Reset()
	empty := posting.Source{Draft: posting.Read("nothing here")}
	if err := InspectText(&b, empty); err != nil || !strings.Contains(b.String(), "no list of criteria was found") {
		t.Errorf("%v\n%s", err, b.String())
	}
}
