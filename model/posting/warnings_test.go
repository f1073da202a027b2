package posting_test

// This file holds the warnings of lists that were not read and of criteria that are not asked together.

import (
	"slices"
	"testing"

	"shortlist/model"
	"shortlist/model/posting"
)

func TestWhatMayBeReadWronglyIsSaid(t *testing.T) {
	t.Parallel()
	const head = "Harbour Pilot\n\nREQUIREMENTS\n- a degree in law;\n- fluent French;\n"
	for _, x := range []struct {
		name, text string
		code       model.WarningCode
		line       int
		want       bool
	}{
		{"two criteria of which one is enough", head + "OR\n- ten years at sea;\n", model.WarnAlternatives, 6, true},
		{"criteria that are asked together", head + "- ten years at sea;\n", model.WarnAlternatives, 0, false},
		{"a list below a heading that nobody knows", head + "Harbour school\n- the port has one\n- it is free\n", model.WarnPartNotRead, 7, true},
		{"a list of demands before any heading", "Harbour Pilot\n\n- knowledge of the sea\n- experience with lamps\n\nREQUIREMENTS\n- a degree in law;\n", model.WarnPartNotRead, 3, true},
		{"benefits below their heading", head + "WHAT WE OFFER\n- free tea\n- a bunk\n", model.WarnPartNotRead, 0, false},
		{"three in one", "Harbour Pilot\n\nESSENTIAL\n- a degree in law (1) or trade (2) or the sea (3);\n- fluent French;\n", model.WarnLongCriterion, 4, true},
		{"one in one", head, model.WarnLongCriterion, 0, false},
	} {
		draft := posting.Read(x.text)
		i := slices.IndexFunc(draft.Warnings, func(w model.Warning) bool { return w.Code == x.code })
		if i >= 0 != x.want || i >= 0 && draft.Warnings[i].Line != x.line {
			t.Errorf("%s: %+v", x.name, draft.Warnings)
		}
	}
}
