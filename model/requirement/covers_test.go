package requirement

import (
	"reflect"
	"testing"
)

// This file holds when meeting one requirement is certain to meet another, and what makes two requirements the same.

func TestARequirementCoversOnlyWhatItIsCertainToMeet(t *testing.T) {
	t.Parallel()
	deg := func(l DegreeLevel, fields ...string) Requirement {
		return Requirement{Kind: KindDegree, Degree: &Degree{Level: l, Fields: fields}}
	}
	lang := func(scale Scale, language, level string, role Role) Requirement {
		return Requirement{Kind: KindLanguage, Languages: []LanguageLevel{{Language: language, Scale: scale, Level: level, Role: role}}}
	}
	clear := func(l ClearanceLevel) Requirement { return Requirement{Kind: KindClearance, Clearance: l} }
	equivalent := deg(DegreeMaster)
	equivalent.Degree.EquivalentAccepted = true
	for _, x := range []struct {
		name       string
		have, need Requirement
		want       bool
	}{
		{"a master covers a bachelor", deg(DegreeMaster), deg(DegreeBachelor), true},
		{"a bachelor does not cover a master", deg(DegreeBachelor), deg(DegreeMaster), false},
		{"a field is for people to judge", deg(DegreeMaster), deg(DegreeBachelor, "law"), false},
		{"an equivalent is for people to judge", equivalent, deg(DegreeBachelor), false},
		{"another kind never", deg(DegreeMaster), Requirement{Kind: KindSkill}, false},
		{"V covers IV", lang(ScaleNATO, "en", "V", RoleFixed), lang(ScaleNATO, "en", "IV", RoleFixed), true},
		{"IV does not cover V", lang(ScaleNATO, "en", "IV", RoleFixed), lang(ScaleNATO, "en", "V", RoleFixed), false},
		{"another scale never", lang(ScaleCEFR, "en", "C2", RoleFixed), lang(ScaleNATO, "en", "I", RoleFixed), false},
		{"another language never", lang(ScaleNATO, "fr", "V", RoleFixed), lang(ScaleNATO, "en", "I", RoleFixed), false},
		{"words have no order", lang(ScaleWords, "en", "fluent", RoleFixed), lang(ScaleWords, "en", "fluent", RoleFixed), false},
		{"a profile skill by skill", lang(ScaleSLP, "en", "3333", RoleFixed), lang(ScaleSLP, "en", "3232", RoleFixed), true},
		{"one skill too low", lang(ScaleSLP, "en", "3332", RoleFixed), lang(ScaleSLP, "en", "2223", RoleFixed), false},
		{"a language without a name", lang(ScaleNATO, "other", "V", RoleFixed), lang(ScaleNATO, "other", "I", RoleFixed), false},
		{"no language asked", lang(ScaleNATO, "en", "V", RoleFixed), Requirement{Kind: KindLanguage}, false},
		{"CTS covers NS", clear(ClearanceCTS), clear(ClearanceNS), true},
		{"NS does not cover CTS", clear(ClearanceNS), clear(ClearanceCTS), false},
		{"CTS does not cover ATOMAL", clear(ClearanceCTS), clear("CTS-A"), false},
		{"ATOMAL covers CTS", clear("CTS-A"), clear(ClearanceCTS), true},
		{"an unknown level never", clear("blue"), clear(ClearanceNR), false},
		{"years never", Requirement{Kind: KindExperience, Months: 60}, Requirement{Kind: KindExperience, Months: 24}, false},
		{"one of two routes", Requirement{Kind: KindDegree, Routes: []Route{{Months: 12}}}, deg(DegreeBachelor), false},
	} {
		if got := x.have.Covers(x.need); got != x.want {
			t.Errorf("%s: %t, want %t", x.name, got, x.want)
		}
	}
}

