package tuitest

// This file holds the scales on which the pages are tried.

import (
	"fmt"

	"shortlist/model"
)

// Scales are every preset, and own scales of the fewest and the most points.
func Scales() []model.Scale {
	var out []model.Scale
	for _, k := range model.ScaleKinds() {
		if k != model.OwnScale {
			out = append(out, k.Preset(0))
			continue
		}
		for _, n := range []int{model.LeastPoints, model.MostPoints} {
			s := k.Preset(n)
			for i := range s.Points {
				s.Points[i] = fmt.Sprintf("Own sentence %d.", i+1)
			}
			out = append(out, s)
		}
	}
	return out
}
