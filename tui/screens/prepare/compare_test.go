package prepare

// This file tries the comparing of a vacancy with its posting.

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/tui/kit"
	"shortlist/tui/tuitest"
	"shortlist/tui/widget"
)

// entryOf is the entry selected, and lineOn the line of the posting the cursor is on.
func entryOf(p *tuitest.Prep) string { return p.Screen.(*vacancy).selected().key }

func lineOn(p *tuitest.Prep) int { return p.Screen.(*vacancy).post.text.Line() }

func TestBothSidesMoveTogether(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		keys []string
		want string // entry and line
	}{
		"the posting is at the first criterion":      {nil, "criterion 1 at 7"},
		"it follows the list":                        {[]string{"j"}, "criterion 2 at 8"},
		"to a condition":                             {[]string{"j", "j", "j", "j", "j", "j"}, "eligibility G1 at 20"},
		"to a competency that is found by its words": {[]string{"j", "j", "j", "j", "j", "j", "j"}, "competency 0 at 17"},
		"enter goes to the posting, at the entry":    {[]string{"j", "enter"}, "criterion 2 at 8"},
		"the list follows the posting":               {[]string{"enter", "j", "j"}, "criterion 3 at 9"},
		"and stays where a line belongs to nothing":  {[]string{"enter", "j", "j", "j", "j"}, "criterion 4 at 11"},
		"esc goes back to the list":                  {[]string{"enter", "j", "j", "esc", "j"}, "criterion 4 at 10"},
		"the arrows change sides":                    {[]string{"right", "down", "left", "down"}, "criterion 3 at 9"},
		"a warning and its line":                     {[]string{"!"}, "warning 0 at 4"},
		"a warning from the posting":                 {[]string{"enter", "!"}, "warning 0 at 4"},
		"the next marked line is an entry":           {[]string{"enter", "g", "]", "]"}, "criterion 1 at 7"},
		"a search leads the list too":                {[]string{"enter", "/", "t", "r", "a", "i", "n", "enter"}, "criterion 5 at 13"},
		"a field of the header has no line here":     {[]string{"G"}, "header direct reports at 7"},
		"y goes on to the next criterion":            {[]string{"y"}, "criterion 2 at 8"},
		"y in the posting goes on to the next":       {[]string{"enter", "y"}, "criterion 2 at 8"},
		"y passes those that were compared":          {[]string{"j", "y", "g", "y"}, "criterion 3 at 9"},
		"y at the last one stays":                    {[]string{"y", "y", "y", "y", "y", "y"}, "criterion 6 at 14"},
		"y twice takes it back":                      {[]string{"y", "k", "y"}, "criterion 1 at 7"},
		"y on a line of nothing does nothing":        {[]string{"enter", "j", "j", "j", "j", "y"}, "criterion 4 at 11"},
		"marking keeps the entry of the line":        {[]string{"enter", "space", "j", "esc", "esc", "j"}, "criterion 3 at 9"},
	} {
		for _, wh := range tuitest.Bodies {
			t.Run(fmt.Sprint(name, " ", wh[0]), func(t *testing.T) {
				t.Parallel()
				p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, wh[0], wh[1])
				for _, k := range tc.keys {
					if k == "esc" {
						p.Screen.(kit.Backed).Back()
						continue
					}
					p.Keys(k)
				}
				tuitest.Same(t, tc.want, fmt.Sprintf("%s at %d", entryOf(p), lineOn(p)))
			})
		}
	}
}

func TestWhatWasLookedAtIsKept(t *testing.T) {
	t.Parallel()
	v := tuitest.PilotVacancy()
	v.Vacancy.Warnings = append(v.Vacancy.Warnings, model.Warning{Line: 12, Code: model.WarnUnannouncedList}, model.Warning{Code: model.WarnMore})
	p := newPrep(t, v).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	sees := func(s string) {
		t.Helper()
		if !strings.Contains(p.View(), s) {
			t.Errorf("%q is not shown:\n%s", s, p.View())
		}
	}
	sees("CRITERIA · 0 of 6 compared · 0 of 3 warnings looked at")
	sees("Next: look at 3 warnings of the reader (! goes there, y when looked at)")
	p.Keys("!", "y")
	tuitest.Same(t, "warning 1", entryOf(p))
	sees("0 of 6 compared · 1 of 3 warnings looked at")
	tuitest.Same(t, "Anna Berg looked at the warning on line 4", narrated(p))
	p.Keys("y", "y")
	sees("3 of 3 warnings looked at")
	p.Keys("!") // all were looked at: they can still be visited
	tuitest.Same(t, "warning 0", entryOf(p))
	p.Keys("y")
	sees("2 of 3 warnings looked at")
	tuitest.Same(t, "Anna Berg means to look again at the warning on line 4", narrated(p))
	p.Keys("y", "g", "y", "y", "y", "y", "y", "y")
	sees("6 of 6 compared · 3 of 3 warnings looked at")
	p.Keys("g")
	tuitest.Same(t, "Anna Berg checked D2 “hold a valid NATO SECRET clearance” against the posting", narrated(p))
}

