package screens

import "shortlist/tui/kit"

func newHome(*kit.Env, kit.Route) kit.Screen      { return &stub{"Vacancies"} }
func newNew(*kit.Env, kit.Route) kit.Screen       { return &stub{"New vacancy"} }
func newVacancy(*kit.Env, kit.Route) kit.Screen   { return &stub{"Vacancy"} }
func newCriterion(*kit.Env, kit.Route) kit.Screen { return &stub{"Criterion"} }
func newPosting(*kit.Env, kit.Route) kit.Screen   { return &stub{"Posting"} }
func newPanel(*kit.Env, kit.Route) kit.Screen     { return &stub{"Panel"} }
func newImport(*kit.Env, kit.Route) kit.Screen    { return &stub{"Import"} }
func newExport(*kit.Env, kit.Route) kit.Screen    { return &stub{"Export"} }
