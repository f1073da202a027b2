package model

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// warningCodes reads the codes from the source, so that one without a sentence cannot hide.
func warningCodes(t *testing.T) map[string]WarningCode {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "warning.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]WarningCode{}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		if id, ok := v.Type.(*ast.Ident); ok && id.Name == "WarningCode" {
			code, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			out[v.Names[0].Name] = WarningCode(code)
		}
		return true
	})
	if len(out) < 10 {
		t.Fatalf("only %d codes found", len(out))
	}
	return out
}

func TestEveryWarningHasOneSentence(t *testing.T) {
	t.Parallel()
	rows := map[WarningCode]int{}
	for _, s := range warningSentences {
		rows[s.code]++
	}
	codes := warningCodes(t)
	for name, code := range codes {
		if rows[code] != 1 {
			t.Errorf("%s (%q) has %d rows, want one", name, code, rows[code])
		}
	}
	if len(rows) != len(codes) {
		t.Errorf("%d codes have rows, %d are declared", len(rows), len(codes))
	}
}

func TestEverySentenceOfAWarningTakesItsArguments(t *testing.T) {
	t.Parallel()
	for _, s := range warningSentences {
		w := Warning{Code: s.code}
		for i := range s.args {
			w.Args = append(w.Args, fmt.Sprintf("argument %d", i))
		}
		got := w.Message()
		if strings.Contains(got, "%!") || strings.Contains(got, string(s.code)+":") {
			t.Errorf("%s does not fit its arguments: %s", s.code, got)
		}
		for _, a := range w.Args {
			if !strings.Contains(got, a) {
				t.Errorf("%s does not show %s: %s", s.code, a, got)
			}
		}
	}
}

// The reader gives every code with as many arguments as its sentence has: its calls are read from its source.
func TestReaderGivesEveryWarningItsArguments(t *testing.T) {
	t.Parallel()
	codes := warningCodes(t)
	given := map[WarningCode]int{}
	for _, pattern := range []string{"*.go", "posting/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") || path == "warning.go" {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				switch x := n.(type) {
				case *ast.CallExpr: // r.warn(line, code, args…), add(criterion, code, args…)
					if len(x.Args) < 2 {
						return true
					}
					if code, ok := codes[constant(x.Args[1])]; ok {
						given[code]++
						if got, want := len(x.Args)-2, arguments(code); got != want {
							t.Errorf("%s gives %s %d arguments, its sentence has %d", path, code, got, want)
						}
					}
				case *ast.AssignStmt: // code := model.WarnX, of warnings without arguments
					for _, v := range x.Rhs {
						if code, ok := codes[constant(v)]; ok {
							given[code]++
							if arguments(code) != 0 {
								t.Errorf("%s gives %s no arguments", path, code)
							}
						}
					}
				}
				return true
			})
		}
	}
	for name, code := range codes {
		if given[code] == 0 {
			t.Errorf("nothing gives %s", name)
		}
	}
}

func constant(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}

func arguments(code WarningCode) int {
	for _, s := range warningSentences {
		if s.code == code {
			return len(s.args)
		}
	}
	return -1
}

func TestAWarningOfANewerProgramIsShown(t *testing.T) {
	t.Parallel()
	for want, w := range map[string]Warning{
		"a newer program warns of this: tide":              {Code: "tide"},
		"a newer program warns of this: tide, high, rocks": {Code: "tide", Args: []string{"high", "rocks"}},
		"a newer program warns of this: cut, at the end":   {Code: WarnCut, Args: []string{"at the end"}},
	} {
		if got := w.Message(); got != want {
			t.Errorf("%+v is shown as %q, want %q", w, got, want)
		}
	}
}

// Problems of a file hold sentences. They are shown and never stored, so no payload may reach one.
func TestNoPayloadHoldsAProblem(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{}
	var walk func(at string, x reflect.Type)
	walk = func(at string, x reflect.Type) {
		if seen[x] {
			return
		}
		seen[x] = true
		switch x.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(at, x.Elem())
		case reflect.Map:
			walk(at, x.Key())
			walk(at, x.Elem())
		case reflect.Struct:
			if x == reflect.TypeFor[Problem]() {
				t.Errorf("%s stores a problem's sentence", at)
			}
			for i := range x.NumField() {
				walk(at+"."+x.Field(i).Name, x.Field(i).Type)
			}
		}
	}
	for _, p := range Payloads() {
		x := reflect.TypeOf(p)
		walk(x.String(), x)
	}
	if !seen[reflect.TypeFor[Warning]()] {
		t.Error("the walk found no warning, so it looks at nothing")
	}
}
