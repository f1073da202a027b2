package posting

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"shortlist/model/requirement"
)

// This file holds the catalogue of headings, English and French, and how one is recognised: by its letters alone, so
// that "2.QUALIFICATIONSANDEXPERIENCE" is the same heading as "2. Qualifications and experience:".

// zone is what a part of a posting is about.
type zone string

const (
	zoneHeader     zone = "header"
	zoneSummary    zone = "summary"    // about the organisation and the post
	zoneDemands    zone = "demands"    // the lists of criteria
	zoneDuties     zone = "duties"     // what the work will be
	zoneCompetency zone = "competency" // behaviours, assessed at interview
	zoneOther      zone = "other"      // contract, how to apply, boilerplate, site text
)

// heading is one entry of the catalogue.
type heading struct {
	zone  zone
	class Class // for demands: the list it opens, empty where it opens both
	// sub marks a heading that also stands inside the demands ("Education", "Languages") and is weak elsewhere.
	sub bool
	// open marks a heading that may be followed by more words: "How to apply for this post".
	open bool
}

// headingList is the catalogue. The phrases of one line mean the same.
var headingList = []struct {
	heading
	phrases []string
}{
	{heading{zone: zoneDemands}, []string{
		"qualifications and experience", "qualifications", "qualification", "qualifications & experience", "experience and qualifications", "and experience",
		"requirements", "job requirements", "requirements of the post", "requirements of the position", "post requirements", "position requirements", "profile", "candidate profile",
		"required profile", "profile required", "profile and requirements", "profile sought", "ideal candidate", "the ideal candidate", "about you", "who you are", "what you bring", "what you will bring", "what we are looking for",
		"what we're looking for", "who we are looking for", "we are looking for", "you have", "you bring", "your profile", "your qualifications", "your skills and experience", "candidate requirements", "person specification", "selection criteria", "eligibility criteria",
		"eligibility and selection criteria", "qualifications and experience required", "qualifications required", "qualifications, experience and skills", "qualifications and skills", "skills and qualifications", "skills and experience", "experience and skills",
		"education and experience", "education, experience and skills", "qualifications/requirements", "recruitment qualifications", "specific requirements", "professional requirements", "job qualifications", "qualifications and other requirements", "qualifications and competencies required",
		"general minimum requirements", "field of expertise requirements", "level of professional competence requirements", "mission specific requirements", "knowledge, skills and experience", "knowledge, skills and abilities", "qualifications, skills and experience", "what you need", "what you'll need", "what you will need", "who can apply", "statement of merit criteria", "merit criteria",
		"training and experience", "qualifications professionnelles", "profil", "profil recherche", "profil souhaite", "profil requis", "votre profil", "profil du candidat", "profil du titulaire", "qualifications et experience", "qualifications requises", "exigences", "exigences du poste", "criteres de selection", "criteres d'admissibilite", "criteres d'eligibilite",
		"conditions requises", "formation et experience", "competences et experience", "qualifications et competences", "experience et qualifications", "profil et exigences", "ce que nous recherchons", "eligibility requirements", "general requirements", "technical requirements", "special requirements",
		"qualifications and requirements", "conditions d'admission", "conditions de participation", "selection requirements", "eligibility", "essential qualifications, experience and skills", "specific conditions", "conditions specifiques", "job - specific qualification", "job-specific qualifications",
	}},
	{heading{zone: zoneDemands, class: Essential}, []string{
		"essential", "essentials", "essential criteria", "essential qualifications", "essential requirements", "essential qualifications and experience", "essential experience", "essential skills", "essential education", "essential skills and experience", "essential criterion", "essential knowledge and experience",
		"necessary qualifications", "necessary requirements", "necessary skills", "mandatory", "mandatory requirements", "mandatory criteria", "mandatory qualifications", "required", "required qualifications", "required qualifications and experience", "required skills", "required experience and skills", "required skills and experience", "minimum requirements", "minimum qualifications", "minimum qualifications and experience", "minimum criteria", "must have", "must haves", "must-have",
		"required education and experience", "required criteria", "required experience and qualifications", "basic qualifications", "basic requirements", "professional experience (essential)", "essential professional qualifications", "essential elements", "requirements - essential", "qualifications - essential", "essential level", "a. essential", "requis", "obligatoire", "obligatoires", "acquis essentiels", "essentiel", "essentielles", "essentiels", "indispensable", "indispensables", "criteres essentiels", "qualifications essentielles",
		"exigences essentielles", "conditions essentielles", "qualifications obligatoires", "competences essentielles", "competences requises", "qualifications minimales", "qualifications minimales requises", "exigences obligatoires", "experience essentielle",
	}},
	{heading{zone: zoneDemands, class: Desirable}, []string{
		"desirable", "desirables", "desirable criteria", "desirable qualifications", "desirable qualifications and experience", "desirable requirements", "desirable experience", "desirable skills", "desirable skills and experience", "desired", "desired qualifications", "desired skills", "desired experience", "desirable level", "desirable knowledge and experience", "desirable elements",
		"preferred", "preferred qualifications", "preferred requirements", "preferred skills", "preferred experience", "assets", "asset", "asset qualifications", "additional assets", "other assets", "advantageous", "advantageous criteria", "advantages", "nice to have", "nice to haves", "nice-to-have", "bonus points", "considered an asset", "considered an advantage", "would be an asset", "added value", "desirable education", "requirements - desirable", "qualifications - desirable",
		"acquis souhaitables", "atouts", "atout", "atouts supplementaires", "souhaitable", "souhaitables", "souhaite", "criteres souhaitables", "qualifications souhaitables", "qualifications souhaitees", "experience souhaitable", "exigences souhaitables", "competences souhaitables", "autres atouts", "qualifications constituant un atout", "seraient un atout", "conditions souhaitables", "qualifications supplementaires",
	}},
	{heading{zone: zoneDemands, class: Desirable, open: true}, []string{"desired skills in addition", "desired additional skills", "desired experience in addition"}},
	{heading{zone: zoneDemands, sub: true}, []string{
		"education", "education and training", "education & training", "academic qualifications", "academic background", "educational background", "professional qualifications", "experience", "work experience", "professional experience", "relevant experience", "languages", "language", "language skills", "language requirements", "language requirement", "language proficiency", "languages required", "required languages", "language standards", "knowledge of languages",
		"skills", "technical skills", "knowledge", "knowledge and skills", "skills and knowledge", "training", "other requirements", "other skills", "operational requirements", "additional requirements", "personal qualities", "personal attributes", "personal skills", "soft skills", "computer skills", "it skills", "specialist knowledge", "education/experience", "education/training", "qualifications/experience", "required experience", "required education", "education required", "experience required", "additional qualifications", "technical competencies", "technical knowledge", "security clearance", "standard automated data processing knowledge",
		"professional/experience", "skills and abilities", "skills/abilities", "nationality", "licences", "driving licence", "physical requirements", "general", "specific experience", "key skills", "competencies required", "abilities", "other", "general conditions", "formation", "etudes", "formation requise", "experience professionnelle", "experience requise", "langues", "langue", "connaissances linguistiques", "exigences linguistiques", "connaissances", "connaissances requises", "aptitudes", "aptitudes requises", "savoir-faire", "savoir-etre", "savoir etre", "diplomes", "niveau d'etudes", "autres exigences", "qualites personnelles", "competences linguistiques", "competences techniques",
	}},
	{heading{zone: zoneSummary}, []string{
		"summary", "job summary", "post summary", "resume", "sommaire", "introduction", "background", "context", "contexte", "post context", "job context", "organisational context", "organizational context", "organizational setting", "organisational setting", "job description", "description", "description of the post", "about the job", "about the role", "about this role", "the role", "the job", "the position", "position overview", "overview", "job overview", "role overview", "org. setting and reporting", "organizational setting and reporting", "purpose", "purpose of the post", "job purpose", "purpose of the job", "key challenges", "challenges", "mission", "missions",
		"about us", "about the organisation", "about the organization", "about the team", "who we are", "a propos", "a propos de nous", "presentation", "job content", "organisation", "contexte organisationnel", "description du poste", "the opportunity", "general background", "general information", "defis", "principaux defis", "post description", "position summary", "scope",
	}},
	{heading{zone: zoneSummary, open: true}, []string{"key challenges facing", "about the digital", "about cds", "a propos du snc", "a propos de l'equipe", "about the canadian"}},
	{heading{zone: zoneDuties}, []string{
		"main accountabilities", "accountabilities", "main duties", "duties", "duties and responsibilities", "principal duties", "principal duties and responsibilities", "main duties and responsibilities", "key duties", "key duties and responsibilities", "responsibilities", "key responsibilities", "main responsibilities", "core responsibilities", "core functions", "core functions / responsibilities", "key functions", "functions", "main tasks", "tasks", "tasks and responsibilities", "key tasks", "role and responsibilities", "roles and responsibilities",
		"what you will do", "what you'll do", "your role", "your tasks", "your responsibilities", "your mission", "key accountabilities", "duties and tasks", "statement of duties", "duties & responsibilities", "main functions", "functions and responsibilities", "principal accountabilities", "nature of the tasks", "job tasks", "essential duties and responsibilities", "essential duties", "essential functions", "summary of duties", "duties/role", "primary duties", "key results expected", "deliverables", "outputs",
		"responsabilites", "responsabilites principales", "principales responsabilites", "fonctions principales", "fonctions", "taches", "taches principales", "principales taches", "taches et responsabilites", "fonctions et responsabilites", "principales fonctions", "principales fonctions et responsabilites", "attributions", "missions principales", "vos missions", "votre mission", "activites principales", "nature des taches", "description des taches", "fonctions essentielles",
		// The groups under which the NATO International Staff orders accountabilities.
		"policy development", "expertise development", "project management", "stakeholder management", "planning and execution", "knowledge management", "people management", "financial management", "representation of the organization", "representation of the organisation", "organisational efficiencies", "organizational efficiencies", "information management", "vision and direction", "interrelationships", "direct reports", "indirect reports",
		"elaboration de la politique", "developpement de l'expertise", "gestion de projet", "gestion de projets", "gestion des parties prenantes", "planification et execution", "gestion des connaissances", "gestion des personnes", "gestion financiere", "gestion de l'information", "vision et direction", "liens fonctionnels", "relations", "interrelations", "structure et liaisons",
	}},
	{heading{zone: zoneCompetency}, []string{
		"competencies", "core competencies", "required competencies", "required core competencies", "required managerial competencies", "required core values", "behavioural competencies", "behavioral competencies", "managerial competencies", "functional competencies", "values", "core values", "competences", "key competencies", "values and competencies", "competencies and values", "leadership competencies", "organisational competencies", "organizational competencies", "corporate competencies", "cross-functional competencies", "competences comportementales", "competences generales", "competences cles", "valeurs", "competences de base", "competences manageriales", "the competencies", "core and functional competencies", "competencies for this post",
	}},
	{heading{zone: zoneCompetency, open: true}, []string{"core competencies", "managerial competencies", "required competencies behav", "functional competencies"}},
	{heading{zone: zoneOther}, []string{
		"contract", "contract type", "type of contract", "contract clause applicable", "contrat", "remuneration package", "what we offer", "we offer", "our offer", "benefits", "salary", "salary and benefits", "remuneration", "conditions", "conditions of employment", "conditions of service", "terms and conditions", "terms of employment", "employment conditions", "useful information", "additional information", "further information", "other information", "important information", "information", "notes", "note", "remarks", "recruitment process", "selection procedure", "selection process", "the selection process", "application", "applications", "application process",
		"application procedure", "how to apply", "apply", "apply now", "apply for job", "to apply", "required documents", "documents required", "documents to submit", "posting period", "contact", "contacts", "work environment", "workplace", "working conditions", "equal opportunities", "diversity and inclusion", "data protection", "privacy", "privacy policy", "cookies", "cookie policy", "related jobs", "similar jobs", "share this job", "share", "about the employer", "security", "medical", "deadline", "united nations considerations", "considerations", "assessment", "evaluation", "interviews", "disclaimer", "start date", "duration",
		"candidature", "candidatures", "comment postuler", "postuler", "pour postuler", "depot des candidatures", "procedure de selection", "procedure de recrutement", "processus de recrutement", "informations complementaires", "renseignements complementaires", "informations utiles", "renseignements utiles", "nous offrons", "ce que nous offrons", "conditions de travail", "conditions d'emploi", "remuneration et avantages", "avantages", "informations supplementaires", "renseignements supplementaires", "environnement de travail", "egalite des chances",
		"closing date", "date de cloture", "date limite", "special notice", "important notice", "no fee", "work life balance", "what's in it for you", "why join us", "why work with us", "why nato", "our benefits", "dates", "duty station information", "job alert", "reporting lines", "professional contacts", "contacts", "contribution to objectives", "supervisory duties", "supervisory responsibilities", "travel", "special requirements and additional duties", "additional duties", "civilian posts", "remarks", "reports to", "appendix", "annex",
	}},
	{heading{zone: zoneOther, open: true}, []string{
		"useful information regarding", "how to apply", "before you apply", "informations utiles concernant", "renseignements utiles concernant", "contract to be offered", "information on the", "what you need to know before", "comment postuler", "about the selection", "recruitment and selection",
	}},
}

