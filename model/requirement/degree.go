package requirement

import (
	"regexp"
	"strings"
)

// This file reads clauses that ask for education. Levels follow the European Qualifications Framework as the
// published vacancy wording uses it: plain "university degree" is level 6, "post-graduate" or "advanced" level 7.

// degreeWords name the levels, highest first: a word that belongs to a higher level ("advanced university degree")
// is used up before a lower level can claim its parts ("university degree").
var degreeWords = []struct {
	level DegreeLevel
	words func() *regexp.Regexp
}{
	{DegreeDoctorate, lazy(`\bph\.?\s?ds?\b|\bdoctora\w*`)},
	{DegreeMaster, lazy(`\bmaster'?s?'?\b(?: of [a-z]+)?(?: (?:university |level |academic )?degree)?|\bm\.?sc\b\.?|\bmba\b|\bm\.a\.|\bm\.?[as]\.? in\b|\bllm\b|post-?\s?graduate[a-z -]{0,20}(?:degree|qualification|education|diploma|studies)|` +
		`\bpostgraduate\b|\badvanced[a-z -]{0,20}degree|advanced (?:university |higher )?(?:education|studies|qualifications?|diploma)|\bsecond[- ](?:level|cycle)[a-z -]{0,20}degree|\bgraduate (?:level )?degree|` +
		`access to doctoral stud|(?:degree|diploma|qualification)s? (?:at|of) (?:(?:eqf|rqf|fheq|nqf) )?level 7\b|\blevel 7 (?:degree|qualification|diploma)|\bdiplome de niveau (?:7|vii)\b|(?:diplome|titre|grade|formation)[a-z' -]{0,24}\bniveau (?:du |de |d'un )?master\b|\bnfq (?:level )?9\b|\bdiplome d'ingenieur\b|\bbac ?\+ ?5|(?:deuxieme|troisieme|2e|3e) cycle|(?:grade|diplome|titre) (?:universitaire )?(?:superieur|avance|de master)|etudes universitaires superieures|diplome d'etudes (?:superieures|approfondies)`)},
	{DegreeVocational, lazy(`\b(?:higher |advanced |completed )*vocational\w*|post-?\s?secondary (?:education|diploma|studies|certificate|degree|qualification|training|level|school)|enseignement postsecondaire|short-cycle|associate'?s? degree|technical (?:diploma|college|school)|\bapprenticeship|` +
		`higher national (?:diploma|certificate)|\bbts\b|\bdut\b|formation professionnelle|enseignement professionnel|professional training (?:diploma|certificate)|college diploma|brevet de technicien`)},
	{DegreeSecondary, lazy(`\b(?:higher |upper |general )*secondary[a-z -]{0,14}|\bhigh[- ]?school\b[a-z' -]{0,10}|\bbaccalaureat\b|school(?:-| )leaving|\bschool (?:diploma|certificate)|\bgood schooling|\bschooling\b|` +
		`\bsecondaires?\b|general education\b|\bgce\b|\bmatura\b|\babitur\b`)},
	{DegreeBachelor, lazy(`\bbachelor'?s?'?\b(?: of [a-z]+)?(?: degree)?|\bbachelier\b|\bb\.?sc\b\.?|\bb\.a\.|\bb\.?[as]\.? in\b|\bundergraduate\b|\bfirst[- ](?:level|cycle)[a-z -]{0,20}degree|\b(?:univers\w+|college|academic|honou?rs) (?:degrees?|diplomas?|education|stud(?:y|ies)|qualifications?|level)|` +
		`\bdegree-level|\bdegrees?\b|level of education[^.;]{0,60}university|completed university|higher education|tertiary (?:education|degree|qualification)|\bdiplome\w*[a-z' -]{0,24}univers\w+|\b(?:etudes|formation|titre|grade|niveau) univers\w+|\bbac ?\+ ?[34]|\blicence en\b|\blicence (?:universitaire|professionnelle)|` +
		`enseignement superieur|diplome d'(?:etudes|une universite|enseignement superieur)|graduat(?:e of|ed from|ion from)|diplome de (?:1er|premier) cycle`)},
}

