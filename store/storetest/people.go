package storetest

// This file invents candidates.

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"shortlist/model"
	"shortlist/model/requirement"
)

var (
	given    = []string{"Ada", "Bruno", "Chiara", "Daan", "Élodie", "Filip", "Greta", "Henrik", "Inês", "Jakub", "Katarzyna", "Łukasz"}
	family   = []string{"Aalto", "Berg", "Costa", "Dubois", "Ekström", "Ferrari", "Green", "Horvat", "Ivanova", "Jensen", "Kowalski", "Lind"}
	nations  = []string{"BEL", "CAN", "DEU", "ESP", "FRA", "GBR", "ITA", "NLD", "NOR", "POL", "PRT", "USA"}
	titles   = []string{"Planning officer", "Budget analyst", "Project assistant", "Head of unit", "Watch keeper", "Translator"}
	sentence = "I planned the yearly exercise, wrote its budget and led the small team that carried it out. "
)

// Person invents the n-th candidate of a seed.
func Person(seed uint64, n int) model.Person {
	r := rand.New(rand.NewPCG(seed, uint64(n)))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	p := model.Person{
		Reference: fmt.Sprintf("T%d-%06d", seed, n),
		Name:      pick(given) + " " + pick(family),
		Email:     fmt.Sprintf("c%d@example.org", n),
		BirthYear: 1960 + r.IntN(40),
	}
	f := &p.Facts
	f.Nationalities = []string{pick(nations)}
	f.Education = []requirement.Education{{
		Level: requirement.DegreeLevels()[r.IntN(5)], Field: "Administration", Country: pick(nations),
		Conferred: requirement.Date{Year: 1990 + r.IntN(30), Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)},
	}}
	year := 2005
	for range 1 + r.IntN(5) {
		paid := r.IntN(2) == 0
		job := requirement.Job{
			From:  requirement.Date{Year: year, Month: 1 + r.IntN(6)},
			To:    requirement.Date{Year: year + 1 + r.IntN(3), Month: 7 + r.IntN(6)},
			Title: pick(titles), Employer: pick(family) + " Ltd", Percent: 50 + 10*r.IntN(6), Paid: &paid, Text: sentence,
		}
		year = job.To.Year
		f.Jobs = append(f.Jobs, job)
	}
	f.Languages = []requirement.LanguageSkill{
		{Language: "en", Scale: requirement.ScaleNATO, Level: "V"}, {Language: "fr", Scale: requirement.ScaleNATO, Level: "II"},
	}
	f.Clearances = []requirement.ClearanceRecord{{Level: requirement.ClearanceNS, Issuer: pick(nations), Status: requirement.ClearanceHeld}}
	text := ""
	for range 4 + r.IntN(8) {
		text += sentence
	}
	f.Statements = []requirement.Statement{{Heading: "Motivation", Text: text}}
	return p
}

// People invents n candidates one after the other.
func People(seed uint64, n int) iter.Seq[model.IntakeRow] {
	return func(yield func(model.IntakeRow) bool) {
		for i := range n {
			if !yield(model.IntakeRow{Person: Person(seed, i+1), Line: i + 2}) {
				return
			}
		}
	}
}

// Intake returns a file of n invented candidates.
func Intake(seed uint64, n int) model.Intake {
	return Rows(fmt.Sprintf("invented-%d.csv", seed), People(seed, n))
}

// Rows returns a file of the given rows.
func Rows(name string, rows iter.Seq[model.IntakeRow]) model.Intake {
	return model.Intake{Source: name, Rows: rows, SHA256: func() string { return fmt.Sprintf("%064x", len(name)) }}
}
