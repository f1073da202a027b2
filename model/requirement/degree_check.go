package requirement

import (
	"strconv"
	"strings"
)

// This file compares the degree asked with the education of a file. Equivalents and fields of study are a person's
// judgement: the finding shows the facts and never passes them.

func checkDegree(need *Degree, f Facts, c Context) Finding {
	if need == nil || need.Level.EQF() == 0 {
		return Finding{Verdict: statedOr(len(f.Education)), Why: "The criterion names no level of education to compare with"}
	}
	if len(f.Education) == 0 {
		return Finding{Verdict: NotStated, Why: "The file lists no education; the " + levelAskedWords(need.Level) + " is asked"}
	}
	best, at := Finding{}, -1
	for i := range f.Education {
		one := compareEducation(need, &f.Education[i], c)
		if at < 0 || isBetter(one.Verdict, best.Verdict) ||
			one.Verdict == best.Verdict && f.Education[i].Level.EQF() > f.Education[at].Level.EQF() {
			best, at = one, i
		}
	}
	e := &f.Education[at]
	best.EducationUsed = []int{at}
	if need.fieldOpen() && best.Verdict == ToJudge {
		best.EducationUsed = addOtherFields(&best, need, f, c, at)
	}
	if best.Verdict == Met {
		best.Assumptions = append(best.Assumptions, "That the institution is recognised was not checked")
	}
	best.Figures.Degree = &DegreeFigures{Level: e.Level, EQF: e.Level.EQF(), Conferred: e.Conferred.String()}
	if best.Verdict == NotMet && need.EquivalentAccepted {
		best.Verdict = ToJudge
		best.Why += "; an equivalent qualification is accepted, which is a person's judgement"
	}
	return best
}

// isBetter orders verdicts as alternatives: any one that is met decides, and an open one is better than a no.
func isBetter(a, b Verdict) bool { return a != b && eitherVerdict(a, b) == a }

func compareEducation(need *Degree, e *Education, c Context) Finding {
	have := qualificationWords(e.Level) + eqfWords(e.Level)
	asked := " for the " + levelAskedWords(need.Level) + " asked"
	switch {
	case e.Level == DegreeNone:
		return Finding{Verdict: NotMet, Why: "The file states that there is no qualification; the " + levelAskedWords(need.Level) + " is asked"}
	case e.Level.EQF() == 0:
		return Finding{Verdict: ToJudge, Why: "A qualification of unknown level" + asked}
	case e.Level.EQF() < need.Level.EQF():
		return Finding{Verdict: NotMet, Why: "At most a " + have + asked}
	case e.Conferred.IsZero() || !e.Conferred.Valid():
		return Finding{Verdict: NotStated, Why: "A " + have + asked + "; the file does not state when it was conferred"}
	case c.ClosingDate.IsZero():
		return need.withoutClosing(e, have, asked)
	}
	closing := c.ClosingDate.Last().Number()
	have = "A " + have + ", conferred " + e.Conferred.Words()
	switch {
	case e.Conferred.First().Number() > closing:
		return Finding{Verdict: NotMet, Why: have + ", after the closing date " + c.ClosingDate.Words() + "," + asked}
	case need.fieldOpen():
		return Finding{Verdict: ToJudge, Why: have + "," + asked + ": the level is there; whether the field (" +
			fieldWords(e) + ") is " + need.fieldAsked() + " is a person's judgement"}
	case e.Conferred.Last().Number() > closing:
		return Finding{Verdict: Borderline, Why: have + ", the month of the closing date " + c.ClosingDate.Words() + "," + asked}
	}
	out := Finding{Verdict: Met, Why: have + "," + asked}
	if len(need.Fields) > 0 {
		out.Assumptions = []string{"The posting prefers certain fields (" + strings.Join(need.Fields, ", ") +
			") and does not ask for them; the file says " + fieldWords(e)}
	}
	return out
}

// withoutClosing compares the level alone, while the vacancy has no closing date.
func (d *Degree) withoutClosing(e *Education, have, asked string) Finding {
	if d.fieldOpen() {
		return Finding{Verdict: ToJudge, Why: "A " + have + ", conferred " + e.Conferred.Words() + "," + asked +
			": the level is there; whether the field (" + fieldWords(e) + ") is " + d.fieldAsked() +
			" is a person's judgement, and the vacancy states no closing date yet"}
	}
	return Finding{Verdict: ToJudge, Why: "A " + have + ", conferred " + e.Conferred.Words() + "," + asked +
		": the level is there; the vacancy states no closing date yet by which it must be conferred"}
}

// fieldOpen returns true if a field of study is asked; only a person can judge whether a degree is in it.
func (d *Degree) fieldOpen() bool {
	return d.RelevantField || len(d.Fields) > 0 && !d.FieldsPreferred
}

func (d *Degree) fieldAsked() string {
	switch {
	case len(d.Fields) == 0 || d.FieldsPreferred:
		return "a relevant one"
	case d.RelevantField:
		return "a relevant one (such as " + strings.Join(d.Fields, ", ") + ")"
	}
	return "one of those asked (" + strings.Join(d.Fields, ", ") + ")"
}

func fieldWords(e *Education) string {
	if e.Field == "" {
		return "none stated"
	}
	return e.Field
}

// addOtherFields adds the further degrees whose field a person has to judge, since any one of them may fit.
func addOtherFields(out *Finding, need *Degree, f Facts, c Context, at int) []int {
	used := []int{at}
	for i := range f.Education {
		e := &f.Education[i]
		if one := compareEducation(need, e, c); i == at || one.Verdict != ToJudge || e.Level.EQF() < need.Level.EQF() {
			continue
		}
		used = append(used, i)
		out.Why += "; so may be " + fieldWords(e) + " (" + qualificationWords(e.Level) + ")"
	}
	return used
}

func qualificationWords(l DegreeLevel) string {
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

func eqfWords(l DegreeLevel) string {
	if n := l.EQF(); n > 0 {
		return " (EQF " + strconv.Itoa(n) + ")"
	}
	return ""
}

// levelAskedWords names a level by the European Qualifications Framework: a posting that asks for a university degree
// does not ask for a bachelor's by name.
func levelAskedWords(l DegreeLevel) string { return l.Words() + " level" + eqfWords(l) }
