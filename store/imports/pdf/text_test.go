package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"shortlist/store/imports/text"
)

// smallFile is a file of pages that draw something in the font F1, whose letters are all half as wide as high, or F2,
// which is a font of symbols.
func smallFile(contents ...string) []byte {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [" + strings.Repeat("500 ", 256) + "] /ToUnicode 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Wingdings >>",
		streamObject("begincmap 1 beginbfchar <01> <FB01> endbfchar 1 beginbfchar <02> <F0B7> endbfchar 1 beginbfchar <03> <00AD> endbfchar endcmap"),
	}
	var kids []string
	for _, c := range contents {
		n := len(objects) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>", n+1), streamObject(c))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	return fileOf(objects, "")
}

func streamObject(data string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(data), data)
}

func fileOf(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, at)
	return b.Bytes()
}

// at draws words at a place.
func at(x, y int, words string) string {
	return fmt.Sprintf("BT /F1 10 Tf %d %d Td (%s) Tj ET\n", x, y, words)
}

// filler is a line that reaches the right edge: 80 letters of 5 points.
var filler = strings.TrimSpace(strings.Repeat("abcd ", 16))

func TestAPDFIsReadAsItLooks(t *testing.T) {
	t.Parallel()
	page := func(parts ...string) []string { return []string{strings.Join(parts, "")} }
	for rule, c := range map[string]struct {
		pages []string
		want  string
	}{
		"ligatures are taken apart":                       {page(at(72, 700, "an of\001ce with o\001cers and clerks")), "an offi"},
		"a private bullet becomes one":                    {page(at(72, 700, "\002"), at(90, 700, "possess a university degree")), "• possess a university degree"},
		"a letter of a symbol font is a bullet":           {page("BT /F2 10 Tf 72 700 Td (l) Tj ET\n", at(90, 700, "possess a university degree")), "• possess a university degree"},
		"a bullet that is drawn is one":                   {page("73 701 m 77 701 l 77 705 l 73 705 l f\n", at(90, 700, "possess a university degree")), "• possess a university degree"},
		"a bullet may be drawn after its words":           {page(at(90, 700, "possess a university degree"), at(72, 700, "\002")), "• possess a university degree"},
		"a space that was not written is seen":            {page("BT /F1 10 Tf 72 700 Td [(university) -300 (degree in arts)] TJ ET"), "university degree in arts"},
		"letters moved together are one word":             {page("BT /F1 10 Tf 72 700 Td [(univer) 60 (sity degrees)] TJ ET"), "university degrees"},
		"a wide gap parts a label from its value":         {page(at(72, 700, "Grade of the post"), at(300, 700, "G15")), "Grade of the post   G15"},
		"a wrapped line is joined":                        {page(at(72, 700, filler), at(72, 688, "and more words;"), at(72, 676, "Another line.")), filler + " and more words;\nAnother line."},
		"a line that ends early is not joined":            {page(at(72, 700, filler), at(72, 676, "Short one"), at(72, 664, "Next one")), "Short one\nNext one"},
		"a soft hyphen at the end of a line goes":         {page(at(72, 700, filler+" develop\003"), at(72, 688, "ment")), filler + " development"},
		"a divided word is closed":                        {page(at(72, 700, filler+" develop-"), at(72, 688, "ment of staff")), "development of staff"},
		"a divided word that stands elsewhere is closed":  {page(at(72, 720, "A fisherman."), at(72, 700, filler+" fisher-"), at(72, 688, "man")), "fisherman\n"},
		"a hyphen that belongs to a word stays":           {page(at(72, 700, filler+" civil-"), at(72, 688, "military matters")), "civil-military matters"},
		"an entry begins a line":                          {page(at(72, 700, "\002"), at(90, 700, filler), at(72, 688, "\002"), at(90, 688, "second entry")), filler + "\n• second entry"},
		"words drawn aslant are left out":                 {page(at(72, 700, "the words of the post"), "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET"), "the words of the post\n"},
		"a page written sideways is turned":               {page("BT /F1 10 Tf 0 1 -1 0 100 72 Tm (the words of the post) Tj ET"), "the words of the post\n"},
		"a picture inside the page is no text":            {page("BI /W 2 /H 1 ID (((\xff\x00 EI\n", at(72, 700, "the words of the post")), "the words of the post\n"},
		"marked furniture is left out":                    {page("/Artifact BMC ", at(72, 800, "Bureau"), "EMC ", at(72, 700, "the words of the post")), "the words of the post\n"},
		"a replacement stands for the letters it marks":   {page("/Span << /ActualText <FEFF00660066> >> BDC ", at(72, 700, "zz"), "EMC ", at(84, 700, "e words of the post")), "ff"},
		"a page number and a marking are left out":        {[]string{at(280, 820, "NATO UNCLASSIFIED") + at(72, 700, "the first words of the post") + at(290, 30, "-1-"), at(280, 820, "NATO UNCLASSIFIED") + at(72, 700, "Words of another page") + at(290, 30, "-2-")}, "the first words of the post\n\nWords of another page\n"},
		"what a browser prints around a page is left out": {page(at(24, 820, "11/22/26, 2:57 AM"), at(300, 820, "Vacancy"), at(72, 700, "the words of the post"), at(24, 20, "https://jobs.example.org/17"), at(550, 20, "1/1")), "the words of the post\n"},
		"a paragraph goes on at the head of the next":     {page(at(72, 700, filler), at(72, 688, filler), at(500, 700, "goes on here")), filler + " goes on here"},
		"a line stretched to the margin has no columns":   {page("BT /F1 10 Tf 72 700 Td [(possess) -3000 (a) -2900 (degree)] TJ ET"), "possess a degree"},
		"a running head stays once, a running foot never": {[]string{at(72, 820, "Vacancy 17") + at(72, 700, "the first words of the post") + at(72, 30, "Bureau 1"), at(72, 820, "Vacancy 17") + at(72, 700, "Words of another page") + at(72, 30, "Bureau 2")}, "Vacancy 17\n\nthe first words of the post\n\nWords of another page\n"},
		"a paragraph goes on over the end of a page":      {[]string{at(72, 700, filler+" abcd abcd") + at(72, 688, filler+" abcd"), at(72, 700, "goes on here")}, filler + " abcd goes on here"},
		"columns are read one after the other":            {page(at(72, 700, "left one"), at(72, 688, "Left two"), at(350, 700, "right one"), at(350, 688, "Right two")), "left one\nLeft two\n\nright one\nRight two\n"},
		"a page drawn from below is turned over":          {page(at(72, 640, "Six words"), at(72, 652, "Five words"), at(72, 664, "Four words"), at(72, 676, "Three words"), at(72, 688, "Two words"), at(72, 700, "One word")), "One word\nTwo words\nThree words\nFour words\nFive words\nSix words\n"},
	} {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			got, err := Text(smallFile(c.pages...))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(got, c.want) {
				t.Errorf("no %q in:\n%s", c.want, got)
			}
			if whole := strings.HasSuffix(c.want, "\n"); whole && strings.Contains(rule, "left out") && got != c.want {
				t.Errorf("(-want +got):\n%s", cmp.Diff(c.want, got))
			}
		})
	}
}

