package store_test

// This file writes rating forms from a vacancy and reads them back.

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"shortlist/model"
	"shortlist/store/imports"
	"shortlist/store/storetest"
)

var sheetExts = []string{".xlsx", ".csv"}

// nasty holds texts that trouble spreadsheets, terminals and readers.
var nasty = []string{
	"Plain words.", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-", "'quoted", "'=quoted", "two\nlines", "tab\there", "clear as day",
	"ends in space ", "semi;colon, comma \"quotes\"", "zero\u200bwidth \u202ebidi", "e\u0301 composed", "a\rb\r\nc", "\x1b[31mred", "＝wide",
}

func sheetVacancy(t *testing.T, n int) *storetest.Desk {
	t.Helper()
	_, d := storetest.New(t)
	d.Import(7, n)
	d.Panel()
	for _, who := range []model.MemberID{"M1", "M2"} {
		for c := 1; c <= n; c++ {
			d.Do(who, model.DeclareConflict{Candidate: model.CandidateID(c), Interest: model.NoConflict})
		}
	}
	return d
}

func write(t *testing.T, d *storetest.Desk, who model.MemberID, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if _, err := d.File.WriteSheet(who, path, model.SheetWish{Evidence: true, At: time.Date(2025, 4, 2, 8, 0, 0, 0, time.UTC)}); err != nil {
		t.Fatal(err)
	}
	return path
}

