package requirement

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func held(level, issuer, until string) ClearanceRecord {
	return ClearanceRecord{Level: ClearanceLevel(level), Issuer: issuer, ValidUntil: day(until), Status: ClearanceHeld}
}

func TestClearance(t *testing.T) {
	t.Parallel()
	const late = "2028-01-31"
	applied, expired := held("NS", "NATO", late), held("NS", "NATO", "")
	applied.Status, expired.Status = ClearanceApplied, ClearanceExpired
	for name, tc := range map[string]struct {
		need ClearanceLevel
		have []ClearanceRecord
		mode ClearanceMode
		want Verdict
		why  string
	}{
		"order (EU PSC definition): the level itself": {need: "NS", have: []ClearanceRecord{held("NS", "BEL", late)}, want: Met, why: "NS (issued by BEL) covers NS; it is valid until 31 January 2028, and the closing date is 7 January 2025."},
		"order: a higher level covers a lower":        {need: "NS", have: []ClearanceRecord{held("CTS", "NATO", late)}, want: Met},
		"order: a lower level does not":               {need: "NS", have: []ClearanceRecord{held("NC", "NATO", late)}, want: NotMet, why: "NC is below NS"},
		"order: the best of several decides":          {need: "NS", have: []ClearanceRecord{held("NC", "NATO", late), held("NS", "NATO", late)}, want: Met},

		"validity: to the day before closing fails": {need: "NS", have: []ClearanceRecord{held("NS", "NATO", "2025-01-06")}, want: NotMet},
		"validity: to the closing date holds":       {need: "NS", have: []ClearanceRecord{held("NS", "NATO", "2025-01-07")}, want: Met},
		"validity: to the month of closing":         {need: "NS", have: []ClearanceRecord{held("NS", "NATO", "2025-01")}, want: Borderline},
		"validity: no day of expiry":                {need: "NS", have: []ClearanceRecord{held("NS", "NATO", "")}, want: NotStated},
		"validity: applied for is not held":         {need: "NS", have: []ClearanceRecord{applied}, want: NotMet},
		"validity: said to be expired":              {need: "NS", have: []ClearanceRecord{expired}, want: NotMet},
		"a file without clearances is unknown":      {need: "NS", want: NotStated},

		"caveat (32 CFR 117.19): CTS fails CTS/ATOMAL":   {need: "CTS-A", have: []ClearanceRecord{held("CTS", "NATO", late)}, want: NotMet, why: "without the ATOMAL access"},
		"caveat: CTS/ATOMAL satisfies CTS":               {need: "CTS", have: []ClearanceRecord{held("COSMIC TOP SECRET/ATOMAL", "NATO", late)}, want: Met},
		"caveat: CTS/ATOMAL satisfies NS with ATOMAL":    {need: "NS-A", have: []ClearanceRecord{held("CTS-A", "NATO", late)}, want: Met},
		"caveat: NATO SECRET ATOMAL is below CTS":        {need: "CTS", have: []ClearanceRecord{held("NATO SECRET ATOMAL", "NATO", late)}, want: NotMet},
		"caveat: CTS/ATOMAL fails BOHEMIA":               {need: "CTS-B", have: []ClearanceRecord{held("CTS-A", "NATO", late)}, want: NotMet},
		"caveat: COSMIC TOP SECRET - BOHEMIA is BOHEMIA": {need: "CTS-B", have: []ClearanceRecord{held("COSMIC TOP SECRET - BOHEMIA", "NATO", late)}, want: Met},
		"trap: NSA is the security authority, no level":  {need: "NS", have: []ClearanceRecord{held("NSA", "NATO", late)}, want: ToJudge},

		"false friend (2011/C 202/05): Spain SECRETO is top secret":       {need: "CTS", have: []ClearanceRecord{held("Secreto", "ESP", late)}, want: Met},
		"false friend (2011/C 202/05): Spain RESERVADO is secret":         {need: "NS", have: []ClearanceRecord{held("RESERVADO", "ESP", late)}, want: Met},
		"false friend (2011/C 202/05): Portugal Reservado is restricted":  {need: "NC", have: []ClearanceRecord{held("Reservado", "PRT", late)}, want: NotMet},
		"false friend (2011/C 202/05): Romania Secret is confidential":    {need: "NS", have: []ClearanceRecord{held("SECRET", "ROU", late)}, want: NotMet},
		"false friend (2011/C 202/05): Romania Strict secret is secret":   {need: "NS", have: []ClearanceRecord{held("Strict secret", "ROU", late)}, want: Met},
		"false friend (2011/C 202/05): Italy Riservato is restricted":     {need: "NC", have: []ClearanceRecord{held("RISERVATO", "ITA", late)}, want: NotMet},
		"false friend (2011/C 202/05): Italy Riservatissimo confidential": {need: "NC", have: []ClearanceRecord{held("Riservatissimo", "ITA", late)}, want: Met},
		"table: bare HEMLIG of Sweden names three levels":                 {need: "NC", have: []ClearanceRecord{held("HEMLIG", "SWE", late)}, want: ToJudge},
		"table: HEMLIG of Finland is secret":                              {need: "NS", have: []ClearanceRecord{held("Hemlig", "FIN", late)}, want: Met},
		"table: punctuation and accents do not matter":                    {need: "NS", have: []ClearanceRecord{held("TITKOS", "HUN", late)}, want: Met},
		"table: Latin letters inside Cyrillic":                            {need: "NS", have: []ClearanceRecord{held("Сeкpeтнo", "BGR", late)}, want: Met},
		"table: UK persons are vetted SC":                                 {need: "NS", have: []ClearanceRecord{held("SC", "GBR", late)}, want: Met},
		"table: UK SC is not DV":                                          {need: "CTS", have: []ClearanceRecord{held("SC", "GBR", late)}, want: NotMet},
		"table: a word that is not in the nation's row":                   {need: "NS", have: []ClearanceRecord{held("SECRET", "ESP", late)}, want: ToJudge},
		"table: an unconfirmed row never decides":                         {need: "NS", have: []ClearanceRecord{held("GİZLİ", "TUR", late)}, want: ToJudge},
		"table: a national level has no ATOMAL":                           {need: "CTS-A", have: []ClearanceRecord{held("Top Secret", "USA", late)}, want: NotMet},
		"cross scheme: an EU clearance is not a NATO one":                 {need: "NS", have: []ClearanceRecord{held("SECRET UE/EU SECRET", "EU", late)}, want: ToJudge},
		"issuer NATO with the bare word":                                  {need: "NS", have: []ClearanceRecord{held("Secret", "NATO", late)}, want: Met},
		"no issuer and a bare word":                                       {need: "NS", have: []ClearanceRecord{held("Secret", "", late)}, want: ToJudge},

		"mode subject to receipt never knocks out":         {need: "NS", have: []ClearanceRecord{held("NC", "NATO", late)}, mode: ClearanceSubjectToReceipt, want: ToJudge, why: "Not asked at screening"},
		"mode header only is information":                  {need: "NS", have: []ClearanceRecord{expired}, mode: ClearanceHeaderOnly, want: ToJudge},
		"mode hold at level knocks out":                    {need: "NS", have: []ClearanceRecord{held("NC", "NATO", late)}, mode: ClearanceHoldAtLevel, want: NotMet},
		"mode must already hold: a lower one may upgrade":  {need: "NS", have: []ClearanceRecord{held("NC", "NATO", late)}, mode: ClearanceMustAlreadyHold, want: ToJudge, why: "upgrade"},
		"mode must already hold: expired knocks out":       {need: "NS", have: []ClearanceRecord{held("NS", "NATO", "2024-01-01")}, mode: ClearanceMustAlreadyHold, want: NotMet},
		"fast track without a level: a NATO clearance":     {have: []ClearanceRecord{held("NC", "NATO", late)}, mode: ClearanceMustAlreadyHold, want: Met},
		"fast track without a level: expired":              {have: []ClearanceRecord{held("NC", "NATO", "2024-01-01")}, mode: ClearanceMustAlreadyHold, want: NotMet},
		"fast track without a level: a national clearance": {have: []ClearanceRecord{held("Geheim", "DEU", late)}, mode: ClearanceMustAlreadyHold, want: ToJudge},
		"fast track without a level: nothing in the file":  {mode: ClearanceMustAlreadyHold, want: NotStated},
		"none held is a fact":                              {need: "NS", have: []ClearanceRecord{{Level: ClearanceLevelNone}}, want: NotMet, why: "no clearance is held"},
		"none held never knocks out after selection":       {need: "NS", have: []ClearanceRecord{{Level: ClearanceLevelNone}}, mode: ClearanceSubjectToReceipt, want: ToJudge, why: "Not asked at screening"},
		"none beside one that is held":                     {need: "NS", have: []ClearanceRecord{{Level: ClearanceLevelNone}, held("NS", "NATO", late)}, want: Met},
		"issuer: a member of NATO":                         {need: "NS", have: []ClearanceRecord{held("NS", "BEL", late)}, want: Met},
		"issuer: no member of NATO":                        {need: "NS", have: []ClearanceRecord{held("NS", "CHE", late)}, want: ToJudge, why: "issued by CHE, which is no member of NATO"},
		"issuer: no member of NATO, and too low":           {need: "CTS", have: []ClearanceRecord{held("NS", "CHE", late)}, want: NotMet},
		"issuer: the EU issues no NATO level":              {need: "NS", have: []ClearanceRecord{held("NS", "EU", late)}, want: ToJudge},
		"issuer: not stated":                               {need: "NS", have: []ClearanceRecord{held("NS", "", late)}, want: ToJudge, why: "does not state who issued it"},
		"issuer: fast track without a level":               {have: []ClearanceRecord{held("NS", "CHE", late)}, mode: ClearanceMustAlreadyHold, want: ToJudge},
		"a criterion without a level":                      {have: []ClearanceRecord{held("NS", "NATO", late)}, want: ToJudge},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := Context{ClosingDate: day("2025-01-07"), ClearanceMode: tc.mode}
			got := Check(Requirement{Kind: KindClearance, Clearance: tc.need}, Facts{Clearances: tc.have}, c)
			if got.Verdict != tc.want || !strings.Contains(got.Why, tc.why) {
				t.Errorf("got %q: %s\nwant %q: …%s…\n%q", got.Verdict, got.Why, tc.want, tc.why, got.Assumptions)
			}
		})
	}
}

func TestClearanceFigures(t *testing.T) {
	t.Parallel()
	got := Check(Requirement{Kind: KindClearance, Clearance: ClearanceNS},
		Facts{Clearances: []ClearanceRecord{held("NC", "NATO", "2026-01-01"), held("CTS", "BEL", "2028-01-31")}}, Context{ClosingDate: day("2025-01-07")})
	if diff := cmp.Diff(&ClearanceFigures{Level: "CTS", ValidUntil: "2028-01-31"}, got.Figures.Clearance); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{1}, got.ClearancesUsed); diff != "" {
		t.Errorf("records used (-want +got):\n%s", diff)
	}
}

func TestClearanceTableIsSound(t *testing.T) {
	t.Parallel()
	for _, row := range clearanceTable {
		if row.issuer != "EU" && natoMember(row.issuer) == nil {
			t.Errorf("%s is no member of NATO", row.issuer)
		}
		for _, list := range [][]string{row.topSecret, row.secret, row.confidential, row.reserved} {
			for _, m := range list {
				if _, found := clearanceIndex()[clearanceKey{row.issuer, clearanceFold(strings.ToLower(m))}]; !found {
					t.Errorf("%s %q is not found in small letters", row.issuer, m)
				}
			}
		}
	}
}
