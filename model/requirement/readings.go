package requirement

// This file finds the words that two readings fit, so that a person chooses: nothing is chosen in silence.

// Readings are the two ways to read the words of a criterion that fit equally well, nil if one reading stands out. The
// words are "a master's degree or a bachelor's degree and 4 years": the years may belong to the last degree alone, which
// is the first reading, or to every degree, which is the second.
func Readings(words string) []Requirement {
	all := Parse(words)
	if all.Kind != KindDegree || all.Degree == nil || all.Months == 0 || len(all.Routes) > 0 {
		return nil
	}
	low := Fold(words[:min(len(words), maxClause)])
	levels, spans := levelsNamed(low), durations(low)
	if len(levels) != 2 || len(spans) != 1 || spans[0].at < levels[1].at || levels[0].level.EQF() <= levels[1].level.EQF() ||
		all.Degree.Level != levels[1].level || first(alternative(), low[levels[0].at:levels[1].at]) < 0 {
		return nil
	}
	degree := *all.Degree
	last := all
	high, lower := degree, degree
	high.Level, lower.Level = levels[0].level, levels[1].level
	last.Degree, last.Months = &high, 0
	last.Routes = []Route{{Degree: &Degree{Level: high.Level}}, {Degree: &Degree{Level: lower.Level}, Months: all.Months}}
	return []Requirement{last, all}
}
