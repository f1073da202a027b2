package requirement

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// This file holds the dated table of national and EU clearance markings beside the NATO levels. A marking is never
// judged by the look of its word: Spain's SECRETO is the top secret level, Romania's Secret the confidential level,
// Italy's Riservato the restricted level, and Reservado differs between Spain and Portugal.

// ClearanceTableAsOf is the date of the table: the agreement of the EU member states (2011/C 202/05), annex as in
// force on 1 December 2015, with later notes; the United States by 32 CFR 117.19(g).
var ClearanceTableAsOf = Date{Year: 2015, Month: 12, Day: 1}

// clearanceMarkings are one issuer's markings, each level with the spellings in use.
type clearanceMarkings struct {
	issuer                                    string
	topSecret, secret, confidential, reserved []string
	// verified is set if an official table was read; an unverified row never decides.
	verified bool
}

var clearanceTable = []clearanceMarkings{
	{
		"EU",
		[]string{"TRÈS SECRET UE/EU TOP SECRET", "TS-UE/EU-TS", "EU TOP SECRET", "TRÈS SECRET UE"},
		[]string{"SECRET UE/EU SECRET", "S-UE/EU-S", "EU SECRET", "SECRET UE"},
		[]string{"CONFIDENTIEL UE/EU CONFIDENTIAL", "C-UE/EU-C", "EU CONFIDENTIAL", "CONFIDENTIEL UE"},
		[]string{"RESTREINT UE/EU RESTRICTED", "R-UE/EU-R", "EU RESTRICTED", "RESTREINT UE"},
		true,
	},
	{
		"BEL",
		[]string{"Très Secret", "Zeer Geheim"},
		[]string{"Secret", "Geheim"},
		[]string{"Confidentiel", "Vertrouwelijk"},
		nil, true,
	},
	{
		"BGR",
		[]string{"Строго секретно"},
		[]string{"Секретно"},
		[]string{"Поверително"},
		[]string{"За служебно ползване"},
		true,
	},
	{"CZE", []string{"Přísně tajné"}, []string{"Tajné"}, []string{"Důvěrné"}, []string{"Vyhrazené"}, true},
	{
		"DEU",
		[]string{"STRENG GEHEIM"},
		[]string{"GEHEIM"},
		[]string{"VS-VERTRAULICH"},
		[]string{"VS-NUR FÜR DEN DIENSTGEBRAUCH"},
		true,
	},
	{"DNK", []string{"YDERST HEMMELIGT"}, []string{"HEMMELIGT"}, []string{"FORTROLIGT"}, []string{"TIL TJENESTEBRUG"}, true},
	{"ESP", []string{"SECRETO"}, []string{"RESERVADO"}, []string{"CONFIDENCIAL"}, []string{"DIFUSIÓN LIMITADA"}, true},
	{
		"EST",
		[]string{"Täiesti salajane"},
		[]string{"Salajane"},
		[]string{"Konfidentsiaalne"},
		[]string{"Piiratud"},
		true,
	},
	{
		"FIN",
		[]string{"ERITTÄIN SALAINEN", "YTTERST HEMLIG"},
		[]string{"SALAINEN", "HEMLIG"},
		[]string{"LUOTTAMUKSELLINEN", "KONFIDENTIELL"},
		[]string{"KÄYTTÖ RAJOITETTU", "BEGRÄNSAD TILLGÅNG"},
		true,
	},
	{ // two levels since 1 July 2021 (Decision 2021/1075); the names with DÉFENSE are the earlier ones
		"FRA",
		[]string{"TRÈS SECRET", "TRÈS SECRET DÉFENSE"},
		[]string{"SECRET", "SECRET DÉFENSE"},
		[]string{"CONFIDENTIEL DÉFENSE"},
		nil, true,
	},
	{ // persons are vetted as SC (long-term access to Secret) and DV (Top Secret); CTC and BPSS are not clearances
		"GBR",
		[]string{"Top Secret", "DV", "Developed Vetting"},
		[]string{"Secret", "SC", "Security Check"},
		[]string{"Confidential"},
		[]string{"Restricted"},
		true,
	},
	{
		"GRC",
		[]string{"Άκρως Απόρρητο", "ΑΑΠ"},
		[]string{"Απόρρητο", "ΑΠ"},
		[]string{"Εμπιστευτικό", "ΕΜ"},
		[]string{"Περιορισμένης Χρήσης", "ΠΧ"},
		true,
	},
	{"HRV", []string{"VRLO TAJNO"}, []string{"TAJNO"}, []string{"POVJERLJIVO"}, []string{"OGRANIČENO"}, true},
	{
		"HUN",
		[]string{"Szigorúan titkos!"},
		[]string{"Titkos!"},
		[]string{"Bizalmas!"},
		[]string{"Korlátozott terjesztésű!"},
		true,
	},
	{"ITA", []string{"Segretissimo"}, []string{"Segreto"}, []string{"Riservatissimo"}, []string{"Riservato"}, true},
	{
		"LTU",
		[]string{"Visiškai slaptai"},
		[]string{"Slaptai"},
		[]string{"Konfidencialiai"},
		[]string{"Riboto naudojimo"},
		true,
	},
	{
		"LUX",
		[]string{"Très Secret Lux"},
		[]string{"Secret Lux"},
		[]string{"Confidentiel Lux"},
		[]string{"Restreint Lux"},
		true,
	},
	{
		"LVA",
		[]string{"Sevišķi slepeni"},
		[]string{"Slepeni"},
		[]string{"Konfidenciāli"},
		[]string{"Dienesta vajadzībām"},
		true,
	},
	{
		"NLD",
		[]string{"Stg. ZEER GEHEIM"},
		[]string{"Stg. GEHEIM"},
		[]string{"Stg. CONFIDENTIEEL"},
		[]string{"Dep. VERTROUWELIJK"},
		true,
	},
	{"POL", []string{"Ściśle Tajne"}, []string{"Tajne"}, []string{"Poufne"}, []string{"Zastrzeżone"}, true},
	{"PRT", []string{"Muito Secreto"}, []string{"Secreto"}, []string{"Confidencial"}, []string{"Reservado"}, true},
	{
		"ROU",
		[]string{"Strict secret de importanță deosebită"},
		[]string{"Strict secret"},
		[]string{"Secret"},
		[]string{"Secret de serviciu"},
		true,
	},
	{"SVK", []string{"Prísne tajné"}, []string{"Tajné"}, []string{"Dôverné"}, []string{"Vyhradené"}, true},
	{"SVN", []string{"Strogo tajno"}, []string{"Tajno"}, []string{"Zaupno"}, []string{"Interno"}, true},
	{ // the scheme before 1 April 2019, in which bare HEMLIG names several levels and therefore none
		"SWE",
		[]string{"HEMLIG/TOP SECRET", "HEMLIG AV SYNNERLIG BETYDELSE FÖR RIKETS SÄKERHET"},
		[]string{"HEMLIG/SECRET", "HEMLIG"},
		[]string{"HEMLIG/CONFIDENTIAL", "HEMLIG"},
		[]string{"HEMLIG/RESTRICTED", "HEMLIG"},
		true,
	},
	{"SWE", []string{"Kvalificerat hemlig"}, nil, []string{"Konfidentiell"}, []string{"Begränsat hemlig"}, false},
	{"USA", []string{"Top Secret"}, []string{"Secret"}, []string{"Confidential"}, nil, true},
	{"ALB", []string{"Tepër sekret"}, []string{"Sekret"}, []string{"Konfidencial"}, []string{"I kufizuar"}, false},
	{"CAN", []string{"Top Secret"}, []string{"Secret"}, []string{"Confidential"}, nil, false},
	{
		"ISL",
		[]string{"Algert leyndarmál"},
		[]string{"Leyndarmál"},
		[]string{"Trúnaðarmál"},
		[]string{"Takmarkaður aðgangur"},
		false,
	},
	{"MKD", []string{"Државна тајна"}, []string{"Строго доверливо"}, []string{"Доверливо"}, []string{"Интерно"}, false},
	{"MNE", []string{"Strogo tajno"}, []string{"Tajno"}, []string{"Povjerljivo"}, []string{"Interno"}, false},
	{"NOR", []string{"STRENGT HEMMELIG"}, []string{"HEMMELIG"}, []string{"KONFIDENSIELT"}, []string{"BEGRENSET"}, false},
	{"TUR", []string{"ÇOK GİZLİ"}, []string{"GİZLİ"}, []string{"ÖZEL"}, []string{"HİZMETE ÖZEL"}, false},
}

