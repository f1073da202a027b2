package part

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/tui/kit"
)

func TestAKeyDoesWhatItsListingSaid(t *testing.T) {
	t.Parallel()
	var a Actions
	done := 0
	keys := a.Keep([]Action{
		On(kit.Add, func() []kit.Effect { done++; return nil }),
		Emit(kit.Remove.Unless("There is nothing to remove."), kit.Pop{}),
	}, kit.Back)
	if len(keys) != 3 || keys[2].Help() != kit.Back.Help() {
		t.Fatalf("listed %+v", keys)
	}
	if _, ok := a.Dispatch(kit.Press(kit.Add.Keys()[0])); !ok || done != 1 {
		t.Errorf("the action ran %d times", done)
	}
	got, ok := a.Dispatch(kit.Press(kit.Remove.Keys()[0]))
	if diff := cmp.Diff([]kit.Effect{kit.Note{Text: "There is nothing to remove."}}, got); !ok || diff != "" {
		t.Errorf("a key that does nothing now (-want +got):\n%s", diff)
	}
	if _, ok := a.Dispatch(kit.Press(kit.Back.Keys()[0])); ok {
		t.Error("a key without an action was answered")
	}
	a.Keep(nil)
	if _, ok := a.Dispatch(kit.Press(kit.Add.Keys()[0])); ok || done != 1 {
		t.Error("an action that is not listed any more was carried out")
	}
}
