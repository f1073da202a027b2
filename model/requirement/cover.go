package requirement

// This file tells when meeting one requirement means meeting another.

// ClearanceCovers tells whether a clearance of one level satisfies another; never where either is not a NATO level.
func ClearanceCovers(have, need ClearanceLevel) bool {
	h, known := checkNATOLevel(string(have))
	n, asked := checkNATOLevel(string(need))
	return known && asked && h.rank >= n.rank && (h.atomal || !n.atomal) && (h.bohemia || !n.bohemia)
}

// LanguagesCover tells whether whoever has the levels asked first has those asked second as well. It says so only for
// levels of one scale with an order, asked of named languages, or as "one; the other" of English and French on both
// sides.
func LanguagesCover(have, need []LanguageLevel) bool {
	if len(need) == 0 {
		return false
	}
	for i := range need {
		covered := false
		for k := range have {
			covered = covered || levelCovers(&have[k], &need[i])
		}
		if !covered {
			return false
		}
	}
	return true
}

func levelCovers(have, need *LanguageLevel) bool {
	if have.Role != need.Role || have.Language != need.Language || have.Name != need.Name || have.Scale == ScaleWords {
		return false
	}
	if have.Language == "other" && (have.Name == "" || have.Role == RoleOne) {
		return false
	}
	h, ok := checkReadLevel(have.Scale, have.Level)
	n, asked := checkReadLevel(need.Scale, need.Level)
	if !ok || !asked || h.scale != n.scale {
		return false
	}
	for skill := range n.half {
		if h.half[skill] < n.half[skill] {
			return false
		}
	}
	return true
}
