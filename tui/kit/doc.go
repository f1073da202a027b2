// Package kit is the contract between the program that runs screens and the screens: what a screen is, what it may
// ask for, and what it can rely on. It draws nothing by itself and runs nothing.
package kit
