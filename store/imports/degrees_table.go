package imports

import "shortlist/model/requirement"

// This file is the table of words for levels of education. The levels are those of the European Qualifications
// Framework: secondary 4, vocational (short cycle) 5, bachelor 6, master 7, doctorate 8.

// degreeWords are words that mean one level, whatever the country.
var degreeWords = [...]struct {
	level requirement.DegreeLevel
	names string
}{
	{requirement.DegreeSecondary, "secondary,secondary education,secondary school,upper secondary,secondaire,high school,high school diploma,a levels,abitur,matura,maturita,bachillerato,vwo"},
	{requirement.DegreeVocational, "vocational,professionnel,associate degree,associates degree,short cycle,hnd,higher national diploma,foundation degree,bts,dut,deug,bac+2,mbo 4"},
	{requirement.DegreeBachelor, "bachelor,bachelors,bachelor's,bachelor degree,bachelor's degree,bachelors degree,bsc,ba,b.sc,b.a,beng,llb,bba,ll.b,undergraduate degree,baccalaureus,bachelier,bac+3,bac+4," +
		"bachelor of arts,bachelor of science,bachelor of engineering,bachelor of laws,bachelor of business administration,licence professionnelle,laurea triennale,laurea di primo livello"},
	{requirement.DegreeMaster, "master,masters,master's,master degree,master's degree,masters degree,msc,ma,m.sc,m.a,meng,llm,mba,mpa,mphil,ll.m,postgraduate degree,master 2,m2,bac+5,bac+6," +
		"master of arts,master of science,master of engineering,master of laws,master of business administration,master of public administration,master of philosophy,laurea magistrale,laurea specialistica,laurea di secondo livello,laurea magistrale a ciclo unico,integrated master,mestrado integrado,mestrado,executive master"},
	{requirement.DegreeDoctorate, "doctorate,phd,ph.d,dphil,doctorat,doctor,doctoral degree,doctoral,docteur,dr,doctor of philosophy,doktorat,doctorado,doutoramento,dottorato,dottorato di ricerca,bac+8"},
}

// degreeRule is a word that means a level in some countries. Since and until bound the year of conferral; 0 is no bound.
type degreeRule struct {
	names, countries string
	level            requirement.DegreeLevel
	since, until     int
}