var (
	// "A high degree of autonomy" is not a degree.
	notADegree = lazy(`\b(?:high|higher|large|great|good|certain|considerable|significant|strong|some|utmost|reasonable|any) degrees? (?:of|in)\b|\bdegrees? of (?:auton|flex|indep|confid|accur|initiat|discret|tact|respons|detail|precis|profess|integ|self|fluen|profic|freedom)\w*|\b360[ -]degrees?|\bto a degree\b|\b(?:you|to|can|must|who) master\b|\bpost-?\s?secondary (?:institution|school|establishment)s?|\bsecondary to\b|` +
		`\bor (?:an? )?(?:(?:other|similar|comparable|equivalent|suitable|relevant|appropriate)[ ,]+)+(?:academic|university|professional)? ?(?:qualifications?|education|level)`)
	// A clause that says who is excluded does not say which level is asked for.
	excludes = lazy(`\bnot be considered\b|\bnot (?:be )?eligible\b|\b(?:lately|recently|newly) (?:finished|graduated|completed|obtained)\b|\bne seront pas\b`)
	// What follows is a preference, not a condition.
	preferencePattern = lazy(`[(,;.]?\s*\b(?:prefer\w*|ideally|idealement|de preference|desirabl\w*|souhait\w*|would be an?\b|is an? (?:asset|advantage|plus)|an asset\b)`)
	equivalentPattern = lazy(`\bequiv\w*|\bor (?:an? )?(?:other |similar |comparable )+(?:suitable |academic |relevant |professional )*(?:qualification|degree|diploma|education|training)|\bou (?:titre |diplome |niveau )?(?:equival\w+|comparable)|in lieu\b|combination of (?:education|training|relevant)|\b(?:compensat|substitut)\w+`)
	inBrackets        = lazy(`\([^()]*\)`)
	aboutWork         = lazy(`experience|\bwork\b|\bpractice\b|professional|\bservice\b|\bexercice\b|\bpratique\b`)
	routeBreak        = lazy(`[;,:(]?\s*\b(?:or|ou)\b\s*(?:alternatively,?\s*)?`)
)

// KindDegree asks for education, perhaps with a length of experience.
const KindDegree Kind = "degree"

var degreeKind = kindRow{
	kind: KindDegree, words: "degree", place: 10, read: readDegree,
	factual: true, dated: true, check: checkRoutes,
	matters: func(r Requirement) []string {
		if r.AsksTime() {
			return []string{FactEducation, FactJobs}
		}
		return []string{FactEducation}
	},
	sentence: degreeWordsOf,
	vague:    func(r Requirement) bool { return len(r.Routes) == 0 && (r.Degree == nil || r.Degree.Level == "") },
	covers:   degreeCovers,
	sealed:   []sealedPart{{2, sealDegree}, {6, sealRoutes}},
	fields:   degreeFields, answered: degreeAnswered,
}

func readDegree(c clause) (Requirement, bool) {
	if !educationHint(c.low) || excludes().MatchString(c.low) {
		return Requirement{}, false
	}
	low := notADegree().ReplaceAllStringFunc(c.low, func(s string) string { return strings.Repeat(" ", len(s)) })
	levels := levelsNamed(low)
	if len(levels) == 0 || judgedBefore(low, levels[0].at) {
		return Requirement{}, false
	}
	if bare := inBrackets().ReplaceAllString(low, " "); len(levelsNamed(bare)) == 0 && len(durations(bare)) > 0 && aboutWork().MatchString(bare) {
		return Requirement{}, false // "two years (four with a first degree) of experience"
	}
	demanded := levels
	if cut := first(preferencePattern(), low); cut > levels[0].at {
		demanded = nil
		for _, l := range levels {
			if l.at < cut {
				demanded = append(demanded, l)
			}
		}
	}
	spans := durations(low)
	if len(spans) > 0 && spans[0].at < levels[0].at && aboutWork().MatchString(low[spans[0].at:levels[0].at]) {
		return Requirement{}, false // "five years' experience after a university degree" asks for experience
	}
	r := Requirement{Degree: &Degree{
		Level:              lowest(demanded, low),
		Fields:             fieldsOfStudy(c.raw),
		FieldsPreferred:    onlyPreferred(c.raw),
		RelevantField:      relevantField().MatchString(condition(low, preferencePattern())),
		EquivalentAccepted: equivalentPattern().MatchString(c.low),
	}}
	r.Routes = routesOf(low)
	switch {
	case len(r.Routes) > 0:
		r.Degree.Level, r.Months = r.Routes[0].Degree.Level, leastMonths(r.Routes)
	default:
		r.Months = workMonths(low, spans)
	}
	return r, true
}

