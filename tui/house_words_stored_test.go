package tui_test

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/model/posting"
	"shortlist/model/requirement"
)

// This file holds the stored words themselves: none ever changes, and what people read in their place is never empty and
// never the same for two words of a type.

// unspoken are stored types of words without Words, each with the reason.
var unspoken = map[string]string{
	"model.Code":             "for programs; people read the sentence of the error",
	"model.CriteriaStepKind": "said with its arguments by CriteriaStep",
	"model.Interest":         "every place that speaks of a declaration has a sentence of its own",
	"model.VacancyStepKind":  "said with its arguments by VacancyStep",
	"model.WarningCode":      "said with its arguments by Warning.Message",
	"model/posting.Class":    "becomes a model.Class before anybody reads it",
	"model/posting.ReadAs":   "said with what the line belongs to by the package exports",
	"model/posting.SpanKind": "lines are coloured by it, and no text names it",
	"model/requirement.Role": "part of the sentence of a language",
}

// spoken says the words of each type that has some.
var spoken = map[string]func(string) string{
	"model.AssessmentState": func(s string) string { return model.AssessmentState(s).Words() },
	"model.Basis":           func(s string) string { return model.Basis(s).Words() },
	"model.Class":           func(s string) string { return model.Class(s).Words() },
	"model.Gate":            func(s string) string { return model.Gate(s).Words() },
	"model.Outcome":         func(s string) string { return model.Outcome(s).Words() },
	"model.Phase":           func(s string) string { return model.Phase(s).Words() },
	"model.Role":            func(s string) string { return model.Role(s).Words() },
	"model.ScaleKind":       func(s string) string { return model.ScaleKind(s).Words() },
	"model.Status":          func(s string) string { return model.Status(s).Words() },
	"model.Value":           func(s string) string { return model.Value(s).Words() },

	"model/posting.ConditionKind": func(s string) string { return posting.ConditionKind(s).Words() },
	"model/posting.Stage":         func(s string) string { return posting.Stage(s).Words() },

	"model/requirement.ClearanceLevel":  func(s string) string { return requirement.ClearanceLevel(s).Words() },
	"model/requirement.ClearanceMode":   func(s string) string { return requirement.ClearanceMode(s).Words() },
	"model/requirement.ClearanceStatus": func(s string) string { return requirement.ClearanceStatus(s).Words() },
	"model/requirement.Count":           func(s string) string { return requirement.Count(s).Words() },
	"model/requirement.DegreeLevel":     func(s string) string { return requirement.DegreeLevel(s).Words() },
	"model/requirement.JobKind":         func(s string) string { return requirement.JobKind(s).Words() },
	"model/requirement.Kind":            func(s string) string { return requirement.Kind(s).Words() },
	"model/requirement.Scale":           func(s string) string { return requirement.Scale(s).Words() },
	"model/requirement.Verdict":         func(s string) string { return requirement.Verdict(s).Words() },
}

// storedWords are the constants of every exported vocabulary by the name of the type, in alphabetical order.
func storedWords(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, p := range typedPackages(t) {
		for _, name := range p.pkg.Scope().Names() {
			switch o := p.pkg.Scope().Lookup(name).(type) {
			case *types.TypeName:
				if v := vocabularyName(o); v != "" && o.Exported() && !o.IsAlias() {
					out[v] = append(out[v], []string{}...)
				}
			case *types.Const:
				n, ok := o.Type().(*types.Named)
				if !ok || !n.Obj().Exported() {
					continue
				}
				if v := vocabularyName(n.Obj()); v != "" {
					out[v] = append(out[v], constant.StringVal(o.Val()))
				}
			}
		}
	}
	for v := range out {
		slices.Sort(out[v])
	}
	return out
}

// notStored are vocabularies that only live in memory, so that their words may change.
var notStored = []string{"model.Basis", "model.Code", "model/posting.SpanKind"}

func TestStoredWordsNeverChange(t *testing.T) {
	t.Parallel()
	var lines []string
	for v, words := range storedWords(t) {
		if slices.Contains(notStored, v) {
			continue
		}
		for _, w := range words {
			lines = append(lines, fmt.Sprintf("%s %q", v, w))
		}
	}
	slices.Sort(lines)
	const golden = "testdata/stored_words.golden" // written by hand, line by line
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	was := strings.Split(strings.TrimSuffix(string(want), "\n"), "\n")
	for _, l := range was {
		if !slices.Contains(lines, l) {
			t.Errorf("%s: files, hashes and documents hold this word: it may neither change nor go", l)
		}
	}
	for _, l := range lines {
		if !slices.Contains(was, l) {
			t.Errorf("%s: a new stored word, which can never change: add it to %s", l, golden)
		}
	}
}

func TestEveryStoredWordHasWordsOfItsOwn(t *testing.T) {
	t.Parallel()
	all := storedWords(t)
	for v, words := range all {
		say, is := spoken[v]
		if _, not := unspoken[v]; is == not {
			t.Errorf("%s belongs either to spoken or, with a reason, to unspoken", v)
		}
		if !is {
			continue
		}
		seen := map[string]string{}
		for _, w := range words {
			shown := say(w)
			if before, twice := seen[shown]; twice {
				t.Errorf("%s: %q and %q are both shown as %q", v, before, w, shown)
			}
			if shown == "" && w != "" {
				t.Errorf("%s: %q is shown as nothing", v, w)
			}
			seen[shown] = w
		}
		if got := say("of a\tnewer\u200b program"); got != "of a newer program" {
			t.Errorf("%s: a word of a newer program is shown as %q", v, got)
		}
	}
	for v := range spoken {
		if _, ok := all[v]; !ok {
			t.Errorf("spoken names %s, which is gone", v)
		}
	}
	for v := range unspoken {
		if _, ok := all[v]; !ok {
			t.Errorf("unspoken names %s, which is gone", v)
		}
	}
}

// TestTablesOfWordsAreComplete looks at every table from a stored word to its words, by its name: it holds all of the
// type.
func TestTablesOfWordsAreComplete(t *testing.T) {
	t.Parallel()
	all, tables := storedWords(t), 0
	for _, p := range typedPackages(t) {
		if !under(p.path, "model") {
			continue
		}
		for _, f := range p.files {
			ast.Inspect(f, func(n ast.Node) bool {
				spec, ok := n.(*ast.ValueSpec)
				if !ok || len(spec.Values) != 1 || !strings.HasSuffix(spec.Names[0].Name, "Words") {
					return true
				}
				list, ok := spec.Values[0].(*ast.CompositeLit)
				if !ok {
					return true
				}
				table, ok := p.info.Types[list].Type.Underlying().(*types.Map)
				if !ok || !text(table.Elem()) {
					return true
				}
				tables++
				for _, v := range vocabulary(table.Key()) {
					has := keysOf(p, list)
					for _, w := range all[v] {
						if w != "" && !slices.Contains(has, w) {
							t.Errorf("%s: the table of %s has no words for %q", p.at(list), v, w)
						}
					}
				}
				return true
			})
		}
	}
	if tables < 15 {
		t.Errorf("only %d tables found", tables)
	}
}

// keysOf are the constant keys of a table.
func keysOf(p typed, list *ast.CompositeLit) (out []string) {
	for _, e := range list.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if v := p.info.Types[kv.Key].Value; v != nil {
				out = append(out, constant.StringVal(v))
			}
		}
	}
	return out
}