func zipped(data []byte) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		panic(err)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func TestAPDFThatCannotBeReadIsRefused(t *testing.T) {
	t.Parallel()
	words := at(72, 700, "the words of the post")
	bomb := zipped(make([]byte, maxStream+1))
	packed := func(filter, data string) []byte {
		return fileOf([]string{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
			"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
			fmt.Sprintf("<< /Length %d /Filter %s >>\nstream\n%s\nendstream", len(data), filter, data),
		}, "")
	}
	replaced := func(old, with string) []byte { return bytes.Replace(smallFile(words), []byte(old), []byte(with), 1) }
	for rule, c := range map[string]struct {
		data []byte
		want error // nil if it may be read or refused
	}{
		"a scan":                             {smallFile("q 500 0 0 700 0 0 cm /Im1 Do Q"), ErrNoText},
		"a file cut short":                   {smallFile(words)[:900], text.ErrDamaged},
		"a lock of a kind that is not known": {replaced("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 >>"), ErrLocked},
		"a page that cannot be unpacked":     {packed("/LZWDecode", "x"), text.ErrDamaged},
		"a page whose end is missing":        {packed("/FlateDecode", zipped([]byte(strings.Repeat(words, 90)))[:60]), text.ErrDamaged},
		"a bomb":                             {packed("/FlateDecode", bomb), text.ErrBomb},
		"a bomb in a bomb":                   {packed("[/FlateDecode /FlateDecode]", zipped([]byte(bomb))), text.ErrBomb},
		"a page of very many words":          {packed("/FlateDecode", zipped([]byte(strings.Repeat(words, maxContent/len(words)+1)))), text.ErrBomb},
		"a table of more objects than bytes": {replaced("xref\n0 ", "xref\n0 9999999999\n0 "), text.ErrDamaged},
		"a size that no file has":            {replaced("/Size ", "/Size 99999999999"), text.ErrDamaged},
		"a hidden size that no file has":     {replaced("/Size ", "/S#69ze %\n 99999999999"), text.ErrDamaged},
		"pages without end":                  {smallFile(make([]string, MaxPages+1)...), ErrPages},
		"pages that hold themselves":         {replaced("/Kids [6 0 R]", "/Kids [2 0 R]"), text.ErrDamaged},
		"letters that nobody can tell":       {smallFile("BT /F1 10 Tf 72 700 Td (" + strings.Repeat("\x81\x8d\x8f\x90\x9d", 10) + ") Tj ET"), nil},
	} {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			words, err := Text(c.data)
			if c.want == nil {
				return
			}
			if !errors.Is(err, c.want) || words != "" {
				t.Errorf("%.80q, %v; want %v", words, err, c.want)
			}
		})
	}
}

func TestAPDFWithJunkAroundItIsRead(t *testing.T) {
	t.Parallel()
	data := smallFile(at(72, 700, "the words of the post"))
	data = bytes.Replace(data, []byte("%PDF-1.4\n"), []byte("%PDF-2.0\r"), 1)
	data = append(append([]byte("\r\n\r\n"), data...), "\x00\x00<script>"...)
	got, err := Text(data)
	if err != nil || got != "the words of the post\n" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestReadingAPDFEndsWhenItsTimeIsOver(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../testdata/documents/river-analyst.office.pdf")
	if err != nil {
		t.Fatal(err)
	}
	_, err = text.Fenced(-time.Second, func(c *text.Clock) (string, error) { return read(data, c) })
	if !errors.Is(err, text.ErrSlow) {
		t.Errorf("%v, want %v", err, text.ErrSlow)
	}
}

// A file in which an object stream is said to lie in itself sends the library round until its stack ends, which no
// fence can hold.
func TestObjectsInsideThemselvesAreRefused(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	at := b.Len()
	table := []byte{0, 0, 0, 2, 1, 0, 1, byte(at), 0} // object 1 lies in object stream 1
	fmt.Fprintf(&b, "2 0 obj\n<< /Type /XRef /Size 3 /W [1 1 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", len(table), table, at)
	_, err := Text(b.Bytes())
	if !errors.Is(err, text.ErrDamaged) {
		t.Errorf("%v, want %v", err, text.ErrDamaged)
	}
}