// narrated is the last entry of the history.
func narrated(p *tuitest.Prep) string {
	n := p.Board.As(p.Env.Me).Narrate(p.File.Events()[p.File.Commits()-1])
	return n.Who + " " + n.What
}

func TestTheNextStepIsSaid(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		set  func(*tuitest.Prep)
		want string
	}{
		"warnings first":        {func(*tuitest.Prep) {}, "Next: look at 1 warning of the reader (! goes there, y when looked at), then L seals the rules."},
		"then the criteria":     {func(p *tuitest.Prep) { p.Seen() }, "Next: compare 6 criteria with the posting (y when it is right), then L seals the rules."},
		"then the closing date": {func(p *tuitest.Prep) { p.Seen(); p.Compared(); p.Undated() }, "Next: E takes the closing date, as of which experience is counted; then L seals the rules."},
		"then candidates":       {func(p *tuitest.Prep) { p.Seen(); p.Compared() }, "Next: i takes candidates in. L seals the rules, before or after."},
		"then the panel": {func(p *tuitest.Prep) {
			p.Seen()
			p.Compared()
			p.People()
			p.Must(tuitest.Anna, model.RemoveMember{Member: tuitest.Bruno})
		}, "Next: put the panel together (tab goes to Panel), then L seals the rules."},
		"then sealing":                    {func(p *tuitest.Prep) { p.Seen(); p.Compared(); p.People() }, "Next: T looks through the rules (cut line, hidden names, ties); L seals them, and rating begins."},
		"sealed without anybody":          {func(p *tuitest.Prep) { p.Seal() }, "Next: i takes candidates in."},
		"then rating":                     {func(p *tuitest.Prep) { p.People(); p.Seal() }, "Next: rate, then submit (s): tab goes to the candidates, enter opens one. 3 candidates left."},
		"first the declarations":          {func(p *tuitest.Prep) { p.Strict(); p.People(); p.Seal() }, "Next: say whether you have a conflict of interest (I), 3 candidates left."},
		"a member is done":                {func(p *tuitest.Prep) { p.People(); p.Seal(); p.HandIn(tuitest.Bruno); p.Env.Me = tuitest.Bruno }, "Next: you have submitted everything. The chair reveals the ratings once all have."},
		"the chair waits for the members": {func(p *tuitest.Prep) { p.People(); p.Seal(); p.HandIn(tuitest.Anna) }, "Next: 3 assessments are missing (Bruno Costa 3). @ hands this laptop to whoever rates on it. Then R on the ranking page reveals the ratings."},
		"one recused, one withdrew": {func(p *tuitest.Prep) {
			p.People()
			p.Seal()
			p.Must(tuitest.Anna, model.DeclareConflict{Candidate: 1, Interest: model.Recused})
			p.Must(tuitest.Anna, model.MakeDecision{Candidate: 2, Outcome: model.Withdrawn, Reason: "Wrote so."})
		}, "Next: rate, then submit (s): tab goes to the candidates, enter opens one. 1 candidate left."},
		"then the reveal": {func(p *tuitest.Prep) { p.People(); p.Seal(); p.HandIn(tuitest.Anna); p.HandIn(tuitest.Bruno) }, "Next: everybody has submitted. R on the ranking page reveals the ratings."},
		"then the meeting": {func(p *tuitest.Prep) {
			p.People()
			p.Seal()
			p.Must(tuitest.Anna, model.RevealRatings{Reason: "Today."})
		}, "Next: on the ranking page Q lists what the panel has to settle (V shows it to the room), then D decides. 3 candidates left."},
		"a member waits":   {func(p *tuitest.Prep) { p.Env.Me = tuitest.Bruno }, "Next: chair and secretary prepare, then the chair seals the rules, and rating begins."},
		"nobody is chosen": {func(p *tuitest.Prep) { p.Env.Me = "" }, "Next: say who is working: @."},
		"a member has an assessment back": {func(p *tuitest.Prep) {
			p.People()
			p.Seal()
			p.HandIn(tuitest.Bruno)
			p.Must(tuitest.Anna, model.ReturnAssessment{Candidate: 2, Member: tuitest.Bruno, Reason: "Look at the dates again."})
			p.Env.Me = tuitest.Bruno
		}, "Next: C002 came back to you. The reason stands beside the ratings: look again, then submit (s)."},
		"a member in the meeting": {func(p *tuitest.Prep) {
			p.People()
			p.Seal()
			p.Must(tuitest.Anna, model.RevealRatings{Reason: "Today."})
			p.Env.Me = tuitest.Bruno
		}, "Next: the panel meets. The chair settles what differs, and decides, on the chair's laptop; the matrix shows all ratings here too."},
		"a lost list": {func(p *tuitest.Prep) {
			for _, k := range slices.Clone(p.Board.Criteria) {
				p.Must(tuitest.Anna, model.RemoveCriterion{Criterion: k.ID})
			}
		}, "Next: + takes the criteria in line after line, from the published page."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy())
			tc.set(p)
			tuitest.Same(t, tc.want, nextStep(p.Env, p.Board.As(p.Env.Me)))
		})
	}
}

