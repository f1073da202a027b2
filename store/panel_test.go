package store_test

// This file makes a panel on several laptops. Each has its own folder, card and copy of the vacancy.

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/identity"
	"shortlist/store/storetest"
)

// laptop is one laptop with the person who works on it.
type laptop struct {
	*storetest.Desk
	id     *identity.Identity
	ring   string // the folder of the keys
	me     model.MemberID
	folder string
	lib    *store.Library
}

// panel is the chair's laptop and those of the members M2, M3…
type panel struct {
	t       testing.TB
	chair   *laptop
	members []*laptop
}

var names = []string{"Otto Finch", "Ida Holm", "Jonas Keller"}

// seat makes a vacancy with candidates, a chair and members with cards, seals the rules, and sends every member a bundle
// to make their copy from.
func seat(t testing.TB, members, candidates int) *panel {
	t.Helper()
	lib, desk := storetest.New(t)
	ring := t.TempDir()
	p := &panel{t: t, chair: &laptop{Desk: desk, id: keysIn(t, ring, "Vera Quill"), ring: ring, me: "M1", folder: t.TempDir(), lib: lib}}
	desk.Import(3, candidates)
	desk.Do("", model.AddMember{Name: "Vera Quill", Role: model.Chair})
	var ids []*identity.Identity
	var rings []string
	for i, n := range names[:members] {
		rings = append(rings, t.TempDir())
		id := keysIn(t, rings[i], n)
		ids = append(ids, id)
		desk.Do("M1", model.AddMember{Name: n, Role: model.RoleMember, Card: id.Card().Card})
	}
	must(t, desk.File.Introduce(p.chair.id))
	desk.Reload()
	desk.Do("M1", model.SealRules{})
	for i, id := range ids {
		p.members = append(p.members, p.join(id, model.MemberID("M"+string(rune('2'+i)))))
		p.members[i].ring = rings[i]
	}
	return p
}

// join makes a member's copy from a bundle of the chair.
func (p *panel) join(id *identity.Identity, m model.MemberID) *laptop {
	p.t.Helper()
	l := &laptop{id: id, me: m, folder: p.t.TempDir(), lib: store.NewLibrary(p.t.TempDir())}
	b := l.open(p.chair.send(m))
	f, _, err := l.lib.CreateFrom(b, id.Card().Key, filepath.Join(l.folder, "copy.shortlist"))
	must(p.t, err)
	l.Desk = storetest.Sit(p.t, f)
	return l
}

func card(t testing.TB, name string) *identity.Identity {
	t.Helper()
	return keysIn(t, t.TempDir(), name)
}

// keysIn makes keys and stores them in a folder.
func keysIn(t testing.TB, folder, name string) *identity.Identity {
	t.Helper()
	id, err := identity.At(folder).Create(name, "")
	must(t, err)
	return id
}

// send writes a bundle and returns its path.
func (l *laptop) send(to ...model.MemberID) string {
	l.T.Helper()
	path := filepath.Join(l.T.TempDir(), "some.bundle")
	_, err := l.File.Send(l.id, path, to, "", false)
	must(l.T, err)
	return path
}

// open unpacks a bundle.
func (l *laptop) open(path string) *bundle.Bundle {
	b, err := store.OpenBundle(path, l.id, nil)
	if err != nil {
		panic(err)
	}
	return b
}

// merge takes a bundle in.
func (l *laptop) merge(path string) (store.Merged, error) {
	b, err := store.OpenBundle(path, l.id, nil)
	if err != nil {
		return store.Merged{}, err
	}
	m, err := l.File.Merge(b, l.id.Card().Key, false)
	l.Reload()
	return m, err
}

// rate rates a candidate and hands in.
func (l *laptop) rate(c model.CandidateID, v model.Value) {
	l.T.Helper()
	for _, k := range l.Board.Criteria {
		x := v
		if !k.Scale.Allows(x) {
			x = k.Scale.Values()[1]
		}
		l.Do(l.me, model.SetRating{Candidate: c, Criterion: k.ID, Value: x})
	}
	l.Do(l.me, model.SetReason{Candidate: c, Criterion: 1, Text: "Reason of " + string(l.me)})
	l.Do(l.me, model.SubmitAssessment{Candidate: c})
}

// report returns the report document as somebody sees it.
func report(t testing.TB, f *store.File, as model.MemberID) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, f.ExportTo(&out, as, "json"))
	return out.Bytes()
}

// copyOf copies a closed file and opens the copy.
func copyOf(t testing.TB, path string) *store.File {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	to := filepath.Join(t.TempDir(), "copy.shortlist")
	must(t, os.WriteFile(to, b, 0o600))
	f, err := store.NewLibrary(t.TempDir()).Open(to, false)
	must(t, err)
	return f
}

func TestIntroduce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		panel func(*storetest.Desk)
		holds bool // the chair has the card of this laptop afterwards
		said  string
	}{
		"a chair gets the card of their laptop": {panel: func(d *storetest.Desk) {
			d.Do("", model.AddMember{Name: "Vera Quill", Role: model.Chair})
		}, holds: true},
		"also where the secretary gave a card before": {panel: func(d *storetest.Desk) {
			d.Do("", model.AddMember{Name: "Vera Quill", Role: model.Chair})
			d.Do("M1", model.AddMember{Name: "Maria Rossi", Role: model.RoleSecretary, Card: card(t, "Maria Rossi").Card().Card})
		}, holds: true},
		"not where the chair is known by another": {panel: func(d *storetest.Desk) {
			d.Do("", model.AddMember{Name: "Vera Quill", Role: model.Chair, Card: card(t, "Vera Quill").Card().Card})
		}, said: "another card for Vera Quill"},
		"nobody leads yet": {panel: func(*storetest.Desk) {}, said: "no chair on the panel yet"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, desk := storetest.New(t)
			c.panel(desk)
			id := card(t, "Vera Quill")
			err := desk.File.Introduce(id)
			if said := model.Explain(err); err != nil && c.said == "" || !strings.Contains(said, c.said) {
				t.Errorf("said %q, want %q", said, c.said)
			}
			desk.Reload()
			if got := desk.Board.HomeKey(id.Card().Key); got != c.holds {
				t.Errorf("the chair's laptop speaks with its card: %v, want %v", got, c.holds)
			}
		})
	}
}

func TestACardIsReadFromItsLineOrItsFile(t *testing.T) {
	t.Parallel()
	_, desk := storetest.New(t)
	c := card(t, "Jonas Keller").Card()
	folder := t.TempDir()
	path := filepath.Join(folder, "card of Jonas.txt")
	must(t, os.WriteFile(path, []byte(c.String()+"\n"), 0o600))
	for name, from := range map[string]string{"its line": c.String(), "a line that was broken": strings.ReplaceAll(c.String(), " ", "\n"), "its file": path} {
		if who, check, _, err := desk.File.ReadCard(from); err != nil || who != "Jonas Keller" || check != c.Check() {
			t.Errorf("%s: %q %q %v", name, who, check, err)
		}
	}
	for name, x := range map[string]struct{ from, said string }{
		"no such file": {filepath.Join(folder, "gone.txt"), "does not exist"},
		"a folder":     {folder, "is a folder"},
		"other words":  {"Dear all,\nhere is my card.", "not a card"},
	} {
		if _, _, _, err := desk.File.ReadCard(x.from); !strings.Contains(model.Explain(err), x.said) {
			t.Errorf("%s: said %q, want %q", name, model.Explain(err), x.said)
		}
	}
}
