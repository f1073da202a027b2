package requirement

import (
	"fmt"
	"regexp"
	"strings"

	"shortlist/model/vocab"
)

// This file reads clauses that ask for languages. A level is read only with its scale: NATO I–VI, CEFR A1–C2, a
// STANAG 6001 profile, or plain words. Levels of different scales are never converted.

const languageNames = `english|french|anglaise?|francaise?|dutch|german|spanish|italian|portuguese|arabic|russian|ukrainian|chinese|mandarin|polish|turkish|greek|czech|slovak|` +
	`hungarian|romanian|bulgarian|croatian|serbian|bosnian|albanian|macedonian|slovene|slovenian|danish|norwegian|swedish|finnish|estonian|latvian|lithuanian|icelandic|somali|dari|pashto|` +
	`persian|farsi|hebrew|hindi|urdu|japanese|korean|swahili|georgian|armenian|moldovan|luxembourgish|kurdish|amharic|neerlandais|allemand|espagnol|italien|russe|arabe|ukrainien|flemish|catalan|latin|` +
	`kyrgyz|kazakh|uzbek|tajik|turkmen|azerbaijani|azeri|belarusian|belarusan|montenegrin|maltese|irish|gaelic|welsh|basque|thai|vietnamese|indonesian|malay|burmese|khmer|nepali|bengali|punjabi|tamil|tigrinya|hausa|zulu|afrikaans|lingala|kirundi|kinyarwanda|malagasy|mongolian|creole|` +
	`polonais|portugais|turc|grec|roumain|hongrois|tcheque|slovaque|bulgare|danois|norvegien|suedois|finnois|serbe|croate|albanais|chinois|japonais|luxembourgeois|letton|lituanien|estonien|georgien|armenien|persan`

