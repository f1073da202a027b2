package tui_test

import (
	"bytes"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// This file keeps files and functions short enough to be read at once. A file past the limit usually holds two things.

const (
	maxFileLines     = 400
	maxFunctionLines = 60
)

// longFiles may be longer than maxFileLines. Only tables belong here; code that is here is waiting to be split. An entry
// that is not needed any more fails the test.
var longFiles = []string{
	"model/posting/heading_list.go",
	"model/posting/heading_list_demands.go",
	"model/posting/item_words.go",
	"model/posting/label_list.go",
}

// longFunctions may be longer than maxFunctionLines: "folder.Function" or "folder.Type.Method". An entry that is not
// needed any more fails the test.
var longFunctions = []string{}

func TestFilesAreShort(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(s.path)))
		if err != nil {
			t.Fatal(err)
		}
		n := bytes.Count(data, []byte("\n"))
		seen[s.path] = n
		if n > maxFileLines && !slices.Contains(longFiles, s.path) {
			t.Errorf("%s has %d lines, more than %d: look for the second thing in it and give it a file", s.path, n, maxFileLines)
		}
	}
	for _, path := range longFiles {
		if n, there := seen[path]; !there {
			t.Errorf("longFiles names %s, which does not exist", path)
		} else if n <= maxFileLines {
			t.Errorf("longFiles names %s, which has %d lines: take it out", path, n)
		}
	}
}

func TestFunctionsAreShort(t *testing.T) {
	t.Parallel()
	long := map[string]int{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1
			if n <= maxFunctionLines {
				continue
			}
			name := functionName(s, f)
			long[name] = n
			if !slices.Contains(longFunctions, name) {
				t.Errorf("%s: %s has %d lines, more than %d: look for the second job in it", s.path, name, n, maxFunctionLines)
			}
		}
	}
	for _, name := range longFunctions {
		if long[name] == 0 {
			t.Errorf("longFunctions names %s, which is not that long or does not exist: take it out", name)
		}
	}
}

// functionName is the folder, the type of the receiver if there is one, and the name.
func functionName(s source, f *ast.FuncDecl) string {
	name := s.pkg + "."
	if f.Recv != nil {
		x := f.Recv.List[0].Type
		if p, ok := x.(*ast.StarExpr); ok {
			x = p.X
		}
		if i, ok := x.(*ast.IndexExpr); ok {
			x = i.X
		}
		if id, ok := x.(*ast.Ident); ok {
			name += id.Name + "."
		}
	}
	return name + f.Name.Name
}
