package exports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/model/requirement"
)

func ref[T any](v T) *T { return &v }

// revealedReport returns a decided vacancy whose texts try to break out of every format.
func revealedReport() model.Report {
	sealed := time.Date(2025, 1, 8, 9, 30, 0, 0, time.UTC)
	criteria := []model.ReportCriterion{
		{Label: "E1", Criterion: model.Criterion{
			ID: 1, Class: model.Essential, Text: "a university degree in <law> or *economics* | finance", Lines: model.Lines{From: 12, To: 13},
			Requirement: requirement.Requirement{Kind: requirement.KindDegree, Degree: &requirement.Degree{Level: requirement.DegreeBachelor}},
			Scale:       model.FactsScale(), Weight: 1,
		}},
		{Label: "D1", Criterion: model.Criterion{
			ID: 2, Class: model.Desirable, Text: "skill in drafting", Added: true,
			Requirement: requirement.Requirement{Kind: requirement.KindSkill}, Scale: model.GradedScale(), Weight: 3, WeightReason: "Half of the work is drafting.",
		}},
	}
	rules := model.Rules{CutLine: 2, TieBreakers: []model.CriterionID{2}, MinAssessors: 2, ReasonsRequired: true, Policy: requirement.Presets()[0]}
	return model.Report{
		Vacancy: model.ReportVacancy{
			Vacancy: model.Vacancy{
				Title: "Officer (Budget & Planning)", Organisation: "Organisation of Examples", Requisition: "1_2_3", Grade: "G15", Location: "Nowhere",
				Clearance: model.Clearance{Level: requirement.ClearanceNS, Mode: requirement.ClearanceHeaderOnly},
				Eligibility: []model.Eligibility{
					{ID: "G1", Kind: "nationality", Text: "nationals of the member states"},
				},
				Competencies: []model.Competency{{Name: "Clarity", Phrase: "Says what is meant"}},
				Posting:      model.PostingRef{Name: "posting.txt", SHA256: strings.Repeat("ab", 32), Format: "text", Lines: 40},
				Invented:     true,
			},
			ClosingDate: ref("2025-01-07"), Phase: model.Decided, Revealed: true, Viewer: "M1", Criteria: criteria,
		},
		Rules: model.ReportRules{
			Version: 2, SHA256: strings.Repeat("cd", 32), SealedAt: &sealed, Rules: rules, Text: "shortlist rules 1\ncriterion E1\n  text with ``` inside\n",
			Changes: []model.Seal{
				{Version: 1, Hash: strings.Repeat("01", 32), At: sealed.Add(-48 * time.Hour), By: "M1"},
				{Version: 2, Hash: strings.Repeat("cd", 32), At: sealed, By: "M1", Reason: "E1 named the wrong degree", Ratings: 3},
			},
		},
		Panel: []model.ReportMember{
			{Member: "M1", Name: "Helena Marsh", Role: model.Chair},
			{Member: "M2", Name: "=cmd|calc", Role: model.RoleMember},
			{Member: "M3", Name: "Osei", Role: model.RoleSecretary},
		},
		Candidates: []model.ReportCandidate{
			{
				Candidate: "C001", Reference: "A-0001", Name: ref("=HYPERLINK(\"http://x\";\"Zoë\")"), Status: "shortlisted",
				Findings: []model.ReportFinding{
					{Criterion: "E1", Verdict: requirement.Met, Why: "Master of 30 June 2018 is above bachelor", Figures: &requirement.DegreeFigures{Level: "master", EQF: 7, Conferred: "2018-06-30"}},
					{Criterion: "G1", Verdict: requirement.NotStated, Why: "The file states no nationality", Figures: nil},
				},
				Ratings: []model.ReportRating{
					{Member: "M1", Criterion: "E1", Value: model.Met, Reason: "", Evidence: []string{}, At: "2025-01-09T10:00:00Z"},
					{Member: "M1", Criterion: "D1", Value: "3", Reason: "1. clear\n2. short\n# no heading", Evidence: []string{"\"I drafted <b>12</b> papers\"\nCV, page 1"}, At: "2025-01-09T10:01:00Z"},
					{Member: "M2", Criterion: "E1", Value: model.Unclear, Reason: "See [this](http://evil.example) and www.evil.example.", Evidence: []string{}, At: "2025-01-09T11:00:00Z"},
					{Member: "M2", Criterion: "D1", Value: model.CannotAssess, Reason: "", Evidence: []string{}, At: "2025-01-09T11:01:00Z"},
				},
				Agreed:     []model.ReportAgreed{{Criterion: "E1", Value: model.Met, Reason: "The transcript settles it."}},
				Essentials: model.GatePass, Score: ref(75.0), Rank: ref(1), Decision: ref(model.Shortlisted), Reason: ref("Strong,\nand \"ready\""),
				Why: []string{"Every essential is found met.", "Total 75.0 of 100 = (D1 75.0 % × 3) ÷ 3."},
			},
			{
				Candidate: "C002", Reference: "-2+3", Status: "not shortlisted", Findings: []model.ReportFinding{}, Ratings: []model.ReportRating{},
				Agreed: []model.ReportAgreed{}, Essentials: model.GateFail, Decision: ref(model.NotShortlisted), Reason: ref("@SUM(A1)"), Why: []string{},
			},
			{
				Candidate: "C003", Reference: "\tA-3", Name: ref("Bo Example"), Status: "reserve", Findings: []model.ReportFinding{},
				Ratings: []model.ReportRating{{Member: "M2", Criterion: "E1", Value: model.Met, Reason: "", Evidence: []string{}, At: "2025-01-09T11:00:00Z"}}, Agreed: []model.ReportAgreed{},
				Essentials: model.GatePass, Score: ref(75.0), Rank: ref(1), Decision: ref(model.Reserve), Why: []string{},
			},
		},
		History: model.ReportHistory{Events: 42, Heads: map[string]string{"b": strings.Repeat("0b", 32), "a": strings.Repeat("0a", 32)}},
	}
}

