package model

import (
	"errors"
	"fmt"
)

// This file holds refusals. A refusal tells a panel member what a rule forbids and what to do.

// Code is the kind of a refusal, for the program; people read the Message.
type Code string

// The codes.
const (
	Invalid   Code = "invalid"   // the request makes no sense as it is
	NotFound  Code = "not found" // what it speaks of is not there
	Conflict  Code = "conflict"  // it contradicts what is there
	Forbidden Code = "forbidden" // the rules or the role do not allow it now
	Stale     Code = "stale"     // it was asked on the basis of an older state
)

// Error is a refusal. Message is a sentence for a panel member: what was refused and what to do.
type Error struct {
	Code    Code
	Subject string
	Message string
}

// Error is the message.
func (e *Error) Error() string { return e.Message }

func refuse(code Code, subject, format string, args ...any) error {
	return &Error{Code: code, Subject: subject, Message: fmt.Sprintf(format, args...)}
}

// CodeOf returns the code of a refusal, or "" for any other error.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// Explain turns an error into the sentence shown to people. It is the only place that does. An error with a method
// Explain is shown with its own sentence.
func Explain(err error) string {
	var e *Error
	var x interface{ Explain() string }
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Message
	case errors.As(err, &x):
		return x.Explain()
	}
	return "This did not work: " + err.Error() + "."
}
