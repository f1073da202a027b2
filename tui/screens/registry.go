package screens

// This file holds the LIST of screens, and the list of forms. A new screen is one file in its wing and one line here.

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

// List is the LIST of screens. Tab walks the main pages in this order; the palette leads to them and to some more.
func List() []kit.Page {
	return []kit.Page{
		{Name: kit.Home, Title: "home", Make: home.NewHome},
		{Name: kit.New, Title: "new", Make: home.NewFromPosting},
		{Name: kit.Vacancy, Title: "vacancy", Tab: true, Make: prepare.NewVacancy},
		{Name: kit.Criterion, Title: "criterion", Make: prepare.NewCriterion(forms())},
		{Name: kit.Import, Title: "import", Make: intake.NewImport},
		{Name: kit.Mapping, Title: "mapping", Make: intake.NewMapping},
		{Name: kit.Candidates, Title: "candidates", Tab: true, Make: lists.NewCandidates},
		{Name: kit.Assessment, Title: "assessment", Make: rate.NewAssessment},
		{Name: kit.Interests, Title: "interests", Palette: true, Make: rate.NewDeclare},
		{Name: kit.Sheet, Title: "own form", Palette: true, Make: rate.NewSheet},
		{Name: kit.Matrix, Title: "matrix", Tab: true, Make: lists.NewMatrix},
		{Name: kit.Moderation, Title: "moderation", Palette: true, Make: settle.NewModeration},
		{Name: kit.Meeting, Title: "meeting", Palette: true, Make: settle.NewMeeting},
		{Name: kit.Ranking, Title: "ranking", Tab: true, Make: settle.NewRanking},
		{Name: kit.Panel, Title: "panel", Tab: true, Make: panel.NewPanel},
		{Name: kit.Bundles, Title: "bundles", Palette: true, Make: panel.NewBundles},
		{Name: kit.Card, Title: "your card", Palette: true, Make: home.NewCard},
		{Name: kit.Export, Title: "export", Make: paper.NewExport},
		{Name: kit.History, Title: "history", Tab: true, Make: paper.NewHistory},
	}
}

// forms are those of all wings; a page of a form finds its own by the path of the route.
func forms() []part.FormMaker { return slices.Concat(prepare.Forms(), panel.Forms()) }
