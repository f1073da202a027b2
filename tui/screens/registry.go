package screens

import (
	"slices"

	"shortlist/tui/kit"
	"shortlist/tui/screens/home"
	"shortlist/tui/screens/intake"
	"shortlist/tui/screens/lists"
	"shortlist/tui/screens/panel"
	"shortlist/tui/screens/paper"
	"shortlist/tui/screens/part"
	"shortlist/tui/screens/prepare"
	"shortlist/tui/screens/rate"
	"shortlist/tui/screens/settle"
)

// This file holds the LIST of screens. A new screen is one file and one line here.

// known is a screen by name.
type known struct {
	name kit.Name
	make func(*kit.Env, kit.Route) kit.Screen
}

func list() []known {
	return []known{
		{kit.Home, home.NewHome},
		{kit.New, home.NewNew},
		{kit.Vacancy, prepare.NewVacancy},
		{kit.Criterion, prepare.NewCriterion(forms())},
		{kit.Candidates, lists.NewCandidates},
		{kit.Assessment, rate.NewAssessment},
		{kit.Matrix, lists.NewMatrix},
		{kit.Ranking, settle.NewRanking},
		{kit.Panel, panel.NewPanel},
		{kit.Import, intake.NewImport},
		{kit.Mapping, intake.NewMapping},
		{kit.Export, paper.NewExport},
		{kit.Sheet, rate.NewSheet},
		{kit.History, paper.NewHistory},
		{kit.Moderation, settle.NewModeration},
		{kit.Meeting, settle.NewMeeting},
		{kit.Interests, rate.NewDeclare},
		{kit.Bundles, panel.NewBundles},
		{kit.Card, home.NewCard},
	}
}

// forms are those of every page.
func forms() []part.FormMaker { return slices.Concat(prepare.Forms(), panel.Forms()) }

// Make makes the screen of a route. A route to a screen that does not exist leads home.
func Make(env *kit.Env, r kit.Route) kit.Screen {
	for _, e := range list() {
		if e.name == r.Screen {
			return e.make(env, r)
		}
	}
	return home.NewHome(env, r)
}
