package requirement

import "strconv"

// This file compares the degree asked with the education of a file. Equivalents and fields of study are a person's
// judgement: the finding shows the facts and never passes them.

func checkDegree(need *Degree, f Facts, c Context) Finding {
	if need == nil || need.Level.EQF() == 0 {
		return Finding{Verdict: CannotTell, Why: "The criterion names no level of education to compare with"}
	}
	if len(f.Education) == 0 {
		return Finding{Verdict: CannotTell, Why: "The file lists no education; a " + checkDegreeWords(need.Level) + " is asked"}
	}
	best, at := Finding{}, -1
	for i := range f.Education {
		one := checkEducation(need, &f.Education[i], c)
		if at < 0 || checkBetter(one.Verdict, best.Verdict) ||
			one.Verdict == best.Verdict && f.Education[i].Level.EQF() > f.Education[at].Level.EQF() {
			best, at = one, i
		}
	}
	e := &f.Education[at]
	best.EducationUsed = []int{at}
	best.Figures.Degree = &DegreeFigures{Level: e.Level, EQF: e.Level.EQF(), Conferred: e.Conferred.String()}
	if best.Verdict == NotMet && need.EquivalentAccepted {
		best.Verdict = CannotTell
		best.Why += "; an equivalent qualification is accepted, which is a person's judgement"
	}
	return best
}

// checkBetter orders verdicts as alternatives: any one that is met decides, and an open one is better than a no.
func checkBetter(a, b Verdict) bool { return a != b && checkEither(a, b) == a }

func checkEducation(need *Degree, e *Education, c Context) Finding {
	have, asked := checkDegreeWords(e.Level), checkDegreeWords(need.Level)
	levels := have + checkLevelWords(e.Level) + " for the " + asked + checkLevelWords(need.Level) + " asked"
	switch {
	case e.Level.EQF() == 0:
		return Finding{Verdict: CannotTell, Why: "A qualification of unknown level for the " + asked + checkLevelWords(need.Level) + " asked"}
	case e.Level.EQF() < need.Level.EQF():
		return Finding{Verdict: NotMet, Why: "At most a " + levels}
	case e.Conferred.IsZero() || !e.Conferred.Valid():
		return Finding{Verdict: CannotTell, Why: "A " + levels + ", with no day of conferral in the file"}
	case c.ClosingDate.IsZero():
		return Finding{Verdict: CannotTell, Why: "A " + levels + ", but the vacancy has no closing date to compare its conferral with"}
	}
	closing := c.ClosingDate.Last().Number()
	when := ", conferred " + e.Conferred.Words()
	switch {
	case e.Conferred.First().Number() > closing:
		return Finding{Verdict: NotMet, Why: "A " + levels + when + ", after the closing date " + c.ClosingDate.Words()}
	case len(need.Fields) > 0:
		field := e.Field
		if field == "" {
			field = "none stated"
		}
		return Finding{Verdict: CannotTell, Why: "A " + levels + when + ": the level is there, whether the field (" + field +
			") fits is a person's judgement"}
	case e.Conferred.Last().Number() > closing:
		return Finding{Verdict: Borderline, Why: "A " + levels + when + ", the month of the closing date " + c.ClosingDate.Words()}
	}
	return Finding{Verdict: Met, Why: "A " + levels + when}
}

func checkDegreeWords(l DegreeLevel) string {
	switch l {
	case DegreeSecondary:
		return "secondary school diploma"
	case DegreeVocational:
		return "higher vocational qualification"
	case DegreeBachelor:
		return "bachelor's degree"
	case DegreeMaster:
		return "master's degree"
	case DegreeDoctorate:
		return "doctorate"
	}
	return "qualification"
}

func checkLevelWords(l DegreeLevel) string {
	if n := l.EQF(); n > 0 {
		return " (level " + strconv.Itoa(n) + ")"
	}
	return ""
}
