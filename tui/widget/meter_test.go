package widget

// This file tests the bar of progress.

import "testing"

func TestAMeterIsEmptyOrFullOnlyIfNothingOrAllIsDone(t *testing.T) {
	t.Parallel()
	for want, m := range map[string][3]int{
		"▱▱▱▱▱▱▱▱▱▱ 0/24":      {0, 24, 30},
		"▰▱▱▱▱▱▱▱▱▱ 1/240":     {1, 240, 30},
		"▰▰▰▰▰▰▰▰▰▱ 239/240":   {239, 240, 30},
		"▰▰▰▰▰▰▰▰▰▰ 240/240":   {240, 240, 30},
		"▰▰▱▱ 12/24":           {12, 24, 10},
		"12/24":                {12, 24, 8},
		"0/0":                  {0, 0, 30},
		"▰▰▰▰▰▰▰▰▱▱ 7/8":       {7, 8, 14},
		"▰▰▰▰▰▰▰▰▰▰ 2147/2147": {2147, 2147, 40},
	} {
		if got := Meter(m[0], m[1], m[2]); got != want {
			t.Errorf("%v: %q, want %q", m, got, want)
		}
	}
}
