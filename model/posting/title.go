package posting

import (
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file finds the title where no label names it, and the place.

var (
	// Words that the titles of posts are made of.
	postWord = lazy(`\b`, oneOf{
		`officers?`,
		`assistants?`,
		`handler`,
		`worker`,
		`correspondent`,
		`liaison`,
		`gestionnaire`,
		`chef`,
		`head`,
		`director`,
		`deputy`,
		`chief`,
		`manager`,
		`specialist`,
		`technician`,
		`engineer`,
		`analyst`,
		`advis[eo]r`,
		`administrator`,
		`coordinator`,
		`expert`,
		`secretary`,
		`consultant`,
		`developer`,
		`designer`,
		`translators?`,
		`interpreter`,
		`clerk`,
		`agent`,
		`driver`,
		`operator`,
		`architect`,
		`accountant`,
		`auditor`,
		`lawyer`,
		`counsel`,
		`economist`,
		`editor`,
		`researcher`,
		`scientist`,
		`programmer`,
		`supervisor`,
		`representative`,
		`associate`,
		`intern(?:ship)?`,
		`trainee(?:ship)?`,
		`planner`,
		`controller`,
		`librarian`,
		`archivist`,
		`nurse`,
		`doctor`,
		`physician`,
		`psychologist`,
		`guard`,
		`inspector`,
		`instructor`,
		`teacher`,
		`lecturer`,
		`curator`,
		`team leader`,
		`lead`,
		`president`,
		`commander`,
		`strategist`,
		`writer`,
		`producer`,
		`photographer`,
		`electrician`,
		`plumber`,
		`mechanic`,
		`storekeeper`,
		`custodian`,
		`treasurer`,
		`buyer`,
		`negotiator`,
		`linguist`,
		`reviser`,
		`paralegal`,
		`programme`,
		`fellow`,
		`specialiste`,
		`chef(?:fe)?`,
		`directeur`,
		`directrice`,
		`adjointe?`,
		`assistante?`,
		`ingenieure?`,
		`technicien(?:ne)?`,
		`analyste`,
		`conseill(?:er|ere)`,
		`administrat(?:eur|rice)`,
		`gestionnaire`,
		`responsable`,
		`charge(?:e)?`,
		`secretaire`,
		`redact(?:eur|rice)`,
		`traduct(?:eur|rice)`,
		`concept(?:eur|rice)`,
		`developp(?:eur|euse)`,
		`coordonnat(?:eur|rice)`,
		`coordinat(?:eur|rice)`,
		`agente?`,
		`commis`,
		`experte?`,
		`delegue`,
		`stagiaire`,
		`juriste`,
		`comptable`,
		`interprete`,
		`archiviste`,
		`cadre`,
		`fonctionnaire`,
		`attache`,
		`preparateur`,
		`infirmi(?:er|ere)`,
		`chauffeur`,
		`operat(?:eur|rice)`,
		`gerante?`,
		`recherchiste`,
		`stratege`,
		`designer`,
	}, `\b`)
	// Lines of the page around a posting.
	chromeLine = lazy(`^`, oneOf{
		`accueil`,
		`apply`,
		`apply now`,
		`avis de vacance`,
		`back`,
		`careers?`,
		`carrieres?`,
		`cookie`,
		`description`,
		`emplois?`,
		`employer active`,
		`english`,
		`external`,
		`fiche de poste`,
		`for more information`,
		`francais`,
		`full-time`,
		`home`,
		`internal`,
		`international staff`,
		`job alert`,
		`job description`,
		`job details`,
		`job posting`,
		`jobs?`,
		`language`,
		`loading`,
		`log in`,
		`login`,
		`menu`,
		`nato`,
		`nato - otan`,
		`north atlantic`,
		`note`,
		`notification`,
		`offre d'emploi`,
		`open to`,
		`otan`,
		`overview`,
		`partager`,
		`part-time`,
		`posted`,
		`posting`,
		`print`,
		`published`,
		`recruitment`,
		`related`,
		`remote`,
		`retour`,
		`save`,
		`search`,
		`share`,
		`sign in`,
		`similar`,
		`skip to`,
		`special vacancy`,
		`united nations`,
		`vacancies?`,
		`vacancy announcement`,
		`vacancy notice`,
		`view`,
		`view all`,
		`you will be`,
	}, `\b`)
	numberTail = lazy(`^(.{6,110}?)\s*[-–(]\s*((?:[A-Z]{1,4}[ -]?)?\d{5,8})\)?\s*$`)
)

func (r *reading) findTitle(lines []line, front, headEnd int) {
	d := &r.draft
	best, bestScore := -1, 0
	for i := front; i < len(lines); i++ {
		l := &lines[i]
		if l.no > headEnd || l.no > 60+front {
			break
		}
		if l.blank || l.furniture {
			continue
		}
		if t, number := titleAndNumber(l.text); number != "" && (d.Requisition == "" || strings.Contains(number, d.Requisition) || strings.Contains(d.Requisition, number)) && postWord().MatchString(requirement.Fold(t)) {
			d.Title = t // "Officer, Plans-250001": the form of the recruitment system itself
			if d.Requisition == "" {
				d.Requisition = number
			}
			r.span(Lines{l.no, l.no}, SpanHeader, "")
			return
		}
		if s := titleScore(l, i-front, lines, i); s > bestScore {
			best, bestScore = i, s
		}
	}
	defer func() {
		if m := gradeAtEnd().FindStringSubmatch(d.Title); m != nil && d.Grade == "" {
			d.Grade = m[1]
		}
	}()
	if d.Title == "" && best < 0 {
		r.titleInFirst()
	}
	if d.Title != "" || best < 0 {
		return
	}
	d.Title = titleWords(lines[best].text)
	r.span(Lines{lines[best].no, lines[best].no}, SpanHeader, "")
}

// titleInFirst takes the title from the beginning of a text that has lost its breaks: "Officer, Bridges - NATO - Brussels."
func (r *reading) titleInFirst() {
	if len(r.sections[0].body) == 0 {
		return
	}
	p := &r.sections[0].body[0]
	head, _, ok := strings.Cut(p.text, " - ")
	if !ok {
		head, _, ok = strings.Cut(p.text, " | ")
	}
	if !ok || len(p.text) < len(head)+8 {
		return
	}
	if titleScore(&line{text: head}, 0, nil, 0) > 60 {
		r.draft.Title = titleWords(head)
		r.span(Lines{p.marks[0].no, p.marks[0].no}, SpanHeader, "")
	}
}

// titleScore says how much a line looks like the title; 0 is not at all.
func titleScore(l *line, depth int, lines []line, i int) int {
	low := requirement.Fold(l.text)
	words := strings.Fields(l.text)
	if len(l.text) < 5 || len(l.text) > 110 || len(words) > 14 || labelled(l.text) || headingIn(l.text) != nil || chromeLine().MatchString(low) || strings.Contains(low, "http") || strings.Contains(low, "www.") {
		return 0
	}
	if strings.ContainsRune(".;:!?,", lastRune(l.text)) || !unicode.IsUpper(firstRune(l.text)) && !unicode.IsDigit(firstRune(l.text)) {
		return 0
	}
	if _, _, ok := strings.Cut(low, " is hiring"); ok {
		return 0
	}
	known := postWord().MatchString(low)
	if !known && (depth > 6 || len(words) > 6 || !workerWord().MatchString(low)) {
		return 0
	}
	capital := 0
	for _, w := range words {
		if c := firstRune(strings.TrimLeft(w, "(")); unicode.IsUpper(c) || !unicode.IsLetter(c) || len(w) <= 4 {
			capital++
		}
	}
	score := 100 - 2*min(depth, 40)
	if !known {
		score -= 60
	}
	if capital < len(words) {
		score -= 30
	}
	if l.bullet != noBullet {
		score -= 40
	}
	if l.emphasis != plain {
		score += 15
	}
	return max(score, 1)
}

// workerWord is a word that ends as the names of trades do.
var workerWord = lazy(`\b`, oneOf{
	seq{`\pL{3,}`, oneOf{
		`atrice`,
		`eer`,
		`eur`,
		`euse`,
		`grapher`,
		`keeper`,
		`logist`,
		`maker`,
		`ologue`,
		`reader`,
		`tician`,
		`worker`,
	}},
	`pilot`,
	`warden`,
	`caretaker`,
	`ranger`,
	`usher`,
	`driver`,
	`watchman`,
	`trainee`,
	`trainer`,
	`cook`,
	`nurse`,
	`carpenter`,
	`painter`,
	`gardener`,
	`cleaner`,
	`porter`,
	`waiter`,
	`postman`,
	`midwife`,
	`surveyor`,
	`steward`,
	`baker`,
	`welder`,
}, `\b`)

// titleWords tidies a line that is the title.
func titleWords(s string) string {
	s = titleHead().ReplaceAllString(s, "")
	for _, sep := range []string{" | ", wideGap} {
		if i := strings.Index(s, sep); i > 4 {
			s = s[:i]
		}
	}
	return strings.TrimSpace(gradeTail().ReplaceAllString(s, ""))
}

var gradeAtEnd = lazy(`[,(] ?((?:P|G|D|FS|NO|GS|AD|AST)-?[1-9A-D]\d?)\)?$`)

var titleHead = lazy(`(?i)^(?:job description|vacancy(?: notice| announcement)?|job (?:title|posting)|post)\s*[-–:]\s*`)

var gradeTail = lazy(`(?i)[,;(–-]*\s*\b(?:nato )?grade:? [A-Z][. -]?\d{1,2}\)?\s*$`)

// titleAndNumber parts "Officer, Plans-250001" into title and requisition number.
func titleAndNumber(s string) (title, number string) {
	if m := numberTail().FindStringSubmatch(s); m != nil {
		return titleWords(m[1]), m[2]
	}
	return titleWords(s), ""
}

// countries are names that end a line which is only a place.
var countries = oneOf{
	`Allemagne`,
	`Austria`,
	`Autriche`,
	`Belgique`,
	`Belgium`,
	`Bosnia and Herzegovina`,
	`Bulgaria`,
	`Canada`,
	`Croatia`,
	`Czech Republic`,
	`Czechia`,
	`Denmark`,
	`Espagne`,
	`Estonia`,
	`Finland`,
	`France`,
	`Georgia`,
	`Germany`,
	`Greece`,
	`Hungary`,
	`Iceland`,
	`Iraq`,
	`Italie`,
	`Italy`,
	`Kenya`,
	`Kosovo`,
	`Latvia`,
	`Lithuania`,
	`Luxembourg`,
	`Moldova`,
	`Netherlands`,
	`Norway`,
	`Pays-Bas`,
	`Poland`,
	`Portugal`,
	`Romania`,
	`Royaume-Uni`,
	`Serbia`,
	`Somaliland`, // before Somalia, which is its beginning
	`Somalia`,
	`Spain`,
	`Suisse`,
	`Sweden`,
	`Switzerland`,
	`The Netherlands`,
	`Turkey`,
	`Türkiye`,
	`UK`,
	`Ukraine`,
	`United Kingdom`,
	`United States`,
	`USA`,
}

var (
	placeLine = lazy(`^(?:[^,|]{4,50}, )??([A-Z][\p{L}' -]{2,30}, `, oneOf{
		`[A-Z][\p{L} ]{1,20}, (?:USA|United States|Canada)`,
		countries,
	}, `)(?: *\([^)]*\))?$`)
	// The country first, as job boards write it, or a city with its province.
	placeTurned = lazy(`^(`, oneOf{
		seq{countries, `[,-] ?[A-Z][\p{L}' -]{2,30}`},
		seq{`[A-Z][\p{L}' -]{2,30} \(`, oneOf{
			`Ontario`,
			`Qu[ée]bec`,
			`Alberta`,
			`Manitoba`,
			`British Columbia`,
			`Colombie-Britannique`,
			`Nova Scotia`,
			`Nouvelle-[ÉE]cosse`,
			`New Brunswick`,
			`Nouveau-Brunswick`,
			`Saskatchewan`,
			countries,
		}, `\)`},
	}, `)$`)
	placeSaid = lazy(
		`\b(?i:the (?:post|position|job|role|duty station|incumbent)|(?:le|ce) poste) (?i:is|will be|est|sera) `,
		`(?i:located |based |situated |stationed |bas[ée]e? |situ[ée]e? )?(?i:in|at|à) `,
		`((?:the )?[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)*(?:,? (?:\()?`, countries, `\)?)?)`,
	)
)

func (r *reading) findPlace(lines []line, headEnd int) {
	if r.draft.Location != "" {
		return
	}
	for pass := range 2 {
		for i := range lines {
			l := &lines[i]
			if l.no > headLines || pass == 0 && l.no > headEnd {
				break
			}
			re := placeLine()
			if pass == 1 {
				re = placeSaid()
			}
			m := re.FindStringSubmatch(l.text)
			if m == nil && pass == 0 {
				m = placeTurned().FindStringSubmatch(l.text)
			}
			if m == nil && pass == 0 && len(l.text) < 200 && strings.Contains(l.text, " · ") {
				for _, part := range strings.Split(l.text, " · ") {
					if m = re.FindStringSubmatch(strings.TrimSpace(part)); m != nil {
						break
					}
				}
			}
			if m != nil {
				r.draft.Location = m[1]
				r.span(Lines{l.no, l.no}, SpanHeader, "")
				return
			}
		}
	}
}
