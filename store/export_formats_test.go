package store

import "testing"

// TestEveryExportFormatSaysItsEnding: the screen proposes a path with it.
func TestEveryExportFormatSaysItsEnding(t *testing.T) {
	t.Parallel()
	for _, f := range new(Library).ExportFormats() {
		if f.Name == "" || f.Description == "" || f.Ext == "" {
			t.Errorf("%+v: something is empty", f)
		}
	}
}