var (
	// A language's name counts unless it is an adjective of something else ("Russian foreign policy").
	languagePattern = lazy(`\b(` + languageNames + `)\b(?:\s*(?:$|[][,.;:()/&"'*!-]|dans\b|techniqu\w+|technical\b|professionnel\w*|courant\w*|usuel\w*|general\b|and\b|or\b|et\b|ou\b|is\b|are\b|was\b|being\b|knowledge\b|at\b|as\b|level\b|languages?\b|will\b|would\b|could\b|both\b|to\b|in\b|with\b|for\b|on\b|equivalent|essential|required|desirable|spoken|written|drafting|communication|writing|speaking|skills|proficiency|fluency|au niveau|niveau|essentiel\w*|exige\w*|requis\w*|obligatoire|imperatif|souhait\w*|est\b|sont\b|constitue|serait|parle|ecrit|slp\b|cefr\b|[abc][12]\b))`)
	languageLead    = lazy(`\bknowledge\b|\bcommand\b|\bfluen\w+|\bproficien\w+|\blevels?\b|\bspok\w+|\bwritten\b|\bspeak\w*|\blanguages?\b|\bmother tongue\b|\bnative\b|\bbilingual\w*|\bexcellent\b|\bvery good\b|\bgood\b|\bstrong\b|\bworking\b|\bthorough\b|\bsound\b|\bconversant\b|\bslp\b|\bstanag\b|\bcefr\b|` +
		`\bability to (?:communicate|work|write|draft|read)\b|\bcommunicat\w+ (?:skills )?in\b|\bconnaissance\w*|\bmaitrise\b|\bcourant\w*|\blangues?\b|\bniveaux?\b|\bparler\b|\bbonne\b|\bexcellente\b|\bnotions\b|\bsome\b|\bbasic\b|\bfair\b|\belementary\b|\bessentiel\w*|\bexige\w*|\bessential\b|\brequired\b|\b[abc][12]\b|\ban? (?:asset|advantage)\b|\bpratiqu\w+|\bneeded\b|\bindispensable\b|\bmaster\b`)
	languageTopic = lazy(`\b(?:knowledge|command|mastery) of the other\b(?:[.,;]|$| (?:is|would|will|being|one|an?)\b)|\bofficial languages?\b|\blangues? officielles?\b|\b(?:nato|working|other|foreign|additional|second|third|further|local|eu|un|european|more|official|another|native|national) languages?\b|\blanguage(?:\(s\)|s)? (?:skills|proficiency|requirement|knowledge|level|standards?|profile)|\b(?:autres?|une autre|troisieme|deuxieme) langues?\b|\b(?:another|third|further) language|\bone of the two (?:official |nato )?languages|\blangues? de travail|\blanguages? of the (?:european )?(?:union|eu|member)|\blangues? de l'union|\bmultilingual|\bbilingual`)
	// Skills that are exercised in a language are skills.
	skillInLanguage = lazy(`\b(?:drafting|writing|editing|communication|presentation|interpersonal|reporting|translation|interpret\w+)\b`)

	// What is done in the official languages, as against knowing them.
	doesInLanguage = lazy(`^(?:\w+ ){0,2}(?:skills?|competences|capacites?|ability|aptitudes?|experience|expertise)\b.{0,20}\b(?:writing|editing|revis\w+|redaction|traduction|effectuer|produire|creer|produce|edit|draft|prepare|write|rediger|reviser|drafting)\b`)
	mastery        = lazy(`\bfluen\w+|\bproficien\w+ in\b|\bcommand\b|\bmastery\b`)
	romanPattern   = lazy(`\b(VI|IV|V|III|II|I)\b`)
	romanContext   = lazy(`\blevels?\b|\bniveaux?\b|official languages|langues officielles|"?(?:advanced|beginner|proficiency|intermediate|elementary|avance|debutant|intermediaire|elementaire)"?\)|\bin one\b|\bin the other\b|\bin both\b|l'une|l'autre`)
	cefrPattern    = lazy(`(?:^|[^a-z0-9])([abc][12])(?:[+/ .,;:)"\]-]|$)`)
	slpPattern     = lazy(`(?:^|[^0-9])([0-5]\+?(?:\s?-\s?)?[0-5]\+?(?:\s?-\s?)?[0-5]\+?(?:\s?-\s?)?[0-5]\+?)(?:[^0-9]|$)`)
	slpContext     = lazy(`\bslp\b|\bstanag\b|\bpls\b|standardi[sz]ed language profile`)
	stanagLevel    = lazy(`\bstanag(?: ?6001)?[ ,:(-]*(?:level|niveau)? ?([0-5]\+?)\b`)

	inOneThen   = lazy(`^\s*(?:\([^)]{0,40}\)|"[^"]{0,40}"|'[^']{0,40}'|advanced|beginner|elementary|(?:upper[ -]?)?intermediate|proficiency|avance|debutant|elementaire|intermediaire(?: superieur)?)?\s*(?:in|en|dans|for|pour)?\s*(?:at least )?(one|l'une|une|either|l'un)\b`)
	inOtherThen = lazy(`^\s*(?:\([^)]{0,40}\)|"[^"]{0,40}"|'[^']{0,40}'|advanced|beginner|elementary|(?:upper[ -]?)?intermediate|proficiency|avance|debutant|elementaire|intermediaire(?: superieur)?)?\s*(?:in|en|dans|for|pour)?\s*(the other|l'autre|other)\b`)
	inBothThen  = lazy(`^\s*(?:\([^)]{0,40}\)|"[^"]{0,40}"|'[^']{0,40}'|advanced|beginner|elementary|(?:upper[ -]?)?intermediate|proficiency|avance|debutant|elementaire|intermediaire(?: superieur)?)?\s*(?:in|en|dans|for|pour)?\s*(both|les deux|chacune)\b`)
	inNamedThen = lazy(`^\s*(?:\([^)]{0,40}\)|"[^"]{0,40}"|'[^']{0,40}'|advanced|beginner|elementary|(?:upper[ -]?)?intermediate|proficiency|avance|debutant|elementaire|intermediaire(?: superieur)?)?\s*(?:or (?:higher|above|better) )?(?:level |standard |proficiency )?(?:in|en|for|pour|of|d')\s*(?:the |both |written |spoken |and )*(` + languageNames + `)\b`)
)

// KindLanguage asks for levels of languages.
const KindLanguage Kind = "language"

