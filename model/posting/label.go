package posting

import (
	"strings"
	"sync"

	"shortlist/model/requirement"
)

// This file recognises the labelled facts of a posting's head: "Duty Station: Brussels".

// field is a fact of the head that a label names.
type field int

const (
	noField field = iota
	fieldTitle
	fieldOrganisation
	fieldRequisition
	fieldLocation
	fieldGrade
	fieldClosing
	fieldClearance
	fieldReports
	fieldIndirect
	fieldIgnored // a label whose value is of no use, but that is a label
)

// labels lists the labels of the head, English and French, by field.
var labels = []struct {
	field field
	names []string
}{
	{fieldTitle, []string{"name of the post", "assignment title", "description of assignment title", "title of the function", "role title", "designation", "poste a pourvoir", "titre de la fonction", "denomination du poste", "intitule de la fonction", "intitule de l'offre", "opening title", "advertised job title", "working title", "position title", "job title", "post title", "posting title", "title of function", "job code title", "title of the post", "title of the position", "name of post", "title", "title of post", "title of position", "functional title", "position", "post", "vacancy title", "vacancy", "role", "job", "intitule du poste", "titre du poste", "titre", "poste", "fonction", "intitule", "titre fonctionnel"}},
	{fieldOrganisation, []string{"organisation", "organization", "nato body", "employer", "agency", "department", "division", "department/office", "organisme", "organe", "organe otan", "employeur", "service", "organizational unit", "organisational unit", "institution", "company"}},
	{fieldRequisition, []string{
		"reg n", "reg no", "reg number", "numero de la vacance", "numero de l'avis de vacance", "n de reference", "no de vacance", "vacancy ref", "vacancy reference number", "our reference", "notice of vacancy", "call reference", "ref code", "svn number", "announcement no", "vacancy announcement no", "va no", "position id", "opening id", "req number", "job n", "post n", "job no", "reference id", "advertisement number", "advert no", "numero de l'offre", "numero d'avis", "reference du poste", "reference de l'avis", "reference de publication", "n d'avis", "numero de processus", "numero de processus de selection", "recruitment reference", "code du poste", "procedure reference", "selection reference", "vacancy code", "vacancy number", "vacancy no", "vacancy n", "vacancy notice number", "vacancy notice", "vacancy notice no", "vacancy reference", "vacancy id", "vacancy announcement", "vacancy announcement number", "job id", "job number", "job opening number", "job opening", "job opening id", "job reference", "job req id", "requisition", "requisition id", "requisition number", "requisition no", "req id", "reference", "reference number", "reference no", "ref", "ref no", "reference code", "post number", "post no", "position number", "position no", "announcement number", "notice number", "notice no", "call number", "post id", "competition number", "selection process number", "process number", "vacature nr",
		"numero de vacance", "n de vacance", "avis de vacance", "avis de vacance n", "reference de l'offre", "numero de reference", "numero de poste", "numero du poste", "n de poste", "reference de l'annonce", "numero", "no de reference", "numero de concours", "ref. no", "svn no", "special vacancy notice number", "special vacancy notice no", "requisition #", "job code",
	}},
	{fieldLocation, []string{"localita", "localizacao", "localizacion", "ubicacion", "plaats", "standplaats", "standort", "dienstort", "arbeitsort", "lugar", "luogo", "locatie", "sede di lavoro", "emplacement principal", "place of performance", "lieu d'activite", "lieu de service", "office location", "duty stations", "home base", "lieu de mission", "based at", "city/country", "place of posting", "lieu de prestation", "work site", "site", "job place", "lieu d'affectation principal", "lieu(x) de travail", "location", "locations", "duty station", "primary location", "place of employment", "place of assignment", "place of work", "work location", "job location", "city", "based in", "country", "lieu", "lieu d'affectation", "lieu de travail", "lieu d'emploi", "lieu principal", "localisation", "ville", "emplacement", "location of post", "location of position", "post location", "duty location", "principal location", "lieu du poste", "station", "duty station(s)", "duty station and location"}},
	{fieldGrade, []string{"functional level", "grade/function group", "type and grade of post", "contract type and grade", "post level", "function level", "classification level", "classement", "function group", "pay level", "pay band", "group/level", "grade / level", "grade and step", "post grade level", "niveau de classification", "groupe de fonctions et grade", "groupe de fonctions", "categorie et grade", "grade (step)", "position level", "job level", "nato grade/grade", "contract level", "type of position and grade", "grade", "nato grade", "grade level", "post grade", "position grade", "level", "classification", "grade and level", "grade of post", "job grade", "function group and grade", "function group/grade", "category and grade", "grade/level", "salary grade", "classe", "niveau", "niveau du poste", "grade du poste", "grade otan", "classification and grade", "type and level of post", "pay grade", "group and level", "groupe et niveau", "nato grade band", "contract grade"}},
	{fieldClosing, []string{"einsendeschluss", "bewerbungsfrist", "scadenza", "prazo", "uiterste datum", "deadline for sending application", "deadline for sending applications", "open until", "applications close", "last day to apply", "date limite d'envoi des candidatures", "date limite de reception des candidatures", "date limite pour le depot des candidatures", "date de fin de publication", "end of publication", "echeance", "date limite d'application", "date de cloture de l'offre", "closing date of applications", "deadline to apply", "closing on", "vacancy closes", "posting closes", "application due date", "applications due", "deadline date", "date limite de soumission", "date limite de soumission des candidatures", "closure date", "closing date", "closing date for applications", "application deadline", "deadline", "deadline for applications", "deadline for application", "applications deadline", "deadline for submission of applications", "closes", "closing", "apply by", "apply before", "expiry date", "expires", "last date", "closingdate", "application closing date", "date of closing", "closing date and time", "date limite", "date limite de candidature", "date limite de depot des candidatures", "date de cloture", "date de cloture des candidatures", "cloture", "date d'echeance", "date limite pour postuler", "vacancy closing date", "posting end date", "unposting date", "end date", "valid through", "application end date", "closing date (midnight local time)", "deadline (midnight)", "delai de candidature", "date limite d'inscription"}},
	{fieldClearance, []string{"security clearance", "clearance", "clearance level", "security clearance level", "required clearance", "level of security clearance", "habilitation de securite", "habilitation", "niveau d'habilitation", "required security clearance", "security clearance required", "security clearance level required", "security"}},
	{fieldReports, []string{"direct reports", "direct report", "subordonnes directs", "subordonne direct", "nombre de subordonnes directs"}},
	{fieldIndirect, []string{"indirect reports", "indirect report", "subordonnes indirects"}},
	{fieldIgnored, []string{"division/office", "point of contact", "vacancy type", "field of expertise", "date of issue", "languages required", "duration of initial contract", "staffing exercise", "management of staff", "indicative starting date", "directorate/unit", "view", "update day", "travail", "horaire", "autres lieux", "salaire (base de paie)", "type of post", "reporting to", "supervisor", "number of vacancies", "openings", "mode of work", "work schedule", "salary", "salary (pay basis)", "schedule", "other locations", "category", "industry", "view", "update day", "published", "posted", "posting date", "date posted", "publication date", "posteddate", "contract", "contract type", "type of contract", "type of appointment", "duration", "contract duration", "start date", "estimated start date", "starting date", "job type", "employment type", "posting period", "date", "job family", "contact", "phone", "email", "e-mail", "tel", "website", "url", "source", "tags", "duree", "type de contrat", "salaire", "contrat", "date de publication", "working hours", "hours", "remuneration", "number of posts", "vacancies", "slug", "layout", "type", "entry on duty", "expected start date", "jobs", "views", "date de prise de fonctions", "monthly salary", "basic salary"}},
}

