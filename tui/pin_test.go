package tui_test

// This file tests PINs on the screen: when one is asked for, how it is set, changed and taken away, and that no other member
// gets past it.

import (
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/tui/kit"
	"shortlist/tui/screens"
	"shortlist/tui/tuitest"
)

// fileWithPINs returns a file in which the members in who have a PIN. That of Cleo is 9081, that of Ann 4071.
func fileWithPINs(t *testing.T, who ...model.MemberID) (*model.Board, *tuitest.File) {
	t.Helper()
	b := modeltest.Screening(t, 3)
	for _, m := range who {
		modeltest.Do(t, b, m, model.SetPIN{Lock: []byte("x")})
	}
	f := tuitest.NewFile(b)
	f.Guard(modeltest.Chair, "9081")
	f.Guard(modeltest.Ann, "4071")
	return b, f
}

func TestAPINIsAskedBeforeANameIsTaken(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		me   model.MemberID // remembered
		keys []string       // that lead to the question
	}{
		"chosen from the list": {keys: []string{"down", "enter"}},
		"remembered":           {me: modeltest.Ann},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, f := fileWithPINs(t, modeltest.Ann)
			d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f, Me: tc.me})
			d.Keys(tc.keys...)
			d.Shows("The PIN of Ann", "nobody chosen")
			d.Keys("enter")
			d.Shows("Type the PIN, then press enter.")
			d.Type("4072")
			d.Lacks("4072")
			d.Shows("••••")
			d.Keys("enter")
			d.Shows("This is not the PIN.", "nobody chosen")
			d.Lacks("••••")
			d.Type("4071")
			d.Keys("enter")
			d.Shows("You are working as Ann (member).")
			d.Lacks("The PIN of Ann")
		})
	}
}

func TestTheOnlyMemberIsAskedForTheirPIN(t *testing.T) {
	t.Parallel()
	b := model.NewBoard()
	modeltest.Do(t, b, "", modeltest.Vacancy(), model.AddMember{Name: "Cleo", Role: model.Chair})
	modeltest.Do(t, b, modeltest.Chair, model.SetPIN{Lock: []byte("x")})
	f := tuitest.NewFile(b)
	f.Guard(modeltest.Chair, "9081")
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f})
	d.Shows("The PIN of Cleo", "nobody chosen")
	d.Keys("esc")
	d.Shows("Who is working?", "asks for the PIN")
	d.Keys("enter")
	d.Type("9081")
	d.Keys("enter")
	d.Shows("You are working as Cleo (chair).")
}

func TestAMemberWithAPINStopsWorkingBeforeTheNextOneIsChosen(t *testing.T) {
	t.Parallel()
	_, f := fileWithPINs(t, modeltest.Ann)
	s := &testScreens{keys: ratingKeys}
	d := tuitest.New(t, tuitest.Setup{Make: s.make, File: f, Me: modeltest.Ann})
	d.Type("4071")
	d.Keys("enter", "y")
	d.Shows("Rated met.")
	d.Keys("@")
	d.Shows("Who is working?", "nobody chosen")
	d.Keys("esc", "ctrl+z")
	d.Shows("nobody chosen", "There is nothing of yours to take back.")
	d.Keys("n")
	d.Shows("Who is working?")
	if f.Commits() != 1 || storedValue(t, f, modeltest.E1) != model.Met {
		t.Error("R11: something was done in Ann's name after she had left")
	}
	d.Keys("down", "enter")
	d.Shows("The PIN of Ann")
	d.Keys("esc", "down", "down", "enter")
	d.Shows("You are working as Bob (member).")
	d.Keys("ctrl+z")
	d.Shows("There is nothing of yours to take back.")
	d.Keys("@")
	d.Shows("Bob (member)") // who has no PIN leaves nothing
	d.Keys("esc", "@", "up", "enter")
	d.Shows("The PIN of Ann")
	d.Type("4071")
	d.Keys("enter")
	d.Shows("You are working as Ann (member).")
}