func TestAQualificationIsKnownWithoutThePersonWhoHoldsIt(t *testing.T) {
	t.Parallel()
	e := Education{Level: DegreeMaster, Field: " Hydrography ", Institution: "INVENTED  Institute", Country: "bel", Conferred: Date{Year: 2011}}
	q := e.Qualification()
	if want := (Qualification{Level: DegreeMaster, Field: "hydrography", Institution: "invented institute", Country: "BEL"}); q != want || q.Normal() != want {
		t.Errorf("%+v, %+v, want %+v", q, q.Normal(), want)
	}
	if !q.Known() || !(Qualification{Field: "law"}).Known() || (Qualification{Level: DegreeMaster, Country: "BEL"}).Known() {
		t.Error("known is what has a field or an institution")
	}
	if got := q.Words(); got != "master, hydrography, invented institute, BEL" {
		t.Errorf("%q", got)
	}
	route := Requirement{Routes: []Route{{Months: 24}, {Degree: &Degree{Level: DegreeMaster}}}}
	if !route.AsksDegree() || !(Requirement{Degree: &Degree{}}).AsksDegree() || (Requirement{Routes: []Route{{Months: 24}}}).AsksDegree() {
		t.Error("a degree is asked by itself or in a route")
	}
}

func TestACredentialIsReadOfItsPartsAndSaid(t *testing.T) {
	t.Parallel()
	sort := CredentialSorts()[0]
	until := Date{Year: 2031, Month: 1, Day: 31}
	for _, x := range []struct {
		name  string
		parts map[CredentialPart]string
		until Date
		want  Credential
		ok    bool
		words string
		short string
	}{
		{"nothing said", nil, Date{}, Credential{Kind: sort.Kind}, false, "", ""},
		{
			"a category is that of a driving licence",
			map[CredentialPart]string{CredentialCategory: "C"},
			until,
			Credential{Kind: sort.Kind, Name: "driving licence", Category: "C", ValidUntil: until},
			true, "driving licence, category C, valid until 2031-01-31", "driving licence C",
		},
		{
			"no is a fact",
			map[CredentialPart]string{CredentialCategory: "Aucun"},
			Date{},
			Credential{Kind: sort.Kind, Name: "driving licence", None: true},
			true, "none: driving licence", "no driving licence",
		},
		{
			"yes names nothing",
			map[CredentialPart]string{CredentialName: "PRINCE2", CredentialCategory: "oui", CredentialIssuer: "Invented Board"},
			Date{},
			Credential{Kind: sort.Kind, Name: "PRINCE2", Issuer: "Invented Board"},
			true, "PRINCE2, issued by Invented Board, end of validity not stated", "PRINCE2",
		},
	} {
		c, ok := sort.Read(func(p CredentialPart) string { return x.parts[p] }, x.until)
		if ok != x.ok || ok && c != x.want {
			t.Errorf("%s: %+v, %t; want %+v", x.name, c, ok, x.want)
		}
		if ok && (c.Words() != x.words || c.Short() != x.short) {
			t.Errorf("%s: %q, %q", x.name, c.Words(), c.Short())
		}
	}
}

func TestCredentialsOfOneKindAreReplacedAndOthersStay(t *testing.T) {
	t.Parallel()
	other := Credential{Kind: KindOther, Name: "kept"}
	f := Facts{Credentials: []Credential{{Kind: KindLicence, Name: "old"}, other}}
	f.SetCredentials(KindLicence, []Credential{{Kind: KindLicence, Name: "new"}})
	if got, want := f.Credentials, []Credential{other, {Kind: KindLicence, Name: "new"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestEveryKindSaysHowItIsSettledAndWhatMattersForIt(t *testing.T) {
	t.Parallel()
	want := map[Kind][]string{
		KindDegree: {FactEducation}, KindExperience: {FactJobs}, KindLanguage: {FactLanguages}, KindClearance: {FactClearances},
		KindNationality: {FactNationalities}, KindLicence: {"licences"},
	}
	for _, k := range Kinds() {
		if k.Settled() == "" || k.Words() == "" {
			t.Errorf("%q is settled %q, words %q", k, k.Settled(), k.Words())
		}
		var got []string
		for _, s := range (Requirement{Kind: k}).Matters() {
			got = append(got, s.Key)
		}
		if !reflect.DeepEqual(got, want[k]) {
			t.Errorf("%s: %v matters, want %v", k, got, want[k])
		}
	}
}
