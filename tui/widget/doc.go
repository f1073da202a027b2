// Package widget holds the parts that screens are put together from: table, blocks, pager, field, form, meter.
//
// Its one rule: a widget is state and drawing only. It asks for nothing, knows no vacancy, and measures all text with
// kit.Text. Its cost grows with what is shown, never with what there is.
package widget
