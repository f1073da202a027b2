package xlsx

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"shortlist/store/imports/text"
)

func TestANumberOfADayIsThatDay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		n        int
		from1904 bool
		want     string
	}{
		{1, false, "1900-01-01"},
		{59, false, "1900-02-28"},
		{61, false, "1900-03-01"}, // 60 is a 29 February that never was
		{43525, false, "2019-03-01"},
		{42063, true, "2019-03-01"},
	} {
		if got := DayOfSerial(c.n, c.from1904).Format("2006-01-02"); got != c.want {
			t.Errorf("%d (from 1904: %v) is %s, want %s", c.n, c.from1904, got, c.want)
		}
	}
}

func TestTheCodeOfAFormatSaysWhatANumberIs(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]numberStyle{
		"dd/mm/yyyy": dayNumber, "[$-809]d mmmm yyyy": dayNumber, "mmm yyyy": monthNumber, "0.0%": percentNumber,
		"General": plainNumber, `0 "days"`: plainNumber, `0 \d\a\y`: plainNumber,
	} {
		if got := styleOf(code); got != want {
			t.Errorf("%s is %d, want %d", code, got, want)
		}
	}
}

func TestXMLIsReadMarkByMark(t *testing.T) {
	t.Parallel()
	x := newScan(strings.NewReader(`<?xml version="1.0"?><!-- a > b --><x:row r="1" x:s="a>b">a &amp; &#x41;<v/><![CDATA[<&>]]></x:row>`))
	var got []string
	for {
		switch m := x.next(); m {
		case opens:
			got = append(got, "<"+x.name+" "+string(x.attr("s")))
		case closes:
			got = append(got, ">"+x.name)
		case isText:
			got = append(got, string(appendText(nil, x.text)))
		case ends:
			if x.err != nil {
				t.Fatal(x.err)
			}
			if want := `<row a>b|a & A|<v |>v|<&>|>row`; strings.Join(got, "|") != want {
				t.Errorf("%q, want %q", strings.Join(got, "|"), want)
			}
			return
		}
	}
}

func TestWhatIsNoWorkbookIsRefused(t *testing.T) {
	t.Parallel()
	if _, err := Open(bytes.NewReader([]byte("PK\x03\x04")), 4); !errors.Is(err, text.ErrDamaged) {
		t.Errorf("%v, want %v", err, text.ErrDamaged)
	}
	x := newScan(strings.NewReader(`<!DOCTYPE x>`))
	if m := x.next(); m != ends || !errors.Is(x.err, ErrHostile) {
		t.Errorf("%v, want %v", x.err, ErrHostile)
	}
}