// catalogue is headingList by the letters of the phrases, and those letters longest first.
var catalogue = sync.OnceValue(func() (c struct {
	exact map[string]*heading
	open  []string
	caps  []string
},
) {
	c.exact = map[string]*heading{}
	for i := range headingList {
		h := &headingList[i].heading
		for _, p := range headingList[i].phrases {
			key := letters(p)
			if h.open {
				c.open = append(c.open, key)
				c.exact["^"+key] = h
				continue
			}
			if c.exact[key] == nil {
				c.exact[key] = h
				c.caps = append(c.caps, key)
			}
		}
	}
	byLength := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(c.open, byLength)
	slices.SortStableFunc(c.caps, byLength)
	return c
})

// letters is a text reduced to what a mangled copy leaves of it: its letters, small and without accents.
func letters(s string) string {
	var b strings.Builder
	for _, r := range requirement.Fold(s) {
		if r == '&' {
			b.WriteString("and")
		} else if unicode.IsLetter(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// maxHeading is the longest line that can be a heading.
const maxHeading = 90

// headingIn is the catalogue's heading that a line consists of, nil where it is none.
func headingIn(text string) *heading {
	if len(text) > 2*maxHeading || text == "" {
		return nil
	}
	mark, words := takeBullet(strings.TrimRight(text, " "))
	if words = withoutBrackets(words); len(words) > maxHeading {
		return nil
	}
	end := lastRune(words)
	if end == ';' || end == ',' || end == '?' && spokenHeading(words) == nil || end != ':' && unicode.IsLower(firstRune(words)) {
		return nil
	}
	if end == '.' && mark == noBullet && words != strings.ToUpper(words) {
		return nil // the last word of a sentence that was wrapped
	}
	key := letters(words)
	c := catalogue()
	if h := c.exact[key]; h != nil {
		if end == '.' && h.sub {
			return nil // "Experience." ends a sentence
		}
		return h
	}
	for _, p := range c.open {
		if strings.HasPrefix(key, p) && end != '.' {
			return c.exact["^"+p]
		}
	}
	if end == '.' {
		return nil
	}
	if len(words) < 60 && strings.HasSuffix(key, "requirements") && unicode.IsUpper(firstRune(words)) && strings.Count(words, " ") < 6 {
		if h := composedHeading(words); h != nil {
			return h
		}
		return &heading{zone: zoneDemands}
	}
	if h := spokenHeading(words); h != nil {
		return h
	}
	return composedHeading(words)
}

// withoutBrackets leaves out a remark in brackets at the end of a heading: "Essential (E)".
func withoutBrackets(s string) string {
	if i := strings.LastIndexByte(s, '('); i > 3 && strings.HasSuffix(strings.TrimRight(s, " :."), ")") {
		if strings.HasSuffix(strings.TrimRight(s, " "), ":") {
			return strings.TrimSpace(s[:i]) + ":"
		}
		return strings.TrimSpace(s[:i])
	}
	return s
}

func lastRune(s string) (last rune) {
	for _, r := range s[max(0, len(s)-4):] {
		last = r
	}
	return last
}

// looksLikeHeading tells whether a paragraph that the catalogue does not know is set like a heading.
func looksLikeHeading(p *paragraph) bool {
	words := strings.Fields(p.text)
	if len(words) == 0 || len(words) > 9 || len(p.text) > maxHeading || p.bullet == dotBullet || p.bullet == codeBullet {
		return false
	}
	end := lastRune(p.text)
	if strings.ContainsRune(";,.?!", end) {
		return false
	}
	if p.emphasis != plain || end == ':' {
		return true
	}
	capital := 0
	for _, w := range words {
		if r := firstRune(strings.TrimLeft(w, "(\"'“‘")); unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLetter(r) || len(w) <= 3 {
			capital++
		}
	}
	return unicode.IsUpper(firstRune(words[0])) && capital == len(words)
}
