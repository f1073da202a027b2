package tui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// This file holds the house to its plan: who may import whom, what the model may not know, and the few habits that a
// compiler does not see. It walks the whole module.

const module = "shortlist"

// arrows say what of this module a package may import: the longest entry that is a prefix of its path counts, and
// every entry allows what lies below the packages it names, unless "=" stands before the name. A package may always
// import itself.
var arrows = map[string][]string{
	"":                    {"tui", "store", "model"},
	"tui":                 {"tui/kit", "model"},
	"tui/tuitest":         {"=tui", "tui/kit", "model"},
	"tui/screens":         {"tui/screens", "tui/widget", "tui/kit", "model"},
	"tui/screens/part":    {"tui/widget", "tui/kit", "model"},
	"tui/screens/home":    {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/screens/prepare": {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/screens/intake":  {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/screens/rate":    {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/screens/lists":   {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/screens/settle":  {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/screens/panel":   {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/screens/paper":   {"tui/screens/part", "tui/widget", "tui/kit", "model"},
	"tui/widget":          {"tui/kit", "model"},
	"tui/kit":             {"model"},
	"store":               {"store", "model"},
	"store/imports":       {"store/imports", "store/safefile", "model"},
	"store/exports":       {"store/exports", "store/safefile", "model"},
	"store/bundle":        {"store/bundle", "store/codec", "store/identity", "model"},
	"store/identity":      {"store/safefile", "model"},
	"store/codec":         {"model"},
	"store/safefile":      {},
	"store/sample":        {"store", "model"},
	"store/storetest":     {"store", "model"},
	"model":               {"model"},
	"model/modeltest":     {"model"},
	"model/posting":       {"=model", "model/requirement", "model/plaintext", "model/vocab"},
	"model/requirement":   {"model/vocab"},
	"model/scrub":         {"model/requirement"},

	"model/plaintext":    {},
	"model/vocab":        {"model/plaintext"},
	"store/imports/docx": {"store/imports/opc", "store/imports/text"},
	"store/imports/grid": {},
	"store/imports/ods":  {"store/imports/grid", "store/imports/opc", "store/imports/text"},
	"store/imports/opc":  {"store/imports/text"},
	"store/imports/pdf":  {"store/imports/text", "model/plaintext"},
	"store/imports/text": {"model/plaintext"},
	"store/imports/xlsx": {"store/imports/grid", "store/imports/opc", "store/imports/text"},
	"tui/cli":            {"=tui", "tui/kit", "model"},
}

// impure are the packages that the model may not import; a trailing / means all below.
var impure = []string{"os", "os/", "io/fs", "io/ioutil", "context", "math/rand", "math/rand/", "crypto/rand", "encoding/", "net", "net/", "syscall", "log", "log/"}

// source is one file of the module.
type source struct {
	path, pkg string // from the root of the module; pkg is its folder, "" at the root
	file      *ast.File
	fset      *token.FileSet
	test      bool
}

// sources reads every Go file of the module.
func sources(t *testing.T) []source {
	t.Helper()
	all, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files found", len(all))
	}
	return all
}

var parsed = sync.OnceValues(func() ([]source, error) {
	root, err := filepath.Abs("..")
	if err != nil {
		return nil, err
	}
	var out []source
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := strings.TrimSuffix(strings.TrimSuffix(rel, filepath.Base(path)), "/")
		out = append(out, source{rel, pkg, f, fset, strings.HasSuffix(rel, "_test.go")})
		return nil
	})
	return out, err
})

// imports are the paths that a file imports.
func (s source) imports() []string {
	var out []string
	for _, i := range s.file.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil {
			out = append(out, p)
		}
	}
	return out
}

// under tells whether a package is another one or lies below it.
func under(pkg, base string) bool { return pkg == base || strings.HasPrefix(pkg, base+"/") }

// allowed is what a package may import.
func allowed(pkg string) []string {
	best := ""
	for p := range arrows {
		if p != "" && under(pkg, p) && len(p) > len(best) {
			best = p
		}
	}
	return arrows[best]
}

func TestImportsFollowTheArrows(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		for _, path := range s.imports() {
			to, ours := strings.CutPrefix(path, module+"/")
			if !ours || to == s.pkg || s.test && (under(to, "model") || strings.HasSuffix(to, "test") || outside(s)) {
				continue
			}
			if !slices.ContainsFunc(allowed(s.pkg), func(p string) bool { return under(to, p) || "="+to == p }) {
				t.Errorf("%s imports %s", s.path, to)
			}
			if strings.HasSuffix(to, "test") && !strings.HasSuffix(s.pkg, "test") {
				t.Errorf("%s imports %s, which is for tests", s.path, to)
			}
		}
	}
}

// outside tells whether a test stands outside its package: then it sees the program as its users do.
func outside(s source) bool {
	return strings.HasSuffix(s.file.Name.Name, "_test") || s.file.Name.Name == "main"
}

func TestScreenAndStoreNeverMeet(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if s.test || s.pkg == "" {
			continue
		}
		for _, path := range s.imports() {
			to := strings.TrimPrefix(path, module+"/")
			if under(s.pkg, "tui") && under(to, "store") || under(s.pkg, "store") && under(to, "tui") || under(s.pkg, "model") && !under(to, "model") && to != path {
				t.Errorf("%s imports %s", s.path, to)
			}
		}
	}
}

