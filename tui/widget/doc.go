// Package widget holds the parts that screens are made of: table, blocks, pager, input fields, form, meter.
//
// Its one rule: a widget holds state and draws it, and does nothing else. It returns no effects, knows no vacancy, and
// measures all text with kit.Text. The cost of drawing grows with what is in view, not with what there is.
package widget
