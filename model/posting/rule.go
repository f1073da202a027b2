package posting

// This file holds what a rule is. Where several conditions lead to the same question they stand in a table, one rule
// each, so that one can be changed without the others.

// rule is one row of a table of rules. The first row whose condition holds decides.
type rule[T, R any] struct {
	// name is the code of the rule in a trace. No other rule of any table has it.
	name string
	// example is a posting in small, in invented words, that is read by this rule. A test reads it and looks for the
	// name of the rule in the trace, so that the rule cannot be emptied in silence.
	example string
	when    func(T) bool
	gives   R
}

// decide returns what the first rule gives whose condition holds, and its name; the zero value and "" if none does.
func decide[T, R any](rules []rule[T, R], x T) (R, string) {
	for i := range rules {
		if rules[i].when(x) {
			return rules[i].gives, rules[i].name
		}
	}
	var none R
	return none, ""
}