func compare(t *testing.T, d *storetest.Desk, who model.MemberID, path string, overwrite bool) model.SheetReading {
	t.Helper()
	r, err := d.File.CompareSheet(who, path, func(model.SheetDifference) bool { return overwrite })
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// table is a table of a form that a test edits cell by cell.
type table struct {
	t     *testing.T
	path  string
	sheet string
	rows  [][]string
	head  int // the row that names the columns
}

func open(t *testing.T, path, sheet string) *table {
	t.Helper()
	x := &table{t: t, path: path, sheet: sheet}
	if strings.HasSuffix(path, ".csv") {
		x.rows = readCSV(t, path)
	} else {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if x.rows, err = f.GetRows(sheet); err != nil {
			t.Fatal(err)
		}
	}
	x.head = slices.IndexFunc(x.rows, func(r []string) bool { return len(r) > 1 && r[0] == "candidate" })
	return x
}

// column is the place of a column by its name.
func (x *table) column(name string) int {
	x.t.Helper()
	i := slices.Index(x.rows[x.head], name)
	if i < 0 {
		x.t.Fatalf("no column %q in %q", name, x.rows[x.head])
	}
	return i
}

// at returns the row of a candidate, the n-th of several.
func (x *table) at(c model.CandidateID, n int) int {
	x.t.Helper()
	for i := range x.rows {
		if len(x.rows[i]) > 0 && x.rows[i][0] == c.String() {
			if n--; n < 0 {
				return i
			}
		}
	}
	x.t.Fatalf("no row for %s", c)
	return 0
}

func (x *table) set(row int, column, text string) {
	x.t.Helper()
	i := x.column(column)
	for len(x.rows[row]) <= i {
		x.rows[row] = append(x.rows[row], "")
	}
	x.rows[row][i] = text
}

// save writes the table back; a workbook as a spreadsheet program would.
func (x *table) save() {
	x.t.Helper()
	if strings.HasSuffix(x.path, ".csv") {
		writeCSV(x.t, x.path, x.rows)
		return
	}
	f, err := excelize.OpenFile(x.path)
	if err != nil {
		x.t.Fatal(err)
	}
	defer f.Close()
	for r, row := range x.rows {
		for c, text := range row {
			if err := f.SetCellValue(x.sheet, fmt.Sprintf("%s%d", model.ColumnLetters(c+1), r+1), text); err != nil {
				x.t.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		x.t.Fatal(err)
	}
}

// random fills a member's assessment on the board, through commands.
func random(d *storetest.Desk, who model.MemberID, r *rand.Rand) {
	for c := model.CandidateID(1); int(c) <= d.Board.Candidates; c++ {
		for _, k := range d.Board.Criteria {
			values := append(k.Scale.Values(), model.CannotAssess)
			if r.IntN(2) == 0 {
				d.Do(who, model.SetRating{Candidate: c, Criterion: k.ID, Value: values[r.IntN(len(values))]})
			}
			if r.IntN(2) == 0 {
				d.Do(who, model.SetReason{Candidate: c, Criterion: k.ID, Text: nasty[r.IntN(len(nasty))]})
			}
			if r.IntN(3) == 0 {
				d.Do(who, model.TickJobs{Candidate: c, Criterion: k.ID, Jobs: []int{0}})
			}
		}
	}
}

func TestASheetReadBackUnchangedIsNoDifference(t *testing.T) {
	t.Parallel()
	for _, ext := range sheetExts {
		for seed := range uint64(6) {
			t.Run(fmt.Sprintf("%s/%d", ext, seed), func(t *testing.T) {
				t.Parallel()
				d := sheetVacancy(t, 5)
				random(d, "M2", rand.New(rand.NewPCG(seed, 1)))
				path := write(t, d, "M2", "own"+ext)
				for _, resave := range []bool{false, true} {
					if resave { // as another program stores it
						x := open(t, path, "Ratings")
						x.save()
					}
					r := compare(t, d, "M2", path, false)
					if len(r.Differences)+len(r.Kept)+len(r.Problems) > 0 {
						t.Errorf("saved again %t: %v %v %v", resave, r.Differences, r.Kept, r.Problems)
					}
				}
			})
		}
	}
}

// Workbooks write characters that XML does not allow as _x000D_; a text that only looks so must stay as it is.
func TestAReasonThatLooksLikeAnEscapeStays(t *testing.T) {
	t.Parallel()
	for _, ext := range sheetExts {
		d := sheetVacancy(t, 1)
		d.Do("M2", model.SetReason{Candidate: 1, Criterion: 1, Text: "_x0041_ and _x000D_"})
		if r := compare(t, d, "M2", write(t, d, "M2", "own"+ext), false); len(r.Differences)+len(r.Kept)+len(r.Problems) > 0 {
			t.Errorf("%s: %v %v %v", ext, r.Differences, r.Kept, r.Problems)
		}
	}
}

func TestAFilledSheetMakesTheBoardEqual(t *testing.T) {
	t.Parallel()
	for _, ext := range sheetExts {
		for seed := range uint64(6) {
			t.Run(fmt.Sprintf("%s/%d", ext, seed), func(t *testing.T) {
				t.Parallel()
				r := rand.New(rand.NewPCG(seed, 2))
				d := sheetVacancy(t, 4)
				random(d, "M2", r)
				path := write(t, d, "M2", "own"+ext)
				want := fillAtRandom(t, d, path, r)
				got := compare(t, d, "M2", path, false)
				if len(got.Problems)+len(got.Kept) > 0 {
					t.Fatalf("%v %v", got.Problems, got.Kept)
				}
				if len(got.Take.Ratings) > 0 {
					d.Do("M2", got.Take)
				}
				d.Reload()
				for key, w := range want {
					a := d.Board.As("M2").Own(key.c).Rating(key.k)
					dossier, err := d.File.Dossier(key.c)
					if err != nil {
						t.Fatal(err)
					}
					if a.Value != w.value || dossier.Text(a.Reason) != w.reason {
						t.Errorf("%s %s is %q %q, want %q %q", key.c, d.Board.Label(key.k), a.Value, dossier.Text(a.Reason), w.value, w.reason)
					}
				}
				again := compare(t, d, "M2", path, false)
				if len(again.Differences)+len(again.Kept) > 0 {
					t.Errorf("taken in twice it differs: %v %v", again.Differences, again.Kept)
				}
			})
		}
	}
}

type ratingKey struct {
	c model.CandidateID
	k model.CriterionID
}

type wanted struct {
	value  model.Value
	reason string
}

// fillAtRandom fills every rating of a sheet with something valid, in the many forms people write.
func fillAtRandom(t *testing.T, d *storetest.Desk, path string, r *rand.Rand) map[ratingKey]wanted {
	t.Helper()
	x, want := open(t, path, "Ratings"), map[ratingKey]wanted{}
	forms := map[model.Value][]string{
		model.Met: {"met", "Met", "MET ", "y", "yes"}, model.NotMet: {"not met", "Not Met", "not  met", "N"},
		model.Unclear: {"unclear", "UNCLEAR", "u"}, model.CannotAssess: {"cannot assess", "Cannot Assess", "-", "–"},
		model.NotRated: {"clear", "CLEAR"}, "0": {"0", "0.0"}, "1": {"1"}, "2": {"2", "2,0"}, "3": {"3", "3.0"}, "4": {"4", " 4"},
	}
	for c := model.CandidateID(1); int(c) <= d.Board.Candidates; c++ {
		for _, k := range d.Board.Criteria {
			label, row := d.Board.Label(k.ID), x.at(c, 0)
			v := append(k.Scale.Values(), model.CannotAssess, model.NotRated)[r.IntN(len(k.Scale.Values())+2)]
			x.set(row, label, forms[v][r.IntN(len(forms[v]))])
			reason := []string{"", "Shown on page 2.", "Zwei Zeilen\nmit Ümläuten", "=1+1 = two"}[r.IntN(4)]
			x.set(row, label+" reason", reason)
			if reason == "" {
				x.set(row, label+" reason", "Clear")
			}
			want[ratingKey{c, k.ID}] = wanted{v, reason}
		}
	}
	x.save()
	return want
}

func TestJobsAreTickedInTheWorkbook(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 6)
	var c model.CandidateID
	for c = 1; ; c++ {
		if dossier, _ := d.File.Dossier(c); len(dossier.Person.Facts.Jobs) >= 3 {
			break
		}
	}
	path := write(t, d, "M2", "own.xlsx")
	x := open(t, path, "Jobs")
	x.set(x.at(c, 0), "E1 counts", "X")
	x.set(x.at(c, 2), "E1 counts", "yes")
	x.save()
	r := compare(t, d, "M2", path, false)
	if got := fmt.Sprint(r.Differences); got != fmt.Sprintf("[%s E1 counts: nothing → jobs 1, 3]", c) {
		t.Errorf("%s %v %v", got, r.Kept, r.Problems)
	}
	d.Do("M2", r.Take)
	if a := d.Board.As("M2").Own(c).Rating(1); !a.Ticked || !slices.Equal(a.Jobs, []int{0, 2}) {
		t.Errorf("%+v", a)
	}

	path = write(t, d, "M2", "again.xlsx")
	x = open(t, path, "Jobs")
	x.set(x.at(c, 0), "E1 counts", "no")
	x.set(x.at(c, 2), "E1 counts", "")
	x.save()
	r = compare(t, d, "M2", path, false)
	if got := fmt.Sprint(r.Differences); got != fmt.Sprintf("[%s E1 counts: jobs 1, 3 → jobs 3]", c) {
		t.Errorf("%s", got)
	}
	if len(r.Problems) != 1 || !r.Problems[0].Warning || !strings.Contains(r.Problems[0].Message, "leaves the job counted") {
		t.Errorf("%v", r.Problems)
	}
	x.set(x.at(c, 1), "what it was", "another job")
	x.set(x.at(c, 1), "E1 counts", "x")
	x.save()
	if r = compare(t, d, "M2", path, false); r.Broken() != 1 || len(r.Take.Ratings) != 0 {
		t.Errorf("a job that is another one now: %v", r.Problems)
	}
}

func TestASheetShowsNobodyElsesRatings(t *testing.T) {
	t.Parallel()
	for _, ext := range sheetExts {
		d := sheetVacancy(t, 3)
		path := write(t, d, "M2", "before"+ext)
		before := everything(t, path)
		for _, k := range d.Board.Criteria {
			d.Do("M1", model.SetRating{Candidate: 2, Criterion: k.ID, Value: k.Scale.Values()[0]})
			d.Do("M1", model.SetReason{Candidate: 2, Criterion: k.ID, Text: "the chair's own words"})
			d.Do("M1", model.TickJobs{Candidate: 2, Criterion: k.ID, Jobs: []int{0}})
			d.Do("M1", model.AddEvidence{Candidate: 2, Criterion: k.ID, Quote: "the chair's quote", Source: "cv"})
		}
		d.Do("M1", model.SubmitAssessment{Candidate: 2})
		after := everything(t, write(t, d, "M2", "after"+ext))
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("%s: another member's work shows:\n%s", ext, diff)
		}
	}
}

// everything returns all cells of a form.
func everything(t *testing.T, path string) (out [][]string) {
	t.Helper()
	if strings.HasSuffix(path, ".csv") {
		return readCSV(t, path)
	}
	for _, s := range []string{"How to fill in", "Ratings", "Jobs"} {
		out = append(out, open(t, path, s).rows...)
	}
	return out
}

// While candidates are anonymous a form names nobody, and what a member wrote is still matched when it comes back.
func TestASheetOfAnonymousCandidatesNamesNobody(t *testing.T) {
	t.Parallel()
	for _, ext := range sheetExts {
		d := sheetVacancy(t, 4)
		dossier, err := d.File.Dossier(2)
		if err != nil {
			t.Fatal(err)
		}
		d.Do("M1", model.ReopenRules{Reason: "without names"})
		rules := d.Board.Rules
		rules.Anonymous = true
		d.Do("M1", model.EditRules{Rules: rules})
		d.Do("M1", model.SealRules{})
		d.Do("M2", model.SetReason{Candidate: 2, Criterion: 1, Text: dossier.Person.Name + " drew maps."})
		path := write(t, d, "M2", "own"+ext)
		for _, row := range everything(t, path) {
			for _, cell := range row {
				for c := model.CandidateID(1); c <= 4; c++ {
					if x, _ := d.File.Dossier(c); strings.Contains(cell, x.Person.Name) {
						t.Errorf("%s: %s is named: %q", ext, c, cell)
					}
				}
			}
		}
		if r := compare(t, d, "M2", path, false); len(r.Differences)+len(r.Kept)+len(r.Problems) > 0 {
			t.Errorf("%s: %v %v %v", ext, r.Differences, r.Kept, r.Problems)
		}
	}
}

func TestARatingChangedSinceIsKept(t *testing.T) {
	t.Parallel()
	for _, ext := range sheetExts {
		d := sheetVacancy(t, 3)
		k := d.Board.Criteria[1] // a judgement
		d.Do("M2", model.SetRating{Candidate: 1, Criterion: k.ID, Value: "1"})
		path := write(t, d, "M2", "own"+ext)
		x := open(t, path, "Ratings")
		x.set(x.at(1, 0), "E2", "3")
		x.set(x.at(2, 0), "E2", "4")
		x.save()
		d.Do("M2", model.SetRating{Candidate: 1, Criterion: k.ID, Value: "2"})
		d.Do("M2", model.SetReason{Candidate: 3, Criterion: k.ID, Text: "written here later"}) // untouched in the sheet
		r := compare(t, d, "M2", path, false)
		if got := fmt.Sprint(r.Differences, r.Kept); got != "[C002 E2: nothing → 4] [C001 E2: 2 → 3 (changed here since the sheet was written)]" {
			t.Errorf("%s: %s", ext, got)
		}
		r = compare(t, d, "M2", path, true)
		if len(r.Differences) != 2 || len(r.Kept) != 0 {
			t.Errorf("%s, overwriting: %v %v", ext, r.Differences, r.Kept)
		}
		d.Do("M2", r.Take)
		if v := d.Board.As("M2").Own(1).Rating(k.ID).Value; v != "3" {
			t.Errorf("%s: %q", ext, v)
		}
	}
}

func TestSubmittedAndRecusedAreNotTouched(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 3)
	for _, k := range d.Board.Criteria {
		d.Do("M2", model.SetRating{Candidate: 1, Criterion: k.ID, Value: k.Scale.Values()[0]})
	}
	path := write(t, d, "M2", "own.csv")
	x := open(t, path, "")
	for c := model.CandidateID(1); c <= 3; c++ {
		x.set(x.at(c, 0), "E1", "unclear")
	}
	x.save()
	d.Do("M2", model.SubmitAssessment{Candidate: 1})
	d.Do("M2", model.DeclareConflict{Candidate: 2, Interest: model.Recused})
	r := compare(t, d, "M2", path, true)
	if got := fmt.Sprint(r.Differences); got != "[C003 E1: nothing → unclear]" {
		t.Errorf("%s", got)
	}
	got := fmt.Sprint(r.Kept)
	if len(r.Kept) != 2 || !strings.Contains(got, "submitted: take the assessment back first") || !strings.Contains(got, "you recused yourself from C002") {
		t.Errorf("%s", got)
	}
	rows := readCSV(t, write(t, d, "M2", "later.csv"))
	for _, row := range rows {
		if row[0] == "C002" {
			t.Error("a recused candidate stands in the sheet")
		}
	}
}

