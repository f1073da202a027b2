// Package sample holds an invented vacancy with fourteen invented candidates and three invented members, so that the
// program can be tried at once. The candidates stand on the borders of the rules: overlapping jobs, part-time work,
// exactly the years asked and one day less, a language pair met the other way round, an expired clearance, COSMIC TOP
// SECRET without ATOMAL, a degree not yet conferred, a nationality that is not eligible, and a file with nothing in
// it.
//
// Its one rule: it is all invented, and it is made by the commands that people use, so that it passes every rule.
package sample
