package tui_test

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// This file holds it to one rule: a word that is stored is not the word that people read. A stored type of words says
// itself with Words(), and vocab.Wire writes it where it is stored, read back or hashed. Turning it into a string in any
// other way, or handing it to a format, is an error everywhere but in packages for tests, which speak to developers.

// named are types of strings that are no vocabulary: names and numbers that people give or see as they are.
var named = []string{"model.MemberID", "model.DeviceID", "model.ChainID", "model.ImportID"}

func TestStoredWordsAreNotShown(t *testing.T) {
	t.Parallel()
	for _, p := range typedPackages(t) {
		if strings.HasSuffix(p.path, "test") || p.path == "model/vocab" {
			continue
		}
		for _, f := range p.files {
			ast.Inspect(f, func(n ast.Node) bool {
				var shown []string
				switch n := n.(type) {
				case *ast.CallExpr:
					shown = shownByCall(p, n)
				case *ast.CompositeLit:
					shown = shownByList(p, n)
				}
				for _, what := range shown {
					t.Errorf("%s: %s is a stored word: say it with Words(), or vocab.Wire if it is written to be read back", p.at(n), what)
				}
				return true
			})
		}
	}
}

// TestWireWordsStayOutOfSentences keeps the way out narrow: no screen and no command hands a stored word to a format or
// glues it to a text.
func TestWireWordsStayOutOfSentences(t *testing.T) {
	t.Parallel()
	for _, p := range typedPackages(t) {
		if !under(p.path, "tui") {
			continue
		}
		for _, f := range p.files {
			ast.Inspect(f, func(n ast.Node) bool {
				for _, e := range sentenceParts(p, n) {
					if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && isWire(p, call) {
						t.Errorf("%s: vocab.Wire in a text for people: say it with Words()", p.at(call))
					}
				}
				return true
			})
		}
	}
}

// sentenceParts are what a call hands to a format, or what is glued to a text with a space in it.
func sentenceParts(p typed, n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		if formats(p, n) {
			return n.Args
		}
	case *ast.BinaryExpr:
		if n.Op == token.ADD && (glue(p, n.X) || glue(p, n.Y)) {
			return []ast.Expr{n.X, n.Y}
		}
	}
	return nil
}

// glue returns true for a constant text with a letter before or behind a space, such as " criterion".
func glue(p typed, e ast.Expr) bool {
	v := p.info.Types[e].Value
	return v != nil && strings.ContainsAny(v.String(), " .:“”(") && len(v.String()) > 3
}

// shownByCall lists the stored words that a call turns into text.
func shownByCall(p typed, call *ast.CallExpr) (out []string) {
	if tv := p.info.Types[call.Fun]; tv.IsType() {
		if len(call.Args) == 1 && text(tv.Type) && vocabulary(tv.Type) == nil {
			out = append(out, vocabulary(p.info.Types[call.Args[0]].Type)...)
		}
		return out
	}
	sig, ok := p.info.Types[call.Fun].Type.(*types.Signature)
	if !ok {
		return nil
	}
	for i, a := range call.Args {
		if anything(parameter(sig, i, call.Ellipsis.IsValid())) {
			out = append(out, vocabulary(p.info.Types[a].Type)...)
		}
	}
	return out
}

// shownByList lists the stored words in a list of anything, which is made to be handed to a format.
func shownByList(p typed, list *ast.CompositeLit) (out []string) {
	slice, ok := p.info.Types[list].Type.Underlying().(*types.Slice)
	if !ok || !anything(slice.Elem()) {
		return nil
	}
	for _, e := range list.Elts {
		out = append(out, vocabulary(p.info.Types[e].Type)...)
	}
	return out
}

// formats returns true if a call takes any number of anything, as fmt.Sprintf does.
func formats(p typed, call *ast.CallExpr) bool {
	sig, ok := p.info.Types[call.Fun].Type.(*types.Signature)
	return ok && sig.Variadic() && anything(parameter(sig, sig.Params().Len()-1, false))
}

// parameter is the type of the parameter that takes an argument; nil if the arguments are spread from a list.
func parameter(sig *types.Signature, i int, spread bool) types.Type {
	last := sig.Params().Len() - 1
	switch {
	case !sig.Variadic() || i < last:
		if i > last {
			return nil
		}
		return sig.Params().At(i).Type()
	case spread:
		return nil
	}
	if list, ok := sig.Params().At(last).Type().(*types.Slice); ok {
		return list.Elem()
	}
	return nil // append takes the bytes of a string
}

// anything returns true for the empty interface.
func anything(t types.Type) bool {
	if t == nil {
		return false
	}
	if _, ok := t.(*types.TypeParam); ok {
		return false
	}
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

// text returns true for a type that text is made of: strings, bytes and letters.
func text(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && (b.Kind() == types.Byte || b.Kind() == types.Rune)
	}
	return false
}

// vocabulary names the stored types of words of this module that a type is, points to or lists. A type parameter that
// stands for strings may be one, too.
func vocabulary(t types.Type) []string {
	switch x := types.Unalias(t).(type) {
	case *types.Pointer:
		return vocabulary(x.Elem())
	case *types.Slice:
		return vocabulary(x.Elem())
	case *types.TypeParam:
		if stringsOnly(x) {
			return []string{"what the type parameter " + x.Obj().Name() + " stands for"}
		}
	case *types.Named:
		if name := vocabularyName(x.Obj()); name != "" {
			return []string{name}
		}
	}
	return nil
}

// vocabularyName is the name of a stored type of words, from the root of the module; "" for any other type.
func vocabularyName(o types.Object) string {
	if o.Pkg() == nil {
		return ""
	}
	at, ours := strings.CutPrefix(o.Pkg().Path(), module+"/")
	basic, ok := o.Type().Underlying().(*types.Basic)
	name := at + "." + o.Name()
	if !ok || basic.Info()&types.IsString == 0 || !ours || !under(at, "model") || slices.Contains(named, name) {
		return ""
	}
	return name
}

// stringsOnly returns true if a type parameter takes types of strings.
func stringsOnly(p *types.TypeParam) bool {
	i, ok := p.Constraint().Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for e := range i.EmbeddedTypes() {
		u, ok := e.(*types.Union)
		if !ok {
			continue
		}
		for term := range u.Terms() {
			if b, ok := term.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
				return true
			}
		}
	}
	return false
}

// isWire returns true for a call of vocab.Wire.
func isWire(p typed, call *ast.CallExpr) bool {
	fun := call.Fun
	if x, ok := fun.(*ast.IndexExpr); ok {
		fun = x.X
	}
	s, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	f, ok := p.info.Uses[s.Sel].(*types.Func)
	return ok && f.Name() == "Wire" && f.Pkg() != nil && f.Pkg().Path() == module+"/model/vocab"
}
