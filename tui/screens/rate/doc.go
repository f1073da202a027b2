// Package rate holds the pages of a member's own work: assessments, declarations of interest, the own form.
//
// Its one rule: what is not stored yet is shown as on its way, never as saved.
package rate
