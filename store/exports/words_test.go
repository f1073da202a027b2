package exports

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"shortlist/model"
)

// newerWord is a stored word of a newer program. Shown with Words it loses its hidden character, which gives away a
// template or a writer that shows it as it is stored.
const (
	newerWord  = "of a newer\u200b program"
	shownAs    = "of a newer program"
	hiddenSign = "\u200b"
)

// withNewerWords puts a word of a newer program into every stored word of a value, but for the class of a criterion,
// without which it is in no list. It returns how many.
func withNewerWords(v reflect.Value) (n int) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Kind() == reflect.Pointer {
			n += withNewerWords(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			n += withNewerWords(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				n += withNewerWords(v.Field(i))
			}
		}
	case reflect.String:
		_, speaks := v.Interface().(interface{ Words() string })
		if _, class := v.Interface().(model.Class); speaks && !class {
			v.SetString(newerWord)
			return 1
		}
	default:
	}
	return n
}

func TestPapersForPeopleShowWordsAndDocumentsKeepWhatIsStored(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		if f.Name == "history" {
			continue // events as they are stored, from nothing in the report
		}
		r := revealedReport()
		if n := withNewerWords(reflect.ValueOf(&r).Elem()); n < 20 {
			t.Fatalf("only %d stored words in the report", n)
		}
		var out bytes.Buffer
		if err := f.Write(&out, given{r}); err != nil {
			t.Fatal(err)
		}
		shown, stored := strings.Count(out.String(), shownAs), strings.Count(out.String(), hiddenSign)
		if f.Name == "json" && (shown > 0 || stored < 20) {
			t.Errorf("json: %d words as people read them and %d as they are stored: all must be as they are stored", shown, stored)
		}
		if f.Name != "json" && (shown < 10 || stored > 0) {
			t.Errorf("%s: %d words as people read them and %d as they are stored: none may be as it is stored", f.Name, shown, stored)
		}
	}
}
