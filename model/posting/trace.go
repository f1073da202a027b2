package posting

import (
	"slices"

	"shortlist/model/vocab"
)

// This file records why each line was read as what it was. The record holds codes; the package exports turns them into
// sentences.

// Stage names one of the six stages of the reader.
type Stage string

// The stages, in their order.
const (
	StageDecode       Stage = "decode"
	StageLines        Stage = "lines"
	StageSections     Stage = "sections"
	StageLists        Stage = "lists"
	StageCriteria     Stage = "criteria"
	StageRequirements Stage = "requirements"
)

// Stages lists the stages in their order.
var Stages = []Stage{StageDecode, StageLines, StageSections, StageLists, StageCriteria, StageRequirements}

// Step says as what a stage read a line, and by which rule.
type Step struct {
	Line  int
	Stage Stage
	// As is what the line was read as, Of what that belongs to: a zone, a class, the id of a criterion; empty if nothing.
	As ReadAs
	Of string
	// Rule is the name of the rule that decided; empty if none had to.
	Rule string
}

// ReadAs names what a line was read as.
type ReadAs string

// What a line may be read as.
const (
	// Decode.
	AsBlank     ReadAs = "blank"
	AsFurniture ReadAs = "furniture"
	AsEntryMark ReadAs = "entry-mark" // Of is the kind of mark
	AsEmphasis  ReadAs = "emphasis"
	AsWords     ReadAs = "words"
	// Lines.
	AsBegins ReadAs = "begins"
	AsGoesOn ReadAs = "goes-on"
	AsParted ReadAs = "parted"
	// Sections. Of is the zone or class.
	AsHeading ReadAs = "heading"
	AsLeadIn  ReadAs = "lead-in"
	AsBody    ReadAs = "body"
	AsFact    ReadAs = "fact"
	// Lists.
	AsPieces     ReadAs = "pieces" // taken apart into entries and sentences
	AsEntry      ReadAs = "entry"
	AsSentence   ReadAs = "sentence"
	AsCompetency ReadAs = "competency"
	AsUnread     ReadAs = "unread"
	// Criteria. Of is the id.
	AsEssential ReadAs = "essential"
	AsDesirable ReadAs = "desirable"
	AsCondition ReadAs = "condition"
	AsLeftOut   ReadAs = "left-out"
	// Requirements. Of is the kind.
	AsRequirement ReadAs = "requirement"
)

// Why reads the text as Read does and returns, line by line, what each stage read it as. Every line has at least one
// step.
func Why(text string) []Step {
	t := &trace{}
	read(text, t)
	order := func(s Stage) int { return slices.Index(Stages, s) }
	slices.SortStableFunc(t.steps, func(a, b Step) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return order(a.Stage) - order(b.Stage)
	})
	return t.steps
}

// trace collects steps. A nil trace collects nothing, and costs nothing.
type trace struct{ steps []Step }

func (t *trace) line(no int, stage Stage, as ReadAs, of, rule string) {
	if t != nil {
		t.steps = append(t.steps, Step{no, stage, as, of, rule})
	}
}

// criterion records a criterion, whose id is not known yet, and its requirement.
func (t *trace) criterion(p *paragraph, c Criterion, class, meaning string) {
	as := AsEssential
	if c.Class == Desirable {
		as = AsDesirable
	}
	t.words(p, StageCriteria, as, "", class)
	t.words(p, StageRequirements, AsRequirement, vocab.Wire(c.Requirement.Kind), meaning)
}

// named puts the id of a criterion to the first of its steps on each line that have none.
func (t *trace) named(c Criterion) {
	if t == nil {
		return
	}
	as := AsEssential
	if c.Class == Desirable {
		as = AsDesirable
	}
	done := map[int]bool{}
	for i := range t.steps {
		s := &t.steps[i]
		own := s.Stage == StageCriteria && s.As == as && s.Of == ""
		if own && s.Line >= c.Lines.From && s.Line <= c.Lines.To && !done[s.Line] {
			s.Of, done[s.Line] = c.ID, true
		}
	}
}

// words records a step for every line that the words of p came from.
func (t *trace) words(p *paragraph, stage Stage, as ReadAs, of, rule string) {
	if t == nil {
		return
	}
	last := 0
	for _, m := range p.marks {
		if m.no != last {
			t.steps = append(t.steps, Step{m.no, stage, as, of, rule})
		}
		last = m.no
	}
}
