package model

// This file measures values on a scale. A ranking measures every rating of every candidate, so the row of the scale is
// looked up once and not for each value.

import "slices"

// yardstick is a scale made ready to measure many values.
type yardstick struct {
	named       []namedValue // nil if the values are points
	least, most int          // the numbers of the lowest and the highest point; 0 and 1 for named values
	pass        int
}

func (s *Scale) yardstick() yardstick {
	row := s.Kind.row()
	y := yardstick{named: row.named, least: row.least, pass: s.Pass}
	switch {
	case row.named != nil:
		y.least, y.most = 0, 1
	case row.points == nil: // an own scale has as many points as sentences
		y.most = y.least + max(len(s.Points), LeastPoints) - 1
	default:
		y.most = y.least + len(row.points) - 1
	}
	return y
}

// place is the index of a value among those of the scale, -1 if it is none of them.
func (y *yardstick) place(v Value) int {
	if y.named != nil {
		return slices.IndexFunc(y.named, func(x namedValue) bool { return x.value == v })
	}
	n := -1
	switch len(v) {
	case 1:
		n = int(v[0]) - '0'
	case 2:
		if v == "10" {
			n = MostPoints
		}
	}
	if n < y.least || n > y.most {
		return -1
	}
	return n - y.least
}

// number is the number of a point; ok is false for a value that is no point of the scale.
func (y *yardstick) number(v Value) (n int, ok bool) {
	i := y.place(v)
	if i < 0 || y.named != nil {
		return 0, false
	}
	return i + y.least, true
}

// allows is Scale.Allows.
func (y *yardstick) allows(v Value) bool { return y.place(v) >= 0 || v == CannotAssess }

// share is Scale.Share.
func (y *yardstick) share(v Value) (got, of int, ok bool) {
	of = y.most - y.least
	switch i := y.place(v); {
	case i < 0:
		return 0, of, false
	case y.named != nil:
		return y.named[i].got, of, true
	default:
		return i, of, true
	}
}

// passes is Scale.Passes.
func (y *yardstick) passes(v Value) (passes, settled bool) {
	switch i := y.place(v); {
	case i < 0:
		return false, false
	case y.named != nil:
		x := &y.named[i]
		return x.settled && x.got > 0, x.settled
	default:
		return i+y.least >= y.pass, true
	}
}

// apart is how many steps two ratings must lie apart to need settling: more than a third of the scale, which is two
// points of 0–4. Values with names differ as soon as they are not the same.
func (y *yardstick) apart() int { return (y.most-y.least)/3 + 1 }

// differs returns true if values need settling: named values that are not the same, points that lie too far apart, cannot
// assess beside a judgement.
func (y *yardstick) differs(values []Value) bool {
	same := true
	for _, v := range values {
		same = same && v == values[0]
	}
	if same {
		return false
	}
	lo, hi, unable, judged := MostPoints, -1, false, false
	var first Value
	for _, v := range values {
		if v == CannotAssess {
			unable = true
			continue
		}
		if judged && v != first && y.named != nil {
			return true
		}
		if !judged {
			judged, first = true, v
		}
		got, _, _ := y.share(v)
		lo, hi = min(lo, got), max(hi, got)
	}
	return unable && judged || y.named == nil && hi-lo >= y.apart()
}
