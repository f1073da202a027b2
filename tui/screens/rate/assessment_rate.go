package rate

// This file holds the work on one assessment: rating, reasons, evidence, ticking jobs.

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shortlist/model"
	"shortlist/tui/kit"
	"shortlist/tui/screens/part"
)

// value is the member's rating as it will stand once all is stored.
func (a *assessment) value(c model.CandidateID, k model.CriterionID) model.Value {
	if v, ok := a.waiting.Value(c, k); ok {
		return v
	}
	return a.board.Own(c).Rating(k).Value
}

// jobs are the jobs ticked, as they will stand once all is stored.
func (a *assessment) jobs(k model.CriterionID) []int {
	if jobs, ok := a.waiting.Jobs(a.candidate, k); ok {
		return jobs
	}
	return a.board.Own(a.candidate).Rating(k).Jobs
}

// actions are the keys of the screen as things stand.
func (a *assessment) actions() []part.Action {
	k, ok := a.criterion()
	if !ok || a.candidate == 0 {
		return nil
	}
	if a.board.Revealed() {
		return slices.Concat(a.panelActions(k), a.goActions(), a.termActions())
	}
	if a.undeclared() {
		return a.declareActions()
	}
	rate, note, walk, whole := a.rateActions(k), a.noteActions(k), append(a.goActions(), a.termActions()...), a.caseActions()
	if rate[0].Key.Why != "" || a.board.Phase == model.Preparing { // what can be done comes first in the help
		return slices.Concat(whole, walk, note, rate)
	}
	return slices.Concat(rate, note, whole, walk)
}

// whyNotRate is why the member may not rate the candidate now; empty if they may.
func (a *assessment) whyNotRate(k model.Criterion) string {
	return part.Refusal(a.env, a.board, model.SetRating{Candidate: a.candidate, Criterion: k.ID, Value: model.CannotAssess})
}

// rateActions are the keys of the scale first, then those of the other scale with the reason why they do nothing.
func (a *assessment) rateActions(k model.Criterion) []part.Action {
	why, instead := a.whyNotRate(k), a.instead()
	if instead != nil {
		why = ""
	}
	rate := func(v model.Value) []kit.Effect {
		if instead != nil {
			return instead()
		}
		return a.rate(k, v)
	}
	actions := func(keys []part.RatingKey, why string) (out []part.Action) {
		for _, x := range keys {
			out = append(out, part.OnKey(x.Binding.Unless(why), func(m tea.KeyPressMsg) []kit.Effect { return rate(x.Value(m)) }))
		}
		return out
	}
	own, other := part.RatingKeys(k.Scale)
	unable := part.On(kit.RateUnable.Unless(why), func() []kit.Effect { return rate(model.CannotAssess) })
	return slices.Concat(actions(own, why), []part.Action{unable},
		actions(other, part.FirstNonEmpty(why, part.OtherScale(k.Scale, a.board.Label(k.ID)))))
}

// instead is what a rating key does if rating cannot begin yet but the user can see to it at once; nil otherwise.
func (a *assessment) instead() func() []kit.Effect {
	switch {
	case a.me == "":
		return func() []kit.Effect { return []kit.Effect{kit.Who{}} }
	case part.Refusal(a.env, a.board, model.SealRules{}) == "":
		return func() []kit.Effect { return askSeal(a.board) }
	}
	return nil
}

// askSeal asks whether to seal the rules, with what will be fixed.
func askSeal(b *model.View) []kit.Effect {
	text := fmt.Sprintf("Rating begins once the rules are sealed: %s and %s, with scales, weights and pass marks. After that they change only "+
		"with a reason, which every report lists.",
		model.Count(len(b.Class(model.Essential)), "essential", "essentials"), model.Count(len(b.Class(model.Desirable)), "desirable", "desirables"))
	return []kit.Effect{kit.Ask{Title: "Seal the rules?", Text: text, Answers: []kit.Answer{
		{Words: "Not yet", Says: "Look at the criteria again first."},
		{Words: "Seal and start rating", Key: "L", Effects: []kit.Effect{
			kit.Submit{Command: model.SealRules{}, Note: "The rules are sealed: rating can begin."},
		}},
	}}}
}