// workMonths is the first of the durations that is one of work.
func workMonths(low string, spans []duration) int {
	for i, d := range spans {
		end := len(low)
		if i+1 < len(spans) {
			end = spans[i+1].at
		}
		if !d.additional && !instead().MatchString(low[d.at:end]) && (aboutWork().MatchString(low[d.at:end]) || workBefore().MatchString(low[max(0, d.at-50):d.at])) {
			return d.months
		}
	}
	return 0
}

// instead matches experience that may replace the degree, and so is not asked of everybody.
var instead = lazy(`\bin lieu\b|\binstead of\b|\badditional\b|\bmay (?:be accepted|substitute|replace)\b`)

// workBefore is work named just before its duration: "professional experience of at least ".
var workBefore = lazy(`(?:experience|practice|service)\b(?: of| d'| de)?[^.;,]{0,20}$`)

// educationHint is a cheap look for any word that degreeWords could find, since most clauses have none.
func educationHint(low string) bool {
	for _, w := range []string{
		"degree", "bachelor", "master", "ph", "doctora", "mba", "ba ", "bs ", "ma ", "ms ", "m.", "b.", "msc", "bsc", "llm", "graduat", "diplom", "univers", "college", "school",
		"vocation", "secondar", "secondaire", "bac", "licence", "education", "apprentic", "bts", "dut", "gce", "matura", "abitur", "tertiary", "bachelier",
		"cycle", "superieur", "professionnel", "brevet", "qualification", "doctoral", "professional training", "higher national",
	} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// levelAt is a level of education named in a clause.
type levelAt struct {
	level DegreeLevel
	at    int
}

// levelsNamed finds the levels a clause names, in the order of the clause.
func levelsNamed(low string) []levelAt {
	var out []levelAt
	rest := []byte(low)
	for _, w := range degreeWords {
		for _, m := range w.words().FindAllIndex(rest, 10) {
			out = append(out, levelAt{w.level, m[0]})
			for i := m[0]; i < m[1]; i++ {
				rest[i] = '#'
			}
		}
	}
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].at < out[j-1].at; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// lowest is the least level that satisfies the clause. A lower level that is accepted only "in lieu", with more
// experience, does not lower the demand.
func lowest(levels []levelAt, low string) DegreeLevel {
	least := levels[0].level
	wish := preferencePattern().MatchString(low)
	examples := first(equivalentSuch(), low)
	for i, l := range levels {
		if i == 0 || examples >= 0 && l.at > examples || strings.Contains(low[l.at:], "in lieu") || strings.Contains(low[l.at:], "additional") {
			continue
		}
		both := !wish && bothAsked().MatchString(low[levels[i-1].at:l.at])
		if both == (l.level.EQF() > least.EQF()) && l.level != least {
			least = l.level
		}
	}
	return least
}

// equivalentSuch begins the examples of what is equivalent: "or equivalent, such as upper secondary school and a course".
// They say how the level may be reached otherwise, and lower it for nobody else.
var equivalentSuch = lazy(`\b(?:or (?:an )?equivalent|ou (?:un |une )?(?:titre |diplome |formation )?(?:juge |jugee )?equivalente?)\b[^.;]{0,20}\b(?:such as|for example|for instance|e\.g\.|including|par exemple|comme|tels? que?)`)

// bothAsked are the words between two levels that are asked together: "secondary education and vocational training".
var bothAsked = lazy(`^[^.;/]*\b(?:and|plus|et|supplemented|combined)\b[^.;/]*$`)

// routesOf reads "a master and 2 years, or a bachelor and 4 years": two or more parts joined by "or", each with a
// level and a duration of its own.
func routesOf(low string) []Route {
	var routes []Route
	route := ""
	for _, part := range routeBreak().Split(low, 12) {
		route += " " + part
		levels, spans := levelsNamed(route), durations(route)
		if len(levels) == 0 || len(spans) == 0 || spans[0].additional {
			continue
		}
		routes = append(routes, Route{Degree: &Degree{Level: lowest(levels, route)}, Months: spans[0].months})
		route = ""
	}
	if len(routes) < 2 {
		return nil
	}
	return routes
}

func leastMonths(routes []Route) int {
	least := routes[0].Months
	for _, r := range routes {
		least = min(least, r.Months)
	}
	return least
}

var (
	examplePattern = lazy(`(?i)\((?:e\.?g\.?,?|such as|i\.?e\.?|for example|par exemple|p\. ?ex\.?)[:,]?\s*([^)]{3,200})\)`)
	fieldPattern   = lazy(`(?i)(?:degree|diploma|master[’']?s?|bachelor[’']?s?|qualification|studies|education|dipl[oô]me|licence)\b[^.;]{0,60}?\b(?:in|en)\s+(?:the (?:field|area)s? of\s+)?([^.;(]{3,160})`)
	fieldEnd       = lazy(`(?i)\b(?:from|with|and at least|or equivalent|or an equivalent|preferably|or (?:a |another )?(?:related|similar|relevant)|of recogni[sz]ed|combined|plus|minimum|delivered|d[eé]livr[eé]|ou (?:dans )?une?)\b.*$`)
	notAField      = lazy(`(?i)^(?:an? |the |any |one )?(?:relevant|related|appropriate|fitting|similar|above|field|discipline|area|domain|combination|addition)`)
)

// relevantField finds a degree asked in a relevant field that is not named; "relevant experience" is none.
var relevantField = lazy(`\b(?:relevant|related|appropriate|pertinente?|suitable|fitting|approprie|concerne|apparente)\b,? (?:or \w+ )?(?:(?:first|higher|university|academic|post-?\s?graduate|technical|professional|scientific|advanced|bachelor'?s?|master'?s?) ){0,2}` +
	`(?:degree|diploma|fields?|disciplines?|areas?|subjects?|domains?|stud(?:y|ies)|qualification|education)\b|` +
	`\b(?:fields?|disciplines?|areas?|subjects?|domaines?) (?:of (?:study|studies) )?(?:(?:that is|which is|directly|closely) )?(?:relevant|related|pertinente?|approprie|apparente|en rapport)\b`)

// preferredWords open a preference in the posting's own words.
var preferredWords = lazy(`(?i)\b(?:prefer|ideally|idéalement|de préférence|desirabl|souhait)`)

// condition is a clause without what follows its first word of preference.
func condition(words string, preference *regexp.Regexp) string {
	if cut := first(preference, words); cut > 0 {
		return words[:cut]
	}
	return words
}

// onlyPreferred returns true if every field of study that a clause names is a preference only.
func onlyPreferred(raw string) bool {
	return len(fieldsOfStudy(raw)) > 0 && len(fieldsOfStudy(condition(raw, preferredWords()))) == 0
}

// fieldsOfStudy are the fields a clause names, in the posting's own words; none if it only says "relevant".
func fieldsOfStudy(raw string) []string {
	list := ""
	if m := examplePattern().FindStringSubmatch(raw); m != nil {
		list = m[1]
	} else if m := fieldPattern().FindStringSubmatch(raw); m != nil {
		list = fieldEnd().ReplaceAllString(m[1], "")
	}
	var fields []string
	for _, f := range strings.Split(list, ",") {
		f = strings.Trim(f, " .;:-–/")
		for _, w := range []string{"and ", "or ", "en ", "et "} {
			f = strings.TrimPrefix(f, w)
		}
		if len(f) > 2 && len(f) <= 60 && len(fields) < 8 && !notAField().MatchString(f) {
			fields = append(fields, f)
		}
	}
	return fields
}
