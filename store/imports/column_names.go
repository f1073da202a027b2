package imports

import (
	"strconv"
	"strings"
	"unicode"

	"shortlist/model/requirement"
)

// This file holds the names that columns have in files of others, in English and French, and how a name is compared
// with them.

// knownNames are the names of one field. They stand as nameKey gives them.
type knownNames struct {
	field string
	names string // parted by commas
}

// personNames are the names of each field of a person. Those of credentials are declared with their kinds.
var personNames = append([]knownNames{
	{"reference", "reference,ref,id,candidate id,candidate number,candidate no,candidate ref,candidate reference,applicant id,applicant number,applicant no," +
		"applicant reference,application id,application number,application no,application reference,reference number,reference no,number,no," +
		"numero,numero de candidat,numero candidat,n candidat,no candidat,numero de candidature,n de candidature,reference candidat,reference du candidat,reference candidature,matricule,identifiant,dossier,n dossier,numero de dossier"},
	{"name", "name,full name,candidate,candidate name,applicant,applicant name,name of candidate,name of applicant,nom complet,nom et prenom,nom prenom,nom et prenoms,prenom et nom,candidat,nom du candidat,surname first name"},
	{"first_name", "first name,firstname,given name,given names,forename,forenames,first names,prenom,prenoms"},
	{"last_name", "last name,lastname,surname,family name,nom,nom de famille,nom d usage"},
	{"email", "email,e mail,mail,email address,e mail address,courriel,adresse electronique,adresse e mail,adresse email,adresse courriel,mel"},
	{"birth_year", "birth year,year of birth,annee de naissance"},
	{"birth_date", "birth date,date of birth,birthdate,dob,born,date de naissance,ne le,nee le,ne e le,naissance"},
	{"gender", "gender,sex,sexe,genre,civilite"},
	{"nationalities", "nationalities,nationality,citizenship,citizenships,nationality ies,nationalite,nationalites,nationalite s,citoyennete"},
	{"degree_level", "degree level,degree,education level,level of education,highest degree,highest education,highest qualification,diplome,niveau du diplome,niveau de diplome,niveau d etudes,niveau d etude,plus haut diplome"},
	{"degree_field", "degree field,field of study,subject,major,discipline,degree subject,field of degree,domaine d etudes,domaine du diplome,domaine d etude,specialite,filiere"},
	{"degree_institution", "degree institution,institution,university,school,universite,etablissement,ecole,college"},
	{"degree_country", "degree country,country of degree,country of study,pays du diplome,pays d etudes"},
	{"degree_conferred", "degree conferred,conferred,degree date,date of degree,graduation,graduation date,date conferred,date du diplome,date d obtention,obtention du diplome,diplome le"},
	{"en", "en,english,english level,level of english,anglais,niveau d anglais,niveau anglais"},
	{"fr", "fr,french,french level,level of french,francais,niveau de francais,niveau francais"},
	{"language_scale", "language scale,scale,language framework,echelle,echelle de langue,echelle linguistique,cadre"},
	{"clearance", "clearance,security clearance,clearance level,habilitation,habilitation de securite,niveau d habilitation,niveau habilitation"},
	{"clearance_issuer", "clearance issuer,issuer,clearance issued by,clearance nation,habilitation delivree par,autorite d habilitation,pays d habilitation,delivree par"},
	{"clearance_valid_until", "clearance valid until,valid until,clearance expiry,clearance expires,clearance expiry date,expiry date,habilitation valable jusqu au,valable jusqu au,validite,date d expiration,fin de validite"},
	{"clearance_status", "clearance status,etat de l habilitation,statut de l habilitation"},
	{"jobs", "jobs,work history,employment history,job history,professional experience,work experience,previous jobs,career history,employment record,emplois,parcours professionnel,experiences professionnelles,experience professionnelle,historique professionnel,berufserfahrung,beruflicher werdegang,werdegang"},
	{"statement", "statement,motivation,motivation letter,letter of motivation,cover letter,covering letter,personal statement,supporting statement,lettre de motivation,declaration,comments"},
}, credentialNames()...)