func TestThePromptStaysUntilThePINIsChecked(t *testing.T) {
	t.Parallel()
	_, f := fileWithPINs(t, modeltest.Ann)
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{keys: ratingKeys}).make, File: f, Me: modeltest.Ann})
	d.Type("4071")
	d.Hold()
	d.Keys("enter", "esc", "y", "5", "enter")
	d.Paste("77")
	d.Shows("Checking…", "nobody chosen")
	d.Release()
	d.Shows("You are working as Ann (member).")
	if f.Commits() != 0 {
		t.Error("a key meant for the box went to the page")
	}
}

func TestAPINIsAskedForAgainAfterTheFileWasClosed(t *testing.T) {
	t.Parallel()
	_, f := fileWithPINs(t, modeltest.Ann)
	l := &tuitest.Library{Files: []*tuitest.File{f}}
	d := tuitest.New(t, tuitest.Setup{Library: l, Make: (&testScreens{keys: map[string][]kit.Effect{"f": {kit.Open{Path: f.Name}}}}).make, Me: modeltest.Ann})
	d.Keys("f")
	d.Type("4071")
	d.Hold()
	d.Keys("enter", "ctrl+c") // the answer comes too late
	d.Release()
	d = tuitest.New(t, tuitest.Setup{Library: l, Make: (&testScreens{keys: map[string][]kit.Effect{"f": {kit.Open{Path: f.Name}}}}).make, Me: modeltest.Ann})
	d.Keys("f")
	d.Type("4071")
	d.Keys("enter", "H", "f")
	d.Shows("The PIN of Ann", "nobody chosen")
}

func TestAPINIsNotAskedForIfWrongTriesCannotBeCounted(t *testing.T) {
	t.Parallel()
	_, f := fileWithPINs(t, modeltest.Ann)
	f.Locked = true
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f, Width: 120, Height: 30})
	d.Keys("down", "enter")
	d.Shows("Who is working?", "open for reading only", "nobody chosen")
	d.Keys("up", "enter")
	d.Shows("You are working as Cleo")
	d = tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f, Me: modeltest.Ann, Width: 120, Height: 30})
	d.Shows("open for reading only", "nobody chosen")
}

// openOwnPIN chooses the command for one's own PIN in the palette, which works on every page.
func openOwnPIN(d *tuitest.Driver) {
	d.Keys(":")
	d.Type("your PIN")
	d.Keys("enter")
}

func TestAMemberSetsChangesAndTakesAwayTheirPIN(t *testing.T) {
	t.Parallel()
	_, f := fileWithPINs(t)
	f.Guard(modeltest.Ann, "")
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{keys: ratingKeys}).make, File: f, Me: modeltest.Ann})
	d.Keys("y")
	openOwnPIN(d)
	d.Shows("Your new PIN", "it does not encrypt the file")
	d.Lacks("the only chair")
	for pin, says := range map[string]string{"407": "4 to 12 digits", "1234": "Everybody tries", "40a1": "4 to 12 digits"} {
		d.Type(pin)
		d.Keys("enter")
		d.Shows(says)
		d.Lacks("•")
	}
	d.Type("4071")
	d.Keys("enter")
	d.Shows("once more")
	d.Type("4072")
	d.Keys("enter")
	d.Shows("not what you typed first")
	if f.Commits() != 1 {
		t.Fatal("set although the two differ")
	}
	d.Type("4071")
	d.Keys("enter")
	d.Shows("PIN set. It is asked whenever somebody chooses your name on this laptop.", "Ann (member)")
	if !loadBoard(t, f).AsksPIN(modeltest.Ann, f.Device()) {
		t.Fatal("not set")
	}

	openOwnPIN(d)
	d.Shows("Type the PIN you have now.")
	d.Type("5082")
	d.Keys("enter")
	d.Shows("This is not the PIN.")
	d.Type("4071")
	d.Keys("enter")
	d.Shows("Keep it", "Change it", "Take it away")
	d.Keys("c")
	d.Type("5082")
	d.Keys("enter")
	d.Type("5082")
	d.Keys("enter")
	d.Shows("PIN set.")
	if err := f.TryPIN(modeltest.Ann, "5082", tuitest.Day()); err != nil {
		t.Error(err)
	}
	d.Keys("ctrl+z")
	d.Shows("Taken back: rating of E1") // the PIN stays, and is in the way of nothing
	d.Keys("ctrl+z")
	d.Shows("There is nothing of yours to take back.")

	openOwnPIN(d)
	d.Type("5082")
	d.Keys("enter", "t")
	d.Shows("Your PIN is taken away")
	if b := loadBoard(t, f); b.AsksPIN(modeltest.Ann, f.Device()) || b.TellTaken(modeltest.Ann) != "" {
		t.Error("still there, or told as taken by the chair")
	}
}

