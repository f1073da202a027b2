// Package modeltest holds what several packages need in their tests: a small vacancy, a panel, a way to give commands, and
// seeded generators of histories.
//
// Its one rule: everything is fixed or drawn from a seed, and everything in it is invented.
package modeltest
