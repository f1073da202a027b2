// Package tuitest drives the program in tests: in step, without sleeping (Driver), or as a whole in an emulated terminal
// (Terminal), or one screen alone at a desk (Desk, Prep), with vacancies in memory (File, Library).
//
// Its one rule: the tests say which screens there are; nothing here imports one.
package tuitest