func TestAForeignSheetIsRefusedInASentence(t *testing.T) {
	t.Parallel()
	d, other := sheetVacancy(t, 2), sheetVacancy(t, 2)
	path := write(t, d, "M2", "own.xlsx")
	for rule, refused := range map[string]struct {
		d    *storetest.Desk
		who  model.MemberID
		code model.Code
	}{
		"another member's":  {d, "M1", model.Conflict},
		"another vacancy's": {other, "M2", model.Conflict},
	} {
		if _, err := refused.d.File.CompareSheet(refused.who, path, nil); model.CodeOf(err) != refused.code || !strings.Contains(err.Error(), "nothing was taken in") {
			t.Errorf("%s sheet: %v", rule, err)
		}
	}
	d.Do("M1", model.ReopenRules{Reason: "a typing error"})
	d.Do("M1", model.SealRules{})
	if _, err := d.File.CompareSheet("M2", path, nil); model.CodeOf(err) != model.Stale || !strings.Contains(err.Error(), "version 1") {
		t.Errorf("an older sheet: %v", err)
	}
}

func TestEveryProblemOfASheetIsListed(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 4)
	path := write(t, d, "M2", "own.xlsx")
	x := open(t, path, "Ratings")
	x.set(x.at(1, 0), "E1", "maybe")
	x.set(x.at(2, 0), "E2", "5")
	x.set(x.at(3, 0), "D1", "7.5")
	row := x.at(4, 0)
	x.set(row, "candidate", "C999")
	x.save()
	r := compare(t, d, "M2", path, false)
	got := ""
	for _, p := range r.Problems {
		got += p.String() + "\n"
	}
	for _, want := range []string{
		"“maybe” is not a value of this criterion. Write one of: met, not met, unclear, cannot assess; or",
		"“5” is not a value of this criterion. Write one of: 0, 1, 2, 3, 4, cannot assess; or",
		"There is no candidate C999 in this vacancy", "own.xlsx [Ratings] ", "(E1)", "7.5",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if r.Broken() != 4 || len(r.Take.Ratings) != 0 {
		t.Errorf("%d problems, %d to take", r.Broken(), len(r.Take.Ratings))
	}
}

