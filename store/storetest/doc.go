// Package storetest makes libraries, vacancies and invented candidates for tests, and checks files from outside.
//
// Its one rule: everything is made from a seed, so that the same test sees the same candidates.
package storetest
