package tui_test

import (
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strings"
	"testing"
)

// This file holds it to one rule: a word that is stored is not the word that people read. A stored type of words says
// itself with Words(); turning it into a string, or handing it to a format, is for the writers of stored forms alone.

// named are types of strings that are no vocabulary: names and numbers that people give or see as they are.
var named = []string{"model.MemberID", "model.DeviceID", "model.ChainID", "model.ImportID"}

// wireFiles may write stored words: folders and files whose work it is.
var wireFiles = []string{"store/codec/", "store/exports/"}

func TestStoredWordsAreNotShown(t *testing.T) {
	t.Parallel()
	for _, p := range typedPackages(t) {
		for _, f := range p.files {
			file := path.Join(p.path, path.Base(p.fset.Position(f.Pos()).Filename))
			if slices.ContainsFunc(wireFiles, func(w string) bool { return strings.HasPrefix(file, w) }) {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					for _, what := range shownWords(p, call) {
						t.Errorf("%s: %s is a stored word: say it with Words()", p.at(call), what)
					}
				}
				return true
			})
		}
	}
}

// shownWords lists the stored words that a call turns into text.
func shownWords(p typed, call *ast.CallExpr) (out []string) {
	if tv := p.info.Types[call.Fun]; tv.IsType() {
		if basic, ok := tv.Type.Underlying().(*types.Basic); ok && basic.Kind() == types.String && len(call.Args) == 1 && tv.Type == types.Typ[types.String] {
			out = append(out, vocabulary(p, call.Args[0])...)
		}
		return out
	}
	sig, ok := p.info.Types[call.Fun].Type.(*types.Signature)
	if !ok || !sig.Variadic() || call.Ellipsis.IsValid() {
		return nil
	}
	last := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if i, ok := last.Elem().Underlying().(*types.Interface); !ok || !i.Empty() {
		return nil
	}
	for _, a := range call.Args[min(sig.Params().Len()-1, len(call.Args)):] {
		out = append(out, vocabulary(p, a)...)
	}
	return out
}

// vocabulary names the type of an expression if it is a stored type of words of this module.
func vocabulary(p typed, e ast.Expr) []string {
	n, ok := types.Unalias(p.info.Types[e].Type).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	basic, ok := n.Underlying().(*types.Basic)
	if !ok || basic.Info()&types.IsString == 0 {
		return nil
	}
	at, ours := strings.CutPrefix(n.Obj().Pkg().Path(), module+"/")
	name := at + "." + n.Obj().Name()
	if !ours || !strings.HasPrefix(at, "model") || slices.Contains(named, name) {
		return nil
	}
	return []string{name}
}
