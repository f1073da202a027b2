package requirement

// This file holds the fields of a requirement as a form asks for them. Each kind says its own; the form is the
// screen's.

// Field is one part of a requirement that a person can fill in.
type Field struct {
	// Name is the same in every kind that asks for the part.
	Name        string
	Label       string
	Value       string
	Description string // a sentence of help; empty for none
	// Choices are the answers to choose from; empty is any text.
	Choices []Choice
	// Whole asks for a whole number from 0 to Most, or for nothing if Optional.
	Whole    bool
	Most     int
	Optional bool
	// Check refuses an answer with a sentence; nil takes every answer.
	Check func(string) string
}

// Choice is one answer to choose.
type Choice struct{ Value, Label, Description string }

// The answers to a field that is yes or no.
const (
	AnswerYes = "yes"
	AnswerNo  = "no"
)

func yesNoField(name, label string, value bool, says string) Field {
	v := AnswerNo
	if value {
		v = AnswerYes
	}
	return Field{
		Name: name, Label: label, Value: v, Description: says,
		Choices: []Choice{{Value: AnswerNo, Label: AnswerNo}, {Value: AnswerYes, Label: AnswerYes}},
	}
}

// Fields are the fields that a form asks for if a criterion is of the kind, filled in from a requirement of any
// kind.
func (k Kind) Fields(r Requirement) []Field {
	if fields := k.row().fields; fields != nil {
		return fields(r)
	}
	return nil
}

// Answered is the requirement of the kind that the answers of a form make. was is the requirement before, for what the
// form cannot show.
func (k Kind) Answered(answer func(name string) string, was Requirement) Requirement {
	r := Requirement{}
	if answered := k.row().answered; answered != nil {
		r = answered(answer, was)
	}
	r.Kind = k
	return r
}
