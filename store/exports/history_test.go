package exports

// This file checks the lines of an exported history. Package store tests what a history proves, with real entries and
// signatures.

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"shortlist/model"
)

// smallHistory returns the history of a report: empty, or a few entries in two chains whose words try to break out.
func smallHistory(r model.Report) History {
	h := History{Vacancy: "v", Laptop: "aa", Viewer: model.MemberID(r.Vacancy.Viewer)}
	var events []model.Event
	add := func(chain model.ChainID, seq, lamport uint64, author model.MemberID, p model.Payload) {
		events = append(events, model.Event{
			ID: model.EventID{Chain: chain, Seq: seq}, Lamport: lamport, At: time.Date(2025, 1, 8, 9, 30, int(lamport), 0, time.UTC), Author: author, Payload: p,
		})
	}
	if r.Vacancy.Title != "" {
		add("aa", 1, 1, "", model.VacancyCreated{Vacancy: r.Vacancy.Vacancy, Criteria: []model.Criterion{r.Vacancy.Criteria[0].Criterion}})
		add("aa", 2, 2, "", model.MemberAdded{Member: model.Member{ID: "M1", Name: "Zoë \x1b[31m\"Ma\u202ersh\"\n", Role: model.Chair}})
		add("aa", 3, 3, "M1", model.Unknown{Name: "weather.noted", Raw: []byte{0xf6}})
		add("aa.M1", 1, 4, "M1", model.RatingSet{Candidate: 1, Criterion: 1, Value: model.Met})
		if r.Vacancy.Revealed {
			add("aa", 4, 5, "M1", model.RatingsRevealed{})
		}
	}
	h.Board = model.Fold(events)
	heads := map[model.ChainID][32]byte{}
	for _, e := range events {
		before := heads[e.ID.Chain]
		x := HistoryEntry{Event: e, Bytes: []byte(e.ID.String()), Before: before[:]}
		hash := sha256.Sum256(append(before[:len(before):len(before)], x.Bytes...))
		heads[e.ID.Chain], x.Hash = hash, hash[:]
		if e.ID.Chain != "aa" {
			x.Key, x.Signature = "key", []byte("signature")
		}
		h.Entries = append(h.Entries, x)
	}
	return h
}

func written(t *testing.T, h History) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHistory(&b, h); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAHistoryIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	for name, report := range map[string]model.Report{"revealed": revealedReport(), "own": ownReport(), "empty": emptyReport()} {
		h := smallHistory(report)
		text := written(t, h)
		n := 0
		got, err := ReadHistory(strings.NewReader(text), func(line int, e HistoryEntry) error {
			want := h.Entries[n]
			if line != n+2 || !bytes.Equal(e.Bytes, want.Bytes) || !bytes.Equal(e.Before, want.Before) || !bytes.Equal(e.Hash, want.Hash) ||
				e.Key != want.Key || !bytes.Equal(e.Signature, want.Signature) {
				t.Errorf("%s: entry %d in line %d: %+v", name, n, line, e)
			}
			n++
			return nil
		})
		if err != nil || n != len(h.Entries) || got.Vacancy != h.Vacancy || got.Laptop != h.Laptop || got.Viewer != h.Viewer {
			t.Errorf("%s: %d entries, %+v, %v", name, n, got, err)
		}
		if err := SameHistory(strings.NewReader(text), h); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestALineOfAHistoryObeysNobody(t *testing.T) {
	t.Parallel()
	text := written(t, smallHistory(revealedReport()))
	if strings.ContainsAny(text, "\x1b\u202e\u200b\x7f\r") || !strings.Contains(text, `\u202e`) || !strings.Contains(text, "Zoë") {
		t.Error(text)
	}
}

// TestWhatIsNoHistoryIsToldByItsLine reads texts that this program never writes, large and small.
func TestWhatIsNoHistoryIsToldByItsLine(t *testing.T) {
	t.Parallel()
	text := written(t, smallHistory(revealedReport()))
	first, _, _ := strings.Cut(text, "\n")
	first += "\n"
	huge := base64.StdEncoding.EncodeToString(make([]byte, maxHistoryLine))
	for rule, c := range map[string]struct{ text, says string }{
		"nothing at all":                {"", "line 1 is missing"},
		"another document":              {`{"format":"else"}` + "\n", "line 1 does not say that this is a history"},
		"a newer format":                {strings.Replace(text, `"version":1`, `"version":7`, 1), "line 1 says that it was written by a newer shortlist (version 7, this program knows 1)"},
		"a first line only":             {first, "line 2 is missing"},
		"a line that is no document":    {first + "{]\n", "line 2 cannot be read"},
		"bytes that are none":           {first + `{"bytes":"*"}` + "\n", "line 2 cannot be read"},
		"a line without end":            {first + `{"bytes":"` + huge, "line 2 is longer than any entry"},
		"a first line without end":      {`{"title":"` + huge, "line 1 is longer than any entry"},
		"lists in lists without end":    {first + strings.Repeat("[", 1<<20) + "\n", "line 2 cannot be read"},
		"fields in fields of no use":    {first + `{"x":` + strings.Repeat(`{"x":`, 20000) + "\n", "line 2 cannot be read"},
		"many lines of nothing":         {first + strings.Repeat("\n", 1<<20), "line 2 cannot be read"},
		"a number where words are due":  {first + `{"key":7}` + "\n", "line 2 cannot be read"},
		"a closing line that is absent": {text[:strings.LastIndex(text, `{"lines"`)], "line 7 is missing"},
	} {
		_, err := ReadHistory(strings.NewReader(c.text), func(int, HistoryEntry) error { return nil })
		var wrong *LineError
		if !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), c.says) {
			t.Errorf("%s: %v", rule, err)
		}
	}
}

func TestALineThatDiffersIsNamed(t *testing.T) {
	t.Parallel()
	h := smallHistory(revealedReport())
	text := written(t, h)
	for rule, c := range map[string]struct{ text, says string }{
		"a title":          {strings.Replace(text, "Budget", "Budgie", 1), "line 1 does not say"},
		"a sentence":       {strings.Replace(text, "E1 of C001: met", "E1 of C001: not met", 1), "line 5 does not say"},
		"a space":          {strings.Replace(text, `,"title"`, `, "title"`, 1), "line 1 does not say"},
		"the ends of DOS":  {strings.ReplaceAll(text, "\n", "\r\n"), "line 1 does not say"},
		"a check sum":      {strings.Replace(text, `"sha256":"`, `"sha256":"0`, 1), "line 7 has another check sum"},
		"a lost end":       {strings.TrimSuffix(text, "\n"), "line 7 has another check sum"},
		"something after":  {text + " ", "line 8 follows the closing line"},
		"a line too few":   {text[:len(text)/2], ""},
		"a second history": {text + text, "line 8 follows the closing line"},
	} {
		if err := SameHistory(strings.NewReader(c.text), h); err == nil || !strings.HasPrefix(err.Error(), c.says) {
			t.Errorf("%s: %v", rule, err)
		}
	}
}