func TestLinesBecomeEntries(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		keys   []string
		answer string
		want   string
	}{
		"the line of the cursor":          {[]string{"enter", "g", "j", "j", "j", "a"}, "Essential criterion", "E1 The tide does, E2 hold a university"},
		"in its place in the other list":  {[]string{"enter", "g", "j", "j", "j", "a"}, "Desirable criterion", "E4 Language level: V, D1 The tide does, D2 have skill in"},
		"after those before it":           {[]string{"enter", "G", "k", "a"}, "Essential criterion", "E4 Language level: V, E5 Candidates must be"},
		"each bullet is one":              {[]string{"enter", "space", "j", "j", "a"}, "Desirable criteria, one each", "D1 hold a university, D2 have at least, D3 know the rules, D4 have skill"},
		"lines without a bullet join":     {[]string{"enter", "g", "m", "j", "a"}, "Essential criterion", "E1 Harbour Pilot, Ostmark, E2 hold"},
		"an empty line parts them":        {[]string{"enter", "g", "m", "j", "j", "j", "a"}, "Essential criteria, one each", "E1 Harbour Pilot, Ostmark, E2 The tide does, E3 hold"},
		"marked upwards as well":          {[]string{"enter", "j", "space", "k", "a"}, "Essential criteria, one each", "E1 hold a university, E2 hold a university, E3 have at least, E4 have at least, E5 know"},
		"added to the criterion selected": {[]string{"j", "enter", "j", "a"}, "Add to E3", "E3 know the rules"},
		"nothing":                         {[]string{"enter", "a"}, "Nothing", "E1 hold a university, E2 have"},
		"a condition leaves the lists":    {[]string{"enter", "g", "j", "j", "j", "a"}, "Eligibility condition", "E1 hold a university, E2 have"},
		"a competency leaves the lists":   {[]string{"enter", "g", "j", "j", "j", "a"}, "Competency", "E1 hold a university, E2 have"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 120, 36)
			p.Keys(tc.keys...).Answer(tc.answer)
			if !strings.Contains(p.Short(), tc.want) {
				t.Errorf("got %s\nwant %s", p.Short(), tc.want)
			}
		})
	}
}