// degreeRules are the words whose level hangs on the country. Sources: FRA cadre national des certifications, décret
// 2019-14 (licence and maîtrise or master 1 level 6, master and diplôme d'ingénieur level 7: insee.fr definition c2296,
// formation-continue.parisnanterre.fr "niveaux de certification"). BEL décret of the Communauté française of 31 March 2004,
// article 182 (a degree of the second cycle of before has the rights of a master), Flemish decree of 4 April 2003. PRT
// Quadro Nacional de Qualificações (licenciatura 6, mestrado 7: dges.gov.pt). ESP MECES, Real Decreto 967/2014 (grado 2 =
// EQF 6, licenciado 3 = EQF 7). DEU Deutscher Qualifikationsrahmen and the diploma supplement of the KMK (Diplom (FH) first
// cycle, Diplom, Magister and Staatsprüfung second cycle). AUT: Deliberação genérica n.º 2 (Magister, -ingenieur second
// cycle: docslib.org 4550579). ITA DM 270/2004 (laurea level 6) and DPR 207/2010 (diploma di laurea of before DM 509/1999
// is as a laurea magistrale). USA: JD and MD "are not PhD-equivalent" (QF-EHEA). Rows marked (*) are general knowledge
// that no page read here states.
var degreeRules = [...]degreeRule{
	{"licence,license,licence générale,licence universitaire", "FRA", requirement.DegreeBachelor, 0, 0},
	{"licence,license,licencié,licenciée,licentiaat,licentiate,licence universitaire", "BEL", requirement.DegreeMaster, 0, 0},
	{"licenciatura,licenciado,licenciada,licence,licentiate", "ESP", requirement.DegreeMaster, 0, 0},
	{"licenciatura,licenciado,licenciada,licence,licentiate", "PRT", requirement.DegreeBachelor, 0, 0},
	{"licence,lizentiat,lic", "CHE", requirement.DegreeMaster, 0, 0}, // (*) equal to the master since the reform
	{"maîtrise,master 1,m1", "FRA", requirement.DegreeBachelor, 0, 0},
	{"maîtrise,maîtrise universitaire", "CAN,CHE", requirement.DegreeMaster, 0, 0}, // (*) the French word for a master there
	{"bac,baccalauréat,baccalaureat general", "FRA", requirement.DegreeSecondary, 0, 0},
	{"baccalauréat,bac", "CAN", requirement.DegreeBachelor, 0, 0}, // (*) the French word for a bachelor there
	{"diplôme d'ingénieur,ingénieur,ingénieur diplômé,diplome d etudes approfondies,dea,dess", "FRA", requirement.DegreeMaster, 0, 0},
	{"diplom,diplom univ,diplom uni,diplom universität,universitätsdiplom,diplom ingenieur,dipl ing,dipl ing univ,dipl kfm,dipl kffr,diplom kaufmann,diplom kauffrau,dipl phys,dipl inf,dipl volksw,diplom volkswirt,dipl math,dipl chem,dipl psych", "DEU,AUT", requirement.DegreeMaster, 0, 0},
	{"diplom fh,fh diplom,fachhochschuldiplom,diplom fachhochschule,dipl ing fh,diplom ingenieur fh,dipl kfm fh,dipl betriebsw fh,diplom betriebswirt fh,dipl inf fh", "DEU", requirement.DegreeBachelor, 0, 0},
	{"diplom fh,fh diplom,dipl ing fh,diplom ingenieur fh,mag fh,magister fh", "AUT", requirement.DegreeMaster, 0, 0}, // (*) eight to ten terms
	{"di,diplomingenieur,diplom-ingenieurin", "AUT", requirement.DegreeMaster, 0, 0},
	{"magister,magister artium,magistra,mag,m a magister", "DEU,AUT", requirement.DegreeMaster, 0, 0},
	{"magister,mgr", "POL,CZE,SVK", requirement.DegreeMaster, 0, 0}, // (*)
	{"staatsexamen,erstes staatsexamen,1 staatsexamen,zweites staatsexamen,2 staatsexamen,first state examination,state examination,staatsprüfung,staatsexamen jura", "DEU", requirement.DegreeMaster, 0, 0},
	{"laurea,diploma di laurea", "ITA", requirement.DegreeMaster, 0, 2001}, // the only laurea before the first of three years
	{"laurea", "ITA", requirement.DegreeBachelor, 2012, 0},                 // between the two both were conferred
	{"laurea vecchio ordinamento,diploma di laurea vecchio ordinamento,laurea v o", "ITA", requirement.DegreeMaster, 0, 0},
	{"grado", "ESP", requirement.DegreeBachelor, 0, 0},
	{"diplomatura,diplomado,diplomada,ingeniería técnica,ingeniero técnico", "ESP", requirement.DegreeBachelor, 0, 0},
	{"bacharelato", "PRT", requirement.DegreeBachelor, 0, 0},
	{"mestre", "PRT", requirement.DegreeMaster, 0, 0},
	{"licencjat,inżynier", "POL", requirement.DegreeBachelor, 0, 0}, // (*)
	{"lisans", "TUR", requirement.DegreeBachelor, 0, 0},             // (*)
	{"yüksek lisans", "TUR", requirement.DegreeMaster, 0, 0},        // (*)
	{"doctorandus,drs,ir", "NLD", requirement.DegreeMaster, 0, 0},   // (*)
	{"ptychio,ptychion", "GRC,CYP", requirement.DegreeBachelor, 0, 0},
	{"licență,diploma de licență", "ROU", requirement.DegreeBachelor, 0, 0}, // (*) of three or four years
	{"juris doctor,jd,j.d,md,m.d,doctor of medicine", "USA", requirement.DegreeMaster, 0, 0},
}