// Pages lead to each other by the name of a route. A wing that imported another would tie their states together.
func TestNoWingOfTheScreensImportsAnother(t *testing.T) {
	t.Parallel()
	const wings, shared = "tui/screens", "tui/screens/part"
	found := map[string]bool{}
	for _, s := range sources(t) {
		if s.pkg == wings || !under(s.pkg, wings) {
			continue
		}
		found[s.pkg] = true
		for _, path := range s.imports() {
			to := strings.TrimPrefix(path, module+"/")
			if under(to, wings) && to != shared || to == shared && s.pkg == shared {
				t.Errorf("%s imports %s", s.path, to)
			}
		}
		if _, said := arrows[s.pkg]; !said {
			t.Errorf("%s has no arrows", s.pkg)
		}
	}
	if !found[shared] || len(found) < 2 {
		t.Errorf("only %v found", found)
	}
}

func TestTheModelIsPure(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if s.test || !under(s.pkg, "model") || s.pkg == "model/modeltest" {
			continue
		}
		for _, path := range s.imports() {
			if slices.ContainsFunc(impure, func(bad string) bool {
				return path == bad || strings.HasSuffix(bad, "/") && strings.HasPrefix(path, bad)
			}) {
				t.Errorf("%s imports %s", s.path, path)
			}
			first, _, _ := strings.Cut(path, "/")
			if strings.Contains(first, ".") && !strings.HasPrefix(path, "golang.org/x/text/") && !strings.HasPrefix(path, "gonum.org/v1/gonum/stat") {
				t.Errorf("%s imports %s, which nobody said is pure", s.path, path)
			}
		}
		s.calls(func(pkg, name string, at token.Position) {
			if pkg == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker"}, name) {
				t.Errorf("%s:%d: time.%s: time arrives in a Stamp", s.path, at.Line, name)
			}
		})
	}
}

// calls goes through every use of a name of a package.
func (s source) calls(visit func(pkg, name string, at token.Position)) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				visit(id.Name, sel.Sel.Name, s.fset.Position(sel.Pos()))
			}
		}
		return true
	})
}

func TestOnlyTheProgramQuitsAndRunsCommands(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if s.test || s.pkg == "tui" || s.pkg == "tui/tuitest" {
			continue
		}
		s.calls(func(pkg, name string, at token.Position) {
			bad := []string{"Quit", "Sequence", "Batch", "Tick", "Every", "Suspend", "ExecProcess", "Println", "Printf"}
			if pkg == "tea" && slices.Contains(bad, name) {
				t.Errorf("%s:%d: tea.%s: a screen returns effects", s.path, at.Line, name)
			}
			io := pkg == "os" && s.pkg != "tui/cli" // which reads passphrases from files
			if under(s.pkg, "tui") && (io || pkg == "time" && name == "Now") {
				t.Errorf("%s:%d: %s.%s: a screen does no I/O and knows no clock", s.path, at.Line, pkg, name)
			}
		})
	}
}

func TestKeysAreNamedAsTheTerminalNamesThem(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if s.test || !under(s.pkg, "tui") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "WithKeys" || isBind(n) {
					for _, a := range n.Args {
						if l, ok := a.(*ast.BasicLit); ok && l.Value == `" "` {
							t.Errorf("%s: the space bar is called \"space\"", s.fset.Position(n.Pos()))
						}
					}
				}
			case *ast.TypeAssertExpr:
				if sel, ok := n.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "KeyMsg" {
					t.Errorf("%s: tea.KeyMsg is also the release of a key", s.fset.Position(n.Pos()))
				}
			case *ast.TypeSpec:
				if id, ok := n.Type.(*ast.Ident); ok && id.Name == "error" && strings.HasSuffix(n.Name.Name, "Msg") {
					t.Errorf("%s: a message that is an error catches every error", s.fset.Position(n.Pos()))
				}
			}
			return true
		})
	}
}

func isBind(c *ast.CallExpr) bool {
	id, ok := c.Fun.(*ast.Ident)
	return ok && id.Name == "bind"
}

func TestThereIsNoHiddenRegistration(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: a list is a slice in one place, not an init", s.fset.Position(f.Pos()))
			}
		}
	}
}

func TestEveryPackageStatesItsRule(t *testing.T) {
	t.Parallel()
	stated := map[string]bool{}
	for _, s := range sources(t) {
		if s.test || s.pkg == "" {
			continue
		}
		stated[s.pkg] = stated[s.pkg] || false
		if s.path != s.pkg+"/doc.go" {
			continue
		}
		words := s.file.Doc.Text()
		stated[s.pkg] = strings.HasPrefix(words, "Package "+s.file.Name.Name+" ") && strings.Contains(words, "\nIts one rule: ")
	}
	for pkg, ok := range stated {
		if !ok {
			t.Errorf("%s has no doc.go with a package comment and a paragraph that begins with \"Its one rule: \"", pkg)
		}
	}
}

func TestEveryFileSaysWhatLivesThere(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if s.test || s.file.Doc != nil {
			continue
		}
		said := false
		for _, c := range s.file.Comments {
			said = said || strings.HasPrefix(c.Text(), "This file ")
		}
		if !said && !headed(s.file) {
			t.Errorf("%s does not say what lives there", s.path)
		}
	}
}

// headed tells whether the first thing of a file is explained, for files that hold one thing.
func headed(f *ast.File) bool {
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			return d.Doc != nil
		case *ast.GenDecl:
			if d.Tok != token.IMPORT {
				return d.Doc != nil
			}
		}
	}
	return false
}

func TestTheTopLevelIsFixed(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		top, _, deep := strings.Cut(s.path, "/")
		if !deep && top != "main.go" && !s.test || deep && !slices.Contains([]string{"tui", "model", "store"}, top) {
			t.Errorf("%s does not belong at the top", s.path)
		}
	}
}
