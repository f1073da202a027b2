package posting

import "strings"

// This file belongs to the third stage: it reads the grade in the value of a label or in a sentence.

// gradeIn returns the grade in the value of a label: "NATO Grade G23" is G23, "C. 3" is C.3.
func gradeIn(v string) string {
	if m := officerGrade().FindString(v); m != "" {
		return m
	}
	if m := bothGrades().FindStringSubmatch(v); m != nil {
		return m[1]
	}
	if m := gradePattern().FindStringSubmatch(v); m != nil {
		g := m[1] + m[2] + m[3]
		if strings.TrimSpace(m[2]) != m[2] || m[2] == " " {
			g = m[1] + strings.TrimSpace(m[2]) + m[3]
		}
		return g + strings.ReplaceAll(m[4], " ", "")
	}
	if m := bareGrade().FindStringSubmatch(v); m != nil {
		return m[1]
	}
	if len(v) <= 30 {
		return v
	}
	return ""
}

// gradeGroups are the letters before the number of a grade. The first that fits is taken, so a shorter one stands after
// the longer ones that begin with it.
var gradeGroups = oneOf{
	`FG`,
	`NP`,
	`AD`,
	`AST`,
	`SC`,
	`GS`,
	`FS`,
	`IT`,
	`EC`,
	`PM`,
	`AS`,
	`CR`,
	`EX`,
	`CS`,
	`NO`,
	`ICS`,
	`NOA`,
	`NOB`,
	`NOC`,
	`NOD`,
	`SB`,
	`OF`,
	`OR`,
	`HL`,
	`L`,
	`P`,
	`D`,
	`G`,
	`A`,
	`B`,
	`C`,
	`S`,
}

var (
	gradePattern = lazy(`\b(`, gradeGroups, `(?:[-/]?(?:FG|SC))?)([ .-]{0,2})([IVX]{1,4}\b|\d{1,2})(\s?[-/]\s?(?:[A-Z]{1,3}[.-]?)?\d{1,2})?`)
	officerGrade = lazy(`\bNO-?[A-D]\b`)
	bothGrades   = lazy(`\b([A-C,L][.-]?\d ?/ ?(?:NATO Grade )?G-?\d{1,2}(?: ?- ?G-?\d{1,2})?)\b`)
	bareGrade    = lazy(`^(?:NATO )?(?i:grade)?[ :]*(\d{1,2})$`)
	classified   = lazy(`\b(?i:`, oneOf{
		`classified as`,
		`designated as`,
		`classified at`,
		`class(?:ifi)?[ée]e?(?: au niveau| comme| [àa]| au groupe et niveau)?`,
		`grade`,
		`at the level of`,
		`de niveau`,
		`du groupe et niveau`,
		`group and level`,
	}, `)\s+(?:an? |the |level |NATO |grade )*((?:[A-Z]{1,3})[ .-]{0,2}\d{1,2})\b`)
)

func (r *reading) gradeInText(lines []line) {
	for i := range lines {
		if i >= headLines {
			return
		}
		if len(lines[i].text) < 4 {
			continue
		}
		if m := classified().FindStringSubmatch(lines[i].text); m != nil {
			r.draft.Grade = gradeIn(m[1])
			r.found(&lines[i], factGrade, ruleGradeInText)
			return
		}
	}
}