// clearanceEquivalent is what the table says of one marking. Rank 0 is a marking that names several levels.
type clearanceEquivalent struct {
	rank     int8
	verified bool
}

type clearanceKey struct{ issuer, marking string }

var clearanceIndex = sync.OnceValue(func() map[clearanceKey]clearanceEquivalent {
	index := map[clearanceKey]clearanceEquivalent{}
	for i := range clearanceTable {
		row := &clearanceTable[i]
		for rank, markings := range [...][]string{nil, row.reserved, row.confidential, row.secret, row.topSecret} {
			for _, m := range markings {
				key := clearanceKey{row.issuer, clearanceFold(m)}
				e := clearanceEquivalent{int8(rank), row.verified}
				if _, twice := index[key]; twice {
					e.rank = 0
				}
				index[key] = e
			}
		}
	}
	return index
})

// clearanceLookalikes are Cyrillic and Greek capitals that look like Latin ones; official tables mix them.
var clearanceLookalikes = strings.NewReplacer(
	"А", "A", "В", "B", "Е", "E", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "У", "Y",
	"Х", "X", "Ј", "J", "Α", "A", "Β", "B", "Ε", "E", "Ζ", "Z", "Η", "H", "Ι", "I", "Κ", "K", "Μ", "M", "Ν", "N",
	"Ο", "O", "Ρ", "P", "Τ", "T", "Υ", "Y", "Χ", "X",
)

// clearanceFold makes spellings of a marking alike: capitals, no accents, no punctuation, lookalike letters as Latin.
func clearanceFold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			if r == 'ı' {
				r = 'I'
			}
			b.WriteRune(unicode.ToUpper(r))
		default:
			gap = true
		}
	}
	return clearanceLookalikes.Replace(b.String())
}