func TestWhatIsMadeOfLinesKeepsThem(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 120, 36)
	p.Keys("enter", "space", "j", "a")
	ask := p.Last().(kit.Ask)
	tuitest.Same(t, "Make of lines 7–8", ask.Title)
	for _, s := range []string{"→ reads as degree: bachelor", "→ reads as experience: 5 years", "These lines belong to E1, E2 already."} {
		if !strings.Contains(ask.Text, s) {
			t.Errorf("%q is not said:\n%s", s, ask.Text)
		}
	}
	p.Answer("Add to E2")
	tuitest.Same(t, model.Lines{From: 7, To: 8}, p.Board.Criterion(2).Lines)
	p.Keys("g", "j", "j", "j", "a").Answer("Eligibility condition")
	g := p.Board.Vacancy.Eligibility[1]
	tuitest.Same(t, model.Eligibility{
		ID: "G2", Kind: "document", Text: "The tide does not wait, and neither do the ships.", Lines: model.Lines{From: 4, To: 4},
		Requirement: requirement.Requirement{Kind: requirement.KindOther},
	}, g)
	p.Keys("G", "k", "a").Answer("Eligibility condition")
	tuitest.Same(t, "nationality", p.Board.Vacancy.Eligibility[2].Kind)
	p.Keys("g", "/", "S", "e", "e", "s", "enter", "a").Answer("Competency")
	tuitest.Same(t, model.Competency{Name: "Clear Thinking", Phrase: "Sees what the tide hides", Lines: model.Lines{From: 17, To: 17}}, p.Board.Vacancy.Competencies[2])
	p.Keys("a").Answer("Essential criterion")
	k := p.Board.Criteria[len(p.Board.Class(model.Essential))-1]
	tuitest.Same(t, model.Lines{From: 17, To: 17}, k.Lines)
	if !k.Checked || k.Added {
		t.Errorf("what was taken from the posting is compared, and not the panel's own: %+v", k)
	}
	p.Screen.(kit.Backed).Back()
	p.Keys("g", "j", "j")
	p.Must(tuitest.Anna, model.RemoveCriterion{Criterion: 2})
	p.Keys("enter", "g", "j", "j", "a")
	tuitest.Same(t, "There are no words on this line: go to one with words, or mark several with space.", p.Note())
}

// Copies lose bullets; what ends an entry is then a semicolon, an empty line, or a bullet left alone on its line.
func TestPassages(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"- swim;\n- row":                 {"swim", "row"},
		"swim far\nand row":              {"swim far and row"},
		"swim;\nrow;":                    {"swim", "row"},
		"-\nswim\n-\nrow":                {"swim", "row"},
		"swim\n\nrow":                    {"swim", "row"},
		"• swim in any\n  water\n• row":  {"swim in any water", "row"},
		"\n\n":                           nil,
		"1. swim\n2. row, and\n   steer": {"swim", "row, and steer"},
	} {
		s := newPosting(&kit.Env{Theme: kit.NewTheme(true), Text: &kit.Text{}})
		s.text.SetText(text)
		s.text.Begin()
		s.text.Update(kit.Press("G"))
		var got []string
		for _, p := range s.passages() {
			got = append(got, p.text)
		}
		tuitest.Same(t, want, got)
	}
}

func TestBullets(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"- swim": "swim", "• swim": "swim", "o swim": "swim", "operate a crane": "operate a crane", "\uf0b7 swim": "swim", "a) swim": "swim",
		"(iv) swim": "swim", "12. swim": "swim", "  –  swim  well ": "swim well", "E. coli": "coli", "5 years at sea": "5 years at sea",
		"III in French": "III in French", "-": "", "": "", "on call": "on call", "— swim": "swim",
	} {
		got, _ := unbullet(line)
		tuitest.Same(t, want, got)
	}
}

func TestWhatStandsBesideTheCriteriaIsCorrected(t *testing.T) {
	t.Parallel()
	to := func(s string) []string { return strings.Split(s, " ") }
	for name, tc := range map[string]struct {
		keys  []string
		fill  func(*tuitest.Prep)
		check func(*testing.T, model.Vacancy)
	}{
		"a condition becomes a clearance": {to("j j j j j j t"), func(p *tuitest.Prep) { p.Fill("hold a clearance", "→→", "ns").Keys("ctrl+s") }, func(t *testing.T, v model.Vacancy) {
			tuitest.Same(t, "G1 clearance hold a clearance NS", joinedWords(v.Eligibility[0].ID, v.Eligibility[0].Kind, v.Eligibility[0].Text, string(v.Eligibility[0].Requirement.Clearance)))
			tuitest.Same(t, model.Lines{From: 20, To: 20}, v.Eligibility[0].Lines)
		}},
		"another condition": {to("j j j j j j a"), func(p *tuitest.Prep) { p.Fill("hand in a letter").Keys("ctrl+s") }, func(t *testing.T, v model.Vacancy) {
			tuitest.Same(t, "G2 document hand in a letter", joinedWords(v.Eligibility[1].ID, v.Eligibility[1].Kind, v.Eligibility[1].Text))
		}},
		"a condition is taken out": {to("j j j j j j d"), nil, func(t *testing.T, v model.Vacancy) { tuitest.Same(t, 0, len(v.Eligibility)) }},
		"a competency": {to("j j j j j j j j w"), func(p *tuitest.Prep) { p.Fill("", "Shares all").Keys("ctrl+s") }, func(t *testing.T, v model.Vacancy) {
			tuitest.Same(t, "Teamwork Shares all", joinedWords(v.Competencies[1].Name, v.Competencies[1].Phrase))
		}},
		"another competency": {to("j j j j j j j a"), func(p *tuitest.Prep) { p.Fill("Patience").Keys("ctrl+s") }, func(t *testing.T, v model.Vacancy) {
			tuitest.Same(t, 3, len(v.Competencies))
			tuitest.Same(t, "Patience", v.Competencies[2].Name)
		}},
		"a competency is taken out": {to("j j j j j j j d"), nil, func(t *testing.T, v model.Vacancy) {
			tuitest.Same(t, 1, len(v.Competencies))
			tuitest.Same(t, "Teamwork", v.Competencies[0].Name)
		}},
		"a field of the header": {to("G k k k k w"), func(p *tuitest.Prep) { p.Fill("G20").Keys("ctrl+s") }, func(t *testing.T, v model.Vacancy) {
			tuitest.Same(t, "G20", v.Grade)
		}},
		"a field is not taken out": {to("G d"), nil, func(t *testing.T, v model.Vacancy) { tuitest.Same(t, "Harbour Pilot", v.Title) }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
			p.Keys(tc.keys...)
			if tc.fill != nil {
				tc.fill(p.Follows())
				tuitest.Same(t, kit.Effect(kit.Pop{}), p.Last())
			}
			tc.check(t, p.Board.Vacancy)
		})
	}
}