// noteActions are the keys of reason, evidence and jobs.
func (a *assessment) noteActions(k model.Criterion) []part.Action {
	why := a.whyNotRate(k)
	tick := why
	if !countsJobs(k) {
		tick = part.FirstNonEmpty(why, "Jobs are ticked for criteria that ask for a time of experience; "+a.board.Label(k.ID)+" does not.")
	}
	out := []part.Action{
		part.On(kit.Reason.Unless(why), func() []kit.Effect { return a.askReason(k) }),
		part.On(kit.Evidence.Unless(why), func() []kit.Effect { return a.quote(k) }),
		part.On(kit.MarkLines.Unless(a.whyNoFile()), a.startMark),
		part.On(kit.RateClear.Unless(why), func() []kit.Effect { return a.rate(k, model.NotRated) }),
	}
	out = append(out, a.equivalenceActions(k)...)
	ticking := part.On(kit.Tick.Unless(tick), func() []kit.Effect { return a.tick(k) })
	if tick == "" {
		return append([]part.Action{ticking}, out...)
	}
	return append(out, ticking)
}

func countsJobs(k model.Criterion) bool {
	return k.Requirement.Kind.CountsJobs() || k.Requirement.AsksTime()
}

func (a *assessment) whyNoFile() string {
	if len(a.file.Lines) == 0 {
		return "There is no file in view."
	}
	return ""
}

// goActions lead to other candidates and to the other side.
func (a *assessment) goActions() []part.Action {
	next, prev := "", ""
	if a.pos+1 >= len(a.order) {
		next = "This is the last candidate in your order."
	}
	if a.pos == 0 {
		prev = "This is the first candidate in your order."
	}
	return []part.Action{
		part.On(kit.NextCand.Unless(next), func() []kit.Effect { return a.show(a.pos + 1) }),
		part.On(kit.PrevCand.Unless(prev), func() []kit.Effect { return a.show(a.pos - 1) }),
		part.On(kit.ByCriterion, a.togglePass),
		part.On(kit.OtherPane, func() []kit.Effect { a.inFile = !a.inFile; return nil }),
	}
}

// rate gives a rating and goes on. A value that stands already is not written again.
func (a *assessment) rate(k model.Criterion, v model.Value) []kit.Effect {
	was := a.value(a.candidate, k.ID)
	if was == v && v == model.NotRated {
		return []kit.Effect{kit.Note{Text: a.board.Label(k.ID) + " is not rated: there is nothing to clear."}}
	}
	var out []kit.Effect
	if was != v {
		a.waiting = append(a.waiting, part.Wait{Candidate: a.candidate, Criterion: k.ID, Value: v})
		out = append(out, kit.Submit{Command: model.SetRating{Candidate: a.candidate, Criterion: k.ID, Value: v}})
	}
	if v == model.NotRated {
		return out
	}
	return append(out, a.advance()...)
}

// advance goes to the next thing that is open: a criterion, or in a pass a candidate.
func (a *assessment) advance() []kit.Effect {
	if a.pass {
		return a.advancePass()
	}
	n := len(a.board.Criteria)
	for i := 1; i < n; i++ {
		next := (a.at + i) % n
		if a.value(a.candidate, a.board.Criteria[next].ID) == model.NotRated {
			a.choose(next)
			return nil
		}
	}
	return []kit.Effect{kit.Note{Text: fmt.Sprintf("All %d criteria of %s are rated: s hands them in.", n, a.candidate)}}
}