var labelFields = sync.OnceValue(func() map[string]field {
	m := map[string]field{}
	for _, l := range labels {
		for _, n := range l.names {
			if k := labelKey(n); m[k] == noField {
				m[k] = l.field
			}
		}
	}
	return m
})

// labelKey is a label as it is compared: its letters only, so that "VACANCY N°" and "vacancy n" are one.
func labelKey(s string) string { return letters(s) }

// label parts a known label from its value. The value may be empty when it stands on the next line.
func label(text string) (f field, value string) {
	if len(text) > 300 {
		return noField, ""
	}
	i := strings.IndexByte(text, ':')
	if i < 2 || i > 60 {
		return noField, ""
	}
	name := text[:i]
	if f = labelFields()[labelKey(name)]; f == noField {
		if b := strings.IndexByte(name, '('); b > 2 {
			f = labelFields()[labelKey(name[:b])] // "Duty station (city, country)"
		}
	}
	return f, strings.TrimSpace(text[i+1:])
}

// labelled tells whether a line is a labelled fact.
func labelled(text string) bool {
	f, _ := label(text)
	return f != noField
}

// value tidies what stands after a label.
func value(s string) string {
	s = strings.Trim(s, " |'\">\u201c\u201d")
	if i := strings.Index(s, wideGap); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(strings.TrimRight(s, " ;,*"))
}

func emptyValue(s string) bool {
	switch requirement.Fold(s) {
	case "", "n/a", "na", "none", "null", "-", "tbd", "nil", "neant", "not specified":
		return true
	}
	return false
}
