package model

import (
	"fmt"
	"slices"
	"strings"
)

// This file takes a filled sheet in: all of it in one change, or nothing.

// TakeSheet gives many of the author's own ratings at once. Each is refused like SetRating, and one refusal refuses
// all.
type TakeSheet struct{ Ratings []SheetRating }

// SheetRating is what a sheet says of one criterion of one candidate. A nil field changes nothing.
type SheetRating struct {
	Candidate CandidateID
	Criterion CriterionID
	Value     *Value  // NotRated clears
	Reason    *string // empty clears
	Quotes    []string
	Jobs      []int // the jobs that count, where Ticked is set
	Ticked    bool
}

// sheetSource is the source given for a quote from a sheet.
const sheetSource = "quoted in a sheet"

// Label names the command.
func (c TakeSheet) Label(*Board) string {
	return Count(len(c.Ratings), "rating", "ratings") + " from a sheet"
}

// Inverse restores what the author had before, rating by rating.
func (c TakeSheet) Inverse(b *Board, author MemberID) Command {
	out := make(RestoreRatings, len(c.Ratings))
	for i, r := range c.Ratings {
		out[i] = ratingBefore(b, author, r.Candidate, r.Criterion)
	}
	return out
}

// RestoreRatings puts many of the author's own ratings back as they were, all or none. Refused like RestoreRating.
type RestoreRatings []RestoreRating

// Label names the command.
func (c RestoreRatings) Label(*Board) string {
	return Count(len(c), "rating", "ratings") + " from a sheet"
}

// Inverse restores what is there now.
func (c RestoreRatings) Inverse(b *Board, author MemberID) Command {
	out := make(RestoreRatings, len(c))
	for i, r := range c {
		out[i] = ratingBefore(b, author, r.Candidate, r.Rating.Criterion)
	}
	return out
}

func (c RestoreRatings) decide(b *Board, s Stamp) (Change, error) {
	var ps []Payload
	for _, r := range c {
		p, err := r.payloads(b, s.Author)
		if err != nil {
			return Change{}, err
		}
		ps = append(ps, p...)
	}
	return Change{Events: events(s, ps...)}, nil
}

func (c TakeSheet) decide(b *Board, s Stamp) (Change, error) {
	if len(c.Ratings) == 0 {
		return Change{}, refuse(Invalid, "", "The sheet says nothing that is not on the board already.")
	}
	var ps []Payload
	var texts []Text
	for _, r := range c.Ratings {
		k, old, err := b.mayRate(s.Author, r.Candidate, r.Criterion)
		if err != nil {
			return Change{}, err
		}
		p := RatingSet{r.Candidate, r.Criterion, old.Value, old.Value, old.Reason, old.Evidence, old.Rules}
		if r.Value != nil {
			if *r.Value != NotRated && !k.Scale.Allows(*r.Value) {
				return Change{}, refuse(Invalid, b.Label(k.ID), "%s is rated %s; %q is not on that scale.", b.Label(k.ID), k.Scale.Words(), r.Value.Words())
			}
			p.Value, p.Rules = *r.Value, b.version()
		}
		write := func(body string) TextRef {
			t := newText(s, r.Candidate, len(texts), body)
			texts = append(texts, t)
			return t.Ref()
		}
		if r.Reason != nil {
			p.Reason = TextRef{}
			if body := strings.TrimSpace(*r.Reason); body != "" {
				p.Reason = write(body)
			}
		}
		for _, q := range r.Quotes {
			p.Evidence = append(slices.Clone(p.Evidence), write(evidenceText(q, sheetSource)))
		}
		if r.Value != nil || r.Reason != nil || len(r.Quotes) > 0 {
			ps = append(ps, p)
		}
		if r.Ticked {
			ps = append(ps, JobsTicked{Candidate: r.Candidate, Criterion: r.Criterion, Jobs: slices.Clone(r.Jobs)})
		}
	}
	return Change{Events: events(s, ps...), Texts: texts}, nil
}

func evidenceText(quote, source string) string {
	return fmt.Sprintf("%s\n— %s", strings.TrimSpace(quote), source)
}
