package requirement

import (
	"slices"
	"strconv"
)

// This file holds the arithmetic of time: stretches of days with a percentage are swept into spans of equal credit,
// measured in calendar months and days, and added. It knows nothing of jobs and policies.

// A sum is kept in hundredths of a day, with 30 days to a month, so that percentages never lose anything.
const (
	dayUnits   = 100
	monthUnits = 30 * dayUnits
)

// spanEdge is a day on which the percentage changes.
type spanEdge struct{ day, change int }

// spanSum sweeps over the edges, which it sorts, and gives the measured sum in units and the credited days in
// hundredths. The credit of a day is min(100, sum of percentages); adjoining days of equal credit are one span.
//
// Days over carry into months only when several spans are added: 30 days over in a month of 31 are one day short of
// the month, so if there is a single span, 30 of its days over weigh a hundredth less than a month.
func spanSum(edges []spanEdge) (units, credited int) {
	slices.SortFunc(edges, func(a, b spanEdge) int { return a.day - b.day })
	percent, from, credit := 0, 0, 0
	uneven, short := 0, 0 // spans with days over, and those one day short of a month
	for i := 0; i < len(edges); {
		day := edges[i].day
		for ; i < len(edges) && edges[i].day == day; i++ {
			percent += edges[i].change
		}
		if now := min(100, percent); now != credit {
			if credit > 0 {
				months, over := spanMonths(from, day)
				units += credit * (30*months + over)
				uneven += min(over, 1)
				short += over / 30
				credited += credit * (day - from)
			}
			from, credit = day, now
		}
	}
	if uneven == 1 && short == 1 {
		units--
	}
	return units, credited
}

// spanMonths measures the days from one day number up to, not including, another: the whole calendar months from the
// first day, and the days over, 30 at most. A month that lacks the day ends on the first of the next: 29 February and
// twelve months is 1 March.
func spanMonths(from, end int) (months, over int) {
	a, b := FromNumber(from), FromNumber(end)
	months = (b.Year-a.Year)*12 + b.Month - a.Month
	if b.Day < a.Day {
		months--
	}
	return months, end - spanAnniversary(a, months)
}

// spanAnniversary is the number of the day some months after a date.
func spanAnniversary(d Date, months int) int {
	m := d.Year*12 + d.Month - 1 + months
	at := Date{Year: m / 12, Month: m%12 + 1, Day: d.Day}
	if last := DaysIn(at.Year, at.Month); at.Day > last {
		at.Day = last
		return at.Number() + 1
	}
	return at.Number()
}

// spanOf writes a sum in years, months and days; a part of a day is dropped, but not the hundredth of spanSum.
func spanOf(units int) Span {
	months := units / monthUnits
	return Span{Years: months / 12, Months: months % 12, Days: (units%monthUnits + 1) / dayUnits}
}

// String is the span in short: 3 y 4 m 12 d; nothing is 0 d.
func (s Span) String() string { return spanWords(s) }

func spanWords(s Span) string {
	var buf [32]byte
	b := buf[:0]
	for _, part := range [...]struct {
		n    int
		unit string
	}{{s.Years, " y"}, {s.Months, " m"}, {s.Days, " d"}} {
		if part.n == 0 {
			continue
		}
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(part.n), 10)
		b = append(b, part.unit...)
	}
	if len(b) == 0 {
		return "0 d"
	}
	return string(b)
}