var languageKind = kindRow{
	kind: KindLanguage, words: "language", place: 30, read: readLanguage,
	factual:  true,
	check:    func(r Requirement, f Facts, c Context) Finding { return checkLanguages(r.Languages, f, c) },
	matters:  func(Requirement) []string { return []string{FactLanguages} },
	sentence: func(r Requirement) string { return languagesInWords(r.Languages) },
	vague:    func(r Requirement) bool { return len(r.Languages) == 0 },
	exact:    true,
	covers: func(have, need Requirement) bool {
		return len(have.Languages) > 0 && LanguagesCover(have.Languages, need.Languages)
	},
	sealed: []sealedPart{{3, sealLanguages}},
	fields: func(r Requirement) []Field { return languageFields(r.Languages) },
	answered: func(answer func(string) string, _ Requirement) Requirement {
		return Requirement{Languages: languagesAnswered(answer)}
	},
}

func sealLanguages(w *strings.Builder, r *Requirement) {
	for _, l := range r.Languages {
		fmt.Fprintf(w, " language=%s/%s/%s/%s", l.Language, vocab.Wire(l.Scale), l.Level, vocab.Wire(l.Role))
		if l.Name != "" {
			fmt.Fprintf(w, "/%s", strings.Join(strings.Fields(l.Name), "_"))
		}
	}
}

func readLanguage(c clause) (Requirement, bool) {
	names := languagePattern().FindAllStringSubmatchIndex(c.low, 12)
	topic := first(languageTopic(), c.low)
	if len(names) == 0 && topic < 0 {
		return Requirement{}, false
	}
	for _, scale := range languageScales {
		if levels := scale(c); len(levels) > 0 {
			return Requirement{Languages: levels}, true
		}
	}
	at := topic
	if len(names) > 0 && (topic < 0 || names[0][0] < topic) {
		at = names[0][0]
		if !languageLead().MatchString(c.low) && (at > 0 || len(c.low) > 40) {
			return Requirement{}, false
		}
	}
	head := c.low[:at]
	if len(names) == 0 && doesInLanguage().MatchString(head) {
		return Requirement{}, false
	}
	if skillInLanguage().MatchString(head) && !strings.Contains(head, "level") && !mastery().MatchString(head) || first(experienceHead(), head) >= 0 {
		return Requirement{}, false
	}
	return Requirement{Languages: levelsInWords(c.low, names)}, true
}

// languageScales read the levels of one scale each, in the order in which a clause that names several is taken.
var languageScales = []func(clause) []LanguageLevel{readNATOLevels, readSLP, readCEFR}

// readNATOLevels reads "V in one; I in the other", "VI in both" and "level IV in French".
func readNATOLevels(c clause) []LanguageLevel {
	if !romanContext().MatchString(c.low) {
		return nil
	}
	var out []LanguageLevel
	for _, m := range romanPattern().FindAllStringSubmatchIndex(c.raw, 10) {
		level := c.raw[m[2]:m[3]]
		if level == "I" && pronounAfter().MatchString(c.raw[m[3]:]) {
			continue
		}
		before, after := Fold(c.raw[:m[2]]), Fold(c.raw[m[3]:])
		switch {
		case inBothThen().MatchString(after):
			out = append(out, LanguageLevel{"en", ScaleNATO, level, RoleFixed, ""}, LanguageLevel{"fr", ScaleNATO, level, RoleFixed, ""})
		case inOneThen().MatchString(after):
			out = append(out, LanguageLevel{"either", ScaleNATO, level, RoleOne, ""})
		case inOtherThen().MatchString(after):
			out = append(out, LanguageLevel{"either", ScaleNATO, level, RoleOther, ""})
		default:
			if l, ok := nearLanguage(before, after); ok {
				l.Scale, l.Level, l.Role = ScaleNATO, level, RoleFixed
				out = append(out, l)
			}
		}
	}
	return out
}

var pronounAfter = lazy(`^ (?:am|have|will|can|do|would|was)\b`)

