package requirement

import (
	"fmt"
	"strings"
)

// This file compares the degree asked with the education of a file. Equivalents and fields of study are a person's
// judgement: the finding shows the facts and never passes them.

func checkDegree(need *Degree, f Facts, c Context) Finding {
	if need == nil || need.Level.EQF() == 0 {
		return Finding{Verdict: statedOr(len(f.Education)), Why: "The criterion names no level of education to compare with"}
	}
	if len(f.Education) == 0 {
		return Finding{Verdict: NotStated, Why: fmt.Sprintf("The file lists no education; the %s is asked", levelAskedWords(need.Level))}
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
	asked := fmt.Sprintf(" for the %s asked", levelAskedWords(need.Level))
	switch {
	case e.Level == DegreeNone:
		return Finding{Verdict: NotMet, Why: fmt.Sprintf("The file states that there is no qualification; the %s is asked", levelAskedWords(need.Level))}
	case e.Level.EQF() == 0:
		return Finding{Verdict: ToJudge, Why: fmt.Sprintf("A qualification of unknown level%s", asked)}
	case e.Level.EQF() < need.Level.EQF():
		return Finding{Verdict: NotMet, Why: fmt.Sprintf("At most a %s%s", have, asked)}
	case e.Conferred.IsZero() || !e.Conferred.Valid():
		return Finding{Verdict: NotStated, Why: fmt.Sprintf("A %s%s; the file does not state when it was conferred", have, asked)}
	case c.ClosingDate.IsZero():
		return need.withoutClosing(e, have, asked)
	}
	closing := c.ClosingDate.Last().Number()
	have = fmt.Sprintf("A %s, conferred %s", have, e.Conferred.Words())
	switch {
	case e.Conferred.First().Number() > closing:
		return Finding{Verdict: NotMet, Why: fmt.Sprintf("%s, after the closing date %s,%s", have, c.ClosingDate.Words(), asked)}
	case need.fieldOpen():
		return Finding{Verdict: ToJudge, Why: fmt.Sprintf("%s,%s: the level is there; whether the field (%s) is %s is a person's judgement", have, asked, fieldWords(e), need.fieldAsked())}
	case e.Conferred.Last().Number() > closing:
		return Finding{Verdict: Borderline, Why: fmt.Sprintf("%s, the month of the closing date %s,%s", have, c.ClosingDate.Words(), asked)}
	}
	out := Finding{Verdict: Met, Why: have + "," + asked}
	if len(need.Fields) > 0 {
		out.Assumptions = []string{fmt.Sprintf("The posting prefers certain fields (%s) and does not ask for them; the file says %s", strings.Join(need.Fields, ", "), fieldWords(e))}
	}
	return out
}

// withoutClosing compares the level alone, while the vacancy has no closing date.
func (d *Degree) withoutClosing(e *Education, have, asked string) Finding {
	if d.fieldOpen() {
		return Finding{Verdict: ToJudge, Why: fmt.Sprintf("A %s, conferred %s,%s: the level is there; whether the field (%s) is %s is a person's judgement, and the vacancy states no closing date yet", have, e.Conferred.Words(), asked, fieldWords(e), d.fieldAsked())}
	}
	return Finding{Verdict: ToJudge, Why: fmt.Sprintf("A %s, conferred %s,%s: the level is there; the vacancy states no closing date yet by which it must be conferred", have, e.Conferred.Words(), asked)}
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
		return fmt.Sprintf("a relevant one (such as %s)", strings.Join(d.Fields, ", "))
	}
	return fmt.Sprintf("one of those asked (%s)", strings.Join(d.Fields, ", "))
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
		out.Why += fmt.Sprintf("; so may be %s (%s)", fieldWords(e), qualificationWords(e.Level))
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
		return fmt.Sprintf(" (EQF %d)", n)
	}
	return ""
}

// levelAskedWords names a level by the European Qualifications Framework: a posting that asks for a university degree
// does not ask for a bachelor's by name.
func levelAskedWords(l DegreeLevel) string { return fmt.Sprintf("%s level%s", l.Words(), eqfWords(l)) }
