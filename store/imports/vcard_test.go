package imports

import (
	"strings"
	"testing"
)

// This file reads vCards. All people in them are invented.

func TestCardsOfEveryVersionAreRead(t *testing.T) {
	t.Parallel()
	for rule, card := range map[string]string{
		"2.1":          "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gin=E1ry;Im=\r\na\r\nEMAIL;INTERNET:ima@example.org\r\nBDAY:19800229\r\nEND:VCARD\r\n",
		"2.1 in UTF-8": "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Ima Gin=C3=A1ry\nEMAIL:ima@example.org\nBDAY:1980\nEND:VCARD\n",
		"3.0":          "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ima \r\n Gináry\r\nitem1.EMAIL;type=\"a:b\":ima@example.org\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nBDAY:1980-02-29\r\nEND:VCARD\r\n",
		"4.0":          "begin:vcard\nVERSION:4.0\nN:Gináry;Ima;;;\nEMAIL:mailto:ima@example.org\nBDAY:19800229\nend:vcard\n",
	} {
		rows := readCandidates(t, "c.vcf", card)
		mustShow(t, rows, "w c.vcf: Cards hold no applicant number: the e-mail address served as the reference.")
		p := people(t, rows)
		if len(p) != 1 || p[0].Reference != "ima@example.org" || p[0].Name != "Ima Gináry" || p[0].BirthYear != 1980 || len(p[0].Facts.Jobs)+len(p[0].Facts.Statements) > 0 {
			t.Errorf("%s reads %+v", rule, p)
		}
	}
}

func TestCardsSayHowTheyGotTheirReference(t *testing.T) {
	t.Parallel()
	rows := readCandidates(t, "c.vcf", "BEGIN:VCARD\nFN:Ima Ginary\nUID:u-1\nTITLE:Keeper\nORG:Nowhere\\; Sons;Lab\nEND:VCARD\n\nBEGIN:VCARD\nFN:Noah Body\nEND:VCARD\n")
	mustShow(t, rows, "w c.vcf: Cards hold no applicant number: the identifier of the card and a running number served as the reference.")
	if p := people(t, rows); len(p) != 2 || p[0].Reference != "u-1" || p[1].Reference != "R00002" || len(p[0].Facts.Statements) != 2 {
		t.Errorf("reads %+v", p)
	}
}

func TestACardThatIsCutIsAProblem(t *testing.T) {
	t.Parallel()
	const card = "BEGIN:VCARD\nFN:Ima Ginary\nEMAIL:ima@example.org\n"
	mustShow(t, readCandidates(t, "c.vcf", card), "c.vcf row 1: The card that begins here has no end")
	mustShow(t, readCandidates(t, "c.vcf", card+"END:VCARD\nFN:Noah Body\n"), "c.vcf row 5: The line stands outside of any card", "w c.vcf")
	mustShow(t, readCandidates(t, "c.vcf", card+"NOTE:"+strings.Repeat("x", mostCard)+"\nEND:VCARD\n"), "c.vcf row 1: The card that begins here has no end", "c.vcf row 4: The line is longer than 1 MiB")
}

func FuzzVCard(f *testing.F) {
	data, err := templateVCard()
	ok(f, err)
	f.Add(data)
	f.Add([]byte("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:Gin=E1ry;Im=\na\nORG:a\\;b;c\nEND:VCARD\nBEGIN:VCARD\nFN:x\n y\nEND:VCARD\n"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		in, err := ReadCandidates("c.vcf", data)
		if err != nil {
			return
		}
		for range in.Rows { // reading to the end is the test
		}
	})
}