func readSLP(c clause) []LanguageLevel {
	var out []LanguageLevel
	add := func(level string, from, to int) {
		l, ok := nearLanguage(c.low[:from], c.low[to:])
		l.Role = RoleFixed
		if !ok {
			l = LanguageLevel{Language: "either", Role: RoleOne}
			if len(out) > 0 {
				l.Role = RoleOther
			}
		}
		l.Scale, l.Level = ScaleSLP, level
		out = append(out, l)
	}
	if slpContext().MatchString(c.low) || strings.Contains(c.low, "language") {
		for _, m := range slpPattern().FindAllStringSubmatchIndex(c.low, 8) {
			level := strings.NewReplacer(" ", "", "-", "").Replace(c.low[m[2]:m[3]])
			year := level > "1899" && level < "2100" && len(level) == 4
			if !year || slpJustBefore().MatchString(c.low[:m[2]]) {
				add(level, m[2], m[3])
			}
		}
	}
	if len(out) == 0 {
		for _, m := range stanagLevel().FindAllStringSubmatchIndex(c.low, 4) {
			add(c.low[m[2]:m[3]], m[0], m[1])
		}
	}
	return out
}

// slpJustBefore makes a profile of four digits that could be a year.
var slpJustBefore = lazy(`(?:\bslp\b|\bstanag(?: ?6001)?\b|\bpls\b|\bprofile\b|\bprofil\b)[ ,:(-]*(?:level|niveau|of|de)? ?$`)

func readCEFR(c clause) []LanguageLevel {
	var out []LanguageLevel
	found := cefrPattern().FindAllStringSubmatchIndex(c.low, 8)
	if len(found) == 1 {
		// "French and English (level C1)": one level for all the languages named before it.
		head := c.low[:found[0][2]]
		if names := anyLanguage().FindAllString(head, 6); len(names) > 1 && len(anyLanguage().FindAllString(c.low, 7)) == len(names) && !alternative().MatchString(head) {
			for _, n := range names {
				l := languageNamed(n)
				l.Scale, l.Level, l.Role = ScaleCEFR, strings.ToUpper(c.low[found[0][2]:found[0][3]]), RoleFixed
				out = append(out, l)
			}
			return out
		}
	}
	for _, m := range found {
		l, ok := nearLanguage(c.low[:m[2]], c.low[m[3]:])
		if !ok {
			l = LanguageLevel{Language: "other"}
		}
		l.Scale, l.Level, l.Role = ScaleCEFR, strings.ToUpper(c.low[m[2]:m[3]]), RoleFixed
		out = append(out, l)
	}
	return out
}

// nearLanguage is the language a level belongs to: the one named right after it ("level III in English"), else the
// last one named before it ("French (level VI)"), else the next one.
func nearLanguage(before, after string) (LanguageLevel, bool) {
	if m := inNamedThen().FindStringSubmatch(after); m != nil {
		return languageNamed(m[1]), true
	}
	re := anyLanguage()
	if m := otherLanguageBefore().FindStringIndex(before); m != nil && !re.MatchString(before[m[0]:]) {
		return LanguageLevel{Language: "other"}, true // "English at C1 and at least one other language at B1"
	}
	if all := re.FindAllString(before, -1); len(all) > 0 {
		return languageNamed(all[len(all)-1]), true
	}
	if m := re.FindString(after); m != "" {
		return languageNamed(m), true
	}
	return LanguageLevel{}, false
}

var otherLanguageBefore = lazy(`\b(?:an)?other\b[^.;]{0,30}\blanguage\b[^.;]{0,60}$|\b(?:une |d'une )?autre langue\b[^.;]{0,60}$`)

var anyLanguage = lazy(`\b(?:` + languageNames + `)\b`)

func languageNamed(name string) LanguageLevel {
	switch {
	case name == "english" || strings.HasPrefix(name, "anglais"):
		return LanguageLevel{Language: "en"}
	case name == "french" || strings.HasPrefix(name, "francais"):
		return LanguageLevel{Language: "fr"}
	}
	if english, ok := frenchNames[name]; ok {
		name = english
	}
	return LanguageLevel{Language: "other", Name: strings.ToUpper(name[:1]) + name[1:]}
}