func TestASheetSortedByHalvesIsNoticed(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 2)
	path := write(t, d, "M2", "own.csv")
	x := open(t, path, "")
	x.set(x.at(1, 0), "E1", "met")
	i, j := x.at(1, 0), x.at(2, 0)
	x.rows[i][0], x.rows[j][0] = x.rows[j][0], x.rows[i][0]
	x.save()
	if r := compare(t, d, "M2", path, false); r.Broken() != 2 {
		t.Errorf("%v", r.Problems)
	}
}

func TestWithoutItsMemoryASheetOverwritesNothing(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 2)
	k := d.Board.Criteria[1]
	d.Do("M2", model.SetRating{Candidate: 1, Criterion: k.ID, Value: "1"})
	path := write(t, d, "M2", "own.csv")
	x := open(t, path, "")
	for c := model.CandidateID(1); c <= 2; c++ {
		x.set(x.at(c, 0), "E2", "3")
		x.set(x.at(c, 0), "as written", "")
	}
	x.save()
	r := compare(t, d, "M2", path, false)
	if got := fmt.Sprint(r.Differences, r.Kept); got != "[C002 E2: nothing → 3] [C001 E2: 1 → 3 (changed here since the sheet was written)]" {
		t.Errorf("%s", got)
	}
}

func TestEvidenceIsAddedOnce(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 1)
	path := write(t, d, "M2", "own.csv")
	x := open(t, path, "")
	x.set(x.at(1, 0), "E2 evidence", "I kept the maps for years.")
	x.save()
	r := compare(t, d, "M2", path, false)
	d.Do("M2", r.Take)
	if n := len(d.Board.As("M2").Own(1).Rating(2).Evidence); n != 1 {
		t.Errorf("%d pieces of evidence", n)
	}
	if r = compare(t, d, "M2", path, false); len(r.Differences) != 0 {
		t.Errorf("%v", r.Differences)
	}
}

