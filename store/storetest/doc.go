// Package storetest makes libraries, vacancies and invented candidates for tests, and looks at files from outside.
//
// Its one rule: everything is made of a seed, so that the same test sees the same candidates.
package storetest
