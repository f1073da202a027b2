package screens

import "shortlist/tui/kit"

func newHome(*kit.Env, kit.Route) kit.Screen    { return &stub{"Vacancies"} }
func newNew(*kit.Env, kit.Route) kit.Screen     { return &stub{"New vacancy"} }
func newPosting(*kit.Env, kit.Route) kit.Screen { return &stub{"Posting"} }
func newImport(*kit.Env, kit.Route) kit.Screen  { return &stub{"Import"} }
func newExport(*kit.Env, kit.Route) kit.Screen  { return &stub{"Export"} }