// jobNames are the names of the columns of a job, without its number and without the word for "job".
var jobNames = []struct{ field, names string }{
	{"from", "from,start,start date,since,begin,date from,from date,begins,du,debut,date de debut,depuis,date debut,dates,period,periode,date range,dates of employment,employment dates,employment period,periode d emploi,zeitraum,from to,du au,from until"},
	{"to", "to,until,end,end date,till,date to,to date,ends,au,fin,date de fin,jusqu au,jusqu a,date fin"},
	{"percent", "percent,percentage,fte,workload,time,working time,rate,full time equivalent,fte fraction,fte percentage,fte percent,percent of full time,percentage of full time,full time percentage,part time fraction,part time percentage,part time percent,part time,full time part time,full part time,employment percentage,equivalent temps plein,beschaftigungsgrad,arbeitspensum,pensum,stellenumfang,beschaftigungsumfang,pourcentage,taux,taux d activite,taux d occupation,temps de travail,temps partiel,temps plein,etp,quotite,quotite de travail,quotite travaillee"},
	{"title", "title,job title,position,role,function,post,position title,titre,fonction,poste,intitule,intitule du poste,poste occupe,emploi"},
	{"employer", "employer,company,organisation,organization,firm,name of employer,employeur,entreprise,societe,organisme,nom de l employeur"},
	{"kind", "kind,type,contract,type of employment,nature,type de contrat,contrat"},
	{"paid", "paid,remunere,paye"},
	{"text", "text,duties,description,tasks,responsibilities,main duties,description of duties,taches,missions,responsabilites"},
}

// jobWords come before or after the name of a column of a job.
var jobWords = []string{"job", "employment", "work experience", "work", "experience professionnelle", "experience", "post", "position", "emploi", "poste"}

// nameKey is a name as it is compared: small letters without accents, words and numbers separated by one space.
func nameKey(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range requirement.Fold(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isOneOf returns true if a key is in a list of names.
func isOneOf(names, key string) bool {
	for name := range strings.SplitSeq(names, ",") {
		if name == key {
			return true
		}
	}
	return false
}

// fieldNamed is the field of a person that a name means; empty if none.
func fieldNamed(key string) string {
	if key == "" {
		return ""
	}
	for _, f := range personNames {
		if isOneOf(f.names, key) {
			return f.field
		}
	}
	return ""
}

// jobNamed is the field of a job that a name means, and the number of the job in it; 0 if it has no number.
func jobNamed(key string) (field string, number int) {
	key, number = numberIn(key)
	if number < 0 || key == "" {
		return "", 0
	}
	bare := []string{key}
	for _, w := range jobWords {
		if rest, found := strings.CutPrefix(key, w+" "); found {
			bare = append(bare, rest)
		}
		if rest, found := strings.CutSuffix(key, " "+w); found {
			bare = append(bare, rest)
		}
	}
	for _, k := range bare {
		for _, f := range jobNames {
			if isOneOf(f.names, k) {
				return f.field, number
			}
		}
	}
	return "", 0
}

// nameKnown returns true if a name alone says what the column is.
func nameKnown(s string) bool {
	if _, ok := columnNamed(columnName(s)); ok {
		return true
	}
	key := nameKey(s)
	if fieldNamed(key) != "" {
		return true
	}
	field, _ := jobNamed(key)
	return field != ""
}

// numberIn takes the only number out of a key: "employeur 2" is "employeur" and 2. The number is 0 if there is none and
// -1 if there are several.
func numberIn(key string) (rest string, number int) {
	start := strings.IndexFunc(key, unicode.IsDigit)
	if start < 0 {
		return key, 0
	}
	end := start
	for end < len(key) && key[end] >= '0' && key[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(key[start:end])
	if err != nil || n < 1 || n > mostEntries || strings.IndexFunc(key[end:], unicode.IsDigit) >= 0 {
		return key, -1
	}
	return strings.Join(strings.Fields(key[:start]+" "+key[end:]), " "), n
}

// fieldsByName gives the field of each column if its name says it, else an empty field. A column of a job without a
// number belongs to the first job, the second one of that name to the second job, and so on.
func fieldsByName(header []string) []string {
	out := make([]string, len(header))
	taken := map[string]bool{}
	var keys []string
	for i, h := range header {
		keys = append(keys, nameKey(h))
		if name := columnName(h); name != "" {
			if _, ok := columnNamed(name); ok {
				out[i] = name
				taken[name] = true
			}
		}
	}
	for i, key := range keys {
		if out[i] != "" || key == "" {
			continue
		}
		if f := fieldNamed(key); f != "" && (!taken[f] || f == "statement") {
			out[i], taken[f] = f, true
			continue
		}
		field, number := jobNamed(key)
		if field == "" {
			continue
		}
		for n := max(number, 1); n <= mostEntries; n++ {
			name := "job" + strconv.Itoa(n) + "_" + field
			if !taken[name] {
				out[i], taken[name] = name, true
				break
			}
			if number > 0 {
				break
			}
		}
	}
	return wholeName(out)
}

// wholeName corrects names of people: "nom" without a column for the first name is the whole name.
func wholeName(fields []string) []string {
	first, last, whole := -1, -1, -1
	for i, f := range fields {
		switch f {
		case "first_name":
			first = i
		case "last_name":
			last = i
		case "name":
			whole = i
		}
	}
	switch {
	case whole < 0 && last >= 0 && first < 0:
		fields[last] = "name"
	case whole >= 0 && first >= 0 && last < 0:
		fields[whole] = "last_name"
	}
	return fields
}
