package requirement

import "fmt"

// This file holds calendar dates at day or month precision. The proleptic Gregorian calendar is used throughout;
// there are no time zones.

// Date is a calendar date. Day 0 is a date known to the month only; the zero Date is unknown.
type Date struct {
	Year  int `json:"y"`
	Month int `json:"m"`
	Day   int `json:"d,omitempty"`
}

// IsZero returns true if the date is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// MonthOnly returns true if the date is known to the month only.
func (d Date) MonthOnly() bool { return !d.IsZero() && d.Day == 0 }

// First is the first day the date may mean: itself, or the first of its month.
func (d Date) First() Date {
	if d.MonthOnly() {
		d.Day = 1
	}
	return d
}

// Last is the last day the date may mean: itself, or the last of its month.
func (d Date) Last() Date {
	if d.MonthOnly() {
		d.Day = DaysIn(d.Year, d.Month)
	}
	return d
}

// Valid returns true if the date exists in the calendar, between the years 1900 and 2200.
func (d Date) Valid() bool {
	return d.Year >= 1900 && d.Year <= 2200 && d.Month >= 1 && d.Month <= 12 && d.Day >= 0 &&
		d.Day <= DaysIn(d.Year, d.Month)
}

// Before returns true if the first day of d comes before the first day of e.
func (d Date) Before(e Date) bool { return d.First().Number() < e.First().Number() }

// String is the ISO form: 2021-06-30, 2021-06 or nothing.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
	"December",
}

// Words is the date as it is written in a sentence: 7 January 2025, January 2025 or "unknown".
func (d Date) Words() string {
	switch {
	case d.IsZero() || d.Month < 1 || d.Month > 12:
		return "unknown"
	case d.Day == 0:
		return fmt.Sprintf("%s %d", monthNames[d.Month-1], d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, monthNames[d.Month-1], d.Year)
}

// ParseDate reads the ISO forms 2021-06-30 and 2021-06; ok is false for anything else and for days that do not
// exist.
func ParseDate(s string) (d Date, ok bool) {
	digits := func(s string) (n int, ok bool) {
		for _, c := range []byte(s) {
			if c < '0' || c > '9' {
				return 0, false
			}
			n = n*10 + int(c-'0')
		}
		return n, true
	}
	if len(s) != 7 && len(s) != 10 || s[4] != '-' {
		return Date{}, false
	}
	var ok1, ok2, ok3 bool
	d.Year, ok1 = digits(s[:4])
	d.Month, ok2 = digits(s[5:7])
	ok3 = true
	if len(s) == 10 {
		if s[7] != '-' {
			return Date{}, false
		}
		if d.Day, ok3 = digits(s[8:]); d.Day == 0 {
			return Date{}, false
		}
	}
	if !ok1 || !ok2 || !ok3 || !d.Valid() {
		return Date{}, false
	}
	return d, true
}

// DaysIn is the number of days of a month, 0 for a month that does not exist.
func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	}
	return 0
}

// Number counts days from 1 March of the year 0, so that dates can be compared and subtracted. The date must be
// exact (see First and Last). Method: era arithmetic on a year that starts in March.
func (d Date) Number() int {
	y, m := d.Year, d.Month
	if m <= 2 {
		y--
		m += 12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d.Day - 1
}

// FromNumber is the inverse of Number.
func FromNumber(n int) Date {
	era := n / 146097
	doe := n % 146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := Date{Year: yoe + era*400, Month: mp + 3, Day: doy - (153*mp+2)/5 + 1}
	if d.Month > 12 {
		d.Month -= 12
		d.Year++
	}
	return d
}
