package imports

import "testing"

// This file reads JSON Resumes. All people in them are invented.

const inventedResume = `{"basics": {"name": "Ima Ginary", "email": "ima@example.org", "summary": "Keeps things."},
 "work": [{"name": "Nowhere Ltd", "position": "Keeper", "startDate": "2019-03", "summary": "Kept."},
  {"company": "x", "position": "Clerk", "startDate": "2015", "endDate": "2018-12-31"}],
 "volunteer": [{"organization": "Aid", "position": "Cook", "startDate": "2010-01", "endDate": "2010-12"}],
 "education": [{"institution": "Example University", "area": "Law", "studyType": "Master", "endDate": "2014-06"},
  {"institution": "Example School", "studyType": "Wizardry"}],
 "languages": [{"language": "English", "fluency": "C1"}, {"language": "French", "fluency": "so so"}, {"language": "German"}]}`

func TestAJSONResumeIsOneCandidate(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.json", inventedResume)
	for _, r := range rows {
		if r.Bad() {
			t.Errorf("refused: %v", r.Problems)
		}
	}
	p := people(t, rows)
	if len(p) != 1 || p[0].Reference != "ima@example.org" || p[0].Name != "Ima Ginary" {
		t.Fatalf("reads %+v", p)
	}
	f := p[0].Facts
	if len(f.Jobs) != 3 || !f.Jobs[0].Ongoing || f.Jobs[0].From != day(2019, 3, 0) || !f.Jobs[1].From.IsZero() || f.Jobs[1].Ongoing || f.Jobs[2].Kind != "volunteering" {
		t.Errorf("jobs %+v", f.Jobs)
	}
	if len(f.Education) != 2 || f.Education[0].Level != "master" || f.Education[0].Conferred != day(2014, 6, 0) || f.Education[1].Level != "" {
		t.Errorf("education %+v", f.Education)
	}
	if len(f.Languages) != 1 || f.Languages[0].Language != "en" || f.Languages[0].Level != "C1" {
		t.Errorf("languages %+v", f.Languages)
	}
	if n := len(rows[0].Problems); n < 4 {
		t.Errorf("%d notes: %v", n, rows[0].Problems)
	}
}

func TestAJSONResumeWithoutAnAddressIsAProblem(t *testing.T) {
	t.Parallel()
	mustShow(t, readCandidates(t, "c.json", `{"basics": {"name": "Ima Ginary"}}`), "c.json (basics): A JSON Resume holds no applicant number, and this one no e-mail")
	_, err := ReadCandidates("c.json", []byte(`{"basics": [1`))
	mustRefuse(t, err, "c.json", "looks like a JSON Resume")
}

func FuzzJSONResume(f *testing.F) {
	f.Add([]byte(inventedResume))
	f.Fuzz(func(_ *testing.T, data []byte) {
		in, err := ReadCandidates("c.json", data)
		if err != nil {
			return
		}
		for range in.Rows { // reading to the end is the test
		}
	})
}
