// Package modeltest holds what tests of the model and of what stands on it share: a small vacancy, a panel, a way to
// give commands, and seeded generators of histories. Its one rule: everything is fixed or drawn from a seed, and
// everything in it is invented.
package modeltest