func joinedWords(parts ...string) string { return strings.Join(parts, " ") }

func TestSealingNamesWhatNobodyLookedAt(t *testing.T) {
	t.Parallel()
	p := newPrep(t, tuitest.PilotVacancy()).Shows(kit.Route{Screen: kit.Vacancy}, 80, 21)
	p.Keys("L")
	ask := p.Last().(kit.Ask)
	tuitest.Same(t, "Not yet", ask.Answers[0].Words)
	for _, s := range []string{"! 1 warning of the reader nobody looked at: line 4.", "! Not compared with the posting yet: E1, E2, E3, E4, D1 and D2."} {
		if !strings.Contains(ask.Text, s) {
			t.Errorf("%q is not said:\n%s", s, ask.Text)
		}
	}
	p.Seen()
	p.Compared()
	p.Must(tuitest.Anna, model.EditCriterion{Criterion: 3, Text: "know the rules of the road", Requirement: requirement.Requirement{Kind: requirement.KindKnowledge}})
	p.Keys("L")
	if ask := p.Last().(kit.Ask); strings.Contains(ask.Text, "!") {
		t.Errorf("nothing is in doubt any more:\n%s", ask.Text)
	}
}

// Whatever lines entries have, marks are in order, do not overlap, and stay in the text.
func TestMarksBearAnyLines(t *testing.T) {
	t.Parallel()
	env := &kit.Env{Theme: kit.NewTheme(true), Text: &kit.Text{}}
	rapid.Check(t, func(r *rapid.T) {
		line := rapid.OneOf(rapid.IntRange(-3, 30), rapid.SampledFrom([]int{1 << 40, -1 << 40}))
		lines := func() model.Lines { return model.Lines{From: line.Draw(r, "from"), To: line.Draw(r, "to")} }
		c := model.CreateVacancy{}
		for range rapid.IntRange(0, 6).Draw(r, "criteria") {
			c.Criteria = append(c.Criteria, model.Criterion{Class: model.Essential, Text: "x", Lines: lines()})
		}
		for range rapid.IntRange(0, 4).Draw(r, "spans") {
			c.Vacancy.Spans = append(c.Vacancy.Spans, model.Span{Lines: lines(), As: rapid.SampledFrom([]string{model.SpanTitle, model.SpanHeading, "else"}).Draw(r, "as")})
			c.Vacancy.Warnings = append(c.Vacancy.Warnings, model.Warning{Line: line.Draw(r, "warning"), Code: model.WarnLongCriterion})
		}
		d := newEmpty(t)
		d.Must("", c)
		text := widget.NewPager(env)
		text.SetText(strings.Repeat("words\n", 20))
		spans := spansIn(env, d.Board.As(""), text)
		last := 0
		for _, m := range marksOf(env, spans, rapid.SampledFrom([]string{"", "criterion 2", "warning 0"}).Draw(r, "chosen")) {
			if m.From <= last || m.To < m.From || m.To > text.Lines() {
				r.Fatalf("%+v after line %d", m, last)
			}
			last = m.To
		}
		for _, s := range spans {
			if s.key == "" || s.label == "" {
				r.Fatalf("%+v", s)
			}
		}
	})
}