func TestASheetIsNeverWrittenOverAnother(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 1)
	path := write(t, d, "M2", "own.csv")
	if _, err := d.File.WriteSheet("M2", path, model.SheetWish{}); err == nil || !strings.Contains(model.Explain(err), "exists already") {
		t.Errorf("%v", err)
	}
	if _, err := d.File.WriteSheet("M2", path+".doc", model.SheetWish{}); model.CodeOf(err) != model.Invalid {
		t.Errorf("%v", err)
	}
	_, open := storetest.New(t)
	open.Import(1, 1)
	open.Do("", model.AddMember{Name: "Vera", Role: model.Chair})
	if _, err := open.File.WriteSheet("M1", path+"2.csv", model.SheetWish{}); model.CodeOf(err) != model.Forbidden || !strings.Contains(err.Error(), "not sealed") {
		t.Errorf("%v", err)
	}
}

// TestMangledSheetsNeverPanic flips, cuts and shuffles bytes of a good form.
func TestMangledSheetsNeverPanic(t *testing.T) {
	t.Parallel()
	d := sheetVacancy(t, 3)
	random(d, "M2", rand.New(rand.NewPCG(3, 3)))
	for _, ext := range sheetExts {
		good := readFile(t, write(t, d, "M2", "own"+ext))
		mangled := filepath.Join(t.TempDir(), "mangled"+ext)
		r := rand.New(rand.NewPCG(4, 4))
		for range 400 {
			data := slices.Clone(good)
			for range 1 + r.IntN(5) {
				switch at := r.IntN(len(data)); r.IntN(3) {
				case 0:
					data[at] ^= byte(1 << r.IntN(8))
				case 1:
					data = data[:max(1, at)]
				default:
					data = append(data[at:], data[:at]...)
				}
			}
			if err := os.WriteFile(mangled, data, 0o600); err != nil {
				t.Fatal(err)
			}
			sheet, err := imports.OpenSheet(mangled)
			if err != nil {
				if s := model.Explain(err); !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "writes one.") || strings.Contains(s, "did not work") {
					t.Errorf("no sentence: %s", s)
				}
				continue
			}
			if _, err := d.Board.As("M2").CompareSheet(sheet, func(model.SheetDifference) bool { return r.IntN(2) == 0 }, d.File.Dossier); err != nil && model.CodeOf(err) == "" {
				t.Errorf("%v", err)
			}
		}
	}
}