// tick counts the job under the cursor, or stops counting it.
func (a *assessment) tick(k model.Criterion) []kit.Effect {
	if !a.inFile || a.file.Job() < 0 {
		a.inFile = true
		if !a.file.FirstJob() {
			return []kit.Effect{kit.Note{Text: "The file lists no job to count."}}
		}
		return []kit.Effect{kit.Note{Text: "Go to a job with ↑ and ↓; space counts it for " + a.board.Label(k.ID) + "."}}
	}
	jobs, job := slices.Clone(a.jobs(k.ID)), a.file.Job()
	if i := slices.Index(jobs, job); i >= 0 {
		jobs = slices.Delete(jobs, i, i+1)
	} else {
		jobs = append(jobs, job)
	}
	slices.Sort(jobs)
	a.waiting = append(a.waiting, part.Wait{Candidate: a.candidate, Criterion: k.ID, Ticks: true, Jobs: jobs})
	return []kit.Effect{kit.Submit{Command: model.TickJobs{Candidate: a.candidate, Criterion: k.ID, Jobs: jobs}}}
}

// startMark begins or ends marking lines for a quote.
func (a *assessment) startMark() []kit.Effect {
	if a.file.Mark >= 0 {
		a.file.Mark = -1
		return nil
	}
	a.inFile, a.file.Mark = true, a.file.At
	return []kit.Effect{kit.Note{Text: "Move with ↑ and ↓ to mark lines; e quotes them, esc ends."}}
}

// maxQuote keeps evidence to a passage; the file itself stays with the candidate.
const maxQuote = 2000

// quote takes the lines chosen in the file as evidence.
func (a *assessment) quote(k model.Criterion) []kit.Effect {
	if !a.inFile {
		a.inFile = true
		return []kit.Effect{kit.Note{Text: "Go to the passage with ↑ and ↓; e quotes it, m marks several lines."}}
	}
	quote, source := a.file.Quote()
	switch {
	case quote == "":
		return []kit.Effect{kit.Note{Text: "There is nothing to quote on this line."}}
	case len(quote) > maxQuote:
		return []kit.Effect{kit.Note{Text: "This is too long for a quote: m marks the lines that matter."}}
	}
	a.file.Mark = -1
	note := "Quoted as evidence for " + a.board.Label(k.ID) + ": " + source + "."
	if also := a.sharedEvidence(k.ID, quote); len(also) > 0 {
		note = "Quoted for " + a.board.Label(k.ID) + ", and for " + strings.Join(also, ", ") + " as well: one thing done should not count twice."
	}
	return []kit.Effect{kit.Submit{
		Command: model.AddEvidence{Candidate: a.candidate, Criterion: k.ID, Quote: quote, Source: source},
		Note:    note,
	}}
}

// askReason asks for the reason of a rating, with the sentence of the value given.
func (a *assessment) askReason(k model.Criterion) []kit.Effect {
	label, c := a.board.Label(k.ID), a.candidate
	v := a.value(c, k.ID)
	text := "Not rated yet. What does the file show, and where?"
	if v != model.NotRated {
		text = part.ValueWord(k.Scale, v) + ": " + k.Scale.Sentence(v)
	}
	old := a.text(a.board.Own(c).Rating(k.ID).Reason)
	return []kit.Effect{kit.Prompt{
		Title: "Reason for " + label + " of " + c.String(), Text: text, Initial: old, Lines: 4,
		Done: func(s string) []kit.Effect {
			if strings.TrimSpace(s) == strings.TrimSpace(old) {
				return nil
			}
			note := "Reason noted for " + label + "."
			if w := part.Assumption(s); w != "" {
				note = fmt.Sprintf("Noted. “%s” is a guess: better say what the file shows.", w)
			}
			return []kit.Effect{kit.Submit{Command: model.SetReason{Candidate: c, Criterion: k.ID, Text: s}, Note: note}}
		},
	}}
}

// text is a text about the candidate in view, as it may be shown.
func (a *assessment) text(r model.TextRef) string {
	d := a.dossiers[a.candidate]
	return a.board.ShownText(d.Text(r), d.Person)
}
