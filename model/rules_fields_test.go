package model_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"shortlist/model"
	"shortlist/model/modeltest"
	"shortlist/model/requirement"
)

// This file holds every field of a requirement to the seal: what a criterion asks for cannot change without another hash.
// The fields are found by reflection, so that a new one is tested by being there.

// stringsOf are two values that a text may have; a type that has its own is listed here.
func stringsOf(t reflect.Type) [2]string {
	switch t {
	case reflect.TypeFor[requirement.Kind]():
		return [2]string{string(requirement.KindDegree), string(requirement.KindOther)}
	case reflect.TypeFor[requirement.DegreeLevel]():
		return [2]string{string(requirement.DegreeMaster), string(requirement.DegreeBachelor)}
	case reflect.TypeFor[requirement.Scale]():
		return [2]string{string(requirement.ScaleNATO), string(requirement.ScaleCEFR)}
	case reflect.TypeFor[requirement.Role]():
		return [2]string{string(requirement.RoleOne), string(requirement.RoleFixed)}
	case reflect.TypeFor[requirement.ClearanceLevel]():
		return [2]string{string(requirement.ClearanceNS), string(requirement.ClearanceCTSA)}
	}
	return [2]string{"alpha", "beta"}
}

// fill gives every field the first or the second of its values: a list has two entries, one of each.
func fill(t *testing.T, v reflect.Value, which int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(stringsOf(v.Type())[which])
	case reflect.Int:
		v.SetInt(int64(which + 1))
	case reflect.Bool:
		v.SetBool(which == 0)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), which)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(t, v.Index(0), which)
		fill(t, v.Index(1), 1-which)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), which)
		}
	default:
		t.Fatalf("a requirement has a field of %s, which this test cannot change: teach it", v.Type())
	}
}

// change visits every field below v, changes it in every way that makes another requirement, calls seen, and puts it back.
func change(t *testing.T, path string, v reflect.Value, seen func(path string)) {
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	try := func(how string, x reflect.Value) {
		v.Set(x)
		seen(path + how)
		v.Set(old)
	}
	switch v.Kind() {
	case reflect.Pointer:
		try(" is nil", reflect.Zero(v.Type()))
		change(t, path, v.Elem(), seen)
	case reflect.Slice:
		try(" is empty", reflect.Zero(v.Type()))
		try(" has lost one", v.Slice(0, 1))
		swapped := reflect.MakeSlice(v.Type(), 2, 2)
		swapped.Index(0).Set(v.Index(1))
		swapped.Index(1).Set(v.Index(0))
		try(" is in another order", swapped)
		for i := range v.Len() {
			change(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			change(t, path+"."+v.Type().Field(i).Name, v.Field(i), seen)
		}
	default:
		for which := range 2 {
			x := reflect.New(v.Type()).Elem()
			fill(t, x, which)
			if !x.Equal(old) {
				try(fmt.Sprintf(" is %v", x), x)
			}
		}
	}
}

func TestTheHashOfTheRulesChangesWithEveryFieldOfARequirement(t *testing.T) {
	t.Parallel()
	b := modeltest.Preparing(t, 0)
	for _, kind := range requirement.Kinds() {
		var r requirement.Requirement
		fill(t, reflect.ValueOf(&r).Elem(), 0)
		r.Kind = kind
		lines, hashes := map[string]string{}, map[string]string{}
		changed := 0
		note := func(path string) {
			changed++
			criteria := slices.Clone(b.Criteria)
			criteria[0].Requirement = r
			line, hash := r.Canonical(), model.RulesHash(b.Vacancy.ClosingDate, criteria, b.Rules)
			if other, ok := lines[line]; ok {
				t.Errorf("%s%s and %s have the same sealed line", kind, path, other)
			}
			if other, ok := hashes[hash]; ok {
				t.Errorf("%s%s and %s have the same hash", kind, path, other)
			}
			lines[line], hashes[hash] = path, path
		}
		note(" as it is")
		change(t, "", reflect.ValueOf(&r).Elem(), note)
		if changed < 50 {
			t.Errorf("only %d changes were tried", changed)
		}
	}
}
