package posting

import "testing"

// This file holds the word lists to their rules: what stands twice is either of no use or a contradiction.

func TestNoHeadingStandsTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	list := headingList()
	for i := range list {
		for _, p := range list[i].phrases {
			key := letters(p)
			if list[i].open {
				key = "^" + key
			}
			if other, ok := seen[key]; ok {
				t.Errorf("%q is the same heading as %q", p, other)
			}
			seen[key] = p
		}
	}
}

func TestNoLabelStandsTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, l := range labels {
		for _, name := range l.names {
			if other, ok := seen[labelKey(name)]; ok {
				t.Errorf("%q is the same label as %q", name, other)
			}
			seen[labelKey(name)] = name
		}
	}
}

func TestNoWordOfHeadingsStandsTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, v := range headingVocabulary {
		for _, w := range v.words {
			if seen[w] {
				t.Errorf("%q stands in the vocabulary twice", w)
			}
			seen[w] = true
		}
	}
}
