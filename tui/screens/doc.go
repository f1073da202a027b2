// Package screens holds the LIST of the pages of the program. The pages are in wings, a folder for each part of the panel's
// work (home, prepare, intake, rate, lists, settle, panel, paper), and what several wings share is in part.
//
// Its one rule: a screen is state and drawing. It reads the board it is handed, answers messages with effects, and
// never touches disk, clock or another screen. No wing imports another: pages lead to each other by the names of routes.
package screens