// frenchNames are the languages that are known by their French names, in English.
var frenchNames = map[string]string{
	"neerlandais": "dutch", "allemand": "german", "espagnol": "spanish", "italien": "italian", "russe": "russian", "arabe": "arabic", "ukrainien": "ukrainian",
	"polonais": "polish", "portugais": "portuguese", "turc": "turkish", "grec": "greek", "roumain": "romanian", "hongrois": "hungarian", "tcheque": "czech", "slovaque": "slovak",
	"bulgare": "bulgarian", "danois": "danish", "norvegien": "norwegian", "suedois": "swedish", "finnois": "finnish", "serbe": "serbian", "croate": "croatian", "albanais": "albanian",
	"chinois": "chinese", "japonais": "japanese", "luxembourgeois": "luxembourgish", "letton": "latvian", "lituanien": "lithuanian", "estonien": "estonian", "georgien": "georgian",
	"armenien": "armenian", "persan": "persian",
}

// wordLevels are the plain words for how well, best first; they have no official number and stay words.
var wordLevels = []struct {
	level string
	words func() *regexp.Regexp
}{
	{"mother tongue", lazy(`mother tongue|\bnative\b|langue maternelle`)},
	{"fluent", lazy(`\bfluen\w+|\bcourant\w*|\bbilingual`)},
	{"excellent", lazy(`\bexcellent\w*`)},
	{"thorough", lazy(`\bthorough\b|\bapprofondie\b`)},
	{"strong", lazy(`\bstrong\b`)},
	{"very good", lazy(`\bvery good\b|\btres bonne\b`)},
	{"proficient", lazy(`\bproficien\w+|\bmaitrise\b`)},
	{"good", lazy(`\bgood\b|\bbonne\b`)},
	{"working knowledge", lazy(`\bworking\b|\btravail\b`)},
	{"satisfactory", lazy(`\bsatisfactory\b`)},
	{"basic", lazy(`\bbasic\b|\bsome\b|\bde base\b|\belementary\b`)},
}

// levelsInWords reads levels that are stated in plain words only.
func levelsInWords(low string, names [][]int) []LanguageLevel {
	level := "knowledge"
	for _, w := range wordLevels {
		if w.words().MatchString(low) {
			level = w.level
			break
		}
	}
	if len(names) == 0 || oneOfOfficial().MatchString(low) && theOther().MatchString(low) {
		if unionLanguages().MatchString(low) || anotherOne().MatchString(low) && !theOther().MatchString(low) || !oneOfOfficial().MatchString(low) {
			return []LanguageLevel{{Language: "other", Scale: ScaleWords, Level: level, Role: RoleFixed}}
		}
		out := []LanguageLevel{{Language: "either", Scale: ScaleWords, Level: level, Role: RoleOne}}
		if theOther().MatchString(low) {
			out = append(out, LanguageLevel{Language: "either", Scale: ScaleWords, Level: "knowledge", Role: RoleOther})
		}
		return out
	}
	role := RoleFixed
	if len(names) > 1 && alternative().MatchString(low[names[0][0]:names[1][1]]) {
		role = RoleOne
	}
	var out []LanguageLevel
	seen := map[string]bool{}
	for _, m := range names {
		name := low[m[2]:m[3]]
		if !seen[name] {
			seen[name] = true
			l := languageNamed(name)
			l.Scale, l.Level, l.Role = ScaleWords, level, role
			out = append(out, l)
		}
	}
	return out
}

var (
	oneOfOfficial = lazy(`\bone of the (?:two )?(?:official |nato |working )*languages|\b(?:nato|official|working) languages?|\bl'une des (?:deux )?langues`)
	// Any of some two dozen languages, and so neither English nor French.
	unionLanguages = lazy(`\blanguages? of the (?:european )?(?:union|eu|member)|\blangues? (?:officielles? )?de l'union`)
	anotherOne     = lazy(`\b(?:third|another|additional|other|further|more|autres?|troisieme|local|foreign)\b`)
	theOther       = lazy(`\bof the other\b|\bde l'autre\b`)
	alternative    = lazy(`\bor\b|\bou\b`)
)
