package imports

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/model"
	"shortlist/model/requirement"
	"shortlist/model/vocab"
	"shortlist/store/imports/text"
)

// This file guesses what the columns of a file are, from their names and their values. A guess is a proposal with its
// reason; a person confirms it.

const (
	// guessRows is how many rows are used.
	guessRows = 200
	// sampleLength is how much of a value is shown, in characters.
	sampleLength = 60
	// sureEnough is the percentage from which on a guess is proposed.
	sureEnough = 50
)

// GuessMapping guesses what each column is, with reasons, and gives the mapping that follows from it.
func GuessMapping(header []string, rows [][]string) ([]model.ColumnGuess, model.Mapping) {
	g := guesser{header: header, rows: rows[:min(len(rows), guessRows)], taken: map[string]bool{}}
	g.values.place = func() model.Problem { return model.Problem{} }
	g.values.serials = true
	free := &columnFacts{shares: &shareFacts{}}
	g.values.column = func() *columnFacts { return free }
	fields := fieldsByName(header)
	out := make([]model.ColumnGuess, len(header))
	for i, h := range header {
		name, _ := text.CleanLine(h)
		out[i] = model.ColumnGuess{Place: i + 1, Name: name, Samples: g.samples(i)}
		if fields[i] != "" {
			g.byName(&out[i], fields[i])
			g.taken[fields[i]] = out[i].Field != ""
		}
	}
	for i := range out {
		if fields[i] == "" {
			g.byContents(&out[i])
		}
	}
	m := model.Mapping{Dates: g.order(out)}
	reference, email := false, false
	for _, c := range out {
		m.Columns = append(m.Columns, model.MappedColumn{Place: c.Place, Column: c.Name, Field: c.Field})
		reference, email = reference || c.Field == "reference", email || c.Field == "email"
	}
	switch {
	case reference:
	case email:
		m.Reference = "email"
	default:
		m.Reference = "number"
	}
	return out, m
}

// guesser guesses the columns of one file.
type guesser struct {
	header []string
	rows   [][]string
	taken  map[string]bool // fields that another column is already
	values values
}

