package tui_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// This file reads the module with its types, for the rules of the house that names alone do not show. It asks the go
// command for the compiled form of what a package imports, so that nothing is compiled twice.

// typed is one package of the module with its types; test files are left out.
type typed struct {
	path  string // from the root of the module; "" is the root
	fset  *token.FileSet
	pkg   *types.Package
	files []*ast.File
	info  *types.Info
}

// listed is what the go command says of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// typedPackages reads every package of the module once.
func typedPackages(t *testing.T) []typed {
	t.Helper()
	all, err := typedOnce()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("only %d packages found", len(all))
	}
	return all
}

// listing is what the go command says of the module: its packages, and where the compiled form of each package is.
type listing struct {
	packages []listed
	exports  map[string]string
}

var listOnce = sync.OnceValues(func() (listing, error) {
	cmd := exec.Command("go", "list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles", "./...")
	cmd.Dir, cmd.Stderr = "..", os.Stderr
	l := listing{exports: map[string]string{}}
	out, err := cmd.Output()
	if err != nil {
		return l, fmt.Errorf("list the packages: %w", err)
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return l, nil
		} else if err != nil {
			return l, err
		}
		l.exports[p.ImportPath] = p.Export
		if p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/") {
			l.packages = append(l.packages, p)
		}
	}
})

var typedOnce = sync.OnceValues(func() ([]typed, error) {
	l, err := listOnce()
	if err != nil {
		return nil, err
	}
	var all []typed
	for _, p := range l.packages {
		x, err := typeCheck(p, l.exports)
		if err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	return all, nil
})

func typeCheck(p listed, exports map[string]string) (typed, error) {
	x := typed{
		path: strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/"),
		fset: token.NewFileSet(),
		info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}},
	}
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(x.fset, filepath.Join(p.Dir, name), nil, 0)
		if err != nil {
			return x, err
		}
		x.files = append(x.files, f)
	}
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	conf := types.Config{Importer: importer.ForCompiler(x.fset, "gc", lookup)}
	var err error
	if x.pkg, err = conf.Check(p.ImportPath, x.fset, x.files, x.info); err != nil {
		return x, fmt.Errorf("read the types of %s: %w", p.ImportPath, err)
	}
	return x, nil
}

// at says where a node stands, from the root of the module.
func (x typed) at(n ast.Node) string {
	p := x.fset.Position(n.Pos())
	return fmt.Sprintf("%s:%d", filepath.ToSlash(filepath.Join(x.path, filepath.Base(p.Filename))), p.Line)
}
