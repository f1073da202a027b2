package posting

import "strings"

// This file belongs to the third stage: it reads the facts of the head that carry no label before them.

// headFact is a row of the table of facts without a label. All rows are tried on each line of the head.
type headFact struct {
	// name and example are as in a rule.
	name, example string
	// have returns true if the draft has the fact already.
	have func(*Draft) bool
	// find returns the value in a line; false if there is none.
	find func(text string) (string, bool)
	take func(r *reading, value string, x labelledFact)
}

func haveRequisition(d *Draft) bool { return d.Requisition != "" }
func haveLocation(d *Draft) bool    { return d.Location != "" }
func haveGrade(d *Draft) bool       { return d.Grade != "" }
func haveClearance(d *Draft) bool   { return d.Clearance.Level != "" }

var headFacts = []headFact{
	{
		name:    "number-in-brackets",
		example: "Harbour Pilot\n(250001)\nOstmark",
		have:    haveRequisition,
		find: func(text string) (string, bool) {
			return groupOf(numberAlone().FindStringSubmatch(text))
		},
		take: takeRequisition,
	},
	{
		name:    "code-alone",
		example: "Harbour Pilot\nPort/2025/17\nOstmark",
		have:    haveRequisition,
		find: func(text string) (string, bool) {
			return text, codeAlone().MatchString(text) && strings.ContainsAny(text, "0123456789")
		},
		take: takeRequisition,
	},
	{
		name:    "number-behind-its-name",
		example: "Harbour Pilot, vacancy notice no. PO/2025/17, Ostmark",
		have:    haveRequisition,
		find: func(text string) (string, bool) {
			return groupOf(numberThenLabel().FindStringSubmatch(text))
		},
		take: takeRequisition,
	},
	{
		name:    "code-in-brackets",
		example: "Harbour Pilot [PO-T-17]\nOstmark",
		have:    haveRequisition,
		find:    codeBracketed,
		take:    takeRequisition,
	},
	{
		name:    "code-behind-its-name",
		example: "Harbour Pilot\nCompetition 26-091",
		have:    haveRequisition,
		find:    codeNamed,
		take:    takeRequisition,
	},
	{
		name:    "number-alone",
		example: "Harbour Pilot\n250017\nOstmark",
		have:    haveRequisition,
		find: func(text string) (string, bool) {
			return groupOf(numberLine().FindStringSubmatch(text))
		},
		take: takeRequisition,
	},
	{
		name:    "sign-of-a-place",
		example: "Harbour Pilot\n📍 Ostmark",
		have:    haveLocation,
		find:    signedPlace,
		take: func(r *reading, v string, x labelledFact) {
			r.draft.Location = value(v)
			r.found(x.l, factLocation, x.rule)
		},
	},
	{
		name:    "grade-in-words",
		example: "Harbour Pilot\nNATO grade G15",
		have:    haveGrade,
		find: func(text string) (string, bool) {
			if len(text) >= 60 {
				return "", false
			}
			grade, ok := groupOf(gradeLine().FindStringSubmatch(text))
			return gradeIn(grade), ok
		},
		take: takeGrade,
	},
	{
		name:    "grade-alone",
		example: "Harbour Pilot\nP-4",
		have:    haveGrade,
		find: func(text string) (string, bool) {
			return groupOf(gradeAlone().FindStringSubmatch(text))
		},
		take: takeGrade,
	},
	{
		name:    "grade-among-facts",
		example: "Harbour Pilot\nOstmark · A2/A4 · full time",
		have:    haveGrade,
		find:    gradeAmong,
		take:    takeGrade,
	},
	{
		name:    "place-behind-its-name",
		example: "Harbour Pilot\nDuty Station Ostmark, Belgium",
		have:    haveLocation,
		find: func(text string) (string, bool) {
			return groupOf(labelThenValue().FindStringSubmatch(text))
		},
		take: func(r *reading, v string, x labelledFact) {
			x.field, x.value = fieldLocation, v
			r.fact(x)
		},
	},
	{
		name:    "clearance-in-words",
		example: "Harbour Pilot\nClearance level NATO SECRET",
		have:    haveClearance,
		find: func(text string) (string, bool) {
			if len(text) >= 60 {
				return "", false
			}
			return groupOf(clearanceLine().FindStringSubmatch(text))
		},
		take: func(r *reading, v string, x labelledFact) {
			x.field, x.value = fieldClearance, v
			r.fact(x)
		},
	},
}

// looseFacts reads the facts of a line that carry no label.
func (r *reading) looseFacts(l *line) {
	for i := range headFacts {
		row := &headFacts[i]
		if row.have(&r.draft) {
			continue
		}
		if v, ok := row.find(l.text); ok {
			row.take(r, v, labelledFact{l: l, rule: row.name})
		}
	}
}

func takeRequisition(r *reading, v string, x labelledFact) {
	r.draft.Requisition = v
	r.found(x.l, factRequisition, x.rule)
}

func takeGrade(r *reading, v string, x labelledFact) {
	r.draft.Grade = v
	r.found(x.l, factGrade, x.rule)
}

// placeSigns are the signs that job boards set before a place.
var placeSigns = []string{"🔍", "📍", "🌍", "📌"}

// signedPlace returns what stands behind the sign of a place.
func signedPlace(text string) (string, bool) {
	for _, sign := range placeSigns {
		if v, ok := strings.CutPrefix(text, sign); ok && len(v) < 60 {
			return v, true
		}
	}
	return "", false
}

// groupOf returns what the groups of a match hold, of which one does; false if there was no match.
func groupOf(m []string) (string, bool) {
	if m == nil {
		return "", false
	}
	return strings.Join(m[1:], ""), true
}

var (
	numberThenLabel = lazy(oneOf{
		`(?i)^\W*(\d{4,8})\s+requisition\b`,
		seq{`(?i)\b`, oneOf{
			`vacancy`,
			`requisition`,
			`reference`,
			`ref\.`,
			`job`,
			`job id`,
			`r[ée]f[ée]rence`,
			`concours`,
			`avis de vacance`,
			`vacancy notice`,
		}, `\s*(?:n[°ºo]|no\.?|number|num[ée]ro|id|#)?\s*[:#°]?\s*([A-Z]{0,6}[-/ ]?(?:\d{3,8}(?:[-/_]\w{1,6})?|\d{1,4}/\d{2,4}))\b`},
	})
	numberAlone    = lazy(`^\((\d{5,8})\)$`)
	codeAlone      = lazy(`^[A-Z][A-Za-z]{1,9}(?:/[A-Z0-9][A-Za-z0-9-]{0,8}){2,6}$`)
	gradeAlone     = lazy(`^([A-Z]{1,3}-\d{1,2})$`)
	labelThenValue = lazy(`^(?:Duty Station|Location|Primary Location|Place of work) ([A-Z][\p{L}' ,()-]{2,40})$`)
	gradeLine      = lazy(`(?i:(?:^|monthly|\s)(?:nato )?grade)\s*[:\-]?\s*`,
		`((?:NATO Grade )?[A-Z]{1,2}[ .-]*\d{1,2}[^a-z]{0,4}(?:NATO Grade G-?\d{1,2})?.{0,8})$`)
	clearanceLine = lazy(`(?i:^(?:security )?clearance(?: level)?)\s*[:\-]?\s*([A-Z]{2,}.{0,30})$`)
)
