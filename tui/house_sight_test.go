package tui_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// This file holds it to one rule: a screen sees a vacancy as the member who works, and has no words to ask for the work of
// another. The compiler says so for what a screen is given; the walk says so for the doors around it.

// leaks are ways in which a screen could ask for a draft of Bruno. v is what Ann's screen is given, f the open file.
var leaks = map[string]string{
	"asks for the assessment of another": `_ = v.Assessment(1, "M2")`,
	"asks for what was settled":          `_, _ = v.AgreedRating(1, 1)`,
	"walks over all assessments":         `_ = v.Assessments`,
	"walks over the work":                `_ = v.Work`,
	"looks as another":                   `_ = v.As("M2")`,
	"takes the whole state":              `_ = v.Snapshot()`,
	"takes the board out of the view":    `_ = v.b`,
	"changes who looks":                  `v.viewer = "M2"`,
	"makes a view":                       `_ = model.View{}.Own(1); _ = &model.View{viewer: "M2"}`,
	"asks for the progress of another":   `_, _ = v.Progress(1, "M2")`,
	"loads the board":                    `_, _ = f.Load()`,
	"asks for another's own":             `_ = v.Own(1, "M2")`,
}

// fixture is a screen that does one thing when the board changes.
const fixture = `package leak

import (
	"shortlist/model"
	"shortlist/tui/kit"
)

func refresh(v *model.View, f kit.File) {
	_ = f
	%s
}
`

func TestAScreenCannotNameTheWorkOfAnotherMember(t *testing.T) {
	t.Parallel()
	compile := compiler(t)
	for name, own := range map[string]string{
		"the own assessment":         `_ = v.Own(1).Ratings`,
		"what is visible to oneself": `_ = v.Visible(1)`,
		"what all may know":          `_ = v.Criteria; _ = v.Label(1); _ = v.Member("M2")`,
	} {
		if err := compile(own); err != nil {
			t.Errorf("a screen may ask for %s: %v", name, err)
		}
	}
	for name, leak := range leaks {
		if err := compile(leak); err == nil {
			t.Errorf("a screen that %s compiles: %s", name, leak)
		}
	}
}

// compiler returns what tells whether a screen with one statement compiles against the program as it is.
func compiler(t *testing.T) func(statement string) error {
	t.Helper()
	l, err := listOnce()
	if err != nil {
		t.Fatal(err)
	}
	return func(statement string) error {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "leak.go", fmt.Sprintf(fixture, statement), 0)
		if err != nil {
			t.Fatal(err)
		}
		lookup := func(path string) (io.ReadCloser, error) { return os.Open(l.exports[path]) }
		conf := types.Config{Importer: importer.ForCompiler(fset, "gc", lookup)}
		_, err = conf.Check("shortlist/tui/screens/leak", fset, []*ast.File{f}, nil)
		return err
	}
}

// doors lead past a view. No screen uses them.
var doors = []string{
	"model.Board", "model.State", "model.Work", "model.Fold", "model.Restore", "model.NewBoard", "model.Decide", "kit.Loader",
	"Event.Payload", // told by View.Narrate, as far as the viewer may read it
}

func TestNoScreenGoesAroundTheView(t *testing.T) {
	t.Parallel()
	seen := 0
	for _, p := range typedPackages(t) {
		if !under(p.path, "tui/screens") || strings.HasSuffix(p.path, "test") {
			continue
		}
		seen++
		for id, obj := range p.info.Uses {
			if slices.Contains(doors, doorName(obj)) {
				t.Errorf("%s: a screen uses %s, which leads past what its member may see", p.at(id), doorName(obj))
			}
		}
	}
	if seen < 9 {
		t.Errorf("only %d packages of screens were found", seen)
	}
}

// doorName names what a package or a type of the module offers: model.Fold, kit.File.Load.
func doorName(obj types.Object) string {
	if obj.Pkg() == nil || !strings.HasPrefix(obj.Pkg().Path(), module+"/") {
		return ""
	}
	if v, ok := obj.(*types.Var); ok && v.IsField() {
		if v.Name() == "Payload" {
			return "Event.Payload"
		}
		return ""
	}
	name := obj.Pkg().Name() + "."
	if f, ok := obj.(*types.Func); ok && f.Signature().Recv() != nil {
		t := f.Signature().Recv().Type()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem()
		}
		if n, ok := t.(*types.Named); ok {
			name += n.Obj().Name() + "."
		}
	}
	return name + obj.Name()
}