// ownReport is what one member sees before the reveal.
func ownReport() model.Report {
	r := revealedReport()
	r.Vacancy.Phase, r.Vacancy.Revealed, r.Vacancy.Invented = model.Screening, false, false
	for i := range r.Candidates {
		c := &r.Candidates[i]
		own := []model.ReportRating{}
		for _, x := range c.Ratings {
			if x.Member == "M1" {
				own = append(own, x)
			}
		}
		c.Ratings, c.Agreed, c.Decision, c.Reason, c.Status = own, []model.ReportAgreed{}, nil, nil, "submitted"
	}
	return r
}

// emptyReport is a vacancy that was just made.
func emptyReport() model.Report {
	return model.Report{
		Vacancy: model.ReportVacancy{Phase: model.Preparing, Criteria: []model.ReportCriterion{}},
		Rules:   model.ReportRules{Changes: []model.Seal{}, Rules: model.DefaultRules()},
		Panel:   []model.ReportMember{}, Candidates: []model.ReportCandidate{}, History: model.ReportHistory{Heads: map[string]string{}},
	}
}

// given is a report with a small history that goes with it.
type given struct{ report model.Report }

func (s given) Report() (model.Report, error) { return s.report, nil }

func (s given) History() (History, error) { return smallHistory(s.report), nil }

// TestFormats walks the list: every format gives the golden bytes for every report, twice the same.
func TestFormats(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		for name, report := range map[string]func() model.Report{"revealed": revealedReport, "own": ownReport, "empty": emptyReport} {
			t.Run(f.Name+"/"+name, func(t *testing.T) {
				t.Parallel()
				var first, second bytes.Buffer
				if err := errors.Join(f.Write(&first, given{report()}), f.Write(&second, given{report()})); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(first.Bytes(), second.Bytes()) {
					t.Error("the same report gives other bytes the second time")
				}
				golden(t, "TestFormats/"+name+"."+f.Name, first.Bytes())
			})
		}
		if f.Says == "" || f.Ext == "" {
			t.Errorf("%s does not say what it is for", f.Name)
		}
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		if got, err := Find(strings.ToUpper(f.Name)); err != nil || got.Name != f.Name {
			t.Errorf("finds %q for %q: %v", got.Name, f.Name, err)
		}
	}
	if _, err := Find("doc"); model.CodeOf(err) != model.NotFound || !strings.Contains(err.Error(), "md, html, csv") {
		t.Errorf("an unknown format says %v", err)
	}
}

func TestAFullDiskIsTold(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	for _, f := range Formats() {
		if err := f.Write(brokenWriter{full}, given{revealedReport()}); !errors.Is(err, full) {
			t.Errorf("%s gives %v", f.Name, err)
		}
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestCSVHoldsNoFormula(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := writeCSV(&b, revealedReport()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		if len(row) != len(rows[0]) {
			t.Errorf("row of %d cells under %d names", len(row), len(rows[0]))
		}
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("the cell %q is a formula", cell)
			}
		}
	}
}

func TestJSONIsTheReportDocument(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := writeJSON(&b, revealedReport()); err != nil {
		t.Fatal(err)
	}
	var top map[string]any
	if err := json.Unmarshal(b.Bytes(), &top); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		"vacancy", "rules version", "rules sha256", "rules sealed_at", "rules changes", "panel 0 member", "panel 0 name", "panel 0 role",
		"candidates 0 candidate", "candidates 0 reference", "candidates 0 name", "candidates 0 status", "candidates 0 findings 0 criterion",
		"candidates 0 findings 0 verdict", "candidates 0 findings 0 why", "candidates 0 findings 0 figures", "candidates 0 ratings 0 member",
		"candidates 0 ratings 0 criterion", "candidates 0 ratings 0 value", "candidates 0 ratings 0 reason", "candidates 0 ratings 0 evidence",
		"candidates 0 ratings 0 at", "candidates 0 agreed 0 criterion", "candidates 0 agreed 0 value", "candidates 0 agreed 0 reason",
		"candidates 1 score", "candidates 1 rank", "candidates 0 essentials", "candidates 0 decision", "candidates 0 reason", "agreement",
		"history events", "history heads",
	} {
		var at any = top
		for _, step := range strings.Fields(path) {
			switch x := at.(type) {
			case map[string]any:
				v, ok := x[step]
				if !ok {
					t.Errorf("%s is missing at %s", path, step)
				}
				at = v
			case []any:
				at = x[0]
				if step == "1" {
					at = x[1]
				}
			default:
				t.Errorf("%s ends before %s", path, step)
			}
		}
	}
}

func TestEscape(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"plain words, with stops. And 3 more (2).": "plain words, with stops. And 3 more (2).",
		"a*b_c`d":           "a\\*b\\_c\\`d",
		"<script>&amp;":     "&lt;script&gt;&amp;amp;",
		"# head":            "\\# head",
		"- list":            "\\- list",
		"12. list":          "12\\. list",
		"75.0":              "75.0",
		"3) list":           "3\\) list",
		"[x](http://y)":     "\\[x\\](http\\://y)",
		"www.example.org":   "www\\.example.org",
		"a|b":               "a\\|b",
		"~~gone~~ $x$":      "\\~\\~gone\\~\\~ \\$x\\$",
		"a@b.example":       "a\\@b.example",
		"line\n\n# another": "line # another",
		"\x1b[31mred":       " \\[31mred",
	} {
		if got := plain(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
