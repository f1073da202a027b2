package requirement

import (
	"fmt"
	"strings"
)

// Canonical writes a requirement as one line that is the same for the same requirement always: it is part of what is
// hashed when rules are sealed. It is not meant for the screen.
func (r Requirement) Canonical() string {
	var w strings.Builder
	w.WriteString(string(r.Kind))
	if r.Months > 0 {
		fmt.Fprintf(&w, " months=%d", r.Months)
	}
	w.WriteString(r.Degree.canonical())
	for _, l := range r.Languages {
		fmt.Fprintf(&w, " language=%s/%s/%s/%s", l.Language, l.Scale, l.Level, l.Role)
		if l.Name != "" {
			fmt.Fprintf(&w, "/%s", strings.Join(strings.Fields(l.Name), "_"))
		}
	}
	if r.Clearance != "" {
		fmt.Fprintf(&w, " clearance=%s", r.Clearance)
	}
	if len(r.Nations) > 0 {
		fmt.Fprintf(&w, " nations=%s", strings.Join(r.Nations, ","))
	}
	for _, x := range r.Routes {
		fmt.Fprintf(&w, " route(%s months=%d)", strings.TrimSpace(x.Degree.canonical()), x.Months)
	}
	return w.String()
}

func (d *Degree) canonical() string {
	if d == nil {
		return ""
	}
	s := " degree=" + string(d.Level)
	if len(d.Fields) > 0 {
		s += " fields=" + strings.Join(strings.Fields(strings.Join(d.Fields, "|")), "_")
	}
	if d.FieldsPreferred {
		s += " fields-preferred"
	}
	if d.RelevantField {
		s += " relevant-field"
	}
	if d.EquivalentAccepted {
		s += " or-equivalent"
	}
	return s
}
