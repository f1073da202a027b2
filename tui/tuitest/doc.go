// Package tuitest drives the program in tests: in step, without sleeping (Driver), or as a whole in an emulated terminal
// (Terminal), with vacancies in memory (File, Library).
//
// Its one rule: nothing here knows a screen by name; the tests say which screens there are.
package tuitest
