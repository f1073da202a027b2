// Package settle holds the pages of the panel after the reveal: moderation, the meeting, the ranking and its decisions.
//
// Its one rule: a page shows what others rated only if the board says that the viewer may read it.
package settle