// column gives the values of a column that are not empty.
func (g *guesser) column(i int) []string {
	var out []string
	for _, r := range g.rows {
		if i < len(r) {
			if s := strings.TrimSpace(r[i]); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// samples are up to three different values, clean and shortened.
func (g *guesser) samples(i int) []string {
	var out []string
	for _, s := range g.column(i) {
		s, _ = text.CleanLine(s[:min(len(s), 8*sampleLength)])
		if utf8.RuneCountInString(s) > sampleLength {
			s = string([]rune(s)[:sampleLength]) + "…"
		}
		if s == "" || len(out) > 0 && out[len(out)-1] == s {
			continue
		}
		if out = append(out, s); len(out) == 3 {
			break
		}
	}
	return out
}

// byName makes a guess from the name and checks it against the values.
func (g *guesser) byName(c *model.ColumnGuess, field string) {
	c.Field, c.Percent, c.Reason = field, 95, "The name is a usual one for it."
	if columnName(c.Name) == field {
		c.Percent, c.Reason = 100, "The name says it."
	}
	values := g.column(c.Place - 1)
	if what := neverALevel(field, values); what != "" {
		c.Field, c.Percent, c.Reason = "", 0, fmt.Sprintf("The name says a level, but the values are %s.", what)
		return
	}
	if n := g.fitting(field, values); n*2 < len(values) {
		c.Percent = 60
		c.Reason = fmt.Sprintf("The name says it, but %d of %d values do not look like it.", len(values)-n, len(values))
	}
}

// neverALevel says what the values of a column are whose name is that of a level: "dates", or "answers such as yes and
// no". Empty if they may be levels.
func neverALevel(field string, values []string) string {
	switch field {
	case "degree_level", "en", "fr", "clearance":
	default:
		return ""
	}
	// "No" says that somebody holds no clearance, so only a column with a yes is one of answers.
	yes := slices.ContainsFunc(values, func(s string) bool { return isYesNo(s) && !isOneOfWords([]string{"no", "non", "n", "nein"}, s) })
	switch {
	case len(values) == 0:
	case share(values, isWrittenDate) == len(values):
		return "dates"
	case yes && share(values, isYesNo) == len(values):
		return "answers such as yes and no"
	}
	return ""
}

// fitting counts the values that fit a field.
func (g *guesser) fitting(field string, values []string) (n int) {
	for _, s := range values {
		if g.fits(field, s) {
			n++
		}
	}
	return n
}

// fits returns true if a value can be one of a field. Every value fits a field that takes any text.
func (g *guesser) fits(field, s string) bool {
	v := &g.values
	field = strings.TrimLeft(strings.TrimPrefix(field, "job"), "0123456789_")
	whole := true
	switch field {
	case "clearance":
		return !isYesNo(s) && !isWrittenDate(s) && !isNumber(s)
	case "email":
		return strings.Count(s, "@") == 1 && strings.Contains(s, ".") && !strings.Contains(s, " ")
	case "nationalities", "degree_country":
		for part := range strings.SplitSeq(s, ";") {
			whole = whole && nationsIn(strings.TrimSpace(part)) != nil
		}
		return whole
	case "from", "to", "degree_conferred", "clearance_valid_until", "birth_date":
		_, both := spanOf(s)
		return dateLike(s) || isStillRunning(s) || both
	}
	if credentialDate(field) {
		return dateLike(s)
	}
	switch field {
	case "degree_level":
		for part := range strings.SplitSeq(s, ";") {
			v.degreeLevel(strings.TrimSpace(part), "", 0)
		}
	case "percent":
		v.percent(s)
	case "birth_year":
		v.birthYear(s)
	case "en", "fr":
		return !isWrittenDate(s) && (romanLevel(s) != "" || cefrLevel(s) != "" || slpLevel(s) != "" || natoLevel(s) != "" || isNative(s))
	case "paid":
		v.yesNo(s)
	}
	if field == "degree_level" && isYesNo(s) { // an answer among levels is none; a column of answers is one of answers
		return false
	}
	fine := !slices.ContainsFunc(v.problems, func(p model.Problem) bool { return !p.Warning })
	v.finish(model.Problem{})
	return fine
}

// dateLike returns true if a value is a date in any order of day and month.
func dateLike(s string) bool {
	if _, ok := serialDate(s); ok {
		return true
	}
	for _, order := range [...]string{"", "dmy", "mdy"} {
		if d, trouble := readDate(s, order); trouble == "" && !d.IsZero() {
			return true
		}
	}
	return false
}

// byContents guesses a column whose name says nothing.
func (g *guesser) byContents(c *model.ColumnGuess) {
	values := g.column(c.Place - 1)
	if len(values) == 0 {
		c.Reason = "The column is empty."
		return
	}
	if f := g.nameInside(nameKey(c.Name)); f != "" && !g.taken[f] && g.fitting(f, values)*10 >= 8*len(values) {
		c.Field, c.Percent, c.Reason = f, 75, "A usual name for it stands in the name, and the values fit."
		g.taken[f] = true
		return
	}
	for _, k := range contents {
		if n := share(values, func(s string) bool { return k.looks(g, s) }); n*10 < 9*len(values) || k.all != nil && !k.all(values) {
			continue
		}
		c.Reason = k.reason
		if k.field != "" && !g.taken[k.field] {
			c.Field, c.Percent = k.field, k.percent
			g.taken[k.field] = true
		} else if k.field != "" {
			c.Reason += " Another column is that already."
		}
		return
	}
	c.Reason = "Nothing in the name or the values tells what it is."
}

// contents are the kinds that values alone can show, asked in this order. If the field is empty, a person must say
// which it is.
var contents = []struct {
	field, reason string
	percent       int
	looks         func(g *guesser, s string) bool
	all           func(values []string) bool
}{
	{"email", "The values are e-mail addresses.", 95, func(g *guesser, s string) bool { return g.fits("email", s) }, nil},
	{"clearance", "The values are levels of clearance.", 90, func(_ *guesser, s string) bool { return knownClearance(s) }, anyClearance},
	{"degree_level", "The values are levels of degrees.", 90, func(g *guesser, s string) bool { return g.fits("degree_level", s) }, nil},
	{"", "The values are levels of a language, but of which one nothing tells.", 0, func(g *guesser, s string) bool { return g.fits("en", s) && !isNumber(s) }, nil},
	{"gender", "The values are words for a gender.", 85, func(_ *guesser, s string) bool {
		return isOneOf("m,f,x,h,male,female,man,woman,homme,femme,masculin,feminin,mr,ms,mrs,mme", nameKey(s))
	}, nil},
	{"nationalities", "The values are nations.", 90, func(g *guesser, s string) bool { return g.fits("nationalities", s) }, nil},
	{"", "The values are years, but of what nothing tells.", 0, func(_ *guesser, s string) bool { return len(s) == 4 && isNumber(s) && s > "1900" && s < "2100" }, nil},
	{"", "The values are dates, but of what nothing tells.", 0, func(_ *guesser, s string) bool { return dateLike(s) && strings.ContainsAny(s, "-/.") }, nil},
	{"reference", "Every value is different, short and holds a number.", 70, func(_ *guesser, s string) bool {
		return len(s) <= 24 && !strings.Contains(s, " ") && strings.ContainsAny(s, "0123456789")
	}, allDifferent},
	{"statement", "The values are long texts.", 70, func(_ *guesser, s string) bool { return len(s) > 80 }, nil},
	{"name", "The values look like names of people.", 70, func(_ *guesser, s string) bool { return likeName(s) }, allDifferent},
}

// share counts the values for which looks returns true.
func share(values []string, looks func(string) bool) (n int) {
	for _, s := range values {
		if looks(s) {
			n++
		}
	}
	return n
}

// nameInside is the field whose usual name is part of a longer name: "nationality of the candidate"; empty if none.
func (g *guesser) nameInside(key string) string {
	longest, field := 2, ""
	for _, f := range personNames {
		for name := range strings.SplitSeq(f.names, ",") {
			if len(name) > longest && strings.Contains(" "+key+" ", " "+name+" ") {
				longest, field = len(name), f.field
			}
		}
	}
	return field
}

// knownClearance returns true if a value is a known level of clearance, or several.
func knownClearance(s string) bool {
	for part := range strings.SplitSeq(s, ";") {
		v := values{place: func() model.Problem { return model.Problem{} }}
		level := v.clearanceLevel(part)
		known := (level == "" || level == requirement.ClearanceLevelNone) && len(v.problems) == 0 && strings.TrimSpace(part) != ""
		for _, c := range clearanceLevels {
			known = known || strings.HasPrefix(vocab.Wire(level), vocab.Wire(c.level))
		}
		if !known || len(part) < 2 {
			return false
		}
	}
	return true
}

// anyClearance returns true if one value names a level: a column of nothing but "no" is one of answers.
func anyClearance(values []string) bool {
	return slices.ContainsFunc(values, func(s string) bool { return !isYesNo(s) })
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func allDifferent(values []string) bool {
	seen := make(map[string]bool, len(values))
	for _, s := range values {
		if seen[s] {
			return false
		}
		seen[s] = true
	}
	return true
}

// likeName returns true if a value is two to five words of which at least two begin with a capital.
func likeName(s string) bool {
	words := strings.Fields(s)
	capital := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capital++
		}
	}
	return len(words) >= 2 && len(words) <= 5 && capital >= 2
}

// order is the order of day and month in the dates: "dmy" or "mdy"; empty if they do not show it or contradict each
// other.
func (g *guesser) order(columns []model.ColumnGuess) string {
	day, month := false, false
	for _, c := range columns {
		if c.Field == "" || !g.isDate(c.Field) {
			continue
		}
		for _, s := range g.column(c.Place - 1) {
			parts := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '/' || r == '-' })
			if len(parts) != 3 || len(parts[2]) != 4 || !isNumber(parts[0]) || !isNumber(parts[1]) || len(parts[0]) > 2 || len(parts[1]) > 2 {
				continue
			}
			two := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
			day = day || two(parts[0]) > "12"
			month = month || two(parts[1]) > "12"
		}
	}
	switch {
	case day && !month:
		return "dmy"
	case month && !day:
		return "mdy"
	}
	return ""
}

func (g *guesser) isDate(field string) bool {
	return strings.HasSuffix(field, "_from") || strings.HasSuffix(field, "_to") || field == "degree_conferred" || field == "clearance_valid_until" || field == "birth_date" || credentialDate(field)
}