func TestTheOnlyChairIsWarned(t *testing.T) {
	t.Parallel()
	_, f := fileWithPINs(t)
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f, Me: modeltest.Chair})
	openOwnPIN(d)
	d.Shows("You are the only chair:")
}

func TestAPINThatIsNotStoredIsNotSet(t *testing.T) {
	t.Parallel()
	_, f := fileWithPINs(t)
	d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f, Me: modeltest.Ann})
	f.Break(tuitest.ErrPanic, 1)
	openOwnPIN(d)
	for range 2 {
		d.Type("4071")
		d.Keys("enter")
	}
	d.Lacks("PIN set.")
	if loadBoard(t, f).AsksPIN(modeltest.Ann, f.Device()) {
		t.Error("set all the same")
	}
}

func TestTheMemberIsToldThatTheChairTookThePIN(t *testing.T) {
	t.Parallel()
	b, _ := fileWithPINs(t, modeltest.Ann)
	modeltest.Do(t, b, modeltest.Chair, model.RemovePIN{Member: modeltest.Ann, Reason: "She forgot it."})
	f := tuitest.NewFile(b)
	for range 2 { // it is told again until she sets a new one
		d := tuitest.New(t, tuitest.Setup{Make: (&testScreens{}).make, File: f, Me: modeltest.Ann})
		d.Shows("Your PIN was taken away", "Cleo (chair)", "“She forgot it”", "2025-01-08")
		d.Keys("enter")
		d.Lacks("Your PIN was taken away")
		d.Keys("@", "down", "enter")
		d.Shows("Bob (member)")
		d.Keys("@", "up", "enter")
		d.Shows("Your PIN was taken away")
	}
}

// TestNobodyGetsPastAPINOnTheScreenR11 visits every page as nobody, as another member and as the chair. Without Ann's PIN none of
// them may show her work.
func TestNobodyGetsPastAPINOnTheScreenR11(t *testing.T) {
	t.Parallel()
	const secret = "ann-wrote-this"
	b := modeltest.Screening(t, 1)
	modeltest.Do(t, b, modeltest.Ann, model.DeclareConflict{Candidate: 1, Interest: model.NoConflict}, model.SetPIN{Lock: []byte("x")})
	f := tuitest.NewFile(b)
	f.People = []model.Person{{Reference: "A-0001", Name: "Invented Person"}}
	f.Guard(modeltest.Ann, "4071")
	d := tuitest.New(t, tuitest.Setup{Pages: screens.List(), File: f, Me: modeltest.Ann, Width: 120, Height: 40})
	d.Type("4071")
	d.Keys("enter", "tab", "enter", "y", "k", "r")
	d.Shows("Assessment")
	d.Type(secret)
	d.Keys("ctrl+s")
	d.Shows(secret)
	for _, keys := range [][]string{{"@"}, {"@", "esc"}, {"@", "down", "enter"}, {"@", "down", "enter", "esc", "esc"}, {"@", "enter"}, {"@", "down", "down", "enter"}} {
		d.Keys(keys...)
		for _, page := range append([]kit.Page{{Tab: true}}, screens.List()...) {
			if page.Name == kit.History || !page.Tab && !page.Palette {
				continue // its entries are not in a file in memory: the built program is asked
			}
			if page.Name != "" {
				d.Keys("esc", "esc", "esc", ":") // out of the overlays
				d.Type("go to " + page.Title + ".")
				d.Keys("enter", "ctrl+z")
				d.Shows("Officer (Lighthouses)")
				d.Keys("enter")
			}
			v := d.View()
			if strings.Contains(v, secret) || strings.Contains(v, "Ann (member)") {
				t.Fatalf("R11: after %v on %q:\n%s", keys, page.Name, v)
			}
		}
		d.Keys("esc", "esc", "esc")
	}
	if got := loadBoard(t, f).As(modeltest.Ann).Own(1).Rating(modeltest.E1).Value; got != model.Met {
		t.Errorf("R11: Ann's rating became %q", got)
	}
}
