// Package part holds what several wings of the screens share: actions and the reasons why a key does nothing now, forms,
// the file picker, rows of candidates, findings, the layout of a candidate's file.
//
// Its one rule: part knows no wing. What only a wing knows is handed in.
package part
