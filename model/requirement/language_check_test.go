package requirement

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func pairOf(scale Scale, one, other string) []LanguageLevel {
	return []LanguageLevel{
		{Language: "either", Scale: scale, Level: one, Role: RoleOne},
		{Language: "either", Scale: scale, Level: other, Role: RoleOther},
	}
}

func fixedAt(language string, scale Scale, level string) LanguageLevel {
	return LanguageLevel{Language: language, Scale: scale, Level: level, Role: RoleFixed}
}

// skills reads "en nato V, fr cefr B1".
func skills(text string) []LanguageSkill {
	var out []LanguageSkill
	for part := range strings.SplitSeq(text, ", ") {
		if w := strings.SplitN(part, " ", 3); len(w) == 3 {
			out = append(out, LanguageSkill{Language: w[0], Scale: Scale(strings.Trim(w[1], "-")), Level: w[2]})
		}
	}
	return out
}

func TestLanguages(t *testing.T) {
	t.Parallel()
	five := pairOf(ScaleNATO, "V", "I")
	slp := []LanguageLevel{fixedAt("en", ScaleSLP, "3333")}
	for name, tc := range map[string]struct {
		asked   []LanguageLevel
		claims  string
		convert bool
		want    Verdict
		why     string
	}{
		"pair (postings, V in one; I in the other): met either way round, EN V FR I": {asked: five, claims: "en nato V, fr nato I", want: Met, why: "English V, French I: meets V in one; I in the other (NATO scale)"},
		"pair: EN III FR V":                               {asked: five, claims: "en nato III, fr nato V", want: Met},
		"pair: EN IV FR IV":                               {asked: five, claims: "en nato IV, fr nato IV", want: NotMet},
		"pair: EN VI and no French listed":                {asked: five, claims: "en nato VI", want: NotStated, why: "French not listed"},
		"pair: EN VI and French at no knowledge":          {asked: five, claims: "en nato VI, fr nato 0", want: NotMet},
		"pair: EN VI and French none":                     {asked: five, claims: "en nato VI, fr nato none", want: NotMet},
		"pair: EN VI and French none without a scale":     {asked: five, claims: "en nato VI, fr -- 0", want: NotMet},
		"none on another scale is none":                   {asked: slp, claims: "en cefr none", want: NotMet},
		"none against a level in words":                   {asked: []LanguageLevel{fixedAt("en", ScaleWords, "fluent")}, claims: "en -- none", want: NotMet},
		"pair: a file without languages is unknown":       {asked: five, claims: "", want: NotStated, why: "lists no languages"},
		"pair: a file with neither official language":     {asked: five, claims: "de cefr C2", want: NotStated},
		"pair: VI in both is two fixed levels, one short": {asked: []LanguageLevel{fixedAt("en", ScaleNATO, "VI"), fixedAt("fr", ScaleNATO, "VI")}, claims: "en nato VI, fr nato V", want: NotMet},
		"pair: VI in both":                                {asked: []LanguageLevel{fixedAt("en", ScaleNATO, "VI"), fixedAt("fr", ScaleNATO, "VI")}, claims: "en nato VI, fr nato VI", want: Met},
		"pair: one level alone, in either":                {asked: []LanguageLevel{{Language: "either", Scale: ScaleNATO, Level: "V", Role: RoleOne}}, claims: "fr nato V, en nato I", want: Met},
		"spelling: digits, names and words around":        {asked: five, claims: "en nato Level 5 (Advanced), fr nato Beginner", want: Met},
		"spelling: a level NATO does not have":            {asked: five, claims: "en nato VII, fr nato I", want: ToJudge},
		"spelling: no scale but a plain roman level":      {asked: five, claims: "en -- V, fr -- II", want: Met},
		"spelling: no scale and a bare digit":             {asked: five, claims: "en -- 5, fr nato I", want: ToJudge},
		"name trap: Elementary without scale is no level": {asked: five, claims: "en nato V, fr -- Elementary", want: ToJudge},
		"two claims in one language: the higher counts":   {asked: five, claims: "en nato III, en nato V, fr nato I", want: Met},

		"no silent conversion (mapping rule): CEFR for NATO":          {asked: five, claims: "en cefr C1, fr cefr A1", want: ToJudge},
		"conversion by rule (NATO IS table 2013): C1 is V, A1 is I":   {asked: five, claims: "en cefr C1, fr cefr A1", convert: true, want: Met},
		"conversion by rule (NATO IS table 2013): B2+ is not V":       {asked: five, claims: "en cefr B2+, fr cefr A1", convert: true, want: NotMet},
		"conversion by rule (NATO IS table 2013): IV is B2":           {asked: []LanguageLevel{fixedAt("en", ScaleCEFR, "B2")}, claims: "en nato IV", convert: true, want: Met},
		"conversion never touches STANAG (no published table)":        {asked: five, claims: "en slp 3333, fr nato I", convert: true, want: ToJudge},
		"an unknown scale in one cannot save a floor missed in other": {asked: five, claims: "en cefr C2, fr nato 0", want: NotMet},
		"an unknown scale leaves the pair open":                       {asked: five, claims: "en nato III, fr cefr C2", want: ToJudge},
		"a posting's own alternative is taken as written":             {asked: []LanguageLevel{fixedAt("en", ScaleSLP, "3333"), fixedAt("en", ScaleCEFR, "C1")}, claims: "en cefr C1", want: Met, why: "3333 in English (STANAG 6001); or C1 in English (CEFR)"},

		"CEFR order":                          {asked: []LanguageLevel{fixedAt("fr", ScaleCEFR, "B2")}, claims: "fr cefr B1", want: NotMet},
		"CEFR plus lies between":              {asked: []LanguageLevel{fixedAt("fr", ScaleCEFR, "B1+")}, claims: "fr cefr B2", want: Met},
		"CEFR prefix":                         {asked: []LanguageLevel{fixedAt("fr", ScaleCEFR, "C1")}, claims: "fr cefr CEFR c1", want: Met},
		"STANAG: each skill by itself":        {asked: slp, claims: "en slp 3-3-3-2", want: NotMet},
		"STANAG: 2+ does not reach 3":         {asked: slp, claims: "en slp SLP 3332+", want: NotMet},
		"STANAG: 2+ reaches 2 (Ed. 4)":        {asked: []LanguageLevel{fixedAt("en", ScaleSLP, "3-2-2-2")}, claims: "en slp 32+22", want: Met},
		"STANAG: 2 does not reach 2+":         {asked: []LanguageLevel{fixedAt("en", ScaleSLP, "32+22")}, claims: "en slp 3222", want: NotMet},
		"STANAG: letters and spaces":          {asked: slp, claims: "en slp L3 S3 R3 W3", want: Met},
		"STANAG: French prefix":               {asked: slp, claims: "en slp PLS 4444", want: Met},
		"STANAG: 5+ does not exist":           {asked: slp, claims: "en slp 5+555", want: ToJudge},
		"STANAG: three digits are no profile": {asked: slp, claims: "en slp 333", want: ToJudge},
		"STANAG: five digits are no profile":  {asked: slp, claims: "en slp 33333", want: ToJudge},

		"words: the same word":                   {asked: []LanguageLevel{fixedAt("en", ScaleWords, "fluent")}, claims: "en words Fluent", want: Met},
		"words: another word is a judgement":     {asked: []LanguageLevel{fixedAt("en", ScaleWords, "fluent")}, claims: "en words good knowledge", want: ToJudge},
		"words: never against a scale":           {asked: []LanguageLevel{fixedAt("en", ScaleWords, "fluent")}, claims: "en nato VI", want: ToJudge},
		"English or French, either will do":      {asked: []LanguageLevel{fixedAt("either", ScaleNATO, "IV")}, claims: "en nato II, fr nato IV", want: Met},
		"a third language not listed is unknown": {asked: []LanguageLevel{fixedAt("ar", ScaleCEFR, "B1")}, claims: "en nato VI, fr nato VI", want: NotStated},
		"a third language asked by name":         {asked: []LanguageLevel{{Language: "other", Name: "Ukrainian", Scale: ScaleCEFR, Level: "B1", Role: RoleFixed}}, claims: "uk cefr B2", want: Met, why: "Ukrainian B2"},
		"a third language without a known code":  {asked: []LanguageLevel{{Language: "other", Name: "Kinyarwanda", Scale: ScaleCEFR, Level: "B1", Role: RoleFixed}}, claims: "uk cefr B2", want: NotStated},
		"regional code is its language":          {asked: []LanguageLevel{fixedAt("en", ScaleCEFR, "B1")}, claims: "en-GB cefr C2", want: Met},
		"a criterion without level":              {claims: "en nato VI", want: ToJudge},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := Context{Policy: Policy{LanguageConversion: tc.convert}}
			got := Check(Requirement{Kind: KindLanguage, Languages: tc.asked}, Facts{Languages: skills(tc.claims)}, c)
			if got.Verdict != tc.want || !strings.Contains(got.Why, tc.why) {
				t.Errorf("got %q: %s\nwant %q: …%s…\n%q", got.Verdict, got.Why, tc.want, tc.why, got.Assumptions)
			}
		})
	}
}

