package requirement

// This file holds the member nations of NATO as a dated list, and nothing about what a posting asks.

// NatoMembersAsOf is the day the list of members was last changed: the accession of Sweden. The list counts 32; it
// was compared with the pages of NATO in 2024 ("nationals of the 32 member states").
var NatoMembersAsOf = Date{Year: 2024, Month: 3, Day: 7}

// Nation is one member of NATO.
type Nation struct {
	// Code is the ISO 3166 alpha-3 code.
	Code string
	// Name is the English short name.
	Name string
	// Since is the day of accession.
	Since Date
}

// natoMembers lists the members of NATO by English name, as of NatoMembersAsOf.
var natoMembers = [...]Nation{
	{"ALB", "Albania", Date{2009, 4, 1}},
	{"BEL", "Belgium", Date{1949, 4, 4}},
	{"BGR", "Bulgaria", Date{2004, 3, 29}},
	{"CAN", "Canada", Date{1949, 4, 4}},
	{"HRV", "Croatia", Date{2009, 4, 1}},
	{"CZE", "Czechia", Date{1999, 3, 12}},
	{"DNK", "Denmark", Date{1949, 4, 4}},
	{"EST", "Estonia", Date{2004, 3, 29}},
	{"FIN", "Finland", Date{2023, 4, 4}},
	{"FRA", "France", Date{1949, 4, 4}},
	{"DEU", "Germany", Date{1955, 5, 6}},
	{"GRC", "Greece", Date{1952, 2, 18}},
	{"HUN", "Hungary", Date{1999, 3, 12}},
	{"ISL", "Iceland", Date{1949, 4, 4}},
	{"ITA", "Italy", Date{1949, 4, 4}},
	{"LVA", "Latvia", Date{2004, 3, 29}},
	{"LTU", "Lithuania", Date{2004, 3, 29}},
	{"LUX", "Luxembourg", Date{1949, 4, 4}},
	{"MNE", "Montenegro", Date{2017, 6, 5}},
	{"NLD", "Netherlands", Date{1949, 4, 4}},
	{"MKD", "North Macedonia", Date{2020, 3, 27}},
	{"NOR", "Norway", Date{1949, 4, 4}},
	{"POL", "Poland", Date{1999, 3, 12}},
	{"PRT", "Portugal", Date{1949, 4, 4}},
	{"ROU", "Romania", Date{2004, 3, 29}},
	{"SVK", "Slovakia", Date{2004, 3, 29}},
	{"SVN", "Slovenia", Date{2004, 3, 29}},
	{"ESP", "Spain", Date{1982, 5, 30}},
	{"SWE", "Sweden", Date{2024, 3, 7}},
	{"TUR", "Türkiye", Date{1952, 2, 18}},
	{"GBR", "United Kingdom", Date{1949, 4, 4}},
	{"USA", "United States", Date{1949, 4, 4}},
}

func natoMember(code string) *Nation {
	for i := range natoMembers {
		if natoMembers[i].Code == code {
			return &natoMembers[i]
		}
	}
	return nil
}
