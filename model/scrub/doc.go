// Package scrub replaces in free text what tells who somebody is: names, contacts, personal details, nationality.
//
// Its one rule: it knows text alone. When something is hidden, and from whom, is the business of package model. It finds
// words, which is a best effort: places, pronouns and work may still tell who somebody is.
package scrub