func TestLanguageFigures(t *testing.T) {
	t.Parallel()
	got := Check(Requirement{Kind: KindLanguage, Languages: pairOf(ScaleNATO, "V", "I")},
		Facts{Languages: skills("en nato level v, de cefr C2, fr cefr B1+")}, Context{})
	if diff := cmp.Diff(&LanguageFigures{EN: "V", FR: "B1+ (CEFR)", Scale: ScaleNATO}, got.Figures.Language); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{0, 2}, got.LanguagesUsed); diff != "" {
		t.Errorf("claims used (-want +got):\n%s", diff)
	}
}

func FuzzReadLevel(f *testing.F) {
	for _, s := range []string{"V", "Level V (Advanced)", "C1", "B2+", "3333", "SLP 32+22", "3-3-3-3", "L3 S3 R2 W2", "none", "Ⅴ", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, scale := range append(Scales(), "", "other") {
			l, ok := readLanguageLevel(scale, text)
			if !ok {
				continue
			}
			if again, ok := readLanguageLevel(l.scale, l.String()); !ok || again != l {
				t.Errorf("%s %q reads as %q, which reads as %q", scale, text, l, again)
			}
		}
	})
}

// "German or Dutch" asks for one of the two named, and not for English and French.
func TestOneOfNamedLanguages(t *testing.T) {
	t.Parallel()
	level := func(name string) LanguageLevel {
		return LanguageLevel{Language: "other", Scale: ScaleNATO, Level: "III", Role: RoleOne, Name: name}
	}
	r := Requirement{Kind: KindLanguage, Languages: []LanguageLevel{level("German"), level("Dutch")}}
	skill := func(language, l string) LanguageSkill {
		return LanguageSkill{Language: language, Scale: ScaleNATO, Level: l}
	}
	for name, tc := range map[string]struct {
		claims []LanguageSkill
		want   Verdict
	}{
		"the second is enough":                 {[]LanguageSkill{skill("en", "VI"), skill("nl", "IV")}, Met},
		"below in the one claimed, other open": {[]LanguageSkill{skill("de", "II")}, NotStated},
		"below in both":                        {[]LanguageSkill{skill("de", "II"), skill("nl", "I")}, NotMet},
		"English and French do not count":      {[]LanguageSkill{skill("en", "VI"), skill("fr", "VI")}, NotStated},
	} {
		if got := Check(r, Facts{Languages: tc.claims}, Context{}); got.Verdict != tc.want {
			t.Errorf("%s: %q: %s", name, got.Verdict, got.Why)
		}
	}
	got := Check(Requirement{Kind: KindLanguage, Languages: []LanguageLevel{{Language: "other", Scale: ScaleWords, Level: "knowledge"}}},
		Facts{Languages: []LanguageSkill{skill("en", "VI")}}, Context{})
	if want := "The criterion asks for a language that it does not name; the file lists English: whether one of them counts is a person's judgement."; got.Why != want {
		t.Errorf("got %s", got.Why)
	}
}
